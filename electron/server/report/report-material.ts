/** Everything a report stands on, gathered once: its plan, window, office, task table, proof, targets and activities. */
import { evidenceOfWindows, lateProofs } from '../../../db/queries/evidence.ts';
import { type OfficeRecord, readOffice, readWindow } from '../../../db/queries/office.ts';
import { readPlanRow } from '../../../db/queries/plans.ts';
import { lateFigures } from '../../../db/queries/targets.ts';
import type { RowOf } from '../../../db/tables.ts';
import type { TaskTable } from '../../../shared/api/contract/plans.ts';
import type { Deps } from '../core/deps.ts';
import { type Refusal, refuse } from '../core/refusal.ts';
import { taskTableView, windowsCounted } from '../work/task-table.ts';
import { reportRow } from './report-row.ts';
import { readTargetsAndActivities, type TargetsAndActivities } from './targets-and-activities.ts';

export type ReportMaterial = {
  report: RowOf<'report'>;
  plan: RowOf<'plan'>;
  window: RowOf<'reportingWindow'>;
  office: OfficeRecord;
  table: TaskTable;
  evidence: Map<string, RowOf<'evidence'>[]>;
  lateProofs: ReturnType<typeof lateProofs>;
  lateFigures: ReturnType<typeof lateFigures>;
  more: TargetsAndActivities;
};

/** Everything the report stands on; null when plan, window or office is gone. */
export function reportMaterial(deps: Deps, report: RowOf<'report'>): ReportMaterial | null {
  const plan = readPlanRow(deps.db, report.planId);
  const window = readWindow(deps.db, report.windowId);
  const office = readOffice(deps.db);
  if (!plan || !window || !office) return null;
  return {
    report,
    plan,
    window,
    office,
    table: taskTableView(deps, plan.id, window.id),
    evidence: evidenceOfWindows(deps.db, plan.id, windowsCounted(deps, window)),
    lateProofs: lateProofs(deps.db, plan.id, window.id),
    lateFigures: lateFigures(deps.db, plan.id, window.id),
    more: readTargetsAndActivities(deps, plan.id, window),
  };
}

/** The material of a report that may still be worded. */
export function draftOf(deps: Deps, id: string): ReportMaterial | Refusal {
  const report = reportRow(deps, id);
  if (!report) return refuse('khong-tim-thay');
  if (report.status === 'frozen') return refuse('dang-chot');
  return reportMaterial(deps, report) ?? refuse('khong-tim-thay');
}
