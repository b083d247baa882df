/** After a write: say what was done, with the way back beside it. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { contract } from '../../shared/api/contract.ts';
import { call, Refusal } from '../data/client.ts';
import { hideToast, showProblemToast, showToast, showUndoToast } from '../ui/toast.tsx';

/** Only the newest act is offered: older ones are behind Ctrl+Z, and a pile of toasts would cover the screen. */
let shown: string | null = null;

/** `told("Đã đổi tên bộ phận.", batchId)`; a null batch takes back whatever was done last. */
export function useUndoable(): (words: string, batchId: string | null) => void {
  const client = useQueryClient();
  return useCallback(
    (words, batchId) => {
      if (shown !== null) hideToast(shown);
      shown = showUndoToast(words, () => {
        call(contract.office.undo, { body: { batchId } })
          .then(({ label }) => showToast(`Đã hoàn tác: ${label}.`), showRefusal)
          .finally(() => client.invalidateQueries());
      });
    },
    [client],
  );
}

/** A refusal has its own sentence; anything else is a defect and belongs to the screen's net. */
export function showRefusal(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
  showProblemToast(error.message);
}
