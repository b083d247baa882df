/**
 * Moving the caret in an editor at the pace of a hand. The browser tells the editor of a new caret a moment later; on a busy machine that
 * moment is long enough for the next key, or the next field of the line's bar, to act at the old place. A hand is slower than that, so
 * the journeys wait until the editor has its caret where the browser shows it.
 */
import type { Locator, Page } from '@playwright/test';

type CaretEditor = {
  state: { selection: { head: number } };
  view: { posAtDOM(node: Node, offset: number): number };
};

/** Clicks into a line of the editor; both the editor and the bar of the line have followed when this returns. */
export async function caretInto(line: Locator, position?: { x: number; y: number }): Promise<void> {
  await line.click({ position });
  await caretFollowed(line.page());
}

/** Home, End or an arrow, followed by the editor. */
export async function moveCaret(page: Page, key: 'Home' | 'End' | 'ArrowUp' | 'ArrowDown'): Promise<void> {
  await page.keyboard.press(key);
  await caretFollowed(page);
}

async function caretFollowed(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const shown = getSelection();
    const holder = document.activeElement as (Element & { editor?: CaretEditor }) | null;
    const editor = holder?.editor;
    if (!shown?.focusNode || !editor || !holder.contains(shown.focusNode)) return false;
    return editor.view.posAtDOM(shown.focusNode, shown.focusOffset) === editor.state.selection.head;
  });
  // Two frames: the bar that tells of the line is drawn anew.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
