/**
 * Every change the task screen makes: shown at once, written in turn by the saver, read again when the last one has landed.
 * A refusal is answered with the server's sentence; a stale write asks the person, with both texts.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { contract } from '../../../../shared/api/contract/contract.ts';
import type { TaskRow } from '../../../../shared/api/contract/plans.ts';
import { call } from '../../../data/client.ts';
import { withoutTask } from '../logic/table-patch.ts';
import { progressWrite, type SaveProgress } from './progress-write.ts';
import { shownChanges } from './shown-changes.ts';
import { recordOfTask, shortened } from './table-fields.ts';
import { type Said, tableWriter } from './table-writer.ts';
import { takingBack } from './taking-back.ts';
import {
  type AddTask,
  type ChangeGroup,
  type ChangeTask,
  componentRenamer,
  groupChanger,
  type RenameComponent,
  taskAdder,
  taskChanger,
} from './task-changes.ts';

/** Where a write takes a `draft`, that is the key of the words it sends; they are forgotten with its acknowledgement. */
export type TaskWrites = {
  changeTask: ChangeTask;
  changeGroup: ChangeGroup;
  renameComponent: RenameComponent;
  saveProgress: SaveProgress;
  addTask: AddTask;
  removeTask(task: TaskRow): Promise<Said>;
  undo(batchId?: string): Promise<Said>;
  redo(): Promise<Said>;
};

export function useTaskWrites(planId: string): TaskWrites {
  const client = useQueryClient();
  return useMemo(() => {
    const shown = shownChanges(client, planId);
    const write = tableWriter(planId, shown);
    const taken = takingBack(planId, shown);
    return {
      changeTask: taskChanger(write),
      changeGroup: groupChanger(write),
      renameComponent: componentRenamer(write),
      saveProgress: progressWrite(write),
      addTask: taskAdder(planId, shown),
      removeTask: async (task) => {
        const outcome = await write({
          record: recordOfTask(task.id),
          seen: task.revision,
          label: `Bỏ nhiệm vụ “${shortened(task.text)}”`,
          patch: (table) => withoutTask(table, task.id),
          send: (revision) =>
            call(contract.plans.removeTask, {
              params: { id: task.id },
              query: { revision: revision ?? task.revision },
            }),
        });
        if ('said' in outcome) return outcome.said;
        taken.offer(`Đã bỏ nhiệm vụ “${shortened(task.text)}”.`, outcome.answer.batchId);
        return null;
      },
      undo: taken.undo,
      redo: taken.redo,
    };
  }, [client, planId]);
}
