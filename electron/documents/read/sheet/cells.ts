/** Cells of one sheet, whatever file they came from, made into a table: rows and columns nobody sees or uses left out. */
import type { ReadingBlock, ReadingCell, ReadingTable } from '../../../../shared/reading/blocks.ts';
import { limits } from '../container/limits.ts';
import { stopReading } from '../container/problems.ts';

/** A cell that holds text; `row` and `column` count from 0. */
export type SheetCell = { row: number; column: number; text: string; bold: boolean };
/** A merged range, last row and column included. */
export type Merge = { top: number; left: number; bottom: number; right: number };
export type Sheet = {
  name: string;
  cells: SheetCell[];
  merges: Merge[];
  hiddenRows: ReadonlySet<number>;
  hiddenColumns: ReadonlySet<number>;
  /** Rows are hidden by a filter, not by hand. */
  filtered: boolean;
};

/**
 * Blocks of a sheet. What a person hid is left out and said so; rows a filter hides are data and stay, marked. Empty rows
 * and columns vanish, so a million declared rows cost nothing. A sheet of one column is running text.
 */
export function sheetBlocks(sheet: Sheet): { blocks: ReadingBlock[]; warnings: string[] } {
  const warnings: string[] = [];
  const isHidden = (cell: SheetCell) =>
    sheet.hiddenColumns.has(cell.column) || (!sheet.filtered && sheet.hiddenRows.has(cell.row));
  const inMerge = mergeLookup(sheet.merges);
  const written = sheet.cells.filter((cell) => cell.text.trim() !== '' && !coveredByMerge(cell, inMerge));
  const hidden = written.filter(isHidden);
  if (hidden.length > 0) warnings.push(hiddenWarning(sheet, hidden));
  const shown = written.filter((cell) => !isHidden(cell) || spansVisible(cell, inMerge, sheet));
  if (shown.length === 0) return { blocks: [], warnings };
  const rows = dense(
    shown.map((cell) => cell.row),
    limits.cells,
  );
  const columns = dense(
    shown.map((cell) => cell.column),
    limits.columns,
  );
  if (rows.size * columns.size > limits.cells) stopReading('too-large');
  const rowPlaces = [...rows.keys()];
  const columnPlaces = [...columns.keys()];
  const cells: ReadingCell[] = shown.map((cell) => {
    const merge = inMerge(cell.row, cell.column);
    const rowSpan = merge ? countBetween(rowPlaces, merge.top, merge.bottom) : 1;
    const columnSpan = merge ? countBetween(columnPlaces, merge.left, merge.right) : 1;
    return {
      row: rows.get(cell.row)!,
      column: columns.get(cell.column)!,
      rowSpan,
      columnSpan,
      text: cell.text,
      bold: cell.bold,
    };
  });
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  if (columns.size === 1) {
    const lines = cells.map(
      (cell): ReadingBlock => ({ type: 'paragraph', text: cell.text, bold: cell.bold, align: 'left', level: null }),
    );
    return { blocks: lines, warnings };
  }
  const filteredRows = sheet.filtered
    ? [...sheet.hiddenRows].filter((row) => rows.has(row)).map((row) => rows.get(row)!)
    : [];
  const table: ReadingTable = {
    type: 'table',
    rows: rows.size,
    columns: columns.size,
    headerRows: 0,
    cells,
    sheet: sheet.name,
    ...(filteredRows.length > 0 ? { hiddenRows: filteredRows } : {}),
  };
  return { blocks: [table], warnings };
}

/** Sheet places in use, mapped to places without gaps. */
function dense(places: readonly number[], most: number): Map<number, number> {
  const used = [...new Set(places)].sort((a, b) => a - b);
  if (used.length > most) stopReading('too-large');
  return new Map(used.map((place, index) => [place, index]));
}

const countBetween = (places: readonly number[], from: number, to: number): number =>
  Math.max(1, lowerBound(places, to + 1) - lowerBound(places, from));

function lowerBound(places: readonly number[], value: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

type MergeAt = (row: number, column: number) => Merge | undefined;

/** Merges by the rows they touch; very tall ones are kept apart, so that a range of a million rows is one entry. */
function mergeLookup(merges: readonly Merge[]): MergeAt {
  const tall: Merge[] = [];
  const byRow = new Map<number, Merge[]>();
  for (const merge of merges) {
    if (merge.bottom - merge.top > 1000) tall.push(merge);
    else {
      for (let row = merge.top; row <= merge.bottom; row++) {
        const list = byRow.get(row);
        if (list) list.push(merge);
        else byRow.set(row, [merge]);
      }
    }
  }
  const covers = (merge: Merge, row: number, column: number) =>
    row >= merge.top && row <= merge.bottom && column >= merge.left && column <= merge.right;
  return (row, column) =>
    byRow.get(row)?.find((merge) => covers(merge, row, column)) ?? tall.find((merge) => covers(merge, row, column));
}

/** Text left under a merged cell is not shown by any program. */
function coveredByMerge(cell: SheetCell, inMerge: MergeAt): boolean {
  const merge = inMerge(cell.row, cell.column);
  return merge !== undefined && (merge.top !== cell.row || merge.left !== cell.column);
}

/** A merged cell that begins in a hidden row still shows in the rows below it. */
function spansVisible(cell: SheetCell, inMerge: MergeAt, sheet: Sheet): boolean {
  const merge = inMerge(cell.row, cell.column);
  if (!merge || merge.bottom - merge.top > 1000 || merge.right - merge.left > limits.columns) return false;
  for (let row = merge.top; row <= merge.bottom; row++) {
    for (let column = merge.left; column <= merge.right; column++) {
      const hiddenRow = !sheet.filtered && sheet.hiddenRows.has(row);
      if (!hiddenRow && !sheet.hiddenColumns.has(column)) return true;
    }
  }
  return false;
}

function hiddenWarning(sheet: Sheet, hidden: readonly SheetCell[]): string {
  const rows = new Set(hidden.filter((cell) => !sheet.hiddenColumns.has(cell.column)).map((cell) => cell.row)).size;
  const columns = new Set(hidden.filter((cell) => sheet.hiddenColumns.has(cell.column)).map((cell) => cell.column))
    .size;
  const what = [rows > 0 ? `${rows} hàng` : '', columns > 0 ? `${columns} cột` : '']
    .filter((part) => part !== '')
    .join(' và ');
  return `Trang tính “${sheet.name}” có ${what} đang ẩn, chưa lấy. Hãy bỏ ẩn trong Excel rồi mở lại nếu cần.`;
}
