/** The running text of a document as lines, tables used for layout taken apart. */

import { type BodyTable, hasLook } from '../body/body-blocks.ts';
import { linesOfRuns } from '../body/body-text.ts';
import type { Run } from '../document/model.ts';
import type { SourcePlace } from '../plan/read-plan.ts';
import type { Alignment, ReadingBlock, ReadingTable } from './blocks.ts';

export type Line = {
  text: string;
  bold: boolean;
  align: Alignment;
  level: number | null;
  place: SourcePlace;
  /** Column of the layout table the line stood in; null outside tables. */
  column: number | null;
  /** Its words with their looks, where any are bold or italic. */
  runs?: Run[];
  /** A table that stands in the text as one line. */
  table?: BodyTable;
};

/** Lines of all blocks but the task tables. Soft line breaks end a line; empty lines are kept: they end a title. */
export function linesOf(blocks: readonly ReadingBlock[], taskBlocks: ReadonlySet<number>): Line[] {
  const lines: Line[] = [];
  blocks.forEach((block, index) => {
    if (taskBlocks.has(index)) return;
    if (block.type === 'table') {
      lines.push(...tableLines(block, index));
      return;
    }
    const { bold, align, level } = block;
    const looks = block.runs && linesOfRuns(block.runs);
    block.text.split('\n').forEach((text, at) => {
      const runs = looks?.[at];
      const line = { text: text.trim(), bold, align, level, place: { block: index }, column: null };
      lines.push(runs && hasLook(runs) ? { ...line, runs } : line);
    });
  });
  return lines;
}

/** Lines of some rows of a sheet, which may carry the head above a table and the signature below it. */
export function sheetLines(table: ReadingTable, block: number, from: number, to: number): Line[] {
  const inRow = new Map<number, number>();
  for (const cell of table.cells) if (cell.text.trim() !== '') inRow.set(cell.row, (inRow.get(cell.row) ?? 0) + 1);
  return table.cells
    .filter((cell) => cell.row >= from && cell.row < to && cell.text.trim() !== '')
    .flatMap((cell) =>
      cell.text.split('\n').map((text) => ({
        text: text.trim(),
        bold: cell.bold,
        align: 'center' as const,
        level: null,
        place: { block, row: cell.row, column: cell.column },
        // A text alone in its row stands there as a line of a page does.
        column: inRow.get(cell.row) === 1 ? null : cell.column,
      })),
    );
}

function tableLines(table: ReadingTable, block: number): Line[] {
  const lines: Line[] = [];
  for (const cell of table.cells) {
    for (const text of cell.text.split('\n')) {
      lines.push({
        text: text.trim(),
        bold: cell.bold,
        align: 'left',
        level: null,
        place: { block, row: cell.row, column: cell.column },
        column: cell.column,
      });
    }
  }
  return lines;
}

/** Parts of a line laid out with tabs or runs of spaces: "UBND XÃ A      CỘNG HÒA …". */
export const laidOut = (text: string): string[] =>
  text
    .split(/\t+| {4,}/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** All letters are capitals, and there are at least two. */
export const isUpper = (text: string): boolean => /\p{Lu}.*\p{Lu}/u.test(text) && text === text.toUpperCase();
