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
  /** Tasks that were assigned to the person by name and went over; who answered for them before is read from here. */
  assigned: z.array(z.string().max(64)).max(10_000).default([]),
  /** Names as they were on the day: people are renamed and leave. */
  from: words.default(''),
  to: words.default(''),
  witness: z.object({ name: words, title: words }).default({ name: '', title: '' }),
});
export type HandoverContent = z.infer<typeof handoverContent>;

/** A hand-over as far as reading back who answered needs it. */
export type PastHandover = {
  readonly fromPersonId: string;
  readonly toPersonId: string;
  readonly date: string;
  readonly madeAt: number;
  readonly assigned: ReadonlySet<string>;
};

/** Who a task was assigned to on a day: today's assignee, walked back over later hand-overs, the newest first (OV25). */
export function assigneeOn(
  taskId: string,
  assigneeId: string | null,
  day: string,
  newestFirst: readonly PastHandover[],
): string | null {
  let assignee = assigneeId;
  for (const { date, fromPersonId, toPersonId, assigned } of newestFirst)
    if (date > day && assignee === toPersonId && assigned.has(taskId)) assignee = fromPersonId;
  return assignee;
}
