import { describe, expect, it } from 'vitest';
import { levelOfLabel, sectionNodes, withEndMark } from '../../../shared/body/section-nodes.ts';
import { type DocumentNode, officialDocument, textOf } from '../../../shared/document/model.ts';
import { buildReport, reportSubject } from '../../../shared/report/build-report.ts';
import type { ReportAnnexRow, ReportInput } from '../../../shared/report/report.ts';

const row = (more: Partial<ReportAnnexRow>): ReportAnnexRow => ({
  no: '1',
  area: 'Tham gia',
  component: 'a) Tri thức',
  task: 'Niêm yết',
  lead: 'Văn phòng',
  time: 'Thường xuyên',
  stateLabel: 'Hoàn thành',
  done: '',
  numbers: '',
  evidence: 0,
  ...more,
});

const input = (more: Partial<ReportInput> = {}): ReportInput => ({
  office: {
    issuer: ['Ủy ban nhân dân', 'xã An Bình'],
    name: 'UBND xã An Bình',
    place: 'An Bình',
    superior: 'Sở Nội vụ',
  },
  plan: { number: '08/KH-UBND', date: '2024-01-11', title: 'Kế hoạch Nâng cao Chỉ số PAPI năm 2024', year: 2024 },
  window: { label: 'Năm 2024', from: '2024-01-01', to: '2024-12-31', due: '2025-01-02' },
  sections: [
    { key: 'opening', label: '', heading: '', text: 'Thực hiện Kế hoạch, UBND xã báo cáo như sau:' },
    { key: 'a', label: 'I.', heading: 'Kết quả', text: '' },
    { key: 'b', label: '1.', heading: 'Tham gia', text: '- mục một\n\n+ mục con\na) Tri thức: xong.' },
    { key: 'closing', label: '', heading: '', text: 'Trên đây là Báo cáo.' },
  ],
  annex: [row({}), row({ component: 'b) Cơ hội' })],
  recipients: ['Sở Nội vụ', 'Lưu: VT'],
  signer: { authority: 'TM. ỦY BAN NHÂN DÂN', title: 'CHỦ TỊCH', name: ' Trần  Văn Bình ' },
  ...more,
});

const nodesOf = (more: Partial<ReportInput> = {}, section = 0): DocumentNode[] =>
  buildReport(input(more)).sections[section]?.nodes ?? [];

describe('a report as an official document', () => {
  it('has head, title, addressee, body, signature, and the annex on landscape pages', () => {
    const document = buildReport(input());
    expect(officialDocument.parse(document)).toEqual(document);
    expect(document.sections.map((section) => [section.orientation, section.nodes.map((node) => node.type)])).toEqual([
      [
        'portrait',
        [
          'officialHead',
          'typeTitle',
          'addressees',
          'paragraph',
          'heading',
          'heading',
          'listItem',
          'listItem',
          'paragraph',
          'paragraph',
          'signatureBlock',
        ],
      ],
      ['landscape', ['annexHead', 'table']],
    ]);
    expect(document.title).toBe('Báo cáo kết quả thực hiện Kế hoạch nâng cao Chỉ số PAPI năm 2024');
  });

  it('without annex rows there is no annex, without superior no "Kính gửi"', () => {
    const document = buildReport(input({ annex: [], office: { issuer: ['X'], name: 'X', place: 'X', superior: ' ' } }));
    expect(document.sections).toHaveLength(1);
    expect(document.sections[0]?.nodes.some((node) => node.type === 'addressees')).toBe(false);
  });

  it('DC6: a draft is dated in the year it is due; an issued one has number and date', () => {
    const head = (more: Partial<ReportInput>) => nodesOf(more).find((node) => node.type === 'officialHead');
    expect(head({})).toMatchObject({ number: null, date: { kind: 'blank', month: null, year: 2025 } });
    expect(head({ number: '12', date: '2025-01-02' })).toMatchObject({
      number: '12',
      date: { kind: 'full', date: '2025-01-02' },
    });
    expect(head({ number: ' ' })).toMatchObject({ number: null });
  });

  it('DC9: the body ends in "./."', () => {
    const last = nodesOf().findLast((node) => node.type === 'paragraph');
    expect(last && textOf(last.runs)).toBe('Trên đây là Báo cáo./.');
    expect(withEndMark([{ type: 'heading', level: 1, label: 'I.', text: 'x' }])).toHaveLength(1);
    expect(withEndMark([])).toEqual([]);
  });

  it('DC7: signs in the form that the words say', () => {
    expect(nodesOf().at(-1)).toMatchObject({ signing: { form: 'TM', position: 'CHỦ TỊCH' }, name: 'Trần Văn Bình' });
  });

  it('the annex merges labels and says state, words and figure', () => {
    const annex = [
      row({ done: 'đã niêm yết tại 9/11 thôn', numbers: '9/11 thôn (81,8%)', evidence: 2 }),
      row({ done: 'đã họp', numbers: '3/4 cuộc (75%)' }),
      row({ no: '2', area: 'Công khai', stateLabel: 'Không phát sinh', numbers: 'không phát sinh' }),
    ];
    const table = nodesOf({ annex }, 1).find((node) => node.type === 'table');
    const shown = table?.rows.map((cells) =>
      cells.map((cell) => [cell.paragraphs.map(textOf).join(' | '), cell.rowSpan]),
    );
    expect(shown?.[0]?.map(([text]) => text)).toContain('Kết quả thực hiện');
    expect(shown?.slice(1)).toEqual([
      [
        ['1', 2],
        ['Tham gia', 2],
        ['a) Tri thức', 2],
        ['Niêm yết', 1],
        ['Văn phòng', 1],
        ['Thường xuyên', 1],
        ['Hoàn thành | Đã niêm yết tại 9/11 thôn (81,8%)', 1],
        ['2', 1],
      ],
      [
        ['Niêm yết', 1],
        ['Văn phòng', 1],
        ['Thường xuyên', 1],
        ['Hoàn thành | Đã họp | Số liệu: 3/4 cuộc (75%)', 1],
        ['0', 1],
      ],
      [
        ['2', 1],
        ['Công khai', 1],
        ['a) Tri thức', 1],
        ['Niêm yết', 1],
        ['Văn phòng', 1],
        ['Thường xuyên', 1],
        ['Không phát sinh', 1],
        ['0', 1],
      ],
    ]);
  });

  it('the wrong shape is a defect of the caller', () => {
    expect(() => buildReport({ ...input(), date: '2024-02-30' })).toThrow();
  });
});

describe('subject of a report', () => {
  const subject = (title: string, label: string) => reportSubject({ title, year: 2024 }, label);

  it('says the year once', () => {
    expect(subject('Kế hoạch Nâng cao Chỉ số PAPI xã An Bình năm 2024', 'Quý II năm 2024')).toBe(
      'Kết quả thực hiện Kế hoạch nâng cao Chỉ số PAPI xã An Bình quý II năm 2024',
    );
    expect(subject('Nâng cao Chỉ số PAPI năm 2024', '6 tháng đầu năm')).toBe(
      'Kết quả thực hiện Kế hoạch nâng cao Chỉ số PAPI năm 2024 6 tháng đầu năm',
    );
  });

  it('keeps an abbreviation at the start', () => {
    expect(subject('CCHC năm 2024', 'Năm 2024')).toBe('Kết quả thực hiện Kế hoạch CCHC năm 2024');
  });
});

describe('typed sections', () => {
  it('the label says the level', () => {
    const levels = ['I.', 'IV.', '1.', '12.', 'a)', 'đ)', '1.1.', '2.3', '1.1.1.', 'Phần'].map(levelOfLabel);
    expect(levels).toEqual([1, 1, 2, 2, 3, 3, 3, 3, 4, 2]);
  });

  it('a paragraph a line, dashes and pluses as items, empty lines left out', () => {
    expect(sectionNodes('', '', 'một\n\n– hai\n+ ba\n-bốn')).toEqual([
      { type: 'paragraph', runs: [{ text: 'một' }] },
      { type: 'listItem', level: 1, marker: '-', runs: [{ text: 'hai' }] },
      { type: 'listItem', level: 2, marker: '+', runs: [{ text: 'ba' }] },
      { type: 'paragraph', runs: [{ text: '-bốn' }] },
    ]);
    expect(sectionNodes('a)', '', 'Cụ thể hóa;\n- một')).toEqual([
      { type: 'paragraph', runs: [{ text: 'a) Cụ thể hóa;' }] },
      { type: 'listItem', level: 1, marker: '-', runs: [{ text: 'một' }] },
    ]);
    expect(sectionNodes('-', '', 'một')).toEqual([
      { type: 'listItem', level: 1, marker: '-', runs: [{ text: 'một' }] },
    ]);
    expect(sectionNodes('', '', '')).toEqual([]);
    expect(sectionNodes(' I. ', ' Kết quả ', '')).toEqual([
      { type: 'heading', level: 1, label: 'I.', text: 'Kết quả' },
    ]);
  });
});

it('RE21: the cell of a late result closes with why it came late', () => {
  const cellOf = (more: Partial<ReportAnnexRow>): string => {
    const [table] = nodesOf({ annex: [row({ done: 'đã niêm yết', ...more })] }, 1).filter(
      ({ type }) => type === 'table',
    );
    return JSON.stringify(table);
  };
  const late = cellOf({ lateReason: 'Công an gửi\nsố liệu muộn' });
  expect(late.indexOf('Đã niêm yết')).toBeLessThan(late.indexOf('(nhập sau khi khóa kỳ: Công an gửi số liệu muộn)'));
  expect(cellOf({})).not.toContain('khóa kỳ');
});
