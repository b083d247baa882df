/** Ctrl+Z and Ctrl+Y where no screen takes them: the server takes back (or brings back) the acting person's last act. */
import { contract } from '../../shared/api/contract/contract.ts';
import { readAgain } from '../data/cache.ts';
import { call, Refusal } from '../data/client.ts';
import { useUndoKeys } from '../state/undo.ts';
import { showProblemToast, showToast } from '../ui/toast.tsx';

export function useUndoOfOffice(): void {
  useUndoKeys({
    undo: () => inTurn(() => call(contract.office.undo, { body: { batchId: null } }), 'Đã hoàn tác'),
    redo: () => inTurn(() => call(contract.office.redo), 'Đã làm lại'),
  });
}

/** A held key sends many: each waits for the one before, so acts come back in their order. */
let last: Promise<void> = Promise.resolve();

function inTurn(act: () => Promise<{ label: string }>, done: string): void {
  const now = last.then(async () => {
    try {
      const { label } = await act();
      showToast(`${done}: ${label}`);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      showProblemToast(error.message);
    } finally {
      await readAgain();
    }
  });
  // A defect is reported as one, and the next key press still gets its turn.
  last = now.catch(reportError);
}
