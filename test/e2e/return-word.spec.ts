/** The report goes out as Word, is edited, and comes back: each edit shown once, taken over by choice, taken back with one key. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { contract } from '../../shared/api/contract/contract.ts';
import { seriousFindings } from '../support/e2e-axe.ts';
import { expect, fillPractice, openScreen, test } from '../support/e2e-office.ts';
import { addBelow, editWord, removeParagraph, replaceText } from '../support/edit-docx.ts';
import { paper } from '../support/paper.ts';
import { askOffice } from '../support/running-office.ts';

async function takeOut(page: Page): Promise<Uint8Array> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Word', exact: true }).click(),
  ]);
  return new Uint8Array(await readFile(await download.path()));
}

async function bringBack(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page.getByRole('button', { name: 'Việc khác' }).click();
  await page.getByRole('menuitem', { name: 'Đưa bản Word đã sửa về' }).click();
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: type, buffer: Buffer.from(bytes) });
}

test.beforeEach(async ({ page, office }) => {
  await fillPractice(office);
  // The common template has every part; a quarter's own is shorter.
  const { plans, currentWindowId } = await askOffice(office, contract.office.state);
  const report = await askOffice(office, contract.reports.open, {
    body: { planId: plans[0]?.id ?? '', windowId: currentWindowId ?? '' },
  });
  const { id, revision } = report;
  await askOffice(office, contract.reportBody.setting, { params: { id }, body: { revision, template: 'chung' } });
  await openScreen(page, office, '/bao-cao');
  await expect(paper(page)).toContainText('BÁO CÁO');
});

test('an edited Word file: chosen changes are taken over, the others not, and all of it is taken back', async ({
  page,
}) => {
  const taken = await takeOut(page);
  let edited = editWord(taken, addBelow('Nguyên nhân chủ quan', '- Nguyên nhân khác: thiếu kinh phí.'));
  edited = editWord(edited, removeParagraph('Đề nghị tỉnh hỗ trợ thùng rác'));
  edited = editWord(edited, replaceText('7/9 thôn (77,8%)</w:t>', '8/9 thôn (88,9%)</w:t>'));
  edited = editWord(edited, replaceText('Thường trực Đảng ủy, HĐND', 'Thường trực Đảng ủy'));
  await bringBack(page, 'bao-cao-da-sua.docx', edited);
  const list = page.getByRole('region', { name: 'Thay đổi trong bản Word' });
  await expect(list.getByRole('listitem')).toHaveCount(4);
  await expect(list.getByRole('checkbox', { checked: true })).toHaveCount(4);
  await expect(paper(page)).toContainText('thiếu kinh phí');
  await list.getByRole('checkbox', { name: /^Bỏ V\. Kiến nghị/ }).uncheck();
  await expect(paper(page)).toContainText('thùng rác');
  expect(await seriousFindings(page, 'main')).toEqual([]);

  await list.getByRole('checkbox', { name: /^Sửa Nơi nhận/ }).uncheck();
  await page.getByRole('button', { name: 'Nhận các thay đổi đã chọn (2)' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Báo cáo');
  await expect(paper(page)).toContainText('thiếu kinh phí');
  await expect(paper(page)).toContainText('8/9 thôn (88,9%)');
  await expect(paper(page)).toContainText('thùng rác');
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(paper(page)).not.toContainText('thiếu kinh phí');
  await expect(paper(page)).toContainText('7/9 thôn (77,8%)');
});

test('an untouched file has nothing to take, another document is refused in a sentence', async ({ page }) => {
  const taken = await takeOut(page);
  await bringBack(page, 'khong-sua.docx', taken);
  await expect(page.getByText('Bản Word không khác báo cáo')).toBeVisible();
  await page.getByRole('button', { name: 'Chọn tệp khác' }).click();
  const other = editWord(taken, (xml) => xml.replace(/<w:t( [^>]*)?>[^<]*<\/w:t>/gu, '<w:t>Văn bản khác</w:t>'));
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'khac.docx', mimeType: type, buffer: Buffer.from(other) });
  await expect(page.getByRole('alert')).toContainText('không giống báo cáo này');
});
