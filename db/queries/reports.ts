/** Reading reports: which there are and what of them has left, one of them, and what hangs on them. */
import type { Database } from '../open.ts';
import { columnsOf, number, numberOrNull, select } from '../rows.ts';
import * as schema from '../schema/index.ts';
import type { RowOf } from '../tables.ts';

const { report, reportingWindow } = schema;

export type ReportLine = Pick<RowOf<'report'>, 'id' | 'planId' | 'windowId' | 'status' | 'version'> & {
  /** Newest version that was put into a bundle; null while none was. */
  sentVersion: number | null;
};

/** Nothing of a report that could be unreadable: the list of reports opens the office. */
export const listReports = ({ sqlite }: Database): ReportLine[] =>
  select(
    sqlite,
    {
      id: report.id,
      planId: report.planId,
      windowId: report.windowId,
      status: report.status,
      version: report.version,
      sentVersion: numberOrNull(
        '(select max(sent_bundle.report_version) from sent_bundle where sent_bundle.report_id = report.id)',
      ),
    },
    'from report order by report.rowid',
  ).all();

/** Null when there is none. Throws Unreadable for what a newer program froze. */
export const readReport = ({ sqlite }: Database, id: string): RowOf<'report'> | null =>
  select(sqlite, columnsOf(report), 'from report where id = ?').get(id);

/** The report of a plan's window; null before it was opened for the first time. */
export const reportOfWindow = ({ sqlite }: Database, planId: string, windowId: string): RowOf<'report'> | null =>
  select(sqlite, columnsOf(report), 'from report where plan_id = ? and window_id = ?').get(planId, windowId);

export type TitledReport = Pick<RowOf<'report'>, 'id' | 'title' | 'status' | 'version'> & { label: string };

/** Every report with its window's name. */
export const titledReports = ({ sqlite }: Database): TitledReport[] =>
  select(
    sqlite,
    {
      id: report.id,
      title: report.title,
      status: report.status,
      version: report.version,
      label: reportingWindow.label,
    },
    'from report join reporting_window on reporting_window.id = report.window_id',
  ).all();

/** By task of a report's plan the revision of what was told in its window, 0 where nothing was; empty when the report is gone. */
export const revisionsOfReport = ({ sqlite }: Database, reportId: string): Map<string, number> =>
  new Map(
    select(
      sqlite,
      { id: schema.task.id, revision: number('coalesce(progress.revision, 0)') },
      `from report join task on task.plan_id = report.plan_id
       left join progress on progress.task_id = task.id and progress.window_id = report.window_id where report.id = ?`,
    )
      .all(reportId)
      .map((row) => [row.id, row.revision]),
  );

/** Windows with a frozen report, and when the last of theirs was frozen. */
export const frozenWindows = ({ sqlite }: Database): { id: string; at: number }[] =>
  select(
    sqlite,
    { id: report.windowId, at: number('max(report.frozen_at)') },
    "from report where status = 'frozen' group by window_id",
  ).all();
