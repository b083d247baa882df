/** The quick entry of a task's result in the table: state and words, over what else is known of it. */

import { contract } from '../../../../shared/api/contract/contract.ts';
import type { ProgressState, ProgressView, TaskRow } from '../../../../shared/api/contract/plans.ts';
import { entryOf } from '../../../../shared/report/gather.ts';
import { call } from '../../../data/client.ts';
import { recordOfEntry } from '../../../data/records.ts';
import { patchProgress } from '../logic/table-patch.ts';
import { shortened } from './table-fields.ts';
import { type Said, saidOf, type TableWriter } from './table-writer.ts';

export type ProgressEntry = { state: ProgressState; doneText: string; lateReason?: string };

export type SaveProgress = (task: TaskRow, windowId: string, entry: ProgressEntry, draft?: string) => Promise<Said>;

export function progressWrite(write: TableWriter): SaveProgress {
  const saveProgress: SaveProgress = async (task, windowId, entry, draft) => {
    const rest = restOf(task);
    const shown = shownEntry(task, windowId, { ...rest, ...entry });
    return saidOf(
      await write({
        record: recordOfEntry(task.id, windowId),
        seen: task.progress?.revision ?? null,
        label: `Kết quả việc “${shortened(task.text)}”`,
        patch: (table) => patchProgress(table, shown),
        send: (revision) =>
          call(contract.work.saveProgress, { body: { taskId: task.id, windowId, revision, ...entry, ...rest } }),
        draft,
        stale: {
          what: 'Kết quả',
          mine: entry.doneText,
          field: 'doneText',
          again: (revision) => void saveProgress({ ...task, progress: { ...shown, revision } }, windowId, entry, draft),
        },
      }),
    );
  };
  return saveProgress;
}

/** Numbers and remarks have a screen of their own; here they stay as they are. */
function restOf(task: TaskRow) {
  const told = entryOf(task);
  return {
    numerator: told?.numerator ?? null,
    denominator: told?.denominator ?? null,
    measure: told?.measure ?? '',
    obstacle: told?.obstacle ?? '',
    proposal: told?.proposal ?? '',
  };
}

function shownEntry(
  { id, progress }: TaskRow,
  windowId: string,
  entry: ReturnType<typeof restOf> & ProgressEntry,
): ProgressView {
  return {
    ...entry,
    id: progress?.id ?? '',
    taskId: id,
    windowId,
    personId: progress?.personId ?? null,
    updatedAt: progress?.updatedAt ?? 0,
    revision: progress?.revision ?? 0,
    lateReason: entry.lateReason || (progress?.lateReason ?? ''),
  };
}
