/** The changes of words in the task table: of a task, of what a group shares, of a component, and a task that is new. */

import { contract } from '../../../../shared/api/contract/contract.ts';
import type { GroupRow, TaskRow } from '../../../../shared/api/contract/plans.ts';
import { call, Refusal } from '../../../data/client.ts';
import { saver } from '../../../data/saver/saving.ts';
import {
  type GroupChange,
  patchComponent,
  patchGroup,
  patchTask,
  type TaskChange,
  withTask,
} from '../logic/table-patch.ts';
import type { Component } from '../logic/task-index.ts';
import { lineOfTable, type ShownChanges } from './shown-changes.ts';
import { recordOfGroup, recordOfTask, shortened, wordsOf } from './table-fields.ts';
import { type Said, saidOf, type TableWriter } from './table-writer.ts';

const fieldWords = {
  text: 'Nhiệm vụ',
  lead: 'Chủ trì',
  time: 'Thời gian',
  results: 'Kết quả cần có',
  executors: 'Đơn vị thực hiện',
  note: 'Ghi chú',
} as const;

export type ChangeTask = (task: TaskRow, change: TaskChange, draft?: string) => Promise<Said>;

export function taskChanger(write: TableWriter): ChangeTask {
  const changeTask: ChangeTask = async (task, change, draft) => {
    const field = (['text', 'time', 'lead'] as const).find((name) => change[name] !== undefined) ?? null;
    const before = {
      ...(change.text === undefined ? {} : { text: task.text }),
      ...(change.lead === undefined ? {} : { lead: task.leadOverride }),
      ...(change.time === undefined ? {} : { time: task.timeOverride }),
      ...(change.assigneeId === undefined ? {} : { assigneeId: task.assigneeId }),
    };
    return saidOf(
      await write({
        record: recordOfTask(task.id),
        seen: task.revision,
        label: `Nhiệm vụ “${shortened(task.text)}”`,
        patch: (table) => patchTask(table, task.id, change),
        send: (revision) =>
          call(contract.plans.changeTask, {
            params: { id: task.id },
            body: { revision: revision ?? task.revision, ...change },
          }),
        draft,
        before,
        stale: {
          what: field === null ? 'Người phụ trách' : fieldWords[field],
          mine: field === null ? 'Người anh/chị vừa chọn' : (change[field] ?? 'theo nhóm'),
          field: field ?? 'assigneeId',
          again: (revision) => void changeTask({ ...task, revision }, change, draft),
        },
      }),
    );
  };
  return changeTask;
}

export type ChangeGroup = (group: GroupRow, change: GroupChange) => Promise<Said>;

export function groupChanger(write: TableWriter): ChangeGroup {
  const changeGroup: ChangeGroup = async (group, change) => {
    const field = Object.keys(change)[0] as keyof GroupChange;
    return saidOf(
      await write({
        record: recordOfGroup(group.id),
        seen: group.revision,
        label: `${fieldWords[field]} của nhóm`,
        patch: (table) => patchGroup(table, group.id, change),
        send: (revision) =>
          call(contract.plans.changeGroup, {
            params: { id: group.id },
            body: { revision: revision ?? group.revision, ...change },
          }),
        before: Object.fromEntries(Object.keys(change).map((name) => [name, group[name as keyof GroupChange]])),
        stale: {
          what: `${fieldWords[field]} của nhóm`,
          mine: wordsOf(change[field]),
          field,
          again: (revision) => void changeGroup({ ...group, revision }, change),
        },
      }),
    );
  };
  return changeGroup;
}

export type RenameComponent = (component: Component, name: string) => Promise<Said>;

export function componentRenamer(write: TableWriter): RenameComponent {
  const rename: RenameComponent = async (component, name) =>
    saidOf(
      await write({
        record: `component/${component.id}`,
        seen: component.revision,
        label: 'Nội dung thành phần',
        patch: (table) => patchComponent(table, component.id, name),
        send: (revision) =>
          call(contract.plans.changeComponent, {
            params: { id: component.id },
            body: { revision: revision ?? component.revision, name },
          }),
        before: { name: component.name },
        stale: {
          what: 'Nội dung thành phần',
          mine: name,
          field: 'name',
          again: (revision) => void rename({ ...component, revision }, name),
        },
      }),
    );
  return rename;
}

/** Answers with the new task's id, or the sentence of the refusal. */
export type AddTask = (
  groupId: string,
  text: string,
  afterTaskId: string | null,
  draft?: string,
) => Promise<{ id: string } | { refusal: string }>;

/** A new task is shown by the server's answer only: it is the server that names it. */
export function taskAdder(planId: string, shown: ShownChanges): AddTask {
  return async (groupId, text, afterTaskId, draft) => {
    try {
      const { id, revision } = await saver.act({
        record: `tasks-of-group/${groupId}`,
        line: lineOfTable(planId),
        seen: null,
        owners: [`plan/${planId}`],
        label: `Nhiệm vụ mới “${shortened(text)}”`,
        draft,
        send: () => call(contract.plans.addTask, { params: { id: groupId }, body: { text, afterTaskId } }),
      });
      shown.show((table) => withTask(table, groupId, { id, revision, text, afterTaskId }));
      return { id };
    } catch (error) {
      if (error instanceof Refusal) return { refusal: error.message };
      throw error;
    } finally {
      void shown.landed();
    }
  };
}
