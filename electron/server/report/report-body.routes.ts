/** A report written as one document, and what a person sets for it beside its words. */
import type { Hono } from 'hono';
import { StaleWrite } from '../../../db/write.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import { isKept, savedAfterWriting } from '../../../shared/report/merge.ts';
import { act, type Deps } from '../core/deps.ts';
import { implement, type ServerEnv } from '../core/implement.ts';
import { isRefusal } from '../core/refusal.ts';
import { buildNow } from './report-facts.ts';
import { draftOf } from './report-material.ts';

export function reportBodyRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { reportBody } = contract;

  implement(app, deps, reportBody.save, ({ params, body, actor }) => {
    const material = draftOf(deps, params.id);
    if (isRefusal(material)) return material;
    const { report } = material;
    if (report.revision !== body.revision) throw new StaleWrite('report', report);
    const sections = savedAfterWriting(buildNow(material).sections, body.sections).filter(isKept);
    if (JSON.stringify(sections) === JSON.stringify(report.sections))
      return { id: params.id, revision: report.revision, batchId: null };
    const { value, batchId } = act(deps, actor, 'report.write', 'Soạn báo cáo', (batch) =>
      batch.update('report', params.id, body.revision, { sections }),
    );
    return { id: params.id, revision: value.revision, batchId };
  });

  implement(app, deps, reportBody.setting, ({ params, body, actor }) => {
    const material = draftOf(deps, params.id);
    if (isRefusal(material)) return material;
    const { revision, ...patch } = body;
    const { value, batchId } = act(deps, actor, 'report.setting', 'Sửa mẫu, nơi nhận, người ký báo cáo', (batch) =>
      batch.update('report', params.id, revision, patch),
    );
    return { id: params.id, revision: value.revision, batchId };
  });
}
