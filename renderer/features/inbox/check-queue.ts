/** Bundle files on their way through the check, one after the other. The list outlives the screen. */
import { create } from 'zustand';
import type { JobView } from '../../../shared/api/contract/plans.ts';
import type { BundleCheck } from '../../../shared/api/contract/reports.ts';
import { contract } from '../../../shared/api/contract.ts';
import { problems } from '../../../shared/api/problems.ts';
import { queryClient } from '../../data/cache.ts';
import { call, Refusal } from '../../data/client.ts';
import { followJob } from '../../data/jobs.ts';
import { useSession } from '../../state/session.ts';

export type Checking = {
  key: number;
  /** The office on this computer the file was dropped into. */
  profileId: string | null;
  name: string;
  bytes: number;
  state: 'waiting' | 'sending' | 'checking' | 'checked' | 'receiving' | 'received' | 'failed';
  job: JobView | null;
  check: BundleCheck | null;
  receivedId: string | null;
  /** The sentence of a failure. */
  problem: string;
};

export const useChecks = create<{ checks: Checking[] }>()(() => ({ checks: [] }));

const files = new Map<number, Blob>();
let lastKey = 0;
let busy = false;

/** Newest on top: what was just dropped is what the person looks for. */
export function checkFiles(given: readonly File[]): void {
  const added = given.map((file): Checking => {
    lastKey += 1;
    files.set(lastKey, file);
    const problem = file.size === 0 ? problems['tep-rong'].message : '';
    return {
      key: lastKey,
      profileId: useSession.getState().profileId,
      name: file.name.slice(-255),
      bytes: file.size,
      state: problem === '' ? 'waiting' : 'failed',
      job: null,
      check: null,
      receivedId: null,
      problem,
    };
  });
  useChecks.setState(({ checks }) => ({ checks: [...added, ...checks] }));
  void checkAll();
}

export function forgetCheck(key: number): void {
  files.delete(key);
  useChecks.setState(({ checks }) => ({ checks: checks.filter((each) => each.key !== key) }));
}

/** Puts the bundle into the store after the person's yes. */
export async function receiveBundle({ key, job }: Checking): Promise<void> {
  if (!job) return;
  change(key, { state: 'receiving' });
  try {
    const { receivedId } = await call(contract.reports.receive, { params: { id: job.id } });
    change(key, { state: 'received', receivedId });
  } catch (error) {
    change(key, { state: 'failed', problem: sentenceOf(error) });
  } finally {
    await queryClient.invalidateQueries();
  }
}

async function checkAll(): Promise<void> {
  if (busy) return;
  busy = true;
  for (let next = lastWaiting(); next; next = lastWaiting()) await checkOne(next);
  busy = false;
}

/** The list stands newest first; files dropped together go in the order they were given in. */
const lastWaiting = (): Checking | undefined => useChecks.getState().checks.find((each) => each.state === 'waiting');

async function checkOne({ key, profileId, name }: Checking): Promise<void> {
  const bytes = files.get(key);
  if (!bytes) return forgetCheck(key);
  if (profileId !== useSession.getState().profileId)
    return change(key, { state: 'failed', problem: 'Đã chuyển sang cơ quan khác nên chưa kiểm tra. Hãy thả lại gói.' });
  change(key, { state: 'sending' });
  try {
    const first = await call(contract.reports.check, { query: { name }, bytes });
    change(key, { state: 'checking', job: first });
    const last = await followJob(first, (job) => change(key, { job }));
    if (last.state === 'done') change(key, { state: 'checked', check: last.result as BundleCheck });
    else change(key, { state: 'failed', problem: last.error?.message ?? 'Đã dừng kiểm tra. Chưa nhận gì vào.' });
  } catch (error) {
    change(key, { state: 'failed', problem: sentenceOf(error) });
  } finally {
    files.delete(key);
  }
}

const sentenceOf = (error: unknown): string =>
  error instanceof Refusal ? error.message : problems['loi-chuong-trinh'].message;

function change(key: number, patch: Partial<Checking>): void {
  useChecks.setState(({ checks }) => ({
    checks: checks.map((each) => (each.key === key ? { ...each, ...patch } : each)),
  }));
}
