/** Files on their way through the check, one after the other; one bad file never stops the others. The list outlives the screen. */
import { create } from 'zustand';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { JobView } from '../../../shared/api/contract/plans.ts';
import type { BundleCheck, ReceiveBody, ReceivedAnswer } from '../../../shared/api/contract/receiving.ts';
import { problems } from '../../../shared/api/problems.ts';
import { queryClient, readAgain } from '../../data/cache.ts';
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
  received: ReceivedAnswer | null;
  /** The sentence of a failure. After a refused yes the check is still there, and another yes may be tried. */
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
      received: null,
      problem,
    };
  });
  useChecks.setState(({ checks }) => ({ checks: [...added, ...checks] }));
  void checkAll();
}

/** Takes a file off the list; what the server keeps of it goes too. Parts of a set go on waiting. */
export function forgetCheck(key: number): void {
  const found = useChecks.getState().checks.find((each) => each.key === key);
  files.delete(key);
  useChecks.setState(({ checks }) => ({ checks: checks.filter((each) => each.key !== key) }));
  if (found?.state === 'checked' && found.job)
    void call(contract.receiving.discard, { params: { id: found.job.id } }).catch(() => undefined);
}

/** Puts the bundle into the store after the person's yes. */
export async function receiveBundle({ key, job }: Checking, body: ReceiveBody = {}): Promise<void> {
  if (!job) return;
  change(key, { state: 'receiving', problem: '' });
  try {
    const received = await call(contract.receiving.receive, { params: { id: job.id }, body });
    change(key, { state: 'received', received });
  } catch (error) {
    change(key, { state: 'checked', problem: sentenceOf(error) });
  } finally {
    await readAgain();
  }
}

/** One after the other, oldest first; a refusal stands at its own bundle and the next one goes on. */
export async function receiveAll(ready: readonly Checking[]): Promise<void> {
  for (const checking of [...ready].reverse()) await receiveBundle(checking);
}

/** Tries a password; a wrong one leaves the bundle waiting for the next. */
export async function unlockBundle({ key, job }: Checking, password: string): Promise<void> {
  if (!job) return;
  change(key, { state: 'checking', problem: '' });
  try {
    await follow(key, await call(contract.receiving.unlock, { params: { id: job.id }, body: { password } }));
  } catch (error) {
    change(key, { state: 'failed', problem: sentenceOf(error) });
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
    await follow(key, await call(contract.receiving.check, { query: { name }, bytes }));
  } catch (error) {
    change(key, { state: 'failed', problem: sentenceOf(error) });
  } finally {
    files.delete(key);
  }
}

async function follow(key: number, first: JobView): Promise<void> {
  change(key, { state: 'checking', job: first });
  const last = await followJob(first, (job) => change(key, { job }));
  if (last.state !== 'done')
    return change(key, { state: 'failed', problem: last.error?.message ?? 'Đã dừng kiểm tra. Chưa nhận gì vào.' });
  const check = last.result as BundleCheck;
  change(key, { state: 'checked', check });
  if (check.given === 'phan' || useChecks.getState().checks.some((each) => each.check?.given === 'phan'))
    await partsMoved(key, check);
}

/** A part that came changes what its set says; once it is whole, its other parts have nothing more to say. */
async function partsMoved(key: number, check: BundleCheck): Promise<void> {
  const { parts } = check;
  useChecks.setState(({ checks }) => ({
    checks: checks.filter(
      (each) =>
        each.key === key ||
        each.check?.given !== 'phan' ||
        (parts ? each.check.parts?.setId !== parts.setId : each.check.parts?.fileName !== check.fileName),
    ),
  }));
  await queryClient.invalidateQueries({
    predicate: ({ queryKey }) => queryKey[1] === contract.receiving.parts.path,
  });
}

const sentenceOf = (error: unknown): string =>
  error instanceof Refusal ? error.message : problems['loi-chuong-trinh'].message;

function change(key: number, patch: Partial<Checking>): void {
  useChecks.setState(({ checks }) => ({
    checks: checks.map((each) => (each.key === key ? { ...each, ...patch } : each)),
  }));
}
