import { describe, expect, it } from 'vitest';
import { draftReport } from '../../../shared/report/draft.ts';
import type { ReportFacts } from '../../../shared/report/facts.ts';
import { mergeDraft, savedAfterEdit, savedAfterWriting } from '../../../shared/report/merge.ts';
import type { ReportSection } from '../../../shared/report/report.ts';
import { fillHere } from '../../../shared/report/selection.ts';
import { templateOfWindow } from '../../../shared/report/templates.ts';

const auto: ReportSection[] = [
  { key: 'opening', label: '', heading: '', text: 'Mở đầu.' },
  { key: 'direction', label: 'I.', heading: 'Chỉ đạo', text: 'Đã giao việc.' },
  { key: 'results', label: 'II.', heading: 'Kết quả', text: '' },
  { key: 'area:mot', label: '1.', heading: 'Tham gia', text: 'a) Một: xong.' },
  { key: 'closing', label: '', heading: '', text: 'Hết.' },
];
const table = {
  type: 'table' as const,
  columns: [
    { share: 1, align: 'left' as const },
    { share: 1, align: 'left' as const },
  ],
  headerRows: 1,
  rows: [
    ['Thôn', 'Đạt'],
    ['Ngọc', '95%'],
  ].map((row) => row.map((text) => ({ paragraphs: [[{ text }]], columnSpan: 1, rowSpan: 1 }))),
};
const own = (key: string, heading: string, level: 1 | 2 | 3, text: string) => ({
  key: `own:${key}`,
  heading,
  level,
  blocks: [text],
});
const untouched = (key: string) => ({ key, heading: '', level: 1 as const, blocks: null });

describe('a report written as one document', () => {
  const start = mergeDraft(auto, []);
  const written = [
    untouched('opening'),
    untouched('direction'),
    own('a', 'Tuyên truyền', 1, 'Phát 12 buổi.'),
    own('b', 'Loa xã', 2, 'Đều đặn.'),
    untouched('results'),
    { ...untouched('area:mot'), blocks: ['a) Một: xong.', table] },
    untouched('closing'),
  ];
  const now = mergeDraft(
    auto,
    savedAfterWriting(start, written).filter((each) => each.edited),
  );

  it('RE18 RE19: own sections stand where they were put and all numbers count them', () => {
    expect(now.map(({ label, heading }) => `${label} ${heading}`.trim())).toEqual([
      '',
      'I. Chỉ đạo',
      'II. Tuyên truyền',
      '1. Loa xã',
      'III. Kết quả',
      '1. Tham gia',
      '',
    ]);
    const moved = savedAfterWriting(now, [
      ...written.slice(0, 2),
      ...written.slice(4, 6),
      ...written.slice(2, 4),
      ...written.slice(6),
    ]);
    expect(
      mergeDraft(
        auto,
        moved.filter((each) => each.edited),
      ).map(({ key }) => key),
    ).toEqual(['opening', 'direction', 'results', 'area:mot', 'own:a', 'own:b', 'closing']);
    const gone = savedAfterWriting(
      now,
      written.filter(({ key }) => key !== 'own:a'),
    );
    expect(
      mergeDraft(
        auto,
        gone.filter((each) => each.edited),
      ).map(({ key }) => key),
    ).not.toContain('own:a');
  });

  it('RE18: a generated section that is not among the written ones stays', () => {
    const keys = mergeDraft(auto, savedAfterWriting(now, [])).map(({ key }) => key);
    expect(keys).toEqual(auto.map(({ key }) => key));
  });

  it('RE20: a table makes a section edited; its plain text has a line a cell; words from elsewhere keep the table', () => {
    const area = now.find(({ key }) => key === 'area:mot');
    expect(area).toMatchObject({ edited: true, stale: false, text: 'a) Một: xong.\nThôn\nĐạt\nNgọc\n95%' });
    const after = savedAfterEdit(now, 'area:mot', 'a) Một: xong sớm.\nThôn\nĐạt\nNgọc\n97%').find(
      ({ key }) => key === 'area:mot',
    );
    expect(after?.blocks).toMatchObject([
      'a) Một: xong sớm.',
      { rows: [{}, [{}, { paragraphs: [[{ text: '97%' }]] }]] },
    ]);
  });

  it('RE6: writing on keeps the stale mark of older words; the generated words again give the section back', () => {
    const edited = savedAfterEdit(start, 'direction', 'Tay.').filter((each) => each.edited);
    const newer = auto.map((each) => (each.key === 'direction' ? { ...each, text: 'Đã giao 12 việc.' } : each));
    const stale = mergeDraft(newer, edited);
    const put = (text: string) =>
      mergeDraft(
        newer,
        savedAfterWriting(stale, [{ ...untouched('direction'), blocks: [text] }]).filter((each) => each.edited),
      )[1];
    expect(put('Tay nữa.')).toMatchObject({ text: 'Tay nữa.', edited: true, stale: true });
    expect(put('Đã giao 12 việc.')).toMatchObject({ edited: false, stale: false });
  });
});

describe('templates', () => {
  const facts: ReportFacts = {
    planTitle: 'Kế hoạch nâng cao Chỉ số PAPI năm 2026',
    planNumber: '15/KH-UBND',
    planDate: '2026-01-20',
    year: 2026,
    windowLabel: 'Quý I/2026',
    from: '2025-12-15',
    to: '2026-03-14',
    officeName: 'UBND xã An Thịnh',
    areas: [
      {
        no: '1',
        name: 'Tham gia của người dân',
        tasks: [
          {
            taskId: 't1',
            text: 'Niêm yết công khai',
            component: 'Tri thức công dân',
            lead: 'Văn phòng',
            time: 'Quý I',
            due: true,
            progress: {
              state: 'xong',
              doneText: 'Đã niêm yết.',
              numerator: 9,
              denominator: 11,
              unit: 'thôn',
              obstacle: 'Thiếu bảng tin.',
              proposal: '',
            },
            evidence: [],
          },
        ],
      },
    ],
  };
  const headings = (template: Parameters<typeof draftReport>[1]) =>
    draftReport(facts, template)
      .sections.filter(({ heading }) => heading !== '')
      .map(({ label, heading }) => `${label} ${heading}`);

  it('RE17: a quarter is short', () => {
    expect(headings('quy')).toEqual([
      'I. Kết quả thực hiện',
      '1. Tham gia của người dân',
      'II. Khó khăn, vướng mắc',
      'III. Nhiệm vụ trọng tâm quý tiếp theo',
      'IV. Kiến nghị, đề xuất',
    ]);
    expect(draftReport(facts, 'quy').blanks).toEqual([]);
  });

  it('RE17: half a year is held against its targets and plans the second half', () => {
    expect(headings('6-thang')).toContain('2. Mức độ đạt được so với chỉ tiêu');
    expect(headings('6-thang')).toContain('IV. Phương hướng, nhiệm vụ 6 tháng cuối năm');
    const section = draftReport(facts, '6-thang').sections.find(({ key }) => key === 'assessment:targets');
    expect(section?.text).toBe('- Niêm yết công khai: 9/11 thôn (81,8%).');
  });

  it('RE17 RE1: a year has lessons and a comparison, which data do not tell: blanks, named as such', () => {
    expect(headings('nam')).toEqual([
      'I. Công tác chỉ đạo, điều hành',
      'II. Kết quả thực hiện theo từng nội dung',
      '1. Tham gia của người dân',
      'III. Đánh giá chung',
      '1. Kết quả đạt được',
      '2. Kết quả cả năm theo từng nội dung',
      '3. Mức độ đạt được so với chỉ tiêu của năm',
      '4. So với năm trước',
      '5. Tồn tại, hạn chế',
      '6. Nguyên nhân',
      '7. Bài học kinh nghiệm',
      'IV. Phương hướng, nhiệm vụ năm 2027',
      'V. Kiến nghị, đề xuất',
    ]);
    const draft = draftReport(facts, 'nam');
    expect(draft.sections.find(({ key }) => key === 'assessment:areas')?.text).toBe(
      '- Tham gia của người dân: hoàn thành 1/1 nhiệm vụ (100%).',
    );
    const blank = draft.sections.filter(({ text }) => text.includes(fillHere)).map(({ key }) => key);
    expect(draft.blanks.map(({ sectionKey }) => sectionKey)).toEqual(blank);
    expect(blank).toEqual(expect.arrayContaining(['assessment:compare', 'assessment:lessons']));
  });

  it('RE17: the kind of the window chooses', () => {
    expect(['quy', '6-thang', 'nam', 'thang'].map(templateOfWindow)).toEqual(['quy', '6-thang', 'nam', 'chung']);
  });
});
