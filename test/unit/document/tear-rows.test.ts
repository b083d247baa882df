/** DC11: only rows higher than a third of a page are torn, no word is lost, and labels stand on every page. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellHeight } from '../../../shared/document/cells.ts';
import { decree30, textArea } from '../../../shared/document/decree30.ts';
import { type NodeOf, type TableCell, textOf } from '../../../shared/document/model.ts';
import { placeCells } from '../../../shared/document/table-grid.ts';
import { plannedTable, tableForPages } from '../../../shared/document/table-pages.ts';
import { tearCell } from '../../../shared/document/tear-rows.ts';
import { lineStarts, wrappedLines } from '../../../shared/document/text-width.ts';

const page = { layout: decree30, ...textArea(decree30, 'landscape'), hinting: 1 };
const pieces = { ...page, pieces: true };
const cell = (paragraphs: string[], rowSpan = 1): TableCell => ({
  paragraphs: paragraphs.map((text) => [{ text }]),
  rowSpan,
  columnSpan: 1,
});
const sentence = 'Niêm yết công khai danh sách tại trụ sở và thông báo trên loa truyền thanh của từng thôn. ';

/** A label over all rows, a cell of so many sentences in each, and a short cell. */
const tableOf = (lengths: readonly number[]): NodeOf<'table'> => ({
  type: 'table',
  columns: [
    { share: 1, align: 'left' },
    { share: 4, align: 'left' },
    { share: 1, align: 'left' },
  ],
  headerRows: 1,
  labelColumns: 1,
  rows: [
    [cell(['Nội dung']), cell(['Nhiệm vụ']), cell(['Chủ trì'])],
    ...lengths.map((length, at) => [
      ...(at === 0 ? [cell(['Khu vực'], lengths.length)] : []),
      cell(Array.from({ length }, (_, each) => `${at}.${each} ${sentence.repeat(1 + (each % 3))}`.trim())),
      cell([`Người ${at}`]),
    ]),
  ],
});

const tallRows = (table: NodeOf<'table'>) => plannedTable(table, undefined, page).tall;

const rowsOf = (table: NodeOf<'table'>) => {
  const placed = placeCells(table.columns.length, table.rows);
  if (!placed.ok) throw new Error(placed.error);
  return placed.value.slice(1);
};

const wordsOfColumn = (table: NodeOf<'table'>, column: number): string[] =>
  rowsOf(table)
    .flatMap((slots) => slots.filter((slot) => slot.kind === 'start' && slot.column === column))
    .flatMap(({ cell: { paragraphs } }) => paragraphs.map(textOf))
    .join(' ')
    .split(/\s+/);

const heightOf = (paragraphs: string[], width: number): number => cellHeight(paragraphs, width, decree30, 1);
const wide = (page.width * 4) / 6;

describe('rows that may be torn', () => {
  it('are those higher than a third of a page, no others', () => {
    expect([...tallRows(tableOf([1, 60, 2, 4, 40]))]).toEqual([2, 5]);
    const limit = Array.from({ length: 30 }, (_, at) => at + 1).find((length) => tallRows(tableOf([length])).size);
    const height = (length: number) => heightOf(tableOf([length]).rows[1]![1]!.paragraphs.map(textOf), wide);
    expect(height(limit!)).toBeGreaterThan(page.height / 3);
    expect(height(limit! - 1)).toBeLessThanOrEqual(page.height / 3);
  });

  it('come back as one row a page with their label on each, and fill the page', () => {
    const torn = tableForPages(tableOf([3, 120, 3]), undefined, pieces);
    const rows = rowsOf(torn);
    expect(rows.length).toBeGreaterThan(5);
    // Every piece after the first opens a page, so its label starts again.
    expect(rows.slice(2, -1).every((slots) => slots[0]?.kind === 'start')).toBe(true);
    const heights = rows.map((slots) => heightOf(slots[1]!.cell.paragraphs.map(textOf), wide));
    for (const height of heights.slice(2, -2)) {
      expect(height).toBeLessThan(page.height);
      expect(height).toBeGreaterThan(page.height * 0.8);
    }
  });

  it('stay one row each where the program that shows them tears them itself', () => {
    const table = tableOf([3, 120, 3]);
    const planned = tableForPages(table, undefined, page);
    expect(planned.rows).toHaveLength(table.rows.length);
    // The row after the torn one prints the label again: it stands on another page than the label before.
    expect(rowsOf(planned)[2]?.[0]?.kind).toBe('start');
  });

  it('with cells that several rows share are torn below the last of them', () => {
    const table = tableOf([60, 0, 3]);
    const [header, first, second, third] = table.rows;
    const shared = [first![0]!, ...first!.slice(1).map((each) => ({ ...each, rowSpan: 2 }))];
    expect(second).toHaveLength(2);
    const torn = tableForPages({ ...table, rows: [header!, shared, [], third!] }, undefined, pieces);
    const rows = rowsOf(torn);
    expect(rows[0]?.[1]?.cell.rowSpan).toBe(2);
    expect(rows[2]?.[1]).toMatchObject({ kind: 'start', cell: { rowSpan: 1 } });
    expect(wordsOfColumn(torn, 1)).toEqual(wordsOfColumn(table, 1).filter((word) => word !== ''));
  });

  it('lose no word and change no order, whatever their length', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(90), { minLength: 1, maxLength: 8 }), (lengths) => {
        const table = tableOf(lengths.map((length) => length + 1));
        const torn = tableForPages(table, undefined, pieces);
        for (const column of [1, 2])
          expect(wordsOfColumn(torn, column).filter((word) => word !== '')).toEqual(wordsOfColumn(table, column));
      }),
      { numRuns: 60, seed: 11 },
    );
  });
});

describe('a torn cell', () => {
  it('leaves at least two lines of a paragraph on each side and keeps the looks of its words', () => {
    const runs = [{ text: sentence.repeat(3) }, { text: sentence.repeat(3), bold: true }];
    const { first, rest } = tearCell({ paragraphs: [runs] }, 60, 40, { layout: decree30, hinting: 1 });
    expect(
      [...first, ...rest]
        .flat()
        .map((run) => run.text)
        .join(''),
    ).toBe(sentence.repeat(6));
    expect(rest.at(-1)?.at(-1)?.bold).toBe(true);
    expect(first[0]?.[0]?.bold).toBeUndefined();
    for (const half of [first, rest]) expect(wrappedLines(textOf(half.flat()), 11, 'regular', 57)).toBeGreaterThan(1);
    const short = tearCell({ paragraphs: [[{ text: sentence }]] }, 60, 10, { layout: decree30, hinting: 1 });
    expect(short).toEqual({ first: [], rest: [[{ text: sentence }]] });
  });
});

describe('where lines begin', () => {
  it('is at the start of a word, in order; a word wider than the room is broken', () => {
    const starts = lineStarts(sentence.repeat(5), 11, 'regular', 50);
    expect(starts[0]).toBe(0);
    expect(starts.slice(1).every((at) => sentence.repeat(5)[at - 1] === ' ')).toBe(true);
    const broken = lineStarts('a'.repeat(200), 11, 'regular', 20);
    expect(broken.length).toBeGreaterThan(10);
    expect([...broken].sort((a, b) => a - b)).toEqual(broken);
  });
});
