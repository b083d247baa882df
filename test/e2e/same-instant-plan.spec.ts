/**
 * The last letter and the act in the same instant, on the plan: its text, its table, what its groups share, an officer's result.
 * Rules: renderer/data/SPEC.md (SV6, SV10).
 */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { readDocument } from '../../electron/documents/read/read-document.ts';
import { contract } from '../../shared/api/contract/contract.ts';
import { caretInto, moveCaret } from '../support/caret.ts';
import { expect, fillPractice, openScreen, test } from '../support/e2e-office.ts';
import { paper } from '../support/paper.ts';
import { askOffice, type RunningOffice } from '../support/running-office.ts';
import { typeAndPress, typeInEditorAndPress } from '../support/same-instant.ts';

async function tableOf(office: RunningOffice) {
  const state = await askOffice(office, contract.office.state);
  const plan = state.plans[0];
  if (!plan || !state.currentWindowId) throw new Error('the practice office has no plan or window');
  const query = { window: state.currentWindowId };
  return askOffice(office, contract.plans.table, { params: { id: plan.id }, query });
}

const taskOf = async (office: RunningOffice, id: string) =>
  (await tableOf(office)).tasks.find((task) => task.id === id);

const columns = { task: 1, lead: 2, time: 3, state: 4 } as const;
const table = (page: Page) => page.getByTestId('task-table');
const cell = (page: Page, words: string, column: keyof typeof columns): Locator =>
  table(page).getByRole('row').filter({ hasText: words }).locator(`[data-column="${columns[column]}"]`);
const screen = (page: Page, name: string) => page.getByRole('navigation').getByRole('link', { name }).first();
const print = (page: Page) => page.getByRole('button', { name: 'In bảng' });

/** The first task of the practice plan that nobody told about, with the screen of the table open. */
async function openTable(page: Page, office: RunningOffice) {
  const { tasks } = await tableOf(office);
  const task = tasks.find(({ progress }) => progress === null);
  if (!task) throw new Error('every task has a result');
  await openScreen(page, office, '/nhiem-vu');
  await expect(table(page)).toHaveAttribute('data-visible-count', String(tasks.length));
  await page.evaluate(() => Object.assign(window, { print: () => Object.assign(window, { printed: true }) }));
  return task;
}

const printed = (page: Page) =>
  expect.poll(() => page.evaluate(() => (window as { printed?: boolean }).printed === true)).toBe(true);

test.beforeEach(async ({ office }) => {
  await fillPractice(office);
});

test('the text of the plan: a letter in the editor and in a field, as Word is asked for', async ({ page, office }) => {
  const { planId } = await tableOf(office);
  await openScreen(page, office, `/soan/${planId}`);
  const body = page.getByRole('textbox', { name: 'Nội dung kế hoạch' });
  const word = page.getByRole('button', { name: 'Tải bản Word' });
  const wordsAfter = async (press: () => Promise<void>) => {
    const [file] = await Promise.all([page.waitForEvent('download'), press()]);
    const read = readDocument(await readFile(await file.path()), 'ke-hoach.docx');
    if (!read.ok) throw new Error('the Word file cannot be read');
    return JSON.stringify(read.value.source.blocks);
  };
  await caretInto(body.locator('p[data-level]', { hasText: 'NHIỆM VỤ VÀ GIẢI PHÁP' }).first());
  await moveCaret(page, 'End');
  expect(await wordsAfter(() => typeInEditorAndPress(page, ' CHỦ YẾU', word))).toContain(
    'NHIỆM VỤ VÀ GIẢI PHÁP CHỦ YẾU',
  );
  const place = page.getByRole('textbox', { name: 'Địa danh' });
  expect(await wordsAfter(() => typeAndPress(place, 'Bình Minh Mới', word))).toContain('Bình Minh Mới');

  await place.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('!');
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('region', { name: 'Đầu văn bản' })).toContainText('Bình Minh Mới!');
});

test('a task and its time in the table, as the table is printed and the screen is left', async ({ page, office }) => {
  const task = await openTable(page, office);
  await cell(page, task.text, 'task').focus();
  await page.keyboard.press('Enter');
  const words = page.getByRole('textbox', { name: 'Nhiệm vụ', exact: true });
  await typeAndPress(words, 'Nhiệm vụ sửa lần một', print(page));
  await printed(page);
  expect((await taskOf(office, task.id))?.text).toBe('Nhiệm vụ sửa lần một');

  await cell(page, 'Nhiệm vụ sửa lần một', 'time').focus();
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog', { name: 'Thời gian' });
  const time = form.getByLabel('Như ghi trong kế hoạch');
  await expect(time).toBeFocused();
  await typeAndPress(time, 'Quý III năm nay', print(page));
  await expect(form).toHaveCount(0);
  expect((await taskOf(office, task.id))?.time).toBe('Quý III năm nay');

  await cell(page, 'Nhiệm vụ sửa lần một', 'task').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' và lần hai');
  await screen(page, 'Kế hoạch').click();
  await expect(page.getByRole('region', { name: 'Đầu văn bản' })).toBeVisible();
  expect((await taskOf(office, task.id))?.text).toBe('Nhiệm vụ sửa lần một và lần hai');
});

test('a result told in the table and what a group shares, as the report is opened', async ({ page, office }) => {
  const task = await openTable(page, office);
  await cell(page, task.text, 'state').focus();
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog', { name: /^Kết quả/ });
  await form.getByRole('radio', { name: 'Xong' }).check();
  await typeAndPress(form.getByLabel('Đã làm được gì'), 'Đã niêm yết tại năm thôn', screen(page, 'Báo cáo'));
  await expect(paper(page)).toContainText('Đã niêm yết tại năm thôn');
  expect((await taskOf(office, task.id))?.progress).toMatchObject({ state: 'xong' });

  await openScreen(page, office, '/nhiem-vu');
  await cell(page, task.text, 'task').focus();
  await page.keyboard.press('Space');
  const note = page.getByRole('dialog', { name: 'Nhóm nhiệm vụ' }).getByLabel('Ghi chú');
  await note.focus();
  await page.keyboard.type('Ghi chú của nhóm');
  await page.keyboard.press('Escape');
  const noteOf = async () => (await tableOf(office)).groups.find(({ id }) => id === task.groupId)?.note;
  await expect.poll(noteOf).toBe('Ghi chú của nhóm');
});

test('an officer’s words, as the report is opened, another task is chosen and another person takes the seat', async ({
  page,
  office,
}) => {
  const { tasks } = await tableOf(office);
  const [first, second] = tasks.filter(({ progress }) => progress === null);
  const words = page.getByRole('textbox', { name: 'Đã làm được gì' });
  const doneText = async (id = '') => (await taskOf(office, id))?.progress?.doneText;
  await openScreen(page, office, `/viec-cua-toi/${first?.id}`);
  await page.getByRole('radio', { name: 'Hoàn thành' }).check({ force: true });
  await typeAndPress(words, 'Đã phát thanh bốn buổi', screen(page, 'Báo cáo'));
  await expect(paper(page)).toContainText('Đã phát thanh bốn buổi');

  await openScreen(page, office, `/viec-cua-toi/${second?.id}`);
  await expect(page.getByRole('heading', { level: 2, name: second?.text })).toBeVisible();
  await words.focus();
  await page.keyboard.type('Đang chờ kinh phí');
  await page.keyboard.press('Alt+6');
  await expect(page.getByRole('heading', { level: 1, name: /^Báo cáo/ })).toBeVisible();
  expect(await doneText(second?.id)).toBe('Đang chờ kinh phí');

  await openScreen(page, office, `/viec-cua-toi/${first?.id}`);
  await expect(words).toHaveValue('Đã phát thanh bốn buổi');
  await page.getByRole('button', { name: /^Đang dùng với tư cách/ }).click();
  await typeAndPress(words, 'Đã phát thanh năm buổi', page.getByRole('menuitem', { name: 'Phạm Minh Đức' }));
  await expect(page.getByRole('button', { name: /Đang dùng với tư cách Phạm Minh Đức/ })).toBeVisible();
  expect((await taskOf(office, first?.id ?? ''))?.progress).toMatchObject({
    doneText: 'Đã phát thanh năm buổi',
    personId: null,
  });
});
