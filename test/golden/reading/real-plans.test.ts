import { expect, it } from 'vitest';
import { readDocument } from '../../../electron/documents/read/read-document.ts';
import type { ReadPlan, ReadSection } from '../../../shared/plan/read-plan.ts';
import { describeWithSamples, sample } from '../../support/samples.ts';
import { expectAnnex } from './nhu-quynh.ts';

function read(name: string): ReadPlan {
  const result = readDocument(sample(name), name);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const labels = (sections: readonly ReadSection[]): string[] => sections.map((section) => section.label);
const headings = (sections: readonly ReadSection[]): string[] => sections.map((section) => section.heading);
const words = (section: ReadSection): number =>
  [section.heading, ...section.paragraphs].join(' ').split(/\s+/).length +
  section.children.reduce((sum, inner) => sum + words(inner), 0);

describeWithSamples('plan of Như Quỳnh, typed in Word with its annex', () => {
  const plan = read('nhu-quynh-2024.docx');

  it('gives the annex cell by cell', () => {
    expect(plan.kind).toBe('plan');
    expect(plan.columns.map((column) => column.meaning)).toEqual([
      'no',
      'dimension',
      'component',
      'task',
      'result',
      'lead',
      'executor',
      'time',
    ]);
    expectAnnex(plan.rows);
  });

  it('gives the head, the recipients and who signs', () => {
    expect(plan.plan).toMatchObject({
      number: '08/KH-UBND',
      date: '2024-01-11',
      place: 'Như Quỳnh',
      issuer: 'UBND thị trấn Như Quỳnh',
      title: 'Nâng cao Chỉ số Hiệu quả quản trị và hành chính công (PAPI) thị trấn Như Quỳnh năm 2024',
      year: 2024,
      signer: { authority: 'TM. ỦY BAN NHÂN DÂN', title: 'CHỦ TỊCH', name: 'Vũ Văn Sữa' },
    });
    expect(plan.plan?.basis).toHaveLength(1);
    expect(plan.plan?.recipients).toHaveLength(11);
    expect(plan.plan?.recipients.at(-1)).toBe('Lưu: VT');
    expect(plan.plan?.closing?.[0]).toMatch(/^Trên đây là Kế hoạch .*\.\/\.$/);
  });

  it('gives the sections with their numbers as written, a repeated I among them', () => {
    const sections = plan.plan!.sections;
    expect(labels(sections)).toEqual(['I.', 'II.', 'I.']);
    expect(headings(sections)).toEqual(['MỤC ĐÍCH, YÊU CẦU', 'NỘI DUNG', 'TỔ CHỨC THỰC HIỆN']);
    expect(labels(sections[0]!.children)).toEqual(['1.', '2.']);
    expect(labels(sections[0]!.children[0]!.children)).toEqual(['a)', 'b)', 'c)']);
    expect(labels(sections[1]!.children[0]!.children)).toEqual([
      '1.1.',
      '1.2.',
      '1.3.',
      '1.4.',
      '1.5.',
      '1.6.',
      '1.7.',
      '1.8.',
    ]);
    expect(labels(sections[2]!.children)).toEqual(['1.', '2.', '3.', '4.', '5.', '6.']);
    expect(plan.plan!.doubts).toContainEqual(
      expect.objectContaining({ field: 'sections', source: 'I.', suggestion: 'III.' }),
    );
  });

  it('marks what the office copied from another plan, with the place it stands in', () => {
    const doubts = plan.rows.flatMap((row) => row.doubts.map((doubt) => ({ component: row.component, ...doubt })));
    const times = doubts.filter((doubt) => doubt.field === 'time' && doubt.source.includes('2023'));
    expect(times.map((doubt) => doubt.component[0])).toEqual(['c', 'c', 'b']);
    expect(times[0]).toMatchObject({ source: 'Trong năm 2023', suggestion: 'Trong năm 2024' });
    expect(doubts.filter((doubt) => doubt.source === 'UBND xã')).toHaveLength(1);
    expect(doubts.filter((doubt) => doubt.source === '100% trở lên')).toHaveLength(1);
    const blank = plan.rows[4]!.doubts;
    expect(blank.map((doubt) => doubt.field)).toEqual(['executors', 'time']);
    expect(plan.plan!.doubts.filter((doubt) => doubt.field === 'annexTitle').map((doubt) => doubt.source)).toEqual([
      'NĂM 2023',
      'HUYỆN VĂN LÂM',
    ]);
    for (const doubt of doubts) {
      const block = plan.source.blocks[doubt.place!.block];
      if (block?.type !== 'table') throw new Error('a doubt of the annex points outside its table');
      const cell = block.cells.find((other) => other.row === doubt.place!.row && other.column === doubt.place!.column);
      expect(cell?.text.replace(/\s+/g, ' ')).toContain(doubt.source);
    }
  });

  it('raises no false alarm about the writing of a clean text', () => {
    const slips = plan.rows.flatMap((row) =>
      row.doubts.filter((doubt) => /nhận dạng|dấu cách|lặp chữ/.test(doubt.why)),
    );
    expect(slips).toEqual([]);
  });
});

describeWithSamples('annex of Như Quỳnh as a sheet', () => {
  const plan = read('nhu-quynh-annex.xlsx');

  it('gives the same rows as the Word file', () => {
    expect(plan.kind).toBe('annex');
    expect(plan.plan).toBeNull();
    expectAnnex(plan.rows);
  });

  it('takes year and unit from the line under the title, so that it marks the same places', () => {
    const sources = plan.rows.flatMap((row) => row.doubts.map((doubt) => doubt.source));
    const fromWord = read('nhu-quynh-2024.docx').rows.flatMap((row) => row.doubts.map((doubt) => doubt.source));
    expect(sources).toEqual(fromWord);
    expect(plan.warnings.join(' ')).toContain('NĂM 2023');
  });
});

describeWithSamples('plan of Lục Ba: heading styles, automatic dashes, no annex', () => {
  const plan = read('luc-ba-2024.docx');

  it('gives the head and the sections', () => {
    expect(plan.plan).toMatchObject({
      number: '171/KH-UBND',
      date: '2024-03-25',
      issuer: 'UBND xã Lục Ba',
      signer: { authority: '', title: 'CHỦ TỊCH', name: 'Trần Đức Tuấn' },
    });
    const sections = plan.plan!.sections;
    expect(headings(sections)).toEqual(['MỤC ĐÍCH, YÊU CẦU', 'NHIỆM VỤ VÀ GIẢI PHÁP', 'TỔ CHỨC THỰC HIỆN']);
    expect(labels(sections[1]!.children)).toEqual(['1.', '2.', '3.', '4.', '5.', '6.', '7.']);
    expect(labels(sections[0]!.children[0]!.children)).toEqual(['-', '-', '-']);
    expect(labels(sections[1]!.children[4]!.children)).toEqual(['a.', 'b.', 'c.', 'd.', 'e.']);
    expect(sections.reduce((sum, section) => sum + words(section), 0)).toBeGreaterThan(2500);
  });

  it('gives the tasks under their areas, and those of the officers named in the text', () => {
    const areas = [...new Set(plan.rows.map((row) => row.dimension))];
    expect(areas).toHaveLength(8);
    expect(areas[1]).toBe('Tham gia của người dân ở cấp cơ sở');
    expect(plan.rows.filter((row) => row.no === '5').map((row) => row.component.slice(0, 2))).toEqual([
      'a.',
      'b.',
      'c.',
      'd.',
      'e.',
    ]);
    expect(plan.rows.filter((row) => row.lead !== '').map((row) => row.lead)).toEqual([
      'Các đơn vị, bộ phận chuyên môn',
      'Công chức Văn phòng - thống kê xã',
      'Công chức Văn hóa - xã hội xã',
    ]);
    expect(plan.warnings.join(' ')).toContain('Không thấy bảng nhiệm vụ');
  });
});

describeWithSamples('plan of Minh Tiến: tasks under the headings of officers', () => {
  const plan = read('minh-tien-2024.docx');

  it('leaves a blank number and date blank and says so', () => {
    expect(plan.plan).toMatchObject({
      number: '',
      date: '',
      place: 'Minh Tiến',
      issuer: 'UBND xã Minh Tiến',
      year: 2024,
    });
    expect(plan.plan!.doubts.map((doubt) => doubt.field)).toEqual(expect.arrayContaining(['number', 'date']));
  });

  it('gives one row for each officer with tasks and time', () => {
    expect(plan.rows.map((row) => [row.no, row.lead, row.tasks.length, row.time])).toEqual([
      ['1', 'Công chức Văn hóa - Xã hội', 3, 'Thường xuyên năm 2024'],
      ['2', 'Công chức Văn phòng - Thống kê xã', 4, ''],
      ['3', 'Đài truyền thanh xã', 1, 'Thường xuyên năm 2024'],
      ['4', 'Công chức Tư pháp - Hộ tịch xã', 1, 'Thường xuyên năm 2024'],
      ['5', 'Công chức Tài chính - Kế hoạch', 1, 'Thường xuyên năm 2024'],
      ['6', 'Ủy ban Mặt trận Tổ quốc Việt Nam xã và các tổ chức chính trị - xã hội xã', 1, ''],
      ['7', 'Các ban, ngành, đoàn thể xã', 2, ''],
      ['8', 'Bí thư chi bộ, Trưởng các thôn', 2, ''],
    ]);
    expect(plan.rows[1]!.doubts.map((doubt) => doubt.field)).toEqual(['time']);
  });

  it('gives the sections', () => {
    expect(labels(plan.plan!.sections)).toEqual(['I.', 'II.', 'III.', 'IV.']);
    expect(plan.plan!.sections[2]!.paragraphs).toHaveLength(1);
  });
});
