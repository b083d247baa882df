/** The report of a window: opened, worded, frozen, as Word. */

import type { Hono } from 'hono';
import { putBytes } from '../../../db/blobs.ts';
import { issuedOf } from '../../../db/queries/issued.ts';
import { readOffice, readWindow } from '../../../db/queries/office.ts';
import { readPlanRow } from '../../../db/queries/plans.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import { isKept, savedAfterEdit } from '../../../shared/report/merge.ts';
import { renderWord } from '../../work/tasks.ts';
import { act, type Deps } from '../core/deps.ts';
import { fileAnswer, wordType } from '../core/file-answer.ts';
import { implement, type ServerEnv } from '../core/implement.ts';
import { isRefusal, refuse } from '../core/refusal.ts';
import { exportWord } from '../paper/exported-word.ts';
import { superiorTaskOf } from '../superior/coverage.ts';
import { freeze } from './frozen-report.ts';
import { buildNow, reportView } from './report-facts.ts';
import { draftOf, reportMaterial } from './report-material.ts';
import { findReport, makeReport, reportRow } from './report-row.ts';
import { wordBytes, wordName } from './report-word.ts';

export function reportRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { reports } = contract;

  implement(app, deps, reports.open, ({ body, actor }) => {
    if (!readOffice(deps.db)) return refuse('chua-co-co-quan');
    if (!readPlanRow(deps.db, body.planId) || !readWindow(deps.db, body.windowId)) return refuse('khong-tim-thay');
    const material = reportMaterial(deps, findReport(deps, body) ?? makeReport(deps, actor, body));
    return material ? reportView(material) : refuse('khong-tim-thay');
  });

  implement(app, deps, reports.saveSection, ({ params, body, actor }) => {
    const material = draftOf(deps, params.id);
    if (isRefusal(material)) return material;
    const { sections } = buildNow(material);
    const section = sections.find((each) => each.key === params.key);
    if (!section) return refuse('khong-tim-thay');
    const saved = savedAfterEdit(sections, params.key, body.text ?? section.auto).filter(isKept);
    const label = body.text === null ? 'Lấy lại chữ tự động' : 'Sửa báo cáo';
    const { value, batchId } = act(deps, actor, 'report.section', label, (batch) =>
      batch.update('report', params.id, body.revision, { sections: saved }),
    );
    return { id: params.id, revision: value.revision, batchId };
  });

  implement(app, deps, reports.saveHead, ({ params, body, actor }) => {
    const material = draftOf(deps, params.id);
    if (isRefusal(material)) return material;
    const { revision, ...patch } = body;
    const { value, batchId } = act(deps, actor, 'report.head', 'Sửa đầu báo cáo', (batch) =>
      batch.update('report', params.id, revision, patch),
    );
    return { id: params.id, revision: value.revision, batchId };
  });

  /** Renders once, stores the bytes, and keeps them: what is signed and sent is never rendered again. */
  implement(app, deps, reports.freeze, async ({ params, body, actor }) => {
    const material = draftOf(deps, params.id);
    if (isRefusal(material)) return material;
    const built = buildNow(material);
    const frozen = freeze(material, built, superiorTaskOf(deps.db, material.plan.id));
    const stored = await putBytes(deps.folder, await renderWord(built.document));
    if (!stored.ok) return refuse(stored.error.code);
    const frozenAt = deps.clock();
    const { value, batchId } = act(
      deps,
      actor,
      'report.freeze',
      'Chốt báo cáo',
      (batch) =>
        batch.update('report', params.id, body.revision, {
          status: 'frozen',
          title: built.title,
          version: frozen.data.report.version,
          frozen,
          docxSha256: stored.value.sha256,
          frozenAt,
        }),
      false,
    );
    return { id: params.id, revision: value.revision, batchId };
  });

  implement(app, deps, reports.reopen, ({ params, body, actor }) => {
    // Read first: what a newer program froze is not thrown away by one that cannot read it.
    if (reportRow(deps, params.id) === null) return refuse('khong-tim-thay');
    if (issuedOf(deps.db, params.id).length > 0) return refuse('da-ban-hanh');
    const { value, batchId } = act(
      deps,
      actor,
      'report.reopen',
      'Mở lại báo cáo',
      (batch) =>
        batch.update('report', params.id, body.revision, {
          status: 'draft',
          frozen: null,
          docxSha256: null,
          frozenAt: null,
        }),
      false,
    );
    return { id: params.id, revision: value.revision, batchId };
  });

  implement(app, deps, reports.word, async ({ params, actor }) => {
    const report = reportRow(deps, params.id);
    const material = report && reportMaterial(deps, report);
    if (!material) return refuse('khong-tim-thay');
    const bytes =
      report.status === 'draft'
        ? await exportWord(deps, actor, { kind: 'report', id: report.id }, buildNow(material).document)
        : await wordBytes(deps, material);
    if (isRefusal(bytes)) return bytes;
    const name = `${wordName(material)}.docx`;
    return fileAnswer(bytes, name, wordType);
  });
}
