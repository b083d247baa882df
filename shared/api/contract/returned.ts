/** The Word file of a report or a plan that was edited outside and brought back: what changed in it, to be taken over or not. */
import { z } from 'zod';
import { filledLine, id, line, nothing } from '../../text/fields.ts';
import { endpoint } from '../endpoint.ts';
import { jobView } from './plans.ts';

export const returnedChangeView = z.object({
  id: z.string(),
  kind: z.enum(['changed', 'added', 'removed', 'moved']),
  where: z.string(),
  before: z.string(),
  after: z.string(),
  /** The text as it went out, where the program changed the same place since: somebody must choose. */
  conflict: z.string().nullable(),
  /** Old and new words in one line of reading. */
  pieces: z.array(z.object({ kind: z.enum(['same', 'old', 'new']), text: z.string() })),
  /** False where it cannot be taken over; `why` then says so and where to change it instead. */
  takeable: z.boolean(),
  why: z.string().nullable(),
  taskId: id.nullable(),
});
export type ReturnedChangeView = z.infer<typeof returnedChangeView>;

/** What the job of `send` results in. `exportedAt` is when the file went out, null when that is not known. */
export const returnedView = z.object({
  ownerId: id,
  fileName: z.string(),
  exportedAt: z.number().nullable(),
  changes: z.array(returnedChangeView),
});
export type ReturnedView = z.infer<typeof returnedView>;

const ofJob = z.object({ id, job: id });
const chosen = z.object({ accepted: z.array(z.string().max(40)).max(50_000) });

export const returnedContract = {
  /** Compares a Word file with the draft of a report; the job's result is a ReturnedView. Nothing is changed yet. */
  send: endpoint({
    method: 'POST',
    path: '/reports/:id/returned',
    params: z.object({ id }),
    query: z.object({ name: filledLine(255) }),
    body: { rawBytes: 64 * 1024 * 1024 },
    answer: jobView,
  }),
  /** The document with the chosen changes, as sheets for a sandboxed frame. */
  preview: endpoint({
    method: 'POST',
    path: '/reports/:id/returned/:job/preview',
    params: ofJob,
    query: nothing,
    body: chosen,
    answer: z.object({ previewHtml: z.string() }),
  }),
  /**
   * Takes the chosen changes over in one act. Refused when the report moved on since the comparison, and (`ky-da-khoa`) when results of a
   * locked window are among them and neither `lateReason` nor the entries themselves say why.
   */
  accept: endpoint({
    method: 'POST',
    path: '/reports/:id/returned/:job/accept',
    params: ofJob,
    query: nothing,
    body: chosen.extend({ lateReason: line(500).optional() }),
    answer: z.object({ batchId: id, accepted: z.number() }),
  }),
  sendPlan: endpoint({
    method: 'POST',
    path: '/plans/:id/returned',
    params: z.object({ id }),
    query: z.object({ name: filledLine(255) }),
    body: { rawBytes: 64 * 1024 * 1024 },
    answer: jobView,
  }),
  /** The same with a file that was sent to be read (`plans.read`) and turned out to be this plan's own. */
  planOfRead: endpoint({
    method: 'POST',
    path: '/plans/:id/returned/of-read',
    params: z.object({ id }),
    query: nothing,
    body: z.object({ readId: id }),
    answer: jobView,
  }),
  previewPlan: endpoint({
    method: 'POST',
    path: '/plans/:id/returned/:job/preview',
    params: ofJob,
    query: nothing,
    body: chosen,
    answer: z.object({ previewHtml: z.string() }),
  }),
  /** One undoable act. Refused when plan, table or what hangs on its tasks moved on since the comparison. */
  acceptPlan: endpoint({
    method: 'POST',
    path: '/plans/:id/returned/:job/accept',
    params: ofJob,
    query: nothing,
    body: chosen,
    answer: z.object({ batchId: id, accepted: z.number() }),
  }),
};
