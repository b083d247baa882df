/** Step 5: the quarter's report is there, joined from progress; what is missing is named; the words are edited, printed, saved as Word, frozen. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { contract } from '../../shared/api/contract/contract.ts';
import { caretInto, moveCaret } from '../support/caret.ts';
import { expect, fillPractice, openScreen, test } from '../support/e2e-office.ts';
import { paper } from '../support/paper.ts';
import { askOffice, type RunningOffice } from '../support/running-office.ts';

async function reportOf(office: RunningOffice) {
  const state = await askOffice(office, contract.office.state);
  const plan = state.plans[0];
  if (!plan || !state.currentWindowId) throw new Error('the practice office has no plan or window');
  return askOffice(office, contract.reports.open, { body: { planId: plan.id, windowId: state.currentWindowId } });
}

const tab = (page: Page, name: RegExp) => page.getByRole('tab', { name }).click();
const part = (page: Page, name: RegExp) => page.getByRole('button', { name });
const wordsOf = (page: Page, name: RegExp) => page.getByRole('textbox', { name });

/** Clicks into the paragraph's last line: End goes to the end of the line that was clicked, wherever the words wrap. */
async function caretAtEnd(page: Page, paragraph: Locator): Promise<void> {
  await paragraph.scrollIntoViewIfNeeded();
  const box = await paragraph.boundingBox();
  if (!box) throw new Error('the paragraph is not on the screen');
  await caretInto(paragraph, { x: 8, y: box.height - 6 });
  await moveCaret(page, 'End');
}

/** Tells about a task behind the screen's back, as another window would. */
async function tell(
  office: RunningOffice,
  changes: { doneText: string; lateReason?: string },
  which = 0,
): Promise<string> {
  const report = await reportOf(office);
  const item = report.missing.filter((each) => each.kind === 'khong-co-ket-qua')[which];
  if (!item) throw new Error('every task has a result');
  await askOffice(office, contract.work.saveProgress, {
    body: {
      taskId: item.taskId,
      windowId: report.window.id,
      revision: null,
      state: 'xong',
      numerator: null,
      denominator: null,
      measure: '',
      obstacle: '',
      proposal: '',
      ...changes,
    },
  });
  return item.task;
}

/** null: the template of the window. */
async function chooseTemplate(office: RunningOffice, template: 'chung' | null): Promise<void> {
  const { id, revision } = await reportOf(office);
  await askOffice(office, contract.reportBody.setting, { params: { id }, body: { revision, template } });
}

test.beforeEach(async ({ office }) => {
  await fillPractice(office);
  // The common template has every part; a quarter's own is shorter.
  await chooseTemplate(office, 'chung');
});

test('stands as it will print, and each missing thing leads to its task', async ({ page, office }) => {
  const report = await reportOf(office);
  await openScreen(page, office, '/bao-cao');
  await expect(paper(page)).toContainText('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  await expect(paper(page)).toContainText('BÁO CÁO');
  await expect(page.getByRole('tab', { name: /Còn thiếu/ })).toContainText(String(report.missing.length));
  const item = report.missing.find((each) => each.kind === 'khong-co-ket-qua' && each.lead !== '');
  if (!item) throw new Error('nothing is missing');
  await page.getByRole('link', { name: item.task, exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Việc của tôi' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2 })).toContainText(item.task.slice(0, 30));
  await page.getByRole('textbox', { name: 'Đã làm được gì' }).fill('Đã làm xong ngay từ báo cáo.');
  await page.getByRole('radio', { name: 'Hoàn thành' }).check({ force: true });
  await expect(
    page
      .getByRole('main')
      .getByRole('status')
      .filter({ hasText: /Đã lưu \d\d:\d\d/ }),
  ).toBeVisible();
  await page.goBack();
  await expect(paper(page)).toContainText('Đã làm xong ngay từ báo cáo');
});

test('is worded by hand: own words stay, newer ones are shown beside them (RP1, RP2)', async ({ page, office }) => {
  await openScreen(page, office, '/bao-cao');
  await tab(page, /Nội dung/);
  const achieved = /Kết quả đạt được/;
  await part(page, achieved).click();
  await wordsOf(page, achieved).fill('Chữ do Văn phòng viết lại.');
  await openScreen(page, office, '/minh-chung');
  await openScreen(page, office, '/bao-cao');
  await expect(paper(page)).toContainText('Chữ do Văn phòng viết lại.');

  const task = await tell(office, { doneText: 'Có thêm kết quả mới.' });
  await page.reload();
  await tab(page, /Nội dung/);
  await expect(part(page, achieved)).toContainText('đã sửa tay');
  await expect(part(page, achieved)).toContainText('số liệu đã đổi');
  await expect(paper(page)).toContainText('Chữ do Văn phòng viết lại.');
  await expect(paper(page)).toContainText('Có thêm kết quả mới');
  expect(task).not.toBe('');
  await part(page, achieved).click();
  await page.getByRole('button', { name: 'Giữ chữ đã sửa' }).click();
  await expect(part(page, achieved)).not.toContainText('số liệu đã đổi');
  await expect(wordsOf(page, achieved)).toHaveValue('Chữ do Văn phòng viết lại.');
  await page.getByRole('button', { name: 'Lấy lại chữ tự động' }).click();
  await expect(wordsOf(page, achieved)).toHaveValue(/Trong tổng số/);
  await expect(part(page, achieved)).not.toContainText('đã sửa tay');
});

test('another window may word another part; the same part shows both texts (RP3)', async ({ page, office }) => {
  await openScreen(page, office, '/bao-cao');
  await tab(page, /Nội dung/);
  const proposals = /Kiến nghị, đề xuất/;
  await part(page, proposals).click();
  await wordsOf(page, proposals).fill('Đề nghị cấp kinh phí.');
  let report = await reportOf(office);
  const save = (key: string, text: string) =>
    askOffice(office, contract.reports.saveSection, {
      params: { id: report.id, key },
      body: { revision: report.revision, text },
    });
  await save('next', 'Chữ ở cửa sổ khác.');
  await wordsOf(page, proposals).blur();
  await expect(paper(page)).toContainText('Đề nghị cấp kinh phí.');
  await expect(paper(page)).toContainText('Chữ ở cửa sổ khác.');

  await wordsOf(page, proposals).fill('Đề nghị cấp thêm kinh phí.');
  report = await reportOf(office);
  await save('proposals', 'Cửa sổ khác cũng sửa mục này.');
  await wordsOf(page, proposals).blur();
  const note = page.getByRole('alert').filter({ hasText: 'Có hai bản.' });
  await expect(note).toContainText('Cửa sổ khác cũng sửa mục này.');
  await expect(wordsOf(page, proposals)).toHaveValue('Đề nghị cấp thêm kinh phí.');
  await note.getByRole('button', { name: 'Lưu bản tôi vừa gõ' }).click();
  await expect(note).toHaveCount(0);
  await expect(paper(page)).toContainText('Đề nghị cấp thêm kinh phí.');
});

test('number, date and title reach the paper; Word is a Word file; nothing in the document runs (RP4, RP6)', async ({
  page,
  office,
}) => {
  await tell(office, { doneText: '<img src=x onerror="parent.hacked=1"><script>parent.hacked=1</script>' });
  await openScreen(page, office, '/bao-cao');
  await tab(page, /Số, ngày, tên/);
  await page.getByRole('textbox', { name: 'Số', exact: true }).fill('45');
  await page.getByRole('textbox', { name: 'Ngày ký' }).fill('15/12');
  await page.getByRole('textbox', { name: 'Tên báo cáo' }).fill('Kết quả thực hiện Kế hoạch PAPI');
  await page.getByRole('textbox', { name: 'Tên báo cáo' }).blur();
  await expect(paper(page)).toContainText('Số: 45/BC-UBND');
  await expect(paper(page)).toContainText(/ngày 15 tháng 12 năm \d{4}/);
  await expect(paper(page)).toContainText('Kết quả thực hiện Kế hoạch PAPI');
  await expect(paper(page)).toContainText('<img src=x onerror');

  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Word' }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toMatch(/^Bao-cao-[a-z0-9-]+-ban-thao\.docx$/);
  expect((await readFile(await file.path())).subarray(0, 2).toString()).toBe('PK');

  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver((changes) => {
      for (const node of changes.flatMap((change) => [...change.addedNodes]))
        if (node instanceof HTMLIFrameElement)
          node.addEventListener('load', () =>
            node.contentWindow?.addEventListener('beforeprint', () =>
              seen.push(`${node.getAttribute('sandbox')} ${node.contentDocument?.body.innerText.includes('BÁO CÁO')}`),
            ),
          );
    }).observe(document.body, { childList: true });
  });
  await page.getByRole('button', { name: 'In', exact: true }).click();
  await expect
    .poll(() => page.evaluate(() => (window as { seen?: string[] }).seen))
    .toEqual(['allow-same-origin allow-modals true']);
  expect(await page.evaluate(() => (window as { hacked?: number }).hacked)).toBeUndefined();
  const frames = await page.locator('iframe').evaluateAll((all) => all.map((frame) => frame.getAttribute('sandbox')));
  expect(frames.every((rights) => rights !== null && !rights.includes('allow-scripts'))).toBe(true);
});

test('names what is missing before freezing, is frozen, and opened again (RP5)', async ({ page, office }) => {
  const report = await reportOf(office);
  const silent = report.missing.filter((each) => each.kind === 'khong-co-ket-qua').length;
  await openScreen(page, office, '/bao-cao');
  await page.getByRole('button', { name: 'Chốt báo cáo' }).click();
  const question = page.getByRole('dialog');
  await expect(question).toContainText(`${silent} nhiệm vụ chưa có kết quả`);
  await expect(question).toContainText('Còn chỗ để trống ở');
  await question.getByRole('button', { name: 'Xem lại' }).click();
  await expect(question).toHaveCount(0);
  expect((await reportOf(office)).status).toBe('draft');

  await page.getByRole('button', { name: 'Chốt báo cáo' }).click();
  await question.getByRole('button', { name: 'Chốt báo cáo' }).click();
  await expect(page.getByText(/đã chốt lúc \d\d:\d\d/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Xuất gói' })).toBeVisible();
  await tab(page, /Nội dung/);
  await part(page, /Kết quả đạt được/).click();
  await expect(page.getByRole('textbox')).toHaveCount(0);

  await tell(office, { doneText: 'Kết quả đến sau khi chốt.', lateReason: 'Đơn vị gửi muộn' });
  await page.reload();
  await expect(paper(page)).toContainText('BÁO CÁO');
  await expect(paper(page)).not.toContainText('Kết quả đến sau khi chốt');

  await page.getByRole('button', { name: 'Mở lại để sửa' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Mở lại để sửa' }).click();
  await expect(page.getByRole('button', { name: 'Chốt báo cáo' })).toBeVisible();
  await expect(paper(page)).toContainText('Kết quả đến sau khi chốt');
});

test('the report in the editor: own section and table, generated headings stay, words given back, signer and template', async ({
  page,
  office,
}) => {
  const body = page.getByRole('textbox', { name: 'Nội dung báo cáo' });
  const sheets = paper(page);
  const saved = () => expect(page.getByRole('status').filter({ hasText: /^Đã lưu$/ })).toBeVisible();
  await chooseTemplate(office, null);
  await openScreen(page, office, '/bao-cao');
  await page.getByRole('button', { name: 'Soạn báo cáo' }).click();
  const proposals = body.locator('[data-part]', { hasText: 'Kiến nghị, đề xuất' });
  await expect(proposals).toHaveAttribute('data-label', 'IV.');

  // A heading of one's own before the last part; the numbers count it.
  await body.locator('[data-part]', { hasText: 'Nhiệm vụ trọng tâm quý tiếp theo' }).waitFor();
  await caretAtEnd(page, proposals.locator('xpath=preceding-sibling::p[1]'));
  await page.keyboard.press('Enter');
  await page.keyboard.type('I. Mô hình hay');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Tổ liên gia ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('tự quản');
  await expect(proposals).toHaveAttribute('data-label', 'V.');
  await page.getByRole('button', { name: 'Chèn bảng' }).click();
  await page.getByRole('form', { name: 'Cỡ của bảng' }).getByRole('button', { name: 'Chèn bảng' }).click();
  await page.keyboard.type('Thôn');
  await saved();
  await expect(sheets).toContainText('IV. MÔ HÌNH HAY');
  await expect(sheets).toContainText('V. KIẾN NGHỊ, ĐỀ XUẤT');
  await expect(sheets.locator('p.body b', { hasText: 'tự quản' })).toBeVisible();
  await expect(sheets.locator('.portrait th').first()).toHaveText('Thôn');

  // An own section moves, a generated one does not.
  await page.getByRole('button', { name: 'Đưa mục xuống' }).click();
  await expect(proposals).toHaveAttribute('data-label', 'IV.');
  await page.getByRole('button', { name: 'Đưa mục lên' }).click();
  await expect(proposals).toHaveAttribute('data-label', 'V.');

  // Nobody takes a generated heading away.
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await expect(proposals).toBeVisible();

  // Words typed over generated ones are marked, and given back.
  await caretAtEnd(page, proposals.locator('xpath=following-sibling::p[1]'));
  await page.keyboard.type(' Thêm lời.');
  await expect(proposals).toHaveAttribute('data-mark', 'đã sửa tay');
  await page.getByRole('button', { name: 'Lấy lại lời tự động' }).click();
  await expect(body).not.toContainText('Thêm lời.');
  await expect(proposals).not.toHaveAttribute('data-mark', /./);

  await page.getByRole('link', { name: 'Về Báo cáo' }).click();
  await page.getByRole('tab', { name: 'Số, ngày, tên' }).click();
  await page.getByRole('combobox', { name: 'Hình thức ký' }).click();
  await page.getByRole('option', { name: /^KT\./ }).click();
  await expect(paper(page)).toContainText('KT. CHỦ TỊCH');
  await page.getByRole('combobox', { name: 'Mẫu báo cáo' }).click();
  await page.getByRole('option', { name: 'Báo cáo năm' }).click();
  await expect(paper(page)).toContainText('Bài học kinh nghiệm');
  await expect(paper(page)).toContainText('MÔ HÌNH HAY');
});
