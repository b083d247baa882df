/** What a group's results ask for: each line read, with what a person corrected in its place. */
import { z } from 'zod';
import { fold } from '../text/fold.ts';
import { type Gathering, gatheringOf } from './figures.ts';
import { readResult } from './parse.ts';
import { type ProofKind, type ReadResult, type Target, target } from './target.ts';

/** A target as a person left it. `key` never changes, so that its figures stay with it; `gathering` null follows the words (TG12). */
export const chosenTarget = target.extend({
  key: z.string().regex(/^[a-z][A-Za-z0-9-]{0,63}$/),
  gathering: z.enum(['sum', 'newest']).nullable(),
});
export type ChosenTarget = z.infer<typeof chosenTarget>;

/** What a person decided about one result; null leaves the reading as it is. */
export type ResultChoice = {
  readonly targets: readonly ChosenTarget[] | null;
  readonly proofs: readonly ProofKind[] | null;
};

export type ResultTarget = {
  /** Names the target among the results of its group; figures are stored under it. */
  readonly key: string;
  readonly target: Target;
  readonly gathering: Gathering;
  readonly corrected: boolean;
};

export type GroupResult = {
  /** As written in the plan. */
  readonly words: string;
  readonly targets: readonly ResultTarget[];
  readonly proofs: readonly ProofKind[];
  readonly doubts: readonly string[];
};

/** Longest part of a result's words that names its figures; two results alike in more than this do not occur. */
const longestName = 160;

/** A small change of case, accents or spaces in the plan leaves the figures where they are (TG10). */
export const resultName = (words: string): string =>
  fold(words)
    .replace(/[^a-z0-9%]+/g, ' ')
    .trim()
    .slice(0, longestName);

export const targetKey = (words: string, key: string): string => `${resultName(words)}/${key}`;

/** Reads the results of a group. The same words twice in a group are one result. `read` may be a reader that remembers. */
export function readGroup(
  results: readonly string[],
  choiceOf: (words: string) => ResultChoice | null,
  read: (words: string) => ReadResult = readResult,
): GroupResult[] {
  const seen = new Set<string>();
  return results.flatMap((words) => {
    const name = resultName(words);
    if (name === '' || seen.has(name)) return [];
    seen.add(name);
    const reading = read(words);
    const choice = choiceOf(words);
    const chosen = choice?.targets ?? null;
    const targets: ResultTarget[] = (chosen ?? asRead(reading.targets)).map(({ key, gathering, ...each }) => ({
      key: targetKey(words, key),
      target: each,
      gathering: gathering ?? gatheringOf(each),
      corrected: chosen !== null,
    }));
    return [{ words, targets, proofs: choice?.proofs ?? reading.proofs, doubts: doubtsOf(reading, choice) }];
  });
}

/** Targets of a reading under the keys they get; a correction starts from these. */
export const asRead = (targets: readonly Target[]): ChosenTarget[] =>
  targets.map((each, at) => ({ ...each, key: `r${at}`, gathering: null }));

/** What was asked is answered by a person's choice. */
function doubtsOf({ doubts }: ReadResult, choice: ResultChoice | null): readonly string[] {
  return choice !== null && (choice.targets !== null || choice.proofs !== null) ? [] : doubts;
}
