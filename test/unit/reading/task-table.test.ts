import { describe, expect, it } from 'vitest';
import type { ReadRow } from '../../../shared/plan/read-plan.ts';
import { guessCaption } from '../../../shared/reading/captions.ts';
import { drawn, readOf } from './drawn-table.ts';

const rowsOf = (...lines: readonly string[]): ReadRow[] => readOf([drawn(...lines)]).rows;
const pick = <Key extends keyof ReadRow>(rows: readonly ReadRow[], ...keys: Key[]) =>
  rows.map((row) => keys.map((key) => row[key]));

describe('RD5 captions offices use', () => {
  const usual: Record<string, string[]> = {
    no: ['TT', 'STT', 'Stt.', 'Số TT', 'Số thứ tự'],
    dimension: ['Chỉ số nội dung', 'Nội dung chỉ số', 'Lĩnh vực', 'CHỈ SỐ', 'Nhóm nội dung', 'Trục nội dung'],
    component: ['Nội dung thành phần', 'Chỉ số thành phần', 'Tiêu chí', 'Tiêu chí thành phần'],
    task: [
      'Nhiệm vụ',
      'Nhiệm vụ cụ thể',
      'Nhiệm vụ, giải pháp',
      'Nội dung công việc',
      'Công việc',
      'Nội dung thực hiện',
      'Hoạt động',
      'Giải pháp thực hiện',
      'Nội dung nhiệm vụ',
      'Tên nhiệm vụ',
    ],
    result: [
      'Kết quả',
      'Sản phẩm',
      'Sản phẩm đầu ra',
      'Kết quả/Sản phẩm',
      'Sản phẩm dự kiến',
      'Kết quả cần đạt',
      'Kết quả thực hiện',
      'Chỉ tiêu',
      'Minh chứng',
    ],
    lead: [
      'Đơn vị chủ trì',
      'Cơ quan chủ trì',
      'Phụ trách',
      'Người phụ trách',
      'Bộ phận chủ trì',
      'Lãnh đạo phụ trách',
      'Cơ quan, đơn vị chủ trì',
      'Chủ trì tham mưu',
    ],
    executor: [
      'Đơn vị thực hiện',
      'Đơn vị phối hợp',
      'Cơ quan phối hợp',
      'Phối hợp',
      'Người thực hiện',
      'Phân công thực hiện',
      'Phân công trách nhiệm',
      'Bộ phận, cá nhân thực hiện',
      'Cơ quan, đơn vị phối hợp thực hiện',
    ],
    time: [
      'Thời gian',
      'Thời gian thực hiện',
      'Thời hạn hoàn thành',
      'Tiến độ',
      'Tiến độ thực hiện',
      'Thời điểm hoàn thành',
      'Ngày hoàn thành',
      'Quý I',
      'Tháng 3',
      '6 tháng đầu năm',
      'Thời gian hoàn thành',
    ],
    note: ['Ghi chú', 'Ghi chú (nếu có)'],
  };
  for (const [meaning, captions] of Object.entries(usual)) {
    it(`for ${meaning}`, () => {
      expect(captions.map((caption) => [caption, guessCaption(caption).meaning])).toEqual(
        captions.map((caption) => [caption, meaning]),
      );
    });
  }

  it('are found behind slips of the scanner', () => {
    expect(
      ['Đon vị chủ trì', 'Thòi gian thực hiện', 'Nhiệm yụ', 'Kêt quả', 'Đơn vị thục hiện'].map(
        (caption) => guessCaption(caption).meaning,
      ),
    ).toEqual(['lead', 'time', 'task', 'result', 'executor']);
  });

  it('are not seen in words that are none', () => {
    expect(
      ['Mã hồ sơ', 'Kinh phí (triệu đồng)', 'Căn cứ', 'Điểm chuẩn'].map((caption) => guessCaption(caption).meaning),
    ).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
  });
});

describe('RD11 areas written as rows', () => {
  it('with a Roman number beside a merged text; tasks numbered again in each', () => {
    const rows = rowsOf(
      'TT | Nhiệm vụ | Kết quả | Chủ trì | Thời gian',
      'I | *Tham gia của người dân* | < | < | <',
      '1 | Việc một. | Báo cáo | UBND xã | Quý I',
      '2 | Việc hai. | Báo cáo | Công an xã | Quý II',
      'II | *Công khai, minh bạch* | < | < | <',
      '1 | Việc ba. | Báo cáo | UBND xã | Quý III',
    );
    expect(pick(rows, 'no', 'dimension', 'lead')).toEqual([
      ['1', 'Tham gia của người dân', 'UBND xã'],
      ['2', 'Tham gia của người dân', 'Công an xã'],
      ['1', 'Công khai, minh bạch', 'UBND xã'],
    ]);
  });

  it('with a Roman number beside empty cells, nothing merged', () => {
    const rows = rowsOf(
      'TT | Nội dung công việc | Sản phẩm | Phụ trách | Thời hạn',
      'I | THAM GIA CỦA NGƯỜI DÂN | | | ',
      '1 | Việc một. | Báo cáo | UBND xã | Quý I',
      'II | CÔNG KHAI | | | ',
      '2 | Việc hai. | Báo cáo | Công an xã | Quý II',
    );
    expect(pick(rows, 'no', 'dimension')).toEqual([
      ['1', 'THAM GIA CỦA NGƯỜI DÂN'],
      ['2', 'CÔNG KHAI'],
    ]);
  });

  it('with areas 1, 2 above parts 1.1, 1.2', () => {
    const rows = rowsOf(
      'TT | Nhiệm vụ | Kết quả | Chủ trì | Thời gian',
      '1 | Tham gia của người dân | | | ',
      '1.1 | Việc một. | Báo cáo | UBND xã | Quý I',
      '1.2 | Việc hai. | Báo cáo | UBND xã | Quý I',
      '2 | Công khai | | | ',
      '2.1 | Việc ba. | Báo cáo | UBND xã | Quý I',
    );
    expect(pick(rows, 'no', 'dimension')).toEqual([
      ['1.1', 'Tham gia của người dân'],
      ['1.2', 'Tham gia của người dân'],
      ['2.1', 'Công khai'],
    ]);
  });

  it('with components as rows under them', () => {
    const rows = rowsOf(
      'TT | Nhiệm vụ | Kết quả | Chủ trì | Phối hợp | Thời gian',
      '*I. Tham gia của người dân* | < | < | < | < | <',
      '*1. Tri thức công dân* | < | < | < | < | <',
      '- | Việc một. | Báo cáo | UBND xã | Công an | Quý I',
      '*2. Cơ hội tham gia* | < | < | < | < | <',
      '- | Việc hai. | Báo cáo | UBND xã | | Quý I',
      '*II. Công khai* | < | < | < | < | <',
      '*1. Hộ nghèo* | < | < | < | < | <',
      '- | Việc ba. | Báo cáo | UBND xã | | Quý I',
    );
    expect(pick(rows, 'dimension', 'component')).toEqual([
      ['Tham gia của người dân', '1. Tri thức công dân'],
      ['Tham gia của người dân', '2. Cơ hội tham gia'],
      ['Công khai', '1. Hộ nghèo'],
    ]);
  });

  it('with a component alone in its row, its tasks in the rows below', () => {
    const rows = rowsOf(
      'TT | Chỉ số nội dung | Nội dung thành phần | Nhiệm vụ | Chủ trì | Thời gian',
      '1 | Tham gia | a) Tri thức | | | ',
      ' | | | Việc một. | UBND xã | Quý I',
      ' | | | Việc hai. | Công an xã | Quý II',
      ' | | b) Cơ hội | Việc ba. | UBND xã | Quý I',
    );
    expect(pick(rows, 'no', 'component', 'tasks')).toEqual([
      ['1', 'a) Tri thức', ['Việc một.']],
      ['1', 'a) Tri thức', ['Việc hai.']],
      ['1', 'b) Cơ hội', ['Việc ba.']],
    ]);
  });
});

describe('RD6 merged cells', () => {
  it('give each task row of a group the lead and time beside it', () => {
    const rows = rowsOf(
      'TT | Nhiệm vụ | Kết quả | Chủ trì | Thời gian',
      '1 | Việc một. | Báo cáo | UBND xã | Quý I',
      '^ | Việc hai. | Biên bản | ^ | ^',
      '2 | Việc ba. | ^ | Công an xã | Quý II',
    );
    expect(pick(rows, 'no', 'tasks', 'results', 'lead', 'time')).toEqual([
      ['1', ['Việc một.'], ['Báo cáo'], 'UBND xã', 'Quý I'],
      ['1', ['Việc hai.'], ['Biên bản'], 'UBND xã', 'Quý I'],
      ['2', ['Việc ba.'], ['Biên bản'], 'Công an xã', 'Quý II'],
    ]);
  });

  it('make two components share one group where the task cell covers both', () => {
    const rows = rowsOf(
      'TT | Chỉ số nội dung | Nội dung thành phần | Nhiệm vụ | Kết quả | Chủ trì | Thời gian',
      '1 | Thủ tục | a) Chứng thực | Việc một. / Việc hai. | Báo cáo | UBND xã | Quý I',
      '^ | ^ | b) Đất đai | ^ | ^ | ^ | ^',
      '^ | ^ | c) Cấp xã | ^ | ^ | ^ | ^',
      '2 | Dịch vụ | a) Y tế | Việc ba. | Báo cáo | Trạm Y tế | Quý II',
    );
    expect(pick(rows, 'component', 'sharesWith', 'lead')).toEqual([
      ['a) Chứng thực', null, 'UBND xã'],
      ['b) Đất đai', 0, 'UBND xã'],
      ['c) Cấp xã', 0, 'UBND xã'],
      ['a) Y tế', null, 'Trạm Y tế'],
    ]);
    expect(rows[1]!.doubts).toEqual([]);
  });

  it('add a result written in a row of its own to its group', () => {
    const rows = rowsOf(
      'TT | Nhiệm vụ | Kết quả | Chủ trì | Thời gian',
      '1 | Việc một. | Báo cáo | UBND xã | Quý I',
      '^ | ^ | Biên bản | ^ | ^',
    );
    expect(pick(rows, 'tasks', 'results')).toEqual([[['Việc một.'], ['Báo cáo', 'Biên bản']]]);
  });
});

describe('heads', () => {
  it('under title rows, with a row that numbers the columns, without a number column', () => {
    const rows = rowsOf(
      'PHỤ LỤC | < | < | <',
      '(Kèm theo Kế hoạch số 07/KH-UBND ngày 09/01/2026 của UBND xã Hồng Tiến) | < | < | <',
      'Nhiệm vụ | Kết quả | Chủ trì | Thời gian',
      '(1) | (2) | (3) | (4)',
      'Việc một. | Báo cáo | UBND xã | Trong năm 2025',
    );
    expect(pick(rows, 'no', 'tasks', 'lead')).toEqual([['', ['Việc một.'], 'UBND xã']]);
    expect(rows[0]!.doubts.map((doubt) => [doubt.field, doubt.suggestion])).toEqual([['time', 'Trong năm 2026']]);
  });

  it('with two roles in one column', () => {
    const rows = rowsOf(
      'TT | Nhiệm vụ | Kết quả | Đơn vị chủ trì, phối hợp | Thời gian',
      '1 | Việc một. | Báo cáo | Chủ trì: Văn phòng; phối hợp: Công an xã, các thôn | Quý I',
      '2 | Việc hai. | Báo cáo | Công an xã / Đài truyền thanh | Quý I',
    );
    expect(pick(rows, 'lead', 'executors')).toEqual([
      ['Văn phòng', ['Công an xã', 'các thôn']],
      ['Công an xã', ['Đài truyền thanh']],
    ]);
  });

  it('with beginning and end as columns of the time', () => {
    const rows = rowsOf(
      'TT | Nhiệm vụ | Chủ trì | Thời gian thực hiện | < | Ghi chú',
      '^ | ^ | ^ | Bắt đầu | Kết thúc | ^',
      '1 | Việc một. | UBND xã | 01/01/2026 | 30/6/2026 | nhanh',
      '2 | Việc hai. | UBND xã | | 30/9/2026 | ',
    );
    expect(pick(rows, 'time', 'note')).toEqual([
      ['01/01/2026 - 30/6/2026', 'nhanh'],
      ['30/9/2026', ''],
    ]);
  });

  it('with quarters named by their numbers alone', () => {
    const rows = rowsOf(
      'TT | Nhiệm vụ | Chủ trì | Thời gian hoàn thành (quý) | < | < | <',
      '^ | ^ | ^ | I | II | III | IV',
      '1 | Việc một. | UBND xã | x | | x | ',
    );
    expect(pick(rows, 'time')).toEqual([['Quý I, Quý III']]);
  });

  it('with who helps beside who does, and no lead', () => {
    const rows = rowsOf(
      'TT | Nhiệm vụ | Đơn vị thực hiện | Đơn vị phối hợp | Thời gian',
      '1 | Việc một. | UBND xã | Công an xã; các thôn | Quý I',
    );
    expect(pick(rows, 'lead', 'executors')).toEqual([['UBND xã', ['Công an xã', 'các thôn']]]);
  });

  it('with "Nội dung" beside "Nhiệm vụ"', () => {
    const rows = rowsOf(
      'STT | Nội dung | Nhiệm vụ | Chủ trì | Thời gian',
      '1 | Tham gia | Việc một. | UBND | Quý I',
      ' | | Việc hai. | Công an | Quý I',
      '2 | Công khai | Việc ba. | UBND | Quý I',
    );
    expect(pick(rows, 'dimension', 'tasks')).toEqual([
      ['Tham gia', ['Việc một.']],
      ['Tham gia', ['Việc hai.']],
      ['Công khai', ['Việc ba.']],
    ]);
  });

  it('of a table that is no task table, which is left alone', () => {
    expect(
      readOf([drawn('TT | Họ và tên | Chức vụ', '1 | Nguyễn Văn A | Trưởng thôn', '2 | Trần Thị B | Bí thư')]).rows,
    ).toEqual([]);
    expect(
      readOf([drawn('TT | Nội dung chi | Số tiền', '1 | In tờ rơi | 2.000.000', '2 | Họp thôn | 1.000.000')]).rows,
    ).toEqual([]);
  });
});

describe('RD7 rows that are none', () => {
  it('page numbers, empty rows, the signature under a table', () => {
    const rows = rowsOf(
      'TT | Nhiệm vụ | Kết quả | Chủ trì | Thời gian',
      '1 | Việc một. | Báo cáo | UBND xã | Quý I',
      ' | | 12 | | ',
      ' | | | | ',
      '2 | Việc hai. | Báo cáo | UBND xã | Quý I',
      'Nơi nhận: | | | TM. ỦY BAN NHÂN DÂN | ',
      ' | - Lưu: VT | | CHỦ TỊCH | ',
    );
    expect(pick(rows, 'no')).toEqual([['1'], ['2']]);
  });
});

describe('RD14 doubts of rows', () => {
  it('a missing number, blank cells, a repeated component', () => {
    const rows = rowsOf(
      'TT | Chỉ số nội dung | Nội dung thành phần | Nhiệm vụ | Chủ trì | Thực hiện | Thời gian',
      '1 | Tham gia | a) Tri thức | Việc một. | UBND | Công an | Quý I',
      ' | Công khai | a) Hộ nghèo | Việc hai. | | | ',
      '^ | ^ | a) Hộ nghèo | Việc ba. | UBND | Công an | Quý I',
    );
    expect(rows[1]!.doubts.map((doubt) => [doubt.field, doubt.suggestion])).toEqual([
      ['no', '2'],
      ['lead', null],
      ['executors', null],
      ['time', null],
    ]);
    expect(rows[2]!.doubts.map((doubt) => doubt.field)).toEqual(['component']);
    expect(rows[2]!.doubts[0]!.place).toMatchObject({ block: 0, row: 3 });
  });
});
