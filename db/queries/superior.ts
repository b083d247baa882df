/** Reading plans that came down from the superior, and which of our tasks answer theirs. */
import { desc, eq } from 'drizzle-orm';
import type { Database } from '../open.ts';
import { columnsOf, type RowWith, select, selectValue } from '../rows.ts';
import * as schema from '../schema/index.ts';
import type { RowOf } from '../tables.ts';

const { coverage, superiorPlan } = schema;

/** Null when there is none. */
export const readSuperiorPlan = ({ orm }: Database, id: string): RowOf<'superiorPlan'> | null =>
  orm.select().from(superiorPlan).where(eq(superiorPlan.id, id)).get() ?? null;

/** Plans that count, the newest year and the newest arrival first. */
export const countingSuperiorPlans = ({ orm }: Database): RowOf<'superiorPlan'>[] =>
  orm
    .select()
    .from(superiorPlan)
    .where(eq(superiorPlan.superseded, false))
    .orderBy(desc(superiorPlan.year), desc(superiorPlan.receivedAt))
    .all();

/** Every version of a plan here: the one that counts, then by arrival, the newest first. */
export const superiorPlanVersions = (
  { sqlite }: Database,
  { unitId, planId }: { unitId: string; planId: string },
): RowOf<'superiorPlan'>[] =>
  select(
    sqlite,
    columnsOf(superiorPlan),
    'from superior_plan where unit_id = ? and plan_id = ? order by superseded, received_at desc',
  ).all(unitId, planId);

/** The plan that came as this content; null where none did. */
export const superiorPlanOfDigest = ({ sqlite }: Database, digest: string): string | null =>
  selectValue(sqlite, superiorPlan.id, 'from superior_plan where digest = ?').get(digest);

const { id, superiorTaskId, taskId, reason, revision } = coverage;
const link = { id, superiorTaskId, taskId, reason, revision };

/** Which task of ours answers which of theirs; the record itself, to be written with its revision. */
export type CoverageLink = RowWith<typeof link>;

/** Links of a plan in the order in which they were made. */
export const coverageLinks = ({ sqlite }: Database, planId: string): CoverageLink[] =>
  select(sqlite, link, 'from coverage where plan_id = ? order by rowid').all(planId);

/** Of every link its own plan and the superior's task. */
export const coveredTasks = ({ sqlite }: Database): { planId: string; superiorTaskId: string }[] =>
  select(sqlite, { planId: coverage.planId, superiorTaskId }, 'from coverage').all();
