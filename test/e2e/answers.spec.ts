/** The way there and back in one window: locked to the province, answered row by row, seen on the same rows, written again, accepted. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { contract } from '../../shared/api/contract/contract.ts';
import { addProvince, card, cardFile, exported, frozenReport, turnTo } from '../support/e2e-exchange.ts';
import { expect, openScreen, test } from '../support/e2e-office.ts';
import { dropFiles, type GivenFile } from '../support/given-files.ts';
import { askOffice, type RunningOffice } from '../support/running-office.ts';

/** The bundle an office wrote last into its own folder. */
async function newestBundle(office: RunningOffice, profileId?: string): Promise<GivenFile> {
  const of = profileId === undefined ? {} : { profileId };
  const { dataFolder } = await askOffice(office, contract.office.state, of);
  const left = (await askOffice(office, contract.sending.ledger, of)).entries.filter(({ way }) => way === 'di');
  const newest = left.reduce((a, b) => (a.sequence > b.sequence ? a : b));
  const folder = join(dataFolder, 'goi');
  const name = (await readdir(folder)).find((each) => each === newest.fileName) ?? '';
  return { name, mimeType: 'application/octet-stream', buffer: await readFile(join(folder, name)) };
}

async function give(page: Page, file: GivenFile, name: string) {
  await dropFiles(page.getByRole('region', { name: 'Tiếp nhận gói' }), [{ ...file, name }]);
  return card(page, name);
}

async function exportReport(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /Thư mục "goi"/ }).check();
  await page.getByRole('button', { name: /^Xuất gói \(/ }).click();
  await exported(page);
}

async function exportAnswer(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Xuất gói trả lời…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Xuất gói trả lời cho/ });
  await dialog.getByRole('radio', { name: /Thư mục "goi"/ }).check();
  await dialog.getByRole('button', { name: 'Xuất gói trả lời', exact: true }).click();
  await exported(page);
}

const officer = 'Phạm Minh Đức';
const rows = (page: Page) => page.getByRole('row');
const reading = (page: Page) => page.getByRole('region', { name: 'Phần đọc' });
const ledger = (page: Page) => page.getByRole('list', { name: 'Các gói đã gửi, nhận' }).getByRole('listitem');

test('a report goes up, its answers come down on the same rows, and the replacement is accepted', async ({
  page,
  office,
}) => {
  const report = await frozenReport(office);
  const province = await addProvince(office);
  const { people } = await askOffice(office, contract.office.people);
  const person = people.find(({ name }) => name === officer)?.id ?? '';
  const query = { person, plan: report.planId, window: report.window.id };
  const { items } = await askOffice(office, contract.work.mine, { query });
  const [wanting, remarked] = items.filter(({ progress }) => progress?.state === 'xong');
  if (!wanting || !remarked) throw new Error('the practice officer has too few finished tasks');

  await test.step('the commune believes the province and sends locked to it', async () => {
    await openScreen(page, office, '/co-quan/khoa');
    await dropFiles(page.getByRole('region', { name: 'Thẻ đơn vị' }), [await cardFile(office, province)]);
    await page.getByRole('button', { name: 'Đã so đúng: tin' }).click();
    await openScreen(page, office, '/goi');
    await expect(page.getByRole('radio', { name: /Khóa cho UBND tỉnh Sông Lam/ })).toBeChecked();
    await exportReport(page);
  });
  const sent = await newestBundle(office);
  expect(sent.buffer.subarray(0, 21).toString()).toBe('age-encryption.org/v1');

  await test.step('the province receives it and answers row by row', async () => {
    await turnTo(page, office, province, '/tiep-nhan');
    const given = await give(page, sent, 'lần một');
    await given.getByRole('button', { name: 'Đã so đúng: tin khóa và tiếp nhận' }).click();
    await given.getByRole('button', { name: 'Đọc báo cáo' }).click();
    const answerRow = async (text: string, choice: string, words: string) => {
      await page.getByRole('textbox', { name: 'Tìm trong báo cáo' }).fill(text);
      await expect(reading(page).getByRole('heading', { level: 2 })).toHaveText(text);
      await reading(page).getByRole('radio', { name: choice }).check();
      await reading(page).getByRole('textbox').fill(words);
      await page.keyboard.press('Control+Enter');
      await expect(reading(page)).toContainText(`Đã lưu: ${choice}`);
    };
    await answerRow(wanting.text, 'Yêu cầu bổ sung', 'Chưa có ảnh niêm yết tại nhà văn hóa thôn.');
    await answerRow(remarked.text, 'Góp ý', 'Lần sau ghi rõ ngày niêm yết.');
    await page.getByRole('textbox', { name: 'Tìm trong báo cáo' }).fill('');
    await page.getByRole('tab', { name: /^Trả lời/ }).click();
    await expect(page.getByRole('button', { name: 'Chấp nhận báo cáo' })).toBeDisabled();
    await page.getByRole('button', { name: /^Chấp nhận \d+ dòng chưa trả lời$/ }).click();
    await page.getByRole('textbox', { name: 'Lời nhắn cho đơn vị' }).fill('Bổ sung rồi gửi lại.');
    await page.getByRole('button', { name: 'Trả lại, yêu cầu bổ sung' }).click();
    await expect(reading(page).getByRole('button', { name: 'Bỏ kết luận này' })).toBeVisible();
    await exportAnswer(page);
  });
  const code =
    (await reading(page)
      .locator('p')
      .filter({ hasText: /^([A-Z\d]{4}[-\s]?){4}$/ })
      .textContent()) ?? '';

  await test.step('the code read over the telephone marks that version as received', async () => {
    await turnTo(page, office, null, '/goi');
    await page.getByRole('button', { name: 'Nhập mã biên nhận…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Nhập mã biên nhận' });
    const field = dialog.getByRole('textbox', { name: 'Mã cấp trên đọc qua điện thoại' });
    await field.fill(code.replace(/^./, (sign) => (sign === '7' ? '9' : '7')));
    await dialog.getByRole('button', { name: 'Ghi biên nhận' }).click();
    await expect(dialog.getByRole('alert').or(dialog.getByRole('status')).first()).toContainText(/\S/);
    await expect(dialog).not.toContainText('Đã ghi biên nhận.');
    await field.fill(code.toLowerCase());
    await dialog.getByRole('button', { name: 'Ghi biên nhận' }).click();
    await expect(dialog).toContainText('Đã ghi biên nhận.');
    await page.keyboard.press('Escape');
    await expect(ledger(page).filter({ hasText: 'Báo cáo số 1' })).toContainText('Nơi nhận đã nhận');
  });

  await test.step('the answers stand on the same rows at the commune', async () => {
    await openScreen(page, office, '/tiep-nhan');
    const given = await give(page, await newestBundle(office, province), 'trả lời');
    await given.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
    await expect(given).toContainText('Cấp trên yêu cầu bổ sung 1 dòng.');
    await openScreen(page, office, '/bao-cao');
    await page.getByRole('tab', { name: 'Cấp trên trả lời' }).click();
    const answered = page.getByRole('tabpanel', { name: 'Cấp trên trả lời' });
    await expect(answered).toContainText('Bổ sung rồi gửi lại.');
    await expect(answered.getByRole('listitem').filter({ hasText: wanting.text })).toContainText(
      'Chưa có ảnh niêm yết tại nhà văn hóa thôn.',
    );
    await expect(answered.getByRole('listitem').filter({ hasText: remarked.text })).toContainText(
      'Lần sau ghi rõ ngày niêm yết.',
    );
    await openScreen(page, office, '/goi');
    await expect(ledger(page).filter({ hasText: 'Báo cáo số 1' })).toContainText('Trả lại');
    await openScreen(page, office, '/viec-cua-toi');
    await page.getByRole('button', { name: officer }).click();
    const list = page.getByRole('listbox', { name: 'Việc của tôi' });
    await list.getByRole('option').filter({ hasText: wanting.text }).click();
    await expect(page.getByText('Chưa có ảnh niêm yết tại nhà văn hóa thôn.')).toBeVisible();
  });

  await test.step('it is written again and goes up as a replacement', async () => {
    // The window is locked once its report was frozen: who writes later says why.
    await page.getByRole('textbox', { name: /^Lý do ghi muộn/ }).fill('Theo yêu cầu bổ sung của tỉnh');
    const words = page.getByRole('textbox', { name: 'Đã làm được gì' });
    await words.fill('Đã niêm yết tại 5 nhà văn hóa thôn, có ảnh.');
    await words.blur();
    await expect(page.getByText('(đã ghi lại sau đó)')).toBeVisible();
    await openScreen(page, office, '/bao-cao');
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Mở lại để sửa' }).click();
    await dialog.getByRole('button', { name: 'Mở lại để sửa' }).click();
    await page.getByRole('button', { name: 'Chốt báo cáo' }).click();
    await dialog.getByRole('button', { name: 'Chốt báo cáo' }).click();
    await expect(page.getByRole('button', { name: 'Mở lại để sửa' })).toBeVisible();
    await openScreen(page, office, '/goi');
    await exportReport(page);
    await expect(ledger(page).filter({ hasText: 'Báo cáo thay thế số 2' })).toContainText('Đã xuất');
    await expect(ledger(page).filter({ hasText: 'Báo cáo số 1' })).toContainText('Đã có bản thay');
  });

  await test.step('the province sees the replacement beside its own words, and accepts', async () => {
    const replacement = await newestBundle(office);
    await turnTo(page, office, province, '/tiep-nhan');
    const given = await give(page, replacement, 'lần hai');
    await given.getByRole('button', { name: 'Tiếp nhận bản thay thế' }).click();
    await given.getByRole('button', { name: 'Đọc báo cáo' }).click();
    await page.getByRole('textbox', { name: 'Tìm trong báo cáo' }).fill(wanting.text);
    await expect(reading(page)).toContainText('Lần trước: Yêu cầu bổ sung · đơn vị đã ghi lại dòng này');
    await expect(reading(page)).toContainText('Đã niêm yết tại 5 nhà văn hóa thôn, có ảnh.');
    await page.getByRole('textbox', { name: 'Tìm trong báo cáo' }).fill('');
    await page.getByRole('tab', { name: /^Trả lời/ }).click();
    await page.getByRole('button', { name: /^Chấp nhận \d+ dòng chưa trả lời$/ }).click();
    await page.getByRole('button', { name: 'Chấp nhận báo cáo' }).click();
    await exportAnswer(page);
    await openScreen(page, office, '/tiep-nhan');
    await expect(rows(page).filter({ hasText: 'Xã An Thịnh' })).toContainText('Đã chấp nhận');
  });

  await test.step('the commune reads that it is accepted', async () => {
    const verdict = await newestBundle(office, province);
    await turnTo(page, office, null, '/tiep-nhan');
    const given = await give(page, verdict, 'chấp nhận');
    await given.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
    await expect(given).toContainText('Cấp trên đã chấp nhận báo cáo.');
    await openScreen(page, office, '/goi');
    await expect(ledger(page).filter({ hasText: 'Báo cáo thay thế số 2' })).toContainText('Chấp nhận');
  });
  for (const profileId of [undefined, province]) {
    const doctor = await askOffice(office, contract.office.doctor, { body: {}, ...(profileId && { profileId }) });
    expect(doctor.ok).toBe(true);
  }
});
