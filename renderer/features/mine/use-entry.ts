/** The entry in sight: the words of the draft where there is one, else the saved ones, and the ways to change and save it. */
import { useEffect, useRef } from 'react';
import type { WorkItem } from '../../../shared/api/contract/work.ts';
import { entryOf } from '../../../shared/report/gather.ts';
import { formOf, type ProgressForm, sameForm } from './progress-form.ts';
import { dropDraft, keepDraft, type SaveStatus, saveDraft, useEntryDraft, useSaveStatus } from './progress-saver.ts';

/** Words that stay untouched this long are saved although the field was not left, in case the power goes first. */
const pause = 5000;

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

export function useEntry(item: WorkItem, windowId: string): Entry {
  const place = { taskId: item.id, windowId };
  const draft = useEntryDraft(place);
  const status = useSaveStatus(place);
  const saved = formOf(entryOf(item));
  const revision = item.progress?.revision ?? null;
  const form = draft?.form ?? saved;
  const unsaved = draft !== null && !sameForm(draft.form, saved);

  const change = (patch: Partial<ProgressForm>) => {
    const next = { ...form, ...patch };
    if (sameForm(next, form)) return;
    // While a save is under way the words on their way will stand there, so what equals the saved ones is a change like any other.
    const onItsWay = status.state === 'saving';
    if (!onItsWay && sameForm(next, saved) && (draft === null || draft.base === revision)) dropDraft(place);
    else keepDraft(place, { form: next, base: draft ? draft.base : revision });
  };
  /** In a conflict only the person's own choice writes again. */
  const save = () => {
    if (status.state !== 'conflict') void saveDraft(place);
  };

  useSaveWhenQuiet(draft === null ? null : JSON.stringify(draft.form), status, save);
  return {
    form,
    saved,
    savedAt: item.progress?.updatedAt ?? null,
    unsaved,
    status,
    change,
    save,
    changeNow: (patch) => {
      change(patch);
      save();
    },
    keepMine: () => {
      keepDraft(place, { form, base: revision });
      void saveDraft(place);
    },
    takeSaved: () => dropDraft(place),
  };
}

/** Saves after a pause in typing, and when the task leaves the screen. A refused or disputed entry waits for the person. */
function useSaveWhenQuiet(typed: string | null, { state }: SaveStatus, save: () => void) {
  const now = useRef({ typed, state, save });
  now.current = { typed, state, save };
  useEffect(() => {
    if (typed === null || state === 'refused' || state === 'conflict') return;
    const timer = setTimeout(() => now.current.save(), pause);
    return () => clearTimeout(timer);
  }, [typed, state]);
  useEffect(
    () => () => {
      if (now.current.typed !== null && now.current.state !== 'conflict') now.current.save();
    },
    [],
  );
}
