/**
 * The window in a real Chromium over the real server, with 5,000 tasks: key press to filtered table painted, against a key press
 * painted on a page with one text field; then first paint and each daily action with the CPU slowed four times (the old office PC).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { buildRenderer, rendererIsCurrent } from '../../build/scripts/renderer-build.ts';
import { fold, matchesFolded } from '../../shared/text/fold.ts';
import { startOffice } from '../support/running-office.ts';
import { largeRows, openLargeOffice } from './large-office.ts';
import { check, type Figures, figures, ratio, type Suite } from './measure.ts';

const { findBrowser } = createRequire(import.meta.url)('../../build/scripts/ensure.cjs') as {
  findBrowser(): string | null;
};

const tasks = 5000;
const slowdown = 4;
const typed = 'doi thoai 4';

export const rendererSuite: Suite = async (say) => {
  if (!rendererIsCurrent()) await buildRenderer();
  const folder = mkdtempSync(join(tmpdir(), 'so-viec-bench-'));
  const { office } = openLargeOffice(folder, tasks);
  const { deps } = office;
  deps.writer.run(
    { actor: 'office', at: 1, action: 'bench', label: 'Bench', undoable: false },
    deps.newId(),
    (batch) => {
      const post = deps.db.sqlite
        .prepare(`select id from post where name = 'Tài chính - Kế toán'`)
        .pluck()
        .get() as string;
      batch.insert('person', { id: 'lan', name: 'Lê Thị Lan', archived: false });
      batch.insert('holding', { id: 'giao', personId: 'lan', postId: post, fromDate: '2023-12-15', toDate: null });
    },
  );
  await office.close();
  const server = await startOffice({ dataDir: folder });
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const checked: string[] = [];
    say('renderer: typing into 5,000 tasks …');
    const page = await open(browser, server.url);
    const typing = await keyToPaint(page, server.url, checked);
    const floor = await floorKeyToPaint(browser);
    say(`renderer: a day with the CPU slowed ${slowdown} times …`);
    const daily = await slowDay(browser, server.url, checked);
    return {
      suite: 'renderer',
      measured: { 'key press to filtered table painted': typing, 'floor: key press painted': floor, ...daily },
      ratios: { 'key press to table / key press alone': ratio(typing, floor) },
      checked,
    };
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

async function open(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: 1366, height: 768 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  });
  await page.goto(url);
  return page;
}

const table = (page: Page) => page.getByTestId('task-table');

/** Tasks that the typed words find, by reading every text: the same fields the table searches that change with the task. */
function wantedCount(words: string): number {
  const folded = fold(words);
  return largeRows(tasks)
    .flatMap((row) =>
      row.tasks.map((task) =>
        fold(
          [task, ...row.results, row.lead, ...row.executors, row.component, row.dimension, row.no, row.time].join(' '),
        ),
      ),
    )
    .filter((text) => matchesFolded(text, folded)).length;
}

/** Milliseconds from the key's event until the second frame after the count changed, seen from inside the page; null when it stays. */
const watchKey = `(selector) => new Promise((resolve) => {
  const field = document.querySelector('[data-testid="task-search"]');
  const input = field.matches('input') ? field : field.querySelector('input');
  const target = document.querySelector(selector);
  const before = target.dataset.visibleCount;
  let pressed = 0;
  input.addEventListener('input', () => { pressed = performance.now(); }, { once: true, capture: true });
  const observer = new MutationObserver(() => {
    if (target.dataset.visibleCount === before) return;
    observer.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - pressed)));
  });
  observer.observe(target, { attributes: true, attributeFilter: ['data-visible-count'] });
  setTimeout(() => { observer.disconnect(); resolve(null); }, 700);
})`;

async function keyToPaint(page: Page, url: string, checked: string[]): Promise<Figures> {
  await page.goto(`${url.split('#')[0]}#/nhiem-vu`);
  await table(page).waitFor();
  const search = page.getByTestId('task-search');
  const field = (await search.evaluate((element) => element.tagName)) === 'INPUT' ? search : search.locator('input');
  const times: number[] = [];
  for (let round = 0; round < 4; round++) {
    await field.fill('');
    await page.waitForFunction(
      (count) =>
        document.querySelector('[data-testid="task-table"]')?.getAttribute('data-visible-count') === String(count),
      tasks,
    );
    await field.focus();
    for (const letter of typed) {
      const waiting = page.evaluate(`(${watchKey})('[data-testid="task-table"]')`) as Promise<number | null>;
      await page.keyboard.press(letter === ' ' ? 'Space' : letter);
      const took = await waiting;
      if (took !== null) times.push(took);
    }
  }
  check(
    Number(await table(page).getAttribute('data-visible-count')) === wantedCount(typed),
    `"${typed}" leaves the tasks that reading every text leaves`,
    checked,
  );
  return figures(times);
}

/** The least a key press can cost in this browser: one field, one text that follows it. */
async function floorKeyToPaint(browser: Browser): Promise<Figures> {
  const page = await browser.newPage();
  await page.setContent(`<input data-testid="task-search"><p id="out" data-visible-count="0"></p><script>
    document.querySelector('input').addEventListener('input', (event) => { const out = document.querySelector('#out');
    out.textContent = event.target.value; out.dataset.visibleCount = String(event.target.value.length); });</script>`);
  await page.locator('input').focus();
  const times: number[] = [];
  for (let press = 0; press < 24; press++) {
    const waiting = page.evaluate(`(${watchKey})('#out')`) as Promise<number | null>;
    await page.keyboard.press('a');
    const took = await waiting;
    if (took !== null) times.push(took);
  }
  await page.close();
  return figures(times);
}

/** First paint and daily actions on a slow computer, each from the act until its outcome is on the screen. */
async function slowDay(browser: Browser, url: string, checked: string[]): Promise<Record<string, Figures>> {
  const taken: Record<string, number[]> = {};
  for (let day = 0; day < 3; day++) {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' });
    const session: CDPSession = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    const act = async (name: string, work: () => Promise<unknown>) => {
      const started = performance.now();
      await work();
      taken[name] = [...(taken[name] ?? []), performance.now() - started];
    };
    const go = (path: string) =>
      page.evaluate((hash) => {
        window.location.hash = hash;
      }, `#${path}`);
    await page.goto(url);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const paint = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    );
    taken[`first paint, CPU ÷${slowdown}`] = [...(taken[`first paint, CPU ÷${slowdown}`] ?? []), paint];
    await act(`open Nhiệm vụ (5,000), CPU ÷${slowdown}`, async () => {
      await go('/nhiem-vu');
      await table(page).getByRole('row').nth(3).waitFor();
    });
    await act(`find by typing, CPU ÷${slowdown}`, async () => {
      const search = page.getByTestId('task-search');
      const field =
        (await search.evaluate((element) => element.tagName)) === 'INPUT' ? search : search.locator('input');
      await field.fill(typed);
      await page.waitForFunction(
        (count) =>
          document.querySelector('[data-testid="task-table"]')?.getAttribute('data-visible-count') === String(count),
        wantedCount(typed),
      );
    });
    await act(`open Việc của tôi, CPU ÷${slowdown}`, async () => {
      await go('/viec-cua-toi');
      await page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor();
    });
    await act(`open Minh chứng, CPU ÷${slowdown}`, async () => {
      await go('/minh-chung');
      await page.getByRole('heading', { level: 1, name: 'Minh chứng' }).waitFor();
    });
    await act(`open Báo cáo (5,000), CPU ÷${slowdown}`, async () => {
      await go('/bao-cao');
      await page.locator('iframe').first().waitFor();
    });
    await page.close();
  }
  check(Object.keys(taken).length === 6, 'every screen of the day opened', checked);
  return Object.fromEntries(Object.entries(taken).map(([name, times]) => [name, figures(times)]));
}
