/** A list of findings that a hostile file cannot make endless: the first ones are kept, the rest only counted. */
import { type BundleProblem, type BundleProblemCode, problem } from './files/problems.ts';

export type BundleFindings = {
  add(code: BundleProblemCode, path?: string): void;
  addProblem(found: BundleProblem): void;
  /** How many there were, kept or not. */
  count(): number;
  /** The ones kept; when some were not, the last says how many. */
  list(): BundleProblem[];
};

const keptAtMost = 200;

export function startFindings(): BundleFindings {
  const kept: BundleProblem[] = [];
  let count = 0;
  const addProblem = (found: BundleProblem) => {
    count++;
    if (kept.length < keptAtMost) kept.push(found);
  };
  return {
    addProblem,
    add: (code, path) => addProblem(problem(code, path)),
    count: () => count,
    list: () => (count > kept.length ? [...kept, problem('con-nua', String(count - kept.length))] : [...kept]),
  };
}
