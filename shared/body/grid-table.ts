/** Cells found anywhere (clipboard, Word file) → a table of a body: holes filled, spans inside the grid. Rules BB1, BB4, BB5. */
import type { Run } from '../document/model.ts';
import { type BodyCell, type BodyTable, mostTableColumns, mostTableRows, tidyRuns } from './body-blocks.ts';

/** A cell in grid coordinates, 0-based. */
export type GridCell = {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  paragraphs: readonly (readonly Run[])[];
  align?: 'left' | 'center' | 'justify';
};

export type GridFacts = {
  rows: number;
  columns: number;
  headerRows: number;
  /** By column; where one is not known all are as wide. */
  shares?: readonly (number | null)[];
};

/** Null where the table is larger than a body holds, or says nothing at all. Of cells that lie over each other the first stays. */
export function tableOfGrid(
  cells: readonly GridCell[],
  { rows, columns, headerRows, shares = [] }: GridFacts,
): BodyTable | null {
  if (rows < 1 || columns < 1 || rows > mostTableRows || columns > mostTableColumns) return null;
  const taken = new Set<number>();
  const placed: { at: number; cell: BodyCell }[] = [];
  const free = (row: number, column: number): boolean => !taken.has(row * columns + column);
  const put = (row: number, column: number, cell: BodyCell): void => {
    for (let down = 0; down < cell.rowSpan; down++)
      for (let along = 0; along < cell.columnSpan; along++) taken.add((row + down) * columns + column + along);
    placed.push({ at: row * columns + column, cell });
  };
  const inOrder = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  for (const { row, column, rowSpan, columnSpan, paragraphs } of inOrder) {
    if (row < 0 || column < 0 || row >= rows || column >= columns || !free(row, column)) continue;
    let wide = 1;
    while (wide < columnSpan && column + wide < columns && free(row, column + wide)) wide++;
    let tall = 1;
    const isFree = (down: number): boolean =>
      Array.from({ length: wide }, (_, along) => free(row + down, column + along)).every(Boolean);
    while (tall < rowSpan && row + tall < rows && isFree(tall)) tall++;
    const words = paragraphs.map(tidyRuns).filter((runs) => runs.length > 0);
    const plain = row < headerRows ? words.map((runs) => runs.map(({ bold: _, ...run }) => run)) : words;
    put(row, column, { paragraphs: plain.map(tidyRuns), columnSpan: wide, rowSpan: tall });
  }
  if (placed.every(({ cell }) => cell.paragraphs.length === 0)) return null;
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      if (free(row, column)) put(row, column, { paragraphs: [], columnSpan: 1, rowSpan: 1 });
  placed.sort((a, b) => a.at - b.at);
  const lines: BodyCell[][] = Array.from({ length: rows }, () => []);
  for (const { at, cell } of placed) lines[Math.floor(at / columns)]?.push(cell);
  const known = shares.length >= columns && shares.slice(0, columns).every((share) => share !== null && share > 0);
  const aligns = columnAligns(cells, columns, headerRows);
  return withoutHangingRows({
    type: 'table',
    columns: Array.from({ length: columns }, (_, at) => ({
      share: known ? (shares[at] ?? 1) : 1,
      align: aligns[at] ?? 'left',
    })),
    headerRows: Math.min(headerRows, rows, 10),
    rows: lines,
  });
}

/** Rows in which every cell hangs down from above say nothing; the cells above grow shorter instead. */
export function withoutHangingRows(table: BodyTable): BodyTable {
  const empty = new Set(table.rows.flatMap((row, at) => (row.length === 0 ? [at] : [])));
  if (empty.size === 0) return table;
  const gone = (from: number, count: number): number =>
    Array.from({ length: count }, (_, at) => from + at).filter((at) => empty.has(at)).length;
  const rows = table.rows.map((row, at) =>
    row.map((cell) => ({ ...cell, rowSpan: cell.rowSpan - gone(at, cell.rowSpan) })),
  );
  return {
    ...table,
    headerRows: table.headerRows - gone(0, table.headerRows),
    rows: rows.filter((_, at) => !empty.has(at)),
  };
}

/** As most of its filled cells below the head are. */
function columnAligns(cells: readonly GridCell[], columns: number, headerRows: number) {
  return Array.from({ length: columns }, (_, column): 'left' | 'center' | 'justify' => {
    const own = cells.filter((cell) => cell.column === column && cell.columnSpan === 1 && cell.row >= headerRows);
    const filled = own.filter((cell) => cell.paragraphs.length > 0);
    const share = (align: string) => filled.filter((cell) => (cell.align ?? 'left') === align).length;
    if (filled.length > 0 && share('center') * 2 > filled.length) return 'center';
    return filled.length > 0 && share('justify') * 2 > filled.length ? 'justify' : 'left';
  });
}
