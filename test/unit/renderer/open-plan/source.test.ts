import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foundWords, keptWords } from '../../../../renderer/features/open-plan/logic/found-words.ts';
import { placeOf, targetAt } from '../../../../renderer/features/open-plan/logic/source-link.ts';
import { pieceAt, piecesOf, rowsInPiece } from '../../../../renderer/features/open-plan/logic/source-pieces.ts';
import { nextPlace, placeWords } from '../../../../renderer/features/open-plan/logic/source-steps.ts';
import type { ReadPlan, SourceBlock } from '../../../../shared/plan/read-plan.ts';
import { readSample } from './read-sample.ts';

const read = readSample();

describe('from the source to what was read', () => {
  it('leads from a cell to the row and field that came from it', () => {
    expect(targetAt(read, { block: 6, row: 1, column: 3 })).toEqual({ tab: 'annex', row: 0, field: 'tasks' });
    expect(targetAt(read, { block: 6, row: 2, column: 5 })).toEqual({ tab: 'annex', row: 1, field: 'time' });
    expect(targetAt(read, { block: 6, row: 9, column: 0 })).toEqual({ tab: 'annex', row: 3, field: 'no' });
  });

  it('knows that the heading of the table is no row', () => {
    expect(targetAt(read, { block: 6, row: 0, column: 3 })).toBeNull();
  });

  it('leads from a paragraph to its section, and from what stands above all sections to the head', () => {
    expect(targetAt(read, { block: 3 })).toEqual({ tab: 'body', path: '0' });
    expect(targetAt(read, { block: 4 })).toEqual({ tab: 'body', path: '0.0' });
    expect(targetAt(read, { block: 5 })).toEqual({ tab: 'body', path: '1' });
    expect(targetAt(read, { block: 0 })).toEqual({ tab: 'head' });
  });

  it('leads back to the same place', () => {
    for (const place of [{ block: 6, row: 2, column: 4 }, { block: 4 }]) {
      const target = targetAt(read, place);
      expect(target && placeOf(read, target)).toEqual(place);
    }
    expect(placeOf(read, { tab: 'annex', row: 0, field: 'note' })).toEqual({ block: 6, row: 1 });
  });
});

describe('walking through the source', () => {
  it('goes by paragraph and by table row, and stops at the ends', () => {
    expect(nextPlace(read, null, 'ArrowDown')).toEqual({ block: 0 });
    expect(nextPlace(read, { block: 5 }, 'ArrowDown')).toEqual({ block: 6, row: 0, column: 0 });
    expect(nextPlace(read, { block: 6, row: 0, column: 2 }, 'ArrowDown')).toEqual({ block: 6, row: 1, column: 2 });
    expect(nextPlace(read, { block: 6, row: 4, column: 2 }, 'ArrowDown')).toBeNull();
    expect(nextPlace(read, { block: 6, row: 0, column: 2 }, 'ArrowUp')).toEqual({ block: 5 });
    expect(nextPlace(read, { block: 0 }, 'ArrowUp')).toBeNull();
    expect(nextPlace(read, { block: 6, row: 0, column: 5 }, 'ArrowRight')).toBeNull();
    expect(nextPlace(read, { block: 6, row: 0, column: 5 }, 'ArrowLeft')).toEqual({ block: 6, row: 0, column: 4 });
    expect(nextPlace(read, { block: 3 }, 'Enter')).toBeNull();
  });

  it('says where one is, counted from one', () => {
    expect(placeWords(read, { block: 2 })).toBe('đoạn 3');
    expect(placeWords(read, { block: 6, row: 1, column: 0 })).toBe('bảng 1, hàng 2');
  });
});

/** A table of `rows` rows whose cells each reach over some rows of their column. */
function tableWith(rows: number, spans: readonly number[][]): ReadPlan {
  const cells = spans.flatMap((column, at) => {
    const made: Extract<SourceBlock, { type: 'table' }>['cells'] = [];
    for (let row = 0, next = 0; row < rows; next += 1) {
      const rowSpan = Math.min(column[next % column.length] ?? 1, rows - row);
      made.push({ row, column: at, rowSpan, columnSpan: 1, text: `${at}.${row}` });
      row += rowSpan;
    }
    return made;
  });
  const block: SourceBlock = { type: 'table', columns: spans.length, headerRows: 1, cells };
  return { ...readSample(), source: { name: 'x', bytes: 0, blocks: [block] } };
}

describe('pieces of a long table', () => {
  it('cover every row and column once, with merged cells cut at the edges and said again', () => {
    const span = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 70 }), fc.array(span, { minLength: 1, maxLength: 3 }), (rows, spans) => {
        const table = tableWith(rows, spans);
        const seen = new Map<string, string>();
        let next = 0;
        for (const piece of piecesOf(table)) {
          if (piece.type !== 'rows') throw new Error('a table became a paragraph');
          expect(piece.from).toBe(next);
          next = piece.to;
          expect(piece.rows).toHaveLength(piece.to - piece.from);
          expect(piece.rows.length).toBeLessThanOrEqual(rowsInPiece);
          for (const cell of piece.rows.flat())
            for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
              expect(seen.has(`${row}/${cell.column}`)).toBe(false);
              seen.set(`${row}/${cell.column}`, cell.text);
            }
        }
        expect(next).toBe(rows);
        const block = table.source.blocks[0];
        const cells = block?.type === 'table' ? block.cells : [];
        for (const cell of cells)
          for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1)
            expect(seen.get(`${row}/${cell.column}`)).toBe(cell.text);
      }),
      { seed: 20_240_111, numRuns: 150 },
    );
  });

  it('are found by the place of a row', () => {
    const table = tableWith(40, [[1]]);
    const pieces = piecesOf(table);
    const at = pieceAt(pieces, { block: 0, row: 30, column: 0 });
    const piece = pieces[at];
    expect(piece?.type === 'rows' && piece.from <= 30 && 30 < piece.to).toBe(true);
    expect(pieceAt(pieces, { block: 3 })).toBe(-1);
  });

  it('give a column at least its longest word', () => {
    const [piece] = piecesOf(read).filter((each) => each.type === 'rows');
    expect(piece?.type === 'rows' && piece.widths.every((width) => width > 1)).toBe(true);
  });
});

describe('what was found, in words', () => {
  it('counts areas, rows, tasks and sections, and leaves out what is not there', () => {
    expect(foundWords(read)).toBe('2 lĩnh vực, 4 hàng, 4 nhiệm vụ, 2 phần');
    expect(foundWords({ ...read, plan: null })).toBe('2 lĩnh vực, 4 hàng, 4 nhiệm vụ');
    expect(foundWords({ ...read, plan: null, rows: [] })).toBe('chữ, chưa thấy bảng nhiệm vụ hay mục nào');
  });

  it('says what keeping did', () => {
    const kept = {
      planId: 'p',
      batchId: 'b',
      areas: 2,
      components: 3,
      groups: 3,
      tasks: 4,
      sections: 0,
      postsAdded: 2,
    };
    expect(keptWords(kept)).toBe(
      'Đã giữ kế hoạch: 2 lĩnh vực, 3 nhóm, 4 nhiệm vụ. Thêm 2 bộ phận có tên trong kế hoạch.',
    );
  });
});
