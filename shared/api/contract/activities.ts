/** Activities: recorded once, counted in every report whose days hold them. */
import { z } from 'zod';
import { type Activity, activityInput } from '../../activity/activity.ts';
import { isoDate } from '../../text/dates.ts';
import { id, line, nothing, revision, written } from '../../text/fields.ts';
import { endpoint } from '../endpoint.ts';

export type ActivityView = {
  activity: Activity;
  revision: number;
  addedAt: number;
  personId: string | null;
  tasks: { id: string; text: string; area: string }[];
  evidenceIds: string[];
  /** A publication that is up today; findings whose remedy is late. */
  running: boolean;
  overdue: boolean;
};

const activityView = z.custom<ActivityView>((value) => typeof value === 'object' && value !== null);

const entry = z.object({
  activity: activityInput,
  taskIds: z.array(id).max(200),
  evidenceIds: z.array(id).max(500),
});

const none = nothing;
const byId = z.object({ id });

export const activitiesContract = {
  /** Newest first; `from` and `to` bound the days. */
  list: endpoint({
    method: 'GET',
    path: '/activities',
    params: none,
    query: z.object({ from: isoDate.optional(), to: isoDate.optional() }),
    body: null,
    answer: z.object({
      activities: z.array(activityView),
      /** Names of villages used so far, most used first. */
      villages: z.array(z.string()),
    }),
  }),
  add: endpoint({ method: 'POST', path: '/activities', params: none, query: none, body: entry, answer: written }),
  change: endpoint({
    method: 'PUT',
    path: '/activities/:id',
    params: byId,
    query: none,
    body: entry.extend({ revision }),
    answer: written,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/activities/:id',
    params: byId,
    query: z.object({ revision: z.coerce.number().int().positive() }),
    body: null,
    answer: z.object({ batchId: id }),
  }),
  /** Tasks of a plan an activity probably serves, best first. */
  suggest: endpoint({
    method: 'GET',
    path: '/activities/suggest',
    params: none,
    query: z.object({ plan: id, kind: z.string().max(40), words: line(1000) }),
    body: null,
    answer: z.object({ tasks: z.array(z.object({ id, text: z.string(), area: z.string() })) }),
  }),
};
