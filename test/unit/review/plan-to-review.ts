/** The practice plan as it is proof-read, and ways to plant one fault in it. */
import type { PlainSection } from '../../../shared/body/body-blocks.ts';
import { type ReviewFinding, type ReviewInput, reviewInput } from '../../../shared/review/input.ts';
import { reviewPlan } from '../../../shared/review/review.ts';
import { sampleHeader, sampleRows } from '../../../shared/sample/sample-plan.ts';

export const practicePlan = (year = 2026): ReviewInput => {
  const { number, date, title, issuer, basis, sections } = sampleHeader(year);
  return reviewInput.parse({
    year,
    issuer,
    head: { number, date, title },
    basis,
    preamble: [],
    sections,
    closing: [],
    annexTitle: ['Phụ lục', `BIỂU TỔNG HỢP NHIỆM VỤ NĂM ${year}`],
    annex: 'table',
    rows: sampleRows(year).map(({ dimension, ...row }) => ({ ...row, area: dimension })),
  });
};

/** The findings after one change to the practice plan. */
export function findingsAfter(change: (plan: ReviewInput) => void, year = 2026): ReviewFinding[] {
  const plan = practicePlan(year);
  change(plan);
  return reviewPlan(plan).findings;
}

/** Rule, words and fix of each finding. */
export const told = (change: (plan: ReviewInput) => void, year = 2026) =>
  findingsAfter(change, year).map(({ rule, text, fix }) => [rule, text, fix]);
export const rulesOf = (change: (plan: ReviewInput) => void, year = 2026) =>
  findingsAfter(change, year).map(({ rule }) => rule);

/** Adds a paragraph to the first section's text. */
export const say = (plan: ReviewInput, ...paragraphs: string[]): void => {
  plan.sections.splice(1, 0, section('', '', paragraphs));
};

export const section = (
  label: string,
  heading: string,
  paragraphs: string[] = [],
  children: PlainSection[] = [],
): PlainSection => ({ label, heading, paragraphs, children });
