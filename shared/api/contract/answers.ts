/** Row by row: what the superior answers to a received report, and what the commune reads of it. */
import { z } from 'zod';
import { rowVerdicts, wholeVerdicts } from '../../bundle/verdict-v1.ts';
import { dateOrEmpty, id, line, nothing, paragraphs, revision, written } from '../../text/fields.ts';
import { endpoint } from '../endpoint.ts';
import { jobView } from './plans.ts';
import { sendingWay } from './sending.ts';

const none = nothing;
const byId = z.object({ id });
const rowVerdict = z.enum(rowVerdicts);
export type RowVerdict = z.infer<typeof rowVerdict>;

export const rowAnswerView = z.object({ taskId: z.string(), verdict: rowVerdict, words: z.string(), revision });
export type RowAnswerView = z.infer<typeof rowAnswerView>;

export const answersView = z.object({
  /** `da-nhan`, `tra-lai`, `chap-nhan` or `thu-hoi`. */
  state: z.string(),
  /** A newer version has come: this one is only read. */
  superseded: z.boolean(),
  rows: z.array(rowAnswerView),
  whole: z
    .object({
      verdict: z.enum(['chap-nhan', 'tra-lai']),
      words: z.string(),
      resubmitBy: z.string().nullable(),
      revision,
    })
    .nullable(),
  /** Answers to the version before, by task; `changed` when the unit has written other words since. */
  earlier: z.array(z.object({ taskId: z.string(), verdict: rowVerdict, words: z.string(), changed: z.boolean() })),
  /** Verdict bundles that left, newest first; `current` while nothing was answered since. */
  sent: z.array(
    z.object({
      id,
      sequence: z.number(),
      verdict: z.enum(wholeVerdicts),
      placeLabel: z.string(),
      sentAt: z.number(),
      current: z.boolean(),
    }),
  ),
  /** The unit the answer goes to, and whether it can be locked to its key. */
  receiver: z.object({ name: z.string(), hasKey: z.boolean(), keyDigits: z.string().nullable() }),
  /** To be read over the telephone; `signed` false where the unit's key is not known, so that it only says which file lies here. */
  receipt: z.object({ code: z.string(), signed: z.boolean() }).nullable(),
});
export type AnswersView = z.infer<typeof answersView>;

export const verdictView = z.object({
  id,
  /** Version of the own report it answers. */
  reportVersion: z.number(),
  verdict: z.enum(wholeVerdicts),
  words: z.string(),
  by: z.string(),
  resubmitBy: z.string().nullable(),
  fromUnit: z.string(),
  receivedAt: z.number(),
  superseded: z.boolean(),
  rows: z.array(
    z.object({
      taskId: z.string(),
      no: z.string(),
      task: z.string(),
      verdict: rowVerdict,
      words: z.string(),
      /** The entry has been written again since the superior read it. */
      changed: z.boolean(),
      /** The task is still in the plan. */
      here: z.boolean(),
    }),
  ),
});
export type VerdictView = z.infer<typeof verdictView>;

export const answersContract = {
  of: endpoint({
    method: 'GET',
    path: '/received/:id/answers',
    params: byId,
    query: none,
    body: null,
    answer: answersView,
  }),
  /** `revision` null for a first answer; who returns or remarks says why. */
  row: endpoint({
    method: 'PUT',
    path: '/received/:id/answers/:task',
    params: z.object({ id, task: id }),
    query: none,
    body: z.object({ revision: revision.nullable(), verdict: rowVerdict, words: paragraphs(4000) }),
    answer: written,
  }),
  clearRow: endpoint({
    method: 'DELETE',
    path: '/received/:id/answers/:task',
    params: z.object({ id, task: id }),
    query: none,
    body: null,
    answer: z.object({ batchId: id }),
  }),
  /** Accepts every row that has no answer yet. */
  acceptRest: endpoint({
    method: 'POST',
    path: '/received/:id/answers/accept-rest',
    params: byId,
    query: none,
    body: none,
    answer: z.object({ accepted: z.number(), batchId: id }),
  }),
  whole: endpoint({
    method: 'PUT',
    path: '/received/:id/whole',
    params: byId,
    query: none,
    body: z.object({
      revision: revision.nullable(),
      verdict: z.enum(['chap-nhan', 'tra-lai']),
      words: paragraphs(4000),
      resubmitBy: dateOrEmpty,
    }),
    answer: written,
  }),
  /** Takes the word on the whole back: the report is "received" again. */
  clearWhole: endpoint({
    method: 'DELETE',
    path: '/received/:id/whole',
    params: byId,
    query: none,
    body: null,
    answer: z.object({ batchId: id }),
  }),
  /** Writes the verdict as it stands; the job's result is a LedgerEntry. */
  send: endpoint({
    method: 'POST',
    path: '/received/:id/verdict',
    params: byId,
    query: none,
    body: sendingWay,
    answer: jobView,
  }),
  /** Verdicts that came for an own report, newest first. */
  verdicts: endpoint({
    method: 'GET',
    path: '/reports/:id/verdicts',
    params: byId,
    query: none,
    body: null,
    answer: z.object({ verdicts: z.array(verdictView) }),
  }),
  /** A code read over the telephone: marks exactly the version it is the receipt of. */
  receipt: endpoint({
    method: 'POST',
    path: '/receipts',
    params: none,
    query: none,
    body: z.object({ code: line(60) }),
    answer: z.object({
      sentId: id,
      reportTitle: z.string(),
      windowLabel: z.string(),
      reportVersion: z.number(),
      /** Null: the code says that somebody has exactly this bundle, not who. */
      fromUnit: z.string().nullable(),
      /** False when it was marked before. */
      isNew: z.boolean(),
    }),
  }),
};
