/** Reading time as the office keeps it: recorded events, answers about a plan's times, working years, regimes, and what hangs on a window. */
import { asc, eq } from 'drizzle-orm';
import type { Database } from '../open.ts';
import * as schema from '../schema/index.ts';
import type { RowOf } from '../tables.ts';

/** Recorded events, the oldest first. */
export const readEvents = ({ orm }: Database): RowOf<'officeEvent'>[] =>
  orm.select().from(schema.officeEvent).orderBy(asc(schema.officeEvent.date), asc(schema.officeEvent.id)).all();

export const readAnswers = ({ orm }: Database, planId: string): RowOf<'scheduleAnswer'>[] =>
  orm.select().from(schema.scheduleAnswer).where(eq(schema.scheduleAnswer.planId, planId)).all();

export const readWorkingYears = ({ orm }: Database): RowOf<'workingYear'>[] =>
  orm.select().from(schema.workingYear).orderBy(asc(schema.workingYear.year)).all();

export const readRegimes = ({ orm }: Database): RowOf<'reportingRegime'>[] =>
  orm.select().from(schema.reportingRegime).all();

/** A task's own words of time, else its group's: one row per task, in the plan's order. */
export const timesOfPlan = ({ sqlite }: Database, planId: string): { taskId: string; text: string; time: string }[] =>
  sqlite
    .prepare(
      `select t.id as taskId, t.text, coalesce(t.time, g.time) as time from task t join task_group g on g.id = t.group_id
       where t.plan_id = ? order by t.position`,
    )
    .all(planId) as { taskId: string; text: string; time: string }[];

/** Id and words of time of each task, in the plan's order: what a count over a large plan needs and no more. */
export const taskTimes = ({ sqlite }: Database, planId: string): [taskId: string, time: string][] =>
  sqlite
    .prepare(
      `select t.id, coalesce(t.time, g.time) from task t join task_group g on g.id = t.group_id
       where t.plan_id = ? order by t.position`,
    )
    .raw()
    .all(planId) as [string, string][];

/** Distinct words of time in all plans, with the plan's year; what recorded events are matched against. */
export const timesOfAllPlans = ({
  sqlite,
}: Database): { planId: string; year: number; time: string; tasks: number }[] =>
  sqlite
    .prepare(
      `select t.plan_id as planId, p.year as year, coalesce(t.time, g.time) as time, count(*) as tasks
       from task t join task_group g on g.id = t.group_id join plan p on p.id = t.plan_id
       group by t.plan_id, coalesce(t.time, g.time) order by p.year desc, min(t.position)`,
    )
    .all() as { planId: string; year: number; time: string; tasks: number }[];

/** How much hangs on each window: entries, proofs, reports. Windows without anything are not listed. */
export function windowUses({ sqlite }: Database): Map<string, { entries: number; proofs: number; reports: number }> {
  const uses = new Map<string, { entries: number; proofs: number; reports: number }>();
  const count = (table: string, key: 'entries' | 'proofs' | 'reports') => {
    for (const row of sqlite
      .prepare(`select window_id as id, count(*) as n from ${table} group by window_id`)
      .all() as {
      id: string;
      n: number;
    }[])
      uses.set(row.id, { ...(uses.get(row.id) ?? { entries: 0, proofs: 0, reports: 0 }), [key]: row.n });
  };
  count('progress', 'entries');
  count('evidence_link', 'proofs');
  count('report', 'reports');
  return uses;
}

/** Entries of a plan's tasks in some windows, for gathering. */
export function entriesOfWindows(
  { sqlite }: Database,
  planId: string,
  windowIds: readonly string[],
): Pick<
  RowOf<'progress'>,
  | 'taskId'
  | 'windowId'
  | 'state'
  | 'doneText'
  | 'numerator'
  | 'denominator'
  | 'measure'
  | 'obstacle'
  | 'proposal'
  | 'updatedAt'
>[] {
  if (windowIds.length === 0) return [];
  return sqlite
    .prepare(
      `select p.task_id as taskId, p.window_id as windowId, p.state, p.done_text as doneText, p.numerator, p.denominator, p.measure,
       p.obstacle, p.proposal, p.updated_at as updatedAt
       from progress p join task t on t.id = p.task_id
       where t.plan_id = ? and p.window_id in (${windowIds.map(() => '?').join(', ')})`,
    )
    .all(planId, ...windowIds) as RowOf<'progress'>[];
}

/** Distinct proofs of each task in some windows. */
export function proofCounts({ sqlite }: Database, planId: string, windowIds: readonly string[]): Map<string, number> {
  if (windowIds.length === 0) return new Map();
  const rows = sqlite
    .prepare(
      `select l.task_id as taskId, count(distinct l.evidence_id) as count from evidence_link l join task t on t.id = l.task_id
       where t.plan_id = ? and l.window_id in (${windowIds.map(() => '?').join(', ')}) group by l.task_id`,
    )
    .all(planId, ...windowIds) as { taskId: string; count: number }[];
  return new Map(rows.map((row) => [row.taskId, row.count]));
}
