/** What the words of "Thời gian thực hiện" mean, as data. The words themselves stay in the plan as written. */
import { z } from 'zod';
import { isoDate } from '../text/dates.ts';

const year = z.number().int().min(1990).max(2100);
const words = z.string().min(1).max(1000);

/** How often something comes back. `term` is a term of office (nhiệm kỳ), whose days the words do not tell. */
export const periodUnit = z.enum(['day', 'week', 'month', 'quarter', 'half-year', 'nine-months', 'year', 'term']);
export type PeriodUnit = z.infer<typeof periodUnit>;

/** Where a task stands to its event. */
export const eventRelation = z.enum(['when', 'before', 'during', 'after', 'before-and-during', 'before-during-after']);
export type EventRelation = z.infer<typeof eventRelation>;

/** A schedule without parts. `year: null` means every year. */
export const simpleSchedule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('continuous'), year: year.nullable() }),
  z.object({ kind: z.literal('quarters'), year, quarters: z.array(z.number().int().min(1).max(4)).min(1) }),
  z.object({ kind: z.literal('half-year'), year, half: z.union([z.literal(1), z.literal(2)]) }),
  z.object({ kind: z.literal('half-year-and-year'), year: year.nullable() }),
  z.object({ kind: z.literal('year'), year }),
  z.object({ kind: z.literal('year-and-after'), year }),
  /** A stretch of days that the task runs through; `by: 'year'` when only years were written: judged at each year's end. */
  z.object({ kind: z.literal('range'), from: isoDate, to: isoDate, by: z.enum(['day', 'year']) }),
  /** `startYear: null`: whichever school year is running. */
  z.object({ kind: z.literal('school-year'), startYear: year.nullable() }),
  z.object({ kind: z.literal('month'), year, months: z.array(z.number().int().min(1).max(12)).min(1) }),
  z.object({ kind: z.literal('event'), relation: eventRelation, words }),
  /** `count` units after (or before) the day of an event. */
  z.object({
    kind: z.literal('relative'),
    count: z.number().int().min(1).max(1000),
    unit: z.enum(['day', 'working-day', 'week', 'month']),
    direction: z.enum(['before', 'after']),
    words,
  }),
  /**
   * `date` as printed, null when the words promise a date but give none. `lastDay` is the last day that keeps the term: the day
   * before for "trước ngày" (`strict`). `yearly`: the same day of every year.
   */
  z.object({
    kind: z.literal('deadline'),
    date: isoDate.nullable(),
    strict: z.boolean(),
    lastDay: isoDate.nullable(),
    yearly: z.boolean(),
  }),
  /** `every` is empty when the words say "định kỳ" and no more. `times`: how often in each period, null when not told. */
  z.object({
    kind: z.literal('periodic'),
    every: z.array(periodUnit),
    times: z.number().int().min(1).max(366).nullable(),
    year: year.nullable(),
  }),
  z.object({ kind: z.literal('blank') }),
  z.object({ kind: z.literal('unknown'), words: z.string().max(1000) }),
]);
export type SimpleSchedule = z.infer<typeof simpleSchedule>;

export const schedule = z.union([
  simpleSchedule,
  z.object({ kind: z.literal('combined'), parts: z.array(simpleSchedule).min(2).max(20) }),
]);
export type Schedule = z.infer<typeof schedule>;

/** The parts of a schedule; one that is not combined is its own part. */
export const partsOf = (value: Schedule): readonly SimpleSchedule[] =>
  value.kind === 'combined' ? value.parts : [value];

/** Events the schedule waits for, in the words of the plan. */
export const awaitedEvents = (value: Schedule): string[] =>
  partsOf(value).flatMap((part) => (part.kind === 'event' || part.kind === 'relative' ? [part.words] : []));
