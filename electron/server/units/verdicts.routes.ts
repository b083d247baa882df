/** What the superior answered, as the commune that sent the report reads it, and the receipt code read out over the telephone. */
import type { Hono } from 'hono';
import { verdictsOfReport } from '../../../db/queries/answers.ts';
import { revisionsOfReport } from '../../../db/queries/reports.ts';
import type { VerdictView } from '../../../shared/api/contract/answers.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import { bundleUnitName } from '../../../shared/bundle/unit-card.ts';
import type { Deps } from '../core/deps.ts';
import { implement, type ServerEnv } from '../core/implement.ts';
import { refuse } from '../core/refusal.ts';
import { markReceipt } from '../exchange/receipts.ts';
import { reportRow } from '../report/report-row.ts';

export function verdictRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { answers } = contract;

  implement(app, deps, answers.verdicts, ({ params }) => {
    const report = reportRow(deps, params.id);
    if (!report) return refuse('khong-tim-thay');
    return { verdicts: verdictsOfReport(deps.db, report.id).map((row) => verdictView(deps, row)) };
  });

  implement(app, deps, answers.receipt, ({ body, actor }) => markReceipt(deps, actor, body.code));
}

function verdictView(deps: Deps, row: ReturnType<typeof verdictsOfReport>[number]): VerdictView {
  const { whole, rows, sender } = row.data;
  const revisions = revisionsOfReport(deps.db, row.reportId);
  return {
    id: row.id,
    reportVersion: row.reportVersion,
    verdict: whole.verdict,
    words: whole.words,
    by: whole.by.name,
    resubmitBy: whole.resubmitBy,
    fromUnit: bundleUnitName(sender.unit),
    receivedAt: row.receivedAt,
    superseded: row.superseded,
    rows: rows.map(({ taskId, no, task, revision, verdict, words }) => ({
      taskId,
      no,
      task,
      verdict,
      words,
      changed: revisions.has(taskId) && revisions.get(taskId) !== revision,
      here: revisions.has(taskId),
    })),
  };
}
