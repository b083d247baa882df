/** Reading time as the office keeps it: recorded events, answers about a plan's times, working years, regimes, and what hangs on a window. */
import { asc, eq } from 'drizzle-orm';
import type { Database } from '../open.ts';
import { exists, number, type RowWith, select, selectDistinct, selectValue, text, textOrNull } from '../rows.ts';
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

/** A task's own words of time, else its group's. */
const ownTime = text('coalesce(task.time, task_group.time)');
const withGroups = 'from task join task_group on task_group.id = task.group_id';

/** One row per task, in the plan's order. */
export const timesOfPlan = ({ sqlite }: Database, planId: string): { taskId: string; text: string; time: string }[] =>
  select(
    sqlite,
    { taskId: schema.task.id, text: schema.task.text, time: ownTime },
    `${withGroups} where task.plan_id = ? order by task.position`,
  ).all(planId);

/** Id and words of time of each task, in the plan's order: what a count over a large plan needs and no more. */
export const taskTimes = ({ sqlite }: Database, planId: string): { taskId: string; time: string }[] =>
  select(
    sqlite,
    { taskId: schema.task.id, time: ownTime },
    `${withGroups} where task.plan_id = ? order by task.position`,
  ).all(planId);

/** How much hangs on each window: entries, proofs, reports. Windows without anything are not listed. */
export function windowUses({ sqlite }: Database): Map<string, { entries: number; proofs: number; reports: number }> {
  const uses = new Map<string, { entries: number; proofs: number; reports: number }>();
  const tables = { progress: 'entries', evidence_link: 'proofs', report: 'reports' } as const;
  for (const [table, key] of Object.entries(tables)) {
    const counted = select(
      sqlite,
      { id: text('window_id'), n: number('count(*)') },
      `from ${table} group by window_id`,
    );
    for (const { id, n } of counted.all())
      uses.set(id, { ...(uses.get(id) ?? { entries: 0, proofs: 0, reports: 0 }), [key]: n });
  }
  return uses;
}

const { taskId, windowId, state, doneText, numerator, denominator, measure, obstacle, proposal, updatedAt } =
  schema.progress;
const entry = { taskId, windowId, state, doneText, numerator, denominator, measure, obstacle, proposal, updatedAt };

/** Entries of a plan's tasks in some windows, for gathering. */
export const entriesOfWindows = (
  { sqlite }: Database,
  planId: string,
  windowIds: readonly string[],
): RowWith<typeof entry>[] =>
  select(
    sqlite,
    entry,
    `from progress join task on task.id = progress.task_id
     where task.plan_id = ? and progress.window_id in (select value from json_each(?))`,
  ).all(planId, JSON.stringify(windowIds));

/** Distinct proofs of each task in some windows. */
export const proofCounts = ({ sqlite }: Database, planId: string, windowIds: readonly string[]): Map<string, number> =>
  new Map(
    select(
      sqlite,
      { taskId: schema.evidenceLink.taskId, count: number('count(distinct evidence_link.evidence_id)') },
      `from evidence_link join task on task.id = evidence_link.task_id
       where task.plan_id = ? and evidence_link.window_id in (select value from json_each(?)) group by evidence_link.task_id`,
    )
      .all(planId, JSON.stringify(windowIds))
      .map((row) => [row.taskId, row.count]),
  );

/** Windows in which something was told of a task. */
export const windowsWithProgress = ({ sqlite }: Database): Set<string> =>
  new Set(
    selectDistinct(sqlite, { id: schema.progress.windowId }, 'from progress')
      .all()
      .map(({ id }) => id),
  );

/** Windows that a person locked, and when. */
export const windowsLockedByHand = ({ sqlite }: Database): { id: string; at: number }[] =>
  select(
    sqlite,
    { id: schema.reportingWindow.id, at: number('reporting_window.locked_at') },
    'from reporting_window where locked_at is not null',
  ).all();

export const windowKeys = ({ sqlite }: Database): Set<string> =>
  new Set(selectValue(sqlite, schema.reportingWindow.key, 'from reporting_window').all());

export const hasWindow = ({ sqlite }: Database, id: string): boolean =>
  exists(sqlite, 'from reporting_window where id = ?')(id);

export const hasWindowsIn = ({ sqlite }: Database, year: number): boolean =>
  exists(sqlite, 'from reporting_window where year = ?')(year);

/** Whether figures of a target were entered in the window. */
export const hasMeasurementIn = ({ sqlite }: Database, windowId: string): boolean =>
  exists(sqlite, 'from measurement where window_id = ?')(windowId);

/** The first day of the earliest window; null while there is none. */
export const firstDayOfWindows = ({ sqlite }: Database): string | null =>
  selectValue(sqlite, textOrNull('min(from_date)'), 'from reporting_window').get();
