/** The Chủ tịch's page through the program's door: the same document on the screen, on paper and as PDF. */
import { expect, it, vi } from 'vitest';
import { contract } from '../../shared/api/contract/contract.ts';
import { ok } from '../../shared/core/result.ts';
import { makeOffice } from '../support/make-office.ts';

vi.mock('../../electron/work/run-in-worker.ts', () => import('../support/in-thread.ts'));

/** The words of a page, without its style and marks. */
const wordsOf = (html: string): string =>
  html
    .replace(/<style[\s\S]*?<\/style>|<title>[\s\S]*?<\/title>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

it('OV18: preview, print and PDF of the page say the same words, and the PDF is made of the printed page', async () => {
  const printed: string[] = [];
  const { ask, finish } = makeOffice({
    printPdf: async (page) => {
      printed.push(page);
      return ok(new Uint8Array(Buffer.from('%PDF-1.7 %%EOF')));
    },
  });
  await ask(contract.office.practice, { body: {} });
  const { plans, currentWindowId } = await ask(contract.office.state);
  const query = { plan: plans[0]?.id ?? '', window: currentWindowId ?? '' };
  const { html, previewHtml } = await ask(contract.overview.briefing, { query });
  expect(wordsOf(html)).toContain('TÌNH HÌNH THỰC HIỆN NHIỆM VỤ');
  expect(wordsOf(html).length).toBeGreaterThan(500);
  expect(wordsOf(previewHtml)).toBe(wordsOf(html));

  const job = await finish(await ask(contract.overview.briefingPdf, { query, body: {} }));
  expect(job.state).toBe('done');
  expect(printed).toEqual([html]);
});
