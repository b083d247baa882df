/** Reading a plan that exists, keeping it, and working in its task table. */
import { z } from 'zod';
import { columnMeaning, readHeader, readPlan, readRow } from '../../plan/read-plan.ts';
import { filledLine, id, line, nothing, paragraphs, revision, written } from '../common.ts';
import { endpoint } from '../endpoint.ts';

export const progressState = z.enum(['chua', 'dang-lam', 'xong', 'khong-phat-sinh']);
export type ProgressState = z.infer<typeof progressState>;

export const progressView = z.object({
  id,
  taskId: id,
  windowId: id,
  state: progressState,
  doneText: z.string(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  measure: z.string(),
  obstacle: z.string(),
  proposal: z.string(),
  personId: id.nullable(),
  updatedAt: z.number(),
  revision,
});
export type ProgressView = z.infer<typeof progressView>;

/** One row of the working table: a task with what its group says. Overrides are null where the task follows its group. */
export const taskRow = z.object({
  id,
  groupId: id,
  text: z.string(),
  lead: z.string(),
  leadOverride: z.string().nullable(),
  leadPostIds: z.array(id),
  time: z.string(),
  timeOverride: z.string().nullable(),
  assigneeId: id.nullable(),
  /** People who answer for it now: the assignee, else the holders of the lead post. */
  personIds: z.array(id),
  revision,
  progress: progressView.nullable(),
  evidenceCount: z.number(),
});
export type TaskRow = z.infer<typeof taskRow>;

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
  paragraphs: string[];
  revision: number;
  children: SectionView[];
};
export const sectionView: z.ZodType<SectionView> = z.lazy(() =>
  z.object({
    id,
    label: z.string(),
    heading: z.string(),
    paragraphs: z.array(z.string()),
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

const value = z.union([z.string(), z.array(z.string())]);

/** One field where file and plan differ. `file`: the file changed it; `hand`: a person did, here; `both`: somebody must choose. */
export const fieldChangeView = z.object({
  field: z.string(),
  kind: z.enum(['file', 'hand', 'both']),
  stored: value,
  file: value,
});
export type FieldChangeView = z.infer<typeof fieldChangeView>;

/** One record of the task table that updating the plan from the file would touch, or that differs from the file and stays. */
export const recordChangeView = z.object({
  kind: z.enum(['area', 'component', 'group', 'task']),
  /** null for one that is added. */
  id: id.nullable(),
  state: z.enum(['unchanged', 'changed', 'added', 'removed', 'kept', 'taken-out']),
  moved: z.boolean(),
  /** Why a record stays that the file lost. */
  why: z.enum(['worked', 'by-hand', 'chosen', 'holds-kept']).nullable(),
  /** Row of the file it is shown in; for what the file lost, the row it stood in or behind, -1 before the first. */
  row: z.number().int(),
  /** Place of a task in the row's cell; null for what the file lost and for other kinds. */
  item: z.number().int().nullable(),
  /** The stored group of a task. */
  groupId: id.nullable(),
  /** Text of a record the file lost, as it stands in the plan. */
  words: z.string(),
  /** A task with progress or proof. */
  worked: z.boolean(),
  fields: z.array(fieldChangeView),
});
export type RecordChangeView = z.infer<typeof recordChangeView>;

export const sectionChangeView = z.object({
  id: id.nullable(),
  /** Place among the sections of the file, parents before children; null for one that the file lost. */
  at: z.number().int().nullable(),
  state: z.enum(['unchanged', 'changed', 'added', 'removed']),
  moved: z.boolean(),
  words: z.string(),
  fields: z.array(fieldChangeView),
});
export type SectionChangeView = z.infer<typeof sectionChangeView>;

const counts = z.object({
  added: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  removed: z.number(),
  /** What the file lost and the plan keeps. */
  kept: z.number(),
});
export type CountsView = z.infer<typeof counts>;

/** Rows are rows of the task table, one a group; tasks are counted beside. `conflicts` are fields that both sides changed. */
export const compareView = z.object({
  planId: id,
  /** What the plan was compared at; updating is refused when it has moved on. */
  stamp: z.string(),
  counts: counts.extend({ moved: z.number(), conflicts: z.number() }),
  tasks: counts,
  head: z.array(fieldChangeView),
  sections: z.array(sectionChangeView),
  /** Records with something to show; unchanged ones are left out. */
  changes: z.array(recordChangeView),
});
export type CompareView = z.infer<typeof compareView>;

/** `batchId` is null where nothing had to be written. */
export const mergedView = z.object({
  planId: id,
  batchId: id.nullable(),
  counts: compareView.shape.counts,
  tasks: counts,
  kept: z.array(z.object({ id, text: z.string(), why: recordChangeView.shape.why })),
  postsAdded: z.number(),
});
export type MergedView = z.infer<typeof mergedView>;

export const planMatchView = z.object({
  planId: id,
  year: z.number(),
  number: z.string(),
  title: z.string(),
  why: z.enum(['number', 'title', 'tasks']),
  commonTasks: z.number(),
});
export type PlanMatchView = z.infer<typeof planMatchView>;

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
    answer: z.object({ matches: z.array(planMatchView) }),
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
