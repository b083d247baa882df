/**
 * A row higher than what is left of its page, torn in two: the part that fits, and the rest for the next page. Only for renderers
 * that would tear it badly themselves; Word tears rows as its users know it.
 */
import { cellPadding, cellParagraphGap, cellTextRoom, naturalLine } from './cells.ts';
import type { Layout } from './decree30.ts';
import { type Run, type TableCell, textOf } from './model.ts';
import { lineStarts, millimetresPerPoint } from './text-width.ts';

/** Fewest lines of a paragraph on either side of a tear. */
const fewestLines = 2;

type Halves<T> = { first: T[]; rest: T[] };

/** The cell's paragraphs up to `height` millimetres, and the others; a paragraph is torn between two of its lines. */
export function tearCell(
  { paragraphs }: Pick<TableCell, 'paragraphs'>,
  columnWidth: number,
  height: number,
  { layout, hinting }: { layout: Layout; hinting: number },
): Halves<Run[]> {
  const size = layout.elements.table.size.default;
  const line = size * naturalLine * millimetresPerPoint;
  const gap = cellParagraphGap * millimetresPerPoint;
  let left = height - 2 * cellPadding.vertical;
  for (const [at, runs] of paragraphs.entries()) {
    const starts = lineStarts(textOf(runs), size, 'regular', cellTextRoom(columnWidth) / hinting);
    left -= at > 0 ? gap : 0;
    if (starts.length * line <= left) {
      left -= starts.length * line;
      continue;
    }
    const fitting = Math.min(Math.floor(left / line), starts.length - fewestLines);
    const torn = fitting < fewestLines ? null : tearRuns(runs, starts[fitting] ?? 0);
    const [before, after] = [paragraphs.slice(0, at), paragraphs.slice(at + 1)];
    return torn
      ? { first: [...before, torn.first], rest: [torn.rest, ...after] }
      : { first: before, rest: [runs, ...after] };
  }
  return { first: [...paragraphs], rest: [] };
}

/** Runs up to a place in their text, and the others with their looks. */
function tearRuns(runs: readonly Run[], place: number): Halves<Run> {
  const first: Run[] = [];
  const rest: Run[] = [];
  let from = 0;
  for (const run of runs) {
    const at = Math.max(0, Math.min(run.text.length, place - from));
    if (at > 0) first.push({ ...run, text: run.text.slice(0, at) });
    if (at < run.text.length) rest.push({ ...run, text: run.text.slice(at) });
    from += run.text.length;
  }
  return { first, rest };
}
