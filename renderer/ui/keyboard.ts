/** Small questions about a key press, asked the same way everywhere. */

/** True where a letter would be written: single-letter shortcuts stay silent there, and the browser's own undo is left alone. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'file', 'range'].includes(target.type);
}

/** While an input method (UniKey, Telex of the system) still composes, Enter and Esc belong to it. */
export const isComposing = (event: { nativeEvent: { isComposing: boolean; keyCode?: number } }): boolean =>
  event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229;

/** Whether a dialog is open: screen shortcuts wait until it is closed. */
export const dialogOpen = (): boolean => document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
