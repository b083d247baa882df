/** Labels of numbered parts as the decree wants them, in the order of the Vietnamese alphabet. */

export type LabelLevel = 'roman' | 'arabic' | 'letter' | 'decimal';

export type ParsedLabel = {
  readonly level: LabelLevel;
  /** As printed, `I.`, `1.`, `đ)`, `1.2.`. */
  readonly printed: string;
  /** Place in its own series, from 1; null for a letter the decree does not use. */
  readonly ordinal: number | null;
  /** For decimal labels the numbers above the last, `1.2.` → `1`. */
  readonly above: string;
  /** Written as the decree does: `I.`, `1.`, `a)`. */
  readonly wellFormed: boolean;
  readonly rest: string;
};

/** The letters of points, khoản 3 of the decree's samples: no f, j, w, z and none with a hat or horn. */
export const pointLetters = [...'abcdđeghiklmnopqrstuvxy'];

const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

export function romanValue(text: string): number {
  const values = [...text].map((letter) => romanDigits[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

/** Numbers of lists: below ninety, because a `C` at the beginning of a line is a letter and never a hundred. */
export function smallRoman(value: number): string {
  const steps: [number, string][] = [
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let text = '';
  let left = value;
  for (const [step, sign] of steps)
    while (left >= step) {
      text += sign;
      left -= step;
    }
  return text;
}

/** The label a paragraph begins with, or null. Bullets are no labels. */
export function parseLabel(text: string): ParsedLabel | null {
  const line = text.trimStart();
  // "V/v …" opens the subject of a letter and is no five.
  if (/^v\s*\/\s*v/i.test(line)) return null;
  const roman = /^([IVXLC]{1,6})\s?([.)/:-])\s*(?=\S)/.exec(line);
  if (roman) {
    const value = romanValue(roman[1] ?? '');
    // "C." or "D." may begin a name; only a number written the one right way is a number.
    if (smallRoman(value) === roman[1]) return made('roman', roman[0], value, '', roman[2] === '.', line);
  }
  const decimal = /^(\d{1,2}(?:\.\d{1,2})+)(\.?)\s+(?=\S)/.exec(line);
  if (decimal) {
    const numbers = (decimal[1] ?? '').split('.');
    return made('decimal', decimal[0], Number(numbers.at(-1)), numbers.slice(0, -1).join('.'), true, line);
  }
  const arabic = /^(\d{1,2})\s?([.)/:-])(?!\d)\s*(?=\S)/.exec(line);
  if (arabic) return made('arabic', arabic[0], Number(arabic[1]), '', arabic[2] === '.', line);
  const letter = /^(\p{Ll})\s?([).])\s*(?=\S)/u.exec(line);
  if (letter) {
    const place = pointLetters.indexOf(letter[1] ?? '');
    return made('letter', letter[0], place < 0 ? null : place + 1, '', letter[2] === ')', line);
  }
  return null;
}

const made = (
  level: LabelLevel,
  whole: string,
  ordinal: number | null,
  above: string,
  wellFormed: boolean,
  line: string,
): ParsedLabel => ({ level, printed: whole.trim(), ordinal, above, wellFormed, rest: line.slice(whole.length).trim() });

/** The label of a place in a series, as the decree prints it. */
export const labelAt = (level: 'roman' | 'arabic' | 'letter', ordinal: number): string =>
  level === 'roman'
    ? `${smallRoman(ordinal)}.`
    : level === 'arabic'
      ? `${ordinal}.`
      : `${pointLetters[ordinal - 1] ?? '?'})`;
