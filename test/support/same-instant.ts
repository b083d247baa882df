/**
 * Typing and acting with nothing in between. Two ways, because each finds other faults: one turn of the page that holds the last key and
 * the press (nothing the program left for "right after this" has run), and a real keyboard that does not wait between the two.
 */
import type { Locator, Page } from '@playwright/test';

/** Puts `words` into a text field as its last keys and presses `button` in the same turn of the page. */
export async function typeAndPress(field: Locator, words: string, button: Locator): Promise<void> {
  const pressed = await button.elementHandle();
  await field.evaluate(
    (element, given) => {
      const area = element as HTMLInputElement | HTMLTextAreaElement;
      area.focus();
      const own = area instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
      Object.getOwnPropertyDescriptor(own, 'value')?.set?.call(area, given.words);
      area.dispatchEvent(new Event('input', { bubbles: true }));
      (given.pressed as HTMLElement | null)?.click();
    },
    { words, pressed },
  );
}

/** Types `words` at the caret of an editor and presses `button` in the same turn of the page. */
export async function typeInEditorAndPress(page: Page, words: string, button: Locator): Promise<void> {
  const pressed = await button.elementHandle();
  await page.evaluate(
    (given) => {
      // What a key does in an editable line; nothing else makes the browser's own change to it.
      document.execCommand('insertText', false, given.words);
      (given.pressed as HTMLElement | null)?.click();
    },
    { words, pressed },
  );
}
