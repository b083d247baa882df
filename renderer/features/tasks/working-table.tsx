/** The table with its filters, keys and side panes, for one plan and reporting window. */
import { Button } from '@mantine/core';
import { IconPrinter, IconSearchOff } from '@tabler/icons-react';
import { type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { PeopleView, PlanSummary, StateView } from '../../../shared/api/contract/office.ts';
import type { TaskTable } from '../../../shared/api/contract/plans.ts';
import { shortDate } from '../../../shared/text/dates.ts';
import { useLeavingChange, useSettledAct } from '../../data/saver/saving.ts';
import { useSession } from '../../state/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { GridColumn } from '../../ui/grid/grid-model.ts';
import { VirtualTable, type VirtualTableHandle } from '../../ui/grid/virtual-table.tsx';
import { Page } from '../../ui/page.tsx';
import { type TaskContext, TaskContextProvider } from './cells/task-context.ts';
import { taskColumns } from './columns.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { FilterBar, FoundCount } from './filter-bar.tsx';
import { GroupDrawer } from './group-drawer.tsx';
import { useTaskScreen } from './logic/screen-state.ts';
import type { NewTaskPlace, TableLine } from './logic/table-rows.ts';
import { PrintTable } from './print-table.tsx';
import styles from './tasks-page.module.css';
import { useRowActs } from './use-row-acts.ts';
import { onRowKey } from './use-row-keys.ts';
import { type TableView, useTableView } from './use-table-view.tsx';
import { useTaskWrites } from './writes/task-writes.ts';

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
  const chooseWindow = useLeavingChange(useSession((session) => session.chooseWindow));
  const writes = useTaskWrites(plan.id);
  const grid = useRef<VirtualTableHandle>(null);
  const [newTask, setNewTask] = useState<NewTaskPlace | null>(null);
  const [details, setDetails] = useState<{ groupId: string; taskId: string | null } | null>(null);
  const view = useTableView({ state, plan, table, people, newTask });
  const { windows, window, index, picked, showAll, filtered, judge, matching, parts } = view;
  const acts = useRowActs({ view, writes, grid, setNewTask });
  const columns = useMemo(() => taskColumns(window?.label ?? null, writes), [window?.label, writes]);
  const names = useMemo(() => new Map(people?.people.map((person) => [person.id, person.name])), [people]);
  const nameOf = useCallback((id: string | null | undefined) => (id ? (names.get(id) ?? null) : null), [names]);
  const openDetails = (line: TableLine) =>
    setDetails({ groupId: line.group.group.id, taskId: line.kind === 'task' ? line.id : null });
  const print = useSettledAct([`plan/${plan.id}`], () => globalThis.print());

  const context: TaskContext = {
    planId: plan.id,
    writes,
    people,
    nameOf,
    window,
    judge,
    officer: view.officer,
    times: view.times,
    editCell: acts.editCell,
    addBelow: acts.addBelow,
    dropNewLine: () => setNewTask(null),
    showAdded: acts.showAdded,
    remove: acts.remove,
    openDetails,
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
            <Button leftSection={<IconPrinter size="1.125rem" aria-hidden />} onClick={() => void print()}>
              In bảng
            </Button>
            {window ? (
              <Button variant="filled" onClick={acts.enterNextResult}>
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
        <TableBox view={view} acts={acts} columns={columns} grid={grid} openDetails={openDetails} />
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

type TableBoxProps = {
  view: TableView;
  acts: ReturnType<typeof useRowActs>;
  columns: GridColumn<TableLine>[];
  grid: RefObject<VirtualTableHandle | null>;
  openDetails: (line: TableLine) => void;
};

/** The table itself with its keys. */
function TableBox({ view, acts, columns, grid, openDetails }: TableBoxProps) {
  const [, go] = useLocation();
  const { matching, groups, filtered, index, showAll } = view;
  return (
    <div
      className={styles.table}
      data-testid="task-table"
      data-visible-count={matching.length}
      onKeyDownCapture={(event) =>
        onRowKey(event, {
          columns,
          line: () => acts.activeLine.current,
          addBelow: acts.addBelow,
          remove: acts.remove,
          openDetails,
          typeOver: (line, columnId, key) => {
            useTaskScreen.getState().typeOver(key);
            acts.editCell(line.id, columnId);
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
          acts.activeLine.current = line;
        }}
        onOpen={(line, columnId) => {
          if (columnId === 'evidence' && line.kind === 'task') go(`/viec-cua-toi/${line.id}`);
          else if (line.kind === 'empty') acts.addBelow(line);
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
