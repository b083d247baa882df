/** The export under way or just ended. It outlives the screen: a person may look at something else while a stick is written. */
import { create } from 'zustand';
import type { JobView } from '../../../shared/api/contract/plans.ts';
import type { SentView } from '../../../shared/api/contract/reports.ts';
import { contract } from '../../../shared/api/contract.ts';
import { problems } from '../../../shared/api/problems.ts';
import { queryClient } from '../../data/cache.ts';
import { call, Refusal } from '../../data/client.ts';
import { followJob } from '../../data/jobs.ts';
import { useSession } from '../../state/session.ts';

export type ExportTarget = {
  reportId: string;
  windowLabel: string;
  /** One of the offered places, or the ticket of the desktop's folder dialog. */
  placeId: string | null;
  ticket: string | null;
  placeLabel: string;
  removable: boolean;
};

export type ExportRun = {
  /** The office on this computer whose report is written. */
  profileId: string | null;
  target: ExportTarget;
  job: JobView | null;
  state: 'running' | 'stopping' | 'done' | 'failed' | 'cancelled';
  sent: SentView | null;
  /** The sentence of a failure. */
  problem: string;
};

export const useExportRun = create<{ run: ExportRun | null }>()(() => ({ run: null }));

const patch = (change: Partial<ExportRun>) =>
  useExportRun.setState(({ run }) => ({ run: run && { ...run, ...change } }));

/** Starts writing and follows it to its end. */
export async function startExport(target: ExportTarget): Promise<void> {
  useExportRun.setState({
    run: { profileId: useSession.getState().profileId, target, job: null, state: 'running', sent: null, problem: '' },
  });
  try {
    const first = await call(contract.reports.exportBundle, {
      body: { reportId: target.reportId, placeId: target.placeId, ticket: target.ticket },
    });
    const last = await followJob(first, (job) => patch({ job }));
    if (last.state === 'done') patch({ state: 'done', sent: last.result as SentView });
    else if (last.state === 'cancelled') patch({ state: 'cancelled' });
    else patch({ state: 'failed', problem: last.error?.message ?? problems['khong-ghi-duoc'].message });
  } catch (error) {
    patch({
      state: 'failed',
      problem: error instanceof Refusal ? error.message : problems['loi-chuong-trinh'].message,
    });
  } finally {
    await queryClient.invalidateQueries();
  }
}

export async function cancelExport(): Promise<void> {
  const id = useExportRun.getState().run?.job?.id;
  if (id === undefined) return;
  patch({ state: 'stopping' });
  await call(contract.plans.cancelJob, { params: { id } });
}

export const clearExport = (): void => useExportRun.setState({ run: null });
