/** What is here of a unit, as far as the standing of its next bundle depends on it. */
import type { Held } from '../../shared/bundle/standing.ts';
import type { Database } from '../open.ts';
import { flag, number, select, selectValue, text, textOrNull } from '../rows.ts';
import { receivedRecall, receivedReport } from '../schema/exchange.ts';

/** Reports and recalls of a unit, in one row each. */
export const heldOf = ({ sqlite }: Database, unitId: string): Held[] =>
  select(
    sqlite,
    {
      bundleId: text('bundle_id'),
      digest: text('digest'),
      unitId: text('unit_id'),
      installationId: text('installation_id'),
      sequence: number('sequence'),
      previous: textOrNull('previous'),
      windowKey: textOrNull('window_key'),
      superseded: flag('superseded'),
      recalled: flag('recalled'),
    },
    `from (
       select bundle_id, digest, unit_id, coalesce(installation_id, '') as installation_id, sequence, previous,
         window_key, superseded, state = 'thu-hoi' as recalled from received_report where unit_id = @unit
       union all
       select bundle_id, digest, unit_id, installation_id, sequence, previous, null, 1, 0 from received_recall where unit_id = @unit)`,
  ).all({ unit: unitId });

/** Ids of bundles a unit withdrew, whether they came or not. */
export const recallsOf = ({ sqlite }: Database, unitId: string): Set<string> =>
  new Set(selectValue(sqlite, receivedRecall.replaces, 'from received_recall where unit_id = ?').all(unitId));

/** The report or recall of a content digest: `id` and which of the two it is. */
export function receivedByDigest(
  { sqlite }: Database,
  digest: string,
): { id: string; kind: 'report' | 'recall' } | null {
  const report = selectValue(sqlite, receivedReport.id, 'from received_report where digest = ?').get(digest);
  if (report !== null) return { id: report, kind: 'report' };
  const recall = selectValue(sqlite, receivedRecall.id, 'from received_recall where digest = ?').get(digest);
  return recall === null ? null : { id: recall, kind: 'recall' };
}
