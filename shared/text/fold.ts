/**
 * Vietnamese text as people type it against Vietnamese text as it is stored.
 * Sources: Unicode NFC/NFD; đ has no decomposition, so stripping marks alone leaves it (SQLite's FTS5 does exactly that).
 */

import { type QueryPart, queryParts } from './find-words.ts';

/** Every text that enters the program passes here once: composed form, no byte-order mark, NBSP as a plain space. */
export const nfc = (text: string): string =>
  text
    .replace(/^\uFEFF/, '')
    .normalize('NFC')
    .replace(/\u00A0/g, ' ');

/** One line: runs of white space become one space, ends trimmed. */
export const oneLine = (text: string): string => nfc(text).replace(/\s+/g, ' ').trim();

/** One line of words; null where there are none. */
export const blankToNull = (text: string | null): string | null =>
  text === null || text.trim() === '' ? null : oneLine(text);

/**
 * Search key: lower case, no accents, đ as d, dashes and white space as one space.
 * "Đất đai – Xây dựng" and "dat dai - xay dung" fold to the same key.
 */
export function fold(text: string): string {
  return nfc(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/đ/g, 'd')
    .replace(/[\s\u2010-\u2015-]+/g, ' ')
    .trim();
}

let lastParts: { query: string; parts: QueryPart[] } = { query: '', parts: [] };

/**
 * Every word of the folded query occurs in the folded text, in any order; an abbreviation or what it stands for will do
 * (find-words.ts). An empty query matches everything.
 */
export function matchesFolded(folded: string, foldedQuery: string): boolean {
  if (foldedQuery === '') return true;
  // A list asks the same query of thousands of texts: it is taken apart once.
  if (lastParts.query !== foldedQuery) lastParts = { query: foldedQuery, parts: queryParts(foldedQuery) };
  return lastParts.parts.every(({ ways }) => ways.some((words) => words.every((word) => folded.includes(word))));
}

const collator = new Intl.Collator('vi', { numeric: true });

/** Vietnamese dictionary order (a ă â b c d đ e ê …), numbers by value. */
export const compareVi = (a: string, b: string): number => collator.compare(a, b);

/** People are listed by given name (the last word), then by the rest. */
export function compareNames(a: string, b: string): number {
  const given = (name: string) => name.trim().split(/\s+/).at(-1) ?? '';
  return compareVi(given(a), given(b)) || compareVi(a, b);
}
