/** The matching tasks as the table shows them: areas with their rows, in plan order. Pure. */
import { type AreaCounts, countTasks } from './area-counts.ts';
import type { Area, IndexedGroup, IndexedTask, TaskIndex } from './task-index.ts';

export type TaskLine = {
  kind: 'task';
  id: string;
  group: IndexedGroup;
  item: IndexedTask;
  /** The first shown task of its group carries the expected results, as the merged cell of the paper does. */
  carriesResults: boolean;
};

/** A place in a group where no task stands yet: a group that has none, or the line a new task is being typed in. */
export type OpenLine = { kind: 'empty' | 'new'; id: string; group: IndexedGroup; afterTaskId: string | null };

export type TableLine = TaskLine | OpenLine;

export type AreaPart = {
  area: Area;
  lines: TableLine[];
  /** Of the shown tasks. */
  counts: AreaCounts;
  /** Tasks of the area, shown or not. */
  total: number;
};

export type NewTaskPlace = { groupId: string; afterTaskId: string | null };

export const newLineId = 'new-task';
const emptyLineId = (groupId: string) => `empty-${groupId}`;

/**
 * Areas that have something to show. `showEmpty` adds groups without tasks (where nothing is filtered); `newTask` adds the
 * line that is being typed in below its neighbour.
 */
export function tableParts(
  index: TaskIndex,
  matching: readonly IndexedTask[],
  showEmpty: boolean,
  newTask: NewTaskPlace | null,
): AreaPart[] {
  const shown = new Map<IndexedGroup, IndexedTask[]>();
  for (const item of matching) {
    const known = shown.get(item.group);
    if (known) known.push(item);
    else shown.set(item.group, [item]);
  }
  const parts: AreaPart[] = [];
  let part: AreaPart | null = null;
  let items: IndexedTask[] = [];
  const close = () => {
    if (part) part.counts = countTasks(items);
    if (part && part.lines.length > 0) parts.push(part);
    items = [];
  };
  for (const group of index.groups) {
    if (part?.area.id !== group.area.id) {
      close();
      part = { area: group.area, lines: [], counts: countTasks([]), total: 0 };
    }
    part.total += group.tasks.length;
    const tasks = shown.get(group) ?? [];
    items.push(...tasks);
    part.lines.push(...linesOfGroup(group, tasks, showEmpty, newTask));
  }
  close();
  return parts;
}

const carrying = new WeakMap<IndexedTask, TaskLine>();
const plain = new WeakMap<IndexedTask, TaskLine>();

/** One line object per task as long as the table is the same: a filter that keeps a row does not make it be drawn again. */
function lineOf(item: IndexedTask, carriesResults: boolean): TaskLine {
  const made = carriesResults ? carrying : plain;
  const known = made.get(item);
  if (known) return known;
  const line: TaskLine = { kind: 'task', id: item.task.id, group: item.group, item, carriesResults };
  made.set(item, line);
  return line;
}

function linesOfGroup(
  group: IndexedGroup,
  tasks: readonly IndexedTask[],
  showEmpty: boolean,
  newTask: NewTaskPlace | null,
): TableLine[] {
  const lines: TableLine[] = tasks.map((item, index) => lineOf(item, index === 0 && group.group.results.length > 0));
  if (newTask?.groupId === group.group.id) {
    const after = lines.findIndex((line) => line.id === newTask.afterTaskId);
    const line: OpenLine = { kind: 'new', id: newLineId, group, afterTaskId: newTask.afterTaskId };
    lines.splice(after < 0 ? lines.length : after + 1, 0, line);
  }
  if (lines.length === 0 && showEmpty && group.tasks.length === 0)
    lines.push({ kind: 'empty', id: emptyLineId(group.group.id), group, afterTaskId: null });
  return lines;
}

/** Longest run of rows under one merged cell on paper: a taller one would jump to a new page and leave a gap behind it. */
const longestSpan = 12;

/**
 * Row spans for a printed table: at each line the number of rows its cell covers, 0 where a cell above covers it.
 * Lines with the same key are one cell, cut into pieces of at most twelve.
 */
export function rowSpans<T>(lines: readonly T[], key: (line: T) => string): number[] {
  const spans = new Array<number>(lines.length).fill(0);
  let start = 0;
  lines.forEach((line, index) => {
    const first = lines[start];
    if (index > start && (first === undefined || key(first) !== key(line) || index - start >= longestSpan))
      start = index;
    spans[start] = index - start + 1;
  });
  return spans;
}
