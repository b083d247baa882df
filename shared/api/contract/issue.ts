/** What goes out on paper: a report or plan as PDF, and the issued version with its number, its date and the signed file. */
import { z } from 'zod';
import { isCalendarDate } from '../../text/dates.ts';
import { filledLine, id, nothing } from '../../text/fields.ts';
import { endpoint } from '../endpoint.ts';
import { jobView } from './plans.ts';

export const issuedView = z.object({
  id,
  ownerKind: z.enum(['report', 'plan']),
  ownerId: id,
  number: z.string(),
  date: z.string(),
  title: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  bytes: z.number(),
  issuedAt: z.number(),
  preview: z.enum(['image', 'pdf', 'none']),
});
export type IssuedView = z.infer<typeof issuedView>;

const byId = z.object({ id });
const issuing = z.object({
  number: filledLine(60),
  date: z.string().refine(isCalendarDate, 'Ngày không có trong lịch.'),
  name: filledLine(255),
  revision: z.coerce.number().int().positive(),
});
const signedFile = { rawBytes: 256 * 1024 * 1024 };

export const issueContract = {
  /** Number, date and the signed file of a frozen report. What was frozen gets number and date and is frozen as such. */
  report: endpoint({
    method: 'PUT',
    path: '/reports/:id/issue',
    params: byId,
    query: issuing,
    body: signedFile,
    answer: issuedView,
  }),
  /** The same of a plan: its head gets number and date, and its Word file as it stands is kept. `number` carries its symbol. */
  plan: endpoint({
    method: 'PUT',
    path: '/plans/:id/issue',
    params: byId,
    query: issuing,
    body: signedFile,
    answer: issuedView,
  }),
  /** Newest first. */
  of: endpoint({
    method: 'GET',
    path: '/issued/:id',
    params: byId,
    query: nothing,
    body: null,
    answer: z.object({ issued: z.array(issuedView) }),
  }),
  view: endpoint({
    method: 'POST',
    path: '/issued/:id/view',
    params: byId,
    query: nothing,
    body: z.object({ download: z.boolean() }),
    answer: z.object({
      url: z.string(),
      mediaType: z.string(),
      fileName: z.string(),
      preview: z.enum(['image', 'pdf', 'none']),
    }),
  }),
  /** The Word file as it was issued, byte for byte. */
  word: endpoint({
    method: 'GET',
    path: '/issued/:id/word',
    params: byId,
    query: nothing,
    body: null,
    answer: 'bytes',
  }),
  /** Takes the record of the issue away; the signed file's bytes stay in the store. */
  withdraw: endpoint({
    method: 'DELETE',
    path: '/issued/:id',
    params: byId,
    query: nothing,
    body: null,
    answer: z.object({ batchId: id }),
  }),
  /** Prints to PDF through a browser of this computer; the job's result is `{ pdf: id }`. */
  reportPdf: endpoint({
    method: 'POST',
    path: '/reports/:id/pdf',
    params: byId,
    query: nothing,
    body: nothing,
    answer: jobView,
  }),
  planPdf: endpoint({
    method: 'POST',
    path: '/plans/:id/pdf',
    params: byId,
    query: nothing,
    body: nothing,
    answer: jobView,
  }),
  pdf: endpoint({ method: 'GET', path: '/pdfs/:id', params: byId, query: nothing, body: null, answer: 'bytes' }),
};
