/** What nearly every screen starts from: the office, the plan and the reporting window the person works in. */

import { contract } from '../../shared/api/contract/contract.ts';
import type { PlanSummary, StateView, WindowView } from '../../shared/api/contract/office.ts';
import { useSession } from '../state/session.ts';
import { useData } from './cache.ts';

export type OfficeNow = {
  state: StateView | undefined;
  error: Error | null;
  /** The chosen plan, else the newest; null while there is none. */
  plan: PlanSummary | null;
  /** The chosen window of that plan's year, else the program's suggestion. */
  window: WindowView | null;
};

export function useOffice(): OfficeNow {
  const { data: state, error } = useData(contract.office.state);
  const planId = useSession((session) => session.planId);
  const windowId = useSession((session) => session.windowId);
  const plan = state?.plans.find((each) => each.id === planId) ?? state?.plans[0] ?? null;
  const windows = state?.windows.filter((each) => each.year === plan?.year) ?? [];
  const window =
    windows.find((each) => each.id === windowId) ??
    windows.find((each) => each.id === state?.currentWindowId) ??
    windows[0] ??
    null;
  return { state, error, plan, window };
}
