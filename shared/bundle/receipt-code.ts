/**
 * The form of a receipt code: sixteen signs to be read over the telephone, fourteen of content and two check signs. Rules BN90 to
 * BN93 of SPEC.md. What a code commits to is computed in `electron/bundles/receipt.ts`.
 *
 * The alphabet has 29 signs: the digits and capitals without 0 O, 1 I L, 8 B. 29 is prime, so the check signs can be those of a
 * Reed–Solomon code: any one or two wrong signs, and with them any two swapped ones, are always noticed.
 */
import { fail, ok, type Result } from '../core/result.ts';

export const codeAlphabet = '2345679ACDEFGHJKMNPQRSTUVWXYZ';
const base = codeAlphabet.length;

const contentSigns = 14;
export const codeSigns = 16;

/** Contents are numbers below this: 29^14, a little over 68 bits. */
export const codeSpace = BigInt(base) ** BigInt(contentSigns);

/** Generates the numbers 1 to 28 by its powers; gives each place of the code a weight of its own. */
const generator = 2;

const weight = (place: number): number => {
  let power = 1;
  for (let step = 0; step < place; step++) power = (power * generator) % base;
  return power;
};
const weights = Array.from({ length: codeSigns }, (_, place) => weight(place));

const mod = (value: number): number => ((value % base) + base) % base;

/** Both sums over a code: of its values, and of its values times their weights. Both are 0 for a good code. */
function sums(values: readonly number[]): [number, number] {
  let plain = 0;
  let weighted = 0;
  for (const [place, value] of values.entries()) {
    plain += value;
    weighted += value * (weights[place] ?? 0);
  }
  return [mod(plain), mod(weighted)];
}

/** The code of a content below `codeSpace`: sixteen signs without separators. */
export function codeOf(content: bigint): string {
  if (content < 0n || content >= codeSpace) throw new Error('a content outside the code');
  const values: number[] = [];
  for (let rest = content, place = 0; place < contentSigns; place++, rest /= BigInt(base))
    values.unshift(Number(rest % BigInt(base)));
  const [plain, weighted] = sums(values);
  // x + y = -plain and x·w14 + y·w15 = -weighted, with w15 = 2·w14.
  const first = weights[contentSigns] ?? 0;
  const last = mod((-weighted + plain * first) * inverse(first));
  return [...values, mod(-plain - last), last].map((value) => codeAlphabet[value]).join('');
}

/** The number that times `value` is 1 modulo 29. */
function inverse(value: number): number {
  for (let candidate = 1; candidate < base; candidate++) if (mod(candidate * value) === 1) return candidate;
  throw new Error('zero has no inverse');
}

/** Four groups of four, as a code is shown and read out: `7K3M-QX9D-…`. */
export const groupedCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');

/** Why a typed text is no code; `sign` is the first one that no code has. */
export type CodeFault = { code: 'thieu-ky-tu' | 'thua-ky-tu' | 'go-sai' } | { code: 'ky-tu-la'; sign: string };

/** Reads what a person typed: small letters, spaces, dashes and dots do not matter. A typing error is always noticed, never mended. */
export function parseCode(typed: string): Result<string, CodeFault> {
  const signs = [
    ...typed
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s.,_\p{Pd}]+/gu, ''),
  ];
  const strange = signs.find((sign) => !codeAlphabet.includes(sign));
  if (strange !== undefined) return fail({ code: 'ky-tu-la', sign: strange });
  if (signs.length < codeSigns) return fail({ code: 'thieu-ky-tu' });
  if (signs.length > codeSigns) return fail({ code: 'thua-ky-tu' });
  const [plain, weighted] = sums(signs.map((sign) => codeAlphabet.indexOf(sign)));
  return plain === 0 && weighted === 0 ? ok(signs.join('')) : fail({ code: 'go-sai' });
}

/** A fault in a clerk's words. */
export function codeFaultWords(fault: CodeFault): string {
  if (fault.code === 'ky-tu-la')
    return `Mã không bao giờ có ký tự “${fault.sign}”. Hãy nghe lại: mã chỉ gồm các chữ số 2–7, 9 và chữ cái, không có O, I, L, B.`;
  if (fault.code === 'thieu-ky-tu') return 'Mã còn thiếu ký tự: đủ là 16 ký tự, bốn nhóm bốn.';
  if (fault.code === 'thua-ky-tu') return 'Mã thừa ký tự: đủ là 16 ký tự, bốn nhóm bốn.';
  return 'Mã có chỗ gõ hoặc nghe nhầm. Hãy đọc lại từng nhóm bốn ký tự với nơi nhận.';
}
