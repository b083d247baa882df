/** From the printed line a mend speaks of to the record behind it, whose words may be printed in another way. Pure. */
import { fold } from '../text/fold.ts';
import { parseLabel } from './structure/labels.ts';

/** One record that prints words: its path, its words, and for headings the label that is kept apart. */
export type Spot = {
  readonly path: readonly (string | number)[];
  readonly words: string;
  readonly label?: { readonly path: readonly (string | number)[]; readonly text: string };
};
export type Edit = { path: (string | number)[]; before: string; after: string };

const key = (text: string): string => fold(text).replace(/[^\p{L}\d]/gu, '');

/** Shorter lines are matched whole only: many records hold the same few words. */
const tellingLength = 12;

/** The record that prints a line, null where none or more than one could. A printed line may be one of several of a record. */
export function spotOf(line: string, spots: readonly Spot[]): Spot | null {
  const wanted = key(line);
  if (wanted === '') return null;
  const whole = spots.filter(
    ({ words, label }) => key(words) === wanted || (label !== undefined && key(`${label.text} ${words}`) === wanted),
  );
  if (whole.length > 0) return whole.length === 1 ? (whole[0] ?? null) : null;
  if (wanted.length < tellingLength) return null;
  const within = spots.filter(
    ({ words }) => key(words).includes(wanted) || (words.length > 40 && wanted.includes(key(words))),
  );
  return within.length === 1 ? (within[0] ?? null) : null;
}

/** The edit of a record that makes the printed line `before` become `after`; null where the record does not hold what differs. */
export function editOf(spot: Spot, before: string, after: string): Edit | null {
  const [old, now] = [parseLabel(before), parseLabel(after)];
  const { label } = spot;
  if (label && old && now && old.printed !== now.printed && key(label.text) === key(old.printed))
    return { path: [...label.path], before: label.text, after: label.text.replace(label.text.trim(), now.printed) };
  const changed = reworded(spot.words, before, after);
  return changed === null || changed === spot.words
    ? null
    : { path: [...spot.path], before: spot.words, after: changed };
}

function reworded(words: string, before: string, after: string): string | null {
  const line = before.trim();
  if (words.includes(line)) return words.replace(line, after.trim());
  let [start, end] = [0, 0];
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  const shortest = Math.min(before.length, after.length) - start;
  while (end < shortest && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  // As many whole words around the change as it takes to stand out.
  const from = before.lastIndexOf(' ', start - 1) + 1;
  const space = before.indexOf(' ', before.length - end);
  const to = space < 0 ? before.length : space;
  const [old, now] = [before.slice(from, to), after.slice(from, after.length - (before.length - to))];
  if (old.trim() === '' || words.split(old).length !== 2) return null;
  return words.replace(old, now);
}
