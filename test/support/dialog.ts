/** A question that stands before the page. */
import { expect, type Locator, type Page } from '@playwright/test';

/** The dialog once it has the focus, which it takes a moment after it is shown: keys pressed before that go to the page behind it. */
export async function dialogInFocus(page: Page, name?: string | RegExp): Promise<Locator> {
  const dialog = page.getByRole('dialog', { name }).or(page.getByRole('alertdialog', { name }));
  await expect(dialog).toBeVisible();
  await expect.poll(() => dialog.evaluate((box) => box.contains(document.activeElement))).toBe(true);
  return dialog;
}
