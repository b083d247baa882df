/** The year turns on the practice plan: what goes on with its reason, one task left, a new part added, read again later, taken back. */
import { fileURLToPath } from 'node:url';
import { contract } from '../../shared/api/contract/contract.ts';
import { expect, fillPractice, openScreen, test } from '../support/e2e-office.ts';
import { askOffice } from '../support/running-office.ts';

const shot = (name: string): string => fileURLToPath(new URL(`../results/${name}.png`, import.meta.url));

test('sang năm mới: each task is taken or left with its reason, and last year stands beside (NY7–NY10)', async ({
  page,
  office,
}) => {
  await fillPractice(office);
  const old = (await askOffice(office, contract.office.state)).plans[0]!;
  const next = old.year + 1;
  await openScreen(page, office, '/ke-hoach');
  await page.getByRole('button', { name: 'Thêm kế hoạch' }).click();
  await page.getByRole('menuitem', { name: /^Sang năm mới/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Sang năm mới' });
  await expect(dialog.getByText('Việc của mọi năm hoặc còn kéo dài', { exact: false }).first()).toBeVisible();
  const first = dialog.getByRole('checkbox').first();
  await expect(first).toBeChecked();
  await first.focus();
  await page.keyboard.press('Space');
  await expect(first).not.toBeChecked();
  const words = (
    await dialog
      .getByText(/^Chuyển|Chuyển \d+ \/ \d+ nhiệm vụ/)
      .first()
      .innerText()
  ).match(/(\d+) \/ (\d+)/)!;
  await page.screenshot({ path: shot('turn-year-tasks') });
  await dialog.getByRole('tab', { name: 'Bộ chỉ số' }).click();
  await page.screenshot({ path: shot('turn-year-areas') });
  await dialog.getByRole('tab', { name: /^Chỗ cần xem lại/ }).click();
  await expect(dialog.getByRole('list', { name: 'Chỗ giữ nguyên, cần xem lại' })).toContainText('Căn cứ');
  await dialog.getByRole('button', { name: `Lập kế hoạch năm ${next}` }).click();
  await expect(page.getByRole('textbox', { name: 'Tên kế hoạch (trích yếu)' })).toHaveValue(new RegExp(`${next}$`));
  const made = (await askOffice(office, contract.office.state)).plans.find(({ year }) => year === next)!;
  expect(made).toMatchObject({ number: '', tasks: Number(words[1]) });

  await openScreen(page, office, '/ke-hoach');
  await page.getByText(`Chuyển từ kế hoạch năm ${old.year}`, { exact: false }).click();
  await expect(page.getByText('Không chuyển theo lựa chọn.', { exact: false }).first()).toBeVisible();
  await page.screenshot({ path: shot('turn-year-origin') });

  await openScreen(page, office, '/dieu-hanh/noi-dung');
  await expect(page.getByRole('columnheader', { name: `Năm ${old.year}` })).toBeVisible();
  await page.screenshot({ path: shot('turn-year-beside') });
  await openScreen(page, office, '/ke-hoach');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await askOffice(office, contract.office.state)).plans.length).toBe(1);
});
