/**
 * Where the window is, for the screens: the address after #, one step behind it while something typed is still being saved. So a screen is
 * left only when what was typed on it is saved or said, whichever way it is left: a link, a key, the browser's own back.
 */
import { useSyncExternalStore } from 'react';
import { navigate } from 'wouter/use-hash-location';
import { anySavesOnLeaving } from '../data/saver/open-fields.ts';
import { leaveScreen, saver } from '../data/saver/saving.ts';
import { takeInTyped } from '../ui/take-in.ts';

const listeners = new Set<() => void>();
const address = (): string => `/${window.location.hash.replace(/^#?\/?/, '')}`;
let shown: string | null = null;

function follow(): void {
  if (address() === shown) return;
  takeInTyped();
  if (saver.isBusy() || anySavesOnLeaving()) void leaveScreen().then(show);
  else show();
}

function show(): void {
  shown = address();
  for (const tell of listeners) tell();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('hashchange', follow);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('hashchange', follow);
  };
}

const current = (): string => {
  shown ??= address();
  return shown;
};

/** The hook the router asks; addresses are written as hashes. */
export const useSettledLocation = Object.assign(
  (): [string, typeof navigate] => [useSyncExternalStore(subscribe, current), navigate],
  { hrefs: (href: string) => `#${href}` },
);
