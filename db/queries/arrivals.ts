/** Bundles that came in, one row each, whatever became of them: what the ledger lists. */
import type { Database } from '../open.ts';

export type ArrivalRow = {
  id: string;
  unitId: string;
  title: string;
  windowLabel: string;
  sequence: number;
  /** Empty, and `bytes` 0, where the file's name was not kept. */
  fileName: string;
  bytes: number;
  digest: string;
  at: number;
  /** As stored: the state of a report, the verdict of an answer; else empty. */
  state: string;
  superseded: boolean;
  /** Why a report was withdrawn; else empty. */
  reason: string;
};

type Stored = Omit<ArrivalRow, 'superseded'> & { superseded: number };

const rowsOf = ({ sqlite }: Database, sql: string): ArrivalRow[] =>
  (sqlite.prepare(sql).all() as Stored[]).map((row) => ({ ...row, superseded: row.superseded === 1 }));

export const reportArrivals = (db: Database): ArrivalRow[] =>
  rowsOf(
    db,
    `select id, unit_id as unitId, 'Báo cáo ' || window_label as title, window_label as windowLabel, sequence,
       file_name as fileName, bytes, digest, received_at as at, state, superseded, '' as reason from received_report`,
  );

export const recallArrivals = (db: Database): ArrivalRow[] =>
  rowsOf(
    db,
    `select id, unit_id as unitId, title, window_label as windowLabel, sequence, '' as fileName, 0 as bytes, digest,
       received_at as at, 'thu-hoi' as state, 0 as superseded, reason from received_recall`,
  );

export const verdictArrivals = (db: Database): ArrivalRow[] =>
  rowsOf(
    db,
    `select id, unit_id as unitId, coalesce(json_extract(data, '$.answers.title'), '') as title,
       coalesce(json_extract(data, '$.window.label'), '') as windowLabel, sequence, '' as fileName, 0 as bytes, digest,
       received_at as at, verdict as state, superseded, '' as reason from received_verdict`,
  );

export const planArrivals = (db: Database): ArrivalRow[] =>
  rowsOf(
    db,
    `select id, unit_id as unitId, title, '' as windowLabel, sequence, '' as fileName, 0 as bytes, digest,
       received_at as at, '' as state, superseded, '' as reason from superior_plan`,
  );
