/** Reading what a superior received. */
import { asc, eq } from 'drizzle-orm';
import type { BundleRow } from '../../shared/bundle/manifest-v1.ts';
import type { Database } from '../open.ts';
import { columnsOf, json, select, selectValue, text, textOrNull } from '../rows.ts';
import * as schema from '../schema/index.ts';
import { reportedRows } from '../stored/shapes.ts';
import type { RowOf } from '../tables.ts';

export type ReceivedLine = Omit<RowOf<'receivedReport'>, 'data'>;

/** Everything received, without the reports' own data: a wall of 168 units must not load them all. */
export function listReceived({ orm }: Database): ReceivedLine[] {
  const { data: _, ...columns } = columnsOf(schema.receivedReport);
  return orm.select(columns).from(schema.receivedReport).orderBy(asc(schema.receivedReport.receivedAt)).all();
}

/** One received report with its unit; null where either is gone. */
export function readReceived(
  { orm }: Database,
  id: string,
): (RowOf<'receivedReport'> & { unit: RowOf<'unit'> }) | null {
  const row = orm.select().from(schema.receivedReport).where(eq(schema.receivedReport.id, id)).get();
  const unit = row && orm.select().from(schema.unit).where(eq(schema.unit.id, row.unitId)).get();
  return row && unit ? { ...row, unit } : null;
}

export type CountedReport = { readonly id: string; readonly unitId: string; readonly receivedAt: number };

/** The reports of a window that count: newest of each unit, recalled ones left out; their data come one by one (`receivedRows`). */
export function receivedOfWindow({ sqlite }: Database, windowKey: string): CountedReport[] {
  const { id, unitId, receivedAt } = schema.receivedReport;
  return select(
    sqlite,
    { id, unitId, receivedAt },
    "from received_report where window_key = ? and superseded = 0 and state <> 'thu-hoi'",
  ).all(windowKey);
}

/** Reads the rows of received reports, for adding up. Throws for an id that is none. */
export function receivedRows({ sqlite }: Database): (id: string) => BundleRow[] {
  const data = json('received_report.data', 'received_report.data', reportedRows);
  const read = selectValue(sqlite, data, 'from received_report where id = ?');
  return (id) => {
    const found = read.get(id);
    if (found === null) throw new Error(`no received report ${id}`);
    return found.rows;
  };
}

/** Windows that bundles speak of, as the newest bundle of each does. */
export function receivedWindows({ sqlite }: Database): {
  key: string;
  label: string;
  fromDate: string;
  toDate: string;
  dueDate: string | null;
}[] {
  const { windowKey, windowLabel } = schema.receivedReport;
  return select(
    sqlite,
    {
      key: windowKey,
      label: windowLabel,
      fromDate: text("data ->> '$.window.from'"),
      toDate: text("data ->> '$.window.to'"),
      dueDate: textOrNull("data ->> '$.window.due'"),
    },
    'from received_report where rowid in (select max(rowid) from received_report group by window_key)',
  ).all();
}

export type ReceivedProof = {
  readonly sha256: string;
  readonly title: string;
  readonly unitId: string;
  readonly windowKey: string;
  readonly receivedId: string;
  readonly evidenceId: string;
};

/** Every file that counting reports brought as proof, sorted by content. */
export const receivedProofs = ({ sqlite }: Database): ReceivedProof[] =>
  select(
    sqlite,
    {
      sha256: text('proof.sha256'),
      title: text('proof.title'),
      unitId: text('proof.unitId'),
      windowKey: text('proof.windowKey'),
      receivedId: text('proof.receivedId'),
      evidenceId: text('proof.evidenceId'),
    },
    `from (with found as materialized (
       select e.value ->> 'sha256' as sha256, e.value ->> 'title' as title, e.value ->> 'id' as evidenceId,
         r.unit_id as unitId, r.window_key as windowKey, r.id as receivedId
       from received_report r, json_each(r.data, '$.evidence') e
       where r.superseded = 0 and r.state <> 'thu-hoi' and e.value ->> 'sha256' is not null) select * from found) as proof
     order by proof.sha256, proof.receivedId`,
  ).all();

/** Rows of a received report by the proof they name: one entry for each pair. */
export function receivedRowsByProof({
  sqlite,
}: Database): (receivedId: string) => { taskId: string; text: string; evidenceId: string }[] {
  const read = select(
    sqlite,
    { taskId: text("row.value ->> 'taskId'"), text: text("row.value ->> 'text'"), evidenceId: text('proof.value') },
    `from received_report, json_each(received_report.data, '$.rows') as row, json_each(row.value, '$.evidenceIds') as proof
     where received_report.id = ?`,
  );
  return (receivedId) => read.all(receivedId);
}

/** The key a unit's bundles were signed with so far; empty before the first. */
export const knownFingerprints = ({ sqlite }: Database, unitId: string): string[] =>
  selectValue(
    sqlite,
    schema.receivedReport.fingerprint,
    'from received_report where unit_id = ? group by fingerprint',
  ).all(unitId);

/** When and why a unit withdrew a bundle; null where it did not. */
export function recallOfBundle(
  { sqlite }: Database,
  unitId: string,
  bundleId: string,
): { at: number; reason: string } | null {
  const { receivedAt, reason } = schema.receivedRecall;
  return select(sqlite, { at: receivedAt, reason }, 'from received_recall where unit_id = ? and replaces = ?').get(
    unitId,
    bundleId,
  );
}
