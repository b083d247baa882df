/** Reading plans: the list, one plan with its sections, what a plan was made from, how its columns were read. */
import { asc, eq } from 'drizzle-orm';
import type { ColumnMapping } from '../../shared/plan/column-mapping.ts';
import type { PlanOrigin } from '../../shared/plan/turn-year.ts';
import type { Database } from '../open.ts';
import { number, type RowWith, select, selectValue } from '../rows.ts';
import * as schema from '../schema/index.ts';
import type { RowOf } from '../tables.ts';

const { plan } = schema;

/** Nothing of a plan that could be unreadable: the list of plans opens the office. */
const headAndCounts = {
  id: plan.id,
  year: plan.year,
  number: plan.number,
  date: plan.date,
  title: plan.title,
  issuer: plan.issuer,
  areas: number('(select count(*) from area where area.plan_id = plan.id)'),
  groups: number('(select count(*) from task_group where task_group.plan_id = plan.id)'),
  tasks: number('(select count(*) from task where task.plan_id = plan.id)'),
};

export type PlanLine = RowWith<typeof headAndCounts>;

/** Newest year first, then newest kept. */
export const listPlans = ({ sqlite }: Database): PlanLine[] =>
  select(sqlite, headAndCounts, 'from plan order by plan.year desc, plan.created_at desc').all();

export const readPlanRow = ({ orm }: Database, id: string): RowOf<'plan'> | null =>
  orm.select().from(plan).where(eq(plan.id, id)).get() ?? null;

/** Id of the plan of a year that was kept last; null when there is none. */
export const newestPlanOfYear = ({ sqlite }: Database, year: number): string | null =>
  selectValue(sqlite, plan.id, 'from plan where year = ? order by created_at desc limit 1').get(year);

/** Sections in document order, parents before children. */
export const readSections = ({ orm }: Database, planId: string): RowOf<'section'>[] =>
  orm
    .select()
    .from(schema.section)
    .where(eq(schema.section.planId, planId))
    .orderBy(asc(schema.section.position))
    .all();

/** Where a plan comes from; null for one that was not made from the year before. */
export const readPlanOrigin = ({ sqlite }: Database, planId: string): PlanOrigin | null =>
  selectValue(sqlite, schema.planOrigin.content, 'from plan_origin where id = ?').get(planId);

/** What a person said the columns of a table mean, by the digest of its captions; null where nobody did. */
export function readColumnMapping({ sqlite }: Database, id: string): ColumnMapping | null {
  const { captions, meanings } = schema.columnMapping;
  return select(sqlite, { captions, meanings }, 'from column_mapping where id = ?').get(id);
}

/** Rules of the review that were put to silence for a plan, in that order. */
export function silencedRulesOf({ sqlite }: Database, planId: string): { id: string; rule: string; reason: string }[] {
  const { id, rule, reason } = schema.silencedRule;
  return select(sqlite, { id, rule, reason }, 'from silenced_rule where plan_id = ? order by at, rowid').all(planId);
}

/** Rules of layout that were put to silence for a plan, a report or a type of file, in that order. */
export function silencedLayoutOf(
  { sqlite }: Database,
  owner: { kind: string; id: string },
): { id: string; rule: string; reason: string }[] {
  const { id, rule, reason } = schema.silencedLayout;
  return select(
    sqlite,
    { id, rule, reason },
    'from silenced_layout where owner_kind = ? and owner_id = ? order by at, rowid',
  ).all(owner.kind, owner.id);
}
