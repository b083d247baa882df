/** The superior's side of a plan on its way down: what would go, and the bundles for one, several or all units. */
import type { Hono } from 'hono';
import { readPlanRow } from '../../../db/queries/plans.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { LedgerEntry } from '../../../shared/api/contract/sending.ts';
import type { BodyOf } from '../../../shared/api/endpoint.ts';
import type { Actor, Deps } from '../core/deps.ts';
import { implement, type ServerEnv } from '../core/implement.ts';
import type { JobControl } from '../core/jobs.ts';
import { isRefusal, type Refusal, refuse } from '../core/refusal.ts';
import { keepOutgoing } from '../exchange/ledger.ts';
import { type Sending, sendBundle, sendingOf } from '../exchange/send-bundle.ts';
import { reportingUnits } from './consolidation.ts';
import { downView, outgoingPlan, type PlanReceiver, planContent } from './plan-down.ts';

export function planDownRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { planDown } = contract;

  implement(app, deps, planDown.down, ({ params }) => downView(deps, params.id) ?? refuse('khong-tim-thay'));

  implement(app, deps, planDown.send, ({ params, body, actor }) => {
    const plan = readPlanRow(deps.db, params.id);
    if (!plan) return refuse('khong-tim-thay');
    const ways = waysOf(deps, body);
    if (isRefusal(ways)) return ways;
    const label = `Xuất kế hoạch ${plan.number || plan.title}`;
    return deps.jobs.start({ kind: 'export', label, unit: 'bytes', total: 0 }, (control) =>
      sendAll(deps, actor, control, params.id, body.regimeIds, ways),
    );
  });
}

type Way = { receiver: PlanReceiver; way: Sending };

/** One way for all alike, or one for each unit with its own key; a unit without a key is named and nothing is written. */
function waysOf(deps: Deps, body: BodyOf<typeof contract.planDown.send>): Way[] | Refusal {
  const units = reportingUnits(deps);
  if (body.to === 'chung') {
    if (body.lock?.by === 'khoa')
      return refuse('sai-du-lieu', undefined, 'Gói chung cho mọi đơn vị chỉ khóa được bằng mật khẩu.');
    const way = sendingOf(deps, null, body);
    return isRefusal(way) ? way : [{ receiver: { id: null, name: 'Các đơn vị trực thuộc' }, way }];
  }
  const ways: Way[] = [];
  for (const id of new Set(body.unitIds)) {
    const unit = units.find(({ unitId }) => unitId === id);
    if (!unit) return refuse('khong-tim-thay');
    const way = sendingOf(deps, id, body);
    if (isRefusal(way))
      return way.refused === 'chua-co-khoa'
        ? refuse(
            'chua-co-khoa',
            undefined,
            `Chưa có khóa đã tin của ${unit.unitName}. Chưa ghi gói nào. Hãy nhận thẻ đơn vị, hoặc gửi gói chung.`,
          )
        : way;
    ways.push({ receiver: { id, name: unit.unitName }, way });
  }
  return ways.length > 0 ? ways : refuse('sai-du-lieu', undefined, 'Chọn ít nhất một đơn vị.');
}

async function sendAll(
  deps: Deps,
  actor: Actor,
  control: JobControl,
  planId: string,
  regimeIds: readonly string[],
  ways: readonly Way[],
): Promise<{ entries: LedgerEntry[] } | Refusal> {
  const content = planContent(deps, planId, regimeIds);
  if (!content) return refuse('khong-tim-thay');
  const entries: LedgerEntry[] = [];
  for (const { receiver, way } of ways) {
    const made = await outgoingPlan(deps, content, receiver);
    if (!made) return refuse('chua-co-co-quan');
    const named: JobControl =
      ways.length === 1
        ? control
        : {
            ...control,
            progress: (phase, done, total) =>
              control.progress(`${receiver.name} (${entries.length + 1}/${ways.length}): ${phase}`, done, total),
          };
    const left = { kind: 'plan' as const, subjectId: planId, unitId: receiver.id, data: made.sent };
    const entry = await sendBundle(deps, named, made.outbound, way, (written) =>
      keepOutgoing(deps, actor, left, way, written),
    );
    if (isRefusal(entry))
      return entries.length === 0
        ? entry
        : refuse(
            entry.refused,
            undefined,
            `Đã xuất xong ${entries.length} gói, dừng ở ${receiver.name}: ${entry.message}`,
          );
    entries.push(entry);
    // What is written stays: each bundle is whole by itself, and stands in the ledger.
    if (control.signal.aborted) break;
  }
  return { entries };
}
