/** Reading answers: the superior's to received reports, and the verdicts that came back to own ones. */
import { and, asc, desc, eq } from 'drizzle-orm';
import type { Database } from '../open.ts';
import { select, selectValue, text } from '../rows.ts';
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

/** Verdicts that came for a report, newest first. */
export const verdictsOfReport = ({ orm }: Database, reportId: string): RowOf<'receivedVerdict'>[] =>
  orm
    .select()
    .from(schema.receivedVerdict)
    .where(eq(schema.receivedVerdict.reportId, reportId))
    .orderBy(desc(schema.receivedVerdict.reportVersion), desc(schema.receivedVerdict.sequence))
    .all();

/** The verdict that came as this content; null where none did. */
export const verdictOfDigest = ({ sqlite }: Database, digest: string): string | null =>
  selectValue(sqlite, schema.receivedVerdict.id, 'from received_verdict where digest = ?').get(digest);

/** Ids of verdict bundles that came before under this id with other content: the id itself, or none. */
export const bundlesOfOtherContent = ({ sqlite }: Database, bundleId: string, digest: string): Set<string> =>
  new Set(
    selectValue(
      sqlite,
      schema.receivedVerdict.bundleId,
      'from received_verdict where bundle_id = ? and digest <> ?',
    ).all(bundleId, digest),
  );

/** The verdict that counts, by the content it answers. */
export const verdictsByContent = ({ sqlite }: Database): Map<string, string> =>
  new Map(
    select(
      sqlite,
      {
        answers: text("json_extract(received_verdict.data, '$.answers.contentDigest')"),
        verdict: schema.receivedVerdict.verdict,
      },
      'from received_verdict where superseded = 0',
    )
      .all()
      .map((row) => [row.answers, row.verdict]),
  );
