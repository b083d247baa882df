/** Activities as a list with their totals; only the lines in sight are drawn. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { activityNames } from '../../../shared/activity/activity.ts';
import { resultOf } from '../../../shared/activity/sentences.ts';
import type { ActivityView } from '../../../shared/api/contract/activities.ts';
import { placeAfterKey } from '../../parts/list/list-keys.ts';
import { formatCount } from '../../ui/format.ts';
import { Pane } from '../../ui/page.tsx';
import { typedDate } from '../../ui/typed-date.ts';
import styles from './activities-page.module.css';

type Props = {
  views: readonly ActivityView[];
  /** What they add up to, in one line. */
  totals: string;
  currentId: string | null;
  onPick: (id: string) => void;
};

export function ActivityList({ views, totals, currentId, onPick }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const place = views.findIndex((view) => view.activity.id === currentId);
  const lines = useVirtualizer({
    count: views.length,
    getScrollElement: () => box.current,
    estimateSize: () => 66,
    getItemKey: (index) => views[index]?.activity.id ?? index,
    overscan: 8,
  });
  useEffect(() => {
    if (place >= 0) lines.scrollToIndex(place);
  }, [place, lines]);
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const to = views[placeAfterKey(event.key, place, views.length) ?? -1];
    if (!to) return;
    event.preventDefault();
    onPick(to.activity.id);
  };
  return (
    <Pane title={`${formatCount(views.length)} hoạt động`} foot={<span className={styles.totals}>{totals}</span>}>
      <div
        ref={box}
        className={styles.scroll}
        role="listbox"
        tabIndex={0}
        aria-label="Hoạt động"
        aria-activedescendant={currentId === null ? undefined : optionId(currentId)}
        onKeyDown={press}
      >
        <div className={styles.list} style={{ height: lines.getTotalSize() }} role="presentation">
          {lines.getVirtualItems().map((line) => {
            const view = views[line.index];
            if (!view) return null;
            const { id } = view.activity;
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the listbox's, which has the focus
              // biome-ignore lint/a11y/useFocusableInteractive: an option of aria-activedescendant is never focused itself
              <div
                key={line.key}
                id={optionId(id)}
                ref={lines.measureElement}
                data-index={line.index}
                role="option"
                aria-selected={id === currentId}
                aria-setsize={views.length}
                aria-posinset={line.index + 1}
                className={styles.option}
                style={{ transform: `translateY(${line.start}px)` }}
                onClick={() => onPick(id)}
              >
                <Line view={view} />
              </div>
            );
          })}
        </div>
      </div>
    </Pane>
  );
}

const optionId = (id: string): string => `hoat-dong-${id}`;

function Line({ view: { activity, tasks, overdue, running } }: { view: ActivityView }) {
  const until = activity.toDate && activity.toDate !== activity.date ? ` – ${typedDate(activity.toDate)}` : '';
  return (
    <>
      <span className={styles.lineTitle}>{activity.title}</span>
      <span className={styles.lineAbout}>
        {[activityNames[activity.kind], `${typedDate(activity.date)}${until}`, resultOf(activity)]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span className={styles.lineMarks}>
        {overdue ? <span className={styles.late}>Quá hạn khắc phục</span> : null}
        {running ? <span className={styles.running}>Đang công khai</span> : null}
        {tasks.length === 0 ? <span className={styles.loose}>Chưa gắn nhiệm vụ</span> : null}
        {activity.sensitive ? <span className={styles.loose}>Nhạy cảm, không đi theo gói</span> : null}
      </span>
    </>
  );
}
