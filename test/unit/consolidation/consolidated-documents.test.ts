/** The superior's report on paper and in Excel, over a province of invented communes. */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { consolidatedXlsx, uniqueNames } from '../../../electron/documents/write/consolidated-xlsx.ts';
import { buildConsolidated } from '../../../shared/consolidation/build-consolidated.ts';
import { officialDocument, textOf } from '../../../shared/document/model.ts';
import { inventedProvince, window } from '../../support/invented-province.ts';

const build = (size: number) => {
  const province = inventedProvince(size);
  const document = buildConsolidated({
    office: {
      issuer: ['ỦY BAN NHÂN DÂN', 'TỈNH SÔNG LAM'],
      name: 'UBND tỉnh Sông Lam',
      place: 'Sông Lam',
      superior: '',
    },
    subject: 'thực hiện Kế hoạch nâng cao Chỉ số PAPI',
    window: { label: window.label, from: window.fromDate, to: window.toDate, due: window.dueDate },
    content: province.content,
    recipients: ['Lưu: VT.'],
    signer: { authority: 'TM. ỦY BAN NHÂN DÂN', title: 'CHỦ TỊCH', name: 'Trần Văn An' },
    number: null,
    date: null,
  });
  return { ...province, document };
};

describe('the document', () => {
  it('has a body, the wall, the sums and one annex per unit that reported', () => {
    const { document, reports } = build(12);
    expect(officialDocument.safeParse(document).success).toBe(true);
    const labels = document.sections.flatMap(({ nodes }) =>
      nodes.flatMap((node) => (node.type === 'annexHead' ? [node.label] : [])),
    );
    expect(labels).toHaveLength(2 + reports.length);
    expect(labels.slice(0, 4)).toEqual(['Phụ lục I', 'Phụ lục II', 'Phụ lục III', 'Phụ lục IV']);
  });

  it('says who is missing, as of when, and shows both counts behind each share', () => {
    const { document } = build(12);
    const words = document.sections[0]!.nodes.map((node) =>
      'runs' in node ? textOf(node.runs) : 'text' in node ? node.text : '',
    );
    expect(words).toContain('11/12 đơn vị đã gửi báo cáo; đúng hạn 9/12 đơn vị (75%).');
    expect(words.find((text) => text.startsWith('Chưa gửi'))).toMatch(/^Chưa gửi, đã quá hạn: xã /);
    expect(words.find((text) => text.startsWith('UBND tỉnh'))).toContain('theo các báo cáo nhận đến ngày 24/6/2026');
    expect(
      words.filter((text) => /\d+\/\d+ thôn \([\d,]+%\), theo báo cáo của \d+ đơn vị/.test(text)).length,
    ).toBeGreaterThan(20);
    expect(words.join(' ')).not.toMatch(/xã [A-Z]\S+ [A-Z]\S+\): \d/);
  });

  it('takes 168 units', () => {
    const { document, reports } = build(168);
    expect(officialDocument.safeParse(document).success).toBe(true);
    expect(document.sections).toHaveLength(1 + 2 + reports.length);
  });
});

describe('the workbook', () => {
  it('has the wall, the sums, the areas and a sheet per unit, and is read back with its numbers', async () => {
    const { content, reports } = build(12);
    const bytes = await consolidatedXlsx({ title: 'Tổng hợp', content, repeated: [] });
    const text = Object.values(unzipSync(bytes))
      .map((file) => strFromU8(file))
      .join('');
    for (const { unitName } of reports) expect(text).toContain(unitName.replace('xã', 'Xã'));
    for (const sum of content.sums) expect(text).toContain(sum.task);
  });

  it('never makes a formula of what a unit wrote', async () => {
    const { content } = build(5);
    const evil = '=HYPERLINK("http://x.example","bấm vào")';
    const [first, ...others] = content.reports;
    const rows = first!.rows.map((row) => ({ ...row, doneText: evil }));
    const bytes = await consolidatedXlsx({
      title: 'x',
      content: { ...content, reports: [{ ...first!, rows }, ...others] },
      repeated: [],
    });
    const files = unzipSync(bytes);
    const xml = Object.entries(files)
      .filter(([name]) => name.startsWith('xl/worksheets'))
      .map(([, file]) => strFromU8(file))
      .join('');
    expect(xml).not.toContain('<f>');
  });

  it('names sheets as Excel allows, none twice', () => {
    const names = uniqueNames(
      ['Xã A/B', 'xã a b', `Xã ${'dài '.repeat(20)}`, `Xã ${'dài '.repeat(20)}`, "'", 'Số liệu'],
      ['Số liệu'],
    );
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(6);
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
    expect(names.at(-1)).toBe('Số liệu (2)');
  });
});
