/** How the office stands: a plan's year with every task in every window, the Chủ tịch's page, the text for each officer. */
import { z } from 'zod';
import { yearFacts } from '../../overview/year.ts';
import { id, nothing } from '../../text/fields.ts';
import { endpoint } from '../endpoint.ts';
import { jobView } from './plans.ts';

const asked = z.object({ plan: id, window: id });

export const overviewContract = {
  /** Every task of a plan in every window of its year, and last year's plan the same way where there is one. */
  year: endpoint({
    method: 'GET',
    path: '/overview/year',
    params: nothing,
    query: z.object({ plan: id }),
    body: null,
    answer: z.object({
      facts: yearFacts,
      /** Plan of the year before, the newest one kept; null when there is none. */
      before: yearFacts.nullable(),
    }),
  }),
  /** The Chủ tịch's page for a window, and what each officer still owes as text to paste. */
  briefing: endpoint({
    method: 'GET',
    path: '/overview/briefing',
    params: nothing,
    query: asked,
    body: null,
    answer: z.object({
      /** Page for the printer, and for a sandboxed frame. */
      html: z.string(),
      previewHtml: z.string(),
      late: z.number(),
      /** Owed from earlier windows (OV28). */
      owed: z.number(),
      atRisk: z.number(),
      officers: z.array(z.object({ personId: id, name: z.string(), tasks: z.number(), text: z.string() })),
    }),
  }),
  /** Prints the page to PDF; the job's result is fetched as every PDF (`issue.pdf`). */
  briefingPdf: endpoint({
    method: 'POST',
    path: '/overview/briefing/pdf',
    params: nothing,
    query: asked,
    body: nothing,
    answer: jobView,
  }),
};
