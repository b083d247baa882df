/** The place of a text that a search found, with the found words marked. */

import { type ToMark, wordsToMark } from './find-words.ts';
import { fold, nfc } from './fold.ts';

/** `marks` are places in `text`: from (inclusive), to (exclusive), in order, apart from each other. */
export type Snippet = { readonly text: string; readonly marks: readonly (readonly [number, number])[] };

/** As long as the composed text, letter for letter, so that places in one are places in the other. */
function sameLength(text: string): string {
  const plain = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/đ/g, 'd');
  if (plain.length === text.length) return plain;
  return Array.from(text, (letter) => {
    const one = letter
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .replace(/đ/g, 'd');
    return one.length === letter.length ? one : one.slice(0, letter.length).padEnd(letter.length);
  }).join('');
}

const letter = /[a-z0-9]/;

/** The next place of a word or phrase that stands for itself: "thu" is not in "thuc", unless it is still being typed. */
function placeOf(plain: string, { words, open }: ToMark, from: number): number {
  for (let at = plain.indexOf(words, from); at >= 0; at = plain.indexOf(words, at + 1)) {
    const begins = at === 0 || !letter.test(plain[at - 1] ?? '');
    if (begins && (open || !letter.test(plain[at + words.length] ?? ''))) return at;
  }
  return -1;
}

/** About `length` letters around the place where most of the typed words stand together; the beginning where none does. */
export function snippetOf(text: string, typed: string, length = 160): Snippet {
  const whole = nfc(text).replace(/\s/g, ' ');
  const plain = sameLength(whole);
  const words = wordsToMark(fold(typed));
  const start = bestPlace(plain, words, length);
  const from = start <= 20 ? 0 : whole.lastIndexOf(' ', start - 10) + 1;
  const cutEnd = whole.length > from + length ? whole.lastIndexOf(' ', from + length) : whole.length;
  const to = cutEnd > from ? cutEnd : Math.min(whole.length, from + length);
  const before = from > 0 ? '… ' : '';
  const shown = `${before}${whole.slice(from, to)}${to < whole.length ? ' …' : ''}`;
  return { text: shown, marks: marksIn(sameLength(shown), words) };
}

function bestPlace(plain: string, words: readonly ToMark[], length: number): number {
  let best = { at: 0, count: 0 };
  let looked = 0;
  for (const word of words)
    for (let at = placeOf(plain, word, 0); at >= 0 && looked < 400; at = placeOf(plain, word, at + 1)) {
      looked += 1;
      const near = plain.slice(at, at + length);
      const count = words.filter((each) => placeOf(near, each, 0) >= 0).length;
      if (count > best.count) best = { at, count };
    }
  return best.at;
}

function marksIn(plain: string, words: readonly ToMark[]): [number, number][] {
  const places: [number, number][] = [];
  for (const word of words)
    for (let at = placeOf(plain, word, 0); at >= 0; at = placeOf(plain, word, at + word.words.length))
      places.push([at, at + word.words.length]);
  places.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  return places.filter(([from], at) => places.slice(0, at).every(([, end]) => end <= from));
}
