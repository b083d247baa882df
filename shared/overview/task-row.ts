/** One row of the task table with everything that is judged of it: what was told, what it owes, what shorter windows hold. */
import { z } from 'zod';
import { progressState } from '../report/facts.ts';
import { id, revision } from '../text/fields.ts';

/** What a task owes in a window. */
export const taskDue = z.object({
  due: z.boolean(),
  /** The last day that keeps the term; null when the task is judged at the window's end, or is not due. */
  by: z.string().nullable(),
  /** Waits for an event that is not recorded. */
  waiting: z.boolean(),
  /** One Vietnamese sentence. */
  why: z.string(),
  /** False when the term runs over a year whose holidays are not announced. */
  confirmed: z.boolean(),
  /** What a person must still say about the time; null when it is clear. */
  question: z.string().nullable(),
  /** How the words were understood, in short Vietnamese. */
  scheduleText: z.string(),
  /** True when a person said what the words mean. */
  answered: z.boolean(),
});
export type TaskDue = z.infer<typeof taskDue>;

/** What shorter windows hold of a task, for a window without an entry of its own. */
export const gatheredEntry = z.object({
  state: z.enum(['chua', 'dang-lam', 'xong', 'khong-phat-sinh']),
  doneText: z.string(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  measure: z.string(),
  obstacle: z.string(),
  proposal: z.string(),
  /** The windows it comes from, in the order of the year. */
  from: z.array(z.object({ windowId: id, label: z.string() })),
});
export type GatheredEntry = z.infer<typeof gatheredEntry>;

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
  /** Why it was written after the window was locked; "" for an entry in time. */
  lateReason: z.string(),
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
  /** What shorter windows say, where this window has no entry of its own (`shared/report/gather.ts`, `entryOf`). */
  gathered: gatheredEntry.nullable(),
  /** Proofs of this window and of the shorter ones inside it, each once. */
  evidenceCount: z.number(),
  /** What it owes in the window; null in a table without a window. */
  due: taskDue.nullable(),
});
export type TaskRow = z.infer<typeof taskRow>;
