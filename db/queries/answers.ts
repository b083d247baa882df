/** Reading answers: the superior's to received reports, and the verdicts that came back to own ones. */
import { and, asc, desc, eq } from 'drizzle-orm';
import type { VerdictBundle } from '../../shared/bundle/verdict-v1.ts';
import type { Database } from '../open.ts';
import * as schema from '../schema/index.ts';
import type { RowOf } from '../tables.ts';

export const rowAnswers = ({ orm }: Database, receivedId: string): RowOf<'rowAnswer'>[] =>
  orm
    .select()
    .from(schema.rowAnswer)
    .where(eq(schema.rowAnswer.receivedId, receivedId))
    .orderBy(asc(schema.rowAnswer.answeredAt))
    .all();

export const wholeAnswer = ({ orm }: Database, receivedId: string): RowOf<'wholeAnswer'> | null =>
  orm.select().from(schema.wholeAnswer).where(eq(schema.wholeAnswer.receivedId, receivedId)).get() ?? null;

/** The newest version before a received report, of the same unit and window; null where it is the first. */
export function receivedBefore(
  { orm }: Database,
  { unitId, windowKey, sequence }: { unitId: string; windowKey: string; sequence: number },
): RowOf<'receivedReport'> | null {
  const { receivedReport: t } = schema;
  const rows = orm
    .select()
    .from(t)
    .where(and(eq(t.unitId, unitId), eq(t.windowKey, windowKey)))
    .orderBy(desc(t.sequence))
    .all();
  return rows.find((row) => row.sequence < sequence) ?? null;
}

export const sentVerdicts = ({ orm }: Database, receivedId: string): RowOf<'outgoing'>[] =>
  orm
    .select()
    .from(schema.outgoing)
    .where(and(eq(schema.outgoing.kind, 'verdict'), eq(schema.outgoing.subjectId, receivedId)))
    .orderBy(desc(schema.outgoing.sequence))
    .all();

/** Verdicts that came for a report, newest first. */
export const verdictsOfReport = (
  { orm }: Database,
  reportId: string,
): (Omit<RowOf<'receivedVerdict'>, 'data'> & { data: VerdictBundle })[] =>
  orm
    .select()
    .from(schema.receivedVerdict)
    .where(eq(schema.receivedVerdict.reportId, reportId))
    .orderBy(desc(schema.receivedVerdict.reportVersion), desc(schema.receivedVerdict.sequence))
    .all()
    .map((row) => ({ ...row, data: row.data as VerdictBundle }));
