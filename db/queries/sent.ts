/** Reading what left: reports, and recalls, verdicts and plans beside them. */
import { and, desc, eq } from 'drizzle-orm';
import { type PlanBundle, planBundle } from '../../shared/bundle/plan-v1.ts';
import { type RecallBundle, recallBundle } from '../../shared/bundle/recall-v1.ts';
import { type SentPlan, sentPlan } from '../../shared/bundle/sent-plan.ts';
import { type VerdictBundle, verdictBundle } from '../../shared/bundle/verdict-v1.ts';
import { type StoredReader, storedAs } from '../../shared/core/stored.ts';
import type { Database } from '../open.ts';
import { number, select, selectValue, text, textOrNull } from '../rows.ts';
import * as schema from '../schema/index.ts';
import { bundle } from '../stored/shapes.ts';
import { readStored } from '../stored/unreadable.ts';
import type { RowOf } from '../tables.ts';

const { outgoing, sentBundle } = schema;

/** Every bundle of a report, the newest first. */
export const sentBundles = ({ orm }: Database): RowOf<'sentBundle'>[] =>
  orm.select().from(sentBundle).orderBy(desc(sentBundle.sentAt)).all();

export const readSentBundle = ({ orm }: Database, id: string): RowOf<'sentBundle'> | null =>
  orm.select().from(sentBundle).where(eq(sentBundle.id, id)).get() ?? null;

/** Everything sent of a report, the newest first. */
export const sentOfReport = ({ orm }: Database, reportId: string): RowOf<'sentBundle'>[] =>
  orm
    .select()
    .from(sentBundle)
    .where(eq(sentBundle.reportId, reportId))
    .orderBy(desc(sentBundle.sequence), desc(sentBundle.sentAt))
    .all();

/** By content digest when the first receipt of it was written down. */
export const receiptsOfSent = ({ sqlite }: Database): Map<string, number> =>
  new Map(
    select(
      sqlite,
      { digest: sentBundle.digest, at: number('min(sent_bundle.receipt_at)') },
      'from sent_bundle where receipt_at is not null group by digest',
    )
      .all()
      .map((row) => [row.digest, row.at]),
  );

/** Recalls, verdicts and plans that left. */
export const allOutgoing = ({ orm }: Database): RowOf<'outgoing'>[] => orm.select().from(outgoing).all();

/** One that left, with its head and data by the frozen schema of its kind. */
export type Left<Head, Data> = Omit<RowOf<'outgoing'>, 'head' | 'data'> & { head: Head; data: Data };

function withKind<Head, Data>(
  row: RowOf<'outgoing'>,
  head: StoredReader<Head>,
  data: StoredReader<Data>,
): Left<Head, Data> {
  return {
    ...row,
    head: readStored('outgoing.head', head, row.head),
    data: readStored('outgoing.data', data, row.data),
  };
}

const ofSubject = ({ orm }: Database, kind: RowOf<'outgoing'>['kind'], subjectId: string): RowOf<'outgoing'>[] =>
  orm
    .select()
    .from(outgoing)
    .where(and(eq(outgoing.kind, kind), eq(outgoing.subjectId, subjectId)))
    .orderBy(desc(outgoing.sequence))
    .all();

export type SentVerdict = Left<VerdictBundle['bundle'], VerdictBundle>;
const verdictHead = storedAs(verdictBundle.shape.bundle);
const verdictData = bundle(verdictBundle);

/** Verdicts on a received report that left, the newest first. */
export const sentVerdicts = (db: Database, receivedId: string): SentVerdict[] =>
  ofSubject(db, 'verdict', receivedId).map((row) => withKind(row, verdictHead, verdictData));

export type SentPlanRow = Left<PlanBundle['bundle'], SentPlan>;
const planHead = storedAs(planBundle.shape.bundle);
const planData = storedAs(sentPlan);

/** What went down of a plan, the newest first. */
export const sentPlans = (db: Database, planId: string): SentPlanRow[] =>
  ofSubject(db, 'plan', planId).map((row) => withKind(row, planHead, planData));

export type SentRecall = Left<RecallBundle['bundle'], RecallBundle>;
const recallHead = storedAs(recallBundle.shape.bundle);
const recallData = bundle(recallBundle);

/** Null for an id that is no recall. */
export function readSentRecall({ orm }: Database, id: string): SentRecall | null {
  const row = orm
    .select()
    .from(outgoing)
    .where(and(eq(outgoing.id, id), eq(outgoing.kind, 'recall')))
    .get();
  return row ? withKind(row, recallHead, recallData) : null;
}

/** Ids of bundles this office withdrew. */
export const recalledIds = ({ sqlite }: Database): Set<string> =>
  new Set(
    selectValue(sqlite, text("json_extract(outgoing.head, '$.replaces')"), "from outgoing where kind = 'recall'").all(),
  );

/** Number and content digest of the newest bundle that left, of whatever kind; null before the first. */
export const lastSent = ({ sqlite }: Database): { sequence: number; digest: string | null } | null =>
  select(
    sqlite,
    { sequence: number('sequence'), digest: textOrNull('digest') },
    `from (select sequence, digest from sent_bundle union all select sequence, digest from outgoing)
     order by sequence desc limit 1`,
  ).get();
