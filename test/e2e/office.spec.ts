/** Cơ quan and Kế hoạch: names, people and posts, unknown wordings, units, data, other offices; every act can be taken back. */
import { contract } from '../../shared/api/contract/contract.ts';
import { entryOf } from '../../shared/report/gather.ts';
import { dialogInFocus } from '../support/dialog.ts';
import { communeForm, expect, fillPractice, nameOffice, openScreen, test } from '../support/e2e-office.ts';
import { askOffice } from '../support/running-office.ts';

const people = (office: Parameters<typeof askOffice>[0]) => askOffice(office, contract.office.people);

test('the office’s name is changed with its papers in sight, and taken back', async ({ page, office }) => {
  await nameOffice(office);
  await openScreen(page, office, '/co-quan');
  const save = page.getByRole('button', { name: 'Lưu', exact: true });
  await expect(save).toBeDisabled();
  await page.getByRole('textbox', { name: 'Họ và tên người ký' }).fill('Trần Thị Bình');
  await expect(page.getByRole('figure')).toContainText('Trần Thị Bình');
  await expect(page.getByText('Có chỗ sửa chưa lưu.')).toBeVisible();
  await save.click();
  await expect(page.getByText('Đã lưu tên cơ quan.')).toBeVisible();
  expect((await askOffice(office, contract.office.state)).office?.chairName).toBe('Trần Thị Bình');

  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(page.getByRole('textbox', { name: 'Họ và tên người ký' })).toHaveValue('Nguyễn Văn An');
});

test('a name changed in another window is not written over; the typed words stay', async ({ page, office }) => {
  await nameOffice(office);
  await openScreen(page, office, '/co-quan');
  const signer = page.getByRole('textbox', { name: 'Họ và tên người ký' });
  await signer.fill('Trần Thị Bình');
  const { office: now } = await askOffice(office, contract.office.state);
  await askOffice(office, contract.office.change, {
    body: { ...communeForm, chairName: 'Lê Văn Cường', revision: now?.revision ?? 0 },
  });
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'chưa lưu đè' })).toBeVisible();
  await expect(signer).toHaveValue('Trần Thị Bình');
  expect((await askOffice(office, contract.office.state)).office?.chairName).toBe('Lê Văn Cường');
});

test('a person is added with a post, renamed in place, loses the post, and Ctrl+Z gives it back', async ({
  page,
  office,
}) => {
  await fillPractice(office);
  await openScreen(page, office, '/co-quan/nguoi');
  await page.getByRole('textbox', { name: 'Họ và tên', exact: true }).fill('Đỗ Văn Minh');
  await page.getByRole('combobox', { name: 'Phụ trách' }).click();
  await page.keyboard.type('tram y te');
  await page.getByRole('option', { name: 'Trạm Y tế' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Thêm người' }).click();
  const row = page.getByRole('row', { name: /Đỗ Văn Minh/ });
  await expect(row).toContainText('Trạm Y tế');
  await expect(page.getByRole('textbox', { name: 'Họ và tên', exact: true })).toHaveValue('');

  await row.getByRole('button', { name: /^Tên của Đỗ Văn Minh/ }).click();
  await page.getByRole('textbox', { name: 'Tên của Đỗ Văn Minh' }).fill('Đỗ Minh');
  await page.keyboard.press('Enter');
  const renamed = page.getByRole('row', { name: /Đỗ Minh/ });
  await renamed.getByRole('button', { name: 'Đỗ Minh thôi phụ trách Trạm Y tế' }).click();
  await expect(renamed).not.toContainText('Trạm Y tế');
  await page.getByRole('heading', { name: 'Cơ quan' }).click();
  await page.keyboard.press('Control+z');
  await expect(renamed).toContainText('Trạm Y tế');
});

test('a post is given to a person from a day on, and learns how plans write it', async ({ page, office }) => {
  await fillPractice(office);
  await openScreen(page, office, '/co-quan/bo-phan');
  await page.getByRole('textbox', { name: 'Tìm bộ phận' }).fill('cong an');
  await page.getByRole('button', { name: /^Công an/ }).click();
  const post = page.getByRole('region', { name: 'Công an', exact: true });
  await post.getByRole('button', { name: 'Giao cho người…' }).click();
  const dialog = await dialogInFocus(page);
  await dialog.getByRole('combobox', { name: 'Người' }).click();
  await page.getByRole('option', { name: 'Vũ Quốc Đạt' }).click();
  await dialog.getByRole('textbox', { name: 'Phụ trách từ ngày' }).fill('32/1/2026');
  await page.keyboard.press('Tab');
  await expect(dialog.getByText('không phải ngày có trong lịch')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Phụ trách từ ngày' }).fill('02/01/2026');
  await dialog.getByRole('button', { name: 'Giao phụ trách' }).click();
  await expect(post).toContainText('Vũ Quốc Đạt từ 02/01/2026');

  await post.getByRole('textbox', { name: 'Cách ghi khác' }).fill('Tổ an ninh');
  await page.keyboard.press('Enter');
  await expect(post.getByRole('button', { name: 'Bỏ cách ghi Tổ an ninh' })).toBeVisible();
  await post.getByRole('textbox', { name: 'Cách ghi khác' }).fill('TỔ AN NINH');
  await page.keyboard.press('Enter');
  await expect(post.getByText('Bộ phận này đã nhận cách ghi đó.')).toBeVisible();

  await post.getByRole('button', { name: /^Tên bộ phận/ }).click();
  await page.getByRole('textbox', { name: 'Tên bộ phận', exact: true }).fill('Lực lượng an ninh');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Lực lượng an ninh', exact: true })).toContainText('Vũ Quốc Đạt');
  const renamed = (await people(office)).posts.find((each) => each.name === 'Lực lượng an ninh');
  expect(renamed?.aliases).toEqual(expect.arrayContaining(['Công an', 'Tổ an ninh']));
  expect(renamed?.taskCount).toBe(1);
});

test('words of the plan that name nobody are given to a post or become one; nothing is guessed', async ({
  page,
  office,
}) => {
  await fillPractice(office);
  const { plans } = await askOffice(office, contract.office.state);
  const table = await askOffice(office, contract.plans.table, { params: { id: plans[0]?.id ?? '' }, query: {} });
  for (const [index, lead] of ['Ban Quản lý chợ', 'Tổ công nghệ số'].entries()) {
    const group = table.groups[index];
    if (!group) throw new Error('the practice plan has groups');
    await askOffice(office, contract.plans.changeGroup, {
      params: { id: group.id },
      body: { revision: group.revision, lead },
    });
  }

  await openScreen(page, office, '/co-quan/chua-ro');
  await expect(page.getByText('Nhóm chung, cần người giao')).toBeVisible();
  await page.getByRole('combobox', { name: 'Ban Quản lý chợ là bộ phận' }).click();
  await page.getByRole('option', { name: 'Tài chính - Kế toán' }).click();
  await expect(page.getByText('“Ban Quản lý chợ” là Tài chính - Kế toán.')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Ban Quản lý chợ là bộ phận' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Lập bộ phận Tổ công nghệ số' }).click();
  await expect(page.getByRole('combobox', { name: 'Tổ công nghệ số là bộ phận' })).toHaveCount(0);
  const { posts, unresolved } = await people(office);
  expect(unresolved.every((each) => each.generic)).toBe(true);
  expect(posts.find((post) => post.name === 'Tài chính - Kế toán')?.aliases).toContain('Ban Quản lý chợ');
  expect(posts.map((post) => post.name)).toContain('Tổ công nghệ số');
});

test('a superior pastes its units; the line that cannot be read stays with its reason', async ({ page, office }) => {
  await nameOffice(office, { kind: 'tinh', name: 'Hưng Yên', superiorKind: null, superiorName: '', place: 'Hưng Yên' });
  await openScreen(page, office, '/co-quan/cap-duoi');
  await page.getByRole('textbox', { name: 'Mỗi dòng một đơn vị' }).fill('1. xã Như Quỳnh\nĐại Đồng\n2. phường Mỹ Hào');
  await page.getByRole('button', { name: 'Thêm các đơn vị này' }).click();
  await expect(page.getByText('Đã thêm 2 đơn vị.')).toBeVisible();
  await expect(page.getByText('Đại Đồng: chưa ghi là xã, phường hay đặc khu')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Mỗi dòng một đơn vị' })).toHaveValue('Đại Đồng');
  await expect(page.getByRole('cell', { name: 'phường Mỹ Hào' })).toBeVisible();

  await page.getByRole('textbox', { name: 'Tên đơn vị' }).fill('Như Quỳnh');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Đơn vị này đã có trong danh sách')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Tên đơn vị' })).toHaveValue('Như Quỳnh');
});

test('data are copied and checked on request', async ({ page, office }) => {
  await fillPractice(office);
  await openScreen(page, office, '/co-quan/du-lieu');
  await expect(page.getByText(office.dataDir, { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Sao lưu ngay' }).click();
  await expect(page.getByText(/Bản sao so-viec-\d{6}-bang-tay\.db/)).toBeVisible();
  await expect(page.getByRole('main').getByText(/Sao lưu gần nhất: hôm nay/)).toBeVisible();
  await page.getByRole('button', { name: 'Kiểm tra dữ liệu' }).click();
  await expect(page.getByText('Dữ liệu tốt.')).toBeVisible();
  await expect(page.getByRole('img', { name: 'Tốt:' })).not.toHaveCount(0);
  await expect(page.getByRole('img', { name: 'Lỗi:' })).toHaveCount(0);
});

test('a second office on the same computer has its own data and a way back', async ({ page, office }) => {
  await nameOffice(office);
  await openScreen(page, office, '/co-quan/ho-so');
  await page.getByRole('textbox', { name: 'Tên hồ sơ mới' }).fill('UBND tỉnh Hưng Yên');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Cơ quan của anh/chị' })).toBeVisible();
  await page.getByRole('button', { name: 'UBND xã Như Quỳnh' }).click();
  await expect(page.getByRole('heading', { name: 'Hôm nay' })).toBeVisible();
  await openScreen(page, office, '/co-quan/ho-so');
  await page.getByRole('button', { name: 'Mở hồ sơ UBND tỉnh Hưng Yên' }).click();
  await expect(page.getByRole('heading', { name: 'Cơ quan của anh/chị' })).toBeVisible();
});

test('the kept plan is read with its outline, and its head is corrected in place', async ({ page, office }) => {
  await fillPractice(office);
  await openScreen(page, office, '/ke-hoach');
  await page
    .getByRole('navigation', { name: 'Mục lục của kế hoạch' })
    .getByRole('button', { name: /Tổ chức thực hiện/i })
    .click();
  const heading = page.getByRole('heading', { name: /Tổ chức thực hiện/i });
  await expect(heading).toBeFocused();
  await expect(heading).toBeInViewport();

  await page.getByRole('button', { name: /^Ngày ban hành/ }).click();
  const date = page.getByRole('textbox', { name: 'Ngày ban hành' });
  await date.fill('30/2/2026');
  await page.keyboard.press('Enter');
  await expect(page.getByText('“30/2/2026” không phải ngày có trong lịch.')).toBeVisible();
  await date.fill('5/1/2026');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Đã sửa ngày ban hành.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Ngày ban hành/ })).toContainText('05/01/2026');
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(page.getByRole('button', { name: /^Ngày ban hành/ })).toContainText('20/01/');
  await page.getByRole('link', { name: 'Bảng nhiệm vụ', exact: true }).click();
  await expect(page).toHaveURL(/#\/nhiem-vu$/);
});

test('the morning counts what the table says, for the chosen window', async ({ page, office }) => {
  await fillPractice(office);
  const { plans, windows, currentWindowId } = await askOffice(office, contract.office.state);
  /** As the table has it: due in the window and nobody told, of all tasks. */
  const waiting = async (window: string | undefined) => {
    const query = { window };
    const { tasks } = await askOffice(office, contract.plans.table, { params: { id: plans[0]?.id ?? '' }, query });
    const silent = tasks.filter((task) => (entryOf(task)?.state ?? 'chua') === 'chua' && task.due?.due !== false);
    return `${silent.length} / ${tasks.length}`;
  };
  await openScreen(page, office);
  await expect(page.getByText(await waiting(currentWindowId ?? undefined), { exact: true })).toBeVisible();

  const other = windows.find((window) => window.year === plans[0]?.year && window.id !== currentWindowId);
  await page.getByRole('button', { name: /^Kỳ báo cáo/ }).click();
  await page.getByRole('option', { name: other?.label ?? '', exact: true }).click();
  await expect(page.getByText(await waiting(other?.id), { exact: true })).toBeVisible();
});
