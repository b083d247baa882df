/** A change shown in the table before the server has answered. Pure: a new table, only the touched records are new. */
import type { GroupRow, ProgressView, TaskRow, TaskTable } from '../../../../shared/api/contract/plans.ts';

export type TaskChange = {
  text?: string;
  /** null gives the field back to the group. */
  lead?: string | null;
  time?: string | null;
  assigneeId?: string | null;
};
export type GroupChange = Partial<Pick<GroupRow, 'results' | 'lead' | 'executors' | 'time' | 'note'>>;

const replace = <T extends { id: string }>(records: readonly T[], id: string, change: (record: T) => T): T[] =>
  records.map((record) => (record.id === id ? change(record) : record));

export function patchTask(table: TaskTable, taskId: string, change: TaskChange): TaskTable {
  const groups = new Map(table.groups.map((group) => [group.id, group]));
  return {
    ...table,
    tasks: replace(table.tasks, taskId, (task) => changedTask(task, groups.get(task.groupId), change)),
  };
}

function changedTask(task: TaskRow, group: GroupRow | undefined, change: TaskChange): TaskRow {
  const changed = { ...task };
  if (change.text !== undefined) changed.text = change.text;
  if (change.lead !== undefined) {
    changed.leadOverride = change.lead;
    changed.lead = change.lead ?? group?.lead ?? '';
  }
  if (change.time !== undefined) {
    changed.timeOverride = change.time;
    changed.time = change.time ?? group?.time ?? '';
  }
  if (change.assigneeId !== undefined) {
    changed.assigneeId = change.assigneeId;
    if (change.assigneeId !== null) changed.personIds = [change.assigneeId];
  }
  return changed;
}

/** A change of the group reaches every task that follows it. */
export function patchGroup(table: TaskTable, groupId: string, change: GroupChange): TaskTable {
  return {
    ...table,
    groups: replace(table.groups, groupId, (group) => ({ ...group, ...change })),
    tasks:
      change.lead === undefined && change.time === undefined
        ? table.tasks
        : table.tasks.map((task) =>
            task.groupId === groupId
              ? {
                  ...task,
                  lead: task.leadOverride ?? change.lead ?? task.lead,
                  time: task.timeOverride ?? change.time ?? task.time,
                }
              : task,
          ),
  };
}

export function patchComponent(table: TaskTable, componentId: string, name: string): TaskTable {
  return { ...table, components: replace(table.components, componentId, (component) => ({ ...component, name })) };
}

export function patchProgress(table: TaskTable, progress: ProgressView): TaskTable {
  if (table.windowId !== progress.windowId) return table;
  return { ...table, tasks: replace(table.tasks, progress.taskId, (task) => ({ ...task, progress })) };
}

export function withoutTask(table: TaskTable, taskId: string): TaskTable {
  return {
    ...table,
    tasks: table.tasks.filter((task) => task.id !== taskId),
    groups: table.groups.map((group) =>
      group.taskIds.includes(taskId) ? { ...group, taskIds: group.taskIds.filter((id) => id !== taskId) } : group,
    ),
  };
}

/** A task the server has just made, below its neighbour; it follows its group in everything. */
export function withTask(
  table: TaskTable,
  groupId: string,
  added: { id: string; revision: number; text: string; afterTaskId: string | null },
): TaskTable {
  const group = table.groups.find((each) => each.id === groupId);
  if (!group) return table;
  const neighbour = table.tasks.find((task) => task.groupId === groupId && task.leadOverride === null);
  const task: TaskRow = {
    id: added.id,
    groupId,
    text: added.text,
    lead: group.lead,
    leadOverride: null,
    leadPostIds: neighbour?.leadPostIds ?? [],
    time: group.time,
    timeOverride: null,
    assigneeId: null,
    personIds: neighbour?.assigneeId === null ? neighbour.personIds : [],
    revision: added.revision,
    progress: null,
    gathered: null,
    evidenceCount: 0,
    due: neighbour?.time === group.time ? neighbour.due : null,
  };
  const after = group.taskIds.indexOf(added.afterTaskId ?? '');
  const taskIds = [...group.taskIds];
  taskIds.splice(after < 0 ? taskIds.length : after + 1, 0, added.id);
  return {
    ...table,
    tasks: [...table.tasks, task],
    groups: replace(table.groups, groupId, (each) => ({ ...each, taskIds })),
  };
}
