/** Keys of the working table beyond moving and editing: add, remove, details, menu, and typing over a cell. */
import type { KeyboardEvent } from 'react';
import type { GridColumn } from '../../ui/grid/grid-model.ts';
import { isComposing } from '../../ui/keyboard.ts';
import { typedColumns } from './columns.tsx';
import type { TableLine } from './logic/table-rows.ts';

export type RowKeys = {
  columns: readonly GridColumn<TableLine>[];
  /** The row the keyboard is on; null on the heading of an area. */
  line: () => TableLine | null;
  addBelow: (line: TableLine) => void;
  remove: (line: TableLine) => void;
  openDetails: (line: TableLine) => void;
  /** Opens the editor of a cell; it starts with the typed key. */
  typeOver: (line: TableLine, columnId: string, key: string) => void;
};

/** Comes before the table's own keys; returns without a trace when the key is none of these. */
export function onRowKey(event: KeyboardEvent<HTMLElement>, keys: RowKeys): void {
  const cell = event.target as HTMLElement;
  const line = keys.line();
  if (cell.getAttribute('role') !== 'gridcell' || !line || event.altKey || event.metaKey) return;
  if (isComposing(event)) return;
  const take = () => {
    event.preventDefault();
    event.stopPropagation();
  };
  if (event.key === 'Enter' && event.ctrlKey) {
    take();
    keys.addBelow(line);
  } else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
    take();
    cell.closest('[role="row"]')?.querySelector<HTMLElement>('[data-row-menu]')?.click();
  } else if (event.ctrlKey) {
    return;
  } else if (event.key === 'Delete') {
    take();
    keys.remove(line);
  } else if (event.key === ' ') {
    take();
    keys.openDetails(line);
  } else if (isLetter(event.key)) {
    const column = keys.columns[Number(cell.dataset.column)];
    if (line.kind !== 'task' || !column || !typedColumns.includes(column.id)) return;
    take();
    keys.typeOver(line, column.id, event.key);
  }
}

/** A printed character; "/" and "?" belong to the search box and the list of keys. */
const isLetter = (key: string): boolean => [...key].length === 1 && key !== '/' && key !== '?';
