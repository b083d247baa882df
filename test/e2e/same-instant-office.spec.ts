/**
 * The last letter and the act in the same instant: answers, activities, time, the office itself, and another office of this computer.
 * Rules: renderer/data/SPEC.md (SV6, SV7, SV10).
 */
import type { Page } from '@playwright/test';
import { contract } from '../../shared/api/contract/contract.ts';
import { addProvince, turnTo } from '../support/e2e-exchange.ts';
import { expect, fillPractice, nameOffice, openScreen, test } from '../support/e2e-office.ts';
import { receivedReport } from '../support/received-report.ts';
import { askOffice, type RunningOffice } from '../support/running-office.ts';
import { typeAndPress } from '../support/same-instant.ts';

const reading = (page: Page) => page.getByRole('region', { name: 'Phần đọc' });

test('an answer to a row and the word on the whole, as they are decided and sent', async ({ page, office }) => {
  const { province, receivedId } = await receivedReport(office);
  const answers = () => askOffice(office, contract.answers.of, { profileId: province, params: { id: receivedId } });
  await turnTo(page, office, province, `/tiep-nhan/${receivedId}`);
  await reading(page).getByRole('radio', { name: 'Góp ý' }).check();
  const words = reading(page).getByRole('textbox', { name: 'Lời góp ý' });
  await typeAndPress(words, 'Lần sau ghi rõ ngày.', page.getByRole('tab', { name: /^Trả lời/ }));
  await expect.poll(async () => (await answers()).rows.map((row) => row.words)).toEqual(['Lần sau ghi rõ ngày.']);

  await page.getByRole('tab', { name: /^Trả lời/ }).click();
  const message = reading(page).getByRole('textbox', { name: 'Lời nhắn cho đơn vị' });
  const send = page.getByRole('button', { name: 'Xuất gói trả lời…' });
  await typeAndPress(message, 'Bổ sung', send);
  await expect(page.getByText('Lời nhắn cho đơn vị: chưa bấm')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await typeAndPress(message, 'Bổ sung rồi gửi lại', page.getByRole('button', { name: 'Trả lại, yêu cầu bổ sung' }));
  await expect(reading(page).getByRole('button', { name: 'Bỏ kết luận này' })).toBeVisible();
  expect((await answers()).whole).toMatchObject({ verdict: 'tra-lai', words: 'Bổ sung rồi gửi lại' });

  await page.getByRole('tab', { name: 'Nhiệm vụ' }).click();
  await reading(page).getByRole('textbox', { name: 'Lời góp ý' }).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Ký tên.');
  await page.getByRole('tab', { name: /^Trả lời/ }).click();
  await send.click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect((await answers()).rows.map((row) => row.words)).toEqual(['Lần sau ghi rõ ngày. Ký tên.']);
});

test('an activity is recorded and corrected with the last letter', async ({ page, office }) => {
  await fillPractice(office);
  const titles = async () =>
    (await askOffice(office, contract.activities.list, { query: {} })).activities.map(({ activity }) => activity.title);
  const before = (await titles()).length;
  await openScreen(page, office, '/hoat-dong/moi');
  const title = page.getByRole('textbox', { name: 'Tên, nội dung' });
  await typeAndPress(title, 'Phát thanh ở thôn', page.getByRole('button', { name: 'Ghi và thêm nữa' }));
  await expect.poll(titles).toHaveLength(before + 1);
  expect(await titles()).toContain('Phát thanh ở thôn');
  await expect(title).toHaveValue('');
  await title.focus();
  await page.keyboard.type('Đối thoại với dân');
  await page.keyboard.press('Control+Enter');
  await expect.poll(titles).toContain('Đối thoại với dân');

  const added = (await askOffice(office, contract.activities.list, { query: {} })).activities.find(
    ({ activity }) => activity.title === 'Phát thanh ở thôn',
  );
  await openScreen(page, office, `/hoat-dong/${added?.activity.id}`);
  await expect(title).toHaveValue('Phát thanh ở thôn');
  const day = page.getByRole('textbox', { name: 'Ngày' });
  await title.fill('Phát thanh ở năm thôn');
  await typeAndPress(day, '3/1/2026', page.getByRole('button', { name: 'Lưu', exact: true }));
  await expect.poll(titles).toContain('Phát thanh ở năm thôn');
  const { activities } = await askOffice(office, contract.activities.list, { query: {} });
  expect(activities.find(({ activity }) => activity.id === added?.activity.id)?.activity.date).toBe('2026-01-03');
});

async function windowsOf(office: RunningOffice) {
  const year = Number((await askOffice(office, contract.office.state)).today.slice(0, 4));
  return { year, ...(await askOffice(office, contract.time.windows, { query: { year } })) };
}

test('a due date and a regime keep the day typed as the button is pressed', async ({ page, office }) => {
  await fillPractice(office);
  const { year, windows } = await windowsOf(office);
  const [window] = windows;
  if (!window) throw new Error('the practice office has no reporting window');
  await openScreen(page, office, '/thoi-han/ky');
  await page.getByRole('button', { name: `Sửa ${window.label}`, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: `Sửa ${window.label}` });
  const due = dialog.getByRole('textbox', { name: 'Hạn của mình' });
  await expect(due).toBeVisible();
  await typeAndPress(due, `20/12/${year}`, dialog.getByRole('button', { name: 'Lưu' }));
  await expect(dialog).toHaveCount(0);
  const dueOf = async () => (await windowsOf(office)).windows.find(({ id }) => id === window.id)?.dueDate;
  expect(await dueOf()).toBe(`${year}-12-20`);

  await page.getByRole('button', { name: `Sửa ${window.label}`, exact: true }).click();
  await due.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(`21/12/${year}`);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  expect(await dueOf()).toBe(`${year}-12-21`);

  await page.getByRole('button', { name: 'Áp dụng chế độ báo cáo' }).click();
  await page.getByRole('menuitem', { name: 'Nhập chế độ mới' }).click();
  const adopt = page.getByRole('button', { name: new RegExp(`^Áp dụng cho năm ${year}`) });
  await page.getByRole('textbox', { name: 'Tên', exact: true }).fill('Chế độ của tỉnh');
  await expect(adopt).toBeEnabled();
  await typeAndPress(page.getByRole('textbox', { name: 'Gửi đến' }), 'Sở Nội vụ', adopt);
  await expect(page.getByText(/Đã áp dụng Chế độ của tỉnh/)).toBeVisible();
  const { regimes } = await windowsOf(office);
  expect(regimes.find(({ regime }) => regime.name === 'Chế độ của tỉnh')?.regime.recipient).toBe('Sở Nội vụ');
});

test('the office’s own name, a new person and a person renamed keep the last letter', async ({ page, office }) => {
  await fillPractice(office);
  await openScreen(page, office, '/co-quan');
  const signer = page.getByRole('textbox', { name: 'Họ và tên người ký' });
  await signer.fill('Trần Thị');
  await typeAndPress(signer, 'Trần Thị Bình', page.getByRole('button', { name: 'Lưu', exact: true }));
  await expect(page.getByText('Đã lưu tên cơ quan.')).toBeVisible();
  expect((await askOffice(office, contract.office.state)).office?.chairName).toBe('Trần Thị Bình');

  const names = async () => (await askOffice(office, contract.office.people)).people.map(({ name }) => name);
  await openScreen(page, office, '/co-quan/nguoi');
  const name = page.getByRole('textbox', { name: 'Họ và tên', exact: true });
  await typeAndPress(name, 'Đỗ Văn Minh', page.getByRole('button', { name: 'Thêm người' }));
  await expect.poll(names).toContain('Đỗ Văn Minh');
  await expect(name).toHaveValue('');
  await name.focus();
  await page.keyboard.type('Lê Thị Hoa');
  await page.keyboard.press('Enter');
  await expect.poll(names).toContain('Lê Thị Hoa');
  await expect(name).toHaveValue('');

  await page.getByRole('button', { name: /^Tên của Đỗ Văn Minh/ }).click();
  const renamed = page.getByRole('textbox', { name: 'Tên của Đỗ Văn Minh' });
  await expect(renamed).toBeFocused();
  await typeAndPress(renamed, 'Đỗ Minh', page.getByRole('tab', { name: 'Đơn vị', exact: false }).first());
  await expect.poll(names).toContain('Đỗ Minh');
});

test('words typed as another office of this computer is opened stay in the office where they were typed', async ({
  page,
  office,
}) => {
  await fillPractice(office);
  await addProvince(office);
  const state = await askOffice(office, contract.office.state);
  const planId = state.plans[0]?.id ?? '';
  const query = { window: state.currentWindowId ?? undefined };
  const table = () => askOffice(office, contract.plans.table, { params: { id: planId }, query });
  const task = (await table()).tasks.find(({ progress }) => progress === null);
  await openScreen(page, office, `/viec-cua-toi/${task?.id}`);
  const words = page.getByRole('textbox', { name: 'Đã làm được gì' });
  await expect(words).toBeVisible();
  await page.getByRole('button', { name: /cơ quan đang mở, bấm để đổi/ }).click();
  await typeAndPress(words, 'Chữ của xã', page.getByRole('menuitem', { name: 'Tỉnh Sông Lam' }));
  await expect(page.getByRole('button', { name: /UBND tỉnh Sông Lam/ })).toBeVisible();
  expect((await table()).tasks.find(({ id }) => id === task?.id)?.progress?.doneText).toBe('Chữ của xã');
});

test('words typed as the window is closed are saved, or still there when it is opened again', async ({
  page,
  office,
}) => {
  await nameOffice(office);
  const made = await askOffice(office, contract.writing.fromTemplate, { body: { template: 'tong-the', year: 2027 } });
  await openScreen(page, office, `/soan/${made.planId}`);
  const place = page.getByRole('textbox', { name: 'Địa danh' });
  await place.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' mới');
  await page.goto('about:blank');
  const placeNow = async () => (await askOffice(office, contract.plans.get, { params: { id: made.planId } })).place;
  await openScreen(page, office, `/soan/${made.planId}`);
  await expect(place).toHaveValue(/ mới$/);
  await expect.poll(placeNow).toMatch(/ mới$/);
  await expect(page.getByRole('status').filter({ hasText: /^Đã lưu$/ })).toBeVisible();
});
