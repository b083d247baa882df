/** A province of 168 units in a real Chromium with the CPU slowed four times (the old office PC): every view from the act until it is painted. */
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Page } from '@playwright/test';
import { buildRenderer, rendererIsCurrent } from '../../build/scripts/renderer-build.ts';
import { contract } from '../../shared/api/contract/contract.ts';
import { provinceFacts, provinceFolder, provinceUnits, provinceViews } from '../support/province-views.ts';
import { askOffice, startOffice } from '../support/running-office.ts';
import { check, figures, type Suite } from './measure.ts';

const { findBrowser } = createRequire(import.meta.url)('../../build/scripts/ensure.cjs') as {
  findBrowser(): string | null;
};

const slowdown = 4;
const days = 3;

/** The frame that shows what the page holds now is on the screen. */
const painted = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

export const provinceSuite: Suite = async (say) => {
  if (!rendererIsCurrent()) await buildRenderer();
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const taken = new Map<string, number[]>();
  const checked: string[] = [];
  try {
    for (let day = 0; day < days; day++) {
      say(`province: ${provinceUnits} units, CPU slowed ${slowdown} times, day ${day + 1} of ${days} …`);
      const dataDir = await provinceFolder();
      const server = await startOffice({ dataDir });
      try {
        const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' });
        await page.goto(server.url);
        await page.getByRole('heading', { level: 1 }).waitFor();
        const session = await page.context().newCDPSession(page);
        await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
        for (const { name, open, shown, whole } of provinceViews()) {
          const started = performance.now();
          await open(page);
          await shown(page);
          await painted(page);
          taken.set(name, [...(taken.get(name) ?? []), performance.now() - started]);
          await whole?.(page);
        }
        await page.close();
        const { first, rows, window } = provinceFacts();
        const params = { id: `${first.receivedId}-${window.key}` };
        const answers = await askOffice(server, contract.answers.of, { params });
        check(
          answers.state === 'chap-nhan' && answers.rows.length === rows,
          'every row is answered, the whole accepted',
          checked,
        );
      } finally {
        await server.stop();
        rmSync(dataDir, { recursive: true, force: true });
      }
    }
  } finally {
    await browser.close();
  }
  const measured = Object.fromEntries([...taken].map(([name, times]) => [`${name}, CPU ÷${slowdown}`, figures(times)]));
  return { suite: 'province', measured, ratios: {}, checked };
};
