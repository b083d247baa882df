/** What becomes of a task when a year turns (NY7), the mark of the unfinished (NY7), sets of areas by code (NY9). */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { carryOf, comesBack, isPlaceless, markedNote, taxonomyChoices } from '../../../shared/plan/turn-year.ts';
import { readTime } from '../../../shared/schedule/parse.ts';

it.each([
  ['Thường xuyên', true],
  ['Năm 2024 và những năm tiếp theo', true],
  ['6 tháng, năm', true],
  ['Quý IV', false],
  ['Trước ngày 15/6/2024', false],
  ['Khi có cuộc bầu cử', false],
  ['Giai đoạn 2023-2026', true],
])('NY7: %s comes back: %s', (words, back) => {
  expect(comesBack(readTime(words, 2024).schedule, 2024)).toBe(back);
});

it('NY7: a finished one-off is left out, everything else goes on', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('chua', 'dang-lam', 'xong', 'khong-phat-sinh', null),
      fc.boolean(),
      fc.boolean(),
      (state, again, waiting) => {
        const carry = carryOf({ state, comesBack: again, waiting }, 2024);
        expect(carry.take).toBe(again || state !== 'xong');
        expect(carry.kind === 'da-xong').toBe(!carry.take);
        expect(carry.reason).not.toBe('');
      },
    ),
    { seed: 7 },
  );
});

it('NY7: the mark of a year gives way to the mark of the next', () => {
  expect(markedNote('', 2024, [1, 2], 2)).toBe('Chuyển từ năm 2024');
  expect(markedNote('Theo QĐ 12', 2024, [2], 3)).toBe('Theo QĐ 12 Chuyển từ năm 2024: việc thứ 2');
  expect(markedNote('Theo QĐ 12 Chuyển từ năm 2024: việc thứ 2', 2025, [], 3)).toBe('Theo QĐ 12');
  expect(markedNote(markedNote('A', 2024, [1, 3], 4), 2025, [2], 4)).toBe('A Chuyển từ năm 2025: việc thứ 2');
});

it('NY9: what a set has no place for is named, and only what the plan had', () => {
  const [choice] = taxonomyChoices(['thu-tuc-hanh-chinh', 'cap-phep-xay-dung', 'tham-gia', 'tri-thuc-cong-dan'], 2020);
  expect(choice!.id).toBe('papi-2021');
  expect(choice!.gone.map(({ code }) => code)).toEqual(['cap-phep-xay-dung']);
  expect(isPlaceless(['thu-tuc-hanh-chinh', 'cap-phep-xay-dung'], 'papi-2021')).toBe(true);
  expect(isPlaceless(['tham-gia', 'tri-thuc-cong-dan'], 'papi-2021')).toBe(false);
  expect(isPlaceless([], 'papi-2021')).toBe(false);
  expect(taxonomyChoices([], 2024)).toEqual([]);
});

it('NY9: a local set stays a choice beside the official one', () => {
  const choices = taxonomyChoices(['tham-gia', 'dan-chu'], 2024);
  expect(choices.map(({ id }) => id)).toEqual(['dia-phuong-9', 'papi-2021']);
  expect(choices[0]!.gone).toEqual([]);
  expect(choices[1]!.gone.map(({ code }) => code)).toEqual(['dan-chu']);
});
