/** A target in the words of a form and of a report. */
import { formatNumber, formatShare, noCase } from '../report/figures.ts';
import { oneLine } from '../text/fold.ts';
import type { Fraction } from './judge.ts';
import type { Target } from './target.ts';

export const operatorWords: Readonly<Record<Target['operator'], string>> = {
  '=': 'đạt',
  '>=': 'từ',
  '>': 'trên',
  '<': 'dưới',
  '<=': 'không quá',
};

/** `100%`, `từ 90% trở lên`, `ít nhất 2 lần/năm`, `theo số do UBND huyện giao`. */
export function targetWords({ operator, value, unit, per, givenBy }: Target): string {
  if (value === null) return `theo số do ${givenBy ?? 'cấp trên'} giao`;
  const amount = unit === '%' ? `${formatNumber(value)}%` : `${formatNumber(value)} ${unit}`.trim();
  const whole = per === null ? amount : `${amount}/${per}`;
  if (operator === '=') return whole;
  if (operator !== '>=') return `${operatorWords[operator]} ${whole}`;
  return unit === '%' ? `từ ${whole} trở lên` : `ít nhất ${whole}`;
}

/** What is measured: "thôn, tổ dân phố thực hiện đúng quy định"; the target's own words where they name nothing. */
export function measuredWords({ of, that, unit }: Target): string {
  const words = oneLine([of, that ?? ''].join(' ')).replace(/[\s.,;:]+$/u, '');
  return words === '' ? (unit === '%' ? 'Tỷ lệ' : `Số ${unit}`.trim()) : words;
}

/** Unit that stands behind the two counts of a share: "thôn, tổ dân phố". Long wholes are not repeated. */
export const wholeUnit = ({ of }: Target): string => {
  const words = oneLine(of).replace(/[\s.,;:]+$/u, '');
  return words.length > 60 ? '' : words;
};

/**
 * The figure with both counts: `9/11 (81,8%)`, `2 lần`; a share of an empty set is "không phát sinh". Null where a number is missing
 * or cannot be right.
 */
export function figureWords(target: Target, { numerator, denominator }: Fraction): string | null {
  if (numerator === null || numerator < 0) return null;
  if (target.unit !== '%' && denominator === null) return `${formatNumber(numerator)} ${target.unit}`.trim();
  if (denominator === null) return null;
  if (numerator > denominator || denominator < 0) return null;
  if (denominator === 0) return noCase;
  return `${formatNumber(numerator)}/${formatNumber(denominator)} (${formatShare(numerator, denominator)})`;
}
