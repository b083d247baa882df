/** Pairing stored records with fresh ones, from the surest evidence to the weakest; a pair once made stays. Deterministic. */
import { itemAt } from '../core/sure.ts';
import { candidates, commonplace, likeness, wordsOf } from './likeness.ts';

export type Pairing = {
  /** By fresh index, the stored one; and the other way round. */
  readonly storedOf: (number | null)[];
  readonly freshOf: (number | null)[];
};

export const noPairs = (stored: number, fresh: number): Pairing => ({
  storedOf: new Array<number | null>(fresh).fill(null),
  freshOf: new Array<number | null>(stored).fill(null),
});

const free = (list: readonly (number | null)[]): number[] =>
  list.flatMap((partner, index) => (partner === null ? [index] : []));

function join(pairing: Pairing, stored: number, fresh: number): boolean {
  if (pairing.freshOf[stored] !== null || pairing.storedOf[fresh] !== null) return false;
  pairing.freshOf[stored] = fresh;
  pairing.storedOf[fresh] = stored;
  return true;
}

/** The two lists that are paired; a pairing holds indices into them. */
export type Sides<R> = { readonly stored: readonly R[]; readonly fresh: readonly R[] };

/** Pairs what has the same key, first with first; null takes part in no pair. */
export function pairByKey<R>(pairing: Pairing, sides: Sides<R>, keyOf: (record: R) => string | null): void {
  const waiting = new Map<string, number[]>();
  for (const stored of free(pairing.freshOf)) {
    const key = keyOf(itemAt(sides.stored, stored));
    if (key === null) continue;
    const same = waiting.get(key);
    if (same) same.push(stored);
    else waiting.set(key, [stored]);
  }
  const taken = new Map<string, number>();
  for (const fresh of free(pairing.storedOf)) {
    const key = keyOf(itemAt(sides.fresh, fresh));
    const at = key === null ? 0 : (taken.get(key) ?? 0);
    const stored = key === null ? undefined : waiting.get(key)?.[at];
    if (key === null || stored === undefined) continue;
    taken.set(key, at + 1);
    join(pairing, stored, fresh);
  }
}

type Scored = { stored: number; fresh: number; score: number };

/** Joins the best first; equals go to those that stand closest, then to the earliest. */
function joinBest(pairing: Pairing, scored: Scored[]): void {
  scored.sort(
    (a, b) =>
      b.score - a.score ||
      Math.abs(a.stored - a.fresh) - Math.abs(b.stored - b.fresh) ||
      a.stored - b.stored ||
      a.fresh - b.fresh,
  );
  for (const { stored, fresh } of scored) join(pairing, stored, fresh);
}

/** Pairs containers that hold the same things: at least half of what the smaller one holds. */
export function pairByContent<R>(
  pairing: Pairing,
  sides: Sides<R>,
  contentOf: (record: R) => readonly string[],
  allowed: (stored: R, fresh: R) => boolean,
): void {
  const holders = new Map<string, number[]>();
  for (const stored of free(pairing.freshOf))
    for (const key of new Set(contentOf(itemAt(sides.stored, stored)))) {
      const known = holders.get(key);
      if (known) known.push(stored);
      else holders.set(key, [stored]);
    }
  const scored: Scored[] = [];
  for (const fresh of free(pairing.storedOf)) {
    const freshRecord = itemAt(sides.fresh, fresh);
    const content = new Set(contentOf(freshRecord));
    const common = new Map<number, number>();
    for (const key of content) {
      const found = holders.get(key) ?? [];
      if (found.length <= commonplace) for (const stored of found) common.set(stored, (common.get(stored) ?? 0) + 1);
    }
    for (const [stored, count] of common) {
      const storedRecord = itemAt(sides.stored, stored);
      const smaller = Math.min(content.size, new Set(contentOf(storedRecord)).size);
      if (count * 2 >= smaller && allowed(storedRecord, freshRecord)) scored.push({ stored, fresh, score: count });
    }
  }
  joinBest(pairing, scored);
}

/** Pairs texts that are alike; `least` says how much is asked of this pair, null that it may not be one. */
export function pairByLikeness<R>(
  pairing: Pairing,
  sides: Sides<R>,
  textOf: (record: R) => string,
  least: (stored: R, fresh: R) => number | null,
): void {
  const unpaired = (list: readonly R[], partners: readonly (number | null)[]) =>
    free(partners).map((index) => {
      const record = itemAt(list, index);
      return { index, record, words: wordsOf(textOf(record)) };
    });
  const [storedFree, freshFree] = [unpaired(sides.stored, pairing.freshOf), unpaired(sides.fresh, pairing.storedOf)];
  if (storedFree.length === 0 || freshFree.length === 0) return;
  const scored: Scored[] = [];
  candidates(
    freshFree.map(({ words }) => words),
    storedFree.map(({ words }) => words),
  ).forEach((found, at) => {
    const fresh = itemAt(freshFree, at);
    for (const candidate of found) {
      const stored = itemAt(storedFree, candidate);
      const asked = least(stored.record, fresh.record);
      if (asked === null) continue;
      const score = likeness(stored.words, fresh.words);
      if (score >= asked) scored.push({ stored: stored.index, fresh: fresh.index, score });
    }
  });
  joinBest(pairing, scored);
}
