/** "Việc của tôi": writes of one entry wait for each other. Rule MN3 of renderer/features/mine/SPEC.md. */
import type { Request, Route } from '@playwright/test';
import { contract } from '../../shared/api/contract/contract.ts';
import { expect, fillPractice, openScreen, test } from '../support/e2e-office.ts';
import { askOffice } from '../support/running-office.ts';

const officer = 'Phạm Minh Đức';

test('a write waits for the one before it and goes over its revision; what is typed meanwhile stays a draft (MN3)', async ({
  page,
  office,
}) => {
  await fillPractice(office);
  const { plans, currentWindowId: windowId } = await askOffice(office, contract.office.state);
  const { people } = await askOffice(office, contract.office.people);
  const person = people.find(({ name }) => name === officer)?.id ?? '';
  const query = { person, plan: plans[0]?.id ?? '', window: windowId ?? '' };
  const items = async () => (await askOffice(office, contract.work.mine, { query })).items;
  const task = (await items()).find((item) => item.progress === null && item.evidenceCount === 0);
  if (!task) throw new Error('the practice officer has told about every task');
  const entry = async () => (await items()).find(({ id }) => id === task.id)?.progress ?? null;

  await openScreen(page, office, '/viec-cua-toi');
  await page.getByRole('button', { name: officer }).click();
  await page.getByRole('listbox', { name: 'Việc của tôi' }).getByRole('option').filter({ hasText: task.text }).click();
  await expect(page.getByRole('heading', { level: 2, name: task.text })).toBeVisible();

  const held: Route[] = [];
  const asked: Request[] = [];
  let holding = true;
  await page.route('**/api/progress', async (route) => {
    asked.push(route.request());
    if (holding) held.push(route);
    else await route.continue();
  });
  const words = page.getByRole('textbox', { name: 'Đã làm được gì' });
  await words.fill('Đã niêm yết.');
  await words.blur();
  await expect.poll(() => held.length).toBe(1);

  await page.getByLabel('Số đạt được của việc này').fill('9');
  await page.getByLabel('Số đạt được của việc này').blur();
  await words.fill('Đã niêm yết ở trụ sở.');
  await words.blur();
  const drafts = () => page.evaluate(() => localStorage.getItem('so-viec.drafts') ?? '');
  await expect.poll(drafts).toContain('Đã niêm yết ở trụ sở.');
  // The second write has had its chance: other calls of the screen go out and come back while the first one is held.
  await page.evaluate(() => fetch('/'));
  expect(asked).toHaveLength(1);
  expect(asked[0]?.postDataJSON()).toMatchObject({ revision: null, doneText: 'Đã niêm yết.', numerator: null });

  await held[0]?.continue();
  await expect.poll(() => held.length).toBe(2);
  const first = await entry();
  expect(first).toMatchObject({ doneText: 'Đã niêm yết.', numerator: null });
  expect(asked[1]?.postDataJSON()).toMatchObject({ revision: first?.revision });
  holding = false;
  await held[1]?.continue();
  await expect.poll(entry).toMatchObject({ doneText: 'Đã niêm yết ở trụ sở.', numerator: 9 });
  await expect.poll(drafts).not.toContain('/progress/');
});
