/**
 * Vietnamese written before Unicode: TCVN3 (fonts .VnTime, .VnArial …) and VNI (fonts VNI-Times …), where the font alone
 * makes letters of Latin-1 codes. Tables follow TCVN 5712:1993 and the VNI-Windows layout.
 */
import { firstOf } from '../core/sure.ts';
import { vietnameseScore } from './syllable.ts';

export type LegacyEncoding = 'TCVN3' | 'VNI';
export type Decoded = { text: string; encoding: LegacyEncoding | null };

/** TCVN3 codes from U+00A1 on, in rows of letters; a dot stands for a code the ABC fonts do not use. */
const tcvn3Rows: readonly [number, string][] = [
  [0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'],
  [0xb5, 'àảãáạ.ằẳẵắ'],
  [0xc6, 'ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ'],
];
const tcvn3 = new Map<string, string>();
for (const [start, letters] of tcvn3Rows) {
  [...letters].forEach((letter, index) => {
    if (letter !== '.') tcvn3.set(String.fromCharCode(start + index), letter);
  });
}

const vniPairs = new Map<string, string>();
const vniSingles = new Map<string, string>();
const acute = '\u0301';
const grave = '\u0300';
const hook = '\u0309';
const tilde = '\u0303';
const dot = '\u0323';
function vniPair(base: string, mark: string, letter: string): void {
  const composed = letter.normalize('NFC');
  vniPairs.set(base + mark, composed);
  const upper = base.toUpperCase();
  vniPairs.set(upper + mark.toUpperCase(), composed.toUpperCase());
  vniPairs.set(upper + mark, composed.toUpperCase());
}
for (const [base, letter] of Object.entries({ a: 'a', e: 'e', o: 'o', u: 'u', y: 'y', ô: 'ơ', ö: 'ư' })) {
  for (const [mark, tone] of [
    ['ù', acute],
    ['ø', grave],
    ['û', hook],
    ['õ', tilde],
    ['ï', dot],
  ] as const) {
    vniPair(base, mark, letter + tone);
  }
}
for (const [base, hat] of [
  ['a', 'â'],
  ['e', 'ê'],
  ['o', 'ô'],
] as const) {
  for (const [mark, tone] of [
    ['â', ''],
    ['á', acute],
    ['à', grave],
    ['å', hook],
    ['ã', tilde],
    ['ä', dot],
  ] as const) {
    vniPair(base, mark, hat + tone);
  }
}
for (const [mark, tone] of [
  ['ê', ''],
  ['é', acute],
  ['è', grave],
  ['ú', hook],
  ['ü', tilde],
  ['ë', dot],
] as const) {
  vniPair('a', mark, `ă${tone}`);
}
for (const [code, letter] of Object.entries({ ô: 'ơ', ö: 'ư', ñ: 'đ', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' })) {
  vniSingles.set(code, letter);
  vniSingles.set(code.toUpperCase(), letter.toUpperCase());
}

/** Symbol-coded runs put each byte at U+F000 plus the byte. */
const lowerPrivate = (text: string): string =>
  text.replace(/[\uF020-\uF0FF]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xf000));

/** Text of an ABC font as Unicode. `capitals`: fonts whose name ends in H draw every letter as a capital. */
export function fromTcvn3(text: string, capitals = false): string {
  const decoded = lowerPrivate(text).replace(/[\u00A1-\u00FE]/g, (sign) => tcvn3.get(sign) ?? sign);
  return capitals ? decoded.toUpperCase() : decoded;
}

/** Text of a VNI font as Unicode; pairs of letter and mark first, then single codes. */
export function fromVni(text: string): string {
  const source = lowerPrivate(text);
  let decoded = '';
  for (let index = 0; index < source.length; index++) {
    const pair = vniPairs.get(source.slice(index, index + 2));
    if (pair !== undefined) index++;
    decoded += pair ?? vniSingles.get(source.charAt(index)) ?? source[index];
  }
  return decoded;
}

/** Letters that only Unicode text has; a run that contains one was typed in Unicode whatever its font is called. */
const unicodeOnly = /[\u0100-\u024F\u1E00-\u1EFF]|[\u0300-\u036F]/;

/**
 * Decodes a run by its font. A run in a legacy font that is already Unicode, or that would read worse after decoding,
 * stays as it is.
 */
export function decodeByFont(text: string, font: string | undefined): Decoded {
  const asIs: Decoded = { text, encoding: null };
  if (font === undefined || unicodeOnly.test(text)) return asIs;
  const abc = /^\.vn/i.test(font);
  if (!abc && !/^vni[-\s_]/i.test(font)) return asIs;
  const capitals = abc && /H$/.test(font);
  if (!capitals && !/[\u00A1-\u00FF\uF020-\uF0FF]/.test(text)) return asIs;
  const decoded = abc ? fromTcvn3(text, capitals) : fromVni(text);
  if (vietnameseScore(decoded) < vietnameseScore(text)) return asIs;
  return { text: decoded, encoding: abc ? 'TCVN3' : 'VNI' };
}

/**
 * Decodes text whose font is unknown, by evidence alone: it must hold codes of a legacy table, no letter of Unicode
 * Vietnamese, and read clearly better decoded (at least three words more).
 */
export function decodeByEvidence(text: string): Decoded {
  if (unicodeOnly.test(text) || !/[\u00A1-\u00FF]/.test(text)) return { text, encoding: null };
  const candidates: { text: string; encoding: LegacyEncoding | null; score: number }[] = [
    { text, encoding: null, score: vietnameseScore(text) + 2 },
    { text: fromTcvn3(text), encoding: 'TCVN3', score: vietnameseScore(fromTcvn3(text)) },
    { text: fromVni(text), encoding: 'VNI', score: vietnameseScore(fromVni(text)) },
  ];
  candidates.sort((a, b) => b.score - a.score);
  const best = firstOf(candidates);
  return { text: best.text, encoding: best.encoding };
}
