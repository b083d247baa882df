/** What the journeys of exchange share: a frozen report with proof, a second office on the same computer, and its windows. */
import type { Page } from '@playwright/test';
import { contract } from '../../shared/api/contract/contract.ts';
import { communeForm, expect, fillPractice, openScreen } from './e2e-office.ts';
import { type GivenFile, plain } from './given-files.ts';
import { askOffice, type RunningOffice } from './running-office.ts';

/** The practice office with a proof of `bytes` bytes and the suggested window's report frozen. */
export async function frozenReport(office: RunningOffice, bytes = 1000) {
  await fillPractice(office);
  const state = await askOffice(office, contract.office.state);
  const planId = state.plans[0]?.id ?? '';
  const windowId = state.currentWindowId ?? '';
  const { tasks } = await askOffice(office, contract.plans.table, {
    params: { id: planId },
    query: { window: windowId },
  });
  const content = new Uint8Array(bytes);
  for (let at = 0; at < bytes; at++) content[at] = (at * 7919) % 251;
  await askOffice(office, contract.work.addFile, {
    query: { name: 'Ảnh niêm yết.bin', task: tasks[0]?.id ?? '', window: windowId },
    bytes: content,
  });
  const report = await askOffice(office, contract.reports.open, { body: { planId, windowId } });
  await askOffice(office, contract.reports.freeze, { params: { id: report.id }, body: { revision: report.revision } });
  return report;
}

/** A second office on the same computer: the province the practice commune reports to. */
export async function addProvince(office: RunningOffice): Promise<string> {
  const { id } = await askOffice(office, contract.office.addProfile, { body: { label: 'Tỉnh Sông Lam' } });
  await askOffice(office, contract.office.setUp, {
    profileId: id,
    body: { ...communeForm, kind: 'tinh', name: 'Sông Lam', superiorKind: null, superiorName: '' },
  });
  return id;
}

/** Turns the window to another office of this computer; null is the main one. */
export async function turnTo(
  page: Page,
  office: RunningOffice,
  profileId: string | null,
  route: string,
): Promise<void> {
  await openScreen(page, office);
  await page.evaluate((id) => {
    const key = 'so-viec-session';
    const kept = JSON.parse(window.sessionStorage.getItem(key) ?? '{"state":{},"version":0}');
    window.sessionStorage.setItem(
      key,
      JSON.stringify({
        ...kept,
        state: { ...kept.state, profileId: id, personId: null, planId: null, windowId: null },
      }),
    );
  }, profileId);
  await page.reload();
  await openScreen(page, office, route);
}

/** The unit card of an office as a file to be dropped. */
export async function cardFile(office: RunningOffice, profileId?: string): Promise<GivenFile> {
  const card = await askOffice(office, contract.trust.card, profileId === undefined ? {} : { profileId });
  return plain('the.the-don-vi.json', JSON.stringify(card));
}

export const card = (page: Page, name: string | RegExp) => page.getByRole('article', { name });

/** Waits for the export on the screen to end well. */
export async function exported(page: Page): Promise<void> {
  await expect(page.getByRole('group', { name: /^Đã xuất/ })).toContainText('Đã ghi xong và đọc lại đúng');
}
