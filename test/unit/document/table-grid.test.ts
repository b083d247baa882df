import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { officialDocument } from '../../../shared/document/model.ts';
import { placeCells } from '../../../shared/document/table-grid.ts';

const cell = (rowSpan = 1, columnSpan = 1) => ({ rowSpan, columnSpan });
const refusal = (columns: number, rows: ReturnType<typeof cell>[][]): string | null => {
  const placed = placeCells(columns, rows);
  return placed.ok ? null : placed.error;
};

describe('cells of a table cover its grid exactly (DC14)', () => {
  it('places cells beside those that hang down from above', () => {
    const placed = placeCells(3, [
      [cell(2), cell(1, 2)],
      [cell(), cell()],
    ]);
    expect(placed.ok && placed.value.map((slots) => slots.map((slot) => [slot.kind, slot.column]))).toEqual([
      [
        ['start', 0],
        ['start', 1],
      ],
      [
        ['continued', 0],
        ['start', 1],
        ['start', 2],
      ],
    ]);
  });

  it('refuses gaps, overlaps and spans that leave the table, with the place in words', () => {
    expect(refusal(2, [[cell()]])).toBe('Dòng 1 của bảng thiếu ô ở cột 2.');
    expect(refusal(1, [[cell(), cell()]])).toBe('Dòng 1 của bảng thừa ô.');
    expect(refusal(2, [[cell(1, 3)]])).toBe('Ô ở dòng 1, cột 1 rộng quá bảng.');
    expect(refusal(1, [[cell(2)]])).toBe('Ô ở dòng 1, cột 1 dài quá bảng.');
    expect(refusal(2, [[cell(), cell(2)], [cell(1, 2)]])).toBe('Ô ở dòng 2, cột 1 chồng lên ô ở dòng trên.');
  });

  it('a document with such a table is refused by its schema', () => {
    const table = {
      type: 'table',
      columns: [{ share: 1, align: 'left' }],
      headerRows: 0,
      rows: [[{ paragraphs: [], rowSpan: 2 }]],
    };
    const parsed = officialDocument.safeParse({ title: '', sections: [{ orientation: 'portrait', nodes: [table] }] });
    expect(parsed.success).toBe(false);
  });

  it('every grid position is covered once, whatever the spans', () => {
    const spans = fc.array(
      fc.record({ rowSpan: fc.integer({ min: 1, max: 3 }), columnSpan: fc.integer({ min: 1, max: 3 }) }),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.array(spans, { minLength: 1, maxLength: 5 }), (columns, rows) => {
        const placed = placeCells(columns, rows);
        if (!placed.ok) return;
        for (const slots of placed.value) {
          const covered = slots.flatMap((slot) =>
            Array.from({ length: slot.cell.columnSpan }, (_, at) => slot.column + at),
          );
          expect(covered).toEqual(Array.from({ length: columns }, (_, at) => at));
        }
      }),
      { seed: 30, numRuns: 300 },
    );
  });
});
