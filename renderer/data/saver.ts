/**
 * The one saver: typed words become saved rows. A queue for each record, the newest revision, both texts in a conflict, and `settle`,
 * which every act that reads typed words awaits. A draft is its own registration: it says what to send, whose it is and what to call it,
 * so that words of a field that left the screen, or of an earlier window, are sent and named like any other. Rules: SPEC.md.
 */
import type { Draft, DraftPlace } from '../state/drafts.ts';
import { placeOfKey } from '../state/drafts.ts';
import { Refusal } from './client.ts';
import { createSaveQueue, type Revision } from './save-queue.ts';
import type { Act, FieldAbout, NotSaved, SavedKind, SaveStatus, Settled, Standing, Whose } from './saver-types.ts';

/** What the saver stands on; tests give their own. */
export type SaverWorld = {
  drafts: {
    all(): Readonly<Record<string, Draft>>;
    at(key: string): Draft | undefined;
    put(key: string, text: string, about: Pick<Draft, 'over' | 'owners' | 'label'>): void;
    rebase(key: string, over: Standing): void;
    acknowledge(key: string, words: string): void;
    drop(key: string): void;
  };
  kindOf(kind: string): SavedKind | null;
  /** The office writes go to now. */
  office(): string;
  /** Resolves when the screen shows what the server has. */
  readAgain(): Promise<void>;
  /** Takes in what the field with the keyboard holds and has not reported; answers for open forms that could not be sent. */
  takeIn(whose: Whose): Promise<readonly NotSaved[]>;
  tell(key: string, status: SaveStatus): void;
  /** A fault of the program, not of what was typed. */
  defect(error: unknown): string;
  later(run: () => void, milliseconds: number): () => void;
};

type Sending = { text: string; outcome: Promise<SaveStatus> };
type Pending = FieldAbout & { ended: Promise<string | null> };

const quiet: SaveStatus = { state: 'quiet' };
const saved: SaveStatus = { state: 'saved' };

export type Saver = ReturnType<typeof createSaver>;

export function createSaver(world: SaverWorld) {
  const { drafts } = world;
  const queue = createSaveQueue();
  const statuses = new Map<string, SaveStatus>();
  const sending = new Map<string, Sending>();
  const pending = new Set<Pending>();
  const timers = new Map<string, () => void>();
  /** Fields on the screen; words elsewhere wait for their owner, not for the next walk to another screen. */
  const open = new Map<string, number>();

  const tell = (key: string, status: SaveStatus): SaveStatus => {
    statuses.set(key, status);
    world.tell(key, status);
    return status;
  };
  const statusOf = (key: string): SaveStatus => statuses.get(key) ?? quiet;

  /** Keeps typed words. What equals the saved ones needs no keeping, unless other words are on their way there. */
  function type(key: string, text: string, about: FieldAbout, now: Standing): void {
    const before = drafts.at(key);
    if (text === before?.text) return;
    if (!sending.has(key) && now.text === text) {
      forget(key);
      return;
    }
    const { text: words, revision } = now;
    drafts.put(key, text, { ...about, over: before?.over ?? { text: words, revision } });
    const { state } = statusOf(key);
    if (state === 'saved' || state === 'refused') tell(key, quiet);
    saveAfterPause(key);
  }

  /** In case the field is never left and the power goes first. */
  function saveAfterPause(key: string): void {
    stopTimer(key);
    const kind = kindOfKey(key);
    if (kind && kind.pause !== null && statusOf(key).state !== 'conflict')
      timers.set(
        key,
        world.later(() => void save(key), kind.pause),
      );
  }

  function kindOfKey(key: string): SavedKind | null {
    const place = placeOfKey(key);
    return place && world.kindOf(place.kind);
  }

  function stopTimer(key: string): void {
    timers.get(key)?.();
    timers.delete(key);
  }

  /** Gives the typed words up; what the server has stays. */
  function forget(key: string): void {
    stopTimer(key);
    drafts.drop(key);
    tell(key, quiet);
  }

  /** Sends the words of a field, if there are any. In a conflict only `keepMine` writes again. Never throws. */
  function save(key: string): Promise<SaveStatus> {
    stopTimer(key);
    const place = placeOfKey(key);
    const kind = kindOfKey(key);
    const text = drafts.at(key)?.text;
    if (!place || !kind || text === undefined) return sending.get(key)?.outcome ?? Promise.resolve(saved);
    if (statusOf(key).state === 'conflict') return Promise.resolve(statusOf(key));
    const onItsWay = sending.get(key);
    if (onItsWay?.text === text) return onItsWay.outcome;
    const outcome = queue.run(kind.record(place), () => saveOnce(place, kind));
    const mine: Sending = { text, outcome };
    sending.set(key, mine);
    void outcome.finally(() => sending.get(key) === mine && sending.delete(key));
    return outcome;
  }

  async function saveOnce(place: DraftPlace, kind: SavedKind): Promise<SaveStatus> {
    const { key } = place;
    const draft = drafts.at(key);
    if (!draft) return statusOf(key).state === 'refused' ? quiet : saved;
    if (place.office !== world.office())
      return { state: 'refused', sentence: 'Chữ này của cơ quan khác trên máy; mở lại cơ quan đó thì lưu tiếp.' };
    const fault = kind.fault?.(draft.text, place) ?? null;
    if (fault !== null) return tell(key, { state: 'refused', sentence: fault });
    tell(key, { state: 'saving' });
    try {
      return await sent(place, kind, draft);
    } catch (error) {
      const sentence = error instanceof Refusal ? error.message : world.defect(error);
      return tell(key, { state: 'refused', sentence });
    }
  }

  /** Over the newest revision; another part changed meanwhile is no conflict: the same words go again over what stands there now. */
  async function sent(place: DraftPlace, kind: SavedKind, draft: Draft): Promise<SaveStatus> {
    const record = kind.record(place);
    let revision = overWhich(record, draft, kind.standing?.(place) ?? null);
    for (let again = true; ; again = false)
      try {
        const answer = await kind.send(place, draft.text, revision);
        queue.wrote(record, revision, answer.revision);
        return await acknowledged(place, kind, draft.text, answer.revision);
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== 'da-doi') throw error;
        const now = await kind.standingAfter(place, error, draft.text);
        if (now && now.text === savedWords(kind, draft.text))
          return await acknowledged(place, kind, draft.text, now.revision);
        const untouched = now !== null && now.text !== null && now.text === draft.over?.text;
        if (!untouched || !again) {
          await world.readAgain();
          return tell(place.key, { state: 'conflict', sentence: error.message, theirs: now });
        }
        revision = now.revision;
      }
  }

  const savedWords = (kind: SavedKind, text: string): string => kind.saved?.(text) ?? text;

  function overWhich(record: string, { over }: Draft, standing: Standing | null): Revision {
    const typedOver = queue.newest(record, over?.revision ?? null);
    if (!standing || (over && over.text !== standing.text)) return typedOver;
    const read = queue.newest(record, standing.revision);
    return (read ?? 0) > (typedOver ?? 0) ? read : typedOver;
  }

  /** Forgets only what was sent, and only once the screen shows it; what was typed meanwhile stands over what was just saved. */
  async function acknowledged(place: DraftPlace, kind: SavedKind, sentText: string, revision: Revision) {
    drafts.rebase(place.key, { text: savedWords(kind, sentText), revision });
    await world.readAgain();
    queue.shown(kind.record(place));
    kind.shown?.(place);
    drafts.acknowledge(place.key, sentText);
    return tell(place.key, drafts.at(place.key) ? quiet : saved);
  }

  /** After a conflict: these words over what stands there now. */
  function keepMine(key: string, over: Standing): Promise<SaveStatus> {
    drafts.rebase(key, { text: over.text, revision: over.revision });
    tell(key, quiet);
    return save(key);
  }

  /** A write without typed words, in its turn; throws as `send` does. `settle` waits for it and names it when it was refused. */
  function act<Answer>(given: Act<Answer>): Promise<Answer> {
    const { record, line, seen, owners, label, draft } = given;
    const words = draft === undefined ? undefined : drafts.at(draft)?.text;
    const write = async () => {
      const answer = await sentAct(given, queue.newest(record, seen));
      if (draft !== undefined && words !== undefined) drafts.acknowledge(draft, words);
      return answer;
    };
    const turn = () => queue.run(record, write);
    const result = line === undefined ? turn() : queue.run(line, turn);
    const ended = track({ owners, label }, result);
    if (seen === null) void ended.then(world.readAgain).then(() => queue.shown(record));
    return result;
  }

  /** A write that keeps no order with others, but that `settle` is to wait for; resolves when it ended, with its sentence where it was refused. */
  function track({ owners, label }: FieldAbout, result: Promise<unknown>): Promise<string | null> {
    const ended = result.then(
      () => null,
      (error: unknown) => (error instanceof Refusal ? error.message : world.defect(error)),
    );
    const mine: Pending = { owners, label, ended };
    pending.add(mine);
    void ended.then(() => pending.delete(mine));
    return ended;
  }

  async function sentAct<Answer>(
    { record, send, again }: Pick<Act<Answer>, 'record' | 'send' | 'again'>,
    revision: Revision,
  ): Promise<Answer> {
    try {
      const answer = await send(revision);
      const to = (answer as { revision?: unknown } | null)?.revision;
      if (typeof to === 'number') queue.wrote(record, revision, to);
      return answer;
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'da-doi' || !again) throw error;
      const newer = await again(error);
      if (newer === null) throw error;
      return sentAct({ record, send }, newer);
    }
  }

  const concerns = (whose: Whose, owners: readonly string[] | undefined): boolean =>
    whose === 'everything' || (owners ?? []).some((owner) => whose.includes(owner));

  /** Keys of words that save themselves and are not saved. */
  const unsaved = (whose: Whose): string[] =>
    Object.entries(drafts.all()).flatMap(([key, { owners }]) => {
      const place = placeOfKey(key);
      const known = place?.office === world.office() && world.kindOf(place.kind) !== null;
      return known && concerns(whose, owners) ? [key] : [];
    });

  /**
   * Everything typed that belongs to `whose` is sent, acknowledged and shown; the fields that could not be saved are named. Words typed
   * while it waits are waited for too.
   */
  function settle(whose: Whose): Promise<Settled> {
    return settled(whose, () => unsaved(whose));
  }

  /** For leaving a screen: what is on it and what is on its way. Words that cannot be saved stay at their place. */
  function settleScreen(): Promise<Settled> {
    return settled('everything', () => unsaved('everything').filter((key) => open.has(key) || sending.has(key)));
  }

  async function settled(whose: Whose, keys: () => string[]): Promise<Settled> {
    const refused = new Map<string, NotSaved>();
    for (const field of await world.takeIn(whose)) refused.set(field.label, field);
    const done = new Set<string>();
    let acted = false;
    for (;;) {
      const acts = [...pending].filter((each) => concerns(whose, each.owners));
      const fields = keys().filter((key) => !done.has(key));
      if (acts.length === 0 && fields.length === 0) break;
      acted ||= acts.length > 0;
      const ofActs = acts.map(async ({ label, ended }) => ({ label, sentence: await ended }));
      const ofFields = fields.map(async (key) => {
        const label = drafts.at(key)?.label ?? 'Chữ vừa gõ';
        const status = await save(key);
        if (!('sentence' in status)) return { label, sentence: null };
        done.add(key);
        return { label, sentence: status.sentence };
      });
      for (const { label, sentence } of await Promise.all([...ofActs, ...ofFields]))
        if (sentence !== null) refused.set(label, { label, sentence });
    }
    if (acted) await world.readAgain();
    return refused.size === 0 ? { ok: true } : { ok: false, fields: [...refused.values()] };
  }

  /** Whether leaving this screen would have to wait. */
  const isBusy = (): boolean =>
    pending.size > 0 || sending.size > 0 || unsaved('everything').some((key) => open.has(key));

  /** A field came on the screen: words of an earlier visit are saved after the usual pause. */
  function opened(key: string, about: FieldAbout, now: Standing): void {
    open.set(key, (open.get(key) ?? 0) + 1);
    adopt(key, about, now);
    if (drafts.at(key) && statusOf(key).state === 'quiet') saveAfterPause(key);
  }

  /** Words of an earlier window learn whose they are and what they stand over; what was changed since is a conflict at once. */
  function adopt(key: string, about: FieldAbout, now: Standing): void {
    const draft = drafts.at(key);
    if (!draft || sending.has(key)) return;
    const over = draft.over ?? { text: now.text, revision: now.revision };
    const seenNothing = over.revision === null && now.revision !== null;
    const same = seenNothing && over.text === now.text;
    drafts.put(key, draft.text, { ...about, over: same ? { ...over, revision: now.revision } : over });
    if (seenNothing && over.text !== null && !same)
      tell(key, { state: 'conflict', sentence: 'Chỗ này đã được sửa ở nơi khác sau khi anh/chị gõ.', theirs: now });
  }

  /** A field left the screen: its words are saved, and stay a draft until they are. */
  function closed(key: string): void {
    const left = (open.get(key) ?? 1) - 1;
    if (left > 0) return void open.set(key, left);
    open.delete(key);
    if (drafts.at(key)) void save(key);
  }

  return {
    type,
    save,
    forget,
    keepMine,
    act,
    track,
    settle,
    settleScreen,
    isBusy,
    opened,
    adopt,
    closed,
    statusOf,
    unsaved,
    waiting: queue.waiting,
  };
}
