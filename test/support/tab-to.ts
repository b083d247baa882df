/** Walking a page by keyboard alone. */
import type { Page } from '@playwright/test';

/** Presses Tab until the focused control's name fits; says where it went when it never does. */
export async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const seen: string[] = [];
  for (let press = 0; press < 120; press++) {
    const words = await page.evaluate(() => {
      const at = document.activeElement;
      if (!at) return '';
      const labels =
        at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement
          ? [...(at.labels ?? [])].map((label) => label.textContent)
          : [];
      return [at.getAttribute('aria-label'), ...labels, at.textContent?.slice(0, 200)].filter(Boolean).join(' ').trim();
    });
    if (name.test(words)) return;
    seen.push(words.slice(0, 40));
    await page.keyboard.press(key);
  }
  throw new Error(`Tab never reached ${name}; it went through: ${seen.join(' | ')}`);
}
