import { describe, expect, it } from 'vitest';
import { officialDocument, textOf } from '../../../shared/document/model.ts';
import { buildPlan, type PlanDocumentInput } from '../../../shared/plan/build-plan.ts';

type Row = PlanDocumentInput['rows'][number];

const row = (more: Partial<Row>): Row => ({
  no: '6',
  area: 'Thủ tục hành chính công',
  component: 'a) Chứng thực',
  tasks: ['Công khai thủ tục'],
  results: ['100% thủ tục'],
  lead: 'Lãnh đạo UBND',
  executors: ['Bộ phận Một cửa'],
  time: 'Thường xuyên',
  ...more,
});

const plan = (rows: Row[], more: Partial<PlanDocumentInput> = {}): PlanDocumentInput => ({
  office: { issuer: ['Ủy ban nhân dân', 'xã An Bình'], name: 'UBND xã An Bình', place: 'An Bình' },
  number: '8',
  date: '2024-01-11',
  year: 2024,
  title: 'Kế hoạch nâng cao Chỉ số PAPI\nxã An Bình năm 2024',
  sections: [
    { label: '', heading: '', paragraphs: ['Ban hành Kế hoạch như sau:'], children: [] },
    {
      label: 'I.',
      heading: 'Mục đích',
      paragraphs: [],
      children: [{ label: '1.', heading: 'Yêu cầu', paragraphs: ['- đúng hạn.'], children: [] }],
    },
  ],
  rows,
  recipients: ['Lưu: VT'],
  signer: { authority: 'TM. ỦY BAN NHÂN DÂN', title: 'CHỦ TỊCH', name: 'Trần Văn Bình' },
  ...more,
});

const cellsOf = (rows: Row[]): [string, number][][] => {
  const table = buildPlan(plan(rows)).sections[1]?.nodes.find((node) => node.type === 'table');
  return (table?.rows ?? [])
    .slice(1)
    .map((cells) => cells.map((cell) => [cell.paragraphs.map(textOf).join(' | '), cell.rowSpan]));
};

describe('a plan as an official document', () => {
  it('has head, title, basis, sections by level, signature, and the task table on landscape pages', () => {
    const document = buildPlan(plan([row({})], { basis: ['Căn cứ Luật A'] }));
    expect(officialDocument.parse(document)).toEqual(document);
    expect(document.sections.map((section) => [section.orientation, section.nodes.map((node) => node.type)])).toEqual([
      [
        'portrait',
        ['officialHead', 'typeTitle', 'basis', 'paragraph', 'heading', 'heading', 'listItem', 'signatureBlock'],
      ],
      ['landscape', ['annexHead', 'table']],
    ]);
    const title = document.sections[0]?.nodes.find((node) => node.type === 'typeTitle');
    expect(title).toEqual({
      type: 'typeTitle',
      typeName: 'KẾ HOẠCH',
      subject: ['Nâng cao Chỉ số PAPI', 'xã An Bình năm 2024'],
    });
    const last = document.sections[0]?.nodes.findLast((node) => node.type === 'listItem');
    expect(last && textOf(last.runs)).toBe('đúng hạn./.');
  });

  it('a plan without tasks has no annex, one without number and date keeps their blanks', () => {
    const document = buildPlan(plan([], { number: null, date: null }));
    expect(document.sections).toHaveLength(1);
    expect(document.sections[0]?.nodes[0]).toMatchObject({ number: null, date: { kind: 'blank', year: 2024 } });
  });

  it('eight columns; area and component merge, several tasks get a dash each', () => {
    expect(cellsOf([row({ tasks: ['Một', '- Hai', ''], executors: ['A', 'B'] }), row({})])).toEqual([
      [
        ['6', 2],
        ['Thủ tục hành chính công', 2],
        ['a) Chứng thực', 2],
        ['- Một | - Hai', 1],
        ['100% thủ tục', 1],
        ['Lãnh đạo UBND', 1],
        ['A | B', 1],
        ['Thường xuyên', 1],
      ],
      [
        ['Công khai thủ tục', 1],
        ['100% thủ tục', 1],
        ['Lãnh đạo UBND', 1],
        ['Bộ phận Một cửa', 1],
        ['Thường xuyên', 1],
      ],
    ]);
  });

  it('components that share one group print its cells once, merged', () => {
    const rows = [
      row({}),
      row({ component: 'b) Cấp giấy', sharesWith: 0 }),
      row({ component: 'c) Cấp xã', sharesWith: 0 }),
    ];
    expect(cellsOf(rows).map((cells) => cells.map(([, span]) => span))).toEqual([[3, 3, 1, 3, 3, 3, 3, 3], [1], [1]]);
  });

  it('a group is not shared over an area’s end or over rows between', () => {
    const rows = [
      row({}),
      row({ area: 'Khác', component: 'b', sharesWith: 0 }),
      row({ area: 'Khác', component: 'c', sharesWith: 0 }),
    ];
    expect(cellsOf(rows).map((cells) => cells.length)).toEqual([8, 8, 6]);
  });
});
