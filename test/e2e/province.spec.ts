/** 168 units received, answered and added up in the window; times are printed, the numbers are checked. */
import { readFile, rm } from 'node:fs/promises';
import { contract } from '../../shared/api/contract/contract.ts';
import { expect, openScreen, test } from '../support/e2e-office.ts';
import { provinceFacts, provinceFolder, provinceViews } from '../support/province-views.ts';
import { askOffice, startOffice } from '../support/running-office.ts';

test('168 units: every view of receiving, answering and adding up, with the right numbers in it', async ({ page }) => {
  const dataDir = await provinceFolder();
  const office = await startOffice({ dataDir });
  try {
    const { units, reports, first, window } = provinceFacts();
    await openScreen(page, office);
    const times: string[] = [];
    for (const { name, open, shown, whole } of provinceViews()) {
      const started = performance.now();
      await open(page);
      await shown(page);
      times.push(`${name} ${Math.round(performance.now() - started)} ms`);
      await whole?.(page);
      if (name.startsWith('Tiếp nhận')) {
        const came = page.getByRole('columnheader', { name: window.label });
        await expect(came).toContainText(`${reports.length} / ${units.length}`);
      }
      if (name === 'báo cáo một đơn vị')
        await expect(page.getByRole('heading', { level: 1 })).toContainText(first.unitName.slice(1));
      if (name === 'về Tiếp nhận')
        await expect(
          page
            .getByRole('row')
            .filter({ hasText: first.unitName.slice(1) })
            .first(),
        ).toContainText('Đã chấp nhận');
      if (name === 'Tổng hợp: kỳ khác')
        await expect(page.getByText(`${window.label}: ${reports.length}/${units.length} đơn vị đã gửi`)).toBeVisible();
      if (name === 'Tổng hợp: số liệu') await sumIsRight();
      if (name === 'Tổng hợp: minh chứng lặp lại') {
        // The picture all units share proves the first task, where that is done.
        const sharing = reports.filter(({ rows }) => rows[0]?.state === 'xong').length;
        await expect(page.getByText(`${sharing} đơn vị · 3 kỳ · ${sharing * 3} nhiệm vụ`)).toBeVisible();
      }
    }

    await test.step('Word and Excel', async () => {
      for (const [button, magic] of [
        ['Báo cáo tổng hợp (Word)', `Tong-hop-${window.key}.docx`],
        ['Lấy Excel', `Tong-hop-${window.key}.xlsx`],
      ] as const) {
        const started = performance.now();
        const coming = page.waitForEvent('download');
        await page.getByRole('button', { name: button }).click();
        const file = await coming;
        times.push(`${button} ${Math.round(performance.now() - started)} ms`);
        expect(file.suggestedFilename()).toBe(magic);
        const bytes = await readFile((await file.path()) ?? '');
        expect(bytes.subarray(0, 2).toString()).toBe('PK');
        expect(bytes.length).toBeGreaterThan(50_000);
      }
    });
    console.info(times.join('\n'));
    const { state } = await askOffice(office, contract.answers.of, {
      params: { id: `${first.receivedId}-${window.key}` },
    });
    expect(state).toBe('chap-nhan');
    expect((await askOffice(office, contract.office.doctor, { body: {} })).ok).toBe(true);

    /** The first row with figures, added up here from the reports as they were invented. */
    async function sumIsRight() {
      const wanted = reports.flatMap(({ rows }) => rows.slice(0, 1).flatMap(({ figures }) => figures));
      const numerator = wanted.reduce((sum, each) => sum + (each.numerator ?? 0), 0);
      const denominator = wanted.reduce((sum, each) => sum + (each.denominator ?? 0), 0);
      const words = (first.rows[0]?.text ?? '').replace(/ \(xã .*\)$/, '');
      const line = page.getByRole('row').filter({ hasText: words }).first();
      const figure = (value: number) => value.toLocaleString('vi-VN');
      await expect(line).toContainText(`${figure(numerator)}/${figure(denominator)}`);
      await expect(line).toContainText(String(wanted.length));
    }
  } finally {
    await office.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
});
