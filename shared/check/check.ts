/** Kiểm tra thể thức: every rule over one laid-out document. Pure: no clock, no file, no network. */
import { decree30, type Layout } from '../document/decree30.ts';
import { divisionRules } from './rules/divisions.ts';
import { endRules } from './rules/end.ts';
import { findingsOf, type LayoutFinding, type Rule, type Severity } from './rules/finding.ts';
import { headRules } from './rules/head.ts';
import { lookRules } from './rules/look.ts';
import { numberAndDateRules } from './rules/number-and-date.ts';
import { numberingRules } from './rules/numbering.ts';
import { pageRules } from './rules/page.ts';
import { pageNumberRules } from './rules/page-number.ts';
import { ruleLineRules } from './rules/rule-lines.ts';
import { textRules } from './rules/text.ts';
import type { LaidOutDocument } from './structure/laid-out.ts';
import { recognise } from './structure/recognise.ts';
import { abbreviationOf } from './structure/type-names.ts';

/** All rules in the order a reader meets what they speak of. Ids never change: people silence rules by them. */
export const rules: readonly Rule[] = [
  ...pageRules,
  ...pageNumberRules,
  ...headRules,
  ...numberAndDateRules,
  ...ruleLineRules,
  ...lookRules,
  ...textRules,
  ...divisionRules,
  ...numberingRules,
  ...endRules,
];

/** `passed`: rules the document has something for and keeps; a rule in neither list had nothing to look at. */
export type LayoutReport = {
  readonly findings: readonly LayoutFinding[];
  readonly passed: readonly string[];
  /** Abbreviation of the document's type ("KH", "BC"); "CV" for a letter, empty where nothing says it. */
  readonly documentType: string;
};

const weight: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** Errors first, then in the order of the page. */
export function checkLayout(document: LaidOutDocument, layout: Layout = decree30): LayoutReport {
  const found = recognise(document, layout);
  const findings: LayoutFinding[] = [];
  const passed: string[] = [];
  for (const rule of rules) {
    const hits = rule.check(found);
    if (hits === null) continue;
    if (hits.length === 0) passed.push(rule.id);
    else findings.push(...findingsOf(rule, hits));
  }
  const { typeName, letterSubject } = found.head;
  const documentType = typeName ? (abbreviationOf(typeName.text) ?? '') : letterSubject.length > 0 ? 'CV' : '';
  return { findings: findings.toSorted((a, b) => weight[a.severity] - weight[b.severity]), passed, documentType };
}
