/** Proof-reads the contents of a plan: every rule over every text, in the order of the document's rules. Changes nothing. */
import type { z } from 'zod';
import { vocabularyOf } from '../reading/slips.ts';
import { bodyAgainstAnnex, missingAnnex } from './annex.ts';
import { citations } from './citations.ts';
import { citationConflicts, lateIssue } from './cited-documents.ts';
import { type Review, type ReviewFinding, type ReviewInput, type RuleName, reviewInput, ruleNames } from './input.ts';
import { numbering } from './numbering.ts';
import { repeatedTexts } from './repeats.ts';
import { emptyAreas, incompleteRows } from './rows.ts';
import { textsOf } from './texts.ts';
import { annexUnits, otherUnits } from './units.ts';
import { numberForms, slips, targets } from './words.ts';
import { staleYears } from './years.ts';

/** Reviews a plan. Input of the wrong shape is a defect of the caller and is thrown. */
export function reviewPlan(input: z.input<typeof reviewInput>): Review {
  const plan = reviewInput.parse(input);
  const texts = textsOf(plan);
  const vocabulary = vocabularyOf(texts.map(({ text }) => text));
  const annexMissing = missingAnnex(plan, texts);
  const byRule: Record<RuleName, ReviewFinding[]> = {
    'header-blank': blankHead(plan),
    'stale-year': staleYears(plan, texts),
    'other-unit': otherUnits(plan, texts),
    'annex-unit': annexUnits(plan, texts),
    numbering: numbering(plan),
    'repeated-text': repeatedTexts(plan, texts),
    'annex-missing': annexMissing,
    'area-empty': emptyAreas(plan),
    'row-incomplete': incompleteRows(plan, annexMissing.length > 0),
    target: targets(texts, vocabulary),
    citation: citations(plan, texts),
    'late-issue': lateIssue(plan, texts),
    'body-annex': bodyAgainstAnnex(plan, texts),
    'citation-conflict': citationConflicts(texts),
    'number-form': numberForms(plan, texts),
    slip: slips(texts, vocabulary),
  };
  const quiet = new Map(plan.silenced.map(({ rule, reason }) => [rule, reason]));
  const rules = Object.keys(ruleNames) as RuleName[];
  return {
    findings: rules.filter((rule) => !quiet.has(rule)).flatMap((rule) => unique(byRule[rule])),
    silenced: rules.flatMap((rule) => {
      const reason = quiet.get(rule);
      return reason === undefined ? [] : [{ rule, reason, count: unique(byRule[rule]).length }];
    }),
  };
}

/** RV15: a draft has neither yet; văn thư fills them in at issue. */
function blankHead({ head }: ReviewInput): ReviewFinding[] {
  if (head === null) return [];
  const note = (where: string, field: string, why: string): ReviewFinding => ({
    rule: 'header-blank',
    level: 'note',
    where,
    path: ['head', field],
    text: '',
    why,
    fix: null,
  });
  return [
    ...(head.number.trim() === ''
      ? [note('Số văn bản', 'number', 'Chưa có số văn bản; văn thư ghi khi ban hành.')]
      : []),
    ...(head.date.trim() === ''
      ? [note('Ngày ban hành', 'date', 'Chưa có ngày ban hành; văn thư ghi khi ban hành.')]
      : []),
  ];
}

/** The same words at the same place are told once. */
const unique = (findings: readonly ReviewFinding[]): ReviewFinding[] => {
  const seen = new Set<string>();
  return findings.filter(({ rule, path, text, why }) => {
    const key = JSON.stringify([rule, path, text, rule === 'body-annex' ? why : '']);
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
};
