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

/** The report or recall of a content digest: `id` and which of the two it is. */
export function receivedByDigest(
  { sqlite }: Database,
  digest: string,
): { id: string; kind: 'report' | 'recall' } | null {
  const row = sqlite
    .prepare(
      `select id, 'report' as kind from received_report where digest = @digest
       union all select id, 'recall' from received_recall where digest = @digest limit 1`,
    )
    .get({ digest }) as { id: string; kind: 'report' | 'recall' } | undefined;
  return row ?? null;
}
