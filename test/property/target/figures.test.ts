/** Random figures in random windows: sums, overlaps, empty sets (shared/target/SPEC.md TG9, TG11). */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gatherFigure, judgeIn, type WindowFigure } from '../../../shared/target/figures.ts';
import { judge } from '../../../shared/target/judge.ts';
import type { Target } from '../../../shared/target/target.ts';
import { figureWords } from '../../../shared/target/words.ts';
import { addDays, dayNumber } from '../../../shared/text/dates.ts';

const year = { from: '2024-01-01', to: '2024-12-31' };
const windows: fc.Arbitrary<WindowFigure[]> = fc.array(
  fc
    .record({
      start: fc.integer({ min: -20, max: 370 }),
      length: fc.integer({ min: 1, max: 200 }),
      whole: fc.nat(500),
      share: fc.integer({ min: 0, max: 100 }),
    })
    .map(({ start, length, whole, share }) => ({
      windowId: `${start}/${length}`,
      from: addDays(year.from, start),
      to: addDays(year.from, start + length - 1),
      numerator: Math.floor((whole * share) / 100),
      denominator: whole,
    })),
  { maxLength: 14 },
);
const share = (value: number): Target => ({
  operator: '>=',
  value,
  unit: '%',
  per: null,
  of: 'hồ sơ',
  that: null,
  givenBy: null,
});

it('a sum is the sum of windows that lie inside, none of which overlap', () => {
  fc.assert(
    fc.property(windows, (series) => {
      const found = gatherFigure(series, year, 'sum');
      const inside = series.filter((each) => each.from >= year.from && each.to <= year.to);
      if (!found) {
        expect(inside).toEqual([]);
        return;
      }
      const used = found.windowIds.map((id) => inside.find((each) => each.windowId === id)!);
      expect(found.numerator).toBe(used.reduce((sum, each) => sum + each.numerator!, 0));
      expect(found.denominator).toBe(used.reduce((sum, each) => sum + each.denominator!, 0));
      const days = used.flatMap((each) =>
        Array.from({ length: dayNumber(each.to) - dayNumber(each.from) + 1 }, (_, day) => dayNumber(each.from) + day),
      );
      expect(new Set(days).size).toBe(days.length);
      // No window that would still fit was left out.
      for (const each of inside)
        expect(used.some((other) => !(each.to < other.from || each.from > other.to))).toBe(true);
    }),
    { seed: 20240405 },
  );
});

it('the newest is one window, and none used ends after it', () => {
  fc.assert(
    fc.property(windows, (series) => {
      const found = gatherFigure(series, year, 'newest');
      if (found) expect(found.windowIds).toHaveLength(1);
    }),
    { seed: 20240405 },
  );
});

it('an empty set is never met and never prints a percentage', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 }), (value) => {
      const empty = { numerator: 0, denominator: 0 };
      expect(judgeIn(share(value), empty, year)).toBe('no-case');
      expect(figureWords(share(value), empty)).toBe('không phát sinh');
    }),
    { seed: 20240405 },
  );
});

it('a share without period is judged as without windows', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 }), fc.nat(100), fc.nat(100), (value, numerator, denominator) => {
      const counted = { numerator, denominator };
      expect(judgeIn(share(value), counted, year)).toBe(judge(share(value), counted));
    }),
    { seed: 20240405 },
  );
});
