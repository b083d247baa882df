/** Who carries out and who only helps (OV1–OV3). */
import { expect, it } from 'vitest';
import { executorsOf } from '../../../shared/office/roles.ts';

const cases: readonly [string, string, 'executor' | 'support'][] = [
  ['Ủy ban MTTQ phối hợp', 'Ủy ban MTTQ', 'support'],
  ['Ủy ban MTTQ (phối hợp)', 'Ủy ban MTTQ', 'support'],
  ['Các thôn, tổ dân phố phối hợp thực hiện', 'Các thôn, tổ dân phố', 'support'],
  ['Phối hợp: Công an thị trấn', 'Công an thị trấn', 'support'],
  ['- Phối hợp với Đoàn Thanh niên', 'Đoàn Thanh niên', 'support'],
  ['Cơ quan phối hợp: Hội Phụ nữ', 'Hội Phụ nữ', 'support'],
  ['PHỐI HỢP: Ban Chỉ huy quân sự', 'Ban Chỉ huy quân sự', 'support'],
  ['Công chức Địa chính - Xây dựng', 'Công chức Địa chính - Xây dựng', 'executor'],
  ['Tổ hợp tác xã nông nghiệp', 'Tổ hợp tác xã nông nghiệp', 'executor'],
];

it.each(cases)('OV1, OV3: %s', (words, name, role) => {
  expect(executorsOf([words])).toEqual([{ words: name, role }]);
});

it('OV2: a line of its own speaks for the lines below it', () => {
  expect(executorsOf(['Văn phòng', 'Phối hợp:', 'Công an', 'MTTQ phối hợp', 'Thực hiện:', 'Các thôn', ''])).toEqual([
    { words: 'Văn phòng', role: 'executor' },
    { words: 'Công an', role: 'support' },
    { words: 'MTTQ', role: 'support' },
    { words: 'Các thôn', role: 'executor' },
  ]);
});

it('OV1: words in separate accents mean the same', () => {
  expect(executorsOf(['Ủy ban MTTQ phối hợp'.normalize('NFD')])[0]?.role).toBe('support');
});
