/** Walking a page by keyboard alone. */
import { expect, type Page } from '@playwright/test';

type Which = 'focused' | 'all';

/** Runs in the page: the names of what has the focus, or of everything that can have it. */
function namesOf(which: Which): string[] {
  const canHaveFocus = 'a[href], button, input, textarea, select, summary, [tabindex], [contenteditable]';
  const found = which === 'all' ? [...document.querySelectorAll(canHaveFocus)] : [document.activeElement];
  return found.map((at) => {
    if (!at) return '';
    const labels =
      at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement
        ? [...(at.labels ?? [])].map((label) => label.textContent)
        : [];
    return [at.getAttribute('aria-label'), ...labels, at.textContent?.slice(0, 200)].filter(Boolean).join(' ').trim();
  });
}

/** Presses Tab until the focused control's name fits, once there is one; says where it went when it never comes to it. */
export async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect
    .poll(
      async () => (await page.evaluate<string[], Which>(namesOf, 'all')).some((words) => name.test(words)),
      `a control ${name}`,
    )
    .toBe(true);
  const seen: string[] = [];
  for (let press = 0; press < 120; press++) {
    const [words = ''] = await page.evaluate<string[], Which>(namesOf, 'focused');
    if (name.test(words)) return;
    seen.push(words.slice(0, 40));
    await page.keyboard.press(key);
  }
  throw new Error(`Tab never reached ${name}; it went through: ${seen.join(' | ')}`);
}
