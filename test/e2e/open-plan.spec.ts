/**
 * Step 2: a plan that exists is read, shown beside its source, corrected, and kept with one yes; nothing is stored before it.
 * Ids in parentheses are rules of renderer/features/open-plan/SPEC.md.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { contract } from '../../shared/api/contract/contract.ts';
import { seriousFindings } from '../support/e2e-axe.ts';
import { expect, nameOffice, openScreen, test } from '../support/e2e-office.ts';
import { askOffice, type RunningOffice } from '../support/running-office.ts';

const realPlan = fileURLToPath(new URL('../../../shared/samples/nhu-quynh-2024.docx', import.meta.url));

const chooser = (page: Page) => page.locator('[data-drop-zone-input]');
const keep = (page: Page) => page.getByRole('button', { name: 'Giữ kế hoạch này' });
const source = (page: Page) => page.getByRole('region', { name: /^Tệp gốc\./ });
const read = (page: Page) => page.getByRole('region', { name: 'Đọc được' });
const row = (page: Page, number: number) => read(page).getByRole('article', { name: `Hàng ${number}`, exact: true });
const plans = async (office: RunningOffice) => (await askOffice(office, contract.office.state)).plans;

async function openEmpty(page: Page, office: RunningOffice): Promise<void> {
  await nameOffice(office);
  await openScreen(page, office, '/mo-ke-hoach');
  await expect(page.getByRole('button', { name: 'Chọn một tệp…' })).toBeVisible();
}

/** A table as Word or Excel puts it on the clipboard. */
async function pasteTable(page: Page, rows: readonly (readonly string[])[]): Promise<void> {
  const html = `<table>${rows.map((cells) => `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')}</table>`;
  await page.evaluate((words) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', words);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, html);
}

const heads = [
  'TT',
  'Lĩnh vực',
  'Nội dung thành phần',
  'Nhiệm vụ',
  'Kết quả',
  'Đơn vị chủ trì',
  'Đơn vị thực hiện',
  'Thời gian thực hiện',
];
const smallTable = [
  heads,
  [
    '1',
    'Tham gia của người dân',
    'a) Tri thức công dân',
    '- Tuyên truyền trên loa<br>- Niêm yết tại thôn',
    'Lịch phát sóng',
    'Văn hóa - Xã hội',
    'Trưởng các thôn',
    'Thường xuyên',
  ],
  [
    '2',
    'Công khai, minh bạch',
    'a) Tiếp cận thông tin',
    '- Đăng văn bản',
    'Đường link',
    'Văn phòng - Thống kê',
    '',
    '',
  ],
];

async function expectNoSeriousFinding(page: Page): Promise<void> {
  expect(await seriousFindings(page)).toEqual([]);
}

test('the practice plan is read, kept with one yes, and taken back (OP1, OP6)', async ({ page, office }) => {
  await openEmpty(page, office);
  await page.getByRole('button', { name: 'Đọc kế hoạch mẫu' }).click();
  await expect(keep(page)).toBeVisible();
  await expect(page.getByText(/đọc được \d+ lĩnh vực, \d+ hàng, \d+ nhiệm vụ.* · chưa lưu gì/)).toBeVisible();
  expect(await plans(office)).toEqual([]);
  await expectNoSeriousFinding(page);
  for (const tab of [/^Đầu văn bản/, /^Nội dung \(/]) {
    await page.getByRole('button', { name: tab }).click();
    await expectNoSeriousFinding(page);
  }

  await keep(page).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Nhiệm vụ' })).toBeVisible();
  await expect(page.getByText(/^Đã giữ kế hoạch: \d+ lĩnh vực, \d+ nhóm, \d+ nhiệm vụ/)).toBeVisible();
  const [kept] = await plans(office);
  await expect(page.getByTestId('task-table')).toHaveAttribute('data-visible-count', String(kept?.tasks));
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect.poll(() => plans(office)).toEqual([]);
  await expect(page.getByText('Chưa có kế hoạch nên chưa có nhiệm vụ.')).toBeVisible();
});

test('a pasted table: fields are corrected by hand, the year is asked for, and what is kept is what was shown (OP3, OP5)', async ({
  page,
  office,
}) => {
  await openEmpty(page, office);
  await pasteTable(page, smallTable);
  await expect(row(page, 1)).toContainText('Tuyên truyền trên loa');

  const lead = row(page, 1).getByRole('button', { name: /^Chủ trì:/ });
  await lead.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Đài truyền thanh');
  await page.keyboard.press('Enter');
  await expect(row(page, 1)).toContainText('đã sửa tay');
  const time = row(page, 2).getByRole('button', { name: /^Thời gian:/ });
  await time.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Quý II');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+z');
  await expect(time).toContainText('Chưa ghi');
  await page.keyboard.press('Control+y');
  await expect(time).toContainText('Quý II');

  await keep(page).click();
  await expect(page.getByRole('alert').filter({ hasText: 'chưa rõ kế hoạch năm nào' })).toBeVisible();
  expect(await plans(office)).toEqual([]);
  await expect(page.getByLabel('Kế hoạch năm')).toBeFocused();
  await page.keyboard.type('2025');
  await keep(page).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Nhiệm vụ' })).toBeVisible();
  const [plan] = await plans(office);
  expect(plan).toMatchObject({ year: 2025, areas: 2, groups: 2, tasks: 3 });
  const { groups } = await askOffice(office, contract.plans.table, { params: { id: plan?.id ?? '' }, query: {} });
  expect(groups.map(({ lead: words, time: when }) => [words, when])).toEqual([
    ['Đài truyền thanh', 'Thường xuyên'],
    ['Văn phòng - Thống kê', 'Quý II'],
  ]);
});

test('a click on one side shows the place on the other, with the mouse and the arrow keys (OP4)', async ({
  page,
  office,
}) => {
  await openEmpty(page, office);
  await pasteTable(page, smallTable);
  await expect(keep(page)).toBeVisible();
  await page.getByRole('button', { name: /^Đầu văn bản/ }).click();
  await source(page).getByRole('cell', { name: 'Văn phòng - Thống kê' }).click();
  await expect(row(page, 2)).toHaveAttribute('data-read-selected', 'true');
  await expect(read(page).getByText('hàng 2 / 2', { exact: true })).toBeVisible();

  await row(page, 1)
    .getByRole('button', { name: /^Thời gian:/ })
    .click();
  await expect(source(page).locator('[data-here]')).toHaveText('Thường xuyên');

  await source(page).focus();
  await page.keyboard.press('ArrowDown');
  await expect(row(page, 2)).toHaveAttribute('data-read-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(row(page, 2)).toBeFocused();
});

test('doubtful places are walked by key, and an offer is taken only when asked (OP2)', async ({ page, office }) => {
  await openEmpty(page, office);
  await pasteTable(page, [
    ['Biểu nhiệm vụ kế hoạch năm 2024', '', '', '', '', '', '', ''],
    heads,
    [
      '1',
      'Cung ứng dịch vụ công',
      'c) Hạ tầng',
      '- Bê tông hóa đường',
      'Báo cáo',
      'Địa chính',
      'Các thôn',
      'Trong năm 2023',
    ],
    ['2', 'Quản trị môi trường', 'a) Môi trường', '- Quán triệt', 'Báo cáo', '', 'Các thôn', 'Thường xuyên'],
  ]);
  await expect(keep(page)).toBeVisible();
  const year = page.getByLabel('Kế hoạch năm');
  if ((await year.inputValue()) === '') await year.fill('2024');
  await page.getByRole('heading', { level: 1 }).focus();
  const offer = read(page).getByRole('button', { name: /^Đổi thành “Trong năm 2024”/ });
  for (let press = 0; press < 12 && !(await offer.isVisible()); press++) await page.keyboard.press('F8');
  const time = row(page, 1).getByRole('button', { name: /^Thời gian:/ });
  await expect(time).toContainText('Trong năm 2023');
  await offer.click();
  await expect(time).toContainText('Trong năm 2024');
  await expect(row(page, 1)).toContainText('Đã đổi thành “Trong năm 2024”.');

  // Another screen and back: the file and every decision are still there.
  await openScreen(page, office, '/ke-hoach');
  await openScreen(page, office, '/mo-ke-hoach');
  await expect(time).toContainText('Trong năm 2024');
  await row(page, 1).getByRole('button', { name: 'Xem lại' }).click();
  await expect(time).toContainText('Trong năm 2023');

  const count = page.getByRole('status').filter({ hasText: /còn \d+|đã xem hết/ });
  await page.getByRole('button', { name: 'Quyết định nhiều chỗ một lần' }).click();
  await page.getByRole('menuitem', { name: /^Giữ nguyên/ }).click();
  await expect(count).toContainText('đã xem hết');
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(count).toContainText(/còn \d+/);
});

test('a file that cannot be read is refused in words, and the next one can be chosen (OP7)', async ({
  page,
  office,
}) => {
  await openEmpty(page, office);
  const give = (name: string, words: string) =>
    chooser(page).setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(words) });
  await give('ke-hoach.docx', '');
  await expect(page.getByRole('alert')).toContainText('Tệp rỗng');
  await give('ke-hoach.docx', 'PK\u0003\u0004 cut off');
  await expect(page.getByRole('alert')).toContainText('Tệp bị hỏng');
  await give('ke-hoach.pdf', '%PDF-1.7');
  await expect(page.getByRole('alert')).toContainText('PDF');
  await expect(page.getByRole('button', { name: 'Chọn một tệp…' })).toBeVisible();
  await pasteTable(page, smallTable);
  await expect(keep(page)).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a reading is stopped at once, leaves nothing, and the next file can be chosen (OP7)', async ({
  page,
  office,
}) => {
  await openEmpty(page, office);
  // The first reading never comes to its end.
  await page.route('**/api/reads?*', () => undefined, { times: 1 });
  const given = page.waitForRequest((request) => request.url().includes('/api/reads?'));
  await chooser(page).setInputFiles({
    name: 'ke-hoach.docx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('PK'),
  });
  await given;
  await expect(page.getByText('Đọc ke-hoach.docx')).toBeVisible();
  await page.getByRole('button', { name: 'Dừng' }).click();
  await expect(page.getByRole('button', { name: 'Chọn một tệp…' })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(await plans(office)).toEqual([]);
  await pasteTable(page, smallTable);
  await expect(row(page, 1)).toContainText('Tuyên truyền trên loa');
});

test('a review that is put away stores nothing and can be brought back (OP1)', async ({ page, office }) => {
  await openEmpty(page, office);
  await pasteTable(page, smallTable);
  await page.getByRole('button', { name: 'Bỏ, không giữ' }).click();
  await expect(page.getByText(/^Đã bỏ bản đọc của .*; chưa lưu gì\.$/)).toBeVisible();
  expect(await plans(office)).toEqual([]);
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(row(page, 1)).toContainText('Tuyên truyền trên loa');
});

test.describe('a real plan', () => {
  test.skip(!existsSync(realPlan), 'needs ../shared/samples, which is not here');

  test('is shown whole beside its source, its doubts are marked, and its table is kept', async ({ page, office }) => {
    await openEmpty(page, office);
    await chooser(page).setInputFiles(realPlan);
    await expect(
      page.getByText(/nhu-quynh-2024\.docx · .* 9 lĩnh vực, 32 hàng, 99 nhiệm vụ.* · chưa lưu gì/),
    ).toBeVisible();
    await expect(page.getByLabel('Kế hoạch năm')).toHaveValue('2024');
    await expect(source(page)).toContainText('THỊ TRẤN NHƯ QUỲNH');
    await page.keyboard.press('Shift+F8');
    await expect(read(page).locator('[data-doubt]').first()).toBeVisible();
    await expect(source(page).locator('[data-here]').first()).toBeInViewport();
    await expectNoSeriousFinding(page);

    await keep(page).click();
    await expect(page.getByText(/^Đã giữ kế hoạch: 9 lĩnh vực, 30 nhóm, 99 nhiệm vụ/)).toBeVisible();
    expect(await plans(office)).toMatchObject([{ year: 2024, number: '08/KH-UBND', areas: 9, groups: 30, tasks: 99 }]);
  });
});
