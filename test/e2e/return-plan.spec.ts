/** A plan goes out as Word, is edited, and comes back: what both sides changed waits for a choice, the rest is chosen one by one. */
import { readFile } from 'node:fs/promises';
import { contract } from '../../shared/api/contract/contract.ts';
import { seriousFindings } from '../support/e2e-axe.ts';
import { expect, fillPractice, openScreen, test } from '../support/e2e-office.ts';
import { addBelow, editWord, replaceText } from '../support/edit-docx.ts';
import { paper } from '../support/paper.ts';
import { askOffice } from '../support/running-office.ts';

test('a plan goes out as Word and comes back: arrows and space choose, the chosen ones are one act', async ({
  page,
  office,
}) => {
  await fillPractice(office);
  await openScreen(page, office, '/ke-hoach');
  await page.getByRole('button', { name: 'Bản Word' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Tải bản Word' }).click(),
  ]);
  let edited: Uint8Array = new Uint8Array(await readFile(await download.path()));
  edited = editWord(edited, replaceText('Mỗi nhiệm vụ có một đầu mối', 'Mỗi nhiệm vụ có một cơ quan'));
  edited = editWord(edited, addBelow('Nâng cao chất lượng phục vụ Nhân dân', 'Đoạn thêm trong Word.'));
  edited = editWord(edited, replaceText('>Khi có cuộc bầu cử trưởng thôn<', '>Quý II<'));
  const [plan] = (await askOffice(office, contract.office.state)).plans;
  const table = await askOffice(office, contract.plans.table, { params: { id: plan?.id ?? '' } });
  const group = table.groups.find((each) => each.time === 'Khi có cuộc bầu cử trưởng thôn');
  await askOffice(office, contract.plans.changeGroup, {
    params: { id: group?.id ?? '' },
    body: { revision: group?.revision ?? 0, time: 'Quý IV' },
  });
  await page.getByRole('button', { name: 'Bản Word' }).click();
  await page.getByRole('menuitem', { name: 'Đưa bản Word đã sửa về' }).click();
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  const sent = { name: 'ke-hoach-sua.docx', mimeType: type, buffer: Buffer.from(edited) };
  await page.locator('input[type=file]').setInputFiles(sent);
  const list = page.getByRole('region', { name: 'Thay đổi trong bản Word' });
  const both = list.getByRole('region', { name: 'Chương trình cũng đã đổi' });
  await expect(both).toContainText('Quý IV');
  await expect(both.getByRole('checkbox')).not.toBeChecked();
  await expect(list.getByRole('checkbox', { checked: true })).toHaveCount(2);
  await both.getByRole('checkbox').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(paper(page)).not.toContainText('Đoạn thêm trong Word');
  expect(await seriousFindings(page, 'main')).toEqual([]);
  await page.getByRole('button', { name: 'Nhận các thay đổi đã chọn (1)' }).click();
  await expect(page.getByRole('article')).toContainText('Mỗi nhiệm vụ có một cơ quan');
  await expect(page.getByRole('article')).not.toContainText('Đoạn thêm trong Word');
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(page.getByRole('article')).toContainText('Mỗi nhiệm vụ có một đầu mối');

  await openScreen(page, office, '/mo-ke-hoach');
  await page.locator('input[type=file]').first().setInputFiles(sent);
  await expect(page.getByText('bản Word đã xuất từ kế hoạch đang có')).toBeVisible();
  await page.getByRole('button', { name: 'Xem từng chỗ đã sửa' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Đưa bản Word đã sửa về');
  await expect(list.getByRole('listitem')).toHaveCount(3);
});
