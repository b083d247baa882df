/** Schedules against a calendar written out day by day, and texts nobody would write. Seeds are fixed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { windowsOfYear } from '../../../shared/period/windows.ts';
import { dueIn } from '../../../shared/schedule/due.ts';
import { readTime } from '../../../shared/schedule/parse.ts';
import { schedule as scheduleType } from '../../../shared/schedule/schedule.ts';

const runs = { seed: 20240111, numRuns: 300 };

/** Every day from 2023 to 2030, one after the other, by the rules of the calendar as taught in school. */
function slowCalendar(): { year: number; month: number; day: number }[] {
  const days = [];
  for (let year = 2023; year <= 2030; year++)
    for (let month = 1; month <= 12; month++) {
      const length = month === 2 ? (year % 4 === 0 ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
      for (let day = 1; day <= length; day++) days.push({ year, month, day });
    }
  return days;
}
const calendar = slowCalendar();
const pad = (value: number) => String(value).padStart(2, '0');

describe('schedules', () => {
  it('SC5 SC10 "trước ngày" ends the day before in the calendar, due in exactly that quarter, its half-year and the year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: calendar.length - 1 }), (at) => {
        const [before, printed] = [calendar[at - 1]!, calendar[at]!];
        const read = readTime(`trước ngày ${printed.day}/${printed.month}/${printed.year}`, printed.year);
        const last = `${before.year}-${pad(before.month)}-${pad(before.day)}`;
        expect(read.schedule).toMatchObject({ kind: 'deadline', strict: true, lastDay: last });
        const quarter = Math.ceil(before.month / 3);
        for (const window of windowsOfYear(before.year)) {
          const name = window.key.slice(5);
          const expected = name === 'Y' || name === `Q${quarter}` || (name === 'H1' && quarter <= 2);
          expect(dueIn(read.schedule, [], window).due, `${last} in ${window.key}`).toBe(expected);
        }
      }),
      runs,
    );
  });

  it('SC12 an event inside a year of data is due in exactly one quarter, the one whose days hold it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: calendar.length - 1 }), (at) => {
        const { year, month, day } = calendar[at]!;
        const date = `${year}-${pad(month)}-${pad(day)}`;
        const windows = [...windowsOfYear(year), ...windowsOfYear(year + 1)].filter(({ kind }) => kind === 'quy');
        const schedule = readTime('sau khi có quyết định', year).schedule;
        const due = windows.filter((window) => dueIn(schedule, [{ words: 'có quyết định', date }], window).due);
        expect(due.map(({ fromDate, toDate }) => fromDate <= date && date <= toDate)).toEqual([true]);
      }),
      runs,
    );
  });

  it('SC10 a quarter set is due in its quarters and no other, the half-year and the year follow', () => {
    fc.assert(
      fc.property(
        fc.subarray([1, 2, 3, 4], { minLength: 1 }),
        fc.integer({ min: 2023, max: 2030 }),
        (quarters, year) => {
          const { schedule, question } = readTime(`Quý ${quarters.join(', ')} năm ${year}`, year);
          expect(question).toBeNull();
          const due = (key: string) =>
            dueIn(schedule, [], windowsOfYear(year).find((window) => window.key === `${year}-${key}`)!).due;
          for (const quarter of [1, 2, 3, 4]) expect(due(`Q${quarter}`)).toBe(quarters.includes(quarter));
          expect(due('H1')).toBe(due('Q1') || due('Q2'));
          expect(due('Y')).toBe(true);
        },
      ),
      runs,
    );
  });

  it('SC2 whatever the text, the answer is a valid schedule, and what is unknown or blank is asked', () => {
    const word = fc.constantFrom(
      ...'quý II III năm 2024 tháng 6 trước ngày 10/6 đến từ - , ; . ( sau khi có định kỳ hằng thường xuyên học lần 15 làm việc / kể và không đầu'.split(
        ' ',
      ),
    );
    const texts = fc.oneof(
      fc.string({ maxLength: 80, unit: 'grapheme' }),
      fc.array(word, { maxLength: 14 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { schedule, question } = readTime(text, 2024);
        expect(scheduleType.safeParse(schedule).success, JSON.stringify(schedule)).toBe(true);
        if (schedule.kind === 'unknown' || schedule.kind === 'blank') expect(question).not.toBeNull();
        for (const window of windowsOfYear(2024)) {
          const { due, by } = dueIn(schedule, [], window);
          if (schedule.kind === 'unknown' || schedule.kind === 'blank') expect(due).toBe(false);
          if (by !== null) expect(due).toBe(true);
        }
      }),
      { ...runs, numRuns: 3000 },
    );
  });

  it('SC2 syllables put behind a good expression change nothing, or make it a question: never another schedule unasked', () => {
    const syllable = fc
      .tuple(
        fc.constantFrom('', 'b', 'ch', 'd', 'đ', 'gh', 'kh', 'l', 'nh', 'ph', 'tr', 'v', 'x'),
        fc.constantFrom('a', 'ă', 'oa', 'uê', 'ươ', 'ê', 'ồ', 'ẵ', 'iế'),
        fc.constantFrom('', 'ng', 'nh', 'm', 'p', 'ch'),
      )
      .map((letters) => letters.join(''));
    const good = fc.constantFrom(
      'Thường xuyên',
      'Quý II năm 2024',
      'Tháng 3',
      'trước ngày 10/6',
      'Hằng quý',
      'Năm 2024',
    );
    fc.assert(
      fc.property(good, fc.array(syllable, { minLength: 1, maxLength: 4 }), (text, more) => {
        const { schedule, question } = readTime(`${text} ${more.join(' ')}`, 2024);
        if (question === null) expect(schedule).toEqual(readTime(text, 2024).schedule);
        else expect(schedule.kind).toBe('unknown');
      }),
      { ...runs, numRuns: 2000 },
    );
  });

  it('SC2 a word of no meaning beside a good expression is never swallowed', () => {
    const strange = fc.constantFrom('bảng', 'xanh', 'không', 'trừ', 'ngoài', 'ruộng', 'trên', 'dưới', 'lúa');
    const good = fc.constantFrom(
      'Thường xuyên',
      'Quý II năm 2024',
      'tháng 3',
      'trước ngày 10/6',
      'hằng năm',
      'Năm 2024',
    );
    fc.assert(
      fc.property(strange, good, fc.boolean(), (word, text, front) => {
        const { schedule, question } = readTime(front ? `${word} ${text}` : `${text} ${word}`, 2024);
        expect(schedule.kind).toBe('unknown');
        expect(question).toContain(word);
      }),
      runs,
    );
  });

  it('SC1 lost accents change nothing', () => {
    const texts = fc.constantFrom(
      'Thường xuyên',
      'Quý II, III năm 2024',
      '6 tháng, năm',
      'trước ngày 10/6',
      'hằng quý',
      'Trong năm học',
    );
    fc.assert(
      fc.property(texts, fc.constantFrom('NFC', 'NFD', 'plain', 'upper'), (text, way) => {
        const plain = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');
        const written = way === 'plain' ? plain : way === 'upper' ? text.toUpperCase() : text.normalize(way);
        expect(readTime(written, 2024)).toEqual(readTime(text, 2024));
      }),
      runs,
    );
  });
});
