/** A write started by a person: what was done with the way back beside it, or the server's own sentence when it was refused. */
import { contract } from '../../shared/api/contract/contract.ts';
import { readAgain } from '../data/cache.ts';
import { call, Refusal } from '../data/client.ts';
import { hideToast, showProblemToast, showToast, showUndoToast } from '../ui/toast.tsx';

/** Takes one act back (null: whatever was done last); what changed since then is left alone and said so. */
export async function undoAct(batchId: string | null): Promise<void> {
  const answer = await attempt(() => call(contract.office.undo, { body: { batchId } }));
  if (answer) showToast(`Đã hoàn tác: ${answer.label}.`);
}

/** Runs a write, reads everything shown again, and shows a refusal; null when it was refused. */
export async function attempt<Answer>(write: () => Promise<Answer>): Promise<Answer | null> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    showProblemToast(error.message);
    return null;
  } finally {
    await readAgain();
  }
}

/** As `attempt`, with `done` and "Hoàn tác" in a toast. */
export async function attemptWithUndo<Answer extends { batchId: string }>(
  done: string,
  write: () => Promise<Answer>,
): Promise<Answer | null> {
  const answer = await attempt(write);
  if (answer) tellUndoable(done, answer.batchId);
  return answer;
}

/** Only the newest act is offered: older ones are behind Ctrl+Z, and a pile of toasts would cover the screen. */
let offered: string | null = null;

/** Says what was done and offers the way back; a null batch takes back whatever was done last. */
export function tellUndoable(done: string, batchId: string | null): void {
  if (offered !== null) hideToast(offered);
  offered = showUndoToast(done, () => void undoAct(batchId));
}
