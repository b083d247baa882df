/**
 * A kept plan as comparing with a file needs it. What the file said of a record is the record's first image in the journal, from
 * the act that kept the plan or updated it, unless a later update remembered other words (`file_words`). Records that a person
 * added have neither.
 */
import type { PlanHead } from '../../shared/plan/compare-text.ts';
import type { FileWords, StoredTable } from '../../shared/plan/stored-table.ts';
import type { Database } from '../open.ts';
import { json, select, selectValue, text } from '../rows.ts';
import * as schema from '../schema/index.ts';
import { headOfFile, wordsOfFile } from '../stored/shapes.ts';
import { readStored } from '../stored/unreadable.ts';
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
  const first = select(
    sqlite,
    { id: schema.journal.rowId, words: json('journal.after', 'journal.after', wordsOfFile) },
    `from journal where batch_id in (${fileActs}) and before is null and after is not null
     and table_name in ('plan', 'section', 'area', 'component', 'taskGroup', 'task') order by seq`,
  ).all(planId);
  const { id, words } = schema.fileWords;
  const later = select(sqlite, { id, words }, 'from file_words').all();
  return new Map([...first, ...later].map((row) => [row.id, row.words]));
}

const readWorked = ({ sqlite }: Database, planId: string): Set<string> =>
  new Set(
    selectValue(
      sqlite,
      schema.task.id,
      `from task where plan_id = ? and (exists (select 1 from progress where task_id = task.id)
       or exists (select 1 from evidence_link where task_id = task.id))`,
    ).all(planId),
  );

/** Tasks of the file whose last act was a person's removal; one that was undone stands in the plan again. */
function readTakenOut({ sqlite }: Database, planId: string, fromFile: ReadonlyMap<string, FileWords>) {
  const removed = select(
    sqlite,
    { id: schema.journal.rowId, groupId: text("json_extract(journal.before, '$.groupId')") },
    `from journal join batch on batch.id = journal.batch_id
     where journal.table_name = 'task' and batch.action = 'task.remove' and journal.after is null
     and json_extract(journal.before, '$.planId') = ? and not exists (select 1 from task where task.id = journal.row_id)
     group by journal.row_id order by journal.row_id`,
  ).all(planId);
  return removed.flatMap(({ id, groupId }) => {
    const words = fromFile.get(id)?.text;
    return typeof words === 'string' ? [{ id, groupId, text: words }] : [];
  });
}

/** The head as the file gave it last, for the fields that comparing looks at; null where no file gave one. */
export function headFromFile({ fromFile, plan }: StoredPlan): PlanHead | null {
  const words = fromFile.get(plan.id);
  return words === undefined ? null : readStored('journal.after', headOfFile, words);
}
