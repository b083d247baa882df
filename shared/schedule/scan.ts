/**
 * A text being understood: rules take what they know, and what is left over is not understood. Comparing goes by a key of the
 * same length as the words, without accents, horns and case, so lost marks do no harm and the original words can be quoted.
 */
import { oneLine } from '../text/fold.ts';

/** Stands in the key where a rule has taken the words; no keyboard writes it, and a text that holds it loses it. */
const taken = '▮';

export type Scan = { readonly words: string; key: string };

/** Makes the key of a text letter by letter: "Quý II – năm 2024" and "quy ii - nam 2024" agree and keep their places. */
export function startScan(text: string): Scan {
  // A line that begins with a bullet is the next entry of the cell, not the other end of a range.
  const words = oneLine(text.replace(/[\r\n]+\s*[-–—•+*]\s*/g, '; ')).replace(/\p{M}|▮/gu, '');
  let key = '';
  for (let at = 0; at < words.length; at++) key += plainLetter(words.charAt(at));
  return { words, key };
}

function plainLetter(letter: string): string {
  if (/[\u2010-\u2015\u2212]/.test(letter)) return '-';
  if (letter === 'đ' || letter === 'Đ') return 'd';
  // Roman numbers of the East Asian block, as some input methods type them.
  if (/[Ⅰ-Ⅳ]/.test(letter)) return String(letter.charCodeAt(0) - 0x215f);
  return letter.toLowerCase().normalize('NFD').charAt(0);
}

export type Match = { readonly at: number; readonly end: number; readonly groups: readonly (string | undefined)[] };

/**
 * Calls `understand` for every place the pattern (global) fits. It answers where the understood words end, or null to leave
 * them for other rules. Taken words are out of reach for every later rule.
 */
export function takeAll(scan: Scan, pattern: RegExp, understand: (match: Match) => number | null): void {
  pattern.lastIndex = 0;
  for (let found = pattern.exec(scan.key); found !== null; found = pattern.exec(scan.key)) {
    const end = understand({ at: found.index, end: found.index + found[0].length, groups: found.slice(1) });
    if (end !== null) {
      take(scan, found.index, end);
      pattern.lastIndex = end;
    } else if (found[0] === '') pattern.lastIndex += 1;
  }
}

export function take(scan: Scan, at: number, end: number): void {
  scan.key = scan.key.slice(0, at) + taken.repeat(end - at) + scan.key.slice(end);
}

/** The original words of a place, without punctuation around them. */
export const quote = (scan: Scan, at: number, end: number): string =>
  scan.words.slice(at, end).replace(/^[\s,;:.\-–—(]+|[\s,;:.\-–—]+$/gu, '');

/** Words that carry no time of their own and may stand around an expression. */
const filler = new RegExp(
  `^(?:${[
    'thuc hien|trien khai|hoan thanh|to chuc|bao cao|tong hop|so ket|tong ket|xong|trong|vao|va|hoac|cung|la|cua|thoi gian|thoi diem',
    'tien do|du kien|duy tri|dinh ky|han|dot|tai|cac|theo|cho|ke hoach nam|ke hoach|ket thuc|den het|duoc|kip thoi|thoi han|han chot',
  ].join('|')})$`,
);

/** What no rule took and is not filler, in the original words; empty when all was understood. */
export function leftover(scan: Scan): string[] {
  const rest: string[] = [];
  for (const found of scan.key.matchAll(/[^▮;.,:()[\]/+&|"“”'*•_-]+/g)) {
    const at = found.index;
    if (!onlyFiller(found[0].trim())) rest.push(scan.words.slice(at, at + found[0].length).trim());
  }
  return rest.filter((words) => words !== '');
}

function onlyFiller(text: string): boolean {
  let rest = text.split(' ').filter((word) => word !== '');
  while (rest.length > 0) {
    const length = [3, 2, 1].find((count) => count <= rest.length && filler.test(rest.slice(0, count).join(' ')));
    if (length === undefined) return false;
    rest = rest.slice(length);
  }
  return true;
}
