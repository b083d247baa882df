/** Reading tasks and their groups one by one, and lists of few of their fields: what must not wait for a whole task table. */
import type { Database } from '../open.ts';
import { exists, number, type RowWith, select, selectValue, text } from '../rows.ts';
import * as schema from '../schema/index.ts';
import type { GroupsAsked } from './targets.ts';

const { task, taskGroup } = schema;

export const hasTask = ({ sqlite }: Database, id: string): boolean => exists(sqlite, 'from task where id = ?')(id);

/** Whether every one of these records is there; the same id twice counts once. */
export function allThere({ sqlite }: Database, table: 'task' | 'evidence', ids: readonly string[]): boolean {
  const found = selectValue(
    sqlite,
    number('count(*)'),
    `from ${table} where id in (select value from json_each(?))`,
  ).get(JSON.stringify(ids));
  return found === new Set(ids).size;
}

/** Whether each of these tasks is given to the person by name. */
export function areAllAssignedTo({ sqlite }: Database, personId: string, taskIds: readonly string[]): boolean {
  const isAssigned = exists(sqlite, 'from task where id = ? and assignee_id = ?');
  return taskIds.every((id) => isAssigned(id, personId));
}

/** How many entries of progress and links to proof hang on a task. */
export const usesOfTask = ({ sqlite }: Database, taskId: string): number =>
  selectValue(
    sqlite,
    number(
      '(select count(*) from progress where task_id = @taskId) + (select count(*) from evidence_link where task_id = @taskId)',
    ),
    '',
  ).get({ taskId }) ?? 0;

/** Ids of a plan's tasks, in the plan's order. */
export const taskIdsOfPlan = ({ sqlite }: Database, planId: string): string[] =>
  selectValue(sqlite, task.id, 'from task where plan_id = ? order by position').all(planId);

/** Reads the words of a plan's tasks, for one plan after the other. */
export function taskTexts({ sqlite }: Database): (planId: string) => string[] {
  const read = selectValue(sqlite, task.text, 'from task where plan_id = ?');
  return (planId) => read.all(planId);
}

/** Words of every task of every plan, by id. */
export const allTaskTexts = ({ sqlite }: Database): Map<string, string> =>
  new Map(
    select(sqlite, { id: task.id, text: task.text }, 'from task')
      .all()
      .map((row) => [row.id, row.text]),
  );

export type PlacedTask = { id: string; position: number };
const placed = { id: task.id, position: task.position };

/** Tasks of a group in their order. */
export const tasksOfGroup = ({ sqlite }: Database, groupId: string): PlacedTask[] =>
  select(sqlite, placed, 'from task where group_id = ? order by position').all(groupId);

/** Tasks of a plan from a position on, the last one first; empty where the position itself is free. */
export function tasksToMove({ sqlite }: Database, planId: string, position: number): PlacedTask[] {
  if (!exists(sqlite, 'from task where plan_id = ? and position = ?')(planId, position)) return [];
  return select(sqlite, placed, 'from task where plan_id = ? and position >= ? order by position desc').all(
    planId,
    position,
  );
}

/** 0 for a plan without tasks. */
export const lastPosition = ({ sqlite }: Database, planId: string): number =>
  selectValue(sqlite, number('coalesce(max(position), 0)'), 'from task where plan_id = ?').get(planId) ?? 0;

/** By task whom it is given to by name; others are left out. */
export const assigneesOfPlan = ({ sqlite }: Database, planId: string): Map<string, string> =>
  new Map(
    select(
      sqlite,
      { id: task.id, assigneeId: text('task.assignee_id') },
      'from task where plan_id = ? and assignee_id is not null',
    )
      .all(planId)
      .map((row) => [row.id, row.assigneeId]),
  );

export type NamedTask = { id: string; text: string; area: string };

/** Tasks with the name of their area, of one plan or of all (null), by id in the order of the plan. */
export const namedTasks = ({ sqlite }: Database, planId: string | null): Map<string, NamedTask> =>
  new Map(
    select(
      sqlite,
      { id: task.id, text: task.text, area: schema.area.name },
      `from task join task_group on task_group.id = task.group_id join area on area.id = task_group.area_id
       where @planId is null or task.plan_id = @planId order by task.position`,
    )
      .all({ planId })
      .map((row) => [row.id, row]),
  );

export type FirstTask = { taskId: string; task: string; lead: string };

/** The first task of each group of a plan, with whoever leads it. */
export const firstTasks = ({ sqlite }: Database, planId: string): Map<string, FirstTask> =>
  new Map(
    select(
      sqlite,
      {
        groupId: task.groupId,
        taskId: task.id,
        task: task.text,
        lead: text('coalesce(task.lead, task_group.lead)'),
      },
      'from task join task_group on task_group.id = task.group_id where task.plan_id = ? order by task.position desc',
    )
      .all(planId)
      .map(({ groupId, ...first }) => [groupId, first]),
  );

/** By task the group it stands in. */
export const groupsOfTasks = ({ sqlite }: Database, asked: GroupsAsked): Map<string, string> =>
  new Map(
    select(
      sqlite,
      { id: task.id, groupId: task.groupId },
      'from task where plan_id = @planId and (@groupId is null or group_id = @groupId)',
    )
      .all(asked)
      .map((row) => [row.id, row.groupId]),
  );

const group = { id: taskGroup.id, planId: taskGroup.planId };

/** Null when there is no such group. */
export const readGroupPlace = ({ sqlite }: Database, id: string): RowWith<typeof group> | null =>
  select(sqlite, group, 'from task_group where id = ?').get(id);

export const planOfGroup = ({ sqlite }: Database, groupId: string): string | null =>
  selectValue(sqlite, taskGroup.planId, 'from task_group where id = ?').get(groupId);

const results = { id: taskGroup.id, results: taskGroup.results };

/** Results of a plan's groups, or of one of them, in the plan's order. */
export const resultsOfGroups = ({ sqlite }: Database, asked: GroupsAsked): RowWith<typeof results>[] =>
  select(
    sqlite,
    results,
    'from task_group where plan_id = @planId and (@groupId is null or id = @groupId) order by position',
  ).all(asked);

/** Results of the other groups of the same plan. */
export const resultsBesideGroup = ({ sqlite }: Database, groupId: string): RowWith<typeof results>[] =>
  select(
    sqlite,
    results,
    'from task_group where plan_id = (select g.plan_id from task_group g where g.id = @groupId) and id <> @groupId',
  ).all({ groupId });

/** Who leads and carries out, in the words of every plan's groups, with how many tasks. */
export const groupWordings = ({ sqlite }: Database): { lead: string; executors: string[]; tasks: number }[] =>
  select(
    sqlite,
    {
      lead: taskGroup.lead,
      executors: taskGroup.executors,
      tasks: number('(select count(*) from task where task.group_id = task_group.id)'),
    },
    'from task_group',
  ).all();

export type ToldTask = { taskId: string; state: (typeof schema.progress.$inferSelect)['state'] };

/** What was told of a plan's tasks, window by window, the newest window last. */
export const statesByWindow = ({ sqlite }: Database, planId: string): ToldTask[] =>
  select(
    sqlite,
    { taskId: schema.progress.taskId, state: schema.progress.state },
    `from progress join task on task.id = progress.task_id
     join reporting_window on reporting_window.id = progress.window_id
     where task.plan_id = ? order by reporting_window.to_date, reporting_window.from_date desc`,
  ).all(planId);

/** The entry of a task in a window: which record, and why it was written late; null before the first. */
export const progressOf = (
  { sqlite }: Database,
  taskId: string,
  windowId: string,
): { id: string; lateReason: string } | null =>
  select(
    sqlite,
    { id: schema.progress.id, lateReason: schema.progress.lateReason },
    'from progress where task_id = ? and window_id = ?',
  ).get(taskId, windowId);
