/** The measures of a ruled table, shared by both renderers and by the one who plans its pages. Millimetres unless named otherwise. */
import type { Layout } from './decree30.ts';
import type { TableCell } from './model.ts';
import { millimetresPerPoint, wrappedLines } from './text-width.ts';

/** Height of a single-spaced line of Times New Roman in parts of its size. */
export const naturalLine = 1.15;

export const cellPadding = { vertical: 1, horizontal: 1.2 };

/** Points between two paragraphs of one cell. */
export const cellParagraphGap = 2;

/** A cell of plain paragraphs. */
export const cell = (paragraphs: readonly string[], rowSpan = 1): TableCell => ({
  paragraphs: paragraphs.map((text) => [{ text }]),
  columnSpan: 1,
  rowSpan,
});

/** Width that borders and rounding take. */
const borderAllowance = 0.3;

/** Width that the text of a cell has in a column. */
export const cellTextRoom = (columnWidth: number): number => columnWidth - 2 * cellPadding.horizontal - borderAllowance;

/** Printed height of one cell with its padding and its lower border; `hinting` widens the text as its renderer does. */
export function cellHeight(
  paragraphs: readonly string[],
  columnWidth: number,
  layout: Layout,
  hinting: number,
  weight: 'regular' | 'bold' = 'regular',
): number {
  const size = layout.elements.table.size.default;
  const room = cellTextRoom(columnWidth);
  const lines = paragraphs.reduce((sum, text) => sum + wrappedLines(text, size, weight, room / hinting), 0);
  const gaps = Math.max(0, paragraphs.length - 1) * cellParagraphGap;
  const text = (Math.max(1, lines) * size * naturalLine + gaps) * millimetresPerPoint;
  return text + 2 * cellPadding.vertical + 0.2;
}
