/** What of the table is in sight: the filters, the tasks that match, the rows they make. */
import { useCallback, useEffect, useMemo } from 'react';
import type { PeopleView, PlanSummary, StateView } from '../../../shared/api/contract/office.ts';
import type { TaskTable } from '../../../shared/api/contract/plans.ts';
import { usePickedTasks } from '../../state/picked-tasks.ts';
import type { GridGroup } from '../../ui/grid/grid-model.ts';
import { stateWords } from './logic/area-counts.ts';
import { officerOf } from './logic/officers.ts';
import { useTaskScreen } from './logic/screen-state.ts';
import { type AreaPart, type NewTaskPlace, type TableLine, tableParts } from './logic/table-rows.ts';
import { filterTasks, isFiltered, type Judge, type TaskFilters } from './logic/task-filter.ts';
import { distinctTimes, indexTable } from './logic/task-index.ts';
import styles from './tasks-page.module.css';

type Seen = {
  state: StateView;
  plan: PlanSummary;
  table: TaskTable;
  people: PeopleView | undefined;
  newTask: NewTaskPlace | null;
};

export function useTableView({ state, plan, table, people, newTask }: Seen) {
  const chosen = useTaskScreen((screen) => screen.filters);
  const chooseNothing = useTaskScreen((screen) => screen.chooseNothing);
  const windows = useMemo(() => state.windows.filter((window) => window.year === plan.year), [state, plan.year]);
  const window = windows.find((each) => each.id === table.windowId) ?? null;
  const index = useMemo(() => indexTable(table), [table]);
  const filters = useMemo<TaskFilters>(() => {
    const known = table.areas.some((area) => area.id === chosen.areaId);
    return { ...chosen, officer: officerOf(people, chosen.officer), areaId: known ? chosen.areaId : null };
  }, [chosen, people, table.areas]);
  const picked = usePickedTasks(({ picked: asked }) => (asked?.planId === plan.id ? asked : null));
  const letGo = usePickedTasks((state) => state.letGo);
  const showAll = useCallback(() => {
    letGo();
    chooseNothing();
  }, [letGo, chooseNothing]);
  // Another screen leads to tasks it counted: a filter left from before would hide some of them.
  useEffect(() => {
    if (picked) chooseNothing();
  }, [picked, chooseNothing]);
  const filtered = isFiltered(filters) || picked !== null;
  const judge = useMemo<Judge>(() => ({ window, today: state.today }), [window, state.today]);
  const matching = useMemo(() => {
    const found = filterTasks(index, filters, judge);
    return picked ? found.filter((item) => picked.ids.has(item.task.id)) : found;
  }, [index, filters, judge, picked]);
  const parts = useMemo(() => tableParts(index, matching, !filtered, newTask), [index, matching, filtered, newTask]);
  const groups = useMemo(() => parts.map((part) => gridGroup(part, filtered)), [parts, filtered]);
  const times = useMemo(
    () =>
      distinctTimes(index)
        .map(({ words }) => words)
        .filter(Boolean),
    [index],
  );
  return {
    windows,
    window,
    index,
    officer: filters.officer,
    picked,
    showAll,
    filtered,
    judge,
    matching,
    parts,
    groups,
    times,
  };
}

export type TableView = ReturnType<typeof useTableView>;

function gridGroup(part: AreaPart, filtered: boolean): GridGroup<TableLine> {
  const { area, counts, total, lines } = part;
  const label = area.no ? `${area.no} · ${area.name}` : area.name;
  const tasks = filtered
    ? `${counts.tasks} / ${total} nhiệm vụ`
    : `${counts.components} nội dung thành phần, ${total} nhiệm vụ`;
  return {
    id: area.id,
    label,
    rows: lines,
    heading: (
      <>
        {label}
        <span className={styles.areaCounts}>
          {tasks}
          {counts.tasks > 0 ? ` · ${stateWords(counts)}` : ''}
        </span>
      </>
    ),
  };
}
