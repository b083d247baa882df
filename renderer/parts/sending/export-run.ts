/** The bundle being written or just written. It outlives the screen: a person may look at something else while a stick is written. */
import { create } from 'zustand';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { JobView } from '../../../shared/api/contract/plans.ts';
import type { LedgerEntry, SendingWay } from '../../../shared/api/contract/sending.ts';
import { problems } from '../../../shared/api/problems.ts';
import { readAgain } from '../../data/cache.ts';
import { call, Refusal } from '../../data/client.ts';
import { followJob } from '../../data/jobs.ts';
import { useSession } from '../../state/session.ts';

/**
 * What is sent: a report with the chosen proof (null: as usual), something from the ledger once more, a recall, an answer, or a plan for
 * units below.
 */
export type ExportWhat =
  | { kind: 'report'; reportId: string; carried: string[] | null }
  | { kind: 'again'; id: string }
  | { kind: 'recall'; id: string; reason: string; number: string; by: string }
  | { kind: 'verdict'; receivedId: string }
  | { kind: 'plan'; planId: string; to: 'chung' | 'rieng'; unitIds: string[]; regimeIds: string[] };

export type ExportTarget = {
  what: ExportWhat;
  /** "gói báo cáo quý I", as the end of a sentence. */
  name: string;
  way: SendingWay;
  placeLabel: string;
  removable: boolean;
};

export type ExportRun = {
  /** The office on this computer whose report is written. */
  profileId: string | null;
  target: ExportTarget;
  job: JobView | null;
  state: 'running' | 'stopping' | 'done' | 'failed' | 'cancelled';
  sent: LedgerEntry | null;
  /** Of several bundles written together, those after the first. */
  others: readonly LedgerEntry[];
  /** The sentence of a failure. */
  problem: string;
};

export const useExportRun = create<{ run: ExportRun | null }>()(() => ({ run: null }));

const patch = (change: Partial<ExportRun>) =>
  useExportRun.setState(({ run }) => ({ run: run && { ...run, ...change } }));

/** Starts writing and follows it to its end. */
export async function startExport(target: ExportTarget): Promise<void> {
  useExportRun.setState({
    run: {
      profileId: useSession.getState().profileId,
      target,
      job: null,
      state: 'running',
      sent: null,
      others: [],
      problem: '',
    },
  });
  try {
    const last = await followJob(await begin(target), (job) => patch({ job }));
    if (last.state === 'done') patch({ state: 'done', ...writtenOf(last.result) });
    else if (last.state === 'cancelled') patch({ state: 'cancelled' });
    else patch({ state: 'failed', problem: last.error?.message ?? problems['khong-ghi-duoc'].message });
  } catch (error) {
    patch({
      state: 'failed',
      problem: error instanceof Refusal ? error.message : problems['loi-chuong-trinh'].message,
    });
  } finally {
    await readAgain();
  }
}

function writtenOf(result: unknown): Pick<ExportRun, 'sent' | 'others'> {
  const { entries = [result as LedgerEntry] } = result as { entries?: LedgerEntry[] };
  const [sent = null, ...others] = entries;
  return { sent, others };
}

function begin({ what, way }: ExportTarget): Promise<JobView> {
  const { sending } = contract;
  if (what.kind === 'report')
    return call(sending.exportBundle, { body: { ...way, reportId: what.reportId, carried: what.carried } });
  if (what.kind === 'again') return call(sending.resend, { params: { id: what.id }, body: way });
  if (what.kind === 'verdict') return call(contract.answers.send, { params: { id: what.receivedId }, body: way });
  if (what.kind === 'plan') {
    const { planId, to, unitIds, regimeIds } = what;
    return call(contract.planDown.send, { params: { id: planId }, body: { ...way, to, unitIds, regimeIds } });
  }
  const { reason, number, by } = what;
  return call(sending.recall, { params: { id: what.id }, body: { ...way, reason, number, by } });
}

export async function cancelExport(): Promise<void> {
  const id = useExportRun.getState().run?.job?.id;
  if (id === undefined) return;
  patch({ state: 'stopping' });
  await call(contract.plans.cancelJob, { params: { id } });
}

export const clearExport = (): void => useExportRun.setState({ run: null });
