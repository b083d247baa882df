/** Step 1: an empty computer becomes an office that can print its name, or a practice office that never touches it. */
import { contract } from '../../shared/api/contract/contract.ts';
import { expect, openScreen, reopenWindow, test } from '../support/e2e-office.ts';
import { askOffice } from '../support/running-office.ts';

const field = (name: string) => ({ exact: true, name }) as const;

test('names the office with the keyboard alone, sees its papers, and is told the next step', async ({
  page,
  office,
}) => {
  await openScreen(page, office);
  await expect(page.getByRole('heading', { name: 'Cơ quan của anh/chị' })).toBeVisible();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  const paper = page.getByRole('figure');

  await expect(page.getByRole('textbox', field('Tên'))).toBeFocused();
  await page.keyboard.type('Như Quỳnh');
  await expect(paper).toContainText('XÃ NHƯ QUỲNH');
  await expect(paper).toContainText('Như Quỳnh, ngày');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Hưng Yên');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', field('Địa danh'))).toHaveValue('Như Quỳnh');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', field('Họ và tên người ký'))).toBeFocused();
  await page.keyboard.type('Nguyễn Văn An');
  await expect(paper).toContainText('Nguyễn Văn An');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: 'Hôm nay' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Mở kế hoạch đã có' }).first()).toBeVisible();
  const { office: kept } = await askOffice(office, contract.office.state);
  expect(kept).toMatchObject({
    unit: { kind: 'xa', name: 'Như Quỳnh' },
    superior: { kind: 'tinh', name: 'Hưng Yên' },
    place: 'Như Quỳnh',
    chairTitle: 'CHỦ TỊCH',
    chairName: 'Nguyễn Văn An',
    practice: false,
  });
  const drafts = await page.evaluate(() => window.localStorage.getItem('so-viec.drafts') ?? '');
  expect(drafts).not.toContain('Như Quỳnh');
});

test('without a name nothing is stored: the sentence stands at the field, the keyboard is in it', async ({
  page,
  office,
}) => {
  await openScreen(page, office);
  await page.getByRole('button', { name: 'Bắt đầu' }).click();
  const name = page.getByRole('textbox', field('Tên'));
  await expect(name).toBeFocused();
  await expect(name).toHaveAccessibleDescription(/Hãy ghi tên xã/);
  expect((await askOffice(office, contract.office.state)).office).toBeNull();
});

test('a pasted full name is taken apart; what was typed survives a closed window', async ({ page, office }) => {
  await openScreen(page, office);
  await page.getByRole('textbox', field('Tên')).fill('UBND phường Mỹ Hào');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('combobox', field('Loại đơn vị'))).toHaveValue('phuong');
  await expect(page.getByRole('textbox', field('Tên'))).toHaveValue('Mỹ Hào');
  await expect(page.getByRole('figure')).toContainText('PHƯỜNG MỸ HÀO');

  await reopenWindow(page, office);
  await expect(page.getByRole('textbox', field('Tên'))).toHaveValue('Mỹ Hào');
  await expect(page.getByRole('combobox', field('Loại đơn vị'))).toHaveValue('phuong');
});

test('practice is kept apart, is found again, and can be thrown away', async ({ page, office }) => {
  await openScreen(page, office);
  await page.getByRole('button', { name: 'Dùng thử với kế hoạch mẫu' }).click();
  await expect(page.getByRole('heading', { name: 'Hôm nay' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Theo lĩnh vực' }).getByRole('meter').first()).toBeVisible();
  expect((await askOffice(office, contract.office.state)).office).toBeNull();

  await openScreen(page, office, '/co-quan/nguoi');
  await page.getByRole('textbox', field('Họ và tên')).fill('Người làm thử');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('cell', { name: /Người làm thử/ }).first()).toBeVisible();

  await openScreen(page, office, '/co-quan/du-lieu');
  await page.getByRole('button', { name: 'Xóa làm lại từ đầu…' }).click();
  const question = page.getByRole('dialog');
  await expect(question.getByRole('button', { name: 'Thôi' })).toBeFocused();
  await question.getByRole('button', { name: 'Xóa làm lại' }).click();
  await expect(page.getByText('Hồ sơ dùng thử đã trở về lúc bắt đầu.')).toBeVisible();

  const { profiles } = await askOffice(office, contract.office.profiles);
  expect(profiles.map((profile) => profile.label)).toEqual(['Cơ quan chưa khai tên', 'Dùng thử']);
  const people = await askOffice(office, contract.office.people, { profileId: profiles[1]?.id });
  expect(people.people.map((person) => person.name)).not.toContain('Người làm thử');

  await reopenWindow(page, office);
  await page.getByRole('button', { name: 'Mở lại hồ sơ dùng thử' }).click();
  await expect(page.getByRole('heading', { name: 'Hôm nay' })).toBeVisible();
  expect((await askOffice(office, contract.office.profiles)).profiles).toHaveLength(2);
});
