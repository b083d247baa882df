/** Proof-reading on the screen: the contents of a plan (Rà soát nội dung) and the layout of a document (Kiểm tra thể thức). */
import { z } from 'zod';
import { type RuleName, ruleNames } from '../../review/input.ts';
import { filledLine, id, line, nothing, paragraphs } from '../common.ts';
import { endpoint } from '../endpoint.ts';
import { jobView } from './plans.ts';

const reviewRule = z.enum(Object.keys(ruleNames) as [RuleName, ...RuleName[]]);
const path = z.array(z.union([z.string().max(40), z.number().int().min(0)])).max(40);

/** Where a finding leads on the screen. */
export const findingPlace = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('head') }),
  z.object({ kind: z.literal('section'), sectionId: id }),
  z.object({ kind: z.literal('task'), taskId: id }),
  z.object({ kind: z.literal('table') }),
]);

export const reviewFindingView = z.object({
  id: z.string(),
  rule: reviewRule,
  ruleName: z.string(),
  level: z.enum(['fault', 'note']),
  where: z.string(),
  path,
  /** The words found, within `whole`: the text of the place, null where the finding is about no single text. */
  text: z.string(),
  whole: z.string().nullable(),
  why: z.string(),
  fix: z.string().nullable(),
  /** The whole text with the offered words in place; null where nothing is offered or it cannot be written from here. */
  fixed: z.string().nullable(),
  writable: z.boolean(),
  place: findingPlace.nullable(),
});
export type ReviewFindingView = z.infer<typeof reviewFindingView>;

export const reviewView = z.object({
  planId: id,
  findings: z.array(reviewFindingView),
  silenced: z.array(z.object({ rule: reviewRule, ruleName: z.string(), reason: z.string(), count: z.number() })),
});
export type ReviewView = z.infer<typeof reviewView>;

export const formFinding = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  where: z.string(),
  found: z.string(),
  allowed: z.string(),
  fix: z.string().nullable(),
  source: z.string(),
});
export type FormFinding = z.infer<typeof formFinding>;

/** What the jobs of `checkReport`, `checkPlan` and `checkFile` result in. */
export const formView = z.object({ name: z.string(), findings: z.array(formFinding), passed: z.number() });
export type FormView = z.infer<typeof formView>;

const byId = z.object({ id });

export const reviewContract = {
  plan: endpoint({
    method: 'POST',
    path: '/plans/:id/review',
    params: byId,
    query: nothing,
    body: nothing,
    answer: reviewView,
  }),
  /** Puts words in place at one place of the plan; refused when `before` stands there no more. */
  write: endpoint({
    method: 'POST',
    path: '/plans/:id/review/text',
    params: byId,
    query: nothing,
    body: z.object({ path, before: z.string().max(20_000), after: paragraphs(20_000) }),
    answer: z.object({ batchId: id }),
  }),
  /** Silences a rule for a plan; silencing it again replaces the reason. */
  silence: endpoint({
    method: 'PUT',
    path: '/plans/:id/silenced/:rule',
    params: z.object({ id, rule: reviewRule }),
    query: nothing,
    body: z.object({ reason: filledLine(500) }),
    answer: z.object({ batchId: id }),
  }),
  unsilence: endpoint({
    method: 'DELETE',
    path: '/plans/:id/silenced/:rule',
    params: z.object({ id, rule: reviewRule }),
    query: nothing,
    body: null,
    answer: z.object({ batchId: id }),
  }),
  /** Checks the Word file of a report as it would be taken out now; the job's result is a FormView. */
  checkReport: endpoint({
    method: 'POST',
    path: '/reports/:id/check',
    params: byId,
    query: nothing,
    body: nothing,
    answer: jobView,
  }),
  checkPlan: endpoint({
    method: 'POST',
    path: '/plans/:id/check',
    params: byId,
    query: nothing,
    body: nothing,
    answer: jobView,
  }),
  /** Checks any Word file; nothing is stored. */
  checkFile: endpoint({
    method: 'POST',
    path: '/checks-of-form',
    params: nothing,
    query: z.object({ name: line(255) }),
    body: { rawBytes: 64 * 1024 * 1024 },
    answer: jobView,
  }),
};
