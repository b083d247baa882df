/** A province of 168 units as its officer goes through it: every view with how it is opened and what must then stand there. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { createClient } from '../../electron/hosts/client.ts';
import { openOffice } from '../../electron/server/open-office.ts';
import { contract } from '../../shared/api/contract/contract.ts';
import { inventedProvince, window } from './invented-province.ts';
import { provinceSetUp } from './province-set-up.ts';
import { fillProvince } from './received-province.ts';

export const provinceUnits = 168;
export const provinceWindows = ['2026-Q1', window.key, '2026-H1'] as const;

/** The data folder of a province that has received the reports of 168 units in three windows; the caller removes it. */
export async function provinceFolder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'so-viec-tinh-'));
  const opened = openOffice({ tickets: null, dataDir: folder, clock: () => Date.parse('2026-06-25T02:00:00Z') });
  if (!opened.ok) throw new Error(opened.error.message);
  const office = opened.value;
  await createClient(office, 'test').ask(contract.office.setUp, { body: provinceSetUp() });
  fillProvince(office.deps, provinceUnits, provinceWindows);
  await office.close();
  return folder;
}

/** What stands there was worked out from the invented reports themselves, not by the program that shows it. */
export function provinceFacts() {
  const { units, reports } = inventedProvince(provinceUnits);
  const first = reports[0];
  if (!first) throw new Error('nobody reported');
  const done = first.rows.filter(({ state }) => state === 'xong').length;
  return { units, reports, first, rows: first.rows.length, done, window };
}

export type ProvinceView = {
  name: string;
  open(page: Page): Promise<unknown>;
  /** What a person waits for stands on the screen. */
  shown(page: Page): Promise<unknown>;
  /** What lies below the screen is there too. */
  whole?(page: Page): Promise<unknown>;
};

const reading = (page: Page) => page.getByRole('region', { name: 'Phần đọc' });
const row = (page: Page) => page.getByRole('row');

/** Opens a screen without loading the page anew. */
export const goTo = (page: Page, path: string) =>
  page.evaluate((hash) => {
    globalThis.location.hash = hash;
  }, `#${path}`);

/** In the order of a working day. The report answered is the first unit's of the middle window. */
export function provinceViews(): ProvinceView[] {
  const { first, reports, rows, units } = provinceFacts();
  const firstScreen = (page: Page) => row(page).nth(15).waitFor();
  const answered = (count: number) => (page: Page) =>
    page.getByRole('tab', { name: `Trả lời ${count}/${rows}` }).waitFor();
  const tab = (name: string | RegExp) => (page: Page) => page.getByRole('tab', { name }).click();
  return [
    {
      name: 'Tiếp nhận, 168 đơn vị',
      open: (page) => goTo(page, '/tiep-nhan'),
      shown: firstScreen,
      whole: (page) => row(page).nth(units.length).waitFor(),
    },
    {
      name: 'báo cáo một đơn vị',
      open: (page) => goTo(page, `/tiep-nhan/${first.receivedId}-${window.key}`),
      shown: (page) => reading(page).getByRole('heading', { level: 2 }).waitFor(),
    },
    {
      name: 'chấp nhận một dòng',
      open: (page) => reading(page).getByRole('radio', { name: 'Chấp nhận' }).check(),
      shown: answered(1),
    },
    {
      name: 'chấp nhận các dòng còn lại',
      open: async (page) => {
        await tab(/^Trả lời/)(page);
        await page.getByRole('button', { name: `Chấp nhận ${rows - 1} dòng chưa trả lời` }).click();
      },
      shown: answered(rows),
    },
    {
      name: 'kết luận',
      open: (page) => page.getByRole('button', { name: 'Chấp nhận báo cáo' }).click(),
      shown: (page) => page.getByRole('button', { name: 'Bỏ kết luận này' }).waitFor(),
    },
    {
      name: 'về Tiếp nhận',
      open: (page) => page.getByRole('button', { name: 'Về Tiếp nhận' }).click(),
      shown: firstScreen,
      whole: (page) => row(page).nth(units.length).waitFor(),
    },
    {
      name: 'Tổng hợp: đơn vị và kỳ',
      open: (page) => goTo(page, '/tong-hop'),
      shown: firstScreen,
      whole: (page) => row(page).nth(units.length).waitFor(),
    },
    {
      name: 'Tổng hợp: kỳ khác',
      open: (page) => page.getByRole('columnheader', { name: window.label }).getByRole('button').click(),
      shown: (page) => page.getByText(`${window.label}: `).first().waitFor(),
    },
    {
      name: 'Tổng hợp: số liệu',
      open: tab(/^Số liệu/),
      shown: (page) => page.getByText('Số liệu cộng lại').waitFor(),
    },
    {
      name: 'Tổng hợp: theo nội dung',
      open: tab('Theo nội dung'),
      shown: (page) => page.getByRole('list', { name: 'Chú giải' }).waitFor(),
      whole: (page) => row(page).nth(reports.length).waitFor(),
    },
    {
      name: 'Tổng hợp: minh chứng lặp lại',
      open: tab('Minh chứng lặp lại'),
      shown: (page) => page.getByText('Cùng một tệp (giống từng byte)').waitFor(),
    },
  ];
}
