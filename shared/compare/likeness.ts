/** How much two texts have in common, and finding the most alike among many without comparing each with each. */
import { fold } from '../text/fold.ts';

/** Words of a text without accents, case and punctuation. */
export const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Twice the common words over all words of both (0 to 1); a word counts as often as it stands. Empty texts are not alike. */
export function likeness(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const left = new Map<string, number>();
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of b) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    common++;
  }
  return (2 * common) / (a.length + b.length);
}

/** What stands in more places than this says nothing about any one of them; leaving it out keeps the search linear. */
export const commonplace = 60;
/** How many of the best by rare words are compared in full. */
const compared = 12;

/** For each text the indices of `others` that share most rare words with it; where every word is commonplace, its neighbours. */
export function candidates(texts: readonly (readonly string[])[], others: readonly (readonly string[])[]): number[][] {
  const holders = new Map<string, number[]>();
  others.forEach((words, index) => {
    for (const word of new Set(words)) {
      const known = holders.get(word);
      if (known) known.push(index);
      else holders.set(word, [index]);
    }
  });
  return texts.map((words, at) => {
    if (others.length <= compared) return others.map((_, index) => index);
    const shared = new Map<number, number>();
    for (const word of new Set(words)) {
      const found = holders.get(word) ?? [];
      if (found.length <= commonplace) for (const index of found) shared.set(index, (shared.get(index) ?? 0) + 1);
    }
    const best = [...shared]
      .sort(([a, countA], [b, countB]) => countB - countA || Math.abs(a - at) - Math.abs(b - at) || a - b)
      .slice(0, compared)
      .map(([index]) => index);
    const near = Array.from({ length: compared }, (_, offset) => at - compared / 2 + offset);
    return [...new Set([...best, ...near.filter((index) => index >= 0 && index < others.length)])];
  });
}
