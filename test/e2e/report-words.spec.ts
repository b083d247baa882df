/**
 * Words of a report on their way: what is made of them waits until they are saved, a Word file brought back changes nothing by itself, and
 * in "Soạn báo cáo" they are a draft until they are kept. Ids in parentheses are rules of renderer/features/report/SPEC.md.
 */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { contract } from '../../shared/api/contract/contract.ts';
import { caretInto, moveCaret } from '../support/caret.ts';
import { expect, fillPractice, openScreen, reopenWindow, test } from '../support/e2e-office.ts';
import { addBelow, editWord } from '../support/edit-docx.ts';
import { paper } from '../support/paper.ts';
import { askOffice, type RunningOffice } from '../support/running-office.ts';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const proposals = /Kiến nghị, đề xuất/;

async function reportOf(office: RunningOffice) {
  const { plans, currentWindowId } = await askOffice(office, contract.office.state);
  return askOffice(office, contract.reports.open, {
    body: { planId: plans[0]?.id ?? '', windowId: currentWindowId ?? '' },
  });
}
const textOf = async (office: RunningOffice, key: string) =>
  (await reportOf(office)).sections.find((section) => section.key === key)?.text ?? '';

const field = (page: Page) => page.getByRole('textbox', { name: proposals });
/** The words of the last part, open for typing beside the paper. */
async function openProposals(page: Page, office: RunningOffice): Promise<void> {
  await openScreen(page, office, '/bao-cao');
  await page.getByRole('tab', { name: /Nội dung/ }).click();
  await page.getByRole('button', { name: proposals }).click();
}

async function wordFile(page: Page): Promise<Uint8Array> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Word', exact: true }).click(),
  ]);
  return new Uint8Array(await readFile(await download.path()));
}
const wordsOf = (file: Uint8Array): string =>
  strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '');

const body = (page: Page) => page.getByRole('textbox', { name: 'Nội dung báo cáo' });
const saying = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words });
/** Types at the end of the last part of "Soạn báo cáo". */
async function typeInEditor(page: Page, words: string): Promise<void> {
  const part = body(page).locator('[data-part]', { hasText: 'Kiến nghị, đề xuất' });
  await caretInto(part.locator('xpath=following-sibling::p[1]'));
  await moveCaret(page, 'End');
  await page.keyboard.type(words);
}

test.beforeEach(async ({ office }) => {
  await fillPractice(office);
  // The common template has every part; a quarter's own is shorter.
  const { id, revision } = await reportOf(office);
  await askOffice(office, contract.reportBody.setting, { params: { id }, body: { revision, template: 'chung' } });
});

test('Word is made of the words being typed; where they cannot be saved nothing is made, nothing is frozen (RP4)', async ({
  page,
  office,
}) => {
  await openProposals(page, office);
  await page.route('**/api/reports/*/sections/*', (route) => route.abort());
  await field(page).fill('Đề nghị cấp kinh phí tuyên truyền.');
  let downloads = 0;
  page.on('download', () => downloads++);
  for (const act of ['Word', 'Chốt báo cáo']) {
    await page.getByRole('button', { name: act, exact: true }).click();
    await expect(
      page.getByText(/Không liên lạc được với Sổ Việc.* Chưa làm tiếp; chữ vừa gõ vẫn còn/).first(),
    ).toBeVisible();
  }
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(downloads).toBe(0);
  expect(await reportOf(office)).toMatchObject({ status: 'draft' });

  await page.unroute('**/api/reports/*/sections/*');
  await field(page).fill('Đề nghị cấp kinh phí tuyên truyền ở thôn.');
  expect(wordsOf(await wordFile(page))).toContain('Đề nghị cấp kinh phí tuyên truyền ở thôn.');
  expect(await textOf(office, 'proposals')).toBe('Đề nghị cấp kinh phí tuyên truyền ở thôn.');
});

test('a Word file is compared after the words are saved, and changes nothing until its changes are taken (RP7)', async ({
  page,
  office,
}) => {
  await openProposals(page, office);
  const taken = await wordFile(page);
  const edited = editWord(taken, addBelow('Nguyên nhân chủ quan', '- Nguyên nhân khác: thiếu kinh phí.'));
  const give = () =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name: 'da-sua.docx', mimeType: docx, buffer: Buffer.from(edited) });
  await page.route('**/api/reports/*/sections/*', (route) => route.abort());
  await field(page).fill('Đề nghị cấp kinh phí tuyên truyền.');
  const bringBack = async () => {
    await page.getByRole('button', { name: 'Việc khác' }).click();
    await page.getByRole('menuitem', { name: 'Đưa bản Word đã sửa về' }).click();
  };
  await bringBack();
  await expect(
    page.getByText(/Không liên lạc được với Sổ Việc.* Chưa làm tiếp; chữ vừa gõ vẫn còn/).first(),
  ).toBeVisible();
  await expect(page.locator('input[type=file]')).toHaveCount(0);

  await page.unroute('**/api/reports/*/sections/*');
  await bringBack();
  await give();
  const list = page.getByRole('region', { name: 'Thay đổi trong bản Word' });
  await expect(list.getByRole('listitem')).toHaveCount(1);
  expect(await textOf(office, 'proposals')).toBe('Đề nghị cấp kinh phí tuyên truyền.');
  const before = await reportOf(office);
  expect(before.html).not.toContain('thiếu kinh phí');
  await page.getByRole('button', { name: 'Nhận các thay đổi đã chọn (1)' }).click();
  await expect(paper(page)).toContainText('thiếu kinh phí');
  const after = await reportOf(office);
  expect(after.html).toContain('thiếu kinh phí');
  expect(after.html).toContain('Đề nghị cấp kinh phí tuyên truyền.');
});

test('words in the editor outlive a refused save and a closed window, and only what was touched is sent (RP8)', async ({
  page,
  office,
}) => {
  await page.route('**/api/reports/*/body', (route) => route.abort());
  await openScreen(page, office, '/bao-cao/soan');
  await typeInEditor(page, ' Thêm lời kiến nghị.');
  // Nobody asked for it: the pause after the last key tried to save.
  await expect(saying(page, 'Chưa lưu được')).toBeVisible();
  await reopenWindow(page, office);
  await openScreen(page, office, '/bao-cao/soan');
  await expect(body(page)).toContainText('Thêm lời kiến nghị.');
  expect(await textOf(office, 'proposals')).not.toContain('Thêm lời kiến nghị.');

  await page.unroute('**/api/reports/*/body');
  const [sent] = await Promise.all([
    page.waitForRequest((request) => request.method() === 'PUT' && request.url().endsWith('/body')),
    typeInEditor(page, ' Cả từng thôn.'),
  ]);
  const { sections } = sent.postDataJSON() as { sections: { key: string; blocks: unknown[] | null }[] };
  expect(sections.length).toBeGreaterThan(5);
  expect(sections.filter(({ blocks }) => blocks !== null).map(({ key }) => key)).toEqual(['proposals']);
  await expect(saying(page, 'Đã lưu')).toBeVisible();
  const report = await reportOf(office);
  expect(report.sections.filter(({ edited }) => edited).map(({ key }) => key)).toEqual(['proposals']);
  expect(await textOf(office, 'proposals')).toContain('Thêm lời kiến nghị. Cả từng thôn.');
});

test('Ctrl+S saves, and so does leaving, without waiting for the pause (RP8)', async ({ page, office }) => {
  // Timers of a second and more never ring: no pause ends here.
  await page.addInitScript(() => {
    const short = window.setTimeout.bind(window);
    window.setTimeout = ((act: TimerHandler, wait = 0, ...more: unknown[]) =>
      wait >= 1000 ? 0 : short(act, wait, ...more)) as typeof window.setTimeout;
  });
  await openScreen(page, office, '/bao-cao/soan');
  await typeInEditor(page, ' Lưu bằng phím.');
  await expect(saying(page, 'Chưa lưu')).toBeVisible();
  expect(await textOf(office, 'proposals')).not.toContain('Lưu bằng phím.');
  await page.keyboard.press('Control+s');
  await expect(saying(page, 'Đã lưu')).toBeVisible();
  expect(await textOf(office, 'proposals')).toContain('Lưu bằng phím.');

  await typeInEditor(page, ' Lưu khi rời đi.');
  await openScreen(page, office, '/nhiem-vu');
  await expect.poll(() => textOf(office, 'proposals')).toContain('Lưu khi rời đi.');
});

test('who is overtaken in the editor keeps the words and chooses; a frozen report shows its paper only (RP9)', async ({
  page,
  office,
}) => {
  const saveElsewhere = async (text: string) => {
    const { id, revision } = await reportOf(office);
    await askOffice(office, contract.reports.saveSection, {
      params: { id, key: 'proposals' },
      body: { revision, text },
    });
  };
  await openScreen(page, office, '/bao-cao/soan');
  await expect(body(page)).toContainText('Kiến nghị');
  await saveElsewhere('Cửa sổ khác đã viết.');
  await typeInEditor(page, ' Chữ của tôi.');
  await expect(page.getByText(/vừa được sửa ở cửa sổ khác/)).toBeVisible();
  await expect(body(page)).toContainText('Chữ của tôi.');
  expect(await textOf(office, 'proposals')).toBe('Cửa sổ khác đã viết.');
  await page.getByRole('button', { name: 'Lưu bản trên màn hình này' }).click();
  await expect(saying(page, 'Đã lưu')).toBeVisible();
  expect(await textOf(office, 'proposals')).toMatch(/Chữ của tôi\.$/);

  await saveElsewhere('Cửa sổ khác viết lần nữa.');
  await typeInEditor(page, ' Thôi không cần.');
  await page.getByRole('button', { name: 'Lấy bản vừa lưu nơi khác' }).click();
  await expect(body(page)).toContainText('Cửa sổ khác viết lần nữa.');
  await expect(body(page)).not.toContainText('Thôi không cần.');

  const { id, revision } = await reportOf(office);
  await askOffice(office, contract.reports.freeze, { params: { id }, body: { revision } });
  await reopenWindow(page, office);
  await openScreen(page, office, '/bao-cao/soan');
  await expect(page.getByText('đã chốt, chỉ xem', { exact: false })).toBeVisible();
  await expect(paper(page)).toContainText('Cửa sổ khác viết lần nữa.');
  await expect(body(page)).toHaveCount(0);
  await expect(page.locator('[contenteditable=true]')).toHaveCount(0);
});
