/**
 * Two versions of one document, line against line: what a person changed in Word between taking the file and bringing it back.
 * Lines pair in order: equal lines first, then alike ones between them; what pairs with nothing was added or removed.
 */

import { oneLine } from '../text/fold.ts';
import { likeness, wordsOf } from './likeness.ts';
import { onLongestRise } from './order.ts';

/** Indices into the own lines and the lines of the file. `after` is the own line an added one follows, -1 before the first. */
export type LineChange =
  | { kind: 'changed'; own: number; file: number }
  | { kind: 'added'; after: number; file: number }
  | { kind: 'removed'; own: number };

/** Below this share of common words two lines are two lines, not one that was reworded. */
const alike = 0.4;

/** Between two equal lines at most so many pairs are weighed; a longer stretch was written anew and is told as such. */
const mostWeighed = 400_000;

/**
 * What no edit of words touches: white space, the closing mark "../document" (the program sets both itself), and what Word and LibreOffice
 * put in place of typed signs on their own: curly quotes, long dashes, one sign for three dots, invisible marks.
 */
export const lineKey = (text: string): string =>
  oneLine(
    text
      .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/gu, '')
      .replace(/[“”„«»″]/gu, '"')
      .replace(/[‘’‚′`´]/gu, "'")
      .replace(/…/gu, '...')
      .replace(/[\u2010-\u2015\u2212]/gu, '-')
      .replace(/^[•·▪\uF0B7\uF0A7]\s*/u, '- '),
  ).replace(/[\s.;,/]*\.\/\.$/, '.');

/** For each line of the file the own line it comes from, rising; null for a line that is new. Deterministic. */
export function pairLines(own: readonly string[], file: readonly string[]): (number | null)[] {
  const ownKeys = own.map(lineKey);
  const fileKeys = file.map(lineKey);
  const { pairs, moved } = anchors(ownKeys, fileKeys);
  let [ownStart, fileStart] = [0, 0];
  for (let at = 0; at <= file.length; at++) {
    const partner = at === file.length ? own.length : pairs[at];
    if (partner === null || partner === undefined) continue;
    pairGap(ownKeys, fileKeys, { ownStart, ownEnd: partner, fileStart, fileEnd: at }, pairs, moved);
    [ownStart, fileStart] = [partner + 1, at + 1];
  }
  return pairs;
}

/** Each change once, in the order of the document. */
export function compareLines(own: readonly string[], file: readonly string[]): LineChange[] {
  const pairs = pairLines(own, file);
  const changes: LineChange[] = [];
  let last = -1;
  const removedUpTo = (end: number) => {
    for (let at = last + 1; at < end; at++) changes.push({ kind: 'removed', own: at });
  };
  pairs.forEach((partner, at) => {
    if (partner === null) {
      changes.push({ kind: 'added', after: last, file: at });
      return;
    }
    removedUpTo(partner);
    if (lineKey(own[partner] ?? '') !== lineKey(file[at] ?? ''))
      changes.push({ kind: 'changed', own: partner, file: at });
    last = partner;
  });
  removedUpTo(own.length);
  return changes;
}

/** The own lines with the given changes; with all of them these are the lines of the file, with none the own ones. */
export function applyLineChanges(
  own: readonly string[],
  file: readonly string[],
  accepted: readonly LineChange[],
): string[] {
  const removed = new Set<number>();
  const changed = new Map<number, string>();
  const added = new Map<number, string[]>();
  for (const change of accepted) {
    if (change.kind === 'removed') removed.add(change.own);
    else if (change.kind === 'changed') changed.set(change.own, file[change.file] ?? '');
    else added.set(change.after, [...(added.get(change.after) ?? []), file[change.file] ?? '']);
  }
  const lines = [...(added.get(-1) ?? [])];
  own.forEach((line, at) => {
    if (!removed.has(at)) lines.push(changed.get(at) ?? line);
    lines.push(...(added.get(at) ?? []));
  });
  return lines;
}

/** Lines that stand once on either side but changed places: neither side of them is paired with anything else. */
type Moved = { own: ReadonlySet<number>; file: ReadonlySet<number> };

/** Equal lines that stand once on either side and did not change places among each other; and those that did. */
function anchors(own: readonly string[], file: readonly string[]): { pairs: (number | null)[]; moved: Moved } {
  const places = new Map<string, number | null>();
  own.forEach((key, at) => {
    places.set(key, places.has(key) ? null : at);
  });
  const counts = new Map<string, number>();
  for (const key of file) counts.set(key, (counts.get(key) ?? 0) + 1);
  const found = file.map((key) => (counts.get(key) === 1 ? (places.get(key) ?? null) : null));
  // Reworded lines say where their neighbours stand: without them, of two lines that changed places the wrong one seems moved.
  const alikes = rewordedLines(own, file, found);
  const kept = onLongestRise(found.map((place, at) => place ?? alikes[at] ?? null));
  const left = found.flatMap((place, at) => (place !== null && !kept[at] ? [{ place, at }] : []));
  return {
    pairs: found.map((place, at) => (kept[at] ? (place ?? alikes[at] ?? null) : null)),
    moved: { own: new Set(left.map(({ place }) => place)), file: new Set(left.map(({ at }) => at)) },
  };
}

/** Above this share of common words a line was reworded wherever it stands. */
const surelyAlike = 0.6;

/** For lines of the file that stand nowhere word for word: the own line, as lonely, that each is surely a rewording of. */
function rewordedLines(
  own: readonly string[],
  file: readonly string[],
  found: readonly (number | null)[],
): (number | null)[] {
  const [ownKeys, fileKeys] = [new Set(own), new Set(file)];
  const lost = own.flatMap((key, at) => (fileKeys.has(key) ? [] : [{ at, words: wordsOf(key), best: 0, partner: -1 }]));
  const fresh = file.flatMap((key, at) =>
    ownKeys.has(key) || found[at] !== null ? [] : [{ at, words: wordsOf(key) }],
  );
  const result = new Array<number | null>(file.length).fill(null);
  if (lost.length * fresh.length > mostWeighed) return result;
  for (const line of fresh) {
    let best = { share: surelyAlike, own: -1 };
    for (const [index, each] of lost.entries()) {
      const share = likeness(each.words, line.words);
      if (share > best.share) best = { share, own: index };
    }
    const partner = lost[best.own];
    if (!partner || partner.best >= best.share) continue;
    if (partner.partner >= 0) result[partner.partner] = null;
    [partner.best, partner.partner] = [best.share, line.at];
    result[line.at] = partner.at;
  }
  return result;
}

type Gap = { ownStart: number; ownEnd: number; fileStart: number; fileEnd: number };

function pairGap(
  own: readonly string[],
  file: readonly string[],
  gap: Gap,
  pairs: (number | null)[],
  moved: Moved,
): void {
  const [height, width] = [gap.ownEnd - gap.ownStart, gap.fileEnd - gap.fileStart];
  if (height === 0 || width === 0) return;
  if (height * width > mostWeighed) {
    pairEqual(own, file, gap, pairs);
    return;
  }
  const ownWords = own.slice(gap.ownStart, gap.ownEnd).map(wordsOf);
  const fileWords = file.slice(gap.fileStart, gap.fileEnd).map(wordsOf);
  const worth = (row: number, column: number): number => {
    if (moved.own.has(gap.ownStart + row) || moved.file.has(gap.fileStart + column)) return 0;
    if (own[gap.ownStart + row] === file[gap.fileStart + column]) return 2;
    const share = likeness(ownWords[row] ?? [], fileWords[column] ?? []);
    return share < alike ? 0 : share;
  };
  const best = weigh(height, width, worth);
  for (const [row, column] of walk(height, width, best, worth)) pairs[gap.fileStart + column] = gap.ownStart + row;
  pairLoneLines(gap, pairs, moved);
}

/** Greatest sum of worths of the pairs from each place on. */
function weigh(height: number, width: number, worth: (row: number, column: number) => number): Float64Array {
  const best = new Float64Array((height + 1) * (width + 1));
  const at = (row: number, column: number) => row * (width + 1) + column;
  for (let row = height - 1; row >= 0; row--)
    for (let column = width - 1; column >= 0; column--) {
      const gain = worth(row, column);
      const skip = Math.max(best[at(row + 1, column)] ?? 0, best[at(row, column + 1)] ?? 0);
      const pair = gain === 0 ? 0 : gain + (best[at(row + 1, column + 1)] ?? 0);
      best[at(row, column)] = Math.max(skip, pair);
    }
  return best;
}

function walk(
  height: number,
  width: number,
  best: Float64Array,
  worth: (row: number, column: number) => number,
): [number, number][] {
  const at = (row: number, column: number) => best[row * (width + 1) + column] ?? 0;
  const found: [number, number][] = [];
  let [row, column] = [0, 0];
  while (row < height && column < width) {
    const gain = worth(row, column);
    if (gain > 0 && at(row, column) === gain + at(row + 1, column + 1)) found.push([row++, column++]);
    else if (at(row, column) === at(row + 1, column)) row++;
    else column++;
  }
  return found;
}

/** One line against one line in the same place is one that was written anew, however little is left of it. */
function pairLoneLines(gap: Gap, pairs: (number | null)[], moved: Moved): void {
  let own = gap.ownStart;
  for (let at = gap.fileStart; at <= gap.fileEnd; ) {
    let end = at;
    while (end < gap.fileEnd && pairs[end] === null) end++;
    const next = end === gap.fileEnd ? gap.ownEnd : (pairs[end] ?? gap.ownEnd);
    const isLone = end - at === 1 && next - own === 1 && !moved.own.has(own) && !moved.file.has(at);
    if (isLone) pairs[at] = own;
    own = next + 1;
    at = end + 1;
  }
}

/** Too much was rewritten to weigh: equal lines pair, first with first, and the rest is removed and added. */
function pairEqual(own: readonly string[], file: readonly string[], gap: Gap, pairs: (number | null)[]): void {
  const places = new Map<string, number[]>();
  for (let at = gap.ownStart; at < gap.ownEnd; at++) {
    const key = own[at] ?? '';
    const known = places.get(key);
    if (known) known.push(at);
    else places.set(key, [at]);
  }
  let last = gap.ownStart - 1;
  for (let at = gap.fileStart; at < gap.fileEnd; at++) {
    const place = places.get(file[at] ?? '')?.find((each) => each > last);
    if (place === undefined) continue;
    pairs[at] = place;
    last = place;
  }
}
