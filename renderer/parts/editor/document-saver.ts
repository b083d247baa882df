/**
 * A whole document that saves itself (`../../data/saver/saver.ts`): after a pause, on leaving, on Ctrl+S and before every act that reads it. What is
 * typed is a draft on this computer until the server has acknowledged it. Whoever was overtaken keeps the words and chooses. RP8, RP9.
 */
import type { Editor } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import type { Refusal } from '../../data/client.ts';
import { useOpenField } from '../../data/saver/open-fields.ts';
import { saver, useSaveStatus } from '../../data/saver/saving.ts';
import type { FieldAbout, SavedKind } from '../../data/saver/types.ts';
import { draftAt, draftNow, useDrafts } from '../../state/drafts.ts';

const pause = 1200;

export type SaveState<Kept> =
  | { state: 'saved' | 'typing' | 'saving' }
  | { state: 'refused'; sentence: string }
  /** Somebody saved meanwhile; `current` is what stands there now, null where that is not known. */
  | { state: 'conflict'; sentence: string; current: Kept | null };

/** What the words on the screen began from: the document as it was kept, and the revision that own saves made of it. */
type Began = { revision: number; kept: unknown };
const began = new Map<string, Began>();

type KeptDocument = { revision: number };

type DocumentKind<Words, Kept extends KeptDocument> = {
  kind: string;
  record: (id: string) => string;
  /** The words of a stored draft; null when it is none. */
  parse: (text: string) => Words | null;
  /** What both of them say, to see whether the words stand there already. */
  sameWords: (words: Words, kept: Kept) => boolean;
  /** Sends the words, which began from `base` where that is known; gives the new revision. Throws Refusal. */
  write: (id: string, words: Words, revision: number, base: Kept | null) => Promise<number>;
  /** The document as last read; null where it is not read. */
  read: (id: string) => Kept | null;
  /** The document as it stands at the server, after a refusal as stale. */
  theirs: (id: string, refusal: Refusal) => Promise<Kept | null>;
};

/** What is a document's own in saving it, as the saver wants to know it. */
export const documentKind = <Words, Kept extends KeptDocument>(given: DocumentKind<Words, Kept>): SavedKind => ({
  kind: given.kind,
  pause,
  record: ({ record }) => given.record(record),
  fault: (text) => (given.parse(text) === null ? 'Bản nháp trên máy này không đọc được.' : null),
  standingAfter: async ({ record }, refusal, sent) => {
    const kept = await given.theirs(record, refusal);
    const words = given.parse(sent);
    const same = kept !== null && words !== null && given.sameWords(words, kept);
    return kept && { text: same ? sent : null, revision: kept.revision, kept };
  },
  send: async ({ key, record }, text, revision) => {
    const from = began.get(key);
    const to = await given.write(record, given.parse(text) as Words, revision ?? 1, (from?.kept as Kept) ?? null);
    began.set(key, { revision: to, kept: from?.kept ?? null });
    return { revision: to };
  },
  shown: ({ key, record }) => {
    const kept = given.read(record);
    const from = began.get(key);
    if (kept && from) began.set(key, { ...from, kept });
  },
});

export type DocumentSaver<Kept> = {
  status: SaveState<Kept>;
  /** Revision the words on the screen began from. */
  revision: () => number;
  isDirty: () => boolean;
  changed: () => void;
  save: () => Promise<unknown>;
  /** After a conflict: puts these words over what stands there now. */
  saveOver: (current: Kept) => Promise<unknown>;
  /** The screen shows this document as it is kept; nothing is left to save. */
  follow: (kept: Kept) => void;
};

type OpenDocument<Kept> = {
  key: string;
  about: FieldAbout;
  kept: Kept;
  editor: () => Editor | null;
  /** What is on the screen at this moment, as a draft keeps it; null when the editor is gone. */
  read: () => string | null;
};

export function useDocumentSaver<Kept extends KeptDocument>(document: OpenDocument<Kept>): DocumentSaver<Kept> {
  const { key, about } = document;
  const now = useRef(document);
  now.current = document;
  const unsaved = useDrafts(({ drafts }) => draftAt(drafts, key) !== undefined);
  const status = useSaveStatus(key);
  useState(() => {
    // Words still on their way from an earlier visit keep what they began from.
    if (!began.has(key) || !draftNow(key)) began.set(key, { revision: document.kept.revision, kept: document.kept });
  });
  const revision = () => began.get(key)?.revision ?? document.kept.revision;
  useEffect(() => {
    saver.opened(key, now.current.about, { text: null, revision: now.current.kept.revision });
    return () => saver.closed(key);
  }, [key]);
  useOpenField({ ...about, takeIn: () => readKeys(now.current.editor()) });
  return {
    status: stateOf(status, unsaved),
    revision,
    isDirty: () => draftNow(key) !== undefined,
    changed: () => {
      const text = now.current.read();
      if (text !== null) saver.type(key, text, now.current.about, { text: null, revision: revision() });
    },
    save: () => saver.save(key),
    saveOver: (current) => {
      began.set(key, { revision: current.revision, kept: current });
      return saver.keepMine(key, { text: null, revision: current.revision });
    },
    follow: (kept) => {
      began.set(key, { revision: kept.revision, kept });
      saver.forget(key);
    },
  };
}

/** The editor reads what the browser wrote into it one turn later; here it reads at once, also from an input method that still composes. */
function readKeys(editor: Editor | null): null {
  if (!editor || editor.isDestroyed) return null;
  const { domObserver } = editor.view as unknown as { domObserver: { forceFlush(): void; flush(): void } };
  domObserver.forceFlush();
  domObserver.flush();
  return null;
}

function stateOf<Kept>(status: ReturnType<typeof useSaveStatus>, unsaved: boolean): SaveState<Kept> {
  if (status.state === 'refused') return status;
  if (status.state === 'saving') return { state: 'saving' };
  if (status.state !== 'conflict') return { state: unsaved ? 'typing' : 'saved' };
  return { ...status, current: (status.theirs?.kept as Kept | undefined) ?? null };
}
