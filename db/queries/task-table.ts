/**
 * The working table of a plan for one reporting window, in the plan's own order. Prepared statements by hand: this is the query people
 * wait for with every edit, and an office may keep thousands of tasks.
 */
import type { Database } from '../open.ts';
import { columnsOf, number, select } from '../rows.ts';
import * as schema from '../schema/index.ts';
import type { Sqlite } from '../sqlite.ts';
import type { RowOf } from '../tables.ts';

export type TaskLine = {
  task: RowOf<'task'>;
  progress: RowOf<'progress'> | null;
  evidenceCount: number;
};

export type TaskTableRecord = {
  areas: RowOf<'area'>[];
  components: RowOf<'component'>[];
  groups: RowOf<'taskGroup'>[];
  tasks: TaskLine[];
};

/** `windowId` null gives the plan without progress. */
export function readTaskTable({ sqlite }: Database, planId: string, windowId: string | null): TaskTableRecord {
  const ofPlan = 'where plan_id = ? order by position';
  const areas = select(sqlite, columnsOf(schema.area), `from area ${ofPlan}`).all(planId);
  const components = select(sqlite, columnsOf(schema.component), `from component ${ofPlan}`).all(planId);
  const groups = select(sqlite, columnsOf(schema.taskGroup), `from task_group ${ofPlan}`).all(planId);
  const tasks = select(sqlite, columnsOf(schema.task), `from task ${ofPlan}`).all(planId);
  const progress = new Map(progressOf(sqlite, planId, windowId).map((row) => [row.taskId, row]));
  const counts = new Map(proofsOf(sqlite, planId, windowId).map((row) => [row.taskId, row.count]));
  return {
    areas,
    components,
    groups,
    tasks: tasks.map((task) => ({
      task,
      progress: progress.get(task.id) ?? null,
      evidenceCount: counts.get(task.id) ?? 0,
    })),
  };
}

const progressOf = (sqlite: Sqlite, planId: string, windowId: string | null): RowOf<'progress'>[] =>
  windowId === null
    ? []
    : select(
        sqlite,
        columnsOf(schema.progress),
        'from progress join task on task.id = progress.task_id where task.plan_id = ? and progress.window_id = ?',
      ).all(planId, windowId);

const proofsOf = (sqlite: Sqlite, planId: string, windowId: string | null): { taskId: string; count: number }[] =>
  select(
    sqlite,
    { taskId: schema.evidenceLink.taskId, count: number('count(*)') },
    `from evidence_link join task on task.id = evidence_link.task_id
     where task.plan_id = ? and evidence_link.window_id = ? group by evidence_link.task_id`,
  ).all(planId, windowId);
