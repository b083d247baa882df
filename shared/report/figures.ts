/** Numbers as Vietnamese offices print them. A share always shows numerator and denominator; a share of nothing is no number. */

/** `1.234,5`: point between thousands, comma before at most two decimals. */
export function formatNumber(value: number): string {
  const [whole = '0', decimals = ''] = Math.abs(value).toFixed(2).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  const rest = decimals.replace(/0+$/, '');
  return `${value < 0 ? '-' : ''}${grouped}${rest === '' ? '' : `,${rest}`}`;
}

/** Counts of things under ten carry a zero in official texts: `03 văn bản`. */
export const formatCount = (count: number): string => (count < 10 ? `0${count}` : formatNumber(count));

/**
 * `81,8%`, `100%`. One decimal, and as many more as it takes that a part never reads as nothing or as everything:
 * 1999/2000 is 99,95%, not 100%.
 */
export function formatShare(numerator: number, denominator: number): string {
  const exact = (numerator / denominator) * 100;
  for (let decimals = 1; ; decimals += 1) {
    const rounded = Number(exact.toFixed(decimals));
    const hidesPart = (rounded === 0 && exact > 0) || (rounded === 100 && exact !== 100);
    if (!hidesPart || decimals === 6)
      return `${exact
        .toFixed(decimals)
        .replace(/\.?0+$/, '')
        .replace('.', ',')}%`;
  }
}

export const noCase = 'không phát sinh';

export type Measured = { numerator: number | null; denominator: number | null; unit: string };

/**
 * A figure in words, or the Vietnamese reason why there is none to print.
 * `9/11 thôn, phố (81,8%)` for a share, `12 buổi` for a count, "không phát sinh" for a share of an empty set.
 */
export type Figure =
  | { kind: 'none' }
  | { kind: 'share' | 'count' | 'no-case'; text: string }
  | { kind: 'doubtful'; reason: string };

export function figureOf({ numerator, denominator, unit }: Measured): Figure {
  if (numerator === null && denominator === null) return { kind: 'none' };
  const named = unit.trim() === '' ? '' : ` ${unit.trim()}`;
  if ((numerator ?? 0) < 0 || (denominator ?? 0) < 0) return { kind: 'doubtful', reason: 'Số liệu nhỏ hơn 0.' };
  if (denominator === null) return { kind: 'count', text: `${formatNumber(numerator ?? 0)}${named}` };
  if (denominator === 0 && (numerator ?? 0) === 0) return { kind: 'no-case', text: noCase };
  if (numerator === null)
    return { kind: 'doubtful', reason: `Có tổng số ${formatNumber(denominator)}${named} nhưng chưa ghi số đạt được.` };
  if (numerator > denominator)
    return {
      kind: 'doubtful',
      reason: `Số đạt được (${formatNumber(numerator)}) lớn hơn tổng số (${formatNumber(denominator)})${named}.`,
    };
  const pair = `${formatNumber(numerator)}/${formatNumber(denominator)}`;
  return { kind: 'share', text: `${pair}${named} (${formatShare(numerator, denominator)})` };
}
