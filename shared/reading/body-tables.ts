/** Tables that stand in the text of a plan: kept as tables, where their cells would otherwise fall apart into lines. Rule BB4. */

import { tableOfGrid } from '../body/grid-table.ts';
import type { Run } from '../document/model.ts';
import type { ReadingBlock, ReadingCell, ReadingTable } from './blocks.ts';
import { parseLabel } from './labels.ts';
import type { Line } from './lines.ts';

/** Labels that divide a whole plan: a table that holds them lays out the page and is read as text. */
const dividing = new Set(['part', 'capital', 'roman', 'article']);

/** The lines with each table of the text as one line. A table that reaches out of these lines stays lines. */
export function withBodyTables(lines: readonly Line[], blocks: readonly ReadingBlock[]): Line[] {
  const inside = new Map<number, number>();
  for (const line of lines)
    if (line.column !== null) inside.set(line.place.block, (inside.get(line.place.block) ?? 0) + 1);
  const tables = new Map<number, Line['table']>();
  for (const [index, count] of inside) {
    const block = blocks[index];
    if (block?.type !== 'table' || count < linesIn(block)) continue;
    const own = lines.filter((line) => line.place.block === index);
    if (own.some((line) => dividing.has(parseLabel(line.text)?.kind ?? ''))) continue;
    const table = bodyTable(block);
    if (table) tables.set(index, table);
  }
  const done = new Set<number>();
  return lines.flatMap((line) => {
    const table = line.column === null ? undefined : tables.get(line.place.block);
    if (!table) return [line];
    if (done.has(line.place.block)) return [];
    done.add(line.place.block);
    return [{ ...line, text: '', table }];
  });
}

const linesIn = (table: ReadingTable): number =>
  table.cells.reduce((sum, cell) => sum + cell.text.split('\n').filter((text) => text.trim() !== '').length, 0);

function bodyTable(table: ReadingTable): Line['table'] | null {
  if (table.guessed || table.sheet !== undefined || table.columns < 2 || table.rows < 2) return null;
  const first = table.cells.filter((cell) => cell.row === 0 && cell.text.trim() !== '');
  const isHead = first.length > 1 && first.every((cell) => cell.bold);
  const headerRows =
    table.headerRows > 0 ? table.headerRows : isHead ? Math.max(...first.map((cell) => cell.rowSpan)) : 0;
  const cells = table.cells.map((cell) => ({
    ...cell,
    paragraphs: paragraphsOf(cell),
    align: cell.align === 'center' || cell.align === 'justify' ? cell.align : ('left' as const),
  }));
  const facts = { rows: table.rows, columns: table.columns, headerRows };
  return tableOfGrid(cells, table.widths ? { ...facts, shares: table.widths } : facts);
}

const paragraphsOf = ({ runs, text, bold }: ReadingCell): Run[][] =>
  runs ?? text.split('\n').map((line) => [bold ? { text: line, bold: true } : { text: line }]);
