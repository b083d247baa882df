import { describe, expect, it } from 'vitest';
import { placeWindows, regime } from '../../../shared/period/regime.ts';
import { regimes } from '../../../shared/period/regimes.ts';
import { windowsOfYear } from '../../../shared/period/windows.ts';

const windowsOf = (id: string, year: number) => placeWindows(regimes.find((each) => each.id === id)!, year);
const windowOf = (id: string, year: number, suffix: string) =>
  windowsOf(id, year).find((window) => window.key === `${year}-${suffix}`)!;

describe('reporting regimes', () => {
  it('PE1 every regime is valid data with a source, and ids are unique', () => {
    for (const each of regimes) expect(regime.safeParse(each).error, each.id).toBeUndefined();
    expect(new Set(regimes.map(({ id }) => id)).size).toBe(regimes.length);
  });

  it.each([
    ['T01', '2023-12-15', '2024-01-14'],
    ['T03', '2024-02-15', '2024-03-14'],
    ['T12', '2024-11-15', '2024-12-14'],
    ['Q1', '2023-12-15', '2024-03-14'],
    ['Q2', '2024-03-15', '2024-06-14'],
    ['Q3', '2024-06-15', '2024-09-14'],
    ['Q4', '2024-09-15', '2024-12-14'],
    ['H1', '2023-12-15', '2024-06-14'],
    ['H2', '2024-06-15', '2024-12-14'],
    ['Y', '2023-12-15', '2024-12-14'],
  ])('PE2 decree 09/2019, %s: %s to %s', (suffix, fromDate, toDate) => {
    expect(windowOf('nd-09-2019', 2024, suffix)).toMatchObject({ fromDate, toDate, due: null });
  });

  it('PE2 agrees with the windows a new plan gets', () => {
    for (const { key, label, fromDate, toDate } of windowsOfYear(2025))
      expect(windowOf('nd-09-2019', 2025, key.slice(5))).toMatchObject({ label, fromDate, toDate });
  });

  it('PE3 Hưng Yên 2023: the commune days earlier, "trước ngày" ends the day before', () => {
    expect(windowOf('hung-yen-2023-xa', 2023, 'H1')).toMatchObject({
      fromDate: '2022-11-01',
      toDate: '2023-05-31',
      due: { date: '2023-06-05', strict: true, lastDay: '2023-06-04' },
      superiorDue: { date: '2023-06-10', strict: true, lastDay: '2023-06-09' },
    });
    expect(windowOf('hung-yen-2023-xa', 2023, 'Y')).toMatchObject({
      fromDate: '2022-11-01',
      toDate: '2023-10-31',
      due: { lastDay: '2023-10-24' },
      superiorDue: { lastDay: '2023-10-30' },
      cumulative: true,
    });
    expect(windowOf('hung-yen-2023-huyen', 2023, 'H1').due?.lastDay).toBe('2023-06-09');
    expect(windowOf('hung-yen-2023-huyen', 2023, 'Y').due).toEqual({
      date: '2023-10-31',
      strict: true,
      lastDay: '2023-10-30',
    });
  });

  it('PE3 Như Quỳnh 2024: the year is due in the January after it', () => {
    expect(windowsOf('nhu-quynh-2024', 2024)).toMatchObject([
      { key: '2024-H1', fromDate: '2024-01-01', toDate: '2024-06-30', due: { lastDay: '2024-07-02' } },
      {
        key: '2024-Y',
        fromDate: '2024-01-01',
        toDate: '2024-12-31',
        due: { date: '2025-01-03', lastDay: '2025-01-02' },
      },
    ]);
  });

  it('PE3 administrative reform: four a year, the superior by the 20th', () => {
    expect(windowsOf('cchc', 2024).map(({ key, superiorDue }) => [key, superiorDue?.lastDay])).toEqual([
      ['2024-Q1', '2024-03-20'],
      ['2024-H1', '2024-06-20'],
      ['2024-Q3', '2024-09-20'],
      ['2024-Y', '2024-12-20'],
    ]);
  });

  it('PE4 a regime says nothing about years it does not hold for', () => {
    expect(windowsOf('hung-yen-2023-xa', 2024)).toEqual([]);
    expect(windowsOf('nd-09-2019', 2018)).toEqual([]);
  });

  it('PE5 what is counted again in a longer window is marked', () => {
    expect(windowOf('nd-09-2019', 2024, 'H1').cumulative).toBe(true);
    expect(windowOf('nd-09-2019', 2024, 'T05').cumulative).toBe(false);
    expect(windowOf('cchc', 2024, 'Q3').cumulative).toBe(false);
  });

  it('PE1 a wrong day, an unknown window name, a missing source are refused', () => {
    const good = regimes[0]!;
    const first = good.windows[0]!;
    expect(regime.safeParse({ ...good, source: '' }).success).toBe(false);
    expect(regime.safeParse({ ...good, windows: [{ ...first, suffix: 'Q5' }] }).success).toBe(false);
    expect(regime.safeParse({ ...good, windows: [{ ...first, to: { year: 0, day: '06-31' } }] }).success).toBe(false);
  });
});
