import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureOf, formatCount, formatNumber, formatShare } from '../../../shared/report/figures.ts';

describe('numbers as offices print them', () => {
  it('point between thousands, comma before decimals', () => {
    expect([0, 7, 1234.5, 1000000, -12.345].map(formatNumber)).toEqual(['0', '7', '1.234,5', '1.000.000', '-12,35']);
    expect([0, 3, 10, 1200].map(formatCount)).toEqual(['00', '03', '10', '1.200']);
  });

  it('RE2: one decimal; a part never reads as nothing or as everything', () => {
    expect(formatShare(9, 11)).toBe('81,8%');
    expect(formatShare(11, 11)).toBe('100%');
    expect(formatShare(0, 11)).toBe('0%');
    expect(formatShare(1, 2)).toBe('50%');
    expect(formatShare(1999, 2000)).toBe('99,95%');
    expect(formatShare(1, 100000)).toBe('0,001%');
  });

  it('RE2: holds for every share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 0, max: 100_000 }), (denominator, part) => {
        const numerator = Math.min(part, denominator);
        const share = formatShare(numerator, denominator);
        expect(share === '100%').toBe(numerator === denominator);
        expect(share === '0%').toBe(numerator === 0);
      }),
      { seed: 2024, numRuns: 500 },
    );
  });

  it('RE2: share, count, and the share of an empty set', () => {
    const figure = (numerator: number | null, denominator: number | null, unit = 'thôn, phố') =>
      figureOf({ numerator, denominator, unit });
    expect(figure(9, 11)).toEqual({ kind: 'share', text: '9/11 thôn, phố (81,8%)' });
    expect(figure(12, null, 'buổi')).toEqual({ kind: 'count', text: '12 buổi' });
    expect(figure(0, 0)).toEqual({ kind: 'no-case', text: 'không phát sinh' });
    expect(figure(null, 0)).toEqual({ kind: 'no-case', text: 'không phát sinh' });
    expect(figure(null, null)).toEqual({ kind: 'none' });
    expect(figure(1234, 5000, '')).toEqual({ kind: 'share', text: '1.234/5.000 (24,7%)' });
  });

  it('RE3: a number that cannot be right has a reason instead of a text', () => {
    const reason = (numerator: number | null, denominator: number | null) => {
      const figure = figureOf({ numerator, denominator, unit: 'thôn' });
      return figure.kind === 'doubtful' ? figure.reason : null;
    };
    expect(reason(12, 11)).toBe('Số đạt được (12) lớn hơn tổng số (11) thôn.');
    expect(reason(3, 0)).toBe('Số đạt được (3) lớn hơn tổng số (0) thôn.');
    expect(reason(null, 11)).toBe('Có tổng số 11 thôn nhưng chưa ghi số đạt được.');
    expect(reason(-1, 11)).toBe('Số liệu nhỏ hơn 0.');
    expect(reason(11, 11)).toBeNull();
  });
});
