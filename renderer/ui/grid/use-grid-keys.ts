/** Keyboard, pointer and clipboard of the virtual table, apart from its drawing. */
import type { ClipboardEvent, FocusEvent, KeyboardEvent, MouseEvent, RefObject } from 'react';
import { isTyping } from '../keyboard.ts';
import { type GridColumn, type GridLine, moveBy } from './grid-model.ts';

export type GridKeysInput<Row> = {
  box: RefObject<HTMLElement | null>;
  lines: readonly GridLine<Row>[];
  columns: readonly GridColumn<Row>[];
  activeLine: number;
  activeColumn: number;
  editing: boolean;
  headHeight: number;
  goTo: (line: number, column: number, focus: boolean) => void;
  /** Answers whether the cell has an editor. */
  startEditing: (line: number, column: number) => boolean;
  toggle: (groupId: string) => void;
  onOpen: ((row: Row, columnId: string) => void) | undefined;
};

export function useGridKeys<Row>(input: GridKeysInput<Row>) {
  const { box, lines, columns, activeLine, activeColumn, editing, headHeight, goTo, startEditing, toggle, onOpen } =
    input;

  const placeOf = (target: EventTarget) => cellUnder(box.current, target);
  const open = (line: number, column: number): boolean => {
    const here = lines[line];
    const columnId = columns[column]?.id;
    if (here?.kind !== 'row' || columnId === undefined || !onOpen) return false;
    onOpen(here.row, columnId);
    return true;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (editing || event.defaultPrevented || event.altKey || lines.length === 0) return;
    const place = placeOf(event.target);
    if (!place) return;
    const onCell = event.target === place.cell;
    if (event.key === 'Escape' && !onCell) {
      event.preventDefault();
      place.cell.focus();
      return;
    }
    if (!onCell || isTyping(event.target)) return;
    const here = lines[activeLine];
    if (here?.kind === 'group' && foldKey(event, here.folded)) {
      event.preventDefault();
      toggle(here.group.id);
      return;
    }
    if (event.key === 'Enter' || event.key === 'F2') {
      if (startEditing(activeLine, activeColumn) || open(activeLine, activeColumn) || enterCell(place.cell))
        event.preventDefault();
      return;
    }
    if (event.shiftKey) return;
    const ctrl = event.ctrlKey || event.metaKey;
    const to = moveBy({
      key: event.key,
      ctrl,
      line: activeLine,
      column: activeColumn,
      lineCount: lines.length,
      columnCount: columns.length,
      page: linesInSight(box.current, headHeight),
    });
    if (!to) return;
    event.preventDefault();
    goTo(to.line, to.column, true);
  };

  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const place = placeOf(event.target);
    if (!place) return;
    const column = lines[place.line]?.kind === 'group' ? activeColumn : place.column;
    if (place.line !== activeLine || column !== activeColumn) goTo(place.line, column, false);
  };

  const onClick = (event: MouseEvent<HTMLElement>) => {
    const place = placeOf(event.target);
    if (!place) return;
    const here = lines[place.line];
    const control = (event.target as HTMLElement).closest('a,button,input,select,textarea,label');
    if (here?.kind === 'group' && !control) toggle(here.group.id);
  };

  const onDoubleClick = (event: MouseEvent<HTMLElement>) => {
    if (editing || (event.target as HTMLElement).closest('a,button,input,select,textarea,label')) return;
    const place = placeOf(event.target);
    if (place && (startEditing(place.line, place.column) || open(place.line, place.column))) event.preventDefault();
  };

  /** Ctrl+C without a selection takes the words of the active cell. */
  const onCopy = (event: ClipboardEvent<HTMLElement>) => {
    const place = placeOf(event.target);
    if (!place || editing || isTyping(event.target) || !document.getSelection()?.isCollapsed) return;
    event.clipboardData.setData('text/plain', place.cell.innerText.trim());
    event.preventDefault();
  };

  return { onKeyDown, onFocus, onClick, onDoubleClick, onCopy, 'data-editing': editing ? true : undefined };
}

/** Enter and Space turn a heading over; Left closes an open one, Right opens a closed one. */
function foldKey(event: KeyboardEvent, folded: boolean): boolean {
  if (event.ctrlKey || event.shiftKey) return false;
  return (
    event.key === 'Enter' ||
    event.key === ' ' ||
    (event.key === 'ArrowLeft' && !folded) ||
    (event.key === 'ArrowRight' && folded)
  );
}

/** The cell an event came from with its line and column, or null outside the cells of this table. */
function cellUnder(
  box: HTMLElement | null,
  target: EventTarget,
): { line: number; column: number; cell: HTMLElement } | null {
  const cell = (target as HTMLElement).closest<HTMLElement>('[data-column]');
  const line = cell?.closest<HTMLElement>('[data-line]');
  if (!cell || !line || !box?.contains(cell)) return null;
  return { line: Number(line.dataset.line), column: Number(cell.dataset.column), cell };
}

/** Links and boxes inside a cell are one Enter away, and Esc leads back. */
function enterCell(cell: HTMLElement): boolean {
  const inside = cell.querySelector<HTMLElement>('a[href],button,input,select,textarea');
  inside?.focus();
  return inside !== null;
}

/** How far PageUp and PageDown lead: the lines that fit under the titles, less one that stays in sight. */
function linesInSight(box: HTMLElement | null, headHeight: number): number {
  if (!box) return 1;
  const drawn = [...box.querySelectorAll<HTMLElement>('[data-line]')];
  const average = drawn.reduce((sum, line) => sum + line.offsetHeight, 0) / Math.max(1, drawn.length);
  return Math.max(1, Math.floor((box.clientHeight - headHeight) / Math.max(1, average)) - 1);
}
