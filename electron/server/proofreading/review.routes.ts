/** Proof-reading of a plan's contents: its findings, words put in place of others, and rules silenced or heard again. */
import type { Hono } from 'hono';
import { readPlanRow } from '../../../db/queries/plans.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import { ruleNames } from '../../../shared/review/input.ts';
import { isCalendarDate } from '../../../shared/text/dates.ts';
import { act, type Deps } from '../core/deps.ts';
import { implement, type ServerEnv } from '../core/implement.ts';
import { refuse } from '../core/refusal.ts';
import { correction, reviewOfPlan, silencedRules } from './plan-review.ts';

export function reviewRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { review } = contract;

  implement(app, deps, review.plan, ({ params }) => reviewOfPlan(deps, params.id) ?? refuse('khong-tim-thay'));

  implement(app, deps, review.write, ({ params, body, actor }) => {
    if (body.path.join('/') === 'head/date' && body.after !== '' && !isCalendarDate(body.after))
      return refuse('sai-du-lieu', { fieldErrors: { after: ['Ngày không có trong lịch.'] } });
    const write = correction(deps, params.id, body);
    if (write === 'gone') return refuse('khong-tim-thay');
    if (write === 'moved')
      return refuse(
        'da-doi',
        undefined,
        'Chỗ này vừa được sửa nên chưa thay chữ. Danh sách đã được xem lại theo chữ mới.',
      );
    if (write === 'not writable')
      return refuse('sai-du-lieu', undefined, 'Chỗ này không sửa được từ đây. Hãy sửa ở Kế hoạch hoặc Nhiệm vụ.');
    const { batchId } = act(deps, actor, 'plan.review', 'Sửa theo rà soát', write);
    return { batchId };
  });

  implement(app, deps, review.silence, ({ params, body, actor }) => {
    if (!readPlanRow(deps.db, params.id)) return refuse('khong-tim-thay');
    const known = silencedRules(deps, params.id).find((each) => each.rule === params.rule);
    const row = { reason: body.reason, at: deps.clock() };
    const label = `Tắt quy tắc “${ruleNames[params.rule]}”`;
    const { batchId } = act(deps, actor, 'review.silence', label, (batch) =>
      known
        ? batch.update('silencedRule', known.id, null, row)
        : batch.insert('silencedRule', { id: deps.newId(), planId: params.id, rule: params.rule, ...row }),
    );
    return { batchId };
  });

  implement(app, deps, review.unsilence, ({ params, actor }) => {
    const known = silencedRules(deps, params.id).filter((each) => each.rule === params.rule);
    if (known.length === 0) return refuse('khong-tim-thay');
    const { batchId } = act(deps, actor, 'review.unsilence', `Bật quy tắc “${ruleNames[params.rule]}”`, (batch) => {
      for (const { id } of known) batch.remove('silencedRule', id, null);
    });
    return { batchId };
  });
}
