/** A Word file brought back, per document, while the window is open: what is being read, what it changed, which changes are wanted. */
import { create } from 'zustand';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { JobView } from '../../../shared/api/contract/plans.ts';
import type { ReturnedView } from '../../../shared/api/contract/returned.ts';
import { problems } from '../../../shared/api/problems.ts';
import { call, Refusal } from '../../data/client.ts';
import { followJob } from '../../data/jobs.ts';

/** Whose Word file it is. */
export type Owner = { kind: 'report' | 'plan'; id: string };

export type Compared = { jobId: string; view: ReturnedView; chosen: readonly string[] };
export type Returned = {
  /** The file on its way, with its job once the server has it. */
  reading: { name: string; job: JobView | null } | null;
  refusal: string | null;
  compared: Compared | null;
};

const nothing: Returned = { reading: null, refusal: null, compared: null };

const useStore = create<{ byOwner: Record<string, Returned> }>()(() => ({ byOwner: {} }));

const put = (id: string, patch: Partial<Returned>) =>
  useStore.setState(({ byOwner }) => ({ byOwner: { ...byOwner, [id]: { ...(byOwner[id] ?? nothing), ...patch } } }));

export const useReturned = (id: string): Returned => useStore((state) => state.byOwner[id] ?? nothing);

export const forget = (id: string): void => put(id, nothing);

export const refuseReturned = (id: string, sentence: string): void => put(id, { ...nothing, refusal: sentence });

/** Sends the file and follows the comparison. */
export function compareFile({ kind, id }: Owner, file: File): Promise<void> {
  const { send, sendPlan } = contract.returned;
  return compare(id, file.name, () => {
    if (file.size > send.body.rawBytes) throw new Refusal('qua-lon', problems['qua-lon'].message);
    const given = { params: { id }, query: { name: file.name }, bytes: file };
    return kind === 'plan' ? call(sendPlan, given) : call(send, given);
  });
}

/** Compares a file that "Mở kế hoạch" has read already. */
export const compareRead = (planId: string, name: string, readId: string): Promise<void> =>
  compare(planId, name, () => call(contract.returned.planOfRead, { params: { id: planId }, body: { readId } }));

/** Every change that can be taken is chosen at first: the person made them. Where both sides changed, the person must say. */
async function compare(id: string, name: string, begin: () => Promise<JobView>): Promise<void> {
  put(id, { ...nothing, reading: { name, job: null } });
  try {
    const last = await followJob(await begin(), (job) => put(id, { reading: { name, job } }));
    if (last.state !== 'done') {
      put(id, { ...nothing, refusal: last.error?.message ?? null });
      return;
    }
    const view = last.result as ReturnedView;
    const chosen = view.changes
      .filter(({ takeable, conflict }) => takeable && conflict === null)
      .map((each) => each.id);
    put(id, { ...nothing, compared: { jobId: last.id, view, chosen } });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    put(id, { ...nothing, refusal: error.message });
  }
}

export const choose = (id: string, compared: Compared, chosen: readonly string[]): void =>
  put(id, { compared: { ...compared, chosen } });
