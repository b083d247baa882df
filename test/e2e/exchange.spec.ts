/** Steps 6 and 7: one file to a folder, written and read back; the superior on the same computer checks it, receives it, reads rows and proof. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { contract } from '../../shared/api/contract/contract.ts';
import { communeForm, expect, fillPractice, openScreen, test } from '../support/e2e-office.ts';
import { dropFiles, type GivenFile, picture, plain } from '../support/given-files.ts';
import { askOffice, type RunningOffice } from '../support/running-office.ts';

/** The practice office with one picture of proof and the suggested window's report frozen. */
async function freezeReport(office: RunningOffice) {
  await fillPractice(office);
  const state = await askOffice(office, contract.office.state);
  const plan = state.plans[0];
  const windowId = state.currentWindowId;
  if (!plan || !windowId) throw new Error('the practice office has no plan or window');
  const { tasks } = await askOffice(office, contract.plans.table, {
    params: { id: plan.id },
    query: { window: windowId },
  });
  const told = tasks.find((task) => task.progress?.state === 'xong');
  if (!told) throw new Error('the practice office has no finished task');
  const add = (file: GivenFile) =>
    askOffice(office, contract.work.addFile, {
      query: { name: file.name, task: told.id, window: windowId },
      bytes: new Uint8Array(file.buffer),
    });
  await add(picture('Ảnh niêm yết.png'));
  const { evidence } = await add(plain('Danh sách hộ nghèo.txt', 'dữ liệu riêng tư'));
  await askOffice(office, contract.work.changeEvidence, {
    params: { id: evidence.id },
    body: { revision: evidence.revision, title: evidence.title, sensitive: true },
  });
  const body = { planId: plan.id, windowId };
  const report = await askOffice(office, contract.reports.open, { body });
  await askOffice(office, contract.reports.freeze, { params: { id: report.id }, body: { revision: report.revision } });
  return { report, told };
}

/** A second office on the same computer: the superior. */
async function addSuperior(office: RunningOffice): Promise<string> {
  const { id } = await askOffice(office, contract.office.addProfile, { body: { label: 'Tỉnh Sông Lam' } });
  await askOffice(office, contract.office.setUp, {
    profileId: id,
    body: { ...communeForm, kind: 'tinh', name: 'Sông Lam', superiorKind: null, superiorName: '' },
  });
  for (const name of ['Bình Minh', 'Đông Hải'])
    await askOffice(office, contract.office.addSubordinate, { profileId: id, body: { kind: 'xa', name } });
  return id;
}

async function openSuperior(page: Page, office: RunningOffice, profileId: string): Promise<void> {
  await openScreen(page, office);
  await page.evaluate((id) => {
    const key = 'so-viec-session';
    const kept = JSON.parse(window.sessionStorage.getItem(key) ?? '{"state":{},"version":0}');
    window.sessionStorage.setItem(key, JSON.stringify({ ...kept, state: { ...kept.state, profileId: id } }));
  }, profileId);
  await page.reload();
  await openScreen(page, office, '/tiep-nhan');
  await expect(page.getByText('UBND tỉnh Sông Lam · gói báo cáo')).toBeVisible();
}

/** Exports through the screen; the file as it lies in the folder. */
async function exportBundle(page: Page, office: RunningOffice): Promise<GivenFile> {
  await openScreen(page, office, '/goi');
  await page.getByRole('radio', { name: /Thư mục "goi"/ }).check();
  await page.getByRole('button', { name: /^Xuất gói \(/ }).click();
  const done = page.getByRole('group', { name: /^Đã xuất gói báo cáo/ });
  await expect(done).toContainText('Đã ghi xong và đọc lại đúng');
  const [last] = (await askOffice(office, contract.sending.ledger)).entries;
  if (!last) throw new Error('nothing is in the ledger');
  await expect(done).toContainText(last.fileName);
  const { dataFolder } = await askOffice(office, contract.office.state);
  return {
    name: last.fileName,
    mimeType: 'application/zip',
    buffer: await readFile(join(dataFolder, 'goi', last.fileName)),
  };
}

const region = (page: Page) => page.getByRole('region', { name: 'Tiếp nhận gói' });
const card = (page: Page, name: string) => page.getByRole('article', { name });

test('a draft is not sent; a frozen report is, once per press, into the ledger', async ({ page, office }) => {
  const { report } = await freezeReport(office);
  const other = (await askOffice(office, contract.office.state)).windows.find((each) => each.id !== report.window.id);
  await openScreen(page, office, '/goi');
  await expect(page.getByText('1 minh chứng nhạy cảm không đi theo gói')).toBeVisible();
  const file = await exportBundle(page, office);
  expect(file.buffer.subarray(0, 2).toString()).toBe('PK');
  await expect(page.getByRole('list', { name: 'Các gói đã gửi, nhận' }).getByText(file.name)).toHaveCount(1);
  await page.getByRole('button', { name: 'Xong' }).click();

  await page.getByRole('button', { name: /^Kỳ báo cáo/ }).click();
  await page.getByRole('option', { name: other?.label ?? '' }).click();
  await expect(page.getByText(`Báo cáo ${other?.label} chưa chốt`)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Mở báo cáo để chốt' })).toBeVisible();
});

test('the superior drops the file in, sees it checked, receives it and reads it', async ({ page, office }) => {
  const { report, told } = await freezeReport(office);
  const file = await exportBundle(page, office);
  const superior = await addSuperior(office);
  await openSuperior(page, office, superior);
  await expect(page.getByRole('row').filter({ hasText: 'Xã Bình Minh' })).toContainText('Chưa gửi');

  await dropFiles(region(page), [file]);
  const checked = card(page, file.name);
  await expect(checked).toContainText(/Đủ tệp không\?.*Đủ: \d+ nhiệm vụ, \d+ minh chứng\./);
  await expect(checked).toContainText(/Có bị sửa không\?.*Không, mọi tệp khớp mã/);
  await expect(checked).toContainText(/Của ai gửi\?.*lần đầu thấy khóa này: so dấu vân tay qua điện thoại/);
  await expect(checked).toContainText(/Dấu vân tay nơi gửi(\d{4}){6}/);
  const nothingYet = await askOffice(office, contract.reports.inbox, { profileId: superior });
  expect(nothingYet.units.flatMap((unit) => unit.received)).toEqual([]);

  await checked.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
  await expect(checked).toContainText('Đã tiếp nhận.');
  await expect(page.getByRole('row').filter({ hasText: 'Xã An Thịnh' })).toContainText('Đã nhận');
  await expect(page.getByRole('columnheader', { name: report.window.label })).toContainText('1 / 3');

  await checked.getByRole('button', { name: 'Đọc báo cáo' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Xã An Thịnh: báo cáo ${report.window.label}`);
  await page.getByRole('textbox', { name: 'Tìm trong báo cáo' }).fill(told.text);
  const reading = page.getByRole('region', { name: 'Phần đọc' });
  await expect(reading.getByRole('heading', { level: 2 })).toHaveText(told.text);
  await expect(reading).toContainText('Minh chứng nhạy cảm, giữ tại đơn vị');
  await expect(reading).not.toContainText('Danh sách hộ nghèo');
  await reading.getByRole('button', { name: /^Ảnh niêm yết\.png/ }).click();
  await expect(page.getByRole('dialog').getByRole('img', { name: 'Ảnh niêm yết.png' })).toBeVisible();
  await page.keyboard.press('Escape');

  await test.step('what the sender kept back is named, not shown', async () => {
    await reading.getByRole('button', { name: /^Minh chứng nhạy cảm/ }).click();
    await expect(page.getByRole('dialog')).toContainText('Đơn vị gửi không kèm tệp của minh chứng này trong gói.');
    await page.keyboard.press('Escape');
  });

  await page.getByRole('tab', { name: 'Lời', exact: true }).click();
  await expect(reading).toContainText('Kết quả thực hiện');

  await test.step('the same file again is known and changes nothing', async () => {
    await page.getByRole('button', { name: 'Về Tiếp nhận' }).click();
    await dropFiles(region(page), [{ ...file, name: 'gửi lại.zip' }]);
    const again = card(page, 'gửi lại.zip');
    await expect(again).toContainText('Gói này đã nhận trước đây');
    await again.getByRole('button', { name: 'Mở bản đã nhận' }).click();
    await expect(again.getByRole('button', { name: 'Đọc báo cáo' })).toBeVisible();
    const inbox = await askOffice(office, contract.reports.inbox, { profileId: superior });
    expect(inbox.units.flatMap((unit) => unit.received)).toHaveLength(1);
  });
});

test('a changed, a foreign and an empty file are refused, each in its own words', async ({ page, office }) => {
  await freezeReport(office);
  const file = await exportBundle(page, office);
  const superior = await addSuperior(office);
  await openSuperior(page, office, superior);
  const changed = Buffer.from(file.buffer);
  const place = changed.indexOf('IHDR');
  changed.writeUInt8(changed.readUInt8(place + 5) ^ 1, place + 5);
  await dropFiles(region(page), [
    { ...file, name: 'đã sửa.zip', buffer: changed },
    { ...file, name: 'cụt.zip', buffer: file.buffer.subarray(0, file.buffer.length / 2) },
    { name: 'ảnh.zip', mimeType: 'application/zip', buffer: picture('x').buffer },
    { name: 'rỗng.zip', mimeType: 'application/zip', buffer: Buffer.alloc(0) },
  ]);
  await expect(card(page, 'đã sửa.zip')).toContainText('Có chỗ không khớp mã');
  await expect(card(page, 'đã sửa.zip')).toContainText('.png');
  for (const name of ['đã sửa.zip', 'cụt.zip', 'ảnh.zip']) {
    await expect(card(page, name)).toContainText('Chưa nhận gì');
    await expect(card(page, name).getByRole('button', { name: /Tiếp nhận/ })).toHaveCount(0);
  }
  await expect(card(page, 'rỗng.zip')).toContainText('Tệp rỗng (0 byte)');
  const inbox = await askOffice(office, contract.reports.inbox, { profileId: superior });
  expect(inbox.units.flatMap((unit) => unit.received)).toEqual([]);
});
