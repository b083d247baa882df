/** Bringing a report's Word file back: sent, looked at, accepted. */
import type { Hono } from 'hono';
import { contract } from '../../../shared/api/contract.ts';
import { toPreviewHtml } from '../../../shared/document/to-html.ts';
import type { ReturnedChange } from '../../../shared/report/returned.ts';
import { act, type Deps } from '../deps.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { buildNow, type ReportMaterial } from '../report-facts.ts';
import {
  afterReturned,
  compareReturned,
  createKeptReturns,
  stillAsCompared,
  writeReturned,
} from '../returned-report.ts';
import { implement, type ServerEnv } from '../serve.ts';
import { wholeBody } from './reads.ts';
import { draftOf } from './reports.ts';

export function returnedRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { returned } = contract;
  const kept = createKeptReturns();

  implement(app, deps, returned.send, async ({ params, query, bytes }) => {
    const material = draftOf(deps, params.id);
    if (isRefusal(material)) return material;
    const file = bytes === null ? new Uint8Array() : await wholeBody(bytes, returned.send.body.rawBytes);
    if (file === null) return refuse('qua-lon');
    if (file.length === 0) return refuse('tep-rong');
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
    if (!compared || compared.reportId !== params.id)
      return refuse(
        'khong-tim-thay',
        undefined,
        'Lần so này không còn trong bộ nhớ. Chưa đổi gì. Hãy đưa bản Word vào lại.',
      );
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
    if (changes.length === 0) return refuse('sai-du-lieu', undefined, 'Chưa chọn thay đổi nào để nhận.');
    const { batchId } = act(deps, actor, 'report.returned', `Nhận ${changes.length} thay đổi từ bản Word`, (batch) =>
      writeReturned(deps, actor, batch, material, changes),
    );
    return { batchId, accepted: changes.length };
  });
}
