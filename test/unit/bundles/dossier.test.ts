/** SPEC BN39: the page inside a bundle, for whoever has no program. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { composeBundle } from '../../../electron/bundles/compose-bundle.ts';
import { dossierHtml } from '../../../electron/bundles/dossier/dossier.ts';
import { sizeWords } from '../../../electron/bundles/dossier/page.ts';
import { withKind } from '../../../shared/bundle/kinds.ts';
import { makeWorkplace, sampleData, sampleInput, type Workplace } from './bundle-sample.ts';
import { planSample, recallSample, verdictSample } from './kind-samples.ts';

let place: Workplace;
beforeEach(() => {
  place = makeWorkplace();
});
afterEach(() => place.remove());

const linksOf = (html: string): string[] => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href ?? '');

test('BN39: every link leads to a file of the bundle or a place on the page; nothing comes from outside', async () => {
  const input = sampleInput(place);
  input.documents.push({ path: 'data/bao-cao.pdf', content: Buffer.from('%PDF-1.7') });
  input.data.rows[1]!.area = 'Thủ tục hành chính công';
  const composed = await composeBundle(input);
  if (!composed.ok) throw new Error(composed.error.message);
  const paths = new Set(composed.value.parts.map(({ path }) => path));
  const html = Buffer.from(
    composed.value.parts.find(({ path }) => path === 'data/index.html')?.content ?? '',
  ).toString();
  const links = linksOf(html);
  expect(links).toContain('bao-cao.docx');
  expect(links).toContain('bao-cao.pdf');
  expect(links).toContain('minh-chung/tep-1.jpg');
  for (const link of links)
    if (link.startsWith('#')) expect(html).toContain(`id="${link.slice(1)}"`);
    else expect(paths).toContain(`data/${decodeURIComponent(link)}`);
  expect(html).not.toMatch(/<script|<img|<link|src=|url\(|@import/);
});

test('area, component, task, state, figures and proof stand in this order', () => {
  const data = sampleData();
  const html = dossierHtml(withKind(data), []);
  const order = [
    'Công khai, minh bạch',
    'Tiếp cận thông tin',
    '1. Niêm yết',
    'Đã hoàn thành',
    '8/8 thôn',
    'Ảnh họp thôn',
  ];
  const places = order.map((words) => html.lastIndexOf(words));
  expect(places.every((at) => at > 0)).toBe(true);
  expect(html).toContain('1 trên 2 nhiệm vụ đã báo cáo');
  expect(html).not.toContain('bản PDF');
  expect(html).toContain('? Chưa báo cáo');
});

test('a file that stayed at home says so', () => {
  const data = sampleData();
  Object.assign(data.evidence[0]!, { path: null, withheld: 'sensitive' });
  expect(dossierHtml(withKind(data), [])).toContain('tệp nhạy cảm, giữ lại tại đơn vị gửi');
});

test('the other kinds have their page', () => {
  expect(dossierHtml(withKind(recallSample()), [])).toContain('Số liệu của thôn 3 bị nhầm.');
  const verdict = dossierHtml(withKind(verdictSample()), []);
  for (const words of ['↩ Trả lại', 'Chưa có kết quả.', '1. Niêm yết danh sách hộ nghèo', '25/3/2024'])
    expect(verdict).toContain(words);
  const plan = dossierHtml(withKind(planSample()), []);
  for (const words of ['I. Công khai, minh bạch', 'Niêm yết danh sách hộ nghèo', '12/KH-UBND'])
    expect(plan).toContain(words);
});

test('sizes as offices write them', () => {
  expect([0, 999, 1000, 1540, 999_499, 1_400_000, 25_000_000].map(sizeWords)).toEqual([
    '0 B',
    '999 B',
    '1 KB',
    '1,5 KB',
    '999 KB',
    '1,4 MB',
    '25 MB',
  ]);
});
