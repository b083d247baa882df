/**
 * What a field holds and has not reported yet. A person who presses a button or a shortcut right behind the last key means the words on
 * the screen: fields that tell their value when they are left are asked for it, and React draws what it was told.
 */
import { useCallback, useRef } from 'react';
import { flushSync } from 'react-dom';
import { isTyping } from './keyboard.ts';

/** The field with the keyboard reports as if it had been left; the keyboard stays where it is. */
export function takeInTyped(): void {
  const field = document.activeElement;
  // An editor of lines reports every change by itself, and leaving it would close its menus.
  const reports = isTyping(field) && !(field as HTMLElement).isContentEditable;
  flushSync(() => undefined);
  if (reports) field?.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
  flushSync(() => undefined);
}

/** An act of a form's button: what was typed is taken in first, then the act runs as the screen knows it by then. */
export function useTypedAct<Args extends unknown[], Answer>(
  act: (...given: Args) => Answer,
): (...given: Args) => Answer {
  const now = useRef(act);
  now.current = act;
  return useCallback((...given: Args) => {
    takeInTyped();
    return now.current(...given);
  }, []);
}
