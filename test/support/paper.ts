/** The paper a person looks at. */
import type { Locator, Page } from '@playwright/test';

/** Its words; the frame is asked from outside, nothing can run inside it. What is still being drawn behind it is not looked at yet. */
export const paper = (page: Page): Locator =>
  page.frameLocator('iframe[sandbox=""]:not([data-waiting])').locator('body');
