/**
 * Keeps what an officer types: a draft the moment a key is pressed, the server's acknowledgement as soon as the field is left.
 * Writes of one entry go one after the other, each over the revision the one before it made.
 */
import { create } from 'zustand';
import { contract } from '../../../shared/api/contract/contract.ts';
import { problems } from '../../../shared/api/problems.ts';
import { readAgain } from '../../data/cache.ts';
import { call, Refusal } from '../../data/client.ts';
import { useDrafts } from '../../state/drafts.ts';
import { useSession } from '../../state/session.ts';
import { draftFromText, draftToText, fieldsToSave, type ProgressDraft, sameForm } from './progress-form.ts';

export type EntryPlace = { taskId: string; windowId: string };

/** `conflict`: somebody else saved this entry meanwhile; both versions are to be shown. */
export type SaveStatus =
  | { state: 'quiet' }
  | { state: 'saving' }
  | { state: 'saved' }
  | { state: 'refused'; sentence: string }
  | { state: 'conflict'; sentence: string };

const quiet: SaveStatus = { state: 'quiet' };
const useStatuses = create<{ statuses: Record<string, SaveStatus> }>()(() => ({ statuses: {} }));

const draftKey = ({ taskId, windowId }: EntryPlace): string =>
  `office:${useSession.getState().profileId ?? 'chinh'}/progress/${taskId}/${windowId}`;

export function useEntryDraft(place: EntryPlace): ProgressDraft | null {
  const text = useDrafts((state) => state.drafts[draftKey(place)]?.text);
  return draftFromText(text);
}

export const useSaveStatus = (place: EntryPlace): SaveStatus =>
  useStatuses((state) => state.statuses[draftKey(place)] ?? quiet);

const draftNow = (key: string): ProgressDraft | null => draftFromText(useDrafts.getState().drafts[key]?.text);
const setStatus = (key: string, status: SaveStatus) =>
  useStatuses.setState(({ statuses }) => ({ statuses: { ...statuses, [key]: status } }));

export function keepDraft(place: EntryPlace, draft: ProgressDraft): void {
  useDrafts.getState().put(draftKey(place), draftToText(draft));
}

/** Gives the typed words up; what the server has stays. */
export function dropDraft(place: EntryPlace): void {
  const key = draftKey(place);
  useDrafts.getState().drop(key);
  setStatus(key, quiet);
}

const queues = new Map<string, Promise<void>>();

/** Saves the draft of an entry if there is one. Resolves when it was acknowledged or refused; a refusal leaves the draft. */
export function saveDraft(place: EntryPlace): Promise<void> {
  const key = draftKey(place);
  const next = (queues.get(key) ?? Promise.resolve()).then(() => saveOnce(key, place));
  queues.set(key, next);
  return next;
}

async function saveOnce(key: string, { taskId, windowId }: EntryPlace): Promise<void> {
  const draft = draftNow(key);
  if (!draft) return;
  const fields = fieldsToSave(draft.form);
  if (!fields.ok)
    return setStatus(key, { state: 'refused', sentence: 'Có ô số chưa đúng nên chưa lưu. Chữ đã gõ vẫn còn.' });
  setStatus(key, { state: 'saving' });
  try {
    const answer = await call(contract.work.saveProgress, {
      body: { taskId, windowId, revision: draft.base, ...fields.value },
    });
    const typedMeanwhile = draftNow(key);
    if (typedMeanwhile)
      useDrafts.getState().put(key, draftToText({ form: typedMeanwhile.form, base: answer.revision }));
    // The draft stays on screen until the saved words have been read back, so that nothing flickers.
    await readAgain();
    const now = draftNow(key);
    if (now && sameForm(now.form, draft.form)) useDrafts.getState().drop(key);
    setStatus(key, { state: 'saved' });
  } catch (error) {
    const conflict = error instanceof Refusal && error.code === 'da-doi';
    const sentence = error instanceof Refusal ? error.message : problems['loi-chuong-trinh'].message;
    if (conflict) await readAgain();
    setStatus(key, { state: conflict ? 'conflict' : 'refused', sentence });
  }
}
