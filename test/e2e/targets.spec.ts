/**
 * Targets, proof and activities on the plan of Như Quỳnh: figures beside the words, proof explained, an activity recorded once and
 * counted in the quarter's and the half-year's report, and everything found again. Rules: shared/target/SPEC.md, shared/activity/SPEC.md.
 */
import type { Page } from '@playwright/test';
import { contract } from '../../shared/api/contract/contract.ts';
import type { WindowView } from '../../shared/api/contract/office.ts';
import { expect, nameOffice, openScreen, test } from '../support/e2e-office.ts';
import { askOffice, type RunningOffice } from '../support/running-office.ts';
import { haveSamples, sample } from '../support/samples.ts';

test.skip(!haveSamples, 'needs ../shared/samples, which is not here');

/** Keeps the real plan, without the screen. */
async function keepPlan(office: RunningOffice) {
  await nameOffice(office, { kind: 'thi-tran' });
  const bytes = sample('nhu-quynh-2024.docx') as Uint8Array<ArrayBuffer>;
  let job = await askOffice(office, contract.plans.read, { query: { name: 'nhu-quynh-2024.docx' }, bytes });
  while (job.state === 'running')
    job = await askOffice(office, contract.plans.job, { params: { id: job.id }, query: { after: job.version } });
  const read = await askOffice(office, contract.plans.readResult, { params: { id: job.id } });
  if (!read.plan) throw new Error('the sample holds no plan');
  const header = read.plan;
  const { planId } = await askOffice(office, contract.plans.keep, {
    body: { readId: job.id, year: 2024, header, rows: read.rows },
  });
  const { windows } = await askOffice(office, contract.office.state);
  const { groups } = await askOffice(office, contract.plans.table, { params: { id: planId }, query: {} });
  const windowOf = (key: string): WindowView => {
    const found = windows.find((each) => each.key === key);
    if (!found) throw new Error(`no window ${key}`);
    return found;
  };
  /** The first task of the group one of whose results has these words. */
  const taskWith = (words: string): string => {
    const taskId = groups.find((group) => group.results.some((result) => result.includes(words)))?.taskIds[0];
    if (!taskId) throw new Error(`no result with ${words}`);
    return taskId;
  };
  return { planId, windowOf, taskWith };
}

async function chooseWindow(page: Page, label: string) {
  await page.getByRole('button', { name: /^Kỳ báo cáo:/ }).click();
  await page.getByRole('option', { name: label, exact: true }).click();
}

const reportText = async (office: RunningOffice, planId: string, windowId: string): Promise<string> => {
  const { sections, html } = await askOffice(office, contract.reports.open, { body: { planId, windowId } });
  return `${sections.map((section) => section.auto).join('\n')}\n${html}`;
};

test('a target has both counts, an empty set is "không phát sinh", proof that cannot be had is explained and told', async ({
  page,
  office,
}) => {
  const { planId, windowOf, taskWith } = await keepPlan(office);
  const quarter = windowOf('2024-Q1');
  const taskId = taskWith('Trên 95% TTHC');
  await openScreen(page, office, `/viec-cua-toi/${taskId}`);
  await chooseWindow(page, quarter.label);
  const results = page.getByRole('region', { name: 'Kết quả cần có' });

  await test.step('the share stands with both counts and its verdict', async () => {
    const onTime = results.getByRole('listitem').filter({ hasText: 'Trên 95% TTHC đúng và trước hạn' }).first();
    await onTime.getByLabel(/^Đạt được/).fill('412');
    await onTime.getByLabel(/^Tổng số/).fill('415');
    await onTime.getByLabel(/^Tổng số/).press('Enter');
    await expect(onTime.getByText('99,3%')).toBeVisible();
    await expect(onTime.getByRole('status')).toHaveText('Đạt');
  });

  await test.step('an empty set is no 100 % (TG9)', async () => {
    const late = results.getByRole('listitem').filter({ hasText: 'hồ sơ trễ hạn phải được xin lỗi' }).first();
    await late.getByLabel(/^Đạt được/).fill('0');
    await late.getByLabel(/^Tổng số/).fill('0');
    await late.getByLabel(/^Tổng số/).press('Enter');
    await expect(late.getByRole('status')).toHaveText('Không phát sinh');
  });

  await test.step('missing proof is explained (TG17)', async () => {
    await results.getByRole('button', { name: /^Vì sao không có Tờ trình/ }).click();
    await page
      .getByRole('textbox', { name: 'Vì sao không có' })
      .fill('Trong quý không có thủ tục nào cần đơn giản hóa');
    await page.getByRole('button', { name: 'Ghi lý do' }).click();
    await expect(results.getByText('không có được: Trong quý không có thủ tục nào cần đơn giản hóa')).toBeVisible();
  });

  await test.step('a document with its register proves the kind', async () => {
    await page.getByRole('button', { name: 'Văn bản…' }).click();
    await page.getByRole('textbox', { name: 'Số, ký hiệu' }).fill('09/TTr-UBND');
    await page.getByRole('textbox', { name: 'Trích yếu' }).fill('Tờ trình phương án đơn giản hóa');
    await page.getByRole('button', { name: 'Thêm văn bản' }).click();
    await expect(results.getByText('có: Tờ trình phương án đơn giản hóa')).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('the report tells both counts', async () => {
    const text = await reportText(office, planId, quarter.id);
    expect(text).toContain('412/415 (99,3%)');
    expect(text).toContain('không phát sinh');
    expect(text.toLowerCase()).toContain('biểu kết quả thực hiện các chỉ tiêu');
  });

  await test.step('"Thiếu gì" lists what is missing and leads to the work', async () => {
    await openScreen(page, office, '/minh-chung');
    await page.getByRole('button', { name: 'Thiếu gì' }).click();
    const gaps = page.getByRole('list', { name: 'Thiếu gì' });
    await expect(gaps.getByText('Còn thiếu:').first()).toBeVisible();
    await gaps.getByRole('link').first().click();
    await expect(page.getByRole('heading', { level: 1, name: 'Việc của tôi' })).toBeVisible();
  });
});

test('an activity is recorded once by keyboard, counted in the quarter and the half-year, and found by abbreviation', async ({
  page,
  office,
}) => {
  const { planId, windowOf } = await keepPlan(office);
  const [quarter, half, third] = [windowOf('2024-Q1'), windowOf('2024-H1'), windowOf('2024-Q3')];
  await openScreen(page, office, '/hoat-dong');
  await page.getByRole('button', { name: 'Ghi hoạt động đầu tiên' }).press('Enter');
  const title = page.getByRole('textbox', { name: 'Tên, nội dung' });
  await expect(title).toBeFocused();
  await page.keyboard.type('Tuyên truyền thủ tục hành chính trên loa truyền thanh');
  await page.getByRole('textbox', { name: 'Ngày' }).fill('20/2/2024');
  await page.getByRole('textbox', { name: 'Số lượt, số buổi' }).fill('12');
  await page.getByRole('combobox', { name: 'Thôn, tổ dân phố' }).fill('Phố Như Quỳnh');
  await page.keyboard.press('Enter');
  await page.getByText('Có thể là:').waitFor();
  await page
    .getByRole('list')
    .filter({ has: page.locator('button[title]') })
    .getByRole('button')
    .first()
    .click();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã ghi “Tuyên truyền thủ tục hành chính')).toBeVisible();

  await test.step('the next entry remembers channel and villages', async () => {
    await expect(title).toHaveValue('');
    await expect(page.getByText('Phố Như Quỳnh').first()).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('no second entry: every report whose days hold it counts it (AC1)', async () => {
    expect(await reportText(office, planId, quarter.id)).toContain('Tuyên truyền 12 lượt');
    expect(await reportText(office, planId, half.id)).toContain('Tuyên truyền 12 lượt');
    expect(await reportText(office, planId, third.id)).not.toContain('Tuyên truyền 12 lượt');
  });

  await test.step('Ctrl+K finds it by an abbreviation and opens it', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('tuyen truyen tthc loa');
    const found = page.getByRole('listbox', { name: 'Kết quả tìm' });
    const group = found.getByRole('group', { name: 'Hoạt động' });
    await expect(group.getByRole('option')).toContainText('Tuyên truyền thủ tục hành chính');
    await group.getByRole('option').click();
    await expect(page.getByRole('heading', { level: 1, name: 'Hoạt động' })).toBeVisible();
    await expect(title).toHaveValue('Tuyên truyền thủ tục hành chính trên loa truyền thanh');
  });

  await test.step('a removed activity comes back with Ctrl+Z', async () => {
    // The word that it was recorded may still lie over the button.
    const words = page.getByRole('button', { name: 'Đóng thông báo' });
    if (await words.isVisible()) await words.click();
    await page.getByRole('button', { name: 'Xóa' }).click();
    await expect(page.getByText('Chưa ghi hoạt động nào').first()).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(page.getByText('Đã hoàn tác')).toBeVisible();
    // The window in sight is another one: the list says so and leads to all of them.
    await page.getByRole('button', { name: 'Xem mọi kỳ (1)' }).click();
    await expect(page.getByRole('option', { name: /Tuyên truyền thủ tục hành chính/ })).toBeVisible();
  });
});
