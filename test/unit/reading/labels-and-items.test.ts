import { describe, expect, it } from 'vitest';
import { splitActors, splitRoles } from '../../../shared/reading/actors.ts';
import { splitItems } from '../../../shared/reading/items.ts';
import { parseLabel, romanValue, withoutMarker } from '../../../shared/reading/labels.ts';

const labelOf = (text: string) => {
  const label = parseLabel(text);
  return label && [label.kind, label.label, label.rest];
};

describe('labels', () => {
  it('are read as written', () => {
    expect(
      [
        'I. MỤC ĐÍCH',
        'II.NỘI DUNG',
        'A. Chung',
        'Phần thứ nhất',
        'Chương II',
        'Điều 5. Hiệu lực',
        '1. Một',
        '12. Mười hai',
        '1.1. Một một',
        '1.3.Nội dung',
        '2.1 Nội dung',
        '1.2.3. Sâu',
        'a) Điểm',
        'đ) Điểm',
        'b.  Điểm',
        '1) Một',
        '(2) Hai',
        '- Gạch',
        '–Gạch',
        '+ Cộng',
        '• Chấm',
        '* Sao',
        'II- YÊU CẦU',
      ].map(labelOf),
    ).toEqual([
      ['roman', 'I.', 'MỤC ĐÍCH'],
      ['roman', 'II.', 'NỘI DUNG'],
      ['capital', 'A.', 'Chung'],
      ['part', 'Phần thứ nhất', ''],
      ['part', 'Chương II', ''],
      ['article', 'Điều 5.', 'Hiệu lực'],
      ['number', '1.', 'Một'],
      ['number', '12.', 'Mười hai'],
      ['number2', '1.1.', 'Một một'],
      ['number2', '1.3.', 'Nội dung'],
      ['number2', '2.1', 'Nội dung'],
      ['number3', '1.2.3.', 'Sâu'],
      ['letter', 'a)', 'Điểm'],
      ['letter', 'đ)', 'Điểm'],
      ['letter', 'b.', 'Điểm'],
      ['bracket', '1)', 'Một'],
      ['bracket', '(2)', 'Hai'],
      ['dash', '-', 'Gạch'],
      ['dash', '-', 'Gạch'],
      ['plus', '+', 'Cộng'],
      ['dot', '•', 'Chấm'],
      ['dot', '*', 'Sao'],
      ['roman', 'II-', 'YÊU CẦU'],
    ]);
  });

  it('are not seen in dates, amounts, percentages, abbreviations', () => {
    for (const text of [
      '11/01/2024 của UBND',
      '1.000 người',
      '2,5% hộ',
      '100% thôn',
      '15 ngày làm việc',
      'V/v công khai',
      'v.v. và khác',
      '2024. Đôn đốc',
      '6 tháng, năm',
      'TM. ỦY BAN',
      'I',
      'UBND xã',
    ]) {
      expect([text, parseLabel(text)]).toEqual([text, null]);
    }
  });

  it('count', () => {
    expect([romanValue('IV'), romanValue('IX'), parseLabel('d) x')?.ordinal, parseLabel('đ) x')?.ordinal]).toEqual([
      4, 9, 4, 5,
    ]);
    expect(withoutMarker('- - Việc')).toBe('Việc');
    expect(withoutMarker('- 1. Việc')).toBe('Việc');
  });
});

describe('RD9 items of a cell', () => {
  const cases: [string, string, string[]][] = [
    ['one for each dash', '- Một;\n- Hai.', ['Một;', 'Hai.']],
    ['numbers after an opening line', 'Công khai:\n1. Một.\n2. Hai.', ['Công khai:', 'Một.', 'Hai.']],
    ['lines without marks', 'Kế hoạch\nBáo cáo\nBiên bản', ['Kế hoạch', 'Báo cáo', 'Biên bản']],
    [
      'a line that carries on',
      '- Thực hiện quy chế của\nHội đồng nhân dân và\ncác thôn.\n- Hai.',
      ['Thực hiện quy chế của Hội đồng nhân dân và các thôn.', 'Hai.'],
    ],
    ['dashes in one line', '- Một; - Hai. - Ba', ['Một;', 'Hai.', 'Ba']],
    ['numbers in one line', '1. Một; 2. Hai; 3. Ba', ['Một;', 'Hai;', 'Ba']],
    [
      'no cut inside words with dashes',
      '- Các tổ chức chính trị - xã hội, Văn phòng - Thống kê.',
      ['Các tổ chức chính trị - xã hội, Văn phòng - Thống kê.'],
    ],
    [
      'no cut inside dates and amounts',
      'Trước ngày 1. 1. 2026 đạt 1.000 người',
      ['Trước ngày 1. 1. 2026 đạt 1.000 người'],
    ],
    ['lower-case items after semicolons', 'kế hoạch;\ncông văn;\nbáo cáo', ['kế hoạch;', 'công văn;', 'báo cáo']],
    ['no empty marks', '- \n-\n- Một\n+', ['Một']],
    ['nothing', '', []],
  ];
  for (const [what, cell, items] of cases) it(what, () => expect(splitItems(cell)).toEqual(items));
});

describe('RD9 actors of a cell', () => {
  const cases: [string, string[]][] = [
    [
      'Văn phòng UBND; bộ phận một cửa, bộ phận VHXH và Đài truyền thanh; Trưởng các thôn, phố',
      ['Văn phòng UBND', 'bộ phận một cửa', 'bộ phận VHXH', 'Đài truyền thanh', 'Trưởng các thôn, phố'],
    ],
    ['Các cán bộ, công chức chuyên môn có liên quan;', ['Các cán bộ, công chức chuyên môn có liên quan']],
    ['Cán bộ và công chức liên quan', ['Cán bộ và công chức liên quan']],
    ['Các công chức liên quan và các thôn, tổ dân phố', ['Các công chức liên quan', 'các thôn, tổ dân phố']],
    [
      '- Phòng Tài chính KH huyện.\n- Ủy ban MTTQ, Ban thanh tra nhân dân thị trấn',
      ['Phòng Tài chính KH huyện', 'Ủy ban MTTQ', 'Ban thanh tra nhân dân thị trấn'],
    ],
    ['Công an, quân sự và các thôn phố', ['Công an', 'quân sự', 'các thôn phố']],
    ['Công chức Lao động, Thương binh và Xã hội', ['Công chức Lao động, Thương binh và Xã hội']],
    [
      'Công chức Địa chính - Nông nghiệp - Xây dựng và Môi trường; Công an xã',
      ['Công chức Địa chính - Nông nghiệp - Xây dựng và Môi trường', 'Công an xã'],
    ],
    [
      'Văn phòng HĐND và UBND, Phòng Kinh tế, Hạ tầng và Đô thị',
      ['Văn phòng HĐND và UBND', 'Phòng Kinh tế, Hạ tầng và Đô thị'],
    ],
    [
      'Các phòng, ban, ngành, đoàn thể; các cơ quan, đơn vị liên quan',
      ['Các phòng, ban, ngành, đoàn thể', 'các cơ quan, đơn vị liên quan'],
    ],
    ['Đài truyền thanh\nTrạm Y tế\nCác nhà trường', ['Đài truyền thanh', 'Trạm Y tế', 'Các nhà trường']],
    ['Ủy ban Mặt trận Tổ quốc\nvà các đoàn thể', ['Ủy ban Mặt trận Tổ quốc', 'các đoàn thể']],
    ['Công an xã/Ban CHQS xã', ['Công an xã', 'Ban CHQS xã']],
    [
      'Phối hợp: Trung tâm Phục vụ hành chính công; Hội Nông dân, Hội Phụ nữ, Đoàn Thanh niên',
      ['Trung tâm Phục vụ hành chính công', 'Hội Nông dân', 'Hội Phụ nữ', 'Đoàn Thanh niên'],
    ],
    ['', []],
    [' ; , ', []],
  ];
  for (const [cell, actors] of cases)
    it(cell === '' ? 'of nothing' : cell.replace(/\n/g, ' ⏎ '), () => expect(splitActors(cell)).toEqual(actors));

  it('are divided by their roles where a cell says so', () => {
    expect(splitRoles('Chủ trì: Phòng Kinh tế; Phối hợp: Công an, các thôn')).toEqual({
      lead: 'Phòng Kinh tế',
      executors: 'Công an, các thôn',
    });
    expect(splitRoles('- Đơn vị chủ trì: UBND\n- Đơn vị phối hợp: MTTQ')).toEqual({ lead: 'UBND', executors: 'MTTQ' });
    expect(splitRoles('UBND xã')).toBeNull();
  });
});
