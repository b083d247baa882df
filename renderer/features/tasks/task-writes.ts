/**
 * Every change the task screen makes: shown at once, written in turn, read again when the last one has landed.
 * A refusal is answered with the server's sentence; a stale write asks the person, with both texts.
 */
import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { GroupRow, ProgressState, ProgressView, TaskRow, TaskTable } from '../../../shared/api/contract/plans.ts';
import { entryOf } from '../../../shared/report/gather.ts';
import { screenShows } from '../../data/cache.ts';
import { call, Refusal } from '../../data/client.ts';
import { hideToast, showToast, showUndoToast } from '../../ui/toast.tsx';
import {
  type GroupChange,
  patchComponent,
  patchGroup,
  patchProgress,
  patchTask,
  type TaskChange,
  withoutTask,
  withTask,
} from './logic/table-patch.ts';
import type { Component } from './logic/task-index.ts';
import { useTaskScreen } from './screen-state.ts';
import { createWriteQueue } from './write-queue.ts';

/** Null when saved, or when the question about both texts has taken over; else the sentence of the refusal. */
export type Said = string | null;

export type ProgressEntry = { state: ProgressState; doneText: string; lateReason?: string };

export type TaskWrites = {
  changeTask(task: TaskRow, change: TaskChange): Promise<Said>;
  changeGroup(group: GroupRow, change: GroupChange): Promise<Said>;
  renameComponent(component: Component, name: string): Promise<Said>;
  saveProgress(task: TaskRow, windowId: string, entry: ProgressEntry): Promise<Said>;
  /** Answers with the new task's id, or the sentence of the refusal. */
  addTask(groupId: string, text: string, afterTaskId: string | null): Promise<{ id: string } | { refusal: string }>;
  removeTask(task: TaskRow): Promise<Said>;
  undo(batchId?: string): Promise<Said>;
  redo(): Promise<Said>;
};

const queue = createWriteQueue();
/** The tables as they were before the writes under way were shown; put back when one of them was refused. */
let before: [QueryKey, TaskTable | undefined][] | null = null;
let refused = false;
/** The toast whose "Hoàn tác" would have nothing to take back any more once Ctrl+Z did it. */
let offered: string | null = null;

type Write<Answer> = {
  record: string;
  /** The revision the person saw; 0 for a record that does not exist yet. */
  seen: number;
  patch: (table: TaskTable) => TaskTable;
  send: (revision: number) => Promise<Answer>;
  /** The words in question when the write is stale: what was typed, and which field of the server's record it would replace. */
  stale?: { what: string; mine: string; field: string; again: (revision: number) => void };
};

export function useTaskWrites(planId: string): TaskWrites {
  const client = useQueryClient();
  return useMemo(() => {
    const ofTable = {
      predicate: ({ queryKey }: { queryKey: readonly unknown[] }) =>
        queryKey[1] === contract.plans.table.path && (queryKey[2] as { id?: string } | null)?.id === planId,
    };
    const show = (patch: (table: TaskTable) => TaskTable) => {
      if (queue.waiting() === 0) before = client.getQueriesData<TaskTable>(ofTable);
      // An answer that is under way does not know of this change and must not take it off the screen again.
      void client.cancelQueries(ofTable, { revert: false, silent: true });
      client.setQueriesData<TaskTable>(ofTable, (table) => table && patch(table));
    };
    /**
     * After the last write: what was refused leaves the screen even when the program cannot be asked, then everything is read again.
     * Resolves when the outcome is on the screen, so that the keyboard finds its row.
     */
    const settle = async () => {
      if (queue.waiting() === 0) {
        if (refused) for (const [key, table] of before ?? []) client.setQueryData(key, table);
        before = null;
        refused = false;
        void client.invalidateQueries();
      }
      await screenShows();
    };

    async function write<Answer>(given: Write<Answer>): Promise<{ answer: Answer } | { said: Said }> {
      show(given.patch);
      try {
        const answer = await queue.run(() => given.send(queue.newest(given.record, given.seen)));
        const revision = (answer as { revision?: unknown } | null)?.revision;
        if (typeof revision === 'number') queue.wrote(given.record, queue.newest(given.record, given.seen), revision);
        return { answer };
      } catch (error) {
        refused = true;
        if (!(error instanceof Refusal)) throw error;
        if (error.code !== 'da-doi' || !given.stale) return { said: error.message };
        askWhichText(error, given.stale);
        return { said: null };
      } finally {
        await settle();
      }
    }
    const said = (outcome: { answer: unknown } | { said: Said }): Said => ('said' in outcome ? outcome.said : null);

    const changeTask: TaskWrites['changeTask'] = async (task, change) => {
      const field =
        change.text !== undefined
          ? 'text'
          : change.time !== undefined
            ? 'time'
            : change.lead !== undefined
              ? 'lead'
              : null;
      return said(
        await write({
          record: task.id,
          seen: task.revision,
          patch: (table) => patchTask(table, task.id, change),
          send: (revision) =>
            call(contract.plans.changeTask, { params: { id: task.id }, body: { revision, ...change } }),
          stale: {
            what: field === null ? 'Người phụ trách' : fieldWords[field],
            mine: field === null ? 'Người anh/chị vừa chọn' : (change[field] ?? 'theo nhóm'),
            field: field ?? 'assigneeId',
            again: (revision) => void changeTask({ ...task, revision }, change),
          },
        }),
      );
    };
    const changeGroup: TaskWrites['changeGroup'] = async (group, change) => {
      const field = Object.keys(change)[0] as keyof GroupChange;
      return said(
        await write({
          record: group.id,
          seen: group.revision,
          patch: (table) => patchGroup(table, group.id, change),
          send: (revision) =>
            call(contract.plans.changeGroup, { params: { id: group.id }, body: { revision, ...change } }),
          stale: {
            what: `${fieldWords[field]} của nhóm`,
            mine: wordsOf(change[field]),
            field,
            again: (revision) => void changeGroup({ ...group, revision }, change),
          },
        }),
      );
    };
    const renameComponent: TaskWrites['renameComponent'] = async (component, name) =>
      said(
        await write({
          record: component.id,
          seen: component.revision,
          patch: (table) => patchComponent(table, component.id, name),
          send: (revision) =>
            call(contract.plans.changeComponent, { params: { id: component.id }, body: { revision, name } }),
          stale: {
            what: 'Nội dung thành phần',
            mine: name,
            field: 'name',
            again: (revision) => void renameComponent({ ...component, revision }, name),
          },
        }),
      );
    const saveProgress: TaskWrites['saveProgress'] = async (task, windowId, entry) => {
      const before = task.progress;
      const told = entryOf(task);
      const rest = {
        numerator: told?.numerator ?? null,
        denominator: told?.denominator ?? null,
        measure: told?.measure ?? '',
        obstacle: told?.obstacle ?? '',
        proposal: told?.proposal ?? '',
      };
      const shown: ProgressView = {
        ...rest,
        ...entry,
        id: before?.id ?? '',
        taskId: task.id,
        windowId,
        personId: before?.personId ?? null,
        updatedAt: before?.updatedAt ?? 0,
        revision: before?.revision ?? 0,
        lateReason: entry.lateReason || (before?.lateReason ?? ''),
      };
      return said(
        await write({
          record: `${task.id}/${windowId}`,
          seen: before?.revision ?? 0,
          patch: (table) => patchProgress(table, shown),
          send: (revision) =>
            call(contract.work.saveProgress, {
              body: { taskId: task.id, windowId, revision: revision === 0 ? null : revision, ...entry, ...rest },
            }),
          stale: {
            what: 'Kết quả',
            mine: entry.doneText,
            field: 'doneText',
            again: (revision) => void saveProgress({ ...task, progress: { ...shown, revision } }, windowId, entry),
          },
        }),
      );
    };

    return {
      changeTask,
      changeGroup,
      renameComponent,
      saveProgress,
      addTask: async (groupId, text, afterTaskId) => {
        try {
          const { id, revision } = await queue.run(() =>
            call(contract.plans.addTask, { params: { id: groupId }, body: { text, afterTaskId } }),
          );
          show((table) => withTask(table, groupId, { id, revision, text, afterTaskId }));
          return { id };
        } catch (error) {
          if (error instanceof Refusal) return { refusal: error.message };
          throw error;
        } finally {
          void settle();
        }
      },
      removeTask: async (task) => {
        const outcome = await write({
          record: task.id,
          seen: task.revision,
          patch: (table) => withoutTask(table, task.id),
          send: (revision) => call(contract.plans.removeTask, { params: { id: task.id }, query: { revision } }),
        });
        if ('said' in outcome) return outcome.said;
        offered = showUndoToast(
          `Đã bỏ nhiệm vụ “${shortened(task.text)}”.`,
          () => void takeBack(outcome.answer.batchId),
        );
        return null;
      },
      undo: (batchId) => takeBack(batchId ?? null),
      redo: () => inTurn(() => call(contract.office.redo), 'Đã làm lại'),
    };

    async function inTurn(act: () => Promise<{ label: string }>, words: string): Promise<Said> {
      try {
        const { label } = await queue.run(act);
        showToast(`${words}: ${label}.`);
        return null;
      } catch (error) {
        if (error instanceof Refusal) return error.message;
        throw error;
      } finally {
        await settle();
      }
    }

    function takeBack(batchId: string | null): Promise<Said> {
      if (offered !== null) hideToast(offered);
      offered = null;
      return inTurn(() => call(contract.office.undo, { body: { batchId } }), 'Đã hoàn tác');
    }
  }, [client, planId]);
}

const fieldWords = {
  text: 'Nhiệm vụ',
  lead: 'Chủ trì',
  time: 'Thời gian',
  results: 'Kết quả cần có',
  executors: 'Đơn vị thực hiện',
  note: 'Ghi chú',
} as const;

const wordsOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.join('\n');
  return typeof value === 'string' ? value : '';
};

/** The refusal of a stale write carries the record as it is now; the person sees both texts and decides. */
function askWhichText(refusal: Refusal, stale: NonNullable<Write<unknown>['stale']>): void {
  const current = (refusal.details as { current?: Record<string, unknown> } | undefined)?.current ?? {};
  const revision = typeof current.revision === 'number' ? current.revision : 0;
  useTaskScreen.getState().ask({
    what: stale.what,
    mine: stale.mine,
    theirs: stale.field === 'assigneeId' ? 'Nhiệm vụ này vừa được sửa ở cửa sổ khác' : wordsOf(current[stale.field]),
    saveMine: () => stale.again(revision),
  });
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text);
