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

/** The key a unit's bundles were signed with so far; empty before the first. */
export const knownFingerprints = ({ sqlite }: Database, unitId: string): string[] =>
  sqlite.prepare('select distinct fingerprint from received_report where unit_id = ?').pluck().all(unitId) as string[];
