/** Lines of the grouped table and where keys lead (renderer/ui/grid/README.md). */
import { describe, expect, it } from 'vitest';
import { afterSave, type GridColumn, type GridGroup, linesOf, moveBy } from '../../../renderer/ui/grid/grid-model.ts';

type Row = { id: string; locked?: boolean };
const rowId = (row: Row) => row.id;
const editor = () => null;
const columns: GridColumn<Row>[] = [
  { id: 'a', title: 'A', width: 5, cell: rowId },
  { id: 'b', title: 'B', width: 5, cell: rowId, edit: editor, editable: (row) => !row.locked },
  { id: 'c', title: 'C', width: 5, cell: rowId, edit: editor },
];
const groups: GridGroup<Row>[] = [
  { id: 'one', label: 'Một', rows: [{ id: '1' }, { id: '2', locked: true }] },
  { id: 'two', label: 'Hai', rows: [{ id: '3' }] },
];
const lines = linesOf(groups, rowId, new Set());

describe('lines', () => {
  it('are headings followed by their rows', () => {
    expect(lines.map((line) => line.key)).toEqual(['group:one', 'row:1', 'row:2', 'group:two', 'row:3']);
  });
  it('leave out the rows of a folded group and keep its heading', () => {
    expect(linesOf(groups, rowId, new Set(['one'])).map((line) => line.key)).toEqual([
      'group:one',
      'group:two',
      'row:3',
    ]);
  });
  it('without a label have no heading and cannot be folded away', () => {
    const plain = linesOf([{ id: 'all', label: null, rows: [{ id: '1' }] }], rowId, new Set(['all']));
    expect(plain.map((line) => line.key)).toEqual(['row:1']);
  });
  it('know their neighbours inside the group only, so that no cell merges across a heading', () => {
    const [, first, second, , third] = lines;
    expect(first).toMatchObject({ before: null, after: { id: '2' } });
    expect(second).toMatchObject({ before: { id: '1' }, after: null });
    expect(third).toMatchObject({ before: null, after: null });
  });
});

describe('movement', () => {
  const from = { ctrl: false, line: 2, column: 1, lineCount: 5, columnCount: 3, page: 3 };
  it.each([
    ['ArrowUp', false, 1, 1],
    ['ArrowDown', false, 3, 1],
    ['ArrowLeft', false, 2, 0],
    ['ArrowRight', false, 2, 2],
    ['Home', false, 2, 0],
    ['End', false, 2, 2],
    ['Home', true, 0, 0],
    ['End', true, 4, 2],
    ['PageUp', false, 0, 1],
    ['PageDown', false, 4, 1],
    ['ArrowUp', true, 0, 1],
    ['ArrowDown', true, 4, 1],
  ])('%s (Ctrl: %s) leads to line %i, column %i', (key, ctrl, line, column) => {
    expect(moveBy({ ...from, key, ctrl })).toEqual({ line, column });
  });
  it('stays at the edges and ignores other keys', () => {
    expect(moveBy({ ...from, key: 'ArrowLeft', column: 0 })).toEqual({ line: 2, column: 0 });
    expect(moveBy({ ...from, key: 'ArrowDown', line: 4 })).toEqual({ line: 4, column: 1 });
    expect(moveBy({ ...from, key: 'a' })).toBeNull();
  });
});

describe('after a save', () => {
  it('Tab leads to the next cell that can be edited, past locked cells and headings', () => {
    expect(afterSave(lines, columns, { line: 1, column: 2 }, 'next')).toEqual({ line: 2, column: 2 });
    expect(afterSave(lines, columns, { line: 2, column: 2 }, 'next')).toEqual({ line: 4, column: 1 });
  });
  it('Shift+Tab leads back', () => {
    expect(afterSave(lines, columns, { line: 4, column: 1 }, 'previous')).toEqual({ line: 2, column: 2 });
  });
  it('Enter goes down to the next row, over a heading', () => {
    expect(afterSave(lines, columns, { line: 2, column: 2 }, 'down')).toEqual({ line: 4, column: 2 });
  });
  it('stays where there is nothing further', () => {
    expect(afterSave(lines, columns, { line: 4, column: 2 }, 'next')).toEqual({ line: 4, column: 2 });
    expect(afterSave(lines, columns, { line: 1, column: 1 }, 'previous')).toEqual({ line: 1, column: 1 });
    expect(afterSave(lines, columns, { line: 4, column: 2 }, 'down')).toEqual({ line: 4, column: 2 });
  });
});
