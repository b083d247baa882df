/** What is here of a unit, as far as the standing of its next bundle depends on it. */
import type { Held } from '../../shared/bundle/standing.ts';
import type { Database } from '../open.ts';

/** Reports and recalls of a unit, in one row each. */
export function heldOf({ sqlite }: Database, unitId: string): Held[] {
  const rows = sqlite
    .prepare(
      `select bundle_id as bundleId, digest, unit_id as unitId, coalesce(installation_id, '') as installationId, sequence, previous,
         window_key as windowKey, superseded, state = 'thu-hoi' as recalled from received_report where unit_id = @unit
       union all
       select bundle_id, digest, unit_id, installation_id, sequence, previous, null, 1, 0 from received_recall where unit_id = @unit`,
    )
    .all({ unit: unitId }) as (Omit<Held, 'superseded' | 'recalled'> & { superseded: number; recalled: number })[];
  return rows.map((row) => ({ ...row, superseded: row.superseded === 1, recalled: row.recalled === 1 }));
}

/** Ids of bundles a unit withdrew, whether they came or not. */
export const recallsOf = ({ sqlite }: Database, unitId: string): Set<string> =>
  new Set(sqlite.prepare('select replaces from received_recall where unit_id = ?').pluck().all(unitId) as string[]);

const idByDigest = (
  { sqlite }: Database,
  table: 'received_report' | 'received_recall',
  digest: string,
): string | null =>
  (sqlite.prepare(`select id from ${table} where digest = ?`).pluck().get(digest) as string | undefined) ?? null;

/** The report here with this content; null where there is none. */
export const receivedReportId = (db: Database, digest: string): string | null =>
  idByDigest(db, 'received_report', digest);

/** The recall here with this content; null where there is none. */
export const receivedRecallId = (db: Database, digest: string): string | null =>
  idByDigest(db, 'received_recall', digest);

/** Ids of the reports that a unit's bundle brought here. */
export const reportsOfBundle = ({ sqlite }: Database, unitId: string, bundleId: string): string[] =>
  sqlite
    .prepare('select id from received_report where unit_id = ? and bundle_id = ?')
    .pluck()
    .all(unitId, bundleId) as string[];

/** Whether it is written down that a unit's installation gave a number twice. */
export const hasFork = ({ sqlite }: Database, unitId: string, installationId: string, sequence: number): boolean =>
  sqlite
    .prepare('select 1 from forked_installation where unit_id = ? and installation_id = ? and sequence = ?')
    .get(unitId, installationId, sequence) !== undefined;
