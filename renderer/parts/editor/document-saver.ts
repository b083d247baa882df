/**
 * Saves a document as it is written: after a pause, on leaving and on Ctrl+S, one save after the other. What is typed is a draft on this
 * computer until the server has acknowledged it, so neither a refusal nor a power cut takes it. Rules RP8, RP9.
 */
import { useEffect, useMemo, useRef, useState } from 'react';
import { problems } from '../../../shared/api/problems.ts';
import { readAgain } from '../../data/cache.ts';
import { Refusal } from '../../data/client.ts';
import { useDrafts } from '../../state/drafts.ts';
import { useSession } from '../../state/session.ts';

const pause = 1200;

export type SaveState<Kept> =
  | { state: 'saved' | 'typing' | 'saving' }
  | { state: 'refused'; sentence: string }
  /** Somebody saved meanwhile; `current` is what stands there now, null where that is not known. */
  | { state: 'conflict'; sentence: string; current: Kept | null };

/** What is the document's own: how its words are read from the screen, kept, and remembered as a draft. */
export type SavedDocument<Words, Kept> = {
  id: string;
  draftKey: string;
  /** The revision a draft of an earlier visit began from; null where the words begin from what is kept. */
  draftRevision: () => number | null;
  /** What is on the screen at this moment; null when the editor is gone. */
  read: () => Words | null;
  /** Sends the words, which began from `base`; gives the new revision. */
  write: (words: Words, revision: number, base: Kept) => Promise<number>;
  draftText: (words: Words, revision: number) => string;
  /** After a save, or beside a conflict: the document as it stands now. */
  current: (refusal: Refusal | null) => Kept | null;
};

export type DocumentSaver<Kept> = {
  status: SaveState<Kept>;
  /** Revision the words on the screen began from. */
  revision: () => number;
  isDirty: () => boolean;
  changed: () => void;
  save: () => Promise<void>;
  /** After a conflict: puts these words over what stands there now. */
  saveOver: (current: Kept) => Promise<void>;
  /** The screen shows this document as it is kept; nothing is left to save. */
  follow: (kept: Kept) => void;
};

/** Name of a draft: words of one office are never offered in another. */
export const officeDraftKey = (name: string): string => `office:${useSession.getState().profileId ?? 'chinh'}/${name}`;

export function useDocumentSaver<Words, Kept extends { revision: number }>(
  kept: Kept,
  document: SavedDocument<Words, Kept>,
): DocumentSaver<Kept> {
  const [status, setStatus] = useState<SaveState<Kept>>({ state: 'saved' });
  const now = useRef(document);
  now.current = document;
  // biome-ignore lint/correctness/useExhaustiveDependencies: one saver for as long as the document is open
  const saver = useMemo(() => createSaver(kept, () => now.current, setStatus), [document.id]);
  useEffect(() => {
    const leave = () => void saver.save();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [saver]);
  return { ...saver, status };
}

function createSaver<Words, Kept extends { revision: number }>(
  kept: Kept,
  document: () => SavedDocument<Words, Kept>,
  tell: (status: SaveState<Kept>) => void,
): Omit<DocumentSaver<Kept>, 'status'> {
  const key = document().draftKey;
  let base = kept;
  let revision = document().draftRevision() ?? kept.revision;
  let dirty = false;
  let timer = 0;
  let turn: Promise<void> = Promise.resolve();
  /** What the screen showed last: when it is being left, the editor is gone before the save begins. */
  let seen: Words | null = null;

  const write = async (): Promise<void> => {
    window.clearTimeout(timer);
    const words = dirty ? (document().read() ?? seen) : null;
    if (words === null) return;
    dirty = false;
    tell({ state: 'saving' });
    try {
      revision = await document().write(words, revision, base);
      if (!dirty) useDrafts.getState().drop(key);
      await readAgain();
      base = document().current(null) ?? base;
      tell({ state: dirty ? 'typing' : 'saved' });
    } catch (error) {
      dirty = true;
      if (!(error instanceof Refusal)) {
        tell({ state: 'refused', sentence: problems['loi-chuong-trinh'].message });
        throw error;
      }
      if (error.code !== 'da-doi') return tell({ state: 'refused', sentence: error.message });
      await readAgain();
      tell({ state: 'conflict', sentence: error.message, current: document().current(error) });
    }
  };
  const save = (): Promise<void> => {
    turn = turn.then(write, write);
    return turn;
  };

  return {
    revision: () => revision,
    isDirty: () => dirty,
    changed: () => {
      seen = document().read() ?? seen;
      if (seen === null) return;
      dirty = true;
      tell({ state: 'typing' });
      useDrafts.getState().put(key, document().draftText(seen, revision));
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void save(), pause);
    },
    save,
    saveOver: (current) => {
      revision = current.revision;
      base = current;
      dirty = true;
      return save();
    },
    follow: (fresh) => {
      window.clearTimeout(timer);
      revision = fresh.revision;
      base = fresh;
      dirty = false;
      useDrafts.getState().drop(key);
      tell({ state: 'saved' });
    },
  };
}
