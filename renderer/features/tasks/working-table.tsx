/** The table with its filters, keys and side panes, for one plan and reporting window. */
import { Button } from '@mantine/core';
import { IconPrinter, IconSearchOff } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useLocation, useParams } from 'wouter';
import type { PeopleView, PlanSummary, StateView } from '../../../shared/api/contract/office.ts';
import type { TaskTable } from '../../../shared/api/contract/plans.ts';
import { shortDate } from '../../../shared/text/dates.ts';
import { screenShows } from '../../data/cache.ts';
import { usePickedTasks } from '../../state/picked-tasks.ts';
import { useSession } from '../../state/session.ts';
import { useUndoKeys } from '../../state/undo.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { GridGroup } from '../../ui/grid/grid-model.ts';
import { VirtualTable, type VirtualTableHandle } from '../../ui/grid/virtual-table.tsx';
import { Page } from '../../ui/page.tsx';
import { showProblemToast, showToast } from '../../ui/toast.tsx';
import { taskColumns } from './columns.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { FilterBar, FoundCount } from './filter-bar.tsx';
import { GroupDrawer } from './group-drawer.tsx';
import { stateWords } from './logic/area-counts.ts';
import { officerOf } from './logic/officers.ts';
import { type AreaPart, type NewTaskPlace, newLineId, type TableLine, tableParts } from './logic/table-rows.ts';
import { filterTasks, isFiltered, type Judge, type TaskFilters } from './logic/task-filter.ts';
import { distinctTimes, indexTable } from './logic/task-index.ts';
import { PrintTable } from './print-table.tsx';
import { useTaskScreen } from './screen-state.ts';
import { type TaskContext, TaskContextProvider } from './task-context.ts';
import { useTaskWrites } from './task-writes.ts';
import styles from './tasks-page.module.css';
import { onRowKey } from './use-row-keys.ts';

export type WorkingTableProps = {
  state: StateView;
  plan: PlanSummary;
  table: TaskTable;
  people: PeopleView | undefined;
  /** The plan in words, under the title. */
  sub: string;
};

const lineId = (line: TableLine): string => line.id;

export function WorkingTable({ state, plan, table, people, sub }: WorkingTableProps) {
  const chosen = useTaskScreen((screen) => screen.filters);
  const chooseNothing = useTaskScreen((screen) => screen.chooseNothing);
  const chooseWindow = useSession((session) => session.chooseWindow);
  const profileId = useSession((session) => session.profileId);
  const [, go] = useLocation();
  const writes = useTaskWrites(plan.id);
  const grid = useRef<VirtualTableHandle>(null);
  const activeLine = useRef<TableLine | null>(null);
  const [newTask, setNewTask] = useState<NewTaskPlace | null>(null);
  const [details, setDetails] = useState<{ groupId: string; taskId: string | null } | null>(null);

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
  const columns = useMemo(() => taskColumns(window?.label ?? null, writes), [window?.label, writes]);

  const say = (refusal: string | null) => {
    if (refusal !== null) showProblemToast(refusal);
  };
  useUndoKeys({
    undo: () => void writes.undo().then(say),
    redo: () => void writes.redo().then(say),
  });

  const names = useMemo(() => new Map(people?.people.map((person) => [person.id, person.name])), [people]);
  const nameOf = useCallback((id: string | null | undefined) => (id ? (names.get(id) ?? null) : null), [names]);
  const editCell = useCallback((id: string, columnId: string) => grid.current?.editCell(id, columnId), []);
  const times = useMemo(
    () =>
      distinctTimes(index)
        .map(({ words }) => words)
        .filter(Boolean),
    [index],
  );

  /** The line must be drawn before its editor can open. */
  const afterDrawing = (act: () => void) => requestAnimationFrame(() => requestAnimationFrame(act));
  /** Drawn at once, so that whoever types on without waiting types into the new line. */
  const addBelow = (line: TableLine) => {
    flushSync(() => setNewTask({ groupId: line.group.group.id, afterTaskId: line.kind === 'task' ? line.id : null }));
    flushSync(() => editCell(newLineId, 'task'));
  };
  const remove = (line: TableLine) => {
    if (line.kind !== 'task') return;
    const at = matching.indexOf(line.item);
    const neighbour = matching[at + 1] ?? matching[at - 1];
    void writes.removeTask(line.item.task).then((refusal) => {
      say(refusal);
      if (refusal !== null) afterDrawing(() => grid.current?.focusRow(line.id, 'task'));
    });
    if (neighbour) afterDrawing(() => grid.current?.focusRow(neighbour.task.id, 'task'));
  };
  const openDetails = (line: TableLine) =>
    setDetails({ groupId: line.group.group.id, taskId: line.kind === 'task' ? line.id : null });

  const context: TaskContext = {
    writes,
    people,
    nameOf,
    window,
    judge,
    officer: filters.officer,
    times,
    draftKey: (taskId, field) => `${profileId ?? 'own'}/tasks/${taskId}/${field}`,
    editCell,
    addBelow,
    dropNewLine: () => setNewTask(null),
    showAdded: (taskId) => void screenShows().then(() => afterDrawing(() => grid.current?.focusRow(taskId, 'task'))),
    remove,
    openDetails,
  };

  // Sent here for one task (`/nhiem-vu/<task>`): the keyboard goes to it, and filters that hide it are dropped.
  const { '*': asked } = useParams<{ '*'?: string }>();
  const showAsked = useRef((taskId: string) => void taskId);
  showAsked.current = (taskId) => {
    const item = index.byTaskId.get(taskId);
    if (item && !matching.includes(item)) showAll();
    afterDrawing(() => grid.current?.focusRow(taskId, 'task'));
    go('/nhiem-vu', { replace: true });
  };
  useEffect(() => {
    if (asked) showAsked.current(asked);
  }, [asked]);

  /** The next task without a result, after the row the keyboard is on. */
  const enterNextResult = () => {
    const from = Math.max(
      0,
      matching.findIndex((item) => item.task.id === activeLine.current?.id),
    );
    const turned = [...matching.slice(from), ...matching.slice(0, from)];
    const next = turned.find((item) => (item.task.progress?.state ?? 'chua') === 'chua');
    if (next) editCell(next.task.id, 'state');
    else showToast('Mọi nhiệm vụ đang hiện đều đã có kết quả.');
  };

  return (
    <TaskContextProvider value={context}>
      <Page
        title="Nhiệm vụ"
        sub={
          <span className={styles.about}>
            <span>{sub} ·</span>
            <FoundCount
              shown={matching.length}
              total={index.tasks.length}
              filtered={filtered}
              picked={picked?.words ?? null}
              onShowAll={showAll}
            />
          </span>
        }
        body="fill"
        actions={
          <>
            <Button leftSection={<IconPrinter size="1.125rem" aria-hidden />} onClick={() => globalThis.print()}>
              In bảng
            </Button>
            {window ? (
              <Button variant="filled" onClick={enterNextResult}>
                Ghi kết quả {window.label}
              </Button>
            ) : null}
          </>
        }
        bar={
          <FilterBar
            index={index}
            people={people}
            windows={windows}
            windowId={window?.id ?? null}
            judge={judge}
            onWindow={chooseWindow}
            shown={matching.length}
          />
        }
      >
        <div
          className={styles.table}
          data-testid="task-table"
          data-visible-count={matching.length}
          onKeyDownCapture={(event) =>
            onRowKey(event, {
              columns,
              line: () => activeLine.current,
              addBelow,
              remove,
              openDetails,
              typeOver: (line, columnId, key) => {
                useTaskScreen.getState().typeOver(key);
                editCell(line.id, columnId);
              },
            })
          }
        >
          <VirtualTable
            ref={grid}
            name={filtered ? 'tasks-found' : 'tasks'}
            label="Bảng nhiệm vụ"
            columns={columns}
            groups={groups}
            rowId={lineId}
            onActiveRow={(line) => {
              activeLine.current = line;
            }}
            onOpen={(line, columnId) => {
              if (columnId === 'evidence' && line.kind === 'task') go(`/viec-cua-toi/${line.id}`);
              else if (line.kind === 'empty') addBelow(line);
              else openDetails(line);
            }}
            empty={
              <EmptyState
                icon={IconSearchOff}
                size="small"
                title="Không có nhiệm vụ nào khớp."
                action={<Button onClick={showAll}>Bỏ lọc</Button>}
              >
                Bảng có {index.tasks.length} nhiệm vụ; chữ tìm hoặc bộ lọc đang che hết.
              </EmptyState>
            }
          />
        </div>
      </Page>
      <GroupDrawer
        group={details ? (index.byGroupId.get(details.groupId) ?? null) : null}
        item={details?.taskId ? (index.byTaskId.get(details.taskId) ?? null) : null}
        onClose={() => setDetails(null)}
      />
      <ConflictDialog />
      <PrintTable
        parts={parts}
        windowLabel={window?.label ?? null}
        nameOf={nameOf}
        about={[
          aboutPlan(plan),
          `${window ? `${window.label} · ` : ''}${filtered ? `${matching.length} / ${index.tasks.length} nhiệm vụ (đã lọc)` : `${index.tasks.length} nhiệm vụ`}`,
        ]}
      />
    </TaskContextProvider>
  );
}

/** "Kế hoạch số 08/KH-UBND ngày 11/01/2024 của UBND thị trấn Như Quỳnh", as far as it is known. */
const aboutPlan = ({ number, year, date, issuer }: PlanSummary): string =>
  [
    number ? `Kế hoạch số ${number}` : `Kế hoạch năm ${year}`,
    date ? `ngày ${shortDate(date)}` : '',
    issuer ? `của ${issuer}` : '',
  ]
    .filter(Boolean)
    .join(' ');

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
