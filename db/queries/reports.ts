/** Reading which reports there are and what of them has left. */
import type { Database } from '../open.ts';

export type ReportLine = {
  id: string;
  planId: string;
  windowId: string;
  status: 'draft' | 'frozen';
  version: number;
  /** Newest version that was put into a bundle; null while none was. */
  sentVersion: number | null;
};

export const listReports = ({ sqlite }: Database): ReportLine[] =>
  sqlite
    .prepare(
      `select r.id, r.plan_id as planId, r.window_id as windowId, r.status, r.version,
       (select max(s.report_version) from sent_bundle s where s.report_id = r.id) as sentVersion from report r order by r.rowid`,
    )
    .all() as ReportLine[];
