/** A Word file brought back, per report, while the window is open: what is being read, what it changed, which changes are wanted. */
import { create } from 'zustand';
import type { JobView } from '../../../../shared/api/contract/plans.ts';
import type { ReturnedView } from '../../../../shared/api/contract/returned.ts';
import { contract } from '../../../../shared/api/contract.ts';
import { problems } from '../../../../shared/api/problems.ts';
import { call, Refusal } from '../../../data/client.ts';
import { followJob } from '../../../data/jobs.ts';

export type Compared = { jobId: string; view: ReturnedView; chosen: readonly string[] };
export type Returned = {
  /** The file on its way, with its job once the server has it. */
  reading: { name: string; bytes: number; job: JobView | null } | null;
  refusal: string | null;
  compared: Compared | null;
};

const nothing: Returned = { reading: null, refusal: null, compared: null };

const useStore = create<{ byReport: Record<string, Returned> }>()(() => ({ byReport: {} }));

const put = (reportId: string, patch: Partial<Returned>) =>
  useStore.setState(({ byReport }) => ({
    byReport: { ...byReport, [reportId]: { ...(byReport[reportId] ?? nothing), ...patch } },
  }));

export const useReturned = (reportId: string): Returned => useStore((state) => state.byReport[reportId] ?? nothing);

export const forget = (reportId: string): void => put(reportId, nothing);

export const refuseReturned = (reportId: string, sentence: string): void =>
  put(reportId, { ...nothing, refusal: sentence });

/** Sends the file and follows the comparison. Every change that can be taken is chosen at first: the person made them. */
export async function compareFile(reportId: string, file: File): Promise<void> {
  put(reportId, { ...nothing, reading: { name: file.name, bytes: file.size, job: null } });
  try {
    if (file.size > contract.returned.send.body.rawBytes) throw new Refusal('qua-lon', problems['qua-lon'].message);
    const first = await call(contract.returned.send, {
      params: { id: reportId },
      query: { name: file.name },
      bytes: file,
    });
    const last = await followJob(first, (job) =>
      put(reportId, { reading: { name: file.name, bytes: file.size, job } }),
    );
    if (last.state !== 'done') {
      put(reportId, { ...nothing, refusal: last.error?.message ?? null });
      return;
    }
    const view = last.result as ReturnedView;
    const chosen = view.changes.filter((change) => change.takeable).map((change) => change.id);
    put(reportId, { ...nothing, compared: { jobId: last.id, view, chosen } });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    put(reportId, { ...nothing, refusal: error.message });
  }
}

export const choose = (reportId: string, compared: Compared, chosen: readonly string[]): void =>
  put(reportId, { compared: { ...compared, chosen } });
