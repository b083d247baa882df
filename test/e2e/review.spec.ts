/** Before signing: what the plan says wrongly is found, led to, put right or silenced with a reason; layouts are checked. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { contract } from '../../shared/api/contract/contract.ts';
import { seriousFindings } from '../support/e2e-axe.ts';
import { expect, fillPractice, openScreen, test } from '../support/e2e-office.ts';
import { askOffice, type RunningOffice } from '../support/running-office.ts';

async function plantFault(office: RunningOffice): Promise<{ year: number; text: string }> {
  const state = await askOffice(office, contract.office.state);
  const plan = state.plans[0];
  if (!plan) throw new Error('the practice office has no plan');
  const table = await askOffice(office, contract.plans.table, { params: { id: plan.id }, query: {} });
  const task = table.tasks[0];
  if (!task) throw new Error('the practice plan has no task');
  const text = `Niêm yết công khai, hoàn thành trong năm ${plan.year - 1}`;
  await askOffice(office, contract.plans.changeTask, {
    params: { id: task.id },
    body: { revision: task.revision, text },
  });
  return { year: plan.year, text };
}

const noSeriousFault = async (page: Page) => {
  expect(await seriousFindings(page)).toEqual([]);
};

test.beforeEach(async ({ office }) => {
  await fillPractice(office);
});

test('a stale year is found in its task, replaced by the offered words, and comes back with undo', async ({
  page,
  office,
}) => {
  const { year } = await plantFault(office);
  await openScreen(page, office, '/ra-soat');
  const list = page.getByRole('region', { name: 'Chỗ cần xem lại' });
  const group = list.getByRole('region', { name: 'Năm cũ còn sót' });
  await group.getByRole('button').first().click();
  const detail = page.getByRole('region', { name: 'Chỗ đang xem' });
  await expect(detail.locator('mark')).toContainText(String(year - 1));
  await expect(detail.getByRole('link', { name: 'Đến nhiệm vụ đó' })).toBeVisible();
  await noSeriousFault(page);
  await detail.getByRole('button', { name: 'Thay bằng chữ này' }).click();
  await expect(group).toHaveCount(0);
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(group).toBeVisible();
  await group.getByRole('button').first().click();
  await detail.getByRole('textbox', { name: 'Sửa chữ tại đây' }).fill('Niêm yết công khai tại trụ sở');
  await detail.getByRole('button', { name: 'Lưu chữ đã sửa' }).click();
  await expect(group).toHaveCount(0);
});

test('a rule is silenced with a reason, stays in sight, and speaks again', async ({ page, office }) => {
  await plantFault(office);
  await openScreen(page, office, '/ra-soat');
  const group = page.getByRole('region', { name: 'Năm cũ còn sót' });
  await group.getByRole('button').first().click();
  await page.getByRole('button', { name: /^Tắt quy tắc/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Tắt quy tắc' })).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'Lý do' }).fill('Nhắc lại kết quả năm trước');
  await dialog.getByRole('button', { name: 'Tắt quy tắc' }).click();
  await expect(group).toHaveCount(0);
  const silenced = page.getByRole('region', { name: 'Quy tắc đã tắt' });
  await expect(silenced).toContainText('Nhắc lại kết quả năm trước');
  await silenced.getByRole('button', { name: 'Bật lại' }).click();
  await expect(group).toBeVisible();
});

test('the layout of the report and of a dropped file is checked; what is no Word file is refused', async ({
  page,
  office,
}) => {
  await openScreen(page, office, '/bao-cao');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Word', exact: true }).click(),
  ]);
  const bytes = await readFile(await download.path());
  await page.getByRole('tab', { name: 'Kiểm tra' }).click();
  await expect(page.getByText(/quy tắc (đạt|đều đạt)/)).toBeVisible();
  const blank = page.getByRole('listitem').filter({ hasText: 'Số, ký hiệu' });
  await blank.getByRole('button', { name: 'Đến chỗ đó' }).click();
  await expect(page.getByRole('textbox', { name: 'Số' })).toBeVisible();
  await page.getByRole('button', { name: 'Việc khác' }).click();
  await page.getByRole('menuitem', { name: 'Kiểm tra thể thức' }).click();
  await expect(page.getByText(/quy tắc (đạt|đều đạt)/)).toBeVisible();
  await noSeriousFault(page);
  await page.getByRole('tab', { name: 'Tệp Word khác' }).click();
  const chooser = page.locator('input[type=file]');
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  await chooser.setInputFiles({ name: 'cua-toi.docx', mimeType: type, buffer: bytes });
  await expect(page.getByText(/quy tắc (đạt|đều đạt)/)).toBeVisible();
  await chooser.setInputFiles({ name: 'hong.docx', mimeType: type, buffer: Buffer.from('không phải Word') });
  await expect(page.getByRole('alert')).toContainText('Chưa lưu gì');
});

test('a fault of layout is put right with one button, leads to its words in the editor, and its rule can be silenced', async ({
  page,
  office,
}) => {
  const [plan] = (await askOffice(office, contract.office.state)).plans;
  if (!plan) throw new Error('the practice office has no plan');
  const params = { id: plan.id };
  const { sections } = await askOffice(office, contract.plans.get, { params });
  const whole = sections[0]?.children[0]?.paragraphs[0];
  if (typeof whole !== 'string') throw new Error('the practice plan has no paragraph there');
  const path = ['sections', 0, 'children', 0, 'paragraphs', 0];
  const after = `${whole} Theo Kế hoạch số 12/KH-UBND ngày 5/3/2023.`;
  await askOffice(office, contract.review.write, { params, body: { path, before: whole, after } });
  await openScreen(page, office, '/ra-soat/the-thuc-ke-hoach');
  const line = page.getByRole('listitem').filter({ hasText: 'date.cited' });
  await line.getByRole('button', { name: 'Sửa', exact: true }).click();
  await expect(line).toHaveCount(0);
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await line.getByRole('button', { name: 'Tắt quy tắc này…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Lý do' }).fill('Trích nguyên văn');
  await dialog.getByRole('button', { name: 'Tắt quy tắc' }).click();
  const silenced = page.getByRole('region', { name: 'Quy tắc đã tắt' });
  await expect(silenced).toContainText('Trích nguyên văn');
  await silenced.getByRole('button', { name: 'Bật lại' }).click();
  await line.getByRole('button', { name: 'Đến chỗ đó' }).click();
  await expect(page.getByRole('heading', { name: 'Soạn kế hoạch' })).toBeVisible();
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toContain('ngày 5/3/2023');
});
