/**
 * The working table of a plan for one reporting window, in the plan's own order. Prepared statements by hand: this is the query people
 * wait for with every edit, and an office may keep thousands of tasks.
 */
import type { Database } from '../open.ts';
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

const taskSql = `
select t.id, t.plan_id as planId, t.group_id as groupId, t.position, t.text, t.lead, t.time, t.assignee_id as assigneeId, t.revision,
  p.id as pId, p.state as pState, p.done_text as pDoneText, p.numerator as pNumerator, p.denominator as pDenominator,
  p.measure as pMeasure, p.obstacle as pObstacle, p.proposal as pProposal, p.person_id as pPersonId, p.updated_at as pUpdatedAt,
  p.revision as pRevision, p.late_reason as pLateReason
from task t left join progress p on p.task_id = t.id and p.window_id = ?
where t.plan_id = ? order by t.position`;

type TaskSqlRow = RowOf<'task'> & {
  pId: string | null;
  pState: string;
  pDoneText: string;
  pNumerator: number | null;
  pDenominator: number | null;
  pMeasure: string;
  pObstacle: string;
  pProposal: string;
  pPersonId: string | null;
  pUpdatedAt: number;
  pRevision: number;
  pLateReason: string;
};

/** `windowId` null gives the plan without progress. */
export function readTaskTable({ sqlite }: Database, planId: string, windowId: string | null): TaskTableRecord {
  const areas = sqlite
    .prepare('select id, plan_id as planId, position, no, name, revision from area where plan_id = ? order by position')
    .all(planId) as RowOf<'area'>[];
  const components = sqlite
    .prepare(
      'select id, plan_id as planId, area_id as areaId, position, name, revision from component where plan_id = ? order by position',
    )
    .all(planId) as RowOf<'component'>[];
  const groups = (
    sqlite
      .prepare(
        `select id, plan_id as planId, area_id as areaId, position, component_ids as componentIds, results, lead, executors, time, note,
         revision from task_group where plan_id = ? order by position`,
      )
      .all(planId) as (Omit<RowOf<'taskGroup'>, 'componentIds' | 'results' | 'executors'> &
      Record<'componentIds' | 'results' | 'executors', string>)[]
  ).map((row) => ({
    ...row,
    componentIds: JSON.parse(row.componentIds) as string[],
    results: JSON.parse(row.results) as string[],
    executors: JSON.parse(row.executors) as string[],
  }));
  const counts = new Map(
    (
      sqlite
        .prepare(
          `select l.task_id as taskId, count(*) as count from evidence_link l join task t on t.id = l.task_id
           where t.plan_id = ? and l.window_id = ? group by l.task_id`,
        )
        .all(planId, windowId) as { taskId: string; count: number }[]
    ).map((row) => [row.taskId, row.count]),
  );
  const rows = sqlite.prepare(taskSql).all(windowId, planId) as TaskSqlRow[];
  return { areas, components, groups, tasks: rows.map((row) => lineOf(row, windowId, counts.get(row.id) ?? 0)) };
}

function lineOf(row: TaskSqlRow, windowId: string | null, evidenceCount: number): TaskLine {
  const { id, planId, groupId, position, text, lead, time, assigneeId, revision } = row;
  const task = { id, planId, groupId, position, text, lead, time, assigneeId, revision };
  if (row.pId === null || windowId === null) return { task, progress: null, evidenceCount };
  const progress = {
    id: row.pId,
    taskId: id,
    windowId,
    state: row.pState,
    doneText: row.pDoneText,
    numerator: row.pNumerator,
    denominator: row.pDenominator,
    measure: row.pMeasure,
    obstacle: row.pObstacle,
    proposal: row.pProposal,
    personId: row.pPersonId,
    updatedAt: row.pUpdatedAt,
    revision: row.pRevision,
    lateReason: row.pLateReason,
  };
  return { task, progress, evidenceCount };
}
