/** What the parts of the saver share: what it stands on, what is on its way, how far each field is saved. */

import type { Draft } from '../../state/draft-shape.ts';
import { placeOfKey } from '../../state/drafts.ts';
import { createSaveQueue } from './save-queue.ts';
import type { FieldAbout, NotSaved, SavedKind, SaveStatus, Standing, Whose } from './types.ts';

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

export const quiet: SaveStatus = { state: 'quiet' };
export const saved: SaveStatus = { state: 'saved' };

export type SaverCore = ReturnType<typeof saverCore>;

export function saverCore(world: SaverWorld) {
  const statuses = new Map<string, SaveStatus>();
  const concerns = (whose: Whose, owners: readonly string[] | undefined): boolean =>
    whose === 'everything' || (owners ?? []).some((owner) => whose.includes(owner));
  return {
    world,
    queue: createSaveQueue(),
    /** Words on their way, by the key of their field. */
    sending: new Map<string, { text: string; outcome: Promise<SaveStatus> }>(),
    /** Writes that are no typed words; each ends with its sentence where it was refused. */
    pending: new Set<FieldAbout & { ended: Promise<string | null> }>(),
    /** Fields on the screen, and how often; words elsewhere wait for their owner, not for the next walk to another screen. */
    open: new Map<string, number>(),
    concerns,
    statusOf: (key: string): SaveStatus => statuses.get(key) ?? quiet,
    tell: (key: string, status: SaveStatus): SaveStatus => {
      statuses.set(key, status);
      world.tell(key, status);
      return status;
    },
    kindOfKey: (key: string): SavedKind | null => {
      const place = placeOfKey(key);
      return place && world.kindOf(place.kind);
    },
    /** Keys of words of this office that save themselves and are not saved. */
    unsaved: (whose: Whose): string[] =>
      Object.entries(world.drafts.all()).flatMap(([key, { owners }]) => {
        const place = placeOfKey(key);
        const known = place?.office === world.office() && world.kindOf(place.kind) !== null;
        return known && concerns(whose, owners) ? [key] : [];
      }),
  };
}
