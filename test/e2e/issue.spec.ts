/** The report leaves: printed to PDF, frozen, issued with number, date and the signed file, which is kept and shown as it came. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { seriousFindings } from '../support/e2e-axe.ts';
import { expect, fillPractice, openScreen, test } from '../support/e2e-office.ts';
import { paper } from '../support/paper.ts';

const noSeriousFault = async (page: Page) => {
  expect(await seriousFindings(page)).toEqual([]);
};

async function fillIssue(page: Page, number: string, file: { name: string; buffer: Buffer }): Promise<void> {
  await page.getByRole('button', { name: 'Ghi đã ban hành' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Số văn bản' }).fill(number);
  await dialog.getByRole('textbox', { name: 'Ngày ban hành' }).fill('5/7/2026');
  await dialog.getByRole('textbox', { name: 'Ngày ban hành' }).press('Enter');
  await expect(dialog.getByRole('button', { name: 'Ghi đã ban hành' })).toBeDisabled();
  await dialog.locator('input[type=file]').setInputFiles({ ...file, mimeType: 'application/pdf' });
  await expect(dialog.getByRole('status')).toContainText(file.name);
}

test('a report is printed to PDF, frozen, and recorded as issued with its signed file', async ({ page, office }) => {
  await fillPractice(office);
  await openScreen(page, office, '/bao-cao');
  await page.getByRole('button', { name: 'Việc khác' }).click();
  const [pdf] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Tải PDF' }).click(),
  ]);
  expect(pdf.suggestedFilename()).toMatch(/^Bao-cao-.*-ban-thao\.pdf$/);
  const signed = await readFile(await pdf.path());
  expect(signed.subarray(0, 5).toString()).toBe('%PDF-');

  await page.getByRole('button', { name: 'Chốt báo cáo' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Chốt báo cáo' }).click();
  await expect(page.getByRole('button', { name: 'Mở lại để sửa' })).toBeVisible();
  await page.getByRole('tab', { name: 'Số, ngày, tên' }).click();
  const dialog = page.getByRole('dialog');
  await fillIssue(page, '45', { name: 'khong-phai.pdf', buffer: Buffer.from('không phải PDF') });
  await dialog.getByRole('button', { name: 'Ghi đã ban hành' }).click();
  await expect(dialog.getByRole('alert')).toContainText('phải là tệp PDF');
  await noSeriousFault(page);
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'bao-cao-da-ky.pdf',
    mimeType: 'application/pdf',
    buffer: signed,
  });
  await dialog.getByRole('button', { name: 'Ghi đã ban hành' }).click();
  const panel = page.getByRole('region', { name: 'Ban hành báo cáo' });
  await expect(panel).toContainText('Đã ban hành số 45 ngày 05/7/2026');
  await expect(paper(page)).toContainText('45/BC-UBND');
  const [kept] = await Promise.all([
    page.waitForEvent('download'),
    panel.getByRole('button', { name: 'Tải bản ký' }).click(),
  ]);
  expect((await readFile(await kept.path())).equals(signed)).toBe(true);
  await noSeriousFault(page);
  await panel.getByRole('button', { name: 'Xem bản ký' }).click();
  await expect(dialog.getByRole('region', { name: 'Xem bao-cao-da-ky.pdf' })).toBeVisible();
  await expect(dialog.locator('canvas').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Mở lại để sửa' }).click();
  await dialog.getByRole('button', { name: 'Mở lại để sửa' }).click();
  await expect(page.getByText('đã ghi ban hành nên giữ nguyên')).toBeVisible();
});

test('a plan is recorded as issued from Rà soát, and the record can be withdrawn and brought back', async ({
  page,
  office,
}) => {
  await fillPractice(office);
  await openScreen(page, office, '/ra-soat/ban-hanh');
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  await fillIssue(page, '16', { name: 'ke-hoach-da-ky.png', buffer: png });
  await page.getByRole('dialog').getByRole('button', { name: 'Ghi đã ban hành' }).click();
  const panel = page.getByRole('region', { name: 'Ban hành kế hoạch' }).last();
  await expect(panel).toContainText('Đã ban hành số 16/KH-UBND');
  await panel.getByRole('button', { name: 'Bỏ ghi ban hành…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Bỏ ghi ban hành' }).click();
  await expect(panel).not.toContainText('Đã ban hành số');
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(panel).toContainText('Đã ban hành số 16/KH-UBND');
});
