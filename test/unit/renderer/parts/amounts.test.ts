import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountWords, parseAmount, shareWords } from '../../../../renderer/parts/numbers/amounts.ts';

describe('amounts as typed (MN5)', () => {
  it.each([
    ['', null],
    ['   ', null],
    ['9', 9],
    ['12,5', 12.5],
    ['1.5', 1.5],
    ['1.500', 1500],
    ['1.234,5', 1234.5],
    ['12.345.678', 12345678],
    ['1 234', 1234],
    ['0', 0],
  ])('%j is read as %j', (words, value) => {
    expect(parseAmount(words)).toBe(value);
  });

  it.each(['chín', '9/11', '-3', '1,2,3', '1.23.456', '12,', ',5', '1e5', '9999999999999'])(
    '%j is no amount',
    (words) => {
      expect(parseAmount(words)).toBeUndefined();
    },
  );

  it('reads back every amount it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 0, max: 999 }), (whole, thousandths) => {
        const value = whole < 1e9 ? whole + thousandths / 1000 : whole;
        expect(parseAmount(amountWords(value))).toBeCloseTo(value, 6);
      }),
      { seed: 20240614, numRuns: 300 },
    );
  });
});

describe('a share (MN6)', () => {
  it('is said with its numbers', () => {
    expect(shareWords(9, 11)).toBe('9/11 = 81,8%');
    expect(shareWords(1234.5, 2469)).toBe('1.234,5/2.469 = 50%');
    expect(shareWords(0, 11)).toBe('0/11 = 0%');
  });

  it('is not said where a number is missing, wrong, or the whole is zero', () => {
    for (const [part, whole] of [
      [null, 11],
      [9, null],
      [undefined, 11],
      [9, undefined],
      [0, 0],
      [9, 0],
    ] as const)
      expect(shareWords(part, whole)).toBeNull();
  });
});
