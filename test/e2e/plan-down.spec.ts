/** The superior's plan down: sent, received, begun from; coverage says what has no counterpart, and takes it in with one click. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { contract } from '../../shared/api/contract/contract.ts';
import { seriousFindings } from '../support/e2e-axe.ts';
import { communeForm, expect, nameOffice, openScreen, test } from '../support/e2e-office.ts';
import { dropFiles } from '../support/given-files.ts';
import { askOffice, type RunningOffice } from '../support/running-office.ts';

const { office: officeOf, plans, sending, writing } = contract;

/** The province with a plan and two communes, and one of them as a second office on the same computer. */
async function twoOffices(office: RunningOffice): Promise<string> {
  await nameOffice(office, { kind: 'tinh', name: 'Sông Lam', superiorKind: null, superiorName: '' });
  for (const name of ['An Thịnh', 'Bình Minh'])
    await askOffice(office, officeOf.addSubordinate, { body: { kind: 'xa', name } });
  await askOffice(office, writing.fromTemplate, { body: { template: 'tong-the', year: 2026 } });
  const { id } = await askOffice(office, officeOf.addProfile, { body: { label: 'Xã An Thịnh' } });
  const form = { ...communeForm, name: 'An Thịnh', superiorKind: 'tinh' as const, superiorName: 'Sông Lam' };
  await askOffice(office, officeOf.setUp, { profileId: id, body: form });
  return id;
}

async function sendDown(page: Page, office: RunningOffice) {
  await openScreen(page, office, '/ke-hoach');
  await page.getByRole('link', { name: 'Giao xuống' }).click();
  await page.getByRole('radio', { name: 'Mỗi đơn vị một gói' }).check();
  await reachable(page);
  await page.getByRole('radio', { name: 'Một gói chung cho tất cả' }).check();
  await page.getByRole('radio', { name: /Thư mục "goi"/ }).check();
  await page.getByRole('button', { name: 'Xuất gói kế hoạch' }).click();
  await expect(page.getByRole('group', { name: 'Đã xuất gói kế hoạch' })).toContainText('Đã ghi xong và đọc lại đúng');
  const [last] = (await askOffice(office, sending.ledger)).entries;
  if (last?.kind !== 'plan') throw new Error('the plan is not in the ledger');
  const { dataFolder } = await askOffice(office, officeOf.state);
  return {
    name: last.fileName,
    mimeType: 'application/zip',
    buffer: await readFile(join(dataFolder, 'goi', last.fileName)),
  };
}

/** The screens of `axe.spec.ts` stand empty there; here they are filled. */
async function reachable(page: Page): Promise<void> {
  expect.soft(await seriousFindings(page)).toEqual([]);
}

async function asCommune(page: Page, profileId: string): Promise<void> {
  await page.evaluate((id) => {
    const key = 'so-viec-session';
    const kept = JSON.parse(window.sessionStorage.getItem(key) ?? '{"state":{},"version":0}');
    window.sessionStorage.setItem(key, JSON.stringify({ ...kept, state: { ...kept.state, profileId: id } }));
  }, profileId);
  await page.reload();
}

test('a plan comes down, becomes the own plan, and shows what is missing after it was cut', async ({
  page,
  office,
}) => {
  const profileId = await twoOffices(office);
  const file = await sendDown(page, office);
  await asCommune(page, profileId);

  await test.step('received, and opened from the card', async () => {
    await openScreen(page, office, '/tiep-nhan');
    await dropFiles(page.getByRole('region', { name: 'Tiếp nhận gói' }), [file]);
    const card = page.getByRole('article', { name: file.name });
    await expect(card).toContainText('kế hoạch của cơ quan không đổi');
    await card.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
    await card.getByRole('button', { name: 'Mở kế hoạch của cấp trên' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kế hoạch của cấp trên');
  });

  await test.step('the skeleton answers every task', async () => {
    await reachable(page);
    await page.getByRole('tab', { name: /^Chế độ báo cáo/ }).click();
    await reachable(page);
    await page.getByRole('button', { name: 'Lập kế hoạch từ bản này' }).first().click();
    await expect(page.getByRole('dialog', { name: 'Lập kế hoạch từ kế hoạch của cấp trên' })).toHaveCSS('opacity', '1');
    await reachable(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Lập kế hoạch', exact: true }).click();
    await expect(page.getByRole('button', { name: /^Chưa có 0/ })).toBeVisible();
    const meter = page.getByRole('meter', { name: 'Nhiệm vụ cấp trên giao đã có trong kế hoạch' });
    await expect(meter).toHaveAttribute('aria-valuetext', /^(\d+) \/ \1 /);
  });

  const asked = { profileId };
  const [own] = (await askOffice(office, officeOf.state, asked)).plans;
  const params = { id: own?.id ?? '' };
  const { tasks } = await askOffice(office, plans.table, { ...asked, params, query: {} });
  const [first, second] = tasks;
  if (!first || !second) throw new Error('the skeleton has tasks');
  for (const { id, revision } of [first, second])
    await askOffice(office, plans.removeTask, { ...asked, params: { id }, query: { revision } });

  await test.step('two tasks cut are two missing: one is taken in again, one is out of scope', async () => {
    await page.reload();
    await page.getByRole('button', { name: /^Chưa có 2/ }).click();
    const table = page.getByRole('treegrid', { name: 'Bảng đối chiếu' });
    await expect(table).toContainText(first.text);
    await expect(table).toContainText(second.text);
    await page.getByRole('button', { name: 'Thêm vào kế hoạch' }).click();
    await expect(table).not.toContainText(first.text);
    await page.getByRole('button', { name: 'Không thuộc phạm vi…' }).click();
    await reachable(page);
    await page.getByRole('textbox', { name: /^Vì sao/ }).fill('Thị trấn không còn thôn');
    await page.getByRole('button', { name: 'Ghi lý do' }).click();
    await expect(page.getByRole('button', { name: /^Chưa có 0/ })).toBeVisible();
    await page.getByRole('button', { name: /^Ngoài phạm vi 1/ }).click();
    await expect(table).toContainText('Thị trấn không còn thôn');
  });

  const texts = (await askOffice(office, plans.table, { ...asked, params, query: {} })).tasks.map(({ text }) => text);
  expect(texts).toContain(first.text);
  expect(texts).not.toContain(second.text);
});
