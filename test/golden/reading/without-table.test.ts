/** Plans without a table that can be read as one: tasks out of the text (RD13), a table that lost its lines (RD15); what stays empty (RD4). */
import { describe, expect, it } from 'vitest';
import { readBytes } from './read-bytes.ts';

const utf8 = (lines: readonly string[]): Uint8Array => new TextEncoder().encode(lines.join('\n'));

const head = [
  'ỦY BAN NHÂN DÂN',
  'XÃ HỒNG TIẾN',
  'Số: /KH-UBND',
  'Hồng Tiến, ngày … tháng … năm 2026',
  'KẾ HOẠCH',
  'Nâng cao Chỉ số PAPI xã Hồng Tiến năm 2026',
];

describe('RD13 a plan without a task table', () => {
  it('RD13 gives the tasks under officers’ headings, and says that it saw no table', () => {
    const plan = readBytes(
      utf8([
        ...head,
        'I. MỤC ĐÍCH',
        'Nâng cao chất lượng phục vụ Nhân dân.',
        'II. TỔ CHỨC THỰC HIỆN',
        '1. Công chức Văn phòng - Thống kê',
        '- Theo dõi, đôn đốc các bộ phận;',
        '- Tổng hợp báo cáo hằng quý.',
        '2. Công an xã',
        '- Bảo đảm an ninh trật tự.',
      ]),
    );
    expect(plan.rows.map(({ lead, tasks }) => [lead, tasks])).toEqual([
      ['Công chức Văn phòng - Thống kê', ['Theo dõi, đôn đốc các bộ phận;', 'Tổng hợp báo cáo hằng quý.']],
      ['Công an xã', ['Bảo đảm an ninh trật tự.']],
    ]);
    expect(plan.warnings.join(' ')).toContain('Không thấy bảng nhiệm vụ');
  });

  it('RD13 gives the tasks under the areas of the section of duties', () => {
    const plan = readBytes(
      utf8([
        ...head,
        'I. MỤC ĐÍCH',
        'Nâng cao chất lượng phục vụ Nhân dân.',
        'II. NHIỆM VỤ VÀ GIẢI PHÁP',
        '1. Công khai, minh bạch',
        '- Niêm yết danh sách hộ nghèo.',
        '- Công khai ngân sách.',
        '2. Trách nhiệm giải trình với người dân',
        '- Tiếp công dân định kỳ.',
      ]),
    );
    expect(plan.rows.map(({ dimension, tasks }) => [dimension, tasks])).toEqual([
      ['Công khai, minh bạch', ['Niêm yết danh sách hộ nghèo.', 'Công khai ngân sách.']],
      ['Trách nhiệm giải trình với người dân', ['Tiếp công dân định kỳ.']],
    ]);
    expect(plan.warnings.join(' ')).toContain('Không thấy bảng nhiệm vụ');
  });
});

describe('RD4 what the text does not say', () => {
  it('RD4 stays empty; each doubt quotes its field exactly, and nothing was corrected', () => {
    const plan = readBytes(
      utf8([
        ...head,
        'I. NHIỆM VỤ',
        'TT\tNhiệm vụ\tKết quả\tChủ trì\tThời gian',
        '1\tNiêm yết danh sách hộ nghèo tại UBND phường.\tĐạt 120% kế hoạch\tCông an xã\tTrong năm 2025',
        '2\tCông khai ngân sách.\tBáo cáo\t\t',
      ]),
    );
    expect(plan.plan).toMatchObject({ number: '', date: '', signer: { name: '' } });
    const [first, second] = plan.rows;
    expect(second).toMatchObject({ lead: '', time: '' });
    expect(first).toMatchObject({
      tasks: ['Niêm yết danh sách hộ nghèo tại UBND phường.'],
      results: ['Đạt 120% kế hoạch'],
      time: 'Trong năm 2025',
    });
    const doubts = plan.rows.flatMap((row) => row.doubts.map((doubt) => ({ row, doubt })));
    expect(doubts.length).toBeGreaterThan(3);
    for (const { row, doubt } of doubts) {
      expect(doubt.why).toMatch(/\S/);
      expect(doubt.place).not.toBeNull();
      const field = [row[doubt.field as 'time']].flat().join('\n');
      expect(field).toContain(doubt.source);
    }
  });
});

it('RD14 a main section whose number does not go on is doubted, with the number that would', () => {
  const { plan } = readBytes(
    utf8([
      ...head,
      'I. MỤC ĐÍCH',
      'Phục vụ tốt hơn.',
      'II. NHIỆM VỤ',
      'Làm đúng việc.',
      'I. TỔ CHỨC THỰC HIỆN',
      'Rõ người.',
    ]),
  );
  expect(plan?.sections.map(({ label }) => label)).toEqual(['I.', 'II.', 'I.']);
  const doubts = plan?.doubts.filter(({ field }) => field === 'sections');
  expect(doubts).toMatchObject([{ why: 'Số mục không nối tiếp mục trước.', source: 'I.', suggestion: 'III.' }]);
});

describe('RD15 a table copied from a PDF', () => {
  it('RD15 is put together by the width of its lines, and each row says that it is a guess', () => {
    const plan = readBytes(
      utf8([
        ...head,
        'PHỤ LỤC',
        'TT',
        'Chỉ số nội dung',
        'Nội dung thành phần',
        'Nhiệm vụ',
        'Kết quả',
        'Đơn vị chủ trì',
        'Đơn vị thực hiện',
        'Thời gian',
        '1',
        'Tham gia của',
        'người dân',
        'a) Tri thức công',
        'dân',
        '- Tuyên truyền về quyền và nghĩa vụ của công dân trên',
        'hệ thống truyền thanh của xã và của các thôn.',
        '- Số buổi phát',
        'Trạm Y tế',
        'Đài truyền thanh',
        'Quý I',
        'b) Cơ hội tham',
        'gia',
        '- Tổ chức họp dân để lấy ý kiến về việc xây dựng nông thôn',
        'mới ở từng thôn.',
        '- Biên bản họp',
        'Công an xã',
        'Các thôn',
        'Thường xuyên',
      ]),
    );
    expect(
      plan.rows.map((row) => [
        row.no,
        row.dimension,
        row.component,
        row.tasks,
        row.results,
        row.lead,
        row.executors,
        row.time,
      ]),
    ).toEqual([
      [
        '1',
        'Tham gia của người dân',
        'a) Tri thức công dân',
        ['Tuyên truyền về quyền và nghĩa vụ của công dân trên hệ thống truyền thanh của xã và của các thôn.'],
        ['Số buổi phát'],
        'Trạm Y tế',
        ['Đài truyền thanh'],
        'Quý I',
      ],
      [
        '1',
        'Tham gia của người dân',
        'b) Cơ hội tham gia',
        ['Tổ chức họp dân để lấy ý kiến về việc xây dựng nông thôn mới ở từng thôn.'],
        ['Biên bản họp'],
        'Công an xã',
        ['Các thôn'],
        'Thường xuyên',
      ],
    ]);
    for (const { doubts } of plan.rows)
      expect(doubts.map(({ field, why }) => [field, why])).toEqual([['row', expect.stringContaining('đoán')]]);
  });
});
