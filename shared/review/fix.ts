/** Puts the offered words in place. The only door through which a finding changes a plan, and only when a person says so. */
import type { Path, ReviewFinding, ReviewInput } from './input.ts';
import { withoutCited } from './texts.ts';

/** The text at a place of the plan; null when the path leads to no text, for instance because the plan has changed since. */
export function textAt(plan: ReviewInput, path: Path): string | null {
  let at: unknown = plan;
  for (const step of path) {
    if (at === null || typeof at !== 'object') return null;
    at = (at as Record<string | number, unknown>)[step];
  }
  return typeof at === 'string' ? at : null;
}

/**
 * The text of the finding's place with the fix in it; null when the finding has no fix or its words stand there no more. Names of other
 * documents and quoted words are left as they are, unless the words stand only there.
 */
export function fixedText(text: string, { text: found, fix }: Pick<ReviewFinding, 'text' | 'fix'>): string | null {
  if (fix === null || found === '') return null;
  const spoken = withoutCited(text);
  const where = spoken.includes(found) ? spoken : text;
  let [result, from] = ['', 0];
  for (let at = where.indexOf(found); at >= 0; at = where.indexOf(found, from)) {
    result += text.slice(from, at) + fix;
    from = at + found.length;
  }
  return from === 0 ? null : result + text.slice(from);
}

/** The plan with one finding put right; null when there is nothing to put in place. */
export function withFix(plan: ReviewInput, finding: ReviewFinding): ReviewInput | null {
  const text = textAt(plan, finding.path);
  const fixed = text === null ? null : fixedText(text, finding);
  return fixed === null ? null : (replaced(plan, finding.path, fixed) as ReviewInput);
}

function replaced(at: unknown, [step, ...rest]: Path, text: string): unknown {
  if (step === undefined) return text;
  if (Array.isArray(at)) return at.map((each, index) => (index === step ? replaced(each, rest, text) : each));
  const record = at as Record<string, unknown>;
  return { ...record, [step]: replaced(record[step], rest, text) };
}
