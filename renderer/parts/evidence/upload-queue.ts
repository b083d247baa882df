/**
 * Files on their way into the store. The queue outlives the screen that filled it, so a person may go on to the next task while a
 * film still travels. One file at a time: they all go to the same disk.
 */
import { create } from 'zustand';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { EvidenceView } from '../../../shared/api/contract/work.ts';
import { problems } from '../../../shared/api/problems.ts';
import { readAgain } from '../../data/cache.ts';
import { call, Refusal } from '../../data/client.ts';
import { useSession } from '../../state/session.ts';
import { withLateReason } from '../late-reason.tsx';
import { refusedBeforehand, sendableName } from './upload-rules.ts';

/** What a file is to prove; null puts it into the store unused. */
export type ProofPlace = { taskId: string; windowId: string } | null;

export type Upload = {
  key: number;
  /** The office on this computer the file was given to; another one may be opened while it waits. */
  profileId: string | null;
  place: ProofPlace;
  name: string;
  bytes: number;
  state: 'waiting' | 'sending' | 'added' | 'known' | 'refused';
  /** The sentence of a refusal. */
  problem: string;
  evidence: EvidenceView | null;
};

type Queue = { uploads: Upload[] };

export const useUploads = create<Queue>()(() => ({ uploads: [] }));

/** Bytes stay outside the store: it is read on every render and a file is no state. */
const files = new Map<number, Blob>();
/** How long "đã lưu vào kho" stays to be read, in milliseconds. */
const shownAfterwards = 6000;
let lastKey = 0;
let sending = false;

/** Puts files into the queue and starts it. `nameOf` may give another name than the file's own. */
export function upload(given: readonly File[], place: ProofPlace, nameOf = (file: File) => file.name): void {
  const added = given.map((file): Upload => {
    lastKey += 1;
    files.set(lastKey, file);
    const problem = refusedBeforehand(file);
    return {
      key: lastKey,
      profileId: useSession.getState().profileId,
      place,
      name: sendableName(nameOf(file)),
      bytes: file.size,
      state: problem === null ? 'waiting' : 'refused',
      problem: problem ?? '',
      evidence: null,
    };
  });
  useUploads.setState(({ uploads }) => ({ uploads: [...uploads, ...added] }));
  void sendAll();
}

/** Sends a refused file once more. */
export function retry(key: number): void {
  change(key, { state: 'waiting', problem: '' });
  void sendAll();
}

/** Takes a line away; a file that is being sent stays. */
export function forget(key: number): void {
  files.delete(key);
  useUploads.setState(({ uploads }) => ({
    uploads: uploads.filter((each) => each.key !== key || each.state === 'sending'),
  }));
}

/** Takes away the lines of a place that ended well. */
export function forgetEnded(place: ProofPlace): void {
  useUploads.setState(({ uploads }) => ({
    uploads: uploads.filter((each) => !samePlace(each.place, place) || !['added', 'known'].includes(each.state)),
  }));
}

export const samePlace = (a: ProofPlace, b: ProofPlace): boolean =>
  a?.taskId === b?.taskId && a?.windowId === b?.windowId;

async function sendAll(): Promise<void> {
  if (sending) return;
  sending = true;
  for (let next = firstWaiting(); next; next = firstWaiting()) await sendOne(next);
  sending = false;
}

const firstWaiting = (): Upload | undefined => useUploads.getState().uploads.find((each) => each.state === 'waiting');

async function sendOne({ key, profileId, place, name }: Upload): Promise<void> {
  const bytes = files.get(key);
  if (!bytes) return forget(key);
  if (profileId !== useSession.getState().profileId)
    return change(key, { state: 'refused', problem: 'Đã chuyển sang cơ quan khác nên chưa lưu tệp này. Hãy thử lại.' });
  change(key, { state: 'sending' });
  try {
    const answer = await withLateReason(`Thêm ${name}`, (late) =>
      call(contract.work.addFile, {
        query: { name, ...(place ? { task: place.taskId, window: place.windowId } : {}), ...late },
        bytes,
      }),
    );
    files.delete(key);
    change(key, { state: answer.known ? 'known' : 'added', evidence: answer.evidence });
    // The proof itself stands in the list by then; the line has said what it had to say.
    if (!answer.known) setTimeout(() => forget(key), shownAfterwards);
  } catch (error) {
    // A defect stops this file alone; the others behind it still go.
    const sentence = error instanceof Refusal ? error.message : problems['loi-chuong-trinh'].message;
    change(key, { state: 'refused', problem: sentence });
  } finally {
    void readAgain();
  }
}

function change(key: number, patch: Partial<Upload>): void {
  useUploads.setState(({ uploads }) => ({
    uploads: uploads.map((each) => (each.key === key ? { ...each, ...patch } : each)),
  }));
}
