import { expect, it } from 'vitest';
import { bodyBlock } from '../../../shared/body/body-blocks.ts';
import { tableOfGrid } from '../../../shared/body/grid-table.ts';

const cell = (row: number, column: number, text: string, rowSpan = 1, columnSpan = 1) => ({
  row,
  column,
  rowSpan,
  columnSpan,
  paragraphs: [[{ text, bold: row === 0 }]],
});

it('BB1: holes are filled, spans stay inside, of two cells over each other the first stays', () => {
  const table = tableOfGrid([cell(0, 0, 'TT', 9, 1), cell(0, 1, 'Việc', 1, 9), cell(1, 1, 'Một'), cell(1, 0, 'đè')], {
    rows: 2,
    columns: 3,
    headerRows: 1,
    shares: [1, 2, 3],
  });
  expect(bodyBlock.safeParse(table).success).toBe(true);
  expect(
    table?.rows.map((row) =>
      row.map(({ paragraphs, rowSpan, columnSpan }) => [paragraphs[0]?.[0]?.text ?? '', rowSpan, columnSpan]),
    ),
  ).toEqual([
    [
      ['TT', 2, 1],
      ['Việc', 1, 2],
    ],
    [
      ['Một', 1, 1],
      ['', 1, 1],
    ],
  ]);
  expect(table?.columns.map(({ share }) => share)).toEqual([1, 2, 3]);
  // A head is bold by itself.
  expect(table?.rows[0]?.[0]?.paragraphs).toEqual([[{ text: 'TT' }]]);
});

it('BB1: what says nothing or is too large for a body is no table', () => {
  expect(tableOfGrid([cell(0, 0, ' ')], { rows: 2, columns: 2, headerRows: 0 })).toBeNull();
  expect(tableOfGrid([cell(0, 0, 'x')], { rows: 501, columns: 2, headerRows: 0 })).toBeNull();
  expect(tableOfGrid([cell(0, 0, 'x')], { rows: 2, columns: 21, headerRows: 0 })).toBeNull();
});

it('BB1: a row in which every cell hangs down from above is taken out', () => {
  const table = tableOfGrid([cell(0, 0, 'a', 2), cell(0, 1, 'b', 2), cell(2, 0, 'c'), cell(2, 1, 'd')], {
    rows: 3,
    columns: 2,
    headerRows: 0,
  });
  expect(table?.rows.map((row) => row.map(({ rowSpan }) => rowSpan))).toEqual([
    [1, 1],
    [1, 1],
  ]);
});
