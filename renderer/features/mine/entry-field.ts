/** An officer's entry for a task and a window as one field that saves itself. MN1–MN4. */

import { contract } from '../../../shared/api/contract/contract.ts';
import type { ProgressView } from '../../../shared/api/contract/plans.ts';
import type { WorkItem } from '../../../shared/api/contract/work.ts';
import { entryOf } from '../../../shared/report/gather.ts';
import { call, Refusal } from '../../data/client.ts';
import { recordOfEntry } from '../../data/records.ts';
import type { FieldAbout, SavedKind, Standing } from '../../data/saver/types.ts';
import { officeDraftKey } from '../../state/drafts.ts';
import { fieldsToSave, formFromText, formOf, textOfForm } from './progress-form.ts';

export type EntryPlace = { taskId: string; windowId: string };

/** Words that stay untouched this long are saved although the field was not left, in case the power goes first. */
const pause = 5000;

const wrongNumber = 'Có ô số chưa đúng nên chưa lưu. Chữ đã gõ vẫn còn.';

export const entryKind: SavedKind = {
  kind: 'progress',
  pause,
  record: ({ record, field }) => recordOfEntry(record, field),
  fault: (text) => {
    const form = formFromText(text);
    if (form === null) return 'Bản nháp của kết quả này không đọc được.';
    return fieldsToSave(form).ok ? null : wrongNumber;
  },
  standingAfter: async (_, refusal) => {
    const now = (refusal.details as { current?: ProgressView } | undefined)?.current;
    return now ? { text: textOfForm(formOf(now)), revision: now.revision } : null;
  },
  send: async ({ record, field }, text, revision) => {
    const form = formFromText(text);
    const fields = form && fieldsToSave(form);
    if (!fields?.ok) throw new Refusal('sai-du-lieu', wrongNumber);
    return call(contract.work.saveProgress, {
      body: { taskId: record, windowId: field, revision, ...fields.value },
    });
  },
};

export function entryField(
  item: Pick<WorkItem, 'id' | 'text' | 'progress' | 'gathered'>,
  windowId: string,
  planId: string,
): { key: string; about: FieldAbout; now: Standing } {
  return {
    key: officeDraftKey('progress', item.id, windowId),
    about: { owners: [`plan/${planId}`], label: `Kết quả việc “${shortened(item.text)}”` },
    now: { text: textOfForm(formOf(entryOf(item))), revision: item.progress?.revision ?? null },
  };
}

const shortened = (text: string): string => (text.length > 50 ? `${text.slice(0, 48).trimEnd()}…` : text);
