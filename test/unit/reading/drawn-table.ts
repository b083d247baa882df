import type { ReadPlan } from '../../../shared/plan/read-plan.ts';
import type { ReadingBlock, ReadingCell, ReadingTable } from '../../../shared/reading/blocks.ts';
import { type ReadOptions, readBlocks } from '../../../shared/reading/read-blocks.ts';

/** A table drawn as rows of texts: `^` belongs to the cell above, `<` to the cell on the left, `*…*` is bold. */
export function tableOf(...rows: readonly (readonly string[])[]): ReadingTable {
  const cells: ReadingCell[] = [];
  const owner: (ReadingCell | undefined)[][] = rows.map(() => []);
  rows.forEach((texts, row) => {
    texts.forEach((text, column) => {
      const above = text === '^' ? owner[row - 1]?.[column] : undefined;
      const left = text === '<' ? owner[row]?.[column - 1] : undefined;
      if (above) {
        above.rowSpan = row - above.row + 1;
        owner[row]![column] = above;
      } else if (left) {
        left.columnSpan = Math.max(left.columnSpan, column - left.column + 1);
        owner[row]![column] = left;
      } else {
        const bold = /^\*.*\*$/.test(text);
        const cell = { row, column, rowSpan: 1, columnSpan: 1, text: bold ? text.slice(1, -1) : text, bold };
        cells.push(cell);
        owner[row]![column] = cell;
      }
    });
  });
  return {
    type: 'table',
    rows: rows.length,
    columns: Math.max(...rows.map((row) => row.length)),
    headerRows: 0,
    cells,
  };
}

/** Rows written as text: cells divided by `|`, trimmed; `\n` inside a cell is written `/`. */
export const drawn = (...lines: readonly string[]): ReadingTable =>
  tableOf(...lines.map((line) => line.split('|').map((cell) => cell.trim().replace(/ \/ /g, '\n'))));

export const readOf = (blocks: readonly ReadingBlock[], options: ReadOptions = {}): ReadPlan =>
  readBlocks(blocks, { name: 'ke-hoach', bytes: 0, encoding: 'unicode', warnings: [], plainText: false }, options);
