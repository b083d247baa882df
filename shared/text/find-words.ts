/**
 * Typed words as what they may stand for. "tthc" also finds "thủ tục hành chính" and the other way round, so a query becomes parts
 * that must all be found, each in one of several ways. Works on folded text.
 */
import { abbreviations } from './abbreviations.ts';

/** One part of a query: found when every word of any of the ways occurs. */
export type QueryPart = { readonly ways: readonly (readonly string[])[] };

const split = (text: string): string[] => text.split(/[^a-z0-9&]+/).filter(Boolean);

type Known = { readonly words: readonly string[]; readonly others: readonly (readonly string[])[] };

/** By first word, longest first, so that "uy ban mat tran to quoc" is not read as "mat tran to quoc" with two words before it. */
const known: ReadonlyMap<string, readonly Known[]> = (() => {
  const others = new Map<string, (readonly string[])[]>();
  const add = (from: string, to: string) => others.set(from, [...(others.get(from) ?? []), split(to)]);
  for (const [short, full] of abbreviations) {
    add(short, full);
    add(full, short);
  }
  const byFirst = new Map<string, Known[]>();
  for (const [text, ways] of others) {
    const words = split(text);
    const first = words[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), { words, others: ways }]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
})();

/** Parts of a folded query, in its order. */
export function queryParts(folded: string): QueryPart[] {
  const words = split(folded);
  const parts: QueryPart[] = [];
  for (let at = 0; at < words.length; ) {
    const found = known
      .get(words[at] ?? '')
      ?.find((each) => each.words.every((word, step) => words[at + step] === word));
    if (found) {
      parts.push({ ways: [found.words, ...found.others] });
      at += found.words.length;
    } else {
      parts.push({ ways: [[words[at] ?? '']] });
      at += 1;
    }
  }
  return parts;
}

/** What a snippet marks: typed words one by one, what they stand for only as a whole. `open` may go on: the word still being typed. */
export type ToMark = { readonly words: string; readonly open: boolean };

export function wordsToMark(folded: string): ToMark[] {
  const parts = queryParts(folded);
  return parts.flatMap(({ ways: [typed = [], ...others] }, at) => {
    const last = at === parts.length - 1;
    return [
      ...typed.map((words, step) => ({ words, open: last && step === typed.length - 1 })),
      ...others.map((words) => ({ words: words.join(' '), open: false })),
    ];
  });
}
