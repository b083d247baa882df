import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workingCalendar, workingYears } from '../../../shared/period/working-days.ts';
import { addDays } from '../../../shared/text/dates.ts';

/** Every day of 2022 to 2030 written out one by one, worked or not: slow, plain, and nothing in common with the calendar under test. */
const slow: { date: string; worked: boolean }[] = [];
for (let at = Date.UTC(2022, 0, 1); at < Date.UTC(2031, 0, 1); at += 86_400_000) {
  const day = new Date(at);
  const [year, month, date] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
  const name = `${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  const table = workingYears.find((each) => each.year === year);
  const free = day.getUTCDay() === 6 || day.getUTCDay() === 0;
  const worked = (!free || table?.worked.includes(name) === true) && table?.off.includes(name) !== true;
  slow.push({ date: `${year}-${name}`, worked });
}

const calendar = workingCalendar();
const start = fc.integer({ min: 0, max: slow.length - 400 });
const options = { seed: 20260105, numRuns: 400 };

describe('working days against a calendar written out day by day', () => {
  it('the day after so many working days', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 200 }), (at, count) => {
        const later = slow.slice(at + 1).filter(({ worked }) => worked);
        expect(calendar.after(slow[at]!.date, count).date).toBe(later[count - 1]!.date);
      }),
      options,
    );
  });

  it('how many lie between two days', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: -30, max: 390 }), (at, length) => {
        const from = slow[at]!.date;
        const expected = slow.slice(at + 1, Math.max(at + 1, at + 1 + length)).filter(({ worked }) => worked).length;
        expect(calendar.between(from, addDays(from, length))).toBe(expected);
      }),
      options,
    );
  });

  it('the last day of a term is worked, and the term ends there', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 60 }), (at, count) => {
        const from = slow[at]!.date;
        const { date } = calendar.after(from, count);
        expect(calendar.isWorkingDay(date)).toBe(true);
        expect(calendar.between(from, date)).toBe(count);
      }),
      options,
    );
  });
});
