/** Amounts as clerks type them: a comma before decimals, dots between thousands. Pure. */

const decimals = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 });
const tenth = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });
/** Largest amount the contract takes. */
const largest = 1e12;

/**
 * `1.234,5` → 1234.5 · `12,5` → 12.5 · `1.5` → 1.5 · `1.500` → 1500. Empty gives null, anything else undefined.
 * A dot followed by exactly three digits separates thousands, as on every Vietnamese form; another single dot can only be a decimal one.
 */
export function parseAmount(words: string): number | null | undefined {
  const text = words.replace(/\s+/g, '');
  if (text === '') return null;
  const plain = plainDigits(text);
  if (plain === null) return undefined;
  const value = Number(plain);
  return value <= largest ? value : undefined;
}

function plainDigits(text: string): string | null {
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(text)) return text.replaceAll('.', '').replace(',', '.');
  if (/^\d+(,\d+)?$/.test(text)) return text.replace(',', '.');
  if (/^\d+\.\d+$/.test(text)) return text;
  return null;
}

/** The amount as it stands in a field: `1.234,5`; null as nothing. */
export const amountWords = (value: number | null): string => (value === null ? '' : decimals.format(value));

/** `9/11 = 81,8%`; null where there is no share to tell (a part is missing, or the whole is zero). */
export function shareWords(part: number | null | undefined, whole: number | null | undefined): string | null {
  if (part === null || part === undefined || whole === null || whole === undefined || whole === 0) return null;
  return `${amountWords(part)}/${amountWords(whole)} = ${tenth.format((part / whole) * 100)}%`;
}
