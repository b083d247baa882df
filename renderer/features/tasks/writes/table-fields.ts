/** Words of the task table that save themselves: the text of a task, and what a group shares. Also where their screen is closed. */

import { contract } from '../../../../shared/api/contract/contract.ts';
import type { GroupRow, TaskRow } from '../../../../shared/api/contract/plans.ts';
import { call, type Refusal } from '../../../data/client.ts';
import type { FieldAbout, SavedKind, Standing } from '../../../data/saver/types.ts';
import { type DraftPlace, officeDraftKey } from '../../../state/drafts.ts';
import type { GroupChange } from '../logic/table-patch.ts';

export const recordOfTask = (taskId: string): string => `task/${taskId}`;
export const recordOfGroup = (groupId: string): string => `group/${groupId}`;

export const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text);

/** The record as it is now, which a refusal as stale carries. */
export const currentOf = (refusal: Refusal): Record<string, unknown> =>
  (refusal.details as { current?: Record<string, unknown> } | undefined)?.current ?? {};

export const wordsOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.join('\n');
  return typeof value === 'string' ? value : '';
};

async function standingAfter({ field }: DraftPlace, refusal: Refusal): Promise<Standing | null> {
  const now = currentOf(refusal);
  return typeof now.revision === 'number' ? { text: wordsOf(now[field]), revision: now.revision } : null;
}

const noTaskText = 'Nhiệm vụ không để trống.';

export const taskKind: SavedKind = {
  kind: 'task',
  pause: null,
  record: ({ record }) => recordOfTask(record),
  fault: (text) => (text.trim() === '' ? noTaskText : null),
  saved: (text) => text.trim(),
  standingAfter,
  send: ({ record }, text, revision) =>
    call(contract.plans.changeTask, { params: { id: record }, body: { revision: revision ?? 1, text: text.trim() } }),
};

export type GroupField = 'results' | 'lead' | 'executors' | 'time' | 'note';
export const isList = (field: GroupField) => field === 'results' || field === 'executors';

export const textOfGroup = (group: Pick<GroupRow, GroupField>, field: GroupField): string => wordsOf(group[field]);

/** What typed words make of a field: a list has one entry a line, a line no line ends. */
export function changeOfGroup(field: GroupField, text: string): GroupChange {
  if (!isList(field)) return { [field]: field === 'note' ? text.trimEnd() : text.replace(/\s+/g, ' ').trim() };
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return { [field]: lines };
}

export const groupKind: SavedKind = {
  kind: 'group',
  pause: null,
  record: ({ record }) => recordOfGroup(record),
  standingAfter,
  send: ({ record, field }, text, revision) =>
    call(contract.plans.changeGroup, {
      params: { id: record },
      body: { revision: revision ?? 1, ...changeOfGroup(field as GroupField, text) },
    }),
};

type PlaceOfField = { key: string; about: FieldAbout; now: Standing };

export const taskField = (task: TaskRow, planId: string): PlaceOfField => ({
  key: officeDraftKey('task', task.id, 'text'),
  about: { owners: [`plan/${planId}`], label: `Nhiệm vụ “${shortened(task.text)}”` },
  now: { text: task.text, revision: task.revision },
});

export const groupField = (group: GroupRow, field: GroupField, label: string, planId: string): PlaceOfField => ({
  key: officeDraftKey('group', group.id, field),
  about: { owners: [`plan/${planId}`], label },
  now: { text: textOfGroup(group, field), revision: group.revision },
});
