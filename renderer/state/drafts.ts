/**
 * Words typed but not yet saved survive a change of screen, a closed window and a power cut.
 * A draft belongs to one place of one office: the key names both, e.g. `office:<id>/progress/<task>/<window>`.
 */
import { useCallback } from 'react';
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';

/** Older drafts leave first when there are more; a browser's storage holds about 5 MB. */
const keptDrafts = 200;
/** A longer text is kept in memory alone: it would crowd out all the others. */
const longestKept = 50_000;

type Draft = { text: string; order: number };
type Drafts = {
  drafts: Record<string, Draft>;
  put: (key: string, text: string) => void;
  drop: (key: string) => void;
  /** The server has these words: the draft goes, unless something else was typed meanwhile. */
  acknowledge: (key: string, words: string) => void;
};

export const useDrafts = create<Drafts>()(
  persist(
    (set, get) => ({
      drafts: {},
      put: (key, text) =>
        set(({ drafts }) => {
          const last = Math.max(0, ...Object.values(drafts).map((draft) => draft.order));
          return { drafts: { ...drafts, [key]: { text, order: last + 1 } } };
        }),
      drop: (key) =>
        set(({ drafts }) => {
          if (!(key in drafts)) return {};
          const { [key]: _gone, ...rest } = drafts;
          return { drafts: rest };
        }),
      acknowledge: (key, words) => {
        if (get().drafts[key]?.text === words) get().drop(key);
      },
    }),
    {
      name: 'so-viec.drafts',
      version: 1,
      storage: createJSONStorage(() => localStorage),
      partialize: ({ drafts }) => ({ drafts: worthKeeping(drafts) }),
    },
  ),
);

/** The newest drafts that are short enough to store. */
export function worthKeeping(drafts: Record<string, Draft>): Record<string, Draft> {
  return Object.fromEntries(
    Object.entries(drafts)
      .filter(([, draft]) => draft.text.length <= longestKept)
      .sort(([, a], [, b]) => b.order - a.order)
      .slice(0, keptDrafts),
  );
}

/**
 * A text field's value with memory: the draft when there is one, else the saved text.
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
  const draft = useDrafts((state) => state.drafts[key]?.text);
  const put = useDrafts((state) => state.put);
  const drop = useDrafts((state) => state.drop);
  const setText = useCallback((text: string) => (text === saved ? drop(key) : put(key, text)), [key, saved, put, drop]);
  const acknowledgeDraft = useDrafts((state) => state.acknowledge);
  const clear = useCallback(() => drop(key), [key, drop]);
  const acknowledge = useCallback((sent: string) => acknowledgeDraft(key, sent), [key, acknowledgeDraft]);
  return { text: draft ?? saved, setText, acknowledge, clear, restored: draft !== undefined && draft !== saved };
}
