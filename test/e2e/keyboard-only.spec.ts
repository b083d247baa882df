/** The whole job with the keyboard alone: no pointer, no script that clicks; the only thing the test does besides typing is look. */
import type { Page } from '@playwright/test';
import { contract } from '../../shared/api/contract/contract.ts';
import { dialogInFocus } from '../support/dialog.ts';
import { expect, test } from '../support/e2e-office.ts';
import { askOffice } from '../support/running-office.ts';
import { tabTo } from '../support/tab-to.ts';

const press = (page: Page, key: string) => page.keyboard.press(key);

test('from an empty computer to a bundle, by keyboard', async ({ page, office }) => {
  await page.goto(office.url);
  const title = (name: string | RegExp) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  // 1. The office's name.
  await title(/Cơ quan/);
  await page.keyboard.type('Như Quỳnh');
  await tabTo(page, /Tên cấp trên/);
  await page.keyboard.type('Hưng Yên');
  await tabTo(page, /Bắt đầu/);
  await press(page, 'Enter');
  await title('Hôm nay');

  // 2. The practice plan is read beside its source, and kept.
  await tabTo(page, /^Mở kế hoạch đã có/);
  await press(page, 'Enter');
  await title(/Mở kế hoạch/);
  await tabTo(page, /kế hoạch mẫu/i);
  await press(page, 'Enter');
  // Reading goes on in a thread; on a busy machine its progress stands there first.
  await expect(page.getByRole('button', { name: /Giữ kế hoạch này/ })).toBeVisible();
  await expect(page.getByText(/chưa lưu gì/i).first()).toBeVisible();
  expect((await askOffice(office, contract.office.state)).plans).toEqual([]);
  await tabTo(page, /Giữ kế hoạch này/);
  await press(page, 'Enter');

  // 3. The task table: a word is changed in place, taken back, and tasks are found without accents.
  await title('Nhiệm vụ');
  const [plan] = (await askOffice(office, contract.office.state)).plans;
  const table = () => askOffice(office, contract.plans.table, { params: { id: plan!.id }, query: {} });
  const first = (await table()).tasks[0]!;
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await press(page, '/');
  await page.keyboard.type('cac tin, bai ve luat');
  await expect(page.getByTestId('task-table')).toHaveAttribute('data-visible-count', '1');
  await press(page, 'Escape');
  await expect(page.getByTestId('task-table')).toHaveAttribute('data-visible-count', String(plan!.tasks));
  for (let tries = 0; tries < 60; tries++) {
    if (await page.evaluate(() => document.activeElement?.closest('[data-testid="task-table"]') !== null)) break;
    await press(page, 'Tab');
  }
  await press(page, 'Control+Home');
  for (let moves = 0; moves < 6; moves++) {
    if (await page.evaluate((text) => document.activeElement?.textContent?.includes(text) ?? false, first.text)) break;
    await press(page, moves % 2 === 0 ? 'ArrowRight' : 'ArrowDown');
  }
  await press(page, 'F2');
  await press(page, 'End');
  await page.keyboard.type(' (sửa bằng bàn phím)');
  await press(page, 'Control+Enter');
  await expect.poll(async () => (await table()).tasks[0]!.text).toContain('(sửa bằng bàn phím)');
  await press(page, 'Control+z');
  await expect.poll(async () => (await table()).tasks[0]!.text).toBe(first.text);

  // 4. A person for a post; that person's work; what was done.
  await press(page, 'Alt+9');
  await title('Cơ quan');
  await tabTo(page, /^Tên cơ quan/);
  await press(page, 'ArrowRight');
  await press(page, 'Enter');
  await tabTo(page, /^Họ và tên/);
  await page.keyboard.type('Phạm Minh Đức');
  await press(page, 'Tab');
  await page.keyboard.type('van hoa');
  await expect(page.getByRole('option', { name: 'Văn hóa - Xã hội' })).toBeVisible();
  await press(page, 'ArrowDown');
  await press(page, 'Enter');
  await press(page, 'Escape');
  await tabTo(page, /^Thêm người$/);
  await press(page, 'Enter');
  await expect(page.getByRole('row', { name: /Phạm Minh Đức/ })).toContainText('Văn hóa - Xã hội');
  await press(page, 'Alt+4');
  await title('Việc của tôi');
  await tabTo(page, /Phạm Minh Đức/);
  await press(page, 'Enter');
  await tabTo(page, /Đã làm được gì/);
  await page.keyboard.type('Đã phát 12 buổi');
  await press(page, 'Control+s');
  await expect
    .poll(async () => {
      const state = await askOffice(office, contract.office.state);
      const now = await askOffice(office, contract.plans.table, {
        params: { id: plan!.id },
        query: { window: state.currentWindowId! },
      });
      return now.tasks.filter((task) => task.progress?.doneText === 'Đã phát 12 buổi').length;
    })
    .toBe(1);

  // 5. The report is frozen.
  await press(page, 'Alt+6');
  await title(/^Báo cáo/);
  await expect(page.locator('iframe').first()).toBeVisible();
  await tabTo(page, /^Chốt báo cáo/);
  await press(page, 'Enter');
  await dialogInFocus(page);
  await tabTo(page, /^(Vẫn c|C)hốt/);
  await press(page, 'Enter');
  await expect
    .poll(async () => (await askOffice(office, contract.office.state)).reports.map((report) => report.status))
    .toEqual(['frozen']);

  // 6. The bundle.
  await press(page, 'Alt+7');
  await title(/Gói/);
  await tabTo(page, /^Xuất gói \(/);
  await press(page, 'Enter');
  await expect(page.getByText('Đã ghi xong và đọc lại đúng').first()).toBeVisible();
  expect((await askOffice(office, contract.sending.ledger)).entries).toHaveLength(1);
});
