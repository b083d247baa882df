/** What the keyboard and the mouse do to rows of the table, and where the keyboard goes afterwards. */
import { type RefObject, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useLocation, useParams } from 'wouter';
import { screenShows } from '../../data/cache.ts';
import { useUndoKeys } from '../../state/undo.ts';
import type { VirtualTableHandle } from '../../ui/grid/virtual-table.tsx';
import { showProblemToast, showToast } from '../../ui/toast.tsx';
import { type NewTaskPlace, newLineId, type TableLine } from './logic/table-rows.ts';
import type { TableView } from './use-table-view.tsx';
import type { TaskWrites } from './writes/task-writes.ts';

type Given = {
  view: TableView;
  writes: TaskWrites;
  grid: RefObject<VirtualTableHandle | null>;
  setNewTask: (place: NewTaskPlace | null) => void;
};

/** The line must be drawn before its editor can open. */
const afterDrawing = (act: () => void) => requestAnimationFrame(() => requestAnimationFrame(act));

const say = (refusal: string | null) => {
  if (refusal !== null) showProblemToast(refusal);
};

export function useRowActs({ view, writes, grid, setNewTask }: Given) {
  const { matching } = view;
  const activeLine = useRef<TableLine | null>(null);
  useUndoKeys({
    undo: () => void writes.undo().then(say),
    redo: () => void writes.redo().then(say),
  });
  const focusRow = (id: string) => afterDrawing(() => grid.current?.focusRow(id, 'task'));
  const editCell = (id: string, columnId: string) => grid.current?.editCell(id, columnId);
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
      if (refusal !== null) focusRow(line.id);
    });
    if (neighbour) focusRow(neighbour.task.id);
  };
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
  useAskedTask(view, focusRow);
  return {
    activeLine,
    editCell,
    addBelow,
    remove,
    enterNextResult,
    showAdded: (taskId: string) => void screenShows().then(() => focusRow(taskId)),
  };
}

/** Sent here for one task (`/nhiem-vu/<task>`): the keyboard goes to it, and filters that hide it are dropped. */
function useAskedTask({ index, matching, showAll }: TableView, focusRow: (taskId: string) => void): void {
  const [, go] = useLocation();
  const { '*': asked } = useParams<{ '*'?: string }>();
  const showAsked = useRef((taskId: string) => void taskId);
  showAsked.current = (taskId) => {
    const item = index.byTaskId.get(taskId);
    if (item && !matching.includes(item)) showAll();
    focusRow(taskId);
    go('/nhiem-vu', { replace: true });
  };
  useEffect(() => {
    if (asked) showAsked.current(asked);
  }, [asked]);
}
