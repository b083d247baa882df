import { expect, it } from 'vitest';
import { moveYears, type NextYearInput, nextYear, type RowToCarry } from '../../../shared/plan/next-year.ts';

const moved = (text: string) => moveYears(text, 2024).text;
const stays = (text: string) => moveYears(text, 2024).stays.map((each) => each.why);

it('NY1: the year and the year before it move, no other', () => {
  expect(moved('Kế hoạch năm 2024, kết quả năm 2023; giai đoạn 2021-2025, 2020 - 2024')).toBe(
    'Kế hoạch năm 2025, kết quả năm 2024; giai đoạn 2021-2025, 2020 - 2024',
  );
  expect(moved('quý I/2024, tháng 6/2024, tháng 12 năm 2024')).toBe('quý I/2025, tháng 6/2025, tháng 12 năm 2025');
  expect(moved('kinh phí 2.024 đồng, 12024 hộ, đạt 2024,5')).toBe('kinh phí 2.024 đồng, 12024 hộ, đạt 2024,5');
});

it('NY2: a document that is cited stays whole and is told', () => {
  const text =
    'Thực hiện Kế hoạch số 08/KH-UBND ngày 05/01/2024 của UBND tỉnh về PAPI năm 2024; phấn đấu năm 2024 tăng hạng.';
  expect(moved(text)).toBe(
    'Thực hiện Kế hoạch số 08/KH-UBND ngày 05/01/2024 của UBND tỉnh về PAPI năm 2024; phấn đấu năm 2025 tăng hạng.',
  );
  expect(stays(text)).toEqual(['citation']);
  expect(moved('theo 09/2024/TT-BNV ngày 01/02/2024 và kế hoạch 2024')).toBe(
    'theo 09/2024/TT-BNV ngày 01/02/2024 và kế hoạch 2025',
  );
});

it('NY3: a term moves, an event and any other day stay and are told', () => {
  expect(moved('Báo cáo trước ngày 05/02/2024.')).toBe('Báo cáo trước ngày 05/02/2025.');
  expect(moved('Báo cáo năm trước ngày 03/01/2025.')).toBe('Báo cáo năm trước ngày 03/01/2026.');
  expect(moved('Báo cáo trước ngày 03/01/2019.')).toBe('Báo cáo trước ngày 03/01/2019.');
  expect(moved('xong trước ngày 15 tháng 6 năm 2024')).toBe('xong trước ngày 15 tháng 6 năm 2025');
  expect(stays('xong trước ngày 15 tháng 6 năm 2024')).toEqual([]);
  expect(stays('Tổ chức bầu cử trưởng thôn ngày 10/3/2024')).toEqual(['event']);
  expect(moved('Họp ngày 10/3/2024')).toBe('Họp ngày 10/3/2024');
  expect(moved('trước ngày 29/02/2024')).toBe('trước ngày 29/02/2024');
  expect(stays('trước ngày 29/02/2024')).toEqual(['date']);
});

const row = (time: string, tasks: RowToCarry['tasks'], sharesWith: number | null = null): RowToCarry => ({
  no: '1',
  dimension: 'Tham gia',
  component: 'a)',
  tasks,
  results: ['Báo cáo năm 2024'],
  lead: 'Văn phòng',
  executors: [],
  time,
  note: '',
  sharesWith,
  doubts: [],
  place: null,
});
const task = (id: string, state: RowToCarry['tasks'][number]['state'], time: string) => ({
  id,
  text: `Việc ${id} năm 2024`,
  state,
  time,
});
const input = (rows: RowToCarry[]): NextYearInput => ({
  year: 2024,
  rows,
  header: {
    number: '15/KH-UBND',
    date: '2024-01-11',
    place: 'An Thịnh',
    issuer: 'UBND xã An Thịnh',
    title: 'Nâng cao PAPI năm 2024',
    year: 2024,
    basis: ['Thực hiện Kế hoạch số 08/KH-UBND ngày 05/01/2024'],
    sections: [{ label: 'I.', heading: 'MỤC ĐÍCH', paragraphs: ['Năm 2024 …'], children: [] }],
    recipients: ['Lưu: VT'],
    signer: { authority: 'TM. ỦY BAN NHÂN DÂN', title: 'CHỦ TỊCH', name: 'A' },
    doubts: [],
  },
});

it('NY4, NY2: number and day of issue are empty, the basis stays and is told', () => {
  const { header, year, notMoved } = nextYear(input([]));
  expect(header).toMatchObject({ number: '', date: '', title: 'Nâng cao PAPI năm 2025', year: 2025 });
  expect(year).toBe(2025);
  expect(header.basis).toEqual(['Thực hiện Kế hoạch số 08/KH-UBND ngày 05/01/2024']);
  expect(notMoved).toEqual([{ where: 'Căn cứ', text: header.basis[0], why: 'citation' }]);
  expect(header.sections[0]?.paragraphs).toEqual(['Năm 2025 …']);
});

it('NY5: what is open or comes every year is carried, what is done once only on request', () => {
  const rows = [
    row('Quý I/2024', [task('a', 'xong', 'Quý I/2024')]),
    row('Quý I/2024', [], 0),
    row('Thường xuyên', [task('b', 'xong', 'Thường xuyên'), task('c', null, 'Thường xuyên')]),
    row('Tháng 6/2024', [task('d', 'dang-lam', 'Tháng 6/2024'), task('e', 'xong', 'Tháng 6/2024')]),
    row('Tháng 6/2024', [], 3),
  ];
  const made = nextYear(input(rows));
  expect(made.rows.map((each) => each.tasks)).toEqual([
    ['Việc b năm 2025', 'Việc c năm 2025'],
    ['Việc d năm 2025'],
    [],
  ]);
  expect(made.rows.map((each) => each.sharesWith)).toEqual([null, null, 1]);
  expect(made.rows[1]?.time).toBe('Tháng 6/2025');
  expect(made.done.map((each) => each.id)).toEqual(['a', 'e']);
  expect(made.carried).toBe(3);
  expect(nextYear(input(rows), new Set(['a'])).rows[0]?.tasks).toEqual(['Việc a năm 2025']);
});
