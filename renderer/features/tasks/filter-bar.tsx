/** Finding and filtering: one line of choices above the table, and how many tasks they leave. */
import { useLayoutEffect, useMemo, useRef } from 'react';
import type { PeopleView, WindowView } from '../../../shared/api/contract/office.ts';
import { type TimeStanding, timeStandings, timeStandingWords } from '../../../shared/schedule/standing.ts';
import { formatCount } from '../../ui/format.ts';
import { PillMenu } from '../../ui/pill-filters.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { countTasks } from './logic/area-counts.ts';
import { officerChoices } from './logic/officers.ts';
import { useTaskScreen } from './logic/screen-state.ts';
import { dueStanding, type Judge, type StateFilter } from './logic/task-filter.ts';
import { distinctTimes, type TaskIndex } from './logic/task-index.ts';
import styles from './tasks-page.module.css';

export type FilterBarProps = {
  index: TaskIndex;
  people: PeopleView | undefined;
  windows: readonly WindowView[];
  windowId: string | null;
  judge: Judge;
  onWindow: (windowId: string) => void;
  shown: number;
};

export function FilterBar({ index, people, windows, windowId, judge, onWindow, shown }: FilterBarProps) {
  const filters = useTaskScreen((state) => state.filters);
  const choose = useTaskScreen((state) => state.choose);
  const find = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    find.current?.querySelector('input')?.setAttribute('data-testid', 'task-search');
  }, []);
  const officers = useMemo(() => (people ? officerChoices(people) : []), [people]);
  const areas = useMemo(
    () =>
      index.table.areas.map((area) => ({ value: area.id, label: area.no ? `${area.no} · ${area.name}` : area.name })),
    [index],
  );
  const times = useMemo(
    () =>
      distinctTimes(index).map(({ key, words, tasks }) => ({ value: key, label: words || 'Chưa ghi', count: tasks })),
    [index],
  );
  const states = useMemo(() => stateChoices(index), [index]);
  const dues = useMemo(() => dueChoices(index, judge), [index, judge]);

  return (
    <>
      <div ref={find} className={styles.find}>
        <SearchBox
          label="Tìm nhiệm vụ"
          width="11.5rem"
          value={filters.find}
          found={shown}
          onChange={(words) => choose({ find: words })}
        />
      </div>
      {windows.length > 0 ? (
        <PillMenu
          label="Kỳ"
          everything="Chọn kỳ"
          required
          options={windows.map(({ id, label }) => ({ value: id, label }))}
          value={windowId}
          onChange={(id) => id && onWindow(id)}
        />
      ) : null}
      <PillMenu
        label="Người, bộ phận"
        everything="Mọi người"
        options={officers}
        value={filters.officer}
        onChange={(officer) => choose({ officer })}
      />
      <PillMenu
        label="Lĩnh vực"
        everything="Mọi lĩnh vực"
        options={areas}
        value={filters.areaId}
        onChange={(areaId) => choose({ areaId })}
      />
      <PillMenu<StateFilter>
        label="Trạng thái"
        everything="Mọi trạng thái"
        options={states}
        value={filters.state}
        onChange={(state) => choose({ state })}
      />
      {windowId === null ? null : (
        <PillMenu<TimeStanding>
          label="Thời hạn"
          everything="Mọi thời hạn"
          options={dues}
          value={filters.due}
          onChange={(due) => choose({ due })}
        />
      )}
      <PillMenu
        label="Thời gian"
        everything="Mọi thời gian"
        options={times}
        value={filters.timeKey}
        onChange={(timeKey) => choose({ timeKey })}
      />
    </>
  );
}

type FoundCountProps = {
  shown: number;
  total: number;
  filtered: boolean;
  /** Why only some tasks are shown, where another screen led to them. */
  picked: string | null;
  onShowAll: () => void;
};

/** How many of how many, and the way back to all of them: above the choices, so that choosing never moves the table. */
export function FoundCount({ shown, total, filtered, picked, onShowAll }: FoundCountProps) {
  return (
    <span className={styles.found}>
      <output className={`${styles.count} numbers`}>
        {formatCount(shown)} / {formatCount(total)} nhiệm vụ
      </output>
      {picked === null ? null : <span className={styles.picked}>{picked}</span>}
      {filtered ? (
        <button type="button" className={`text-link ${styles.dropFilters}`} onClick={onShowAll}>
          Bỏ lọc
        </button>
      ) : null}
    </span>
  );
}

/** What is late counts as due, too. */
function dueChoices(index: TaskIndex, judge: Judge): { value: TimeStanding; label: string; count: number }[] {
  const counts = new Map<TimeStanding, number>();
  const add = (standing: TimeStanding) => counts.set(standing, (counts.get(standing) ?? 0) + 1);
  for (const item of index.tasks) {
    const standing = dueStanding(item, judge);
    if (standing !== null) add(standing);
    if (standing === 'late') add('due');
  }
  return timeStandings.map((value) => ({ value, label: timeStandingWords[value], count: counts.get(value) ?? 0 }));
}

function stateChoices(index: TaskIndex): { value: StateFilter; label: string; count: number }[] {
  const counts = countTasks(index.tasks);
  return [
    { value: 'chua', label: 'Chưa có kết quả', count: counts.without },
    { value: 'dang-lam', label: 'Đang làm', count: counts.doing },
    { value: 'xong', label: 'Hoàn thành', count: counts.done },
    { value: 'khong-phat-sinh', label: 'Không phát sinh', count: counts.notArisen },
    { value: 'thieu-minh-chung', label: 'Thiếu minh chứng', count: counts.lackingEvidence },
  ];
}
