/**
 * The last letter and the act in the same instant, on the report: what was typed is on the paper, in the file, in the frozen report.
 * Rules: renderer/data/SPEC.md (SV6, SV10).
 */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { readDocument } from '../../electron/documents/read/read-document.ts';
import { contract } from '../../shared/api/contract/contract.ts';
import { caretInto, moveCaret } from '../support/caret.ts';
import { expect, fillPractice, openScreen, test } from '../support/e2e-office.ts';
import { paper } from '../support/paper.ts';
import { askOffice, type RunningOffice } from '../support/running-office.ts';
import { typeAndPress, typeInEditorAndPress } from '../support/same-instant.ts';

async function reportOf(office: RunningOffice) {
  const state = await askOffice(office, contract.office.state);
  const plan = state.plans[0];
  if (!plan || !state.currentWindowId) throw new Error('the practice office has no plan or window');
  return askOffice(office, contract.reports.open, { body: { planId: plan.id, windowId: state.currentWindowId } });
}

const number = (page: Page) => page.getByRole('textbox', { name: 'Số', exact: true });
const act = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const tab = (page: Page, name: string | RegExp) => page.getByRole('tab', { name });

async function openHead(page: Page, office: RunningOffice): Promise<void> {
  await openScreen(page, office, '/bao-cao');
  await tab(page, 'Số, ngày, tên').click();
  await expect(number(page)).toBeVisible();
}

const proposals = (page: Page) => page.getByRole('textbox', { name: /Kiến nghị, đề xuất/ });

async function openProposals(page: Page, office: RunningOffice): Promise<void> {
  await openScreen(page, office, '/bao-cao');
  await tab(page, /Nội dung/).click();
  await page.getByRole('button', { name: /Kiến nghị, đề xuất/ }).click();
  await expect(proposals(page)).toBeVisible();
}

/** Every document that was given to the printer, as text. */
async function watchPrinter(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const printed: string[] = [];
    Object.assign(window, { printed });
    new MutationObserver((changes) => {
      for (const node of changes.flatMap((change) => [...change.addedNodes]))
        if (node instanceof HTMLIFrameElement && node.srcdoc !== '')
          node.addEventListener('load', () =>
            node.contentWindow?.addEventListener('beforeprint', () =>
              printed.push(node.contentDocument?.body.innerText ?? ''),
            ),
          );
    }).observe(document.body, { childList: true });
  });
  return () => page.evaluate(() => (window as { printed?: string[] }).printed ?? []);
}

async function freeze(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: 'Chốt báo cáo' }).click();
  await expect(page.getByText(/đã chốt lúc \d\d:\d\d/)).toBeVisible();
}

/** The words of the Word file that `press` brings. */
async function wordFile(page: Page, press: () => Promise<void>): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  const read = readDocument(await readFile(await file.path()), file.suggestedFilename());
  if (!read.ok) throw new Error('the Word file cannot be read');
  return JSON.stringify(read.value.source.blocks);
}

test.beforeEach(async ({ office }) => {
  await fillPractice(office);
});

test('the number typed as "Chốt báo cáo" is pressed is in the frozen report', async ({ page, office }) => {
  await openHead(page, office);
  await typeAndPress(number(page), '45', act(page, 'Chốt báo cáo'));
  await freeze(page);
  expect(await reportOf(office)).toMatchObject({ status: 'frozen', number: '45' });
});

test('by keyboard too: number, date and title, then "Chốt báo cáo" without a pause', async ({ page, office }) => {
  await openHead(page, office);
  await number(page).focus();
  await page.keyboard.type('45');
  await page.getByRole('textbox', { name: 'Ngày ký' }).focus();
  await page.keyboard.type('15/12');
  await page.getByRole('textbox', { name: 'Tên báo cáo' }).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' sửa lần cuối');
  await act(page, 'Chốt báo cáo').focus();
  await page.keyboard.press('Enter');
  await freeze(page);
  const report = await reportOf(office);
  expect(report).toMatchObject({ status: 'frozen', number: '45' });
  expect(report.date).toMatch(/-12-15$/);
  expect(report.title).toMatch(/ sửa lần cuối$/);
});

test('the number typed as "In" is pressed is on the paper', async ({ page, office }) => {
  await openHead(page, office);
  const printed = await watchPrinter(page);
  await typeAndPress(number(page), '46', act(page, 'In'));
  await expect.poll(async () => (await printed()).length).toBe(1);
  expect((await printed())[0]).toContain('Số: 46/BC-UBND');
});

test('recipients typed as "Word" is pressed are in the file; a day that is none is named and nothing is made', async ({
  page,
  office,
}) => {
  await openHead(page, office);
  const recipients = page.getByRole('textbox', { name: 'Nơi nhận' });
  const words = await wordFile(page, () => typeAndPress(recipients, '- Sở Nội vụ;\n- Lưu: VT.', act(page, 'Word')));
  expect(words).toContain('Sở Nội vụ');

  const date = page.getByRole('textbox', { name: 'Ngày ký' });
  await typeAndPress(date, '32/1', act(page, 'Chốt báo cáo'));
  await expect(page.getByText('Ngày ký của báo cáo: “32/1” không phải ngày có trong lịch.')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await typeAndPress(date, '15/12', act(page, 'Chốt báo cáo'));
  await freeze(page);
  expect((await reportOf(office)).date).toMatch(/-12-15$/);
});

test('the words of a part, as another tab, "Soạn báo cáo" and another screen are opened', async ({ page, office }) => {
  await openProposals(page, office);
  const text = async () => (await reportOf(office)).sections.find(({ key }) => key === 'proposals')?.text;
  await typeAndPress(proposals(page), 'Đề nghị một.', tab(page, 'Số, ngày, tên'));
  await expect(number(page)).toBeVisible();
  expect(await text()).toBe('Đề nghị một.');

  await openProposals(page, office);
  await typeAndPress(proposals(page), 'Đề nghị hai.', act(page, 'Soạn báo cáo'));
  await expect(page.getByRole('textbox', { name: 'Nội dung báo cáo' })).toContainText('Đề nghị hai.');
  expect(await text()).toBe('Đề nghị hai.');

  await page.getByRole('link', { name: 'Về Báo cáo' }).click();
  await openProposals(page, office);
  await proposals(page).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Ba');
  await page.keyboard.press('Alt+4');
  await expect(page.getByRole('heading', { level: 1, name: 'Việc của tôi' })).toBeVisible();
  expect(await text()).toBe('Đề nghị hai. Ba');
});

test('a letter typed into the editor, as the report is left and frozen', async ({ page, office }) => {
  const { id, revision } = await reportOf(office);
  await askOffice(office, contract.reportBody.setting, { params: { id }, body: { revision, template: 'chung' } });
  await openScreen(page, office, '/bao-cao/soan');
  const body = page.getByRole('textbox', { name: 'Nội dung báo cáo' });
  const opening = body.locator('p').first();
  await caretInto(opening);
  await moveCaret(page, 'End');
  await typeInEditorAndPress(page, ' Chữ cuối cùng', page.getByRole('link', { name: 'Về Báo cáo' }));
  await expect(page.getByRole('heading', { level: 1, name: /^Báo cáo/ })).toBeVisible();
  await expect(paper(page)).toContainText('Chữ cuối cùng');

  await act(page, 'Soạn báo cáo').click();
  await caretInto(body.locator('p').first());
  await moveCaret(page, 'End');
  await page.keyboard.type(' Hết câu');
  await page.getByRole('link', { name: 'Về Báo cáo' }).click();
  await act(page, 'Chốt báo cáo').click();
  await freeze(page);
  expect((await reportOf(office)).sections.some(({ text }) => text.includes('Hết câu'))).toBe(true);
});

test('words an input method still composes, in a field and in the editor', async ({ page, office, context }) => {
  const tools = await context.newCDPSession(page);
  const compose = (text: string) =>
    tools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await openProposals(page, office);
  await proposals(page).fill('Đề nghị ');
  await proposals(page).focus();
  await page.keyboard.press('Control+End');
  await compose('tỉnh');
  await act(page, 'Soạn báo cáo').evaluate((button: HTMLElement) => button.click());
  const body = page.getByRole('textbox', { name: 'Nội dung báo cáo' });
  await expect(body).toContainText('Đề nghị tỉnh');

  await caretInto(body.locator('p').first());
  await moveCaret(page, 'End');
  await page.keyboard.type(' Đã ');
  await compose('họp');
  await page.getByRole('link', { name: 'Về Báo cáo' }).evaluate((link: HTMLElement) => link.click());
  await expect(paper(page)).toContainText('Đã họp');
  expect((await reportOf(office)).sections.some(({ text }) => text.includes('Đã họp'))).toBe(true);
});

test('words refused elsewhere are named before freezing, and nothing is frozen', async ({ page, office }) => {
  const report = await reportOf(office);
  const item = report.missing.find(({ kind }) => kind === 'khong-co-ket-qua');
  await openScreen(page, office, `/viec-cua-toi/${item?.taskId}`);
  await page.getByRole('textbox', { name: 'Đã làm được gì' }).fill('Đã làm.');
  await page.getByLabel('Tổng số của việc này').fill('mười một');
  await page.keyboard.press('Alt+6');
  await expect(paper(page)).toContainText('BÁO CÁO');
  await act(page, 'Chốt báo cáo').click();
  await expect(page.getByText(/^Kết quả việc “.*”: Có ô số chưa đúng nên chưa lưu/).last()).toBeVisible();
  await expect(page.getByText('Chưa làm tiếp; chữ vừa gõ vẫn còn.')).toBeVisible();
  expect((await reportOf(office)).status).toBe('draft');
});
