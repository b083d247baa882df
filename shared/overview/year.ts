/** A plan's year as the office looks at it: every task with where it stands in every window. Sums over it are in sums.ts. */
import { z } from 'zod';
import { progressState } from '../report/facts.ts';

const id = z.string();
const words = z.string();

/** A task in one window. */
export const yearCell = z.object({
  /** People who answer for it in that window; empty: nobody does. */
  people: z.array(id),
  due: z.boolean(),
  by: z.string().nullable(),
  waiting: z.boolean(),
  asks: z.boolean(),
  confirmed: z.boolean(),
  state: progressState,
  proofs: z.number(),
  /** What an officer asks the office to decide, as typed; "" mostly. */
  proposal: words,
  /** "12/14 tổ dân phố"; "" without figures. */
  figure: words,
});
export type YearCell = z.infer<typeof yearCell>;

export const yearWindow = z.object({
  id,
  key: words,
  kind: words,
  label: words,
  fromDate: z.string(),
  toDate: z.string(),
  dueDate: z.string().nullable(),
  dueStrict: z.boolean(),
});
export type YearWindow = z.infer<typeof yearWindow>;

export const yearTask = z.object({
  id,
  groupId: id,
  text: words,
  time: words,
  lead: words,
  /** Post the lead's words name; null when they name none. */
  postId: id.nullable(),
  /** As many as the year has windows, in their order. */
  cells: z.array(yearCell),
});
export type YearTask = z.infer<typeof yearTask>;

export const yearGroup = z.object({
  id,
  areaId: id,
  component: words,
  /** Codes of shared/papi that the component's words name; empty when they name none. */
  codes: z.array(z.string()),
  /** Who helps to carry it out, by person; who leads it is not among them. */
  partners: z.array(z.object({ personId: id, role: z.enum(['executor', 'support']) })),
});
export type YearGroup = z.infer<typeof yearGroup>;

export const yearFacts = z.object({
  planId: id,
  year: z.number(),
  title: words,
  windows: z.array(yearWindow),
  areas: z.array(z.object({ id, no: words, name: words })),
  groups: z.array(yearGroup),
  tasks: z.array(yearTask),
  people: z.array(z.object({ id, name: words, posts: z.array(words) })),
  posts: z.array(z.object({ id, name: words })),
});
export type YearFacts = z.infer<typeof yearFacts>;
