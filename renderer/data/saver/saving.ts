/** The saver of this window: bound to its drafts, its session and its cache, with what screens and fields ask of it. */
import { useCallback, useEffect, useRef } from 'react';
import { create } from 'zustand';
import { problems } from '../../../shared/api/problems.ts';
import { draftAt, draftNow, officeOfSession, useDrafts } from '../../state/drafts.ts';
import { useSession } from '../../state/session.ts';
import { showProblemToast } from '../../ui/toast.tsx';
import { readAgain, screenShows } from '../cache.ts';
import { sendAsUsual, sendWhileLeaving } from '../client.ts';
import { takeIn } from './open-fields.ts';
import { createSaver } from './saver.ts';
import type { FieldAbout, SavedKind, SaveStatus, Settled, Standing, Whose } from './types.ts';

const useStatuses = create<{ statuses: Readonly<Record<string, SaveStatus>> }>()(() => ({ statuses: {} }));
const kinds = new Map<string, SavedKind>();

/** Once at the start: every kind of field that saves itself, so that words of a screen not opened yet can be sent. */
export function registerSavedKinds(all: readonly SavedKind[]): void {
  for (const kind of all) kinds.set(kind.kind, kind);
}

const { put, rebase, acknowledge, drop } = useDrafts.getState();

export const saver = createSaver({
  drafts: { all: () => useDrafts.getState().drafts, at: draftNow, put, rebase, acknowledge, drop },
  kindOf: (kind) => kinds.get(kind) ?? null,
  office: officeOfSession,
  readAgain,
  takeIn,
  tell: (key, status) => useStatuses.setState(({ statuses }) => ({ statuses: { ...statuses, [key]: status } })),
  defect: (error) => {
    reportError(error);
    return problems['loi-chuong-trinh'].message;
  },
  later: (run, milliseconds) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
});

const quiet: SaveStatus = { state: 'quiet' };

export const useSaveStatus = (key: string): SaveStatus => useStatuses(({ statuses }) => statuses[key] ?? quiet);

export type SavedField = {
  text: string;
  /** Something is typed that the server does not have. */
  unsaved: boolean;
  status: SaveStatus;
  type: (text: string) => void;
  save: () => Promise<SaveStatus>;
  /** After a conflict: these words over what stands there now. */
  keepMine: () => void;
  /** Gives the typed words up. */
  takeSaved: () => void;
};

/** A field that saves itself: kept as typed, sent when it is left, after a pause where its kind has one, and before every act that reads it. */
export function useSavedField(key: string, about: FieldAbout, now: Standing): SavedField {
  const draft = useDrafts((state) => draftAt(state.drafts, key)?.text);
  const status = useSaveStatus(key);
  const latest = useRef({ about, now });
  latest.current = { about, now };
  useEffect(() => {
    saver.opened(key, latest.current.about, latest.current.now);
    return () => saver.closed(key);
  }, [key]);
  const saved = now.text ?? '';
  return {
    text: draft ?? saved,
    unsaved: draft !== undefined && draft !== saved,
    status,
    type: (text) => saver.type(key, text, latest.current.about, latest.current.now),
    save: () => saver.save(key),
    keepMine: () => void saver.keepMine(key, latest.current.now),
    takeSaved: () => saver.forget(key),
  };
}

/** At most these are named; the rest is counted. */
const named = 3;

function say(settled: Settled, after: string): boolean {
  if (settled.ok) return true;
  const lines = settled.fields.slice(0, named).map(({ label, sentence }) => `${label}: ${sentence}`);
  const rest = settled.fields.length - lines.length;
  showProblemToast([...lines, rest > 0 ? `Và ${rest} chỗ nữa.` : '', after].filter(Boolean).join(' '));
  return false;
}

/** Waits until the words of `whose` are saved and shown; false, and the fields named, where one cannot be saved. */
export const settledOrSaid = async (whose: Whose): Promise<boolean> =>
  say(await saver.settle(whose), 'Chưa làm tiếp; chữ vừa gõ vẫn còn.');

/** An act that reads what was typed: waits for it, does nothing where a field cannot be saved, and runs as the screen is by then. */
export function useSettledAct<Args extends unknown[]>(
  whose: Whose,
  act: (...given: Args) => unknown,
): (...given: Args) => Promise<void> {
  const now = useRef({ whose, act });
  now.current = { whose, act };
  return useCallback(async (...given: Args) => {
    if (await settledOrSaid(now.current.whose)) await now.current.act(...given);
  }, []);
}

/** For leaving a screen, a tab, a person: waits for what is being saved, says what cannot be, which stays a draft at its place. */
export async function leaveScreen(): Promise<void> {
  say(await saver.settleScreen(), 'Chữ vừa gõ vẫn còn ở đó.');
}

/** Another tab of a screen, another window of the year: what was typed is saved before the fields go. */
export function useLeavingChange<Args extends unknown[]>(change: (...given: Args) => void): (...given: Args) => void {
  const now = useRef(change);
  now.current = change;
  return useCallback((...given: Args) => void leaveScreen().then(() => now.current(...given)), []);
}

/** Another office of this computer: its words were sent there before anything is sent to the next. */
export async function openOffice(profileId: string | null): Promise<void> {
  await leaveScreen();
  // A write that a field began as it was left goes out in the turn after.
  await screenShows();
  useSession.getState().openProfile(profileId);
}

/** Another person: the journal names who typed. */
export async function workAs(personId: string | null): Promise<void> {
  await leaveScreen();
  await screenShows();
  useSession.getState().actAs(personId);
}

/** The window goes: what is typed is sent as far as the browser still lets it, and stays a draft in any case. */
export function saveWhenWindowGoes(): () => void {
  const goes = () => {
    sendWhileLeaving();
    void takeIn('everything');
    // What was refused waits for the person, as it did while the window was open.
    const waiting = saver.unsaved('everything').filter((key) => !('sentence' in saver.statusOf(key)));
    for (const key of waiting) void saver.save(key);
  };
  window.addEventListener('pagehide', goes);
  window.addEventListener('pageshow', sendAsUsual);
  return () => {
    window.removeEventListener('pagehide', goes);
    window.removeEventListener('pageshow', sendAsUsual);
  };
}
