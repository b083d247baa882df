/** A finding of the layout check leads to the part of the report its words stand in. */
import { expect, it } from 'vitest';
import { sectionOfFinding } from '../../../renderer/features/report/finding-place.ts';

const sections = [
  { key: 'opening', label: '', heading: '', text: 'Thực hiện Kế hoạch số 15.' },
  {
    key: 'area:a',
    label: '1.',
    heading: 'Tham gia của người dân',
    text: 'a) Tri thức công dân: xong.\nc) Chất lượng bầu cử: chưa.',
  },
  { key: 'closing', label: '', heading: '', text: 'Trên đây là Báo cáo.' },
];

it('finds the part by the words quoted, whole or cut off', () => {
  expect(sectionOfFinding('Số thứ tự, đoạn 22: “c) Chất lượng bầ…”', sections)).toEqual({
    heading: '1. Tham gia của người dân',
  });
  expect(sectionOfFinding('Đầu mục, đoạn 9: “1. THAM GIA CỦA NGƯỜI DÂN”', sections)).toEqual({
    heading: '1. Tham gia của người dân',
  });
  expect(sectionOfFinding('Nội dung, đoạn 40: “Trên đây là Báo cáo.”', sections)).toEqual({ heading: 'end' });
});

it('leads to the head form for number and date, and nowhere when nobody knows the words', () => {
  expect(sectionOfFinding('Số, ký hiệu, đoạn 7: “Số: /BC-UBND”', sections)).toBe('head');
  expect(sectionOfFinding('Trang giấy', sections)).toBeNull();
  expect(sectionOfFinding('Nơi nhận, đoạn 50: “Lưu: VT.”', sections)).toBeNull();
});
