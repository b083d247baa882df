/** The choice between updating the kept plan and keeping a new one, and what updating would do, in numbers. */
import { Loader } from '@mantine/core';
import { Note } from '../../ui/note.tsx';
import { PillFilters, PillMenu } from '../../ui/pill-filters.tsx';
import { SegmentedChoice } from '../../ui/segmented-choice.tsx';
import type { Comparison } from './comparison.ts';
import { differenceWords, isSame, matchWords, openConflicts, updateOf } from './logic/update.ts';
import { type Review, useReview } from './review-store.ts';
import styles from './update-strip.module.css';

type UpdateStripProps = { review: Review; comparison: Comparison };

export function UpdateStrip({ review, comparison }: UpdateStripProps) {
  const decide = useReview((state) => state.decide);
  const show = useReview((state) => state.show);
  const { matches, corrections, onlyChanged } = review;
  const { update } = corrections;
  const [first] = matches;
  if (!first) return null;
  const target = matches.find(({ planId }) => planId === update?.planId) ?? first;
  const view = comparison.index?.view;
  const open = view && update ? openConflicts(view, update) : 0;
  return (
    <section className={styles.strip} aria-label="Kế hoạch đang có">
      <div className={styles.line}>
        <div className={styles.choice}>
          <SegmentedChoice
            label="Giữ thế nào"
            hideLabel
            segments={[
              { value: 'update', label: 'Cập nhật kế hoạch đang có' },
              { value: 'new', label: 'Giữ thành kế hoạch mới' },
            ]}
            value={update ? 'update' : 'new'}
            onChange={(value) =>
              decide({ ...corrections, update: value === 'update' ? updateOf(target.planId) : null })
            }
          />
        </div>
        {matches.length > 1 && update ? (
          <PillMenu
            label="Kế hoạch được cập nhật"
            everything="Chọn kế hoạch"
            required
            options={matches.map((match) => ({ value: match.planId, label: `Kế hoạch ${matchWords(match)}` }))}
            value={update.planId}
            onChange={(planId) => planId && decide({ ...corrections, update: updateOf(planId) })}
          />
        ) : (
          <span className="soft">Trong máy đã có kế hoạch {matchWords(target)}.</span>
        )}
      </div>
      {update ? (
        <div className={styles.line} role="status">
          {comparison.busy ? <Loader size="xs" aria-label="Đang so sánh" /> : null}
          {view ? (
            <span>{isSame(view) ? 'Tệp không có gì khác kế hoạch đang có.' : differenceWords(view)}</span>
          ) : comparison.problem ? null : (
            <span>Đang so sánh với kế hoạch đang có</span>
          )}
          {open > 0 ? <strong className={styles.open}>còn {open} chỗ cần chọn</strong> : null}
          {view && !isSame(view) ? (
            <PillFilters
              label="Hàng đang xem"
              pills={[{ value: 'changed', label: 'Chỉ xem chỗ khác' }]}
              value={onlyChanged ? ['changed'] : []}
              onChange={(pressed) => show({ onlyChanged: pressed.length > 0 })}
            />
          ) : null}
        </div>
      ) : (
        <span className="soft">Giữ nữa sẽ thành thêm một bản riêng; bản đã có không đổi.</span>
      )}
      {comparison.problem ? (
        <Note tone="problem" announce>
          {comparison.problem}
        </Note>
      ) : null}
    </section>
  );
}
