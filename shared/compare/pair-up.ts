/** Pairing stored records with fresh ones, from the surest evidence to the weakest; a pair once made stays. Deterministic. */
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

/** Pairs what has the same key, first with first; null takes part in no pair. */
export function pairByKey(
  pairing: Pairing,
  storedKey: (stored: number) => string | null,
  freshKey: (fresh: number) => string | null,
): void {
  const waiting = new Map<string, number[]>();
  for (const stored of free(pairing.freshOf)) {
    const key = storedKey(stored);
    if (key === null) continue;
    const same = waiting.get(key);
    if (same) same.push(stored);
    else waiting.set(key, [stored]);
  }
  const taken = new Map<string, number>();
  for (const fresh of free(pairing.storedOf)) {
    const key = freshKey(fresh);
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
export function pairByContent(
  pairing: Pairing,
  contentOf: { stored(index: number): readonly string[]; fresh(index: number): readonly string[] },
  allowed: (stored: number, fresh: number) => boolean,
): void {
  const holders = new Map<string, number[]>();
  for (const stored of free(pairing.freshOf))
    for (const key of new Set(contentOf.stored(stored))) {
      const known = holders.get(key);
      if (known) known.push(stored);
      else holders.set(key, [stored]);
    }
  const scored: Scored[] = [];
  for (const fresh of free(pairing.storedOf)) {
    const content = new Set(contentOf.fresh(fresh));
    const common = new Map<number, number>();
    for (const key of content) {
      const found = holders.get(key) ?? [];
      if (found.length <= commonplace) for (const stored of found) common.set(stored, (common.get(stored) ?? 0) + 1);
    }
    for (const [stored, count] of common) {
      const smaller = Math.min(content.size, new Set(contentOf.stored(stored)).size);
      if (count * 2 >= smaller && allowed(stored, fresh)) scored.push({ stored, fresh, score: count });
    }
  }
  joinBest(pairing, scored);
}

/** Pairs texts that are alike; `least` says how much is asked of this pair, null that it may not be one. */
export function pairByLikeness(
  pairing: Pairing,
  textOf: { stored(index: number): string; fresh(index: number): string },
  least: (stored: number, fresh: number) => number | null,
): void {
  const [storedFree, freshFree] = [free(pairing.freshOf), free(pairing.storedOf)];
  if (storedFree.length === 0 || freshFree.length === 0) return;
  const storedWords = storedFree.map((index) => wordsOf(textOf.stored(index)));
  const freshWords = freshFree.map((index) => wordsOf(textOf.fresh(index)));
  const scored: Scored[] = [];
  candidates(freshWords, storedWords).forEach((found, at) => {
    for (const candidate of found) {
      const [stored, fresh] = [storedFree[candidate]!, freshFree[at]!];
      const asked = least(stored, fresh);
      if (asked === null) continue;
      const score = likeness(storedWords[candidate]!, freshWords[at]!);
      if (score >= asked) scored.push({ stored, fresh, score });
    }
  });
  joinBest(pairing, scored);
}
