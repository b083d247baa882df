/** What a superior's plan says otherwise than the version it replaces. A task is the same task where its id is (BN80). */
import type { SuperiorTask } from './tasks.ts';

export const changedFields = ['text', 'results', 'lead', 'time', 'place'] as const;
export type ChangedField = (typeof changedFields)[number];

export type TaskChange = {
  readonly id: string;
  readonly kind: 'moi' | 'doi' | 'bo';
  /** As it stands now; as it stood for one that is gone. */
  readonly text: string;
  /** As it stood, where the words changed. */
  readonly before: string | null;
  readonly fields: ChangedField[];
};

const said: Record<ChangedField, (task: SuperiorTask) => string> = {
  text: ({ text }) => text,
  results: ({ results }) => results.join('\n'),
  lead: ({ lead }) => lead,
  time: ({ time }) => time,
  place: ({ area, component }) => `${area}\n${component}`,
};

/** New and changed tasks in the new plan's order, then the gone ones in the old one's. */
export function planChanges(before: readonly SuperiorTask[], after: readonly SuperiorTask[]): TaskChange[] {
  const old = new Map(before.map((task) => [task.id, task]));
  const kept = new Set(after.map(({ id }) => id));
  const changes = after.flatMap((task): TaskChange[] => {
    const known = old.get(task.id);
    if (!known) return [{ id: task.id, kind: 'moi', text: task.text, before: null, fields: [] }];
    const fields = changedFields.filter((field) => said[field](known) !== said[field](task));
    if (fields.length === 0) return [];
    const earlier = fields.includes('text') ? known.text : null;
    return [{ id: task.id, kind: 'doi', text: task.text, before: earlier, fields }];
  });
  const gone = before.filter(({ id }) => !kept.has(id));
  return [...changes, ...gone.map(({ id, text }) => ({ id, kind: 'bo' as const, text, before: null, fields: [] }))];
}
