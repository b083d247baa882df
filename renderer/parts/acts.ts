/** A write started by a button: the way back in a toast when it was done, the server's own sentence when it was refused. */
import { contract } from '../../shared/api/contract.ts';
import { queryClient } from '../data/cache.ts';
import { call, Refusal } from '../data/client.ts';
import { showProblemToast, showToast, showUndoToast } from '../ui/toast.tsx';

/** Takes one act back; what changed since then is left alone and said so. */
export async function undoAct(batchId: string): Promise<void> {
  const answer = await attempt(() => call(contract.office.undo, { body: { batchId } }));
  if (answer) showToast(`Đã hoàn tác: ${answer.label}`);
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
    await queryClient.invalidateQueries();
  }
}

/** As `attempt`, with `done` and "Hoàn tác" in a toast. */
export async function attemptWithUndo<Answer extends { batchId: string }>(
  done: string,
  write: () => Promise<Answer>,
): Promise<Answer | null> {
  const answer = await attempt(write);
  if (answer) showUndoToast(done, () => void undoAct(answer.batchId));
  return answer;
}
