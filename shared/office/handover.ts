/** What a hand-over (bàn giao) passes on: the posts, and every open task with where it stood on the day. Kept as it was printed. */
import { z } from 'zod';
import { isoDate } from '../text/dates.ts';

const words = z.string().max(20_000);

export const handoverTask = z.object({
  taskId: z.string().max(64),
  planTitle: words,
  area: words,
  text: words,
  time: words,
  /** State in words as people read it, and what was done so far. */
  state: words,
  doneText: words,
  /** Last day that keeps its term; null when it has none. */
  by: isoDate.nullable(),
  /** Titles of the proof that is there, and what is still missing, in words. */
  evidence: z.array(words).max(500),
  missing: z.array(words).max(100),
});
export type HandoverTask = z.infer<typeof handoverTask>;

export const handoverContent = z.object({
  posts: z.array(words).max(50),
  tasks: z.array(handoverTask).max(10_000),
});
export type HandoverContent = z.infer<typeof handoverContent>;
