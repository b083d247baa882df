/**
 * Area and component cells of a task table, merged over the rows they cover. A browser keeps a merged group on one page and
 * tears it only when it is taller than the page, leaving the rest without its label; so long groups are split here and the
 * label is printed again at the head of each part.
 */
import type { Run, TableCell } from './model.ts';

/** At most so many rows, and so many printed lines, stay under one label. A landscape page holds about 34 lines below its head. */
const mostRows = 12;
const mostLines = 26;

export type LabelledRow = { no: string; area: string; component: string; lines: number };

/** How many of the following rows a label cell covers from here; 0 where the cell above still reaches. */
export type LabelSpans = { area: number; component: number };

/** Spans for each row. Rows belong together while area (and number) stay the same; components merge inside their part of the area. */
export function labelSpans(rows: readonly LabelledRow[]): LabelSpans[] {
  const spans: LabelSpans[] = rows.map(() => ({ area: 0, component: 0 }));
  let start = 0;
  while (start < rows.length) {
    const end = partEnd(rows, start);
    spans[start]!.area = end - start;
    for (let at = start; at < end; ) {
      const stop = runEnd(rows, at, end, sameComponent);
      spans[at]!.component = stop - at;
      at = stop;
    }
    start = end;
  }
  return spans;
}

const sameArea = (a: LabelledRow, b: LabelledRow): boolean => a.area === b.area && a.no === b.no;
const sameComponent = (a: LabelledRow, b: LabelledRow): boolean => a.component !== '' && a.component === b.component;

/** Where the run of rows alike to the first ends. */
function runEnd(
  rows: readonly LabelledRow[],
  start: number,
  limit: number,
  alike: (a: LabelledRow, b: LabelledRow) => boolean,
): number {
  const first = rows[start]!;
  let end = start + 1;
  while (end < limit && alike(first, rows[end]!)) end += 1;
  return end;
}

/** End of the part that starts here: as many whole components as fit, or as many rows when one component alone is too long. */
function partEnd(rows: readonly LabelledRow[], start: number): number {
  const areaEnd = runEnd(rows, start, rows.length, sameArea);
  let end = start;
  while (end < areaEnd) {
    const stop = runEnd(rows, end, areaEnd, sameComponent);
    if (!fits(rows, start, stop)) break;
    end = stop;
  }
  if (end > start) return end;
  end = start + 1;
  while (end < areaEnd && sameComponent(rows[start]!, rows[end]!) && fits(rows, start, end + 1)) end += 1;
  return end;
}

const fits = (rows: readonly LabelledRow[], start: number, end: number): boolean =>
  end - start <= mostRows && rows.slice(start, end).reduce((sum, row) => sum + row.lines, 0) <= mostLines;

/** Printed lines of a row: its tallest cell. `perLine` is how many letters of the table's size fit into a column. */
export function rowLines(cells: readonly { paragraphs: readonly string[]; perLine: number }[]): number {
  const heights = cells.map(({ paragraphs, perLine }) =>
    paragraphs.reduce((sum, text) => sum + Math.max(1, Math.ceil(text.length / perLine)), 0),
  );
  return Math.max(1, ...heights);
}

/** Letters per line in a column with this share of a landscape page (252 mm), at 11 points. */
export const lettersPerLine = (share: number, totalShare: number): number =>
  Math.max(4, Math.floor(((share / totalShare) * 252 - 3) / 1.85));

export const cell = (paragraphs: readonly string[], rowSpan = 1, look: Omit<Run, 'text'> = {}): TableCell => ({
  paragraphs: paragraphs.map((text) => [{ text, ...look }]),
  columnSpan: 1,
  rowSpan,
});
