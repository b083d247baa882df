/**
 * Where the cells of a table lie. Both renderers and the model's own check use this one placement, so a table that passes
 * the check is drawn alike in HTML and in Word.
 */
import { fail, ok, type Result } from '../core/result.ts';

export type SpanningCell = { columnSpan: number; rowSpan: number };

/** What stands at one grid position: the cell that starts there, or the continuation of a cell from a row above. */
export type GridSlot<Cell> =
  | { kind: 'start'; column: number; cell: Cell }
  | { kind: 'continued'; column: number; columnSpan: number; cell: Cell };

/**
 * Slots of each row from left to right; columns hidden by a horizontal span have no slot.
 * Refused with a Vietnamese sentence: a row with too few or too many cells, a span that leaves the table.
 */
export function placeCells<Cell extends SpanningCell>(
  columnCount: number,
  rows: readonly (readonly Cell[])[],
): Result<GridSlot<Cell>[][], string> {
  const grid: GridSlot<Cell>[][] = [];
  // For each column the cell that still hangs down from above, and how many rows it has left.
  let hanging: ({ cell: Cell; start: number; left: number } | null)[] = Array(columnCount).fill(null);
  for (const [index, cells] of rows.entries()) {
    const slots: GridSlot<Cell>[] = [];
    const next: typeof hanging = Array(columnCount).fill(null);
    let column = 0;
    let used = 0;
    while (column < columnCount) {
      const above = hanging[column];
      if (above) {
        slots.push({ kind: 'continued', column, columnSpan: above.cell.columnSpan, cell: above.cell });
        for (let at = column; at < column + above.cell.columnSpan; at += 1)
          next[at] = above.left > 1 ? { ...above, left: above.left - 1 } : null;
        column += above.cell.columnSpan;
        continue;
      }
      const cell = cells[used];
      if (!cell) return fail(`Dòng ${index + 1} của bảng thiếu ô ở cột ${column + 1}.`);
      used += 1;
      if (column + cell.columnSpan > columnCount)
        return fail(`Ô ở dòng ${index + 1}, cột ${column + 1} rộng quá bảng.`);
      if (index + cell.rowSpan > rows.length) return fail(`Ô ở dòng ${index + 1}, cột ${column + 1} dài quá bảng.`);
      for (let at = column; at < column + cell.columnSpan; at += 1) {
        if (hanging[at]) return fail(`Ô ở dòng ${index + 1}, cột ${column + 1} chồng lên ô ở dòng trên.`);
        next[at] = cell.rowSpan > 1 ? { cell, start: column, left: cell.rowSpan - 1 } : null;
      }
      slots.push({ kind: 'start', column, cell });
      column += cell.columnSpan;
    }
    if (used < cells.length) return fail(`Dòng ${index + 1} của bảng thừa ô.`);
    grid.push(slots);
    hanging = next;
  }
  return ok(grid);
}
