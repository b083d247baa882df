/** The Chủ tịch's morning and a hand-over: who is late, the page, the text for Zalo, tasks behind a number; posts go to the next person. */
import { fileURLToPath } from 'node:url';
import { contract } from '../../shared/api/contract/contract.ts';
import { dialogInFocus } from '../support/dialog.ts';
import { expect, fillPractice, openScreen, test } from '../support/e2e-office.ts';
import { askOffice } from '../support/running-office.ts';

const shot = (name: string): string => fileURLToPath(new URL(`../results/${name}.png`, import.meta.url));

test('numbers lead to their tasks, the page fits one sheet, the text is copied, work is handed over (OV8, OV17, OV19, OV23)', async ({
  page,
  office,
}) => {
  await fillPractice(office);
  const people = await askOffice(office, contract.office.people);
  const [from, to] = people.people.filter(({ postIds }) => postIds.length > 0) as [
    (typeof people.people)[number],
    (typeof people.people)[number],
  ];

  await openScreen(page, office, '/dieu-hanh');
  const number = page.getByRole('button', { name: new RegExp(`^${from.name}, chủ trì`) });
  const count = Number((await number.innerText()).match(/\d+$/)![0]);
  await number.click();
  await expect(page.getByTestId('task-table')).toHaveAttribute('data-visible-count', String(count));
  await expect(page.getByText(`${from.name}, chủ trì`)).toBeVisible();
  await page.getByRole('button', { name: 'Bỏ lọc' }).first().click();
  await expect(page.getByTestId('task-table')).not.toHaveAttribute('data-visible-count', String(count));

  // The year strip by keyboard: down, to the end, and Enter leads to the task.
  await openScreen(page, office, '/dieu-hanh/ca-nam');
  const strip = page.getByRole('listbox', { name: 'Dải năm' });
  await strip.focus();
  await page.keyboard.press('End');
  const text = await strip.getByRole('option', { selected: true }).getByText(/\S/).first().innerText();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Nhiệm vụ' })).toBeVisible();
  await expect(page.getByTestId('task-table')).toContainText(text.slice(0, 30));

  await openScreen(page, office, '/dieu-hanh/ban-trinh');
  await expect(page.getByText('luôn vừa một trang A4', { exact: false })).toBeVisible();
  const officer = page.getByRole('region', { name: /^Lời nhắc (?!gửi)/ }).first();
  const said = await officer.getByRole('textbox').inputValue();
  expect(said).toMatch(/^Kính gửi đồng chí .+\nViệc /);
  // Over http of another machine the clipboard is missing: the text is chosen for Ctrl+C.
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    document.execCommand = () => false;
  });
  await officer.getByRole('button', { name: /^Chép lời nhắc/ }).click();
  await expect(page.getByText('Bấm Ctrl+C để chép', { exact: false })).toBeVisible();
  const chosen = () => {
    const field = document.activeElement as HTMLTextAreaElement;
    return field.value.slice(field.selectionStart, field.selectionEnd);
  };
  expect(await page.evaluate(chosen)).toBe(said);
  await page.screenshot({ path: shot('overview-briefing') });

  await openScreen(page, office, '/co-quan/ban-giao');
  await page.getByRole('button', { name: 'Bàn giao mới' }).click();
  const dialog = await dialogInFocus(page, 'Bàn giao công việc');
  for (const [field, name] of [
    ['Người giao', from.name],
    ['Người nhận', to.name],
  ] as const) {
    await dialog.getByRole('combobox', { name: field }).fill(name);
    await page.getByRole('option', { name }).click();
  }
  await expect(dialog.getByText(`việc chuyển sang ${to.name}`, { exact: false })).toBeVisible();
  await dialog.getByRole('button', { name: 'Bàn giao', exact: true }).click();
  await expect(page.getByRole('button', { name: `${from.name} → ${to.name}` })).toBeVisible();
  await expect(
    page
      .locator('iframe[title="Biên bản bàn giao"]:not([data-waiting])')
      .contentFrame()
      .getByText('BIÊN BẢN BÀN GIAO CÔNG VIỆC'),
  ).toBeVisible();
  await page.screenshot({ path: shot('overview-handover') });
  const after = (await askOffice(office, contract.office.people)).people;
  expect(after.find(({ id }) => id === from.id)!.postIds).toEqual([]);
  expect(after.find(({ id }) => id === to.id)!.postIds.sort()).toEqual(
    [...new Set([...to.postIds, ...from.postIds])].sort(),
  );
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Chưa có lần bàn giao nào')).toBeVisible();
});
