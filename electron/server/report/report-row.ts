/** The stored report: found by id or by its plan and window, made where there is none yet. */
import { readReport, reportOfWindow } from '../../../db/queries/reports.ts';
import type { RowOf } from '../../../db/tables.ts';
import { type Actor, act, type Deps } from '../core/deps.ts';

/** Null when there is no such report. Throws `Unreadable` for one whose frozen form this program does not know. */
export const reportRow = (deps: Deps, id: string): RowOf<'report'> | null => readReport(deps.db, id);

/** The report of a plan in a window; null before it was opened. Throws as `reportRow` does. */
export const findReport = (
  deps: Deps,
  { planId, windowId }: { planId: string; windowId: string },
): RowOf<'report'> | null => reportOfWindow(deps.db, planId, windowId);

/** An empty draft for a plan and a window. Not an act to be undone: opening the page again would make it again. */
export function makeReport(
  deps: Deps,
  actor: Actor,
  { planId, windowId }: { planId: string; windowId: string },
): RowOf<'report'> {
  const fresh = {
    id: deps.newId(),
    planId,
    windowId,
    status: 'draft' as const,
    number: '',
    date: '',
    title: '',
    version: 0,
    sections: [],
    frozen: null,
    docxSha256: null,
    frozenAt: null,
  };
  return act(deps, actor, 'report.open', 'Mở báo cáo', (batch) => batch.insert('report', fresh), false).value;
}
