/** The acting person's tasks for a window, in an order that holds still while the person works through them. */
import { useRef } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { PlanSummary, WindowView } from '../../../shared/api/contract/office.ts';
import type { WorkItem } from '../../../shared/api/contract/work.ts';
import { useData } from '../../data/cache.ts';
import { inEarlierOrder, itemFromTable, sortForWork } from './work-list.ts';

type Asked = { plan: PlanSummary | null; window: WindowView | null; personId: string | null; today: string };

export function useWork({ plan, window, personId, today }: Asked) {
  const ready = plan !== null && window !== null && personId !== null;
  const given = ready ? { query: { plan: plan.id, window: window.id, person: personId } } : null;
  const { data, error, isPlaceholderData } = useData(contract.work.mine, given);
  const list = `${plan?.id}/${window?.id}/${personId}`;
  const order = useRef<{ list: string; ids: string[] }>({ list: '', ids: [] });
  // Answers of another person or window may stand in while the right ones come; they must not set the order.
  const current = data !== undefined && !isPlaceholderData;
  const sorted = data && ready ? sortForWork(data.items, window, today) : [];
  const items = order.current.list === list ? inEarlierOrder(order.current.ids, sorted) : sorted;
  if (current) order.current = { list, ids: items.map((item) => item.id) };
  return { items: ready && current ? items : null, error, list };
}

/** A task that is not among the person's own, opened from the report or the task table; null when there is none such. */
export function useOthersTask(
  taskId: string | null,
  plan: PlanSummary | null,
  window: WindowView | null,
): WorkItem | null {
  const given = taskId !== null && plan !== null ? { params: { id: plan.id }, query: { window: window?.id } } : null;
  const { data } = useData(contract.plans.table, given);
  return taskId !== null && data ? itemFromTable(data, taskId) : null;
}
