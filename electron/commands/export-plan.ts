/** The part of cli export that sends a plan down: one bundle for all units below, or one for each unit whose key is believed. */

import { contract } from '../../shared/api/contract/contract.ts';
import type { DownView } from '../../shared/api/contract/plan-down.ts';
import type { LedgerEntry, SendingWay } from '../../shared/api/contract/sending.ts';
import type { Client } from '../hosts/client.ts';
import { CommandRefused } from './command.ts';

const { office, planDown } = contract;

export type PlanWish = {
  planId: string;
  /** One bundle for each unit, locked with its key. */
  each: boolean;
};

/** Writes the bundles with the regimes that the plan's year follows; answers with one entry for each. */
export async function exportPlan(
  { ask, finish }: Client,
  { planId, each }: PlanWish,
  way: SendingWay,
): Promise<LedgerEntry[]> {
  const { plans } = await ask(office.state);
  if (!plans.some(({ id }) => id === planId))
    throw new CommandRefused(
      'khong-co-ke-hoach',
      `Không có kế hoạch ${planId}. Chưa ghi gì. Các kế hoạch đang có: ${plans.map(({ id, year }) => `${id} (năm ${year})`).join(', ') || 'chưa có'}.`,
    );
  const params = { id: planId };
  const down = await ask(planDown.down, { params });
  const unitIds = each ? unitsWithKey(down) : [];
  const regimeIds = down.regimes.filter(({ inUse }) => inUse).map(({ regime }) => regime.id);
  const lock = each ? ({ by: 'khoa' } as const) : way.lock;
  const body = { ...way, lock, to: each ? ('rieng' as const) : ('chung' as const), unitIds, regimeIds };
  const last = await finish(await ask(planDown.send, { params, body }));
  if (last.state !== 'done')
    throw new CommandRefused(last.error?.code ?? 'da-huy', last.error?.message ?? 'Việc đã bị hủy.');
  return (last.result as { entries: LedgerEntry[] }).entries;
}

function unitsWithKey({ units }: DownView): string[] {
  const found = units.filter(({ hasKey }) => hasKey).map(({ id }) => id);
  if (found.length === 0)
    throw new CommandRefused(
      'chua-co-khoa',
      'Chưa có thẻ đã tin của đơn vị nào. Chưa ghi gì. Hãy nhận thẻ đơn vị, hoặc bỏ --each để xuất một gói chung.',
    );
  return found;
}
