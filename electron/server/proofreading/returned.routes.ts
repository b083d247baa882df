/** Bringing the Word file of a report or a plan back: sent, looked at, accepted. */
import type { Hono } from 'hono';
import { seenAfter } from '../../../db/look-ahead.ts';
import { readPlanRow } from '../../../db/queries/plans.ts';
import type { Batch } from '../../../db/write.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { JobView } from '../../../shared/api/contract/plans.ts';
import { toPreviewHtml } from '../../../shared/document/to-html.ts';
import type { PlanChange } from '../../../shared/returned/plan.ts';
import type { ReturnedChange } from '../../../shared/returned/report-change.ts';
import { type Actor, act, type Deps } from '../core/deps.ts';
import { implement, type ServerEnv } from '../core/implement.ts';
import { newestKept } from '../core/newest-kept.ts';
import { isRefusal, type Refusal, refuse } from '../core/refusal.ts';
import { wholeFile } from '../core/whole-body.ts';
import { planDocument } from '../plan/plan-document.ts';
import { forgottenRead } from '../plan/plan-reading.ts';
import { buildNow } from '../report/report-facts.ts';
import type { ReportMaterial } from '../report/report-material.ts';
import { draftOf } from '../report/report-material.ts';
import { forgottenComparison, keptComparisons, nothingChosen, notWord } from './returned-file.ts';
import { compareReturnedPlan, isStillCompared, type PlanComparison, writeReturnedPlan } from './returned-plan.ts';
import {
  afterReturned,
  compareReturned,
  type ReportComparison,
  returnedLacksReason,
  stillAsCompared,
  writeReturned,
} from './returned-report.ts';

export function returnedRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { returned } = contract;
  const kept = newestKept<ReportComparison>(keptComparisons);

  implement(app, deps, returned.send, async ({ params, query, bytes }) => {
    const material = draftOf(deps, params.id);
    if (isRefusal(material)) return material;
    const file = await sentWord(bytes, query.name, returned.send.body.rawBytes);
    if (isRefusal(file)) return file;
    const plan = { kind: 'returned', label: `So bản Word ${query.name}`, unit: 'steps', total: 3 } as const;
    return deps.jobs.start(plan, async (control) => {
      const compared = await compareReturned(deps, material, { name: query.name, bytes: file }, control);
      if (isRefusal(compared)) return compared;
      kept.add(control.id, compared.kept);
      return compared.view;
    });
  });

  const chosen = (
    params: { id: string; job: string },
    accepted: readonly string[],
  ): { material: ReportMaterial; changes: ReturnedChange[] } | Refusal => {
    const material = draftOf(deps, params.id);
    if (isRefusal(material)) return material;
    const compared = kept.get(params.job);
    if (!compared || compared.reportId !== params.id) return forgottenComparison();
    const wanted = new Set(accepted);
    const changes = compared.changes.filter((change) => wanted.has(change.id) && change.target !== null);
    if (!stillAsCompared(compared, material, changes))
      return refuse(
        'da-doi',
        undefined,
        'Báo cáo vừa được sửa sau khi so nên chưa nhận thay đổi nào. Hãy đưa bản Word vào lại để so với bản mới.',
      );
    return { material, changes };
  };

  implement(app, deps, returned.preview, ({ params, body }) => {
    const given = chosen(params, body.accepted);
    if (isRefusal(given)) return given;
    return { previewHtml: toPreviewHtml(buildNow(afterReturned(given.material, given.changes).material).document) };
  });

  implement(app, deps, returned.accept, ({ params, body, actor }) => {
    const given = chosen(params, body.accepted);
    if (isRefusal(given)) return given;
    const { material, changes } = given;
    if (changes.length === 0) return nothingChosen();
    const lateReason = body.lateReason?.trim() ?? '';
    if (returnedLacksReason(deps, material, changes, lateReason)) return refuse('ky-da-khoa');
    const { batchId } = act(deps, actor, 'report.returned', `Nhận ${changes.length} thay đổi từ bản Word`, (batch) =>
      writeReturned(deps, actor, batch, material, changes, lateReason),
    );
    return { batchId, accepted: changes.length };
  });

  planRoutes(app, deps);
}

const sentWord = async (
  bytes: ReadableStream<Uint8Array> | null,
  name: string,
  limit: number,
): Promise<Uint8Array | Refusal> => notWord(name) ?? wholeFile(bytes, limit);

function planRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { returned } = contract;
  const kept = newestKept<PlanComparison>(keptComparisons);

  const compare = (planId: string, file: { name: string; bytes: Uint8Array }): JobView => {
    const job = { kind: 'returned', label: `So bản Word ${file.name}`, unit: 'steps', total: 3 } as const;
    return deps.jobs.start(job, async (control) => {
      const compared = await compareReturnedPlan(deps, planId, file, control);
      if (isRefusal(compared)) return compared;
      kept.add(control.id, compared.kept);
      return compared.view;
    });
  };

  implement(app, deps, returned.sendPlan, async ({ params, query, bytes }) => {
    if (!readPlanRow(deps.db, params.id)) return refuse('khong-tim-thay');
    const file = await sentWord(bytes, query.name, returned.sendPlan.body.rawBytes);
    return isRefusal(file) ? file : compare(params.id, { name: query.name, bytes: file });
  });

  implement(app, deps, returned.planOfRead, ({ params, body }) => {
    if (!readPlanRow(deps.db, params.id)) return refuse('khong-tim-thay');
    const read = deps.reads.get(body.readId);
    if (!read) return forgottenRead();
    return notWord(read.name) ?? compare(params.id, read);
  });

  const chosen = (
    params: { id: string; job: string },
    accepted: readonly string[],
  ): { compared: PlanComparison; changes: PlanChange[] } | Refusal => {
    const compared = kept.get(params.job);
    if (!compared || compared.planId !== params.id) return forgottenComparison();
    if (!isStillCompared(deps, compared))
      return refuse(
        'da-doi',
        undefined,
        'Kế hoạch vừa được sửa sau khi so nên chưa nhận thay đổi nào. Hãy đưa bản Word vào lại để so với bản mới.',
      );
    const wanted = new Set(accepted);
    return { compared, changes: compared.changes.filter(({ id, target }) => wanted.has(id) && target !== null) };
  };

  implement(app, deps, returned.previewPlan, ({ params, body, actor }) => {
    const given = chosen(params, body.accepted);
    if (isRefusal(given)) return given;
    const write = writeReturnedPlan(deps, given.compared, given.changes);
    if (isRefusal(write)) return write;
    const seen = () => toPreviewHtml(planDocument(deps, params.id) ?? { title: '', sections: [] });
    return { previewHtml: afterAll(deps, actor, write, seen) };
  });

  implement(app, deps, returned.acceptPlan, ({ params, body, actor }) => {
    const given = chosen(params, body.accepted);
    if (isRefusal(given)) return given;
    const { compared, changes } = given;
    if (changes.length === 0) return nothingChosen();
    const write = writeReturnedPlan(deps, compared, changes);
    if (isRefusal(write)) return write;
    const label = `Nhận ${changes.length} thay đổi từ bản Word`;
    const { batchId } = act(deps, actor, 'plan.returned', label, write);
    return { batchId, accepted: changes.length };
  });
}

/** What would be seen after an act: it is written, looked at, and taken back before anybody else can see it. */
const afterAll = <T>(deps: Deps, actor: Actor, write: (batch: Batch) => void, look: () => T): T =>
  seenAfter(deps.db, () => act(deps, actor, 'plan.returned', 'Xem trước', write), look);
