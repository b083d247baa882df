/**
 * The last letter and the act in the same instant: what was typed into a report is on the paper, in the file, in the frozen report.
 * Rules: renderer/data/SPEC.md.
 */
import type { Page } from '@playwright/test';
import { contract } from '../../shared/api/contract.ts';
import { expect, fillPractice, openScreen, test } from '../support/e2e-office.ts';
import { askOffice, type RunningOffice } from '../support/running-office.ts';
import { typeAndPress } from '../support/same-instant.ts';

async function reportOf(office: RunningOffice) {
  const state = await askOffice(office, contract.office.state);
  const plan = state.plans[0];
  if (!plan || !state.currentWindowId) throw new Error('the practice office has no plan or window');
  return askOffice(office, contract.reports.open, { body: { planId: plan.id, windowId: state.currentWindowId } });
}

const number = (page: Page) => page.getByRole('textbox', { name: 'Số', exact: true });
const act = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function openHead(page: Page, office: RunningOffice): Promise<void> {
  await openScreen(page, office, '/bao-cao');
  await page.getByRole('tab', { name: 'Số, ngày, tên' }).click();
  await expect(number(page)).toBeVisible();
}

/** Every document that was given to the printer, as text. */
async function watchPrinter(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const printed: string[] = [];
    Object.assign(window, { printed });
    new MutationObserver((changes) => {
      for (const node of changes.flatMap((change) => [...change.addedNodes]))
        if (node instanceof HTMLIFrameElement && node.srcdoc !== '')
          node.addEventListener('load', () =>
            node.contentWindow?.addEventListener('beforeprint', () =>
              printed.push(node.contentDocument?.body.innerText ?? ''),
            ),
          );
    }).observe(document.body, { childList: true });
  });
  return () => page.evaluate(() => (window as { printed?: string[] }).printed ?? []);
}

async function freezeDialog(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: 'Chốt báo cáo' }).click();
  await expect(page.getByText(/đã chốt lúc \d\d:\d\d/)).toBeVisible();
}

test.beforeEach(async ({ office }) => {
  await fillPractice(office);
});

test('the number typed as "Chốt báo cáo" is pressed is in the frozen report', async ({ page, office }) => {
  await openHead(page, office);
  await typeAndPress(number(page), '45', act(page, 'Chốt báo cáo'));
  await freezeDialog(page);
  expect(await reportOf(office)).toMatchObject({ status: 'frozen', number: '45' });
});

test('the number typed as "In" is pressed is on the paper', async ({ page, office }) => {
  await openHead(page, office);
  const printed = await watchPrinter(page);
  await typeAndPress(number(page), '46', act(page, 'In'));
  await expect.poll(async () => (await printed()).length).toBe(1);
  expect((await printed())[0]).toContain('Số: 46/BC-UBND');
});
