/** Reading what a found record is, in the words and with the place its line shows. Kinds are those of the search text (`tables.ts`). */
import type { Database } from '../open.ts';
import { type RowWith, select, text } from '../rows.ts';
import * as schema from '../schema/index.ts';

const { area, evidence, plan, progress, section, task, taskGroup } = schema;

const withArea = 'join task_group on task_group.id = task.group_id join area on area.id = task_group.area_id';

const planFields = { id: plan.id, title: plan.title, number: plan.number, issuer: plan.issuer };

export const foundPlan = ({ sqlite }: Database, id: string): RowWith<typeof planFields> | null =>
  select(sqlite, planFields, 'from plan where id = ?').get(id);

const sectionFields = {
  id: section.id,
  heading: section.heading,
  planTitle: plan.title,
  paragraphs: section.paragraphs,
  planId: section.planId,
};

export const foundSection = ({ sqlite }: Database, id: string): RowWith<typeof sectionFields> | null =>
  select(sqlite, sectionFields, 'from section join plan on plan.id = section.plan_id where section.id = ?').get(id);

const taskFields = {
  id: task.id,
  text: task.text,
  area: area.name,
  /** What was told of it in one window, "" where nothing was. */
  told: text(
    "coalesce(progress.done_text, '') || ' ' || coalesce(progress.obstacle, '') || ' ' || coalesce(progress.proposal, '')",
  ),
};
export type FoundTask = RowWith<typeof taskFields>;

/** A task by its own id, or by that of something told about it. */
export const foundTask = ({ sqlite }: Database, by: 'task' | 'progress', id: string): FoundTask | null =>
  select(
    sqlite,
    taskFields,
    `from task ${withArea} left join progress on progress.task_id = task.id where ${by}.id = ?`,
  ).get(id);

const groupFields = {
  taskId: task.id,
  text: task.text,
  area: area.name,
  results: taskGroup.results,
  lead: taskGroup.lead,
  executors: taskGroup.executors,
};

/** A group at its first task; null for one without tasks. */
export const foundGroup = ({ sqlite }: Database, id: string): RowWith<typeof groupFields> | null =>
  select(sqlite, groupFields, `from task ${withArea} where task_group.id = ? order by task.position limit 1`).get(id);

const { kind, title, fileName, number, issuer, excerpt, url } = evidence;
const proofFields = { id: evidence.id, kind, title, fileName, number, issuer, excerpt, url };
export type FoundProof = RowWith<typeof proofFields>;

/** A proof by its id, or one that has a file with this digest. */
export const foundProof = ({ sqlite }: Database, by: 'id' | 'sha256', value: string): FoundProof | null =>
  select(sqlite, proofFields, `from evidence where ${by} = ? limit 1`).get(value);

/** Title of a found record and what it belongs to, for the short list. */
export type FoundTitle = { title: string; context: string };

/** Null for kinds that the short list does not show, and for records that are gone. */
export function foundTitle(db: Database, found: string, id: string): FoundTitle | null {
  const { sqlite } = db;
  switch (found) {
    case 'plan':
      return select(sqlite, { title: plan.title, context: plan.number }, 'from plan where id = ?').get(id);
    case 'section':
      return select(
        sqlite,
        { title: section.heading, context: plan.title },
        'from section join plan on plan.id = section.plan_id where section.id = ?',
      ).get(id);
    case 'task':
      return select(sqlite, { title: task.text, context: area.name }, `from task ${withArea} where task.id = ?`).get(
        id,
      );
    case 'task_group':
      return select(
        sqlite,
        { title: taskGroup.lead, context: area.name },
        'from task_group join area on area.id = task_group.area_id where task_group.id = ?',
      ).get(id);
    case 'progress':
      return select(
        sqlite,
        { title: task.text, context: progress.doneText },
        'from progress join task on task.id = progress.task_id where progress.id = ?',
      ).get(id);
    case 'evidence':
      return select(
        sqlite,
        { title: evidence.title, context: text("coalesce(file_name, url, number, '')") },
        'from evidence where id = ?',
      ).get(id);
    default:
      return null;
  }
}
