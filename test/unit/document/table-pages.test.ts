import { describe, expect, it } from 'vitest';
import { decree30, textArea } from '../../../shared/document/decree30.ts';
import { labelSpans } from '../../../shared/document/label-cells.ts';
import type { NodeOf } from '../../../shared/document/model.ts';
import { placeCells } from '../../../shared/document/table-grid.ts';
import { tableForPages } from '../../../shared/document/table-pages.ts';
import { annexHead } from './samples-of-nodes.ts';

const page = { layout: decree30, ...textArea(decree30, 'landscape'), hinting: 1 };
const cell = (text: string, rowSpan = 1) => ({ paragraphs: [[{ text }]], rowSpan, columnSpan: 1 });

/** One header row, then `count` one-line rows under one label. */
function oneArea(count: number, labelColumns = 1): NodeOf<'table'> {
  const rows = Array.from({ length: count }, (_, at) => [
    ...(at === 0 ? [cell('Khu', count)] : []),
    cell(`việc ${at + 1}`),
  ]);
  const columns: NodeOf<'table'>['columns'] = [
    { share: 1, align: 'left' },
    { share: 3, align: 'left' },
  ];
  return { type: 'table', columns, headerRows: 1, labelColumns, rows: [[cell('Nội dung'), cell('Nhiệm vụ')], ...rows] };
}

/** Rows at which a label cell starts, and how many rows it covers. */
const labels = (table: NodeOf<'table'>): [number, number][] => {
  const placed = placeCells(table.columns.length, table.rows);
  if (!placed.ok) throw new Error(placed.error);
  return placed.value.flatMap((slots, at): [number, number][] => {
    const first = slots[0];
    return at > 0 && first?.kind === 'start' ? [[at, first.cell.rowSpan]] : [];
  });
};

describe('DC11: labels are printed again at the head of each page', () => {
  it('a group that fits one page keeps its one label', () => {
    expect(labels(tableForPages(oneArea(10), undefined, page))).toEqual([[1, 10]]);
  });

  it('a longer group is cut where the page ends, and the cuts cover every row once', () => {
    const starts = labels(tableForPages(oneArea(100), undefined, page));
    expect(starts.length).toBeGreaterThan(2);
    expect(starts.reduce((sum, [, span]) => sum + span, 0)).toBe(100);
    // 170 mm of text, less the header row and the reserve, hold 23 rows of 6,7 mm.
    expect(starts[0]).toEqual([1, 23]);
    expect(starts[1]).toEqual([24, 23]);
  });

  it('the head of the annex takes its room on the first page', () => {
    const [first] = labels(tableForPages(oneArea(100), annexHead, page));
    expect(first?.[1]).toBeLessThan(23);
    expect(first?.[1]).toBeGreaterThan(18);
  });

  it('wider letters mean fewer rows a page once they wrap', () => {
    const long = oneArea(60);
    const rows = long.rows.map((row, at) =>
      at === 0 ? row : row.map((each, column) => (column === row.length - 1 ? cell('chữ '.repeat(50)) : each)),
    );
    const narrow = labels(tableForPages({ ...long, rows }, undefined, page))[0]?.[1] ?? 0;
    const wide = labels(tableForPages({ ...long, rows }, undefined, { ...page, hinting: 1.3 }))[0]?.[1] ?? 0;
    expect(wide).toBeLessThan(narrow);
  });

  it('rows that share a cell other than a label stay together', () => {
    const table = oneArea(60);
    const rows = table.rows.map((row, at) => {
      if (at === 24) return row;
      const last = row.at(-1) ?? cell('');
      return [...row.slice(0, -1), { ...last, rowSpan: at === 23 ? 2 : 1 }, cell('riêng')];
    });
    rows[24] = [cell('riêng')];
    const columns = [...table.columns, { share: 1, align: 'left' as const }];
    expect(labels(tableForPages({ ...table, columns, rows }, undefined, page))[0]).toEqual([1, 22]);
  });

  it('without label columns the table comes back as it is', () => {
    const table = oneArea(100, 0);
    expect(tableForPages(table, undefined, page)).toBe(table);
  });

  it('the words of the table are not changed by cutting', () => {
    const bodyOf = (table: NodeOf<'table'>) => table.rows.map((row) => row.at(-1)?.paragraphs);
    const table = oneArea(100);
    expect(bodyOf(tableForPages(table, annexHead, page))).toEqual(bodyOf(table));
  });
});

describe('label cells', () => {
  it('merge while number and area stay the same, components inside their area; empty components stand alone', () => {
    const row = (no: string, area: string, component: string) => ({ no, area, component });
    const rows = [
      row('1', 'A', 'a'),
      row('1', 'A', 'a'),
      row('1', 'A', ''),
      row('1', 'A', ''),
      row('2', 'A', 'a'),
      row('2', 'B', 'a'),
    ];
    expect(labelSpans(rows)).toEqual([
      { area: 4, component: 2 },
      { area: 0, component: 0 },
      { area: 0, component: 1 },
      { area: 0, component: 1 },
      { area: 1, component: 1 },
      { area: 1, component: 1 },
    ]);
    expect(labelSpans([])).toEqual([]);
  });
});
