/** Time as the office keeps it: what words of a plan mean, events, reporting windows and regimes, working days. */
import { z } from 'zod';
import { regime } from '../../period/regime.ts';
import { simpleSchedule } from '../../schedule/schedule.ts';
import { dateOrEmpty, filledLine, id, line, nothing, revision, written } from '../../text/fields.ts';
import { endpoint } from '../endpoint.ts';
import { windowView } from './office.ts';

const none = nothing;
const byId = z.object({ id });
const byRevision = z.object({ revision: z.coerce.number().int().positive() });
const calendarDate = dateOrEmpty.refine((value) => value !== '', 'Cần một ngày.');
const year = z.number().int().min(2000).max(2099);

/** What a person may say a time means: any schedule of one or several parts that has a time in it. */
export const answeredSchedule = z.union([
  simpleSchedule.refine(({ kind }) => kind !== 'unknown', 'Chưa chọn thời gian.'),
  z.object({ kind: z.literal('combined'), parts: z.array(simpleSchedule).min(2).max(20) }),
]);

const dueLine = z.object({
  windowId: id,
  key: z.string(),
  label: z.string(),
  due: z.boolean(),
  by: z.string().nullable(),
  why: z.string(),
});

/** One distinct wording of a plan. */
export const timeWords = z.object({
  words: z.string(),
  tasks: z.number(),
  /** The first of the tasks with these words. */
  examples: z.array(z.object({ taskId: id, text: z.string() })),
  scheduleText: z.string(),
  /** What is still to be said; null when it is clear. */
  question: z.string().nullable(),
  /** A person's answer, if there is one. */
  answer: z.object({ id, revision }).nullable(),
  dueIn: z.array(dueLine),
});
export type TimeWords = z.infer<typeof timeWords>;

/** What rows wait for, in the plan's words. */
export const awaitedEvent = z.object({
  words: z.string(),
  tasks: z.number(),
  examples: z.array(z.object({ taskId: id, text: z.string() })),
  /** How often it was recorded. */
  recorded: z.number(),
});
export type AwaitedEvent = z.infer<typeof awaitedEvent>;

export const eventView = z.object({
  id,
  words: z.string(),
  date: z.string(),
  lastDay: z.string().nullable(),
  knownOn: z.string().nullable(),
  note: z.string(),
  revision,
  /** Tasks of the plan that wait for it. */
  tasks: z.number(),
});
export type EventView = z.infer<typeof eventView>;

const eventFields = {
  words: filledLine(1000),
  date: calendarDate,
  lastDay: dateOrEmpty,
  knownOn: dateOrEmpty,
  note: line(500),
};

/** A due date with its last day, and whether that day is worked. */
const dueView = z.object({
  date: z.string(),
  strict: z.boolean(),
  lastDay: z.string(),
  /** Why the day is awkward (weekend, day off, holidays not announced); null for a plain working day. */
  mark: z.string().nullable(),
});

export const placedView = z.object({
  key: z.string(),
  label: z.string(),
  fromDate: z.string(),
  toDate: z.string(),
  due: dueView.nullable(),
  superiorDue: dueView.nullable(),
  cumulative: z.boolean(),
  /** What adopting does to the year: a new window, other dates for one that is there, or nothing. */
  change: z.enum(['new', 'changed', 'same']),
  /** What hangs on the window that changes. */
  entries: z.number(),
  /** True when its days move under entries: adopting must be agreed to. */
  moves: z.boolean(),
  /** Its dates as they are now, where they change. */
  before: z.string().nullable(),
});
export type PlacedView = z.infer<typeof placedView>;

export const regimeView = z.object({
  regime,
  origin: z.enum(['san-co', 'nhap', 'cap-tren']),
  /** Whose regime it is, for one the superior's bundle brought. */
  issuer: z.string().nullable(),
  revision: revision.nullable(),
  /** True when windows of the asked year follow it. */
  adopted: z.boolean(),
});
export type RegimeView = z.infer<typeof regimeView>;

export const keptWindow = windowView.extend({
  revision,
  regimeName: z.string(),
  partOf: z.string(),
  due: dueView.nullable(),
  superiorDue: dueView.nullable(),
  uses: z.object({ entries: z.number(), proofs: z.number(), reports: z.number() }),
  /** `report`: it is locked because its report is frozen. */
  lockedBy: z.enum(['person', 'report']).nullable(),
});
export type KeptWindow = z.infer<typeof keptWindow>;

export const workingYearView = z.object({
  year: z.number(),
  off: z.array(z.string()),
  worked: z.array(z.string()),
  confirmed: z.boolean(),
  source: z.string(),
  /** The office's own row; null for a year as the program brings it. */
  own: z.object({ id, revision }).nullable(),
});
export type WorkingYearView = z.infer<typeof workingYearView>;

const monthDay = z.string().regex(/^\d{2}-\d{2}$/);

/** Adopting `beside` keeps windows of another regime with the same name; `replace` changes them. */
const adoptBody = z.object({ regime, year, mode: z.enum(['replace', 'beside']) });

export const timeContract = {
  words: endpoint({
    method: 'GET',
    path: '/plans/:id/times',
    params: byId,
    query: none,
    body: null,
    answer: z.object({ words: z.array(timeWords) }),
  }),
  /** Where a time would be due in the windows of the plan's year. Changes nothing. */
  tryAnswer: endpoint({
    method: 'POST',
    path: '/plans/:id/times/try',
    params: byId,
    query: none,
    body: z.object({ schedule: answeredSchedule }),
    answer: z.object({ scheduleText: z.string(), dueIn: z.array(dueLine) }),
  }),
  /** The words read as if they stood in the plan: for an answer that is typed. */
  readWords: endpoint({
    method: 'POST',
    path: '/plans/:id/times/read',
    params: byId,
    query: none,
    body: z.object({ words: filledLine(500) }),
    answer: z.object({
      schedule: answeredSchedule.nullable(),
      scheduleText: z.string(),
      question: z.string().nullable(),
      dueIn: z.array(dueLine),
    }),
  }),
  answer: endpoint({
    method: 'PUT',
    path: '/plans/:id/times',
    params: byId,
    query: none,
    body: z.object({ words: line(1000), schedule: answeredSchedule, revision: revision.nullable() }),
    answer: written,
  }),
  forgetAnswer: endpoint({
    method: 'DELETE',
    path: '/schedule-answers/:id',
    params: byId,
    query: byRevision,
    body: null,
    answer: z.object({ batchId: id }),
  }),
  events: endpoint({
    method: 'GET',
    path: '/plans/:id/events',
    params: byId,
    query: none,
    body: null,
    answer: z.object({ awaited: z.array(awaitedEvent), recorded: z.array(eventView) }),
  }),
  addEvent: endpoint({
    method: 'POST',
    path: '/events',
    params: none,
    query: none,
    body: z.object(eventFields),
    answer: written,
  }),
  changeEvent: endpoint({
    method: 'PATCH',
    path: '/events/:id',
    params: byId,
    query: none,
    body: z.object({ ...eventFields, revision }),
    answer: written,
  }),
  removeEvent: endpoint({
    method: 'DELETE',
    path: '/events/:id',
    params: byId,
    query: byRevision,
    body: null,
    answer: z.object({ batchId: id }),
  }),
  windows: endpoint({
    method: 'GET',
    path: '/windows',
    params: none,
    query: z.object({ year: z.coerce.number().int().min(2000).max(2099) }),
    body: null,
    answer: z.object({ windows: z.array(keptWindow), regimes: z.array(regimeView) }),
  }),
  /** What adopting a regime for a year would do. Changes nothing. */
  tryRegime: endpoint({
    method: 'POST',
    path: '/regimes/try',
    params: none,
    query: none,
    body: adoptBody,
    answer: z.object({ windows: z.array(placedView) }),
  }),
  /**
   * Keeps the regime and places its windows in the year, as one undoable act. Refused (`ky-co-so-lieu`) while it moves windows that
   * hold entries and `sure` is not set; with it a safety copy is made first.
   */
  adopt: endpoint({
    method: 'POST',
    path: '/regimes',
    params: none,
    query: none,
    body: adoptBody.extend({ sure: z.boolean() }),
    answer: z.object({ id, batchId: id, added: z.number(), changed: z.number() }),
  }),
  /** Refused (`con-dung`) while entries, proofs or reports hang on it. */
  removeWindow: endpoint({
    method: 'DELETE',
    path: '/windows/:id',
    params: byId,
    query: byRevision,
    body: null,
    answer: z.object({ batchId: id }),
  }),
  /**
   * Days and due dates of one window. Refused (`ky-co-so-lieu`) while it moves the days of a window that holds something and `sure` is not
   * set; with it a safety copy is made first. Refused (`dang-chot`) where that would move the days of a frozen report.
   */
  changeWindow: endpoint({
    method: 'PATCH',
    path: '/windows/:id',
    params: byId,
    query: none,
    body: z.object({
      revision,
      fromDate: calendarDate,
      toDate: calendarDate,
      dueDate: calendarDate.nullable(),
      dueStrict: z.boolean(),
      superiorDueDate: calendarDate.nullable(),
      superiorDueStrict: z.boolean(),
      sure: z.boolean(),
    }),
    answer: written,
  }),
  lockWindow: endpoint({
    method: 'POST',
    path: '/windows/:id/lock',
    params: byId,
    query: none,
    body: z.object({ revision, locked: z.boolean() }),
    answer: written,
  }),
  workingYears: endpoint({
    method: 'GET',
    path: '/working-years',
    params: none,
    query: none,
    body: null,
    answer: z.object({
      years: z.array(workingYearView),
      /** The next year that is not in the table, as an estimate to begin with. */
      next: workingYearView,
      /** Deadlines that were counted over a year without its notice. */
      unsure: z.array(z.object({ what: z.string(), date: z.string() })),
    }),
  }),
  saveWorkingYear: endpoint({
    method: 'PUT',
    path: '/working-years/:year',
    params: z.object({ year: z.coerce.number().int().min(2000).max(2099) }),
    query: none,
    body: z.object({
      off: z.array(monthDay).max(120),
      worked: z.array(monthDay).max(60),
      confirmed: z.boolean(),
      source: line(500),
      revision: revision.nullable(),
    }),
    answer: written,
  }),
  /** Back to the year as the program brings it; a year the program does not bring leaves the table. */
  forgetWorkingYear: endpoint({
    method: 'DELETE',
    path: '/working-years/:year',
    params: z.object({ year: z.coerce.number().int().min(2000).max(2099) }),
    query: byRevision,
    body: null,
    answer: z.object({ batchId: id }),
  }),
};
