/** One turn of a field in the queue of its record: its words are sent, acknowledged, refused, or disputed. */

import type { Draft } from '../../state/draft-shape.ts';
import type { DraftPlace } from '../../state/drafts.ts';
import { Refusal } from '../client.ts';
import { quiet, type SaverCore, saved } from './core.ts';
import type { Revision } from './save-queue.ts';
import type { SavedKind, SaveStatus, Standing } from './types.ts';

const otherOffice = 'Chữ này của cơ quan khác trên máy; mở lại cơ quan đó thì lưu tiếp.';

/** Never throws; what could not be saved stays a draft. */
export async function sendWords(core: SaverCore, place: DraftPlace, kind: SavedKind): Promise<SaveStatus> {
  const { world, tell } = core;
  const { key } = place;
  const draft = world.drafts.at(key);
  if (!draft) return saved;
  if (place.office !== world.office()) return { state: 'refused', sentence: otherOffice };
  const fault = kind.fault?.(draft.text, place) ?? null;
  if (fault !== null) return tell(key, { state: 'refused', sentence: fault });
  tell(key, { state: 'saving' });
  try {
    return await sent(core, place, kind, draft);
  } catch (error) {
    const sentence = error instanceof Refusal ? error.message : world.defect(error);
    return tell(key, { state: 'refused', sentence });
  }
}

/** Over the newest revision; another part changed meanwhile is no conflict: the same words go again over what stands there now. */
async function sent(core: SaverCore, place: DraftPlace, kind: SavedKind, draft: Draft): Promise<SaveStatus> {
  const record = kind.record(place);
  let revision = overWhich(core, record, draft, kind.standing?.(place) ?? null);
  for (let again = true; ; again = false)
    try {
      const answer = await kind.send(place, draft.text, revision);
      core.queue.wrote(record, revision, answer.revision);
      return await acknowledged(core, place, kind, draft.text, answer.revision);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'da-doi') throw error;
      const now = await kind.standingAfter(place, error, draft.text);
      if (now && now.text === savedWords(kind, draft.text))
        return await acknowledged(core, place, kind, draft.text, now.revision);
      const untouched = now !== null && now.text !== null && now.text === draft.over?.text;
      if (!untouched || !again) {
        await core.world.readAgain();
        return core.tell(place.key, { state: 'conflict', sentence: error.message, theirs: now });
      }
      revision = now.revision;
    }
}

const savedWords = (kind: SavedKind, text: string): string => kind.saved?.(text) ?? text;

/** What the words were typed over, carried forward; a newer reading counts where this part says the same in it. */
function overWhich({ queue }: SaverCore, record: string, { over }: Draft, standing: Standing | null): Revision {
  const typedOver = queue.newest(record, over?.revision ?? null);
  if (!standing || (over && over.text !== standing.text)) return typedOver;
  const read = queue.newest(record, standing.revision);
  return (read ?? 0) > (typedOver ?? 0) ? read : typedOver;
}

/** Forgets only what was sent, and only once the screen shows it; what was typed meanwhile stands over what was just saved. */
async function acknowledged(
  { world, queue, tell }: SaverCore,
  place: DraftPlace,
  kind: SavedKind,
  text: string,
  revision: Revision,
): Promise<SaveStatus> {
  world.drafts.rebase(place.key, { text: savedWords(kind, text), revision });
  await world.readAgain();
  queue.shown(kind.record(place));
  kind.shown?.(place);
  world.drafts.acknowledge(place.key, text);
  return tell(place.key, world.drafts.at(place.key) ? quiet : saved);
}
