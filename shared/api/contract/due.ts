/** What a task owes in a window, and what the shorter windows already say of it: part of every row of the task table. */
import { z } from 'zod';
import { id } from '../../text/fields.ts';

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
