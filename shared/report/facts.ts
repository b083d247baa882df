/** What one reporting window knows: the plan's tasks with their progress and proof. The draft is written from this and nothing else. */
import { z } from 'zod';
import { isoDate } from '../text/dates.ts';
import { areaTargetsAndActivities } from './target-and-activity-facts.ts';

export const progressState = z.enum(['chua', 'dang-lam', 'xong', 'khong-phat-sinh']);
export type ProgressState = z.infer<typeof progressState>;

/** How a state is named on paper. */
export const stateLabels: Readonly<Record<ProgressState, string>> = {
  chua: 'Chưa thực hiện',
  'dang-lam': 'Đang thực hiện',
  xong: 'Hoàn thành',
  'khong-phat-sinh': 'Không phát sinh',
};

const words = z.string().max(20_000);

export const factEvidence = z.object({
  title: words,
  kind: words,
  /** Number and date of an official document; null or empty for anything else. */
  date: isoDate.or(z.literal('')).nullable(),
  number: words.nullable(),
});
export type FactEvidence = z.infer<typeof factEvidence>;

export const factTask = z.object({
  taskId: z.string(),
  text: words,
  component: words,
  lead: words,
  time: words,
  /** True when the task's time falls into the window. */
  due: z.boolean(),
  progress: z
    .object({
      state: progressState,
      doneText: words,
      numerator: z.number().nullable(),
      denominator: z.number().nullable(),
      unit: words,
      obstacle: words,
      proposal: words,
      /** Why it was written after the window was locked. */
      lateReason: words.optional(),
    })
    .nullable(),
  evidence: z.array(factEvidence),
});
export type FactTask = z.infer<typeof factTask>;

export const reportFacts = z.object({
  planTitle: words,
  /** With its symbol, `08/KH-UBND`; empty while the plan has none. */
  planNumber: words,
  planDate: isoDate.or(z.literal('')).nullable(),
  year: z.number().int(),
  /** `6 tháng đầu năm 2024`. */
  windowLabel: words,
  from: isoDate,
  to: isoDate,
  /** As it stands in running text: `UBND thị trấn Như Quỳnh`. */
  officeName: words,
  areas: z.array(z.object({ no: words, name: words, tasks: z.array(factTask), ...areaTargetsAndActivities })),
  /** Sentences about activities that serve none of the plan's tasks. */
  otherActivities: z.array(words).optional(),
});
export type ReportFacts = z.infer<typeof reportFacts>;
