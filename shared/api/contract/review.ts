/** Proof-reading on the screen: the contents of a plan (Rà soát nội dung) and the layout of a document (Kiểm tra thể thức). */
import { z } from 'zod';
import { type RuleName, ruleNames } from '../../review/input.ts';
import { filledLine, id, line, nothing, paragraphs } from '../../text/fields.ts';
import { endpoint } from '../endpoint.ts';
import { jobView } from './plans.ts';

const reviewRule = z.enum(Object.keys(ruleNames) as [RuleName, ...RuleName[]]);
const path = z.array(z.union([z.string().max(40), z.number().int().min(0)])).max(40);

/** Where a finding leads on the screen; `words` as they are stored, for the editor to go to. */
export const findingPlace = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('head'), words: z.string().optional() }),
  z.object({ kind: z.literal('section'), sectionId: id, words: z.string().optional() }),
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

/** Words of a plan (path as in the review) or of a report (`sections/<key>`, `number`, `title`) put in place of others. */
const formEdit = z.object({ path, before: z.string().max(200_000), after: z.string().max(200_000) });
export type FormEdit = z.infer<typeof formEdit>;

/** Whose layout is checked; a foreign file by the abbreviation of its type (`KH`, `BC`, `CV`), as nothing else of it is kept. */
export const formOwner = z.object({ kind: z.enum(['plan', 'report', 'file']), id });
export type FormOwner = z.infer<typeof formOwner>;

export const formFinding = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  where: z.string(),
  found: z.string(),
  allowed: z.string(),
  fix: z.string().nullable(),
  source: z.string(),
  /** The printed line the finding is about, empty where it is about the page or something absent. */
  words: z.string(),
  /** Where the words stand in the plan; null for reports, foreign files, and what is said of the page. */
  place: findingPlace.nullable(),
  /** The records whose words end the finding when they are changed so; empty where the program cannot. */
  edits: z.array(formEdit),
  /** The program puts it right in a copy of the file. */
  mendable: z.boolean(),
});
export type FormFinding = z.infer<typeof formFinding>;

/** What the jobs of `checkReport`, `checkPlan` and `checkFile` result in. */
export const formView = z.object({
  name: z.string(),
  owner: formOwner,
  /** What the silence is kept for, in words: "kế hoạch này", "tệp Công văn". */
  ownerName: z.string(),
  findings: z.array(formFinding),
  silenced: z.array(z.object({ rule: z.string(), name: z.string(), reason: z.string(), count: z.number() })),
  passed: z.number(),
});
export type FormView = z.infer<typeof formView>;

/** What the job of `mendFile` results in; the copy is fetched by `mended` soon after. */
export const mendedView = z.object({
  file: id,
  changed: z.array(z.object({ where: z.string(), found: z.string(), done: z.string() })),
  left: z.number(),
});
export type MendedView = z.infer<typeof mendedView>;

const byId = z.object({ id });
const layoutRule = z.object({
  kind: z.enum(['plan', 'report', 'file']),
  id,
  rule: z.string().regex(/^[A-Za-z0-9.]{1,60}$/),
});

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
  /** Puts the safe faults of a Word file right in a copy; the job's result is a MendedView. Nothing is stored. */
  mendFile: endpoint({
    method: 'POST',
    path: '/mended-files',
    params: nothing,
    query: z.object({ name: line(255) }),
    body: { rawBytes: 64 * 1024 * 1024 },
    answer: jobView,
  }),
  mended: endpoint({
    method: 'GET',
    path: '/mended-files/:id',
    params: byId,
    query: nothing,
    body: null,
    answer: 'bytes',
  }),
  /** Writes the edits of one finding, all or none; refused when other words stand there by now. */
  mendForm: endpoint({
    method: 'POST',
    path: '/layout/:kind/:id/edits',
    params: z.object({ kind: z.enum(['plan', 'report']), id }),
    query: nothing,
    body: z.object({ edits: z.array(formEdit).min(1).max(500) }),
    answer: z.object({ batchId: id }),
  }),
  /** Silences a rule of layout; silencing it again replaces the reason. */
  silenceForm: endpoint({
    method: 'PUT',
    path: '/layout/:kind/:id/silenced/:rule',
    params: layoutRule,
    query: nothing,
    body: z.object({ reason: filledLine(500) }),
    answer: z.object({ batchId: id }),
  }),
  unsilenceForm: endpoint({
    method: 'DELETE',
    path: '/layout/:kind/:id/silenced/:rule',
    params: layoutRule,
    query: nothing,
    body: null,
    answer: z.object({ batchId: id }),
  }),
};
