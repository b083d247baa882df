/** Narrows the list of one officer: words, standing, and whether tasks that are not due in the window are in it. */
import type { WorkItem } from '../../../shared/api/contract/work.ts';
import { PillFilters } from '../../ui/pill-filters.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { useMineView } from './mine-view.ts';
import { type Standing, searchText, shownItems, standings } from './work-list.ts';

const standingWords: Record<Standing, string> = {
  none: 'Chưa có kết quả',
  working: 'Đang làm',
  unproven: 'Thiếu minh chứng',
  done: 'Đã xong',
};

type WorkBarProps = {
  shown: readonly WorkItem[];
  /** How much there is of each, whatever is filtered. */
  counts: Readonly<Record<Standing, number>>;
  /** Tasks that are not due in this window. */
  idle: number;
};

export function WorkBar({ shown, counts, idle }: WorkBarProps) {
  const { query, standing, idleShown, setQuery, setStanding, showIdle } = useMineView();
  const fits = (item: WorkItem) => shownItems([item], { query, standing, keep: null }, searchText).length > 0;
  return (
    <>
      <SearchBox
        label="Tìm trong việc của tôi"
        value={query}
        onChange={setQuery}
        found={query === '' ? null : shown.filter(fits).length}
      />
      <PillFilters
        label="Lọc theo tình trạng"
        mode="one"
        value={standing === null ? [] : [standing]}
        onChange={([first]) => setStanding(first ?? null)}
        pills={standings.map((value) => ({
          value,
          label: standingWords[value],
          count: counts[value],
          tone: value === 'none' || value === 'unproven' ? ('due' as const) : undefined,
        }))}
      />
      {idle > 0 ? (
        <PillFilters
          label="Việc không đến hạn kỳ này"
          value={idleShown ? ['idle'] : []}
          onChange={(chosen) => showIdle(chosen.length > 0)}
          pills={[{ value: 'idle', label: 'Cả việc không đến hạn', count: idle }]}
        />
      ) : null}
    </>
  );
}
