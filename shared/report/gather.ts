/**
 * What the shorter windows inside a half-year, nine months or year say of a task, so that nothing is typed twice. Rules GA1–GA8 of
 * SPEC.md. Pure.
 */
import { type DueWindow, namedPeriod } from '../schedule/window-days.ts';
import { fold, oneLine } from '../text/fold.ts';
import type { ProgressState } from './facts.ts';

export type GatherWindow = DueWindow & { readonly id: string; readonly label: string };

export type GatherEntry = {
  readonly windowId: string;
  readonly state: ProgressState;
  readonly doneText: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly measure: string;
  readonly obstacle: string;
  readonly proposal: string;
  readonly updatedAt: number;
};

export type Gathered = {
  readonly state: ProgressState;
  readonly doneText: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly measure: string;
  readonly obstacle: string;
  readonly proposal: string;
  readonly from: readonly { readonly windowId: string; readonly label: string }[];
};

/** Windows of the same year whose named period lies inside that of `window` and is shorter (GA1), longest first, then by time. */
export function windowsInside<W extends GatherWindow>(window: W, all: readonly W[]): W[] {
  const outer = namedPeriod(window);
  return all
    .filter((each) => {
      const inner = namedPeriod(each);
      const inside = outer.from <= inner.from && inner.to <= outer.to;
      return each.id !== window.id && each.year === window.year && inside && daysOf(inner) < daysOf(outer);
    })
    .sort(
      (a, b) => daysOf(namedPeriod(b)) - daysOf(namedPeriod(a)) || compare(namedPeriod(a).from, namedPeriod(b).from),
    );
}

const daysOf = ({ from, to }: { from: string; to: string }): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Gathers the entries of one task. `inside` comes from `windowsInside`. Null when none of them has an entry; whether the window has
 * its own entry, which wins (GA2), is for the caller to look at.
 */
export function gather(inside: readonly GatherWindow[], entries: readonly GatherEntry[]): Gathered | null {
  const told = chosenEntries(inside, entries);
  if (told.length === 0) return null;
  return {
    state: stateOf(told.map(({ entry }) => entry.state)),
    doneText: wordsOf(told, ({ doneText }) => doneText),
    ...figureOf(told.map(({ entry }) => entry)),
    obstacle: wordsOf(told, ({ obstacle }) => obstacle),
    proposal: wordsOf(told, ({ proposal }) => proposal),
    from: told.map(({ window }) => ({ windowId: window.id, label: window.label })),
  };
}

type Told = { readonly window: GatherWindow; readonly entry: GatherEntry };

/** GA3: an entry of a longer window stands for those inside it; of two for the same period the newer one counts. In time's order. */
function chosenEntries(inside: readonly GatherWindow[], entries: readonly GatherEntry[]): Told[] {
  const byWindow = new Map(entries.map((entry) => [entry.windowId, entry]));
  const candidates = inside
    .flatMap((window) => {
      const entry = byWindow.get(window.id);
      return entry ? [{ window, entry, period: namedPeriod(window) }] : [];
    })
    .sort(
      (a, b) =>
        daysOf(b.period) - daysOf(a.period) ||
        b.entry.updatedAt - a.entry.updatedAt ||
        compare(a.window.id, b.window.id),
    );
  const chosen: typeof candidates = [];
  for (const each of candidates)
    if (!chosen.some(({ period }) => period.from <= each.period.to && each.period.from <= period.to)) chosen.push(each);
  return chosen.sort((a, b) => compare(a.period.from, b.period.from));
}

/** GA4: what did not arise says nothing of the rest; the newest of the rest decides, and work once begun is never "not begun" again. */
function stateOf(states: readonly ProgressState[]): ProgressState {
  const arisen = states.filter((state) => state !== 'khong-phat-sinh');
  const last = arisen.at(-1);
  if (last === undefined) return 'khong-phat-sinh';
  if (last !== 'chua') return last;
  return arisen.some((state) => state !== 'chua') ? 'dang-lam' : 'chua';
}

/** GA5: the words of each window after its name; the same words said again are told once, with all their windows. */
function wordsOf(told: readonly Told[], wordsIn: (entry: GatherEntry) => string): string {
  const said = new Map<string, { labels: string[]; words: string }>();
  for (const { window, entry } of told) {
    const words = wordsIn(entry).trim();
    if (words === '') continue;
    const known = said.get(fold(words));
    if (known) known.labels.push(window.label);
    else said.set(fold(words), { labels: [window.label], words });
  }
  return [...said.values()].map(({ labels, words }) => `${labels.join(', ')}: ${words}`).join('\n');
}

/** GA6: figures of one measure are summed; where measures differ, or only some have a total, there is no figure for the whole. */
function figureOf(entries: readonly GatherEntry[]): Pick<Gathered, 'numerator' | 'denominator' | 'measure'> {
  const none = { numerator: null, denominator: null, measure: '' };
  const counted = entries.filter(({ numerator, denominator }) => numerator !== null || denominator !== null);
  const first = counted[0];
  if (!first) return none;
  const same = counted.every(
    (entry) =>
      fold(oneLine(entry.measure)) === fold(oneLine(first.measure)) &&
      (entry.numerator === null) === (first.numerator === null) &&
      (entry.denominator === null) === (first.denominator === null),
  );
  if (!same) return none;
  return {
    numerator: first.numerator === null ? null : counted.reduce((total, { numerator }) => total + (numerator ?? 0), 0),
    denominator:
      first.denominator === null ? null : counted.reduce((total, { denominator }) => total + (denominator ?? 0), 0),
    measure: first.measure,
  };
}

/** "gộp từ Quý I/2024, Quý II/2024": where gathered words come from. */
export const gatheredWords = ({ from }: { readonly from: readonly { readonly label: string }[] }): string =>
  `gộp từ ${from.map(({ label }) => label).join(', ')}`;

/** What stands for a task in its window: its own entry, else what was gathered (GA2). */
export const entryOf = <P, G>(task: { readonly progress: P | null; readonly gathered: G | null }): P | G | null =>
  task.progress ?? task.gathered;
