/** Keys that work on every screen. A dialog on top keeps them for itself; text fields keep their own undo. */
import { useEffect, useRef } from 'react';
import { useUndoStack } from '../state/undo.ts';
import { dialogOpen, isTyping } from '../ui/keyboard.ts';
import { screens } from './router.tsx';

type FrameActions = { goTo: (path: string) => void; showShortcuts: () => void; find: () => void };

export function useFrameKeys(actions: FrameActions): void {
  const now = useRef(actions);
  now.current = actions;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || dialogOpen()) return;
      if (findKey(event)) {
        event.preventDefault();
        now.current.find();
      } else if (undoKey(event) || screenKey(event, now.current.goTo)) event.preventDefault();
      else if (event.key === '?' && !event.ctrlKey && !event.altKey && !isTyping(event.target)) {
        event.preventDefault();
        now.current.showShortcuts();
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

/** Alt+1 … Alt+9, Alt+0 by position of the key: Vietnamese layouts type letters with the digit keys. */
function screenKey(event: KeyboardEvent, goTo: (path: string) => void): boolean {
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  if (!event.altKey || event.ctrlKey || event.shiftKey || digit === undefined) return false;
  const screen = screens.find((each) => each.digit === digit);
  if (!screen) return false;
  goTo(screen.path);
  return true;
}

/** Ctrl+K, from a text field too: what is typed there stays. */
const findKey = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k';

function undoKey(event: KeyboardEvent): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return false;
  const key = event.key.toLowerCase();
  const handlers = useUndoStack.getState().stack.at(-1);
  if (!handlers) return false;
  if (key === 'z' && !event.shiftKey) handlers.undo();
  else if (key === 'y' || (key === 'z' && event.shiftKey)) handlers.redo();
  else return false;
  return true;
}
