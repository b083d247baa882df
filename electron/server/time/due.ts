/** What is due for a plan in a window: the rows' words, a person's answers, recorded events, the window, the working calendar. */
import { readWindow } from '../../../db/queries/office.ts';
import { readPlanRow } from '../../../db/queries/plans.ts';
import { readAnswers, readEvents, readWorkingYears, taskTimes } from '../../../db/queries/time.ts';
import type { TaskDue } from '../../../shared/overview/task-row.ts';
import {
  type WorkingCalendar,
  type WorkingYear,
  workingCalendar,
  workingYears,
} from '../../../shared/period/working-days.ts';
import { describeSchedule } from '../../../shared/schedule/describe.ts';
import { dueIn, type RecordedEvent } from '../../../shared/schedule/due.ts';
import { type ReadTime, readTime } from '../../../shared/schedule/parse.ts';
import type { Schedule } from '../../../shared/schedule/schedule.ts';
import type { DueWindow } from '../../../shared/schedule/window-days.ts';
import { fold, oneLine } from '../../../shared/text/fold.ts';
import type { Deps } from '../core/deps.ts';

/** Words of a time compare without accents, case and extra spaces: one answer serves every spelling. */
export const timeKey = (words: string): string => fold(oneLine(words));

/** What words of a year mean never changes, and reading them is the slow part: kept as long as the office is open. */
const readings = new WeakMap<Deps, Map<string, ReadTime>>();
const mostReadings = 20_000;

function readOnce(deps: Deps, words: string, planYear: number): ReadTime {
  const kept = readings.get(deps);
  const known = kept && kept.size < mostReadings ? kept : new Map<string, ReadTime>();
  if (known !== kept) readings.set(deps, known);
  const key = `${planYear} ${words}`;
  const read = known.get(key) ?? readTime(words, planYear);
  known.set(key, read);
  return read;
}

/** A time of a plan as it counts: a person's answer, else the reading of the words. */
export type SettledTime = { schedule: Schedule; question: string | null; answered: boolean; scheduleText: string };

export type PlanTimes = { settle(words: string): SettledTime };

/** The times of a plan, each distinct wording understood once. */
export function planTimes(deps: Deps, planId: string, planYear: number): PlanTimes {
  const answers = new Map(readAnswers(deps.db, planId).map(({ words, schedule }) => [timeKey(words), schedule]));
  const settled = new Map<string, SettledTime>();
  return {
    settle: (words) => {
      const known = settled.get(words);
      if (known) return known;
      const answer = answers.get(timeKey(words));
      const read: ReadTime = answer ? { schedule: answer, question: null } : readOnce(deps, words, planYear);
      const time = { ...read, answered: answer !== undefined, scheduleText: describeSchedule(read.schedule) };
      settled.set(words, time);
      return time;
    },
  };
}

/** The years the program brings, each replaced by the office's own where it corrected one. */
export function officeYears(deps: Deps): WorkingYear[] {
  const own = readWorkingYears(deps.db);
  const corrected = new Set(own.map(({ year }) => year));
  return [...workingYears.filter(({ year }) => !corrected.has(year)), ...own].sort((a, b) => a.year - b.year);
}

export const officeCalendar = (deps: Deps): WorkingCalendar => workingCalendar(officeYears(deps));

export const recordedEvents = (deps: Deps): RecordedEvent[] =>
  readEvents(deps.db).map(({ words, date, lastDay, knownOn }) => ({ words, date, lastDay, knownOn }));

export type TimeDue = TaskDue & { readonly schedule: Schedule };

type DueReader = (words: string) => TimeDue;

/** Answers what the words of a time mean in each window; each distinct wording is worked out once a window. */
function dueReaders(deps: Deps, planId: string, planYear: number): (window: DueWindow) => DueReader {
  const times = planTimes(deps, planId, planYear);
  const events = recordedEvents(deps);
  const calendar = officeCalendar(deps);
  return (window) => {
    const known = new Map<string, TimeDue>();
    return (words) => {
      const earlier = known.get(words);
      if (earlier) return earlier;
      const { schedule, question, answered, scheduleText } = times.settle(words);
      const due = { ...dueIn(schedule, events, window, calendar), question, scheduleText, answered, schedule };
      known.set(words, due);
      return due;
    };
  };
}

export const dueReader = (deps: Deps, planId: string, planYear: number, window: DueWindow): DueReader =>
  dueReaders(deps, planId, planYear)(window);

/**
 * What every task of a plan owes in some windows, by window and task. The tasks are read once, and tasks with the same words share one
 * answer. Windows that are gone are left out; empty when the plan is.
 */
export function dueOfWindows(
  deps: Deps,
  planId: string,
  windowIds: readonly string[],
): Map<string, Map<string, TimeDue>> {
  const plan = readPlanRow(deps.db, planId);
  if (!plan) return new Map();
  const tasksOf = Map.groupBy(taskTimes(deps.db, planId), ({ time }) => time);
  const reader = dueReaders(deps, planId, plan.year);
  return new Map(
    windowIds.flatMap((windowId) => {
      const window = readWindow(deps.db, windowId);
      if (!window) return [];
      const due = reader(window);
      const byTask = new Map<string, TimeDue>();
      for (const [words, tasks] of tasksOf) {
        const answer = due(words);
        for (const { taskId } of tasks) byTask.set(taskId, answer);
      }
      return [[windowId, byTask]];
    }),
  );
}
