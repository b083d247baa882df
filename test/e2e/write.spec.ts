/** Writing a plan: from a template to pages and Word; numbers follow; nothing typed is lost; next year's plan. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { readDocument } from '../../electron/documents/read/read-document.ts';
import { contract } from '../../shared/api/contract/contract.ts';
import { caretInto, moveCaret } from '../support/caret.ts';
import { seriousFindings } from '../support/e2e-axe.ts';
import { expect, fillPractice, nameOffice, openScreen, test } from '../support/e2e-office.ts';
import { paper } from '../support/paper.ts';
import { askOffice, type RunningOffice } from '../support/running-office.ts';

const body = (page: Page) => page.getByRole('textbox', { name: 'Nội dung kế hoạch' });
const saved = (page: Page) => expect(page.getByRole('status').filter({ hasText: /^Đã lưu$/ })).toBeVisible();
/** A numbered line of the editor by its words; its label is beside it, not in it. */
const line = (page: Page, words: string) => body(page).locator('p[data-level]', { hasText: words }).first();

async function planNow(office: RunningOffice, year: number) {
  const { plans } = await askOffice(office, contract.office.state);
  const plan = plans.find((each) => each.year === year);
  if (!plan) throw new Error(`there is no plan of ${year}`);
  return askOffice(office, contract.plans.get, { params: { id: plan.id } });
}

async function writePractice(page: Page, office: RunningOffice): Promise<void> {
  await fillPractice(office);
  await openScreen(page, office, '/ke-hoach');
  await page.getByRole('link', { name: 'Soạn thảo' }).click();
  await expect(body(page)).toBeVisible();
}

test('a new plan from a template: lines are typed, numbers follow, the pages show them, Word has them', async ({
  page,
  office,
}) => {
  await nameOffice(office);
  await openScreen(page, office, '/ke-hoach');
  await page.getByRole('button', { name: 'Lập kế hoạch mới từ mẫu' }).click();
  await page.getByRole('radio', { name: /Kế hoạch nâng cao Chỉ số PAPI/ }).check();
  await page.getByRole('textbox', { name: 'Năm' }).fill('2027');
  await page.getByRole('button', { name: 'Lập và soạn' }).click();
  await expect(line(page, 'MỤC ĐÍCH, YÊU CẦU')).toHaveAttribute('data-label', 'I.');
  await expect(paper(page)).toContainText('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  await expect(paper(page)).toContainText('UBND xã Như Quỳnh');

  // A heading between the first and the second: what follows counts on.
  await caretInto(line(page, 'CHỈ TIÊU'));
  await moveCaret(page, 'Home');
  await page.keyboard.type('QUAN ĐIỂM');
  await page.keyboard.press('Enter');
  await expect(line(page, 'QUAN ĐIỂM')).toHaveAttribute('data-label', 'II.');
  await expect(line(page, 'CHỈ TIÊU')).toHaveAttribute('data-label', 'III.');
  await caretInto(line(page, 'QUAN ĐIỂM'));
  // The bar says which line the cursor is in; a person's next key comes after that.
  await expect(page.getByRole('textbox', { name: /^Số của dòng/ })).toHaveAttribute('placeholder', 'II.');
  await moveCaret(page, 'End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('a) Lấy người dân làm trung tâm.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Việc nào cũng có người chịu trách nhiệm.');
  await expect(line(page, 'Lấy người dân')).toHaveAttribute('data-label', 'a)');
  await expect(line(page, 'Việc nào cũng')).toHaveAttribute('data-label', 'b)');
  await page.keyboard.press('Shift+Tab');
  await expect(line(page, 'Việc nào cũng')).toHaveAttribute('data-label', '1.');
  await page.keyboard.press('Tab');
  await saved(page);
  await expect(paper(page)).toContainText('b) Việc nào cũng có người chịu trách nhiệm.');

  const plan = await planNow(office, 2027);
  expect(plan.sections[1]).toMatchObject({ label: 'II.', heading: 'QUAN ĐIỂM' });
  expect(plan.sections[1]?.children.map(({ label }) => label)).toEqual(['a)', 'b)']);

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Tải bản Word' }).click(),
  ]);
  expect((await readFile(await file.path())).subarray(0, 2).toString()).toBe('PK');
});

test('the sheets on the screen are the pages of the print: as many, with the header row of the annex on each', async ({
  page,
  office,
}) => {
  await nameOffice(office);
  const made = await askOffice(office, contract.writing.fromTemplate, { body: { template: 'tong-the', year: 2027 } });
  await openScreen(page, office, `/soan/${made.planId}`);
  const told = page.getByText(/^Bản in dài \d+ trang\.$/);
  await expect(told).toBeVisible();
  const sheetsTold = Number(/\d+/.exec((await told.textContent()) ?? '')?.[0]);
  const { html } = await askOffice(office, contract.writing.document, { params: { id: made.planId } });
  const printer = await page.context().newPage();
  await printer.setContent(html);
  const pdf = await printer.pdf({ preferCSSPageSize: true });
  await printer.close();
  // How many there are depends on the fonts of this machine; the annex lies on its side.
  const sheets = [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  const onItsSide = sheets.filter(([, width, height]) => Number(width) > Number(height)).length;
  const upright = sheets.length - onItsSide;
  expect(sheets).toHaveLength(sheetsTold);
  expect(Math.min(upright, onItsSide)).toBeGreaterThan(1);
  await expect(paper(page).locator('.landscape th', { hasText: 'Nhiệm vụ' })).toHaveCount(onItsSide);
  const numbersOf = (count: number) => Array.from({ length: count - 1 }, (_, at) => String(at + 2));
  await expect(paper(page).locator('.pageNumber')).toHaveText([...numbersOf(upright), ...numbersOf(onItsSide)]);
});

test('undo in the editor is its own; the head and the way of signing are saved too', async ({ page, office }) => {
  await writePractice(page, office);
  // A number that is out of order is kept and marked until somebody wants it mended.
  await caretInto(line(page, 'TỔ CHỨC THỰC HIỆN'));
  await page.getByRole('textbox', { name: /^Số của dòng/ }).fill('II.');
  await expect(line(page, 'TỔ CHỨC THỰC HIỆN')).toHaveAttribute('data-differs', '');
  await page.getByRole('button', { name: 'Đánh lại số (1)' }).click();
  await expect(line(page, 'TỔ CHỨC THỰC HIỆN')).toHaveAttribute('data-label', 'III.');
  await caretInto(line(page, 'TỔ CHỨC THỰC HIỆN'));
  await moveCaret(page, 'End');
  await page.keyboard.type(' NĂM NAY');
  await page.keyboard.press('Control+z');
  await expect(body(page)).not.toContainText('NĂM NAY');
  await page.getByRole('textbox', { name: 'Căn cứ' }).fill('Căn cứ thứ nhất\nCăn cứ thứ hai');
  await page.getByRole('combobox', { name: 'Hình thức ký' }).click();
  await page.getByRole('option', { name: /^KT\./ }).click();
  await page.keyboard.press('Control+s');
  await saved(page);
  await expect(paper(page)).toContainText('KT. CHỦ TỊCH');
  await expect(paper(page)).toContainText('Căn cứ thứ hai.');
  const plan = await planNow(office, new Date().getFullYear());
  expect(plan.basis).toEqual(['Căn cứ thứ nhất', 'Căn cứ thứ hai']);
  expect(plan.signer.title).toBe('KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH');
  expect(plan.sections.at(-1)?.heading).toBe('TỔ CHỨC THỰC HIỆN');

  // Outside the editor the keys take back the last act of the office, and the screen follows.
  await page.getByRole('heading', { name: 'Soạn kế hoạch' }).click();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('textbox', { name: 'Căn cứ' })).not.toHaveValue(/Căn cứ thứ hai/);
  await expect(paper(page)).not.toContainText('KT. CHỦ TỊCH');
});

test('from Word come words, numbers, looks and tables, nothing else', async ({ page, office }) => {
  await writePractice(page, office);
  await caretInto(line(page, 'NHIỆM VỤ VÀ GIẢI PHÁP'));
  await moveCaret(page, 'End');
  await page.keyboard.press('Enter');
  await body(page).evaluate((target) => {
    const data = new DataTransfer();
    data.setData(
      'text/html',
      `<html><head><style>p{color:red}</style></head><body><!--StartFragment-->
      <p class=MsoNormal><b><span style='font-family:"Times New Roman";color:red'>1. Tuyên truyền</span></b></p>
      <p class=MsoListParagraph><span style='mso-list:Ignore'>a)<span>&nbsp;&nbsp; </span></span><a href="http://x.invalid">Phát thanh hằng tuần.</a></p>
      <p style='display:none'>chữ ẩn</p><img src="http://x.invalid/a.png" onerror="window.bad=1"><script>window.bad=1</script>
      <ul><li><i>Niêm yết</i></li></ul>
      <table class=MsoTableGrid border=1><tr><td width=60 style='background:yellow'><p><b>TT</b></p></td><td width=240><p><b>Việc</b></p></td></tr>
      <tr><td rowspan=2><p align=center>1</p></td><td><p>Loa <b style='color:red'>xã</b></p></td></tr><tr><td><p>Bảng tin</p></td></tr></table><!--EndFragment--></body></html>`,
    );
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(line(page, 'Tuyên truyền')).toHaveAttribute('data-label', '1.');
  await expect(line(page, 'Phát thanh hằng tuần.')).toHaveAttribute('data-label', 'a)');
  await expect(body(page).locator('p[data-marker="-"]', { hasText: 'Niêm yết' })).toBeVisible();
  await expect(body(page)).not.toContainText('chữ ẩn');
  await expect(body(page).locator('i')).toHaveText(['Niêm yết']);
  await expect(body(page).locator('b')).toHaveText(['xã']);
  await expect(body(page).locator('th')).toHaveText(['TT', 'Việc']);
  await expect(body(page).locator('td[rowspan="2"]')).toHaveText('1');
  expect(await body(page).locator('a, img, script, font, [class*=Mso], p[style], td[style]').count()).toBe(0);
  await saved(page);
  expect(await page.evaluate(() => 'bad' in window)).toBe(false);
});

test('a section with a table and bold words: on the pages, in Word, and in the editor opened again', async ({
  page,
  office,
}) => {
  await writePractice(page, office);
  await caretInto(line(page, 'NHIỆM VỤ VÀ GIẢI PHÁP'));
  await moveCaret(page, 'End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Giao chỉ tiêu ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('từng thôn');
  await page.keyboard.press('Control+b');
  await page.keyboard.type(' như sau:');
  await page.getByRole('button', { name: 'Chèn bảng' }).click();
  await page.getByRole('textbox', { name: 'Số dòng' }).fill('3');
  await page.getByRole('textbox', { name: 'Số cột' }).fill('3');
  await page.getByRole('form', { name: 'Cỡ của bảng' }).getByRole('button', { name: 'Chèn bảng' }).click();
  for (const word of ['TT', 'Thôn', 'Chỉ tiêu', '1', 'Ngọc', '95%', '2', 'Minh Khai']) {
    await page.keyboard.type(word);
    await page.keyboard.press('Tab');
  }
  // Tab in the last cell makes a row, as Word does.
  await page.keyboard.type('90%');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Cộng');
  await page.keyboard.press('Shift+ArrowRight');
  await page.getByRole('button', { name: 'Gộp ô đã chọn' }).click();
  await expect(body(page).locator('td[colspan="2"]')).toHaveText('Cộng');
  await page.keyboard.press('Control+z');
  await expect(body(page).locator('td[colspan="2"]')).toHaveCount(0);
  await page.keyboard.press('Control+y');
  await expect(body(page).locator('td[colspan="2"]')).toHaveText('Cộng');
  await saved(page);
  await expect(paper(page).locator('table.grid th').first()).toHaveText('TT');
  await expect(paper(page).locator('p.body b')).toHaveText('từng thôn');

  const year = new Date().getFullYear();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Tải bản Word' }).click(),
  ]);
  const read = readDocument(await readFile(await file.path()), 'ke-hoach.docx');
  if (!read.ok) throw new Error('the Word file cannot be read');
  const table = read.value.source.blocks.find((block) => block.type === 'table' && block.columns === 3);
  expect(table).toMatchObject({ headerRows: 1 });
  const cells = table?.type === 'table' ? table.cells : [];
  expect(cells.map(({ text }) => text).slice(0, 6)).toEqual(['TT', 'Thôn', 'Chỉ tiêu', '1', 'Ngọc', '95%']);
  expect(cells.find(({ text }) => text === 'Cộng')).toMatchObject({ columnSpan: 2 });
  const kept = read.value.plan?.sections[1]?.paragraphs ?? [];
  expect(kept).toContainEqual({
    type: 'rich',
    runs: [{ text: 'Giao chỉ tiêu ' }, { text: 'từng thôn', bold: true }, { text: ' như sau:' }],
  });
  expect(kept).toContainEqual(expect.objectContaining({ type: 'table', headerRows: 1 }));

  const { id } = await planNow(office, year);
  await openScreen(page, office, '/nhiem-vu');
  await openScreen(page, office, `/soan/${id}`);
  await expect(body(page).locator('b')).toHaveText('từng thôn');
  await expect(body(page).locator('th')).toHaveText(['TT', 'Thôn', 'Chỉ tiêu']);
});

test('words typed just before leaving are saved; words over newer ones are asked about', async ({ page, office }) => {
  await writePractice(page, office);
  await caretInto(line(page, 'NHIỆM VỤ VÀ GIẢI PHÁP'));
  await moveCaret(page, 'End');
  await page.keyboard.type(' CHỦ YẾU');
  await openScreen(page, office, '/nhiem-vu');
  const year = new Date().getFullYear();
  await expect
    .poll(async () => (await planNow(office, year)).sections[1]?.heading)
    .toBe('NHIỆM VỤ VÀ GIẢI PHÁP CHỦ YẾU');

  const plan = await planNow(office, year);
  await openScreen(page, office, `/soan/${plan.id}`);
  await expect(body(page)).toContainText('CHỦ YẾU');
  const { number, date, place, title, revision } = plan;
  await askOffice(office, contract.plans.change, {
    params: { id: plan.id },
    body: { revision, number: '99/KH-UBND', date, place, title },
  });
  expect(number).not.toBe('99/KH-UBND');
  await caretInto(line(page, 'CHỦ YẾU'));
  await moveCaret(page, 'End');
  await page.keyboard.type(' CỦA XÃ');
  await expect(page.getByText(/vừa được sửa ở cửa sổ khác/)).toBeVisible();
  await expect(body(page)).toContainText('CỦA XÃ');
  await page.getByRole('button', { name: 'Lưu bản trên màn hình này' }).click();
  await saved(page);
  expect((await planNow(office, year)).sections[1]?.heading).toMatch(/CỦA XÃ$/);
});

test('nobody is shut out: no serious finding on the screen and in its dialogs', async ({ page, office }) => {
  // Half-faded words have no contrast of their own to measure.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await writePractice(page, office);
  await expect(paper(page)).toContainText('TỔ CHỨC THỰC HIỆN');
  expect(await seriousFindings(page)).toEqual([]);
  await openScreen(page, office, '/ke-hoach');
  await page.getByRole('button', { name: 'Thêm kế hoạch' }).click();
  await page.getByRole('menuitem', { name: /Lập kế hoạch mới từ mẫu/ }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
});
