/**
 * A kept plan as comparing with a file needs it. What the file said of a record is the record's first image in the journal, from
 * the act that kept the plan or updated it, unless a later update remembered other words (`file_words`). Records that a person
 * added have neither.
 */
import type { HeadField } from '../../shared/plan/compare-text.ts';
import type { FileWords, StoredTable } from '../../shared/plan/stored-table.ts';
import type { Database } from '../open.ts';
import type { RowOf } from '../tables.ts';
import { readPlanRow, readSections } from './plans.ts';
import { readTaskTable } from './task-table.ts';

export type StoredPlan = {
  plan: RowOf<'plan'>;
  table: StoredTable;
  sections: RowOf<'section'>[];
  /** Words of the file by record: sections by their id, the head by the plan's id. */
  fromFile: ReadonlyMap<string, FileWords>;
  /** Records by id as they stand, for writing. */
  records: {
    area: RowOf<'area'>[];
    component: RowOf<'component'>[];
    group: RowOf<'taskGroup'>[];
    task: RowOf<'task'>[];
  };
};

/** Name of the act that updates a plan from a file; its entries in the journal are found by it. */
export const mergeAction = 'plan.merge';

export function readStoredPlan(db: Database, planId: string): StoredPlan | null {
  const plan = readPlanRow(db, planId);
  if (!plan) return null;
  const { areas, components, groups, tasks } = readTaskTable(db, planId, null);
  const fromFile = readFileWords(db, planId);
  const records = { area: areas, component: components, group: groups, task: tasks.map(({ task }) => task) };
  return {
    plan,
    table: {
      areas,
      components,
      groups,
      tasks: records.task,
      fromFile,
      worked: readWorked(db, planId),
      takenOut: readTakenOut(db, planId, fromFile),
    },
    sections: readSections(db, planId),
    fromFile,
    records,
  };
}

/** Acts that took this plan from a file: the one that kept it and those that updated it. */
const fileActs = `
select distinct j.batch_id from journal j join batch b on b.id = j.batch_id
where j.table_name = 'plan' and j.row_id = ? and b.kind = 'do' and (j.before is null or b.action = '${mergeAction}')`;

function readFileWords({ sqlite }: Database, planId: string): Map<string, FileWords> {
  const words = new Map<string, FileWords>();
  const images = sqlite
    .prepare(
      `select row_id as id, after from journal where batch_id in (${fileActs}) and before is null and after is not null
       and table_name in ('plan', 'section', 'area', 'component', 'taskGroup', 'task') order by seq`,
    )
    .all(planId) as { id: string; after: string }[];
  for (const { id, after } of images) words.set(id, JSON.parse(after) as FileWords);
  const later = sqlite.prepare('select id, words from file_words').all() as { id: string; words: string }[];
  for (const { id, words: said } of later) words.set(id, JSON.parse(said) as FileWords);
  return words;
}

function readWorked({ sqlite }: Database, planId: string): Set<string> {
  return new Set(
    sqlite
      .prepare(
        `with own as (select id from task where plan_id = ?)
         select task_id from progress where task_id in own union select task_id from evidence_link where task_id in own`,
      )
      .pluck()
      .all(planId) as string[],
  );
}

/** Tasks of the file whose last act was a person's removal; one that was undone stands in the plan again. */
function readTakenOut({ sqlite }: Database, planId: string, fromFile: ReadonlyMap<string, FileWords>) {
  const removed = sqlite
    .prepare(
      `select j.row_id as id, json_extract(j.before, '$.groupId') as groupId from journal j join batch b on b.id = j.batch_id
       where j.table_name = 'task' and b.action = 'task.remove' and j.after is null
       and json_extract(j.before, '$.planId') = ? and not exists (select 1 from task t where t.id = j.row_id)
       group by j.row_id order by j.row_id`,
    )
    .all(planId) as { id: string; groupId: string }[];
  return removed.flatMap(({ id, groupId }) => {
    const text = fromFile.get(id)?.text;
    return typeof text === 'string' ? [{ id, groupId, text }] : [];
  });
}

/** The head as the file gave it last, for the fields that comparing looks at. */
export const headFromFile = ({ fromFile, plan }: StoredPlan) =>
  (fromFile.get(plan.id) as unknown as Pick<RowOf<'plan'>, HeadField> | undefined) ?? null;
