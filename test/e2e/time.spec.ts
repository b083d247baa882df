/** Time on a real plan, by keyboard alone: a question answered and an event recorded; a regime typed in and six months gathered. */
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { contract } from '../../shared/api/contract/contract.ts';
import { expect, nameOffice, openScreen, test } from '../support/e2e-office.ts';
import { askOffice, type RunningOffice } from '../support/running-office.ts';
import { haveSamples, sample } from '../support/samples.ts';
import { tabTo } from '../support/tab-to.ts';

test.skip(!haveSamples, 'needs ../shared/samples, which is not here');

const shot = (name: string): string => fileURLToPath(new URL(`../results/${name}.png`, import.meta.url));
const press = (page: Page, key: string) => page.keyboard.press(key);

/** Names the office and keeps the real plan as it was read. */
async function keepRealPlan(office: RunningOffice): Promise<string> {
  await nameOffice(office, { kind: 'thi-tran' });
  let job = await askOffice(office, contract.plans.read, {
    query: { name: 'nhu-quynh-2024.docx' },
    bytes: sample('nhu-quynh-2024.docx') as Uint8Array<ArrayBuffer>,
  });
  while (job.state === 'running')
    job = await askOffice(office, contract.plans.job, { params: { id: job.id }, query: { after: job.version } });
  const { plan, rows } = await askOffice(office, contract.plans.readResult, { params: { id: job.id } });
  const kept = await askOffice(office, contract.plans.keep, {
    body: { readId: job.id, year: 2024, header: plan!, rows },
  });
  return kept.planId;
}

const table = (office: RunningOffice, planId: string, window: string) =>
  askOffice(office, contract.plans.table, { params: { id: planId }, query: { window } });

test('a question about time is answered once, and an event makes its rows due (SC12, SC18)', async ({
  page,
  office,
}) => {
  const planId = await keepRealPlan(office);
  await openScreen(page, office, '/thoi-han');
  await expect(page.getByText('3 cách ghi cần trả lời')).toBeVisible();

  // "Trong năm 2023" in a plan of 2024: down the list, the whole year, and where that is due before it is saved.
  await tabTo(page, /^Các cách ghi thời gian/);
  for (let steps = 0; steps < 5; steps++) {
    if (await page.getByRole('option', { selected: true }).getByText('Trong năm 2023', { exact: true }).isVisible())
      break;
    await press(page, 'ArrowDown');
  }
  await expect(page.getByRole('heading', { level: 2, name: '“Trong năm 2023”' })).toBeVisible();
  await tabTo(page, /Thường xuyên$/);
  await press(page, 'Space');
  for (let steps = 0; steps < 3; steps++) await press(page, 'ArrowRight');
  await expect(page.getByLabel('Cả năm', { exact: true })).toBeChecked();
  await expect(page.getByText('Đến hạn trong: Quý IV/2024, Năm 2024.')).toBeVisible();
  await page.screenshot({ path: shot('time-answer') });
  await tabTo(page, /^Ghi câu trả lời/);
  await press(page, 'Enter');
  await expect(page.getByText('2 cách ghi cần trả lời')).toBeVisible();
  const answered = (await table(office, planId, '2024-Q4')).tasks.filter((task) => task.time === 'Trong năm 2023');
  expect(answered.length).toBe(8);
  expect(answered.every((task) => task.due?.due && task.due.answered)).toBe(true);

  // The land use plan was approved on 20/5: its row stops waiting, and is due in quarter II.
  const waits = async () =>
    (await table(office, planId, '2024-Q2')).tasks.find((task) => /QHKHSDĐ/.test(task.time))!.due!;
  expect(await waits()).toMatchObject({ due: false, waiting: true });
  await tabTo(page, /^Cần trả lời/, 'Shift+Tab');
  await press(page, 'ArrowRight');
  await expect(page.getByText('Các việc đang chờ')).toBeVisible();
  await tabTo(page, /^Ghi nhận sự kiện: QHKHSDĐ/);
  await press(page, 'Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await tabTo(page, /^Ngày xảy ra/);
  await page.keyboard.type('20/5');
  await press(page, 'Tab');
  await tabTo(page, /^Ghi chú/);
  await page.keyboard.type('Quyết định 120/QĐ-UBND');
  await page.screenshot({ path: shot('time-event') });
  await press(page, 'Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByText('20/5/2024')).toBeVisible();
  expect(await waits()).toMatchObject({ due: true, waiting: false });
  await press(page, 'Control+z');
  await expect.poll(async () => (await waits()).waiting).toBe(true);
});

test('a regime is typed in, and six months gather the quarters (PE7, GA1 to GA5)', async ({ page, office }) => {
  const planId = await keepRealPlan(office);
  const task = (await table(office, planId, '2024-Q1')).tasks[0]!;
  for (const [windowId, doneText] of [
    ['2024-Q1', 'Đã tập huấn hai lớp'],
    ['2024-Q2', 'Đã niêm yết tại tám thôn'],
  ] as const)
    await askOffice(office, contract.work.saveProgress, {
      body: {
        taskId: task.id,
        windowId,
        revision: null,
        state: 'xong',
        doneText,
        numerator: null,
        denominator: null,
        measure: '',
        obstacle: '',
        proposal: '',
      },
    });

  await openScreen(page, office, '/thoi-han/ky');
  await tabTo(page, /^Áp dụng chế độ báo cáo/);
  await press(page, 'Enter');
  await expect(page.getByRole('menuitem', { name: 'Nhập chế độ mới' })).toBeFocused();
  await press(page, 'Enter');
  await expect(page.getByText('Sau khi áp dụng:')).toBeVisible();
  await tabTo(page, /^Gửi đến/);
  await page.keyboard.type('UBND huyện Văn Lâm');
  await tabTo(page, /^6 tháng đầu năm: hạn của mình/);
  await page.keyboard.type('7/7');
  await press(page, 'Tab');
  await expect(page.getByText(/trước 07\/7\/2024, chậm nhất 06\/7\/2024/)).toBeVisible();
  await tabTo(page, /^Cả năm: hạn của mình/);
  await page.keyboard.type('5/1/2025');
  await press(page, 'Tab');
  // The last day is a Saturday, and that is said before anybody relies on it.
  await expect(page.getByText('Ngày cuối 04/01/2025 là thứ Bảy, không làm việc.')).toBeVisible();
  await page.screenshot({ path: shot('time-regime') });
  await tabTo(page, /^Áp dụng cho năm 2024/);
  await press(page, 'Enter');
  await expect(page.getByText(/0 kỳ mới, 2 kỳ đổi/)).toBeVisible();
  const windows = (await askOffice(office, contract.office.state)).windows;
  expect(windows.find(({ id }) => id === '2024-H1')).toMatchObject({ fromDate: '2024-01-01', dueDate: '2024-07-07' });

  // Six months show what the quarters hold; the report says it without a word typed twice.
  expect((await table(office, planId, '2024-H1')).tasks[0]!.gathered?.doneText).toContain('Đã tập huấn hai lớp');
  await openScreen(page, office, `/viec-cua-toi/${task.id}`);
  await tabTo(page, /^Kỳ báo cáo/);
  await press(page, 'Enter');
  const marked = page.locator('[data-combobox-selected]');
  for (let steps = 0; steps < 8; steps++) {
    await press(page, 'ArrowDown');
    if ((await marked.innerText()).includes('6 tháng đầu năm 2024')) break;
  }
  await press(page, 'Enter');
  await expect(page.getByText('Gộp từ Quý I/2024, Quý II/2024.', { exact: false })).toBeVisible();
  await expect(page.getByLabel('Đã làm được gì')).toHaveValue(/Đã tập huấn hai lớp[\s\S]*Đã niêm yết tại tám thôn/);
  await page.screenshot({ path: shot('time-gathered') });
});
