import { describe, expect, it } from 'vitest';
import { workingCalendar, workingYears } from '../../../shared/period/working-days.ts';
import { isCalendarDate } from '../../../shared/text/dates.ts';

const calendar = workingCalendar();

describe('working days of offices', () => {
  it.each([
    ['2023-12-26', '2024-01-17'],
    ['2023-12-29', '2024-01-22'],
    ['2024-03-22', '2024-04-12'],
    // Giỗ Tổ on the way, and a Saturday worked for 29/4.
    ['2024-04-12', '2024-05-08'],
    // 1 and 2/1 off, Saturday 10/1 worked.
    ['2025-12-29', '2026-01-20'],
  ])('fifteen after %s is %s', (from, to) => {
    expect(calendar.after(from, 15)).toEqual({ date: to, confirmed: true });
    expect(calendar.between(from, to)).toBe(15);
  });

  it('counts what offices really did between a superior plan and their own', () => {
    expect(calendar.between('2023-12-29', '2024-01-11')).toBe(8);
    expect(calendar.between('2024-03-22', '2024-03-25')).toBe(1);
    expect(calendar.between('2023-12-26', '2023-12-29')).toBe(3);
  });

  it.each([
    ['2024-05-04', true],
    ['2024-05-11', false],
    ['2024-04-29', false],
    ['2025-04-26', true],
    ['2026-08-22', true],
    ['2026-11-24', false],
    ['2026-11-23', true],
    ['2027-04-16', false],
    ['2027-04-15', true],
  ])('%s worked: %s', (date, worked) => {
    expect(calendar.isWorkingDay(date)).toBe(worked);
  });

  it('tells when the way leads through a year without its notice', () => {
    expect(calendar.after('2026-12-20', 5).confirmed).toBe(true);
    expect(calendar.after('2026-12-20', 15).confirmed).toBe(false);
    expect(calendar.after('2031-03-03', 1)).toEqual({ date: '2031-03-04', confirmed: false });
  });

  it('takes a table of its own: a unit that works its Saturdays', () => {
    const unit = workingCalendar([
      { year: 2026, off: [], worked: ['03-07'], confirmed: true, source: 'Quyết định của đơn vị' },
    ]);
    expect(unit.after('2026-03-06', 1).date).toBe('2026-03-07');
  });

  it('refuses a count that is no count', () => {
    for (const count of [0, -1, 1.5, 1001]) expect(() => calendar.after('2026-01-01', count)).toThrow(RangeError);
  });

  it('holds weekdays off and weekend days worked, each once and in order, with a source', () => {
    expect(workingYears.map(({ year }) => year)).toEqual([2023, 2024, 2025, 2026, 2027]);
    for (const { year, off, worked, source } of workingYears) {
      for (const [days, atWeekend] of [
        [off, false],
        [worked, true],
      ] as const) {
        expect([...days].sort()).toEqual(days);
        for (const day of days) {
          expect(isCalendarDate(`${year}-${day}`)).toBe(true);
          expect([0, 6].includes(new Date(`${year}-${day}T00:00:00Z`).getUTCDay())).toBe(atWeekend);
        }
        expect(new Set(days).size).toBe(days.length);
      }
      expect(source).not.toBe('');
    }
  });
});
