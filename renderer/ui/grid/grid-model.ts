/** The table as a list of lines, and where a key leads in it. Pure, so that every movement can be tried without a window. */
import type { ReactNode } from 'react';
import type { AfterSave } from '../editing.ts';

export type GridGroup<Row> = {
  id: string;
  /** Plain words, for screen readers and messages: "3 · Công khai, minh bạch". Null draws the rows with no heading. */
  label: string | null;
  /** What stands in the heading; the label when left away. */
  heading?: ReactNode;
  rows: readonly Row[];
};

export type CellEditing = {
  /** Ends editing after a save; `after` is what the editor was told by the key. */
  finish: (after: AfterSave) => void;
  cancel: () => void;
};

export type GridColumn<Row> = {
  id: string;
  title: string;
  /** Least width in rem, so that larger text gets a wider column. */
  width: number;
  /** Share of the room that is left over; none by default. */
  grow?: number;
  align?: 'left' | 'right';
  cell: (row: Row) => ReactNode;
  /** Neighbouring rows of a group with the same answer are drawn as one cell, like merged cells on the paper. */
  merge?: (row: Row) => string;
  /** The editor that takes the cell's place on Enter, F2 or double click. */
  edit?: (row: Row, editing: CellEditing) => ReactNode;
  /** Says which rows may be edited in this column; all when left away. */
  editable?: (row: Row) => boolean;
};

export type GridLine<Row> =
  | { kind: 'group'; key: string; group: GridGroup<Row>; folded: boolean }
  | { kind: 'row'; key: string; row: Row; groupId: string; before: Row | null; after: Row | null };

/** A cell: the line's key and the column's number. A group heading is one cell whatever the column. */
export type GridPlace = { key: string; column: number };

const groupKey = (id: string): string => `group:${id}`;
export const rowKey = (id: string): string => `row:${id}`;

/** Headings and the rows of unfolded groups, in order. Keys are unique as long as ids are. */
export function linesOf<Row>(
  groups: readonly GridGroup<Row>[],
  rowId: (row: Row) => string,
  folded: ReadonlySet<string>,
): GridLine<Row>[] {
  const lines: GridLine<Row>[] = [];
  for (const group of groups) {
    const closed = group.label !== null && folded.has(group.id);
    if (group.label !== null) lines.push({ kind: 'group', key: groupKey(group.id), group, folded: closed });
    if (closed) continue;
    group.rows.forEach((row, index) => {
      const before = group.rows[index - 1] ?? null;
      const after = group.rows[index + 1] ?? null;
      lines.push({ kind: 'row', key: rowKey(rowId(row)), row, groupId: group.id, before, after });
    });
  }
  return lines;
}

export type Movement = {
  key: string;
  ctrl: boolean;
  line: number;
  column: number;
  lineCount: number;
  columnCount: number;
  /** Lines that fit in the window, for PageUp and PageDown. */
  page: number;
};

/** The cell a movement key leads to, or null when the key is no movement. At an edge it stays where it is. */
export function moveBy({
  key,
  ctrl,
  line,
  column,
  lineCount,
  columnCount,
  page,
}: Movement): { line: number; column: number } | null {
  const lastLine = Math.max(0, lineCount - 1);
  const lastColumn = columnCount - 1;
  const at = (nextLine: number, nextColumn: number) => ({
    line: Math.min(lastLine, Math.max(0, nextLine)),
    column: Math.min(lastColumn, Math.max(0, nextColumn)),
  });
  switch (key) {
    case 'ArrowUp':
      return at(ctrl ? 0 : line - 1, column);
    case 'ArrowDown':
      return at(ctrl ? lastLine : line + 1, column);
    case 'ArrowLeft':
      return at(line, ctrl ? 0 : column - 1);
    case 'ArrowRight':
      return at(line, ctrl ? lastColumn : column + 1);
    case 'Home':
      return at(ctrl ? 0 : line, 0);
    case 'End':
      return at(ctrl ? lastLine : line, lastColumn);
    case 'PageUp':
      return at(line - page, column);
    case 'PageDown':
      return at(line + page, column);
    default:
      return null;
  }
}

export const mayEdit = <Row>(column: GridColumn<Row> | undefined, row: Row): boolean =>
  column?.edit !== undefined && (column.editable?.(row) ?? true);

/** After a save: the next or previous cell that can be edited, across rows and groups; down keeps the column; the same cell when there is none. */
export function afterSave<Row>(
  lines: readonly GridLine<Row>[],
  columns: readonly GridColumn<Row>[],
  from: { line: number; column: number },
  after: AfterSave,
): { line: number; column: number } {
  if (after === 'stay') return from;
  const step = after === 'previous' ? -1 : 1;
  if (after === 'down') {
    for (let line = from.line + 1; line < lines.length; line += 1)
      if (lines[line]?.kind === 'row') return { line, column: from.column };
    return from;
  }
  let { line, column } = from;
  for (;;) {
    column += step;
    if (column < 0 || column >= columns.length) {
      line += step;
      column = step > 0 ? 0 : columns.length - 1;
    }
    const here = lines[line];
    if (!here) return from;
    if (here.kind === 'row' && mayEdit(columns[column], here.row)) return { line, column };
  }
}
