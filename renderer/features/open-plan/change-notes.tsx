/** What a difference asks of the person, below the cell it is in: a conflict to decide, a row to keep, a likeness that deceives. */
import type { FieldChangeView, RecordChangeView } from '../../../shared/api/contract/plans.ts';
import { Note, TextAction } from '../../ui/note.tsx';
import { toText } from './logic/fields.ts';
import { takenFor, wholeRow, withApart, withKeptRow, withTake } from './logic/update.ts';
import styles from './open-plan.module.css';
import { type Review, useReview } from './review-store.ts';

type FieldNoteProps = {
  review: Review;
  id: string;
  change: FieldChangeView;
  /** Names the place where a cell holds several: "Nhiệm vụ 2". */
  about?: string;
};

/** A field that a person changed in the plan: nothing to say where only the file changed it. */
export function FieldNote({ review, id, change, about }: FieldNoteProps) {
  const decide = useReview((state) => state.decide);
  const { corrections } = review;
  if (!corrections.update || change.kind === 'file') return null;
  const take = takenFor(corrections.update, id, change.field);
  const open = change.kind === 'both' && take === null;
  const choose = (chosen: 'file' | 'stored') => decide(withTake(corrections, id, change.field, chosen));
  return (
    <div className={styles.doubt} data-conflict={change.kind === 'both' ? id : undefined}>
      <Note
        tone={open ? 'doubt' : 'info'}
        actions={
          <>
            {take === 'stored' || (take === null && !open) ? null : (
              <TextAction onClick={() => choose('stored')}>Giữ chữ trong Sổ Việc</TextAction>
            )}
            {take === 'file' ? null : <TextAction onClick={() => choose('file')}>Lấy chữ của tệp</TextAction>}
          </>
        }
      >
        {about ? <strong>{about}. </strong> : null}
        {change.kind === 'both'
          ? 'Tệp và Sổ Việc cùng sửa chỗ này. Chữ gạch ngang đang có trong Sổ Việc, chữ gạch chân là của tệp.'
          : `Trong Sổ Việc đã sửa thành “${toText(change.stored)}”.`}
        {take === 'file' ? <strong> Lấy chữ của tệp.</strong> : null}
        {take === 'stored' || (take === null && !open) ? <strong> Giữ chữ trong Sổ Việc.</strong> : null}
        {open ? <strong> Chưa chọn thì giữ chữ trong Sổ Việc.</strong> : null}
      </Note>
    </div>
  );
}

/** Words long enough to know a task by. */
const known = 60;
const short = (text: string): string => (text.length > known ? `${text.slice(0, known).trimEnd()}…` : text);

/** Notes about one task: its words, its work, its going. */
export function TaskNote({ review, task }: { review: Review; task: RecordChangeView }) {
  const decide = useReview((state) => state.decide);
  const { corrections } = review;
  const { id, state, worked, item } = task;
  const about = item === null ? undefined : `Nhiệm vụ ${item + 1}`;
  if (!corrections.update || id === null) return null;
  if (state === 'removed' || state === 'kept') return <LostNote review={review} task={task} />;
  if (state === 'taken-out') {
    const back = takenFor(corrections.update, id, wholeRow) === 'file';
    return (
      <div className={styles.doubt}>
        <Note
          actions={
            <TextAction onClick={() => decide(withTake(corrections, id, wholeRow, back ? 'stored' : 'file'))}>
              {back ? 'Thôi, vẫn để ngoài' : 'Lấy lại nhiệm vụ này'}
            </TextAction>
          }
        >
          Nhiệm vụ này đã bỏ trong Sổ Việc, tệp vẫn còn.{' '}
          {back ? <strong>Sẽ lấy lại.</strong> : 'Vẫn để ngoài kế hoạch.'}
        </Note>
      </div>
    );
  }
  const [change] = task.fields;
  return (
    <>
      {change ? <FieldNote review={review} id={id} change={change} about={about} /> : null}
      {worked && state === 'changed' ? (
        <div className={styles.doubt}>
          <Note
            actions={<TextAction onClick={() => decide(withApart(corrections, id))}>Đây là nhiệm vụ khác</TextAction>}
          >
            <strong>{about}. </strong>Kết quả và minh chứng đã ghi vẫn gắn với nhiệm vụ này sau khi đổi chữ.
          </Note>
        </div>
      ) : null}
    </>
  );
}

function LostNote({ review, task }: { review: Review; task: RecordChangeView }) {
  const decide = useReview((state) => state.decide);
  const { corrections } = review;
  const { id, why, words } = task;
  if (id === null) return null;
  const keep = (on: boolean) => decide(withKeptRow(corrections, [id], on));
  return (
    <div className={styles.doubt}>
      <Note
        tone={why === null ? 'doubt' : 'info'}
        actions={
          why === null ? (
            <TextAction onClick={() => keep(true)}>Giữ lại nhiệm vụ này</TextAction>
          ) : why === 'chosen' ? (
            <TextAction onClick={() => keep(false)}>Thôi, bỏ theo tệp</TextAction>
          ) : null
        }
      >
        Tệp không còn “{short(words)}”. {keptReason(why)}
      </Note>
    </div>
  );
}

/** Why something the file lost stays, or that it goes. */
export function keptReason(why: RecordChangeView['why']): string {
  if (why === 'worked') return 'Vẫn giữ vì đã có kết quả hoặc minh chứng.';
  if (why === 'by-hand') return 'Vẫn giữ vì được thêm trong Sổ Việc.';
  if (why === 'chosen') return 'Giữ lại theo ý anh/chị.';
  if (why === 'holds-kept') return 'Vẫn giữ vì còn nhiệm vụ được giữ.';
  return 'Sẽ bỏ khi cập nhật.';
}
