/** What the journeys share: a fresh office for each test, its page opened, and short ways to the states they start from. */
import { test as base, type Page } from '@playwright/test';
import { contract } from '../../shared/api/contract/contract.ts';
import type { BodyOf } from '../../shared/api/endpoint.ts';
import { askOffice, type RunningOffice, startOffice } from './running-office.ts';
import { slowDown } from './slow-computer.ts';

export { expect } from '@playwright/test';

type OfficeFixtures = {
  /** A server of its own on an empty data folder, stopped and removed after the test. */
  office: RunningOffice;
};

export const test = base.extend<OfficeFixtures>({
  context: async ({ context }, use) => {
    await slowDown(context);
    await context.addInitScript(lastingMessages);
    await use(context);
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern
  office: async ({}, use) => {
    const office = await startOffice();
    await use(office);
    await office.stop();
  },
});

/**
 * Runs in the page, before its own code. Messages that stay some seconds to be read (4, 6, 10 and 15) stay a minute: on a busy machine the
 * journey's hand comes later than a person's.
 */
function lastingMessages(): void {
  const later = window.setTimeout;
  const lasting = (run: () => void, wait = 0, ...given: unknown[]) =>
    later(run, wait >= 4000 && wait < 60_000 ? 60_000 : wait, ...given);
  window.setTimeout = lasting as typeof window.setTimeout;
}

/** A commune as its clerk would name it; tests change what they are about. */
export const communeForm: BodyOf<typeof contract.office.setUp> = {
  kind: 'xa',
  name: 'Như Quỳnh',
  superiorKind: 'tinh',
  superiorName: 'Hưng Yên',
  place: 'Như Quỳnh',
  chairTitle: 'CHỦ TỊCH',
  chairName: 'Nguyễn Văn An',
};

/** Names the office without the form, for journeys that begin after the first run. */
export const nameOffice = (office: RunningOffice, changes: Partial<typeof communeForm> = {}) =>
  askOffice(office, contract.office.setUp, { body: { ...communeForm, ...changes } });

/** Fills the empty office with the practice plan, its people and a quarter's work. */
export const fillPractice = (office: RunningOffice) => askOffice(office, contract.office.practice, { body: {} });

/** Opens a screen of the office: `route` as in the address bar after `#`, for instance `/ke-hoach`. */
export async function openScreen(page: Page, office: RunningOffice, route = '/'): Promise<void> {
  // Inside the office only the part after # changes; the address with the token is for a window that was just opened.
  const opened = page.url().startsWith(office.origin);
  if (!opened) await page.goto(office.url);
  await page.locator('h1').first().waitFor();
  if (route === '/' && !opened) return;
  await page.evaluate((target) => {
    window.location.hash = target;
  }, route);
  await page.waitForFunction((target) => window.location.hash === `#${target}`, route);
}

/**
 * The window is closed and another one opened: nothing of the session is left, what the computer remembers is. A closing window sends
 * what it can, past every `page.route` and the browser's own "offline"; `unreachable` keeps that from arriving too.
 */
export async function reopenWindow(page: Page, office: RunningOffice, { unreachable = false } = {}): Promise<void> {
  await page.evaluate(() => window.sessionStorage.clear());
  if (unreachable)
    await page.evaluate(() => {
      window.fetch = () => Promise.reject(new TypeError('unreachable'));
    });
  await page.goto('about:blank');
  await openScreen(page, office);
}
