/** Reading a plan from a file or from what was pasted, and reading it again as a person understands its columns. Stores no plan. */
import type { Hono } from 'hono';
import { listPlans } from '../../../db/queries/plans.ts';
import { taskTexts } from '../../../db/queries/tasks.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import { samePlans } from '../../../shared/plan/same-plan.ts';
import { type Deps, today } from '../core/deps.ts';
import { implement, type ServerEnv } from '../core/implement.ts';
import { isRefusal, refuse } from '../core/refusal.ts';
import { wholeBody } from '../core/whole-body.ts';
import { exportNamed } from '../paper/exported-word.ts';
import { forgottenRead, noControl, readOnce, rememberColumns, startRead } from './plan-reading.ts';
import { samplePlan, samplePlanName } from './sample-plan.ts';

export function readRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { plans } = contract;

  implement(app, deps, plans.read, async ({ query, bytes }) => {
    const limit = plans.read.body.rawBytes;
    const file = bytes === null ? new Uint8Array() : await wholeBody(bytes, limit);
    return file === null ? refuse('qua-lon') : startRead(deps, query.name, file);
  });

  implement(app, deps, plans.readSample, async () =>
    startRead(deps, samplePlanName, await samplePlan(Number(today(deps).slice(0, 4)))),
  );

  implement(app, deps, plans.readPasted, ({ body: { text, html } }) => {
    const isPage = /<table[\s>]/i.test(html) || text.trim() === '';
    const words = isPage ? html : text;
    if (words.trim() === '')
      return refuse('tep-rong', undefined, 'Không có gì để đọc trong bộ nhớ tạm. Hãy chép bảng rồi dán lại.');
    // The words come as Unicode whatever the page says of itself; the mark at the front settles it.
    return startRead(
      deps,
      isPage ? 'Bảng vừa dán.html' : 'Chữ vừa dán.txt',
      Buffer.from(`\uFEFF${words.replace(/^\uFEFF/, '')}`),
    );
  });

  implement(app, deps, plans.readResult, ({ params }) => deps.reads.get(params.id)?.plan ?? forgottenRead());

  implement(app, deps, plans.remap, async ({ params, body, actor }) => {
    const read = deps.reads.get(params.id);
    if (!read) return forgottenRead();
    if (body.mapping.length !== read.plan.columns.length)
      return refuse('sai-du-lieu', undefined, 'Số cột đã đổi. Chưa đổi gì. Hãy mở lại tệp rồi chọn lại.');
    const captions = read.plan.columns.map(({ caption }) => caption);
    const plan = await readOnce(read.name, read.bytes, noControl(), body.mapping);
    if (isRefusal(plan)) return plan;
    deps.reads.add(params.id, { ...read, plan });
    rememberColumns(deps, actor, captions, body.mapping);
    return plan;
  });

  implement(app, deps, plans.matches, ({ params }) => {
    const read = deps.reads.get(params.id);
    if (!read) return forgottenRead();
    const kept = listPlans(deps.db);
    const texts = taskTexts(deps.db);
    const known = kept.map(({ id, year, number, title }) => ({
      id,
      year,
      number,
      title,
      tasks: texts(id),
    }));
    const matches = samePlans(read.plan, known).map(({ planId, why, commonTasks }) => {
      const { year, number, title } = kept.find(({ id }) => id === planId)!;
      return { planId, year, number, title, why, commonTasks };
    });
    const exported = exportNamed(deps, read.plan.source.mark);
    const own = exported && kept.some(({ id }) => id === exported.ownerId);
    return { matches, exported: own ? { planId: exported.ownerId, at: exported.exportedAt } : null };
  });
}
