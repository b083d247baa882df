/** OV17: whatever there is to tell, the Chủ tịch's page prints on one A4 sheet, as the browser of this machine lays it out. */
import { expect, it } from 'vitest';
import { toPdf } from '../../../electron/documents/write/to-pdf.ts';
import { toPrintHtml } from '../../../shared/document/to-html.ts';
import { briefingOf } from '../../../shared/overview/briefing.ts';
import { briefingPage } from '../../../shared/overview/briefing-page.ts';
import { needs } from '../../support/needs.ts';
import { yearOf } from '../../support/year-facts.ts';

const needed = needs('Chromium', 'Times New Roman');

it.skipIf(needed.absent).each([
  [1, 0, 0],
  [2, 15, 3],
  [3, 60, 8],
  [4, 600, 40],
])(`seed %i: %i tasks of %i people ${needed.words}`, async (seed, tasks, people) => {
  const brief = briefingOf(yearOf(seed, tasks, Math.max(1, people)), {
    at: 1,
    today: '2024-06-20',
    until: '2024-07-04',
  })!;
  const pdf = await toPdf(toPrintHtml(briefingPage(brief, 'UBND xã Như Quỳnh')));
  expect(pdf.ok).toBe(true);
  const text = pdf.ok ? Buffer.from(pdf.value).toString('latin1') : '';
  expect(text.match(/\/Type\s*\/Page\b(?!s)/g)?.length).toBe(1);
});
