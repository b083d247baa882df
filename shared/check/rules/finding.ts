/** What the checker says: one rule broken in one way, at one or more places. */
import { oneLine } from '../../text/fold.ts';
import type { Line } from '../structure/flatten.ts';
import type { Recognised } from '../structure/recognise.ts';
import type { Mend, PlacedMend } from './mend.ts';

/**
 * `error`: against the words of the decree. `warning`: against it as far as a program can tell, or against the custom of
 * its samples. `note`: worth a look.
 */
export type Severity = 'error' | 'warning' | 'note';

export type LayoutFinding = {
  readonly rule: string;
  readonly severity: Severity;
  /** For people: which element, which paragraph, its first words, and how many places more. */
  readonly where: string;
  /** Running numbers of the paragraphs, from 0; empty where the finding is about the page or something absent. */
  readonly paragraphs: readonly number[];
  readonly found: string;
  readonly allowed: string;
  /** What to do, only where that cannot be wrong. */
  readonly fix: string | null;
  readonly source: string;
  /** The whole first line the finding is about; empty where it is about the page or something absent. */
  readonly quoted: string;
  /** Empty where only a person can put it right. */
  readonly mends: readonly PlacedMend[];
};

/** One place where a rule is broken. */
export type Hit = {
  readonly place: string;
  readonly line?: Line;
  readonly found: string;
  readonly allowed: string;
  readonly fix?: string;
  readonly mend?: Mend;
  /** Mends of other lines that belong to the same fault. */
  readonly also?: readonly { readonly line: Line; readonly mend: Mend }[];
};

/** A rule answers null where the document has nothing it speaks of: it is then neither broken nor kept. */
export type Rule = {
  readonly id: string;
  readonly severity: Severity;
  readonly source: string;
  readonly check: (found: Recognised) => readonly Hit[] | null;
};

const longestQuote = 60;

export const quote = (text: string): string => {
  const words = oneLine(text);
  return `“${words.length > longestQuote ? `${words.slice(0, longestQuote).trimEnd()}…` : words}”`;
};

/** The hits of one rule as findings: the same fault at many places is said once, with all its places. */
export function findingsOf(rule: Rule, hits: readonly Hit[]): LayoutFinding[] {
  const groups = new Map<string, Hit[]>();
  for (const hit of hits) {
    const key = [hit.place, hit.found, hit.allowed, hit.fix].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), hit]);
  }
  return [...groups.values()].map((group) => {
    const [first] = group as [Hit];
    const more = group.length > 1 ? ` và ${group.length - 1} chỗ nữa` : '';
    const paragraph = first.line
      ? `, đoạn ${first.line.paragraph.index + 1}${first.line.text.trim() === '' ? '' : `: ${quote(first.line.text)}`}`
      : '';
    return {
      rule: rule.id,
      severity: rule.severity,
      where: `${first.place}${paragraph}${more}`,
      paragraphs: [...new Set(group.flatMap((hit) => (hit.line ? [hit.line.paragraph.index] : [])))],
      found: first.found,
      allowed: first.allowed,
      fix: first.fix ?? null,
      source: rule.source,
      quoted: first.line?.text ?? '',
      mends: group.flatMap(placed),
    };
  });
}

const placed = ({ mend, line, also = [] }: Hit): PlacedMend[] => [
  ...placedOne(mend, line),
  ...also.flatMap((each) => placedOne(each.mend, each.line)),
];

const placedOne = (mend: Mend | undefined, line: Line | undefined): PlacedMend[] =>
  mend === undefined
    ? []
    : [
        {
          mend,
          paragraph: line?.paragraph.index ?? null,
          from: line?.from ?? 0,
          to: line?.to ?? 0,
          before: line?.text ?? '',
        },
      ];
