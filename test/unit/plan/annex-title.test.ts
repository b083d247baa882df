/** What of the lines above a task table is the annex's own title, and when a printed title is the one kept. */
import { describe, expect, it } from 'vitest';
import { ownTitle, sameTitle, usualTitle } from '../../../shared/plan/annex-title.ts';

describe('the title of an annex', () => {
  it('leaves out the label and the reference to the document', () => {
    expect(
      ownTitle([
        'PHỤ LỤC',
        'Phụ lục số II:',
        ' BIỂU  TỔNG HỢP ',
        'NHIỆM VỤ NĂM 2023',
        '',
        '(Kèm theo Kế hoạch số 08/KH-UBND)',
        'Ban hành kèm theo Kế hoạch số 8',
      ]),
    ).toEqual(['BIỂU TỔNG HỢP', 'NHIỆM VỤ NĂM 2023']);
    expect(ownTitle(['Phụ lục nhiệm vụ của các thôn'])).toEqual(['Phụ lục nhiệm vụ của các thôn']);
  });

  it('keeps every word of a title with more lines than a head has room for', () => {
    const lines = Array.from({ length: 9 }, (_, at) => `dòng ${at}`);
    expect(ownTitle(lines)).toHaveLength(6);
    expect(ownTitle(lines).join(' ')).toBe(lines.join(' '));
  });

  it('is the kept one in other letters or lines, or the usual one where none is kept; another one is not', () => {
    expect(sameTitle(['Biểu nhiệm vụ', 'năm 2024'], ['BIỂU NHIỆM VỤ NĂM 2024'])).toBe(true);
    expect(sameTitle([], [usualTitle(2024).toUpperCase()])).toBe(true);
    expect(sameTitle([], ['BIỂU NHIỆM VỤ CỦA HUYỆN'])).toBe(false);
    expect(sameTitle(['Biểu nhiệm vụ'], [usualTitle(2024)])).toBe(false);
  });
});
