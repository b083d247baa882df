/** Reading what a superior received. */
import { asc, eq, getTableColumns } from 'drizzle-orm';
import type { ReportBundle } from '../../shared/bundle/manifest-v1.ts';
import type { Database } from '../open.ts';
import * as schema from '../schema/index.ts';
import type { RowOf } from '../tables.ts';

export type ReceivedLine = Omit<RowOf<'receivedReport'>, 'data'>;

/** Everything received, without the reports' own data: a wall of 168 units must not load them all. */
export function listReceived({ orm }: Database): ReceivedLine[] {
  const { data: _, ...columns } = getTableColumns(schema.receivedReport);
  return orm.select(columns).from(schema.receivedReport).orderBy(asc(schema.receivedReport.receivedAt)).all();
}

/** One received report with its data, which were checked against the frozen schema before they were stored. */
export function readReceived(
  { orm }: Database,
  id: string,
): (ReceivedLine & { unit: RowOf<'unit'>; data: ReportBundle }) | null {
  const row = orm.select().from(schema.receivedReport).where(eq(schema.receivedReport.id, id)).get();
  const unit = row && orm.select().from(schema.unit).where(eq(schema.unit.id, row.unitId)).get();
  return row && unit ? { ...row, unit, data: row.data as ReportBundle } : null;
}

export type CountedReport = { readonly id: string; readonly unitId: string; readonly receivedAt: number };

/** The reports of a window that count: newest of each unit, recalled ones left out; their data come one by one (`receivedData`). */
export const receivedOfWindow = ({ sqlite }: Database, windowKey: string): CountedReport[] =>
  sqlite
    .prepare(
      `select id, unit_id as unitId, received_at as receivedAt from received_report
       where window_key = ? and superseded = 0 and state <> 'thu-hoi'`,
    )
    .all(windowKey) as CountedReport[];

/** Reads the data of received reports, checked before they were stored. Throws for an id that is none. */
export function receivedData({ sqlite }: Database): (id: string) => ReportBundle {
  const read = sqlite.prepare('select data from received_report where id = ?').pluck();
  return (id) => JSON.parse(read.get(id) as string) as ReportBundle;
}

/** Windows that bundles speak of, as the newest bundle of each does. */
export function receivedWindows({ sqlite }: Database): {
  key: string;
  label: string;
  fromDate: string;
  toDate: string;
  dueDate: string | null;
}[] {
  return sqlite
    .prepare(
      `select window_key as key, window_label as label, data ->> '$.window.from' as fromDate, data ->> '$.window.to' as toDate,
         data ->> '$.window.due' as dueDate
       from received_report where rowid in (select max(rowid) from received_report group by window_key)`,
    )
    .all() as ReturnType<typeof receivedWindows>;
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
export function receivedProofs({ sqlite }: Database): ReceivedProof[] {
  return sqlite
    .prepare(
      `with proof as materialized (
         select e.value ->> 'sha256' as sha256, e.value ->> 'title' as title, e.value ->> 'id' as evidenceId,
           r.unit_id as unitId, r.window_key as windowKey, r.id as receivedId
         from received_report r, json_each(r.data, '$.evidence') e
         where r.superseded = 0 and r.state <> 'thu-hoi' and e.value ->> 'sha256' is not null)
       select * from proof order by sha256, receivedId`,
    )
    .all() as ReceivedProof[];
}

/** The key a unit's bundles were signed with so far; empty before the first. */
export const knownFingerprints = ({ sqlite }: Database, unitId: string): string[] =>
  sqlite.prepare('select distinct fingerprint from received_report where unit_id = ?').pluck().all(unitId) as string[];
