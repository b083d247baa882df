/** Step 4: an officer says what was done in a quarter, with the mouse or the keyboard alone, and brings proof every way a clerk would. */
import type { Page } from '@playwright/test';
import { contract } from '../../shared/api/contract/contract.ts';
import { expect, fillPractice, openScreen, reopenWindow, test } from '../support/e2e-office.ts';
import { dropFiles, pasteFiles, pdf, picture, plain } from '../support/given-files.ts';
import { askOffice, type RunningOffice } from '../support/running-office.ts';
import { lateTurns } from '../support/slow-computer.ts';

const officer = 'Phạm Minh Đức';

/** What the server has for the officer: tasks with entries, in the window the program suggests. */
async function workOf(office: RunningOffice, name = officer) {
  const state = await askOffice(office, contract.office.state);
  const { people } = await askOffice(office, contract.office.people);
  const person = people.find((each) => each.name === name);
  const plan = state.plans[0];
  if (!person || !plan || !state.currentWindowId)
    throw new Error('the practice office has no such person, plan or window');
  const query = { person: person.id, plan: plan.id, window: state.currentWindowId };
  const { items } = await askOffice(office, contract.work.mine, { query });
  return { items, personId: person.id, windowId: state.currentWindowId };
}

const entryOf = async (office: RunningOffice, text: string) =>
  (await workOf(office)).items.find((item) => item.text === text)?.progress ?? null;

const list = (page: Page) => page.getByRole('listbox', { name: 'Việc của tôi' });
const chosen = (page: Page) => list(page).getByRole('option', { selected: true });
const words = (page: Page) => page.getByRole('textbox', { name: 'Đã làm được gì' });
const saved = (page: Page) =>
  page
    .getByRole('main')
    .getByRole('status')
    .filter({ hasText: /Đã lưu \d\d:\d\d/ });
const proofs = (page: Page) => page.getByRole('list', { name: 'Minh chứng của việc này' }).getByRole('listitem');

/** The screen as one officer, on the first task nobody has told about yet. */
async function openWork(page: Page, office: RunningOffice): Promise<string> {
  const first = (await workOf(office)).items.find((item) => item.progress === null && item.evidenceCount === 0);
  if (!first) throw new Error('the practice officer has told about every task');
  await openScreen(page, office, '/viec-cua-toi');
  await page.getByRole('button', { name: officer }).click();
  await list(page).getByRole('option').filter({ hasText: first.text }).click();
  await expect(page.getByRole('heading', { level: 2, name: first.text })).toBeVisible();
  return first.text;
}

test.beforeEach(async ({ office }) => {
  await fillPractice(office);
});

test('tells what was done, in state, words and numbers, and nobody presses "Lưu" (MN2)', async ({ page, office }) => {
  const task = await openWork(page, office);
  await expect(chosen(page)).toContainText('Chưa có kết quả');
  await page.getByRole('radio', { name: 'Đang làm' }).check({ force: true });
  await expect(chosen(page)).toContainText('Đang làm');
  await words(page).fill('Đã niêm yết tại trụ sở.\nĐang chờ đăng tin.');
  await page.getByLabel('Số đạt được của việc này').fill('9');
  await page.getByLabel('Tổng số của việc này').fill('11');
  await expect(page.getByText('9/11 = 81,8%')).toBeVisible();
  await page.getByLabel('Đơn vị tính của việc này').fill('thôn');
  await page.getByRole('textbox', { name: 'Khó khăn, vướng mắc' }).fill('Thiếu bảng tin.');
  await page.getByRole('textbox', { name: 'Đề xuất, kiến nghị' }).fill('Cấp thêm bảng tin.');
  await page.getByRole('textbox', { name: 'Đề xuất, kiến nghị' }).blur();
  await expect(saved(page)).toBeVisible();
  await expect
    .poll(() => entryOf(office, task))
    .toMatchObject({
      state: 'dang-lam',
      doneText: 'Đã niêm yết tại trụ sở.\nĐang chờ đăng tin.',
      numerator: 9,
      denominator: 11,
      measure: 'thôn',
      obstacle: 'Thiếu bảng tin.',
      proposal: 'Cấp thêm bảng tin.',
    });

  await test.step('an amount that is no number is named, kept, and not saved (MN5)', async () => {
    await page.getByLabel('Tổng số của việc này').fill('mười một');
    await page.getByLabel('Tổng số của việc này').blur();
    await expect(page.getByText('“mười một” không phải là số.')).toBeVisible();
    await expect(page.getByLabel('Tổng số của việc này')).toHaveValue('mười một');
    await expect(page.getByText('9/11 = 81,8%')).toHaveCount(0);
    expect((await entryOf(office, task))?.denominator).toBe(11);
    await page.getByLabel('Tổng số của việc này').fill('12,5');
    await page.getByLabel('Tổng số của việc này').blur();
    await expect.poll(async () => (await entryOf(office, task))?.denominator).toBe(12.5);
  });
});

test('a key pressed right when a save lands is written over what it saved (MN10)', async ({
  page,
  context,
  office,
}) => {
  await context.addInitScript(lateTurns, 400);
  const task = await openWork(page, office);
  await words(page).fill('Đã niêm yết.');
  await words(page).blur();
  await page.waitForFunction(() => !localStorage.getItem('so-viec.drafts')?.includes('/progress/'));
  await page.getByLabel('Số đạt được của việc này').fill('9');
  await page.getByLabel('Số đạt được của việc này').blur();
  await expect.poll(() => entryOf(office, task)).toMatchObject({ doneText: 'Đã niêm yết.', numerator: 9 });
  await expect(saved(page)).toBeVisible();
});

test('goes through the list with the keyboard alone (MN2)', async ({ page, office }) => {
  await openScreen(page, office, '/viec-cua-toi');
  await page.getByRole('button', { name: officer }).focus();
  await page.keyboard.press('Enter');
  await expect(list(page)).toBeVisible();
  await list(page).focus();
  await page.keyboard.press('Home');
  const first = await chosen(page).innerText();
  await page.keyboard.press('j');
  await expect(chosen(page)).not.toHaveText(first);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('4');
  await expect(chosen(page)).toContainText('Không phát sinh');
  await expect(page.getByRole('radio', { name: 'Không phát sinh' })).toBeChecked();
  await page.keyboard.press('J');
  await page.keyboard.press('2');
  await expect(chosen(page)).toContainText('Đang làm');
  await page.keyboard.press('Enter');
  await expect(words(page)).toBeFocused();
  await page.keyboard.type('Đã phát thanh 4 buổi');
  await page.keyboard.press('Control+s');
  await expect(saved(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list(page)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(words(page)).toHaveValue('');
});

test('keeps what is typed through another task, another screen, a refused save and a new window (MN1)', async ({
  page,
  office,
}) => {
  const task = await openWork(page, office);
  await page.route('**/api/progress', (route) => route.abort());
  await words(page).fill('Chữ chưa kịp lưu');
  await words(page).blur();
  await expect(page.getByText(/Không liên lạc được với Sổ Việc/)).toBeVisible();
  await expect(words(page)).toHaveValue('Chữ chưa kịp lưu');

  await list(page).getByRole('option').nth(1).click();
  await openScreen(page, office, '/bao-cao');
  await reopenWindow(page, office);
  await openScreen(page, office, '/viec-cua-toi');
  await page.getByRole('button', { name: officer }).click();
  await list(page).getByRole('option').filter({ hasText: task }).click();
  await expect(words(page)).toHaveValue('Chữ chưa kịp lưu');
  expect(await entryOf(office, task)).toBeNull();

  await page.unroute('**/api/progress');
  await words(page).focus();
  await words(page).blur();
  await expect.poll(async () => (await entryOf(office, task))?.doneText).toBe('Chữ chưa kịp lưu');
});

test('shows both versions when somebody else saved meanwhile (MN4)', async ({ page, office }) => {
  const task = await openWork(page, office);
  const { items, windowId, personId } = await workOf(office);
  const taskId = items.find((item) => item.text === task)?.id ?? '';
  const others = {
    state: 'xong' as const,
    numerator: null,
    denominator: null,
    measure: '',
    obstacle: '',
    proposal: '',
  };
  await words(page).fill('Chữ của tôi');
  await askOffice(office, contract.work.saveProgress, {
    body: { taskId, windowId, revision: null, doneText: 'Chữ của người khác', ...others },
    personId,
  });
  await words(page).blur();
  const note = page.getByRole('alert').filter({ hasText: 'Có hai bản.' });
  await expect(note).toContainText('Chữ của người khác');
  await expect(note).toContainText('Chữ của tôi');
  expect((await entryOf(office, task))?.doneText).toBe('Chữ của người khác');
  await note.getByRole('button', { name: 'Lưu bản tôi vừa gõ' }).click();
  await expect(note).toHaveCount(0);
  await expect.poll(async () => (await entryOf(office, task))?.doneText).toBe('Chữ của tôi');

  await test.step('or takes what was saved', async () => {
    const revision = (await entryOf(office, task))?.revision ?? null;
    await words(page).fill('Gõ thêm lần nữa');
    await askOffice(office, contract.work.saveProgress, {
      body: { taskId, windowId, revision, doneText: 'Bản thứ ba', ...others },
      personId,
    });
    await words(page).blur();
    await note.getByRole('button', { name: /Lấy bản đã lưu/ }).click();
    await expect(words(page)).toHaveValue('Bản thứ ba');
  });
});

test('brings proof by choosing, dropping and pasting; the same bytes are stored once (MN8, MN9)', async ({
  page,
  office,
}) => {
  await openWork(page, office);
  const before = await askOffice(office, contract.work.evidence);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Chọn tệp…' }).click();
  await (await chooser).setFiles([picture('Ảnh niêm yết.png'), pdf('Biên bản.pdf'), plain('rỗng.txt', '')]);
  await expect(proofs(page)).toHaveCount(2);
  await expect(page.getByRole('status', { name: 'Tệp đang thêm' })).toContainText('Tệp rỗng (0 byte) nên không lưu.');
  await expect(chosen(page)).toContainText('2 minh chứng');

  await dropFiles(page.getByRole('region', { name: 'Kết quả của việc' }), [picture('thả vào.png', 'khác')]);
  await expect(proofs(page)).toHaveCount(3);

  await page.getByRole('heading', { name: /^Minh chứng/ }).click();
  expect(await pasteFiles(page, [picture('image.png', 'dán')])).toBe(true);
  await expect(proofs(page).filter({ hasText: /Ảnh dán \d\d-\d\d-\d{4} \d\dh\d\d\.png/ })).toHaveCount(1);

  await words(page).focus();
  expect(await pasteFiles(page, [picture('image.png', 'ảnh của chữ')], { text: 'Chữ chép từ Word' })).toBe(false);
  await expect(proofs(page)).toHaveCount(4);

  await list(page).getByRole('option').nth(2).click();
  await dropFiles(page.getByRole('region', { name: 'Kết quả của việc' }), [picture('bản sao.png')]);
  await expect(page.getByRole('status', { name: 'Tệp đang thêm' })).toContainText(
    'Tệp này đã có trong kho với tên “Ảnh niêm yết.png”, không lưu thêm bản nữa.',
  );
  await expect(proofs(page).filter({ hasText: 'Ảnh niêm yết.png' })).toContainText('dùng cho 2 nhiệm vụ');
  const after = await askOffice(office, contract.work.evidence);
  expect(after.totalFiles - before.totalFiles).toBe(4);
});

test('brings links, papers and proof already stored; renames, marks, looks, takes off and back', async ({
  page,
  office,
}) => {
  await openWork(page, office);
  await page.getByRole('button', { name: 'Đường link…' }).click();
  await page.getByRole('textbox', { name: 'Địa chỉ' }).fill('anthinh.gov.vn/cong-khai');
  await page.getByRole('textbox', { name: 'Tên gọi' }).fill('Bài đăng công khai ngân sách');
  await page.keyboard.press('Enter');
  const link = proofs(page).filter({ hasText: 'Bài đăng công khai ngân sách' });
  await expect(link).toContainText('Đường link · anthinh.gov.vn');
  await expect(link.getByRole('link')).toHaveAttribute('href', 'https://anthinh.gov.vn/cong-khai');
  await expect(link.getByRole('link')).toHaveAttribute('rel', /noopener/);

  await page.getByRole('button', { name: 'Văn bản…' }).click();
  await page.getByRole('textbox', { name: 'Số, ký hiệu' }).fill('14/BB-UBND');
  await page.getByRole('textbox', { name: 'Ngày' }).fill('10/6');
  await page.getByRole('textbox', { name: 'Trích yếu' }).fill('Biên bản niêm yết');
  await page.getByRole('dialog').getByRole('button', { name: 'Thêm văn bản' }).click();
  await expect(proofs(page).filter({ hasText: 'Biên bản niêm yết' })).toContainText(
    /Văn bản · số 14\/BB-UBND ngày 10\/6\/\d{4}/,
  );

  await page.getByRole('button', { name: 'Lấy từ kho…' }).click();
  const store = page.getByRole('dialog', { name: 'Lấy minh chứng đã có trong kho' });
  await store.getByRole('textbox').fill('hoi nghi doi thoai');
  await store.getByRole('checkbox').check();
  await store.getByRole('button', { name: 'Dùng 1 minh chứng cho việc này' }).click();
  await expect(store).toHaveCount(0);
  await expect(proofs(page)).toHaveCount(3);
  await expect(proofs(page).filter({ hasText: 'đối thoại' })).toContainText('dùng cho 2 nhiệm vụ');

  await test.step('rename and mark sensitive', async () => {
    await link.getByRole('button', { name: /^Việc khác với/ }).click();
    await page.getByRole('menuitem', { name: 'Đổi tên' }).click();
    await page.getByRole('textbox', { name: 'Tên minh chứng' }).fill('Bài đăng ngày 12/6');
    await page.keyboard.press('Enter');
    const renamed = proofs(page).filter({ hasText: 'Bài đăng ngày 12/6' });
    await expect(renamed).toBeVisible();
    await renamed.getByRole('button', { name: /^Việc khác với/ }).click();
    await page.getByRole('menuitem', { name: /Đánh dấu nhạy cảm/ }).click();
    await expect(renamed).toContainText('Nhạy cảm, không đi theo gói');
  });

  await test.step('take off and back', async () => {
    const paper = proofs(page).filter({ hasText: 'Biên bản niêm yết' });
    await paper.getByRole('button', { name: /^Việc khác với/ }).click();
    await page.getByRole('menuitem', { name: 'Gỡ khỏi nhiệm vụ này' }).click();
    await expect(paper).toHaveCount(0);
    const toast = page.getByRole('alert').filter({ hasText: 'tệp vẫn còn trong kho' });
    await toast.getByRole('button', { name: 'Hoàn tác' }).click();
    await expect(paper).toHaveCount(1);
  });

  await test.step('look at a picture and a PDF', async () => {
    await dropFiles(page.getByRole('region', { name: 'Kết quả của việc' }), [picture('ảnh.png'), pdf('văn bản.pdf')]);
    await proofs(page)
      .filter({ hasText: 'ảnh.png' })
      .getByRole('button', { name: /^ảnh\.png/ })
      .click();
    const viewer = page.getByRole('dialog');
    const shown = viewer.getByRole('img', { name: 'ảnh.png' });
    await expect(shown).toBeVisible();
    expect(await shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
    await page.keyboard.press('Escape');
    await proofs(page)
      .filter({ hasText: 'văn bản.pdf' })
      .getByRole('button', { name: /^văn bản\.pdf/ })
      .click();
    await expect(page.getByRole('dialog').locator('canvas').first()).toBeVisible();
  });
});

test('the store: found without accents, what is unused, used for one more task', async ({ page, office }) => {
  await openScreen(page, office, '/minh-chung');
  await dropFiles(page.getByRole('region', { name: 'Kho minh chứng' }), [picture('Ảnh họp thôn.png')]);
  const store = page.getByRole('listbox', { name: 'Minh chứng' });
  await expect(store.getByRole('option').filter({ hasText: 'Ảnh họp thôn.png' })).toContainText(
    'chưa dùng cho nhiệm vụ nào',
  );
  await page.getByRole('textbox', { name: 'Tìm minh chứng hoặc nhiệm vụ' }).fill('anh hop thon');
  await expect(store.getByRole('option')).toHaveCount(1);
  await page.getByRole('textbox', { name: 'Tìm minh chứng hoặc nhiệm vụ' }).fill('');
  await page.getByRole('button', { name: /^Chưa dùng/ }).click();
  await expect(store.getByRole('option')).toHaveCount(1);

  await page.getByRole('button', { name: 'Dùng cho nhiệm vụ khác…' }).click();
  const picker = page.getByRole('dialog');
  await picker.getByRole('textbox', { name: 'Tìm nhiệm vụ' }).fill('ho ngheo niem yet');
  await picker.getByRole('list').getByRole('button').first().click();
  await expect(picker).toHaveCount(0);
  await page.getByRole('button', { name: /^Chưa dùng/ }).click();
  await expect(store.getByRole('option').filter({ hasText: 'Ảnh họp thôn.png' })).toContainText('dùng cho 1 nhiệm vụ');
});
