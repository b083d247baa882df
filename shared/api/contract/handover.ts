/** Hand-over (bàn giao) of posts and single tasks from one person to the next, with its minute. */
import { z } from 'zod';
import { handoverContent } from '../../office/handover.ts';
import { isoDate } from '../../text/dates.ts';
import { id, line, nothing, paragraphs, written } from '../../text/fields.ts';
import { endpoint } from '../endpoint.ts';
import { jobView } from './plans.ts';

const byId = z.object({ id });

const asked = {
  fromPersonId: id,
  toPersonId: id,
  /** First day on which the next person answers. */
  date: isoDate,
  postIds: z.array(id).max(50),
  /** Tasks assigned by name that go over, too. */
  taskIds: z.array(id).max(5000),
  /** Who is there for the office's lead, as the minute prints it; empty lines stay blank on the paper. */
  witnessName: line(100),
  witnessTitle: line(150),
  note: paragraphs(2000),
};

export const handoverView = z.object({
  id,
  fromName: z.string(),
  toName: z.string(),
  date: z.string(),
  posts: z.array(z.string()),
  tasks: z.number(),
  madeAt: z.number(),
});
export type HandoverView = z.infer<typeof handoverView>;

const pages = z.object({ html: z.string(), previewHtml: z.string() });

export const handoverContract = {
  /** What a person has that can go over on a day. */
  available: endpoint({
    method: 'GET',
    path: '/handovers/from/:id',
    params: byId,
    query: z.object({ date: isoDate }),
    body: null,
    answer: z.object({
      posts: z.array(z.object({ id, name: z.string(), fromDate: z.string(), tasks: z.number() })),
      tasks: z.array(z.object({ id, text: z.string(), planTitle: z.string() })),
    }),
  }),
  /** What would be passed on and the minute as it would print. Changes nothing. */
  preview: endpoint({
    method: 'POST',
    path: '/handovers/preview',
    params: nothing,
    query: nothing,
    body: z.object(asked),
    answer: pages.extend({ content: handoverContent }),
  }),
  /** One undoable act: holdings end and begin on the day, assignments move, the minute is kept. */
  make: endpoint({
    method: 'POST',
    path: '/handovers',
    params: nothing,
    query: nothing,
    body: z.object(asked),
    answer: written,
  }),
  /** The newest first. */
  list: endpoint({
    method: 'GET',
    path: '/handovers',
    params: nothing,
    query: nothing,
    body: null,
    answer: z.object({ handovers: z.array(handoverView) }),
  }),
  document: endpoint({
    method: 'GET',
    path: '/handovers/:id/document',
    params: byId,
    query: nothing,
    body: null,
    answer: pages,
  }),
  word: endpoint({
    method: 'GET',
    path: '/handovers/:id/word',
    params: byId,
    query: nothing,
    body: null,
    answer: 'bytes',
  }),
  /** Prints the minute to PDF; the job's result is fetched as every PDF (`issue.pdf`). */
  pdf: endpoint({
    method: 'POST',
    path: '/handovers/:id/pdf',
    params: byId,
    query: nothing,
    body: nothing,
    answer: jobView,
  }),
};
