/** The one cell of the table that holds the keyboard, and the one that is being edited. */
import type { Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { AfterSave } from '../editing.ts';
import { afterSave, type CellEditing, type GridColumn, type GridLine, mayEdit } from './grid-model.ts';
import type { GridLines } from './use-grid-lines.ts';

/** The key finds the line again after rows were added or taken; the number stands in when the line itself is gone. */
type Place = { key: string; line: number; column: number };

/** Where the keyboard is, as remembered between renders, and how to change it. */
export type ActiveCell = {
  activeLine: number;
  activeColumn: number;
  setPlace: (place: Place) => void;
  editing: { key: string; column: number } | null;
  setEditing: (editing: { key: string; column: number } | null) => void;
  /** The cell that must take the keyboard once it is drawn. */
  wanted: RefObject<{ line: number; column: number } | null>;
};

export function useActiveCell<Row>({ lines, lineOfKey }: GridLines<Row>, columnCount: number): ActiveCell {
  const [remembered, setPlace] = useState<Place>({ key: '', line: 0, column: 0 });
  const [editing, setEditing] = useState<{ key: string; column: number } | null>(null);
  const wanted = useRef<{ line: number; column: number } | null>(null);
  // A filter may take the active row away: the line that moved into its place becomes active.
  const activeLine = Math.min(lineOfKey.get(remembered.key) ?? remembered.line, Math.max(0, lines.length - 1));
  const activeColumn = Math.min(remembered.column, columnCount - 1);
  return { activeLine, activeColumn, setPlace, editing, setEditing, wanted };
}

export type CellMovesInput<Row> = {
  box: RefObject<HTMLElement | null>;
  lines: readonly GridLine<Row>[];
  columns: readonly GridColumn<Row>[];
  cell: ActiveCell;
  virtual: Virtualizer<HTMLElement, Element>;
};

export type CellMoves = {
  /** Makes a cell the active one; with `focus` it is also brought into sight and takes the keyboard. */
  goTo: (line: number, column: number, focus: boolean) => void;
  /** Opens the editor of a cell; answers whether it has one. */
  startEditing: (line: number, column: number) => boolean;
  /** One object for all rows and renders, so that rows outside the edited one are not redrawn. */
  cellEditing: CellEditing;
};

export function useCellMoves<Row>({ box, lines, columns, cell, virtual }: CellMovesInput<Row>): CellMoves {
  const { activeLine, activeColumn, setPlace, editing, setEditing, wanted } = cell;
  const goTo = useCallback(
    (line: number, column: number, focus: boolean) => {
      setPlace({ key: lines[line]?.key ?? '', line, column });
      if (!focus) return;
      wanted.current = { line, column };
      virtual.scrollToIndex(line, { align: 'auto' });
    },
    [lines, virtual, setPlace, wanted],
  );

  useLayoutEffect(() => {
    const place = wanted.current;
    if (!place || editing) return;
    const heading = lines[place.line]?.kind === 'group';
    const drawn = box.current?.querySelector<HTMLElement>(
      `[data-line="${place.line}"] > [data-column="${heading ? 0 : place.column}"]`,
    );
    if (!drawn) return;
    wanted.current = null;
    drawn.focus({ preventScroll: true });
    revealSideways(box.current, drawn);
  });

  const startEditing = (line: number, column: number): boolean => {
    const here = lines[line];
    if (here?.kind !== 'row' || !mayEdit(columns[column], here.row)) return false;
    setPlace({ key: here.key, line, column });
    setEditing({ key: here.key, column });
    return true;
  };

  const latest = useRef({ lines, columns, activeLine, activeColumn, goTo });
  latest.current = { lines, columns, activeLine, activeColumn, goTo };
  const cellEditing = useMemo<CellEditing>(() => {
    const leave = (after: AfterSave) => {
      const now = latest.current;
      const from = { line: now.activeLine, column: now.activeColumn };
      const to = afterSave(now.lines, now.columns, from, after);
      // A click elsewhere saved by leaving: the keyboard is already where the person wants it.
      const inside =
        document.activeElement === document.body || document.activeElement?.closest('[data-editing]') !== null;
      setEditing(null);
      if (inside) now.goTo(to.line, to.column, true);
    };
    return { finish: leave, cancel: () => leave('stay') };
  }, [setEditing]);

  return { goTo, startEditing, cellEditing };
}

/** The virtualizer moves up and down only; at large text the table is also wider than its box. */
function revealSideways(box: HTMLElement | null, cell: HTMLElement) {
  if (!box || box.scrollWidth <= box.clientWidth) return;
  const outer = box.getBoundingClientRect();
  const inner = cell.getBoundingClientRect();
  if (inner.left < outer.left) box.scrollLeft -= outer.left - inner.left;
  else if (inner.right > outer.left + box.clientWidth)
    box.scrollLeft += Math.min(inner.right - outer.left - box.clientWidth, inner.left - outer.left);
}
