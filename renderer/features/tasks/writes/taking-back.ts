/** Undo and redo of the task table. */
import { contract } from '../../../../shared/api/contract/contract.ts';
import { call, Refusal } from '../../../data/client.ts';
import { saver } from '../../../data/saver/saving.ts';
import { hideToast, showToast, showUndoToast } from '../../../ui/toast.tsx';
import { lineOfTable, type ShownChanges } from './shown-changes.ts';
import type { Said } from './table-writer.ts';

/** Undo and redo, in the order of the keys and behind every write of this table. */
export function takingBack(planId: string, shown: ShownChanges) {
  /** The toast whose "Hoàn tác" would have nothing to take back any more once Ctrl+Z did it. */
  let offered: string | null = null;
  const inTurn = async (act: () => Promise<{ label: string }>, words: string): Promise<Said> => {
    // What is on its way is an act before this one.
    await saver.settleScreen();
    const place = { record: lineOfTable(planId), seen: 0, owners: [`plan/${planId}`], label: words };
    try {
      const { label } = await saver.act({ ...place, send: act });
      showToast(`${words}: ${label}.`);
      return null;
    } catch (error) {
      if (error instanceof Refusal) return error.message;
      throw error;
    } finally {
      await shown.landed();
    }
  };
  const undo = (batchId?: string): Promise<Said> => {
    if (offered !== null) hideToast(offered);
    offered = null;
    return inTurn(() => call(contract.office.undo, { body: { batchId: batchId ?? null } }), 'Đã hoàn tác');
  };
  return {
    undo,
    redo: () => inTurn(() => call(contract.office.redo), 'Đã làm lại'),
    offer: (done: string, batchId: string) => {
      offered = showUndoToast(done, () => void undo(batchId));
    },
  };
}
