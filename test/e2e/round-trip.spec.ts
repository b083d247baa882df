/** Sent locked and in parts, received in any order; a first and a changed key; a recall. Two offices on one computer. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contract } from '../../shared/api/contract/contract.ts';
import { addProvince, card, cardFile, exported, frozenReport, turnTo } from '../support/e2e-exchange.ts';
import { expect, openScreen, test } from '../support/e2e-office.ts';
import { dropFiles, type GivenFile } from '../support/given-files.ts';
import { askOffice, type RunningOffice } from '../support/running-office.ts';

async function written(office: RunningOffice): Promise<GivenFile[]> {
  const { dataFolder } = await askOffice(office, contract.office.state);
  const folder = join(dataFolder, 'goi');
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile());
  return Promise.all(
    names.map(async ({ name }) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: await readFile(join(folder, name)),
    })),
  );
}

test('a card is compared and believed; the bundle goes out locked and in parts, and joins in any order', async ({
  page,
  office,
}) => {
  await frozenReport(office, 5_000_000);
  const province = await addProvince(office);
  await openScreen(page, office, '/co-quan/khoa');
  await dropFiles(page.getByRole('region', { name: 'Thẻ đơn vị' }), [await cardFile(office, province)]);
  const asked = page.getByRole('status').filter({ hasText: 'Lần đầu thấy khóa này: so dấu vân tay qua điện thoại.' });
  await expect(asked).toContainText(/(\d{4}){6}/);
  await asked.getByRole('button', { name: 'Đã so đúng: tin' }).click();
  await expect(page.getByRole('list', { name: 'Khóa của đơn vị khác' })).toContainText('Cấp trên · Đã tin');

  await openScreen(page, office, '/goi');
  await expect(page.getByRole('radio', { name: /Khóa cho UBND tỉnh Sông Lam/ })).toBeChecked();
  await page.getByRole('radio', { name: 'Thư, Zalo' }).check();
  await page.getByRole('radio', { name: 'Khác' }).check();
  await page.getByRole('textbox', { name: 'Cỡ mỗi tệp, MB' }).fill('2');
  await expect(page.getByText('Chia khoảng 3 phần')).toBeVisible();
  await page.getByRole('radio', { name: /Thư mục "goi"/ }).check();
  await page.getByRole('button', { name: /^Xuất gói \(/ }).click();
  await exported(page);
  const parts = await written(office);
  expect(parts).toHaveLength(3);

  await turnTo(page, office, province, '/tiep-nhan');
  const region = page.getByRole('region', { name: 'Tiếp nhận gói' });
  const [one, two, three] = parts as [GivenFile, GivenFile, GivenFile];
  await dropFiles(region, [
    { ...three, name: 'zalo-3' },
    { ...one, name: 'zalo-1' },
  ]);
  await expect(page.getByText('Còn thiếu phần 2 của 3.')).toBeVisible();
  await dropFiles(region, [{ ...two, name: 'zalo-2' }]);
  const whole = card(page, 'zalo-2');
  await expect(whole).toContainText(/Có bị sửa không\?.*Không, mọi tệp khớp mã/);
  await expect(page.getByText('Còn thiếu phần')).toHaveCount(0);
  await whole.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
  await expect(whole).toContainText('Đã tiếp nhận.');
});

test('a changed key is loud and decided by a person; a recall strikes the report through', async ({ page, office }) => {
  const report = await frozenReport(office);
  const province = await addProvince(office);
  const out = { placeId: 'kho-goi', ticket: null };
  const send = async () => {
    const job = await askOffice(office, contract.sending.exportBundle, { body: { ...out, reportId: report.id } });
    await expect
      .poll(
        async () =>
          (await askOffice(office, contract.plans.job, { params: { id: job.id }, query: { after: 0 } })).state,
      )
      .toBe('done');
  };
  await send();
  const [first] = await written(office);
  await askOffice(office, contract.trust.renew, { body: {} });

  await turnTo(page, office, province, '/tiep-nhan');
  const region = page.getByRole('region', { name: 'Tiếp nhận gói' });
  await dropFiles(region, [{ ...(first as GivenFile), name: 'gói 1' }]);
  await card(page, 'gói 1').getByRole('button', { name: 'Đã so đúng: tin khóa và tiếp nhận' }).click();
  await expect(card(page, 'gói 1')).toContainText('Đã tiếp nhận.');

  await turnTo(page, office, null, '/goi');
  await page.getByRole('button', { name: 'Thu hồi…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Thu hồi gói số 1' });
  await expect(dialog.getByRole('button', { name: 'Xuất gói thu hồi' })).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'Lý do thu hồi' }).fill('Gửi nhầm số liệu');
  await dialog.getByRole('radio', { name: /Thư mục "goi"/ }).check();
  await dialog.getByRole('button', { name: 'Xuất gói thu hồi' }).click();
  await exported(page);
  await expect(page.getByRole('list', { name: 'Các gói đã gửi, nhận' })).toContainText('Lý do: Gửi nhầm số liệu');

  const recall = (await written(office)).find(({ name }) => name.includes('thu-hoi')) as GivenFile;
  await turnTo(page, office, province, '/tiep-nhan');
  await dropFiles(region, [{ ...recall, name: 'thu hồi' }]);
  const loud = card(page, 'thu hồi');
  await expect(loud).toContainText('khóa KHÁC khóa đang biết');
  await expect(loud.getByRole('button', { name: 'Ghi thu hồi', exact: true })).toHaveCount(0);
  await loud.getByRole('button', { name: 'Đã so đúng: thay khóa cũ và nhận' }).click();
  await expect(loud).toContainText('Đã ghi thu hồi.');
  await expect(page.getByRole('row').filter({ hasText: 'Xã An Thịnh' })).toContainText('Đã thu hồi');
  await page.getByRole('button', { name: /Đã thu hồi/ }).click();
  await expect(page.getByText('Đơn vị đã thu hồi báo cáo này')).toBeVisible();
  await expect(page.getByText('Lý do: Gửi nhầm số liệu')).toBeVisible();
});
