/**
 * The store of typed words: what was typed and is not saved yet survives a change of screen, a closed window and a power cut.
 * Fields that save themselves are sent by `../data/saver/saver.ts`; forms with a button of their own use `useDraft`.
 */
import { useCallback } from 'react';
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import type { Draft, TypedOver } from './draft-shape.ts';
import { anyOffice, draftsOfVersionOne } from './old-drafts.ts';
import { useSession } from './session.ts';

/** Older drafts leave first when there are more; a browser's storage holds about 5 MB. */
const keptDrafts = 200;
/** A longer text is kept in memory alone: it would crowd out all the others. */
const longestKept = 50_000;

type About = Pick<Draft, 'over' | 'owners' | 'label'>;

type Drafts = {
  drafts: Readonly<Record<string, Draft>>;
  put: (key: string, text: string, about?: About) => void;
  drop: (key: string) => void;
  /** The server has these words: the draft goes, unless something else was typed meanwhile. */
  acknowledge: (key: string, words: string) => void;
  /** What was typed stands over something newer from now on. */
  rebase: (key: string, over: TypedOver) => void;
};

export const useDrafts = create<Drafts>()(
  persist(
    (set, get) => ({
      drafts: {},
      put: (key, text, about = {}) =>
        set(({ drafts }) => {
          const last = Math.max(0, ...Object.values(drafts).map((draft) => draft.order));
          return { drafts: { ...without(drafts, key), [key]: { text, order: last + 1, ...about } } };
        }),
      drop: (key) => set(({ drafts }) => (draftAt(drafts, key) ? { drafts: without(drafts, key) } : {})),
      acknowledge: (key, words) => {
        if (draftAt(get().drafts, key)?.text === words) get().drop(key);
      },
      rebase: (key, over) =>
        set(({ drafts }) => {
          const draft = draftAt(drafts, key);
          return draft ? { drafts: { ...without(drafts, key), [key]: { ...draft, over } } } : {};
        }),
    }),
    {
      name: 'so-viec.drafts',
      version: 2,
      storage: createJSONStorage(() => localStorage),
      partialize: ({ drafts }) => ({ drafts: worthKeeping(drafts) }),
      migrate: (stored, version) => (version < 2 ? { drafts: draftsOfVersionOne(stored) } : stored) as Drafts,
    },
  ),
);

/** The newest drafts that are short enough to store. */
export function worthKeeping(drafts: Readonly<Record<string, Draft>>): Record<string, Draft> {
  return Object.fromEntries(
    Object.entries(drafts)
      .filter(([, draft]) => draft.text.length <= longestKept)
      .sort(([, a], [, b]) => b.order - a.order)
      .slice(0, keptDrafts),
  );
}

/** The office on this computer whose words these are, as drafts name it. */
export const officeOfSession = (): string => useSession.getState().profileId ?? 'chinh';

/**
 * The one maker of keys: `office:<profile>/<kind>/<record>/<field>`. Words of one office are never offered in another.
 * `kind` and `record` hold no "/"; `field` may.
 */
export const officeDraftKey = (kind: string, record: string, field: string): string =>
  `office:${officeOfSession()}/${kind}/${record}/${field}`;

export type DraftPlace = { key: string; office: string; kind: string; record: string; field: string };

/** What a key of `officeDraftKey` names; null for any other text. */
export function placeOfKey(key: string): DraftPlace | null {
  const [, office, kind, record, field] = /^office:([^/]*)\/([^/]+)\/([^/]+)\/(.+)$/s.exec(key) ?? [];
  return office === undefined || !kind || !record || !field ? null : { key, office, kind, record, field };
}

/** The draft at a place. What an earlier version kept without naming its office is found in each of them. */
export function draftAt(drafts: Readonly<Record<string, Draft>>, key: string): Draft | undefined {
  return drafts[key] ?? drafts[anyOffice(key)];
}

function without(drafts: Readonly<Record<string, Draft>>, key: string): Record<string, Draft> {
  const { [key]: _gone, [anyOffice(key)]: _alsoGone, ...rest } = drafts;
  return rest;
}

export const draftNow = (key: string): Draft | undefined => draftAt(useDrafts.getState().drafts, key);

/**
 * The value of a field in a form with its own button: the draft when there is one, else the saved text.
 * Call `acknowledge` with the words that were sent once the server has them, `clear` where the person gives them up;
 * `restored` tells the person that these are unsaved words.
 */
export function useDraft(
  key: string,
  saved: string,
): {
  text: string;
  setText: (text: string) => void;
  acknowledge: (sent: string) => void;
  clear: () => void;
  restored: boolean;
} {
  const draft = useDrafts((state) => draftAt(state.drafts, key)?.text);
  const { put, drop, acknowledge: acknowledgeDraft } = useDrafts.getState();
  const setText = useCallback((text: string) => (text === saved ? drop(key) : put(key, text)), [key, saved, put, drop]);
  const clear = useCallback(() => drop(key), [key, drop]);
  const acknowledge = useCallback((sent: string) => acknowledgeDraft(key, sent), [key, acknowledgeDraft]);
  return { text: draft ?? saved, setText, acknowledge, clear, restored: draft !== undefined && draft !== saved };
}
