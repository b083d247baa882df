/** One doubtful place: why, what stands there, what is offered, what was decided. Nothing is changed unasked. */
import { Note, TextAction } from '../../ui/note.tsx';
import { decisionOn, withChoice } from './logic/corrections.ts';
import { canBeChanged, type DoubtRef } from './logic/doubts.ts';
import styles from './open-plan.module.css';
import { type Review, useReview } from './review-store.ts';

export type DoubtNoteProps = { review: Review; refOf: DoubtRef; onEdit?: () => void };

export function DoubtNote({ review, refOf, onEdit }: DoubtNoteProps) {
  const decide = useReview((state) => state.decide);
  const show = useReview((state) => state.show);
  const { read, corrections } = review;
  const { doubt, key } = refOf;
  const decision = decisionOn(read, refOf, corrections);
  const choose = (choice: 'change' | 'keep' | null) => {
    show({ doubtKey: key });
    decide(withChoice(read, corrections, refOf, choice));
  };

  return (
    <div className={`${styles.doubt} ${review.doubtKey === key ? styles.currentDoubt : ''}`} data-doubt={key}>
      <Note
        tone={decision === null ? 'doubt' : 'info'}
        actions={
          decision === null ? (
            <>
              {canBeChanged(refOf) ? (
                <TextAction onClick={() => choose('change')}>Đổi thành “{doubt.suggestion}”</TextAction>
              ) : null}
              {onEdit ? <TextAction onClick={onEdit}>Sửa tay</TextAction> : null}
              <TextAction onClick={() => choose('keep')}>Giữ nguyên</TextAction>
            </>
          ) : decision === 'by-hand' ? null : (
            <TextAction onClick={() => choose(null)}>Xem lại</TextAction>
          )
        }
      >
        {doubt.why}
        {doubt.source ? <> Tệp ghi “{doubt.source}”.</> : null}
        {decision === 'change' ? <strong> Đã đổi thành “{doubt.suggestion}”.</strong> : null}
        {decision === 'keep' ? <strong> Giữ nguyên như tệp.</strong> : null}
        {decision === 'by-hand' ? <strong> Đã sửa tay.</strong> : null}
      </Note>
    </div>
  );
}
