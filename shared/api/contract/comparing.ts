/** What is shown when a plan is opened again: how the file differs from the plan that is kept, and what taking it over did. */
import { z } from 'zod';
import { id } from '../../text/fields.ts';

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
