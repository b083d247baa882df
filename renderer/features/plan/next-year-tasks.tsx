/** Every task of the old plan: carried or left, with the reason beside it. Only the rows in sight are drawn. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import type { NextYearView } from '../../../shared/api/contract/writing.ts';
import { TextAction } from '../../ui/note.tsx';
import { PillFilters } from '../../ui/pill-filters.tsx';
import styles from './next-year.module.css';

type Task = NextYearView['tasks'][number];
type Shown = Task['kind'] | 'khong-con-cho';

const kindWords: Record<Shown, string> = {
  'moi-nam': 'Việc của mọi năm',
  'chua-xong': 'Chưa xong',
  'cho-su-kien': 'Chờ sự kiện',
  'khong-phat-sinh': 'Không phát sinh',
  'da-xong': 'Đã xong, không chuyển',
  'khong-con-cho': 'Không còn chỗ trong bộ chỉ số',
};

export type NextYearTasksProps = {
  tasks: readonly Task[];
  taxonomyId: string | null;
  isTaken: (task: Task) => boolean;
  /** Takes what was left, leaves what was taken. */
  onTurn: (ids: readonly string[]) => void;
};

export function NextYearTasks({ tasks, taxonomyId, isTaken, onTurn }: NextYearTasksProps) {
  const [kind, setKind] = useState<Shown | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const placeless = (task: Task): boolean => taxonomyId !== null && task.placelessIn.includes(taxonomyId);
  const fits = (task: Task, shown: Shown): boolean =>
    shown === 'khong-con-cho' ? placeless(task) : task.kind === shown;
  const shown = kind === null ? tasks : tasks.filter((task) => fits(task, kind));
  const list = useVirtualizer({
    count: shown.length,
    getScrollElement: () => box.current,
    estimateSize: () => 72,
    overscan: 8,
  });
  const pills = (Object.keys(kindWords) as Shown[])
    .map((value) => ({ value, label: kindWords[value], count: tasks.filter((task) => fits(task, value)).length }))
    .filter(({ count }) => count > 0);
  return (
    <>
      <div className={styles.tools}>
        <PillFilters
          label="Lọc nhiệm vụ theo lý do"
          mode="one"
          pills={pills}
          value={kind === null ? [] : [kind]}
          onChange={([first]) => setKind(first ?? null)}
        />
        <span className={styles.both}>
          <TextAction onClick={() => onTurn(shown.filter((task) => !isTaken(task)).map(({ id }) => id))}>
            Chuyển tất cả đang hiện
          </TextAction>
          <TextAction onClick={() => onTurn(shown.filter(isTaken).map(({ id }) => id))}>Bỏ tất cả đang hiện</TextAction>
        </span>
      </div>
      <div ref={box} className={styles.scroll}>
        <ul className={styles.list} aria-label="Nhiệm vụ của kế hoạch cũ" style={{ height: list.getTotalSize() }}>
          {list.getVirtualItems().map(({ index, start, key }) => {
            const task = shown[index]!;
            return (
              <li
                key={key}
                ref={list.measureElement}
                data-index={index}
                className={styles.task}
                aria-setsize={shown.length}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start}px)` }}
              >
                <label className={styles.label}>
                  <input type="checkbox" checked={isTaken(task)} onChange={() => onTurn([task.id])} />
                  <span>
                    {task.text}
                    <span className={styles.about}>
                      {task.area}
                      {task.time === ''
                        ? ''
                        : ` · ${task.time}${task.timeNext === task.time ? '' : ` → ${task.timeNext}`}`}
                      {task.assignee === null ? '' : ` · giao ${task.assignee}`}
                    </span>
                  </span>
                </label>
                <span className={styles.reason}>
                  {task.reason}
                  {placeless(task) ? <strong> Không còn chỗ trong bộ chỉ số đã chọn.</strong> : null}
                </span>
              </li>
            );
          })}
        </ul>
      </div>
    </>
  );
}
