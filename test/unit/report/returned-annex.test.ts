/** RE15: what a cell of the annex says, and when nobody can be sure. */
import { describe, expect, it } from 'vitest';
import { readEntry, readFigure } from '../../../shared/returned/report-annex.ts';

const entry = {
  state: 'dang-lam' as const,
  doneText: 'đã niêm yết tại nhà văn hóa;',
  numerator: 7,
  denominator: 9,
  measure: 'thôn',
};
const printed = 'Đang thực hiện\nĐã niêm yết tại nhà văn hóa\nSố liệu: 7/9 thôn (77,8%)';

describe('RE15: a cell of results', () => {
  it('gives state, words and figure when each stands in its place', () => {
    const after = 'Hoàn thành\nĐã niêm yết ở cả 9 thôn\nSố liệu: 9/9 thôn (100%)';
    expect(readEntry(printed, after, entry)).toEqual({
      state: 'xong',
      doneText: 'Đã niêm yết ở cả 9 thôn',
      numerator: 9,
      denominator: 9,
      measure: 'thôn',
    });
  });
  it('keeps what was not touched as it was typed, and takes a figure out that was struck', () => {
    expect(readEntry(printed, printed.replace('Đang thực hiện', 'Hoàn thành'), entry)).toEqual({
      ...entry,
      state: 'xong',
    });
    expect(readEntry(printed, 'Đang thực hiện\nĐã niêm yết tại nhà văn hóa', entry)).toEqual({
      ...entry,
      numerator: null,
      denominator: null,
      measure: '',
    });
  });
  it('reads a task nobody had reported on', () => {
    expect(readEntry('Chưa có kết quả', 'Hoàn thành\nĐã mở 12 lớp', null)).toMatchObject({
      state: 'xong',
      doneText: 'Đã mở 12 lớp',
      numerator: null,
    });
  });
  it('RE21: the remark about a late entry is not among the words, and is not changed on paper', () => {
    const late = '\n(nhập sau khi khóa kỳ: Công an gửi số liệu muộn)';
    expect(readEntry(printed + late, printed.replace('Đang thực hiện', 'Hoàn thành') + late, entry)).toEqual({
      ...entry,
      state: 'xong',
    });
    expect(readEntry(printed + late, printed, entry)).toBeNull();
    expect(readEntry(printed + late, `${printed}\n(nhập sau khi khóa kỳ: lý do khác)`, entry)).toBeNull();
  });
  it('is not guessed without a state, with a figure nobody can read, or with a figure inside the words', () => {
    expect(readEntry(printed, 'Gần xong\nĐã niêm yết', entry)).toBeNull();
    expect(readEntry(printed, 'Hoàn thành\nĐã niêm yết\nSố liệu: khoảng chín thôn', entry)).toBeNull();
    const inWords = { ...entry, doneText: 'Đã niêm yết tại 7/9 thôn' };
    const before = 'Đang thực hiện\nĐã niêm yết tại 7/9 thôn (77,8%)';
    expect(readEntry(before, 'Đang thực hiện\nĐã niêm yết tại 8/9 thôn', inWords)).toBeNull();
    expect(readEntry(before, 'Đang thực hiện\nĐã dán bảng tại 7/9 thôn (77,8%)', inWords)?.doneText).toBe(
      'Đã dán bảng tại 7/9 thôn (77,8%)',
    );
  });
});

it('figures are read as Vietnamese offices write them', () => {
  expect(readFigure('1.180/1.250 hộ (94,4%)')).toEqual({ numerator: 1180, denominator: 1250, measure: 'hộ' });
  expect(readFigure('9/11 thôn, phố')).toEqual({ numerator: 9, denominator: 11, measure: 'thôn, phố' });
  expect(readFigure('12 buổi.')).toEqual({ numerator: 12, denominator: null, measure: 'buổi' });
  expect(readFigure('1,5 km')).toEqual({ numerator: 1.5, denominator: null, measure: 'km' });
  for (const text of ['', 'không rõ', '9/11/2024', '3 xã và 4 thôn', '1.23 km']) expect(readFigure(text)).toBeNull();
});
