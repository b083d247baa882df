/** Keeping a plan that was read, updating it when it is read again, and its head. */
import type { Hono } from 'hono';
import { backupNow } from '../../../db/backup.ts';
import { putBytes } from '../../../db/blobs.ts';
import { readOffice } from '../../../db/queries/office.ts';
import { mergeAction } from '../../../db/queries/stored-plan.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { MergedView } from '../../../shared/api/contract/plans.ts';
import { isCalendarDate } from '../../../shared/text/dates.ts';
import { act, type Deps } from '../core/deps.ts';
import { implement, type ServerEnv } from '../core/implement.ts';
import { refuse } from '../core/refusal.ts';
import { type ComparedPlan, comparePlan, compareView } from './compare-plan.ts';
import { keepPlan } from './keep-plan.ts';
import { applyMerge, planMerge } from './merge-plan.ts';
import { forgottenRead } from './plan-reading.ts';
import { readPlanView } from './plan-view.ts';

/** How long a job's state may be waited for in one request. */
const longestWait = 10_000;

export function planRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { plans } = contract;

  implement(app, deps, plans.keep, async ({ body, actor }) => {
    if (!readOffice(deps.db)) return refuse('chua-co-co-quan');
    const read = deps.reads.get(body.readId);
    if (!read) return forgottenRead();
    const source = await putBytes(deps.folder, read.bytes);
    if (!source.ok) return refuse(source.error.code);
    backupNow(deps.db.sqlite, deps.folder, 'truoc-khi-giu-ke-hoach');
    const { value, batchId } = act(
      deps,
      actor,
      'plan.keep',
      `Giữ kế hoạch ${body.header.number || body.header.title}`,
      (batch) =>
        keepPlan(deps, batch, {
          year: body.year,
          header: body.header,
          rows: body.rows,
          sourceName: read.name,
          sourceSha256: source.value.sha256,
        }),
    );
    deps.reads.remove(body.readId);
    return { ...value, batchId };
  });

  implement(app, deps, plans.compare, ({ params, body }) => {
    if (!deps.reads.get(body.readId)) return forgottenRead();
    const compared = comparePlan(deps, params.id, body);
    return compared ? compareView(compared) : refuse('khong-tim-thay');
  });

  implement(app, deps, plans.merge, async ({ params, body, actor }) => {
    const read = deps.reads.get(body.readId);
    if (!read) return forgottenRead();
    const source = await putBytes(deps.folder, read.bytes);
    if (!source.ok) return refuse(source.error.code);
    const compared = comparePlan(deps, params.id, body);
    if (!compared) return refuse('khong-tim-thay');
    if (compared.stamp !== body.stamp) return refuse('da-doi', undefined, movedOn);
    const merge = planMerge(deps, compared, body.chosen);
    deps.reads.remove(body.readId);
    if (merge.writes.length + merge.fileWords.size === 0)
      return { ...mergedView(compared), batchId: null, postsAdded: 0 };
    backupNow(deps.db.sqlite, deps.folder, 'truoc-khi-cap-nhat-ke-hoach');
    const { plan } = compared.stored;
    const { value, batchId } = act(
      deps,
      actor,
      mergeAction,
      `Cập nhật kế hoạch ${plan.number || plan.title} theo ${read.name}`,
      (batch) =>
        applyMerge(deps, batch, compared, merge, {
          rows: body.rows,
          sourceName: read.name,
          sourceSha256: source.value.sha256,
        }),
    );
    return { ...mergedView(compared), batchId, postsAdded: value.postsAdded };
  });

  implement(app, deps, plans.get, ({ params }) => readPlanView(deps.db, params.id) ?? refuse('khong-tim-thay'));

  implement(app, deps, plans.change, ({ params, body, actor }) => {
    const { revision, ...patch } = body;
    if (patch.date !== '' && !isCalendarDate(patch.date))
      return refuse('sai-du-lieu', { fieldErrors: { date: ['Ngày không có trong lịch.'] } });
    const { value, batchId } = act(deps, actor, 'plan.change', 'Sửa đầu kế hoạch', (batch) =>
      batch.update('plan', params.id, revision, patch),
    );
    return { id: params.id, revision: value.revision, batchId };
  });

  implement(
    app,
    deps,
    plans.job,
    async ({ params, query }) =>
      (await deps.jobs.wait(params.id, query.after, longestWait)) ?? refuse('khong-tim-thay'),
  );

  implement(app, deps, plans.cancelJob, ({ params }) => deps.jobs.cancel(params.id) ?? refuse('khong-tim-thay'));
}

const movedOn =
  'Kế hoạch này vừa được sửa ở cửa sổ khác nên chưa cập nhật. Kế hoạch giữ nguyên. Hãy xem lại bảng so sánh mới rồi bấm cập nhật lần nữa.';

function mergedView(compared: ComparedPlan): Omit<MergedView, 'batchId' | 'postsAdded'> {
  const { planId, counts, tasks, changes } = compareView(compared);
  const kept = changes.flatMap(({ kind, state, id, words, why }) =>
    kind === 'task' && state === 'kept' && id !== null ? [{ id, text: words, why }] : [],
  );
  return { planId, counts, tasks, kept };
}
