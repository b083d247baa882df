/** Reading a plan that exists, keeping it, and working in its task table. */
import { z } from 'zod';
import { type BodyBlock, bodyBlock } from '../../body/body-blocks.ts';
import { taskRow } from '../../overview/task-row.ts';
import { columnMeaning, readHeader, readPlan, readRow } from '../../plan/read-plan.ts';
import { filledLine, id, line, nothing, paragraphs, revision, written } from '../../text/fields.ts';
import { endpoint } from '../endpoint.ts';
import { compareView, mergedView, planMatchView } from './comparing.ts';

export { type ProgressView, progressView, type TaskRow, taskRow } from '../../overview/task-row.ts';
export { type ProgressState, progressState } from '../../report/facts.ts';
export * from './comparing.ts';

export const groupRow = z.object({
  id,
  areaId: id,
  componentIds: z.array(id),
  results: z.array(z.string()),
  lead: z.string(),
  executors: z.array(z.string()),
  executorPostIds: z.array(id),
  time: z.string(),
  note: z.string(),
  revision,
  taskIds: z.array(id),
});
export type GroupRow = z.infer<typeof groupRow>;

/** The whole table of a plan for one window, in the plan's own order. */
export const taskTable = z.object({
  planId: id,
  windowId: id.nullable(),
  areas: z.array(z.object({ id, no: z.string(), name: z.string(), revision })),
  components: z.array(z.object({ id, areaId: id, name: z.string(), revision })),
  groups: z.array(groupRow),
  tasks: z.array(taskRow),
});
export type TaskTable = z.infer<typeof taskTable>;

export type SectionView = {
  id: string;
  label: string;
  heading: string;
  paragraphs: BodyBlock[];
  revision: number;
  children: SectionView[];
};
export const sectionView: z.ZodType<SectionView> = z.lazy(() =>
  z.object({
    id,
    label: z.string(),
    heading: z.string(),
    paragraphs: z.array(bodyBlock),
    revision,
    children: z.array(sectionView),
  }),
);

export const planView = z.object({
  id,
  year: z.number(),
  number: z.string(),
  date: z.string(),
  place: z.string(),
  issuer: z.string(),
  title: z.string(),
  basis: z.array(z.string()),
  preamble: z.array(z.string()),
  closing: z.array(z.string()),
  annexTitle: z.array(z.string()),
  recipients: z.array(z.string()),
  signer: z.object({ authority: z.string(), title: z.string(), name: z.string() }),
  sourceName: z.string(),
  sections: z.array(sectionView),
  revision,
});
export type PlanView = z.infer<typeof planView>;

export const jobView = z.object({
  id,
  kind: z.string(),
  label: z.string(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  phase: z.string(),
  done: z.number(),
  total: z.number(),
  unit: z.enum(['bytes', 'rows', 'steps']),
  startedAt: z.number(),
  version: z.number(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  result: z.unknown(),
});
export type JobView = z.infer<typeof jobView>;

const none = nothing;
const byId = z.object({ id });
const text = paragraphs(4000);

/** What keeping a plan did. */
export const keptView = z.object({
  planId: id,
  batchId: id,
  areas: z.number(),
  components: z.number(),
  groups: z.number(),
  tasks: z.number(),
  sections: z.number(),
  postsAdded: z.number(),
});
export type KeptView = z.infer<typeof keptView>;

const ids = z.array(id).max(5000).default([]);

/** A file that was read, with the corrections the person accepted, beside a kept plan. */
const readAgain = {
  readId: id,
  header: readHeader,
  rows: z.array(readRow).max(5000),
  /** Records the file lost that stay. */
  keepRemoved: ids,
  /** Tasks whose likeness to a task of the file deceives. */
  apart: ids,
};

export const plansContract = {
  /** Sends a file to be read; the job's result is a ReadPlan. Nothing is stored. */
  read: endpoint({
    method: 'POST',
    path: '/reads',
    params: none,
    query: z.object({ name: filledLine(255) }),
    body: { rawBytes: 50 * 1024 * 1024 },
    answer: jobView,
  }),
  /** Reads the practice plan the program brings. */
  readSample: endpoint({
    method: 'POST',
    path: '/reads/sample',
    params: none,
    query: none,
    body: none,
    answer: jobView,
  }),
  /** Reads what was pasted: the page where it holds a table, else the text. */
  readPasted: endpoint({
    method: 'POST',
    path: '/reads/pasted',
    params: none,
    query: none,
    body: z.object({ text: z.string(), html: z.string() }),
    answer: jobView,
  }),
  /** Reads the same file again with the columns as a person understands them, and remembers that for tables with these captions. */
  remap: endpoint({
    method: 'POST',
    path: '/reads/:id/remap',
    params: byId,
    query: none,
    body: z.object({ mapping: z.array(columnMeaning).min(1).max(200) }),
    answer: readPlan,
  }),
  /** Kept plans that this file may be a later text of, the likeliest first. */
  matches: endpoint({
    method: 'POST',
    path: '/reads/:id/matches',
    params: byId,
    query: none,
    body: none,
    answer: z.object({
      matches: z.array(planMatchView),
      /** The kept plan this very file was taken out of as Word, and when. */
      exported: z.object({ planId: id, at: z.number() }).nullable(),
    }),
  }),
  readResult: endpoint({ method: 'GET', path: '/reads/:id', params: byId, query: none, body: null, answer: readPlan }),
  /** Keeps what was read, with the corrections the person accepted, as one undoable act. */
  keep: endpoint({
    method: 'POST',
    path: '/plans',
    params: none,
    query: none,
    body: z.object({
      readId: id,
      year: z.number().int().min(2000).max(2100),
      header: readHeader,
      rows: z.array(readRow).max(5000),
    }),
    answer: keptView,
  }),
  /** What updating a kept plan from a file would do. Changes nothing. */
  compare: endpoint({
    method: 'POST',
    path: '/plans/:id/compare',
    params: byId,
    query: none,
    body: z.object(readAgain),
    answer: compareView,
  }),
  /** Updates a kept plan from a file as one undoable act, a safety copy first. Tasks with progress or proof are never removed. */
  merge: endpoint({
    method: 'POST',
    path: '/plans/:id/merge',
    params: byId,
    query: none,
    body: z.object({
      ...readAgain,
      stamp: z.string().max(100),
      /** Conflicts decided; undecided ones keep the plan's words. `row` as the field brings back a task that was taken out. */
      chosen: z
        .array(z.object({ id, field: z.string().max(20), take: z.enum(['file', 'stored']) }))
        .max(20_000)
        .default([]),
    }),
    answer: mergedView,
  }),
  get: endpoint({ method: 'GET', path: '/plans/:id', params: byId, query: none, body: null, answer: planView }),
  change: endpoint({
    method: 'PATCH',
    path: '/plans/:id',
    params: byId,
    query: none,
    body: z.object({ revision, number: line(60), date: z.string().max(10), place: line(100), title: filledLine(500) }),
    answer: written,
  }),
  table: endpoint({
    method: 'GET',
    path: '/plans/:id/tasks',
    params: byId,
    query: z.object({ window: id.optional() }),
    body: null,
    answer: taskTable,
  }),
  addTask: endpoint({
    method: 'POST',
    path: '/groups/:id/tasks',
    params: byId,
    query: none,
    body: z.object({ text: text.refine((value) => value !== '', 'Không được để trống.'), afterTaskId: id.nullable() }),
    answer: written,
  }),
  changeTask: endpoint({
    method: 'PATCH',
    path: '/tasks/:id',
    params: byId,
    query: none,
    body: z.object({
      revision,
      text: text.optional(),
      /** null gives the field back to the group. */
      lead: line(300).nullable().optional(),
      time: line(300).nullable().optional(),
      assigneeId: id.nullable().optional(),
    }),
    answer: written,
  }),
  /** Refused (`con-dung`) while progress or proof hangs on the task. */
  removeTask: endpoint({
    method: 'DELETE',
    path: '/tasks/:id',
    params: byId,
    query: z.object({ revision: z.coerce.number() }),
    body: null,
    answer: z.object({ batchId: id }),
  }),
  changeGroup: endpoint({
    method: 'PATCH',
    path: '/groups/:id',
    params: byId,
    query: none,
    body: z.object({
      revision,
      results: z.array(filledLine(4000)).max(60).optional(),
      lead: line(300).optional(),
      executors: z.array(filledLine(300)).max(60).optional(),
      time: line(300).optional(),
      note: paragraphs(2000).optional(),
    }),
    answer: written,
  }),
  changeArea: endpoint({
    method: 'PATCH',
    path: '/areas/:id',
    params: byId,
    query: none,
    body: z.object({ revision, no: line(10), name: filledLine(300) }),
    answer: written,
  }),
  changeComponent: endpoint({
    method: 'PATCH',
    path: '/components/:id',
    params: byId,
    query: none,
    body: z.object({ revision, name: filledLine(500) }),
    answer: written,
  }),
  job: endpoint({
    method: 'GET',
    path: '/jobs/:id',
    params: byId,
    /** Waits up to ten seconds for a version newer than `after`. */
    query: z.object({ after: z.coerce.number().int().default(-1) }),
    body: null,
    answer: jobView,
  }),
  cancelJob: endpoint({ method: 'DELETE', path: '/jobs/:id', params: byId, query: none, body: null, answer: jobView }),
};
