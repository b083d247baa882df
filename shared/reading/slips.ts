/** Places of a text that look like slips of a scanner or a keyboard, each with the correction to offer. */
import { groupOf } from '../core/sure.ts';
import { capital } from '../text/letter-case.ts';
import { neverDoubled, slipPhrases } from './slip-words.ts';
import { isSyllable } from './syllable.ts';

/** `source` stands in the text exactly so; `suggestion` is what to put in its place, null when only the doubt is sure. */
export type Slip = { source: string; suggestion: string | null; why: string };

/** Words of the whole document and how often they occur, lower case: what a slip is most likely to have been. */
export type Vocabulary = ReadonlyMap<string, number>;

const wordPattern = /[\p{L}\p{M}]+/gu;
const marked = /[\u0080-\uFFFF]/;

/** Counts the syllables of texts that were read. Each word is taken apart once, however often it occurs. */
export function vocabularyOf(texts: Iterable<string>): Vocabulary {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const [found] of text.matchAll(wordPattern)) {
      const word = found.toLowerCase();
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  for (const word of counts.keys()) if (!isSyllable(word)) counts.delete(word);
  return counts;
}

const phrases = slipPhrases.map(([slip, meant]) => ({
  pattern: new RegExp(`(?<!\\p{L})${slip.replace(/ /g, '\\s+')}(?!\\p{L})`, 'giu'),
  meant,
}));
/** One pass that finds nothing in nearly every text spares a hundred passes. */
const anyPhrase = new RegExp(
  `(?<!\\p{L})(?:${slipPhrases.map(([slip]) => slip.replace(/ /g, '\\s+')).join('|')})(?!\\p{L})`,
  'iu',
);

/** Slips of one text, in the order found; the same slip is told once. */
export function findSlips(text: string, vocabulary: Vocabulary): Slip[] {
  const slips: Slip[] = [];
  const add = (source: string, suggestion: string | null, why: string): void => {
    if (!slips.some((slip) => slip.source === source || slip.source.includes(source)))
      slips.push({ source, suggestion, why });
  };
  if (anyPhrase.test(text)) {
    for (const { pattern, meant } of phrases) {
      for (const [found] of text.matchAll(pattern)) add(found, likeCase(found, meant), 'Có thể nhận dạng chữ sai.');
    }
  }
  for (const found of text.matchAll(/(?<!\p{L})([\p{L}]{2,})\s+\1(?!\p{L})/giu)) {
    const word = groupOf(found, 1);
    if (neverDoubled.has(word.toLowerCase())) add(found[0], word, 'Có thể gõ lặp chữ.');
  }
  for (const found of text.matchAll(/(?<!\p{L})(?:năm )?(20\d\d)(\p{Ll}{2,})/gu)) {
    add(found[0], found[0].replace(/(\d)(\p{L})/u, '$1 $2'), 'Có thể thiếu dấu cách.');
  }
  const words = new Set(text.match(wordPattern) ?? []);
  for (const word of words) checkWord(word, vocabulary, add);
  return slips;
}

/** Letters of a word worth looking at: two long syllables and an abbreviation. */
const longestWord = 24;

type Add = (source: string, suggestion: string | null, why: string) => void;

function checkWord(word: string, vocabulary: Vocabulary, add: Add): void {
  if (
    word.length > longestWord ||
    !marked.test(word) ||
    vocabulary.has(word.toLowerCase()) ||
    isSyllable(word) ||
    isAbbreviation(word)
  )
    return;
  const parts = splitWords(word, vocabulary);
  if (parts !== null) add(word, parts, 'Có thể thiếu dấu cách.');
  else if (/^\p{Lu}?\p{Ll}+$/u.test(word)) {
    const meant = nearestSyllable(word, vocabulary);
    if (meant !== null) add(word, likeCase(word, meant), 'Có thể nhận dạng chữ sai.');
  }
}

/** Abbreviations hold a group of letters without vowel sound: HĐND, QĐ, TTĐT, VPĐK. */
const isAbbreviation = (word: string): boolean => word === word.toUpperCase() && !isSyllable(word) && word.length <= 8;

/** Two words written as one, each known: "bồithường", "mộtcửa", "UBNDvà", "chứcVHXH". */
function splitWords(word: string, vocabulary: Vocabulary): string | null {
  const border = /^(\p{Lu}{2,})(\p{Ll}{2,})$|^(\p{Lu}?\p{Ll}{2,})(\p{Lu}{2,})$/u.exec(word);
  if (border) {
    const [left, right] = [border[1] ?? border[3]!, border[2] ?? border[4]!];
    return isSyllable(border[1] ? right : left) ? `${left} ${right}` : null;
  }
  let best: { text: string; count: number } | null = null;
  for (let at = 2; at <= word.length - 2; at++) {
    const [left, right] = [word.slice(0, at), word.slice(at)];
    if (!isSyllable(left) || !isSyllable(right)) continue;
    const count = Math.min(vocabulary.get(left.toLowerCase()) ?? 0, vocabulary.get(right.toLowerCase()) ?? 0);
    if (count > 0 && (!best || count > best.count)) best = { text: `${left} ${right}`, count };
  }
  return best?.text ?? null;
}

/** Letters that differ only by a mark, each group folded to one. */
const families = ['aăâ', 'eê', 'oôơ', 'uư', 'dđ'];
const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];

/** The word of the document that differs from an impossible one by at most two marks; the most frequent wins. */
function nearestSyllable(word: string, vocabulary: Vocabulary): string | null {
  let best: { word: string; count: number } | null = null;
  for (const candidate of variants(word.toLowerCase())) {
    const count = vocabulary.get(candidate) ?? 0;
    if (count > 0 && (!best || count > best.count)) best = { word: candidate, count };
  }
  return best?.word ?? null;
}

function variants(word: string): string[] {
  const decomposed = [...word.normalize('NFD')]
    .filter((sign) => !tones.includes(sign) || sign === '')
    .join('')
    .normalize('NFC');
  const toned = tones.find((tone) => tone !== '' && word.normalize('NFD').includes(tone)) ?? '';
  let bases = [''];
  for (const letter of decomposed) {
    const family = families.find((letters) => letters.includes(letter)) ?? letter;
    bases = bases.flatMap((base) => [...family].map((choice) => base + choice)).slice(0, 200);
  }
  const results: string[] = [];
  for (const base of bases) {
    for (const tone of [toned, ...tones.filter((other) => other !== toned)]) {
      for (let at = 0; at < base.length; at++) {
        if (!/[aăâeêioôơuưy]/.test(base.charAt(at))) continue;
        const candidate = (base.slice(0, at + 1) + tone + base.slice(at + 1)).normalize('NFC');
        if (candidate !== word && isSyllable(candidate)) results.push(candidate);
        if (tone === '') break;
      }
    }
  }
  return results;
}

/** Writes the correction in the case of the slip. */
function likeCase(source: string, meant: string): string {
  if (source === source.toUpperCase()) return meant.toUpperCase();
  return /^\p{Lu}/u.test(source) ? capital(meant) : meant;
}
