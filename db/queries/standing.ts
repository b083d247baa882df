/** What is here of a unit, as far as the standing of its next bundle depends on it. */
import type { Held } from '../../shared/bundle/standing.ts';
import type { Database } from '../open.ts';
import { exists, select, selectValue } from '../rows.ts';
import { receivedRecall, receivedReport } from '../schema/exchange.ts';

/** Reports and recalls of a unit, in one row each. */
export const heldOf = ({ sqlite }: Database, unitId: string): Held[] => {
  const { bundleId, digest, sequence, previous, windowKey, superseded, installationId, state } = receivedReport;
  const reports = select(
    sqlite,
    {
      bundleId,
      digest,
      unitId: receivedReport.unitId,
      installationId,
      sequence,
      previous,
      windowKey,
      superseded,
      state,
    },
    'from received_report where unit_id = ?',
  ).all(unitId);
  const recalls = select(
    sqlite,
    {
      bundleId: receivedRecall.bundleId,
      digest: receivedRecall.digest,
      unitId: receivedRecall.unitId,
      installationId: receivedRecall.installationId,
      sequence: receivedRecall.sequence,
      previous: receivedRecall.previous,
    },
    'from received_recall where unit_id = ?',
  ).all(unitId);
  return [
    // Reports of the first programs do not say which installation they came from.
    ...reports.map(({ state: now, ...report }) => ({
      ...report,
      installationId: report.installationId ?? '',
      recalled: now === 'thu-hoi',
    })),
    ...recalls.map((recall) => ({ ...recall, windowKey: null, superseded: true, recalled: false })),
  ];
};

/** Ids of bundles a unit withdrew, whether they came or not. */
export const recallsOf = ({ sqlite }: Database, unitId: string): Set<string> =>
  new Set(selectValue(sqlite, receivedRecall.replaces, 'from received_recall where unit_id = ?').all(unitId));

/** The report here with this content; null where there is none. */
export const receivedReportId = ({ sqlite }: Database, digest: string): string | null =>
  selectValue(sqlite, receivedReport.id, 'from received_report where digest = ?').get(digest);

/** The recall here with this content; null where there is none. */
export const receivedRecallId = ({ sqlite }: Database, digest: string): string | null =>
  selectValue(sqlite, receivedRecall.id, 'from received_recall where digest = ?').get(digest);

/** Ids of the reports that a unit's bundle brought here. */
export const reportsOfBundle = ({ sqlite }: Database, unitId: string, bundleId: string): string[] =>
  selectValue(sqlite, receivedReport.id, 'from received_report where unit_id = ? and bundle_id = ?').all(
    unitId,
    bundleId,
  );

/** Whether it is written down that a unit's installation gave a number twice. */
export const hasFork = ({ sqlite }: Database, unitId: string, installationId: string, sequence: number): boolean =>
  exists(sqlite, 'from forked_installation where unit_id = ? and installation_id = ? and sequence = ?')(
    unitId,
    installationId,
    sequence,
  );
