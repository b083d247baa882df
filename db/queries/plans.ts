/** Reading plans: the list, one plan with its sections. */
import { asc, desc, eq } from 'drizzle-orm';
import type { Database } from '../open.ts';
import * as schema from '../schema/index.ts';
import type { RowOf } from '../tables.ts';

export type PlanCounts = RowOf<'plan'> & { areas: number; groups: number; tasks: number };

/** Newest year first, then newest kept. */
export function listPlans({ orm, sqlite }: Database): PlanCounts[] {
  const count = (table: string) => sqlite.prepare(`select count(*) from ${table} where plan_id = ?`).pluck();
  const [areas, groups, tasks] = [count('area'), count('task_group'), count('task')];
  return orm
    .select()
    .from(schema.plan)
    .orderBy(desc(schema.plan.year), desc(schema.plan.createdAt))
    .all()
    .map((plan) => ({
      ...plan,
      areas: areas.get(plan.id) as number,
      groups: groups.get(plan.id) as number,
      tasks: tasks.get(plan.id) as number,
    }));
}

export const readPlanRow = ({ orm }: Database, id: string) =>
  orm.select().from(schema.plan).where(eq(schema.plan.id, id)).get() ?? null;

/** Sections in document order, parents before children. */
export const readSections = ({ orm }: Database, planId: string) =>
  orm
    .select()
    .from(schema.section)
    .where(eq(schema.section.planId, planId))
    .orderBy(asc(schema.section.position))
    .all();
