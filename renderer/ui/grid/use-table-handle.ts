/** What a screen may ask of its table from outside: the keyboard to a row, or an editor opened. */
import type { Virtualizer } from '@tanstack/react-virtual';
import { type Ref, useImperativeHandle } from 'react';
import { type GridColumn, type GridGroup, linesOf, rowKey } from './grid-model.ts';
import type { ActiveCell } from './use-active-cell.ts';
import type { GridLines } from './use-grid-lines.ts';

export type VirtualTableHandle = {
  /** Brings a row into sight and the keyboard to it; unfolds its group. Nothing happens for a row that is not in the table. */
  focusRow: (rowId: string, columnId?: string) => void;
  /** The same, and opens the editor of that cell. */
  editCell: (rowId: string, columnId: string) => void;
};

export type TableHandleInput<Row> = {
  groups: readonly GridGroup<Row>[];
  columns: readonly GridColumn<Row>[];
  rowId: (row: Row) => string;
  shown: GridLines<Row>;
  cell: ActiveCell;
  virtual: Virtualizer<HTMLElement, Element>;
};

export function useTableHandle<Row>(ref: Ref<VirtualTableHandle> | undefined, input: TableHandleInput<Row>) {
  const { groups, columns, rowId, shown, cell, virtual } = input;
  useImperativeHandle(ref, () => {
    /** Where the row will stand once its group is open. */
    const find = (id: string, columnId?: string) => {
      const group = groups.find((one) => one.rows.some((row) => rowId(row) === id));
      if (group && shown.foldedIds.includes(group.id)) shown.toggle(group.id);
      const unfolded = linesOf(groups, rowId, new Set(shown.foldedIds.filter((one) => one !== group?.id)));
      const line = unfolded.findIndex((one) => one.key === rowKey(id));
      const column = Math.max(
        0,
        columns.findIndex((one) => one.id === columnId),
      );
      return line < 0 ? null : { line, column };
    };
    return {
      focusRow: (id, columnId) => {
        const at = find(id, columnId);
        if (!at) return;
        cell.setPlace({ key: rowKey(id), ...at });
        cell.wanted.current = at;
        requestAnimationFrame(() => virtual.scrollToIndex(at.line, { align: 'auto' }));
      },
      editCell: (id, columnId) => {
        const at = find(id, columnId);
        if (!at) return;
        cell.setPlace({ key: rowKey(id), ...at });
        cell.setEditing({ key: rowKey(id), column: at.column });
        requestAnimationFrame(() => virtual.scrollToIndex(at.line, { align: 'auto' }));
      },
    };
  });
}
