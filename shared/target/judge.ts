/** Whether a target is met by the numbers of a window. */
import { unreachable } from '../core/result.ts';
import type { Target } from './target.ts';

export type Fraction = { readonly numerator: number | null; readonly denominator: number | null };

/**
 * `no-case`: a share of an empty set, said as "không phát sinh" and never as 100 %. `open`: a number is missing, cannot be
 * right, or the target's own number is not entered. A share is compared without rounding: 1999 of 2000 is not 100 %.
 */
export type Verdict = 'met' | 'missed' | 'no-case' | 'open';

export function judge(target: Target, { numerator, denominator }: Fraction): Verdict {
  if (target.value === null || numerator === null || numerator < 0) return 'open';
  if (target.unit !== '%') return compare(numerator, target) ? 'met' : 'missed';
  if (denominator === null || denominator < 0 || numerator > denominator) return 'open';
  if (denominator === 0) return 'no-case';
  return compare(numerator * 100, { ...target, value: target.value * denominator }) ? 'met' : 'missed';
}

function compare(number: number, { operator, value }: Pick<Target, 'operator' | 'value'>): boolean {
  const limit = value ?? 0;
  switch (operator) {
    case '=':
      return number === limit;
    case '>=':
      return number >= limit;
    case '>':
      return number > limit;
    case '<':
      return number < limit;
    case '<=':
      return number <= limit;
    default:
      return unreachable(operator, 'operator');
  }
}
