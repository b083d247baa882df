/** PL12: when a file is offered as an update of a kept plan. */
import { expect, it } from 'vitest';
import { annexReference } from '../../../shared/plan/annex-reference.ts';
import type { ReadHeader } from '../../../shared/plan/read-plan.ts';
import { samePlans } from '../../../shared/plan/same-plan.ts';
import { planRow } from '../../support/plan-table.ts';

const tasks = ['Niêm yết danh sách', 'Rà soát hộ nghèo', 'Công khai đóng góp', 'Tổ chức đối thoại', 'Họp thôn'];
const known = [{ id: 'p', year: 2024, number: '08/KH-UBND', title: 'Nâng cao PAPI năm 2024', tasks }];
const header = (change: Partial<ReadHeader>) => ({ number: '', title: '', year: 2024, ...change }) as ReadHeader;
const found = (plan: ReadHeader | null, texts: string[], line = '') =>
  samePlans(
    { plan, rows: [planRow('A', 'B', texts)], source: { name: '', bytes: 0, blocks: [paragraph(line)] } },
    known,
  ).map(({ why }) => why);
const paragraph = (text: string) => ({ type: 'paragraph', text, bold: false, align: 'center' }) as const;

it.each([
  ['number and year', header({ number: '08/KH-UBND' }), [], ['number']],
  ['title and year, accents aside', header({ title: 'NÂNG CAO PAPI NĂM 2024', number: '9/KH-UBND' }), [], ['title']],
  ['three tasks of five in an annex alone', null, tasks.slice(0, 3), ['tasks']],
  ['two tasks of five among five', null, [...tasks.slice(0, 2), 'x', 'y', 'z'], []],
  ['the same tasks in the plan of another year', header({ year: 2025 }), tasks, []],
  ['nothing in common', header({ number: '1', title: 'Khác' }), ['x'], []],
  ['nothing at all', null, [], []],
] as const)('PL12 %s', (_, plan, texts, expected) => expect(found(plan, [...texts])).toEqual(expected));

it('PL12 an annex alone is known by the plan it goes with, and not taken for that of another year', () => {
  const line = '(Kèm theo Kế hoạch số 08/KH-UBND ngày 11/01/2024 của UBND thị trấn Như Quỳnh)';
  expect(found(null, ['khác hẳn'], line)).toEqual(['number']);
  expect(found(null, tasks, line.replace('2024', '2025'))).toEqual([]);
  expect(annexReference([paragraph('Nhiệm vụ (có phụ lục kèm theo)'), paragraph(line)])).toEqual({
    number: '08/KH-UBND',
    year: 2024,
    issuer: 'UBND thị trấn Như Quỳnh',
  });
});
