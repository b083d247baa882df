/** Fields that save themselves: typed into, left, disputed, opened again with words of an earlier visit. */
import { placeOfKey } from '../../state/drafts.ts';
import { quiet, type SaverCore, saved } from './core.ts';
import { sendWords } from './send-words.ts';
import type { FieldAbout, SaveStatus, Standing } from './types.ts';

export function fieldSaving(core: SaverCore) {
  const { world, queue, sending, open, tell, statusOf, kindOfKey } = core;
  const { drafts } = world;
  const timers = new Map<string, () => void>();

  const stopTimer = (key: string): void => {
    timers.get(key)?.();
    timers.delete(key);
  };

  /** In case the field is never left and the power goes first. */
  const saveAfterPause = (key: string): void => {
    stopTimer(key);
    const pause = kindOfKey(key)?.pause ?? null;
    if (pause === null || statusOf(key).state === 'conflict') return;
    const stop = world.later(() => void save(key), pause);
    timers.set(key, stop);
  };

  /** Gives the typed words up; what the server has stays. */
  const forget = (key: string): void => {
    stopTimer(key);
    drafts.drop(key);
    tell(key, quiet);
  };

  /** Keeps typed words. What equals the saved ones needs no keeping, unless other words are on their way there. */
  const type = (key: string, text: string, about: FieldAbout, now: Standing): void => {
    const before = drafts.at(key);
    if (text === before?.text) return;
    if (!sending.has(key) && now.text === text) {
      forget(key);
      return;
    }
    drafts.put(key, text, { ...about, over: before?.over ?? { text: now.text, revision: now.revision } });
    const { state } = statusOf(key);
    if (state === 'saved' || state === 'refused') tell(key, quiet);
    saveAfterPause(key);
  };

  /** Sends the words of a field, if there are any. In a conflict only `keepMine` writes again. Never throws. */
  const save = (key: string): Promise<SaveStatus> => {
    stopTimer(key);
    const [place, kind, onItsWay] = [placeOfKey(key), kindOfKey(key), sending.get(key)];
    const text = drafts.at(key)?.text;
    if (!place || !kind || text === undefined) return onItsWay?.outcome ?? Promise.resolve(saved);
    if (statusOf(key).state === 'conflict') return Promise.resolve(statusOf(key));
    if (onItsWay?.text === text) return onItsWay.outcome;
    const outcome = queue.run(kind.record(place), () => sendWords(core, place, kind));
    const mine = { text, outcome };
    sending.set(key, mine);
    void outcome.finally(() => sending.get(key) === mine && sending.delete(key));
    return outcome;
  };

  /** After a conflict: these words over what stands there now. */
  const keepMine = (key: string, over: Standing): Promise<SaveStatus> => {
    drafts.rebase(key, { text: over.text, revision: over.revision });
    tell(key, quiet);
    return save(key);
  };

  /** Words of an earlier window learn whose they are and what they stand over; what was changed since is a conflict at once. */
  const adopt = (key: string, about: FieldAbout, now: Standing): void => {
    const draft = drafts.at(key);
    if (!draft || sending.has(key)) return;
    const over = draft.over ?? { text: now.text, revision: now.revision };
    const seenNothing = over.revision === null && now.revision !== null;
    const same = seenNothing && over.text === now.text;
    drafts.put(key, draft.text, { ...about, over: same ? { ...over, revision: now.revision } : over });
    if (seenNothing && over.text !== null && !same)
      tell(key, { state: 'conflict', sentence: 'Chỗ này đã được sửa ở nơi khác sau khi anh/chị gõ.', theirs: now });
  };

  /** A field came on the screen: words of an earlier visit are saved after the usual pause. */
  const opened = (key: string, about: FieldAbout, now: Standing): void => {
    open.set(key, (open.get(key) ?? 0) + 1);
    adopt(key, about, now);
    if (drafts.at(key) && statusOf(key).state === 'quiet') saveAfterPause(key);
  };

  /** A field left the screen: its words are saved, and stay a draft until they are. */
  const closed = (key: string): void => {
    const left = (open.get(key) ?? 1) - 1;
    if (left > 0) {
      open.set(key, left);
      return;
    }
    open.delete(key);
    if (drafts.at(key)) void save(key);
  };

  return { type, save, forget, keepMine, adopt, opened, closed };
}
