/**
 * The same plan opened again: what differs stands old and new in its cell, one yes updates the kept plan, progress stays, and
 * "Hoàn tác" brings everything back. Ids in parentheses are rules of shared/plan/SPEC.md and renderer/features/open-plan/SPEC.md.
 */
import type { Page } from '@playwright/test';
import { contract } from '../../shared/api/contract/contract.ts';
import type { ReadHeader, ReadRow } from '../../shared/plan/read-plan.ts';
import { seriousFindings } from '../support/e2e-axe.ts';
import { expect, nameOffice, openScreen, test } from '../support/e2e-office.ts';
import { planFile } from '../support/plan-file.ts';
import { askOffice, type RunningOffice } from '../support/running-office.ts';

type Edit = (plan: { header: ReadHeader; rows: ReadRow[] }) => void;

const read = (page: Page) => page.getByRole('region', { name: 'Đọc được' });
const row = (page: Page, number: number) => read(page).getByRole('article', { name: `Hàng ${number}`, exact: true });
const strip = (page: Page) => page.getByRole('region', { name: 'Kế hoạch đang có' });
const update = (page: Page) => page.getByRole('button', { name: 'Cập nhật kế hoạch', exact: true });
const year = 2026;
const windowId = `${year}-Q1`;

async function give(page: Page, edit?: Edit): Promise<void> {
  const buffer = Buffer.from(await planFile(year, edit));
  await page
    .locator('[data-drop-zone-input]')
    .setInputFiles({ name: 'ke-hoach.docx', mimeType: 'application/octet-stream', buffer });
}

/** An office that kept the practice plan from its Word file and recorded work on its first task. */
async function keptPlan(page: Page, office: RunningOffice) {
  await nameOffice(office);
  await openScreen(page, office, '/mo-ke-hoach');
  await give(page);
  await page.getByRole('button', { name: 'Giữ kế hoạch này' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Nhiệm vụ' })).toBeVisible();
  const { plans } = await askOffice(office, contract.office.state);
  const planId = plans[0]?.id ?? '';
  const table = () => askOffice(office, contract.plans.table, { params: { id: planId }, query: { window: windowId } });
  const [first] = (await table()).tasks;
  await askOffice(office, contract.work.saveProgress, {
    body: {
      taskId: first?.id ?? '',
      windowId,
      revision: null,
      state: 'xong',
      doneText: 'Đã phát 12 buổi',
      numerator: null,
      denominator: null,
      measure: '',
      obstacle: '',
      proposal: '',
    },
  });
  await openScreen(page, office, '/mo-ke-hoach');
  return { table, first: first! };
}

async function expectNoSeriousFinding(page: Page): Promise<void> {
  expect(await seriousFindings(page)).toEqual([]);
}

test('an edited copy shows its marks, updates the plan with one yes, keeps progress, and is taken back (PL2, PL7, OP8, OP9)', async ({
  page,
  office,
}) => {
  const { table, first } = await keptPlan(page, office);
  const before = await table();
  await give(page, ({ rows }) => {
    rows[0]!.tasks[0] = `${rows[0]!.tasks[0]} hằng tuần`;
    rows[0]!.tasks.push('Nhiệm vụ chưa từng có');
    rows[0]!.time = 'Quý IV';
    rows.splice(2, 1);
  });
  await expect(strip(page)).toContainText('Trong máy đã có kế hoạch số 15/KH-UBND năm 2026');
  await expect(strip(page)).toContainText('1 hàng đổi · 1 hàng sẽ bỏ');
  await expect(row(page, 1).locator('ins').first()).toContainText('hằng tuần');
  await expect(row(page, 1)).toContainText('Nhiệm vụ chưa từng có');
  const time = row(page, 1).getByRole('button', { name: /^Thời gian:/ });
  await expect(time.locator('del')).toContainText(before.groups[0]!.time);
  await expect(time.locator('ins')).toContainText('Quý IV');
  await strip(page).getByRole('button', { name: 'Chỉ xem chỗ khác' }).click();
  await expect(row(page, 2)).toHaveCount(0);
  await expect(read(page).getByRole('article', { name: /^Hàng tệp không còn/ })).toBeVisible();
  await expectNoSeriousFinding(page);

  await update(page).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Nhiệm vụ' })).toBeVisible();
  await expect(page.getByText('Đã cập nhật kế hoạch: đổi 1 hàng, bỏ 1 hàng.')).toBeVisible();
  const after = await table();
  expect(after.tasks[0]).toMatchObject({ id: first.id, text: `${first.text} hằng tuần`, time: 'Quý IV' });
  expect(after.tasks[0]?.progress).toMatchObject({ doneText: 'Đã phát 12 buổi' });
  expect(after.groups).toHaveLength(before.groups.length - 1);
  expect((await askOffice(office, contract.office.state)).plans).toHaveLength(1);

  const undo = page.getByRole('button', { name: 'Hoàn tác' });
  // The offer of the act before fades out while the newest one is already there.
  await expect(undo).toHaveCount(1);
  await undo.click();
  await expect.poll(async () => (await table()).groups.length).toBe(before.groups.length);
  const restored = await table();
  expect(restored.tasks.map(({ id, text }) => [id, text])).toEqual(before.tasks.map(({ id, text }) => [id, text]));
  expect(restored.tasks[0]?.progress).toMatchObject({ doneText: 'Đã phát 12 buổi' });
});

test('what both sides changed is decided by a button; what the file lost can be kept (PL7, PL8, OP9)', async ({
  page,
  office,
}) => {
  const { table, first } = await keptPlan(page, office);
  const before = await table();
  await askOffice(office, contract.plans.changeTask, {
    params: { id: first.id },
    body: { revision: first.revision, text: `${first.text} (xã sửa)` },
  });
  const lost = before.groups[2]!;
  await give(page, ({ rows }) => {
    rows[0]!.tasks[0] = `${rows[0]!.tasks[0]} (tỉnh sửa)`;
    rows.splice(2, 1);
  });
  await expect(strip(page)).toContainText('còn 1 chỗ cần chọn');
  await row(page, 1).getByRole('button', { name: 'Lấy chữ của tệp' }).click();
  await expect(strip(page)).not.toContainText('chỗ cần chọn');
  await page.keyboard.press('Control+z');
  await expect(strip(page)).toContainText('còn 1 chỗ cần chọn');
  await page.keyboard.press('Control+y');
  await strip(page).getByRole('button', { name: 'Chỉ xem chỗ khác' }).click();
  await read(page).getByRole('button', { name: 'Giữ lại hàng này' }).click();
  await expect(strip(page)).toContainText('1 hàng tệp không còn nhưng vẫn giữ');
  await update(page).click();
  await expect(page.getByText(/^Đã cập nhật kế hoạch/)).toBeVisible();
  const after = await table();
  expect(after.tasks.find(({ id }) => id === first.id)?.text).toBe(`${first.text} (tỉnh sửa)`);
  expect(after.groups.map(({ id }) => id)).toContain(lost.id);
});

test('the same file has nothing to write; kept as a new plan it stands beside the other (PL1, PL12, OP8)', async ({
  page,
  office,
}) => {
  await keptPlan(page, office);
  await give(page);
  await expect(strip(page)).toContainText('Tệp không có gì khác kế hoạch đang có.');
  await update(page).click();
  await expect(page.getByText('Kế hoạch trong Sổ Việc đã giống tệp')).toBeVisible();
  await openScreen(page, office, '/mo-ke-hoach');
  await give(page);
  await strip(page).getByRole('radio', { name: 'Giữ thành kế hoạch mới' }).check();
  await page.getByRole('button', { name: 'Giữ kế hoạch này' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Nhiệm vụ' })).toBeVisible();
  expect((await askOffice(office, contract.office.state)).plans).toHaveLength(2);
});

test('a table is pasted into the box, its columns are said anew, and the next one is read that way (OP10)', async ({
  page,
  office,
}) => {
  await nameOffice(office);
  await openScreen(page, office, '/mo-ke-hoach');
  const cells = [
    ['TT', 'Mảng', 'Nhiệm vụ', 'Kết quả', 'Chủ trì', 'Ai làm', 'Thời gian'],
    ['1', 'Công khai', 'Niêm yết danh sách', 'Danh sách', 'Văn phòng', 'Trưởng thôn', 'Quý I'],
    ['2', 'Công khai', 'Phát loa', 'Bản tin', 'Văn hóa', 'Đài truyền thanh', 'Quý II'],
  ];
  const text = cells.map((line) => line.join('\t')).join('\n');
  const paste = async () => {
    await page.getByRole('button', { name: 'Dán bảng' }).click();
    await page.getByLabel('Dán vào đây').fill(text);
    await page.getByRole('button', { name: 'Đọc chữ này' }).click();
    await expect(row(page, 1)).toContainText('Niêm yết danh sách');
  };
  await paste();
  await read(page).getByText('Cột trong tệp được hiểu thế nào').click();
  await read(page).getByRole('button', { name: 'Đổi cách hiểu cột…' }).click();
  const dialog = page.getByRole('dialog');
  await expectNoSeriousFinding(page);
  for (const [caption, meaning] of [
    ['Mảng', 'Lĩnh vực'],
    ['Ai làm', 'Thực hiện'],
  ] as const) {
    await dialog.getByRole('combobox', { name: caption }).click();
    await page.getByRole('option', { name: meaning, exact: true }).click();
  }
  await dialog.getByRole('button', { name: 'Đọc lại theo cách này' }).click();
  await expect(row(page, 1)).toContainText('Trưởng thôn');
  await page.getByRole('button', { name: 'Bỏ, không giữ' }).click();

  await paste();
  await expect(row(page, 2)).toContainText('Đài truyền thanh');
  await expect(page.getByText('như lần trước anh/chị đã chọn')).toBeVisible();
});

test('a table copied in Excel is read, though a picture of it lies beside on the clipboard', async ({
  page,
  office,
}) => {
  await nameOffice(office);
  await openScreen(page, office, '/mo-ke-hoach');
  await expect(page.getByRole('button', { name: 'Dán bảng' })).toBeVisible();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    const cell = (text: string) => `<td>${text}</td>`;
    const line = (words: string[]) => `<tr>${words.map(cell).join('')}</tr>`;
    const table = [
      line(['TT', 'Nội dung', 'Nhiệm vụ', 'Kết quả', 'Đơn vị chủ trì', 'Thời gian']),
      line(['1', 'Công khai', 'Niêm yết danh sách', 'Danh sách', 'Văn phòng', 'Quý I']),
    ];
    clipboardData.setData('text/html', `<table>${table.join('')}</table>`);
    clipboardData.items.add(new File(['x'], 'image.png', { type: 'image/png' }));
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(row(page, 1)).toContainText('Niêm yết danh sách');
});
