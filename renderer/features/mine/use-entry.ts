/** The entry in sight: the words of the draft where there is one, else the saved ones, and the ways to change and save it. */
import type { WorkItem } from '../../../shared/api/contract/work.ts';
import { entryOf } from '../../../shared/report/gather.ts';
import { useSavedField } from '../../data/saver/saving.ts';
import type { SaveStatus } from '../../data/saver/types.ts';
import { draftNow } from '../../state/drafts.ts';
import { entryField } from './entry-field.ts';
import { formFromText, formOf, type ProgressForm, sameForm, textOfForm } from './progress-form.ts';

export type Entry = {
  form: ProgressForm;
  /** What the server has, for comparing. */
  saved: ProgressForm;
  savedAt: number | null;
  unsaved: boolean;
  status: SaveStatus;
  change: (patch: Partial<ProgressForm>) => void;
  save: () => void;
  /** Changes and saves at once, for a choice that is not typed. */
  changeNow: (patch: Partial<ProgressForm>) => void;
  /** After a conflict: puts these words over what the server has now. */
  keepMine: () => void;
  takeSaved: () => void;
};

export function useEntry(item: WorkItem, windowId: string, planId: string): Entry {
  const { key, about, now } = entryField(item, windowId, planId);
  const field = useSavedField(key, about, now);
  const saved = formOf(entryOf(item));
  const form = formFromText(field.text) ?? saved;
  const change = (patch: Partial<ProgressForm>) => {
    // What was typed in this very turn is in the draft before it is on the screen.
    const typed = formFromText(draftNow(key)?.text ?? '') ?? saved;
    field.type(textOfForm({ ...typed, ...patch }));
  };
  const save = () => void field.save();
  return {
    form,
    saved,
    savedAt: item.progress?.updatedAt ?? null,
    unsaved: field.unsaved && !sameForm(form, saved),
    status: field.status,
    change,
    save,
    changeNow: (patch) => {
      change(patch);
      save();
    },
    keepMine: field.keepMine,
    takeSaved: field.takeSaved,
  };
}
