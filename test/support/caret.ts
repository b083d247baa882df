/** Moving the caret in an editor at the pace of a hand. */
import type { Page } from '@playwright/test';

/** End, and the browser's word to the editor that the caret moved: a key pressed in the same instant would still act at the old place. */
export async function toLineEnd(page: Page): Promise<void> {
  await page.keyboard.press('End');
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
