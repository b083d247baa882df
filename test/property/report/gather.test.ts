/** Gathering from shorter windows, whatever was entered where. shared/report/SPEC.md GA1–GA6. Seeds are fixed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { windowsOfYear } from '../../../shared/period/windows.ts';
import { type GatherEntry, gather, windowsInside } from '../../../shared/report/gather.ts';

const runs = { seed: 20240630, numRuns: 500 };
const windows = [
  ...windowsOfYear(2024).map((window) => ({ ...window, id: window.key })),
  { id: '2024-M9', kind: '9-thang', year: 2024, label: '9 tháng', fromDate: '2023-12-15', toDate: '2024-09-14' },
];
const windowOf = (key: string) => windows.find(({ id }) => id === `2024-${key}`)!;
const insideOf = (key: string) => windowsInside(windowOf(key), windows);

const entry = fc.record({
  state: fc.constantFrom('chua', 'dang-lam', 'xong', 'khong-phat-sinh' as const),
  doneText: fc.constantFrom('', 'Đã niêm yết', 'đã  niêm yết', 'Họp dân'),
  numerator: fc.integer({ min: 0, max: 50 }),
  denominator: fc.integer({ min: 0, max: 90 }),
  measure: fc.constantFrom('thôn', 'Thôn', 'hộ'),
  obstacle: fc.constantFrom('', 'Thiếu kinh phí'),
  proposal: fc.constant(''),
  updatedAt: fc.integer({ min: 1, max: 1000 }),
});
const entries = fc
  .dictionary(fc.constantFrom('Q1', 'Q2', 'Q3', 'Q4', 'H1', 'M9'), entry)
  .map((byKey) =>
    Object.entries(byKey).map(([key, fields]) => ({ ...fields, windowId: `2024-${key}` }) as GatherEntry),
  );
const quartersOf: Record<string, number[]> = {
  '2024-Q1': [1],
  '2024-Q2': [2],
  '2024-Q3': [3],
  '2024-Q4': [4],
  '2024-H1': [1, 2],
  '2024-M9': [1, 2, 3],
};

describe('gathering', () => {
  it('GA1 six months hold two quarters, nine months three and the half, the year all of them', () => {
    const keys = (key: string) =>
      insideOf(key)
        .map(({ id }) => id.slice(5))
        .sort();
    expect(keys('H1')).toEqual(['Q1', 'Q2']);
    expect(keys('M9')).toEqual(['H1', 'Q1', 'Q2', 'Q3']);
    expect(keys('Y')).toEqual(['H1', 'M9', 'Q1', 'Q2', 'Q3', 'Q4']);
    expect(keys('Q1')).toEqual([]);
    // The regime of Như Quỳnh counts from 1/1 to 30/6, the decree's quarters from 15/12 to 14/6: the names decide.
    const half = { ...windowOf('H1'), fromDate: '2024-01-01', toDate: '2024-06-30' };
    expect(windowsInside(half, windows).map(({ id }) => id)).toEqual(['2024-Q1', '2024-Q2']);
  });

  it('GA3 no quarter is told twice, in the order of the year, and none that is told by an entry is lost', () => {
    fc.assert(
      fc.property(entries, (told) => {
        const gathered = gather(insideOf('Y'), told);
        expect(gathered === null).toBe(told.length === 0);
        const quarters = (gathered?.from ?? []).flatMap(({ windowId }) => quartersOf[windowId]!);
        expect(quarters).toEqual([...new Set(quarters)].sort());
        const entered = new Set(told.flatMap(({ windowId }) => quartersOf[windowId]!));
        // A half beside nine months is left out whole, never in part.
        for (const quarter of entered) expect(quarters).toContain(quarter);
      }),
      runs,
    );
  });

  it('GA4 "không phát sinh" never hides work, and begun work is never "chưa thực hiện"', () => {
    fc.assert(
      fc.property(entries, (told) => {
        const gathered = gather(insideOf('H1'), told);
        if (!gathered) return;
        const states = told
          .filter(({ windowId }) => gathered.from.some((each) => each.windowId === windowId))
          .map(({ state }) => state);
        expect(gathered.state === 'khong-phat-sinh').toBe(states.every((state) => state === 'khong-phat-sinh'));
        if (states.some((state) => state === 'xong' || state === 'dang-lam')) expect(gathered.state).not.toBe('chua');
      }),
      runs,
    );
  });

  it('GA6 a sum is the sum of its parts, and mixed measures have none', () => {
    fc.assert(
      fc.property(entries, (told) => {
        const gathered = gather(insideOf('Y'), told);
        if (!gathered) return;
        const used = told.filter(({ windowId }) => gathered.from.some((each) => each.windowId === windowId));
        const one = new Set(used.map(({ measure }) => measure.toLowerCase())).size === 1;
        let [part, whole] = [0, 0];
        for (const { numerator, denominator } of used) [part, whole] = [part + numerator!, whole + denominator!];
        expect([gathered.numerator, gathered.denominator]).toEqual(one ? [part, whole] : [null, null]);
      }),
      runs,
    );
  });

  it('GA5 GA7 words are told once with the names of all their windows', () => {
    const said = (windowId: string, doneText: string, obstacle: string): GatherEntry => ({
      windowId,
      state: 'xong',
      doneText,
      numerator: null,
      denominator: null,
      measure: '',
      obstacle,
      proposal: '',
      updatedAt: 1,
    });
    const gathered = gather(insideOf('H1'), [
      said('2024-Q1', 'Đã niêm yết', 'Thiếu kinh phí'),
      said('2024-Q2', 'đã niêm yết ', 'Thiếu người'),
    ]);
    expect(gathered?.doneText).toBe('Quý I/2024, Quý II/2024: Đã niêm yết');
    expect(gathered?.obstacle).toBe('Quý I/2024: Thiếu kinh phí\nQuý II/2024: Thiếu người');
  });
});
