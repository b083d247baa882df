/** A report or a plan printed to PDF as a job, and fetched. */
import type { Hono } from 'hono';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { Deps } from '../core/deps.ts';
import { fileAnswer } from '../core/file-answer.ts';
import { implement, type ServerEnv } from '../core/implement.ts';
import { refuse } from '../core/refusal.ts';
import { madePdf, startPdf } from '../paper/pdf-jobs.ts';
import { planDocument } from '../plan/plan-document.ts';
import { frozenOf } from '../report/frozen-report.ts';
import { buildNow } from '../report/report-facts.ts';
import { reportMaterial } from '../report/report-material.ts';
import { reportRow } from '../report/report-row.ts';

export function pdfRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { issue } = contract;

  implement(app, deps, issue.reportPdf, ({ params }) => {
    const report = reportRow(deps, params.id);
    const material = report && reportMaterial(deps, report);
    if (!report || !material) return refuse('khong-tim-thay');
    const document = report.status === 'frozen' ? frozenOf(report).document : buildNow(material).document;
    return startPdf(deps, `PDF báo cáo ${material.window.label}`, document);
  });

  implement(app, deps, issue.planPdf, ({ params }) => {
    const document = planDocument(deps, params.id);
    return document ? startPdf(deps, 'PDF kế hoạch', document) : refuse('khong-tim-thay');
  });

  implement(app, deps, issue.pdf, ({ params }) => {
    const bytes = madePdf(deps, params.id);
    if (!bytes) return refuse('khong-tim-thay', undefined, 'Bản PDF này không còn trong bộ nhớ. Hãy tạo lại.');
    return fileAnswer(bytes, 'van-ban.pdf', 'application/pdf');
  });
}
