import { describe, expect, it } from 'vitest';
import { collectSums } from '../../../shared/consolidation/figures.ts';
import { findOutliers } from '../../../shared/consolidation/outliers.ts';
import { type ProofPlace, repeatedProof } from '../../../shared/consolidation/repeated-proof.ts';
import { reportedFigures } from '../../../shared/consolidation/row-figures.ts';
import { collectStates } from '../../../shared/consolidation/states.ts';
import type { RowFigure, UnitReport, UnitRow } from '../../../shared/consolidation/unit-report.ts';
import { type Arrival, onTimeRate, wallCells } from '../../../shared/consolidation/wall.ts';

const addUp = (reports: readonly UnitReport[]) => {
  const sums = collectSums();
  for (const report of reports) sums.take(report);
  return sums.sums();
};
const statesByArea = (reports: readonly UnitReport[]) => {
  const states = collectStates();
  for (const report of reports) states.take(report);
  return states.areas();
};

const row = (text: string, figures: RowFigure[], more: Partial<UnitRow> = {}): UnitRow => ({
  taskId: text.slice(0, 20),
  no: '1',
  area: 'Tham gia của người dân ở cấp cơ sở',
  component: 'a) Tri thức công dân',
  text,
  lead: 'Văn phòng',
  time: 'Thường xuyên',
  state: 'xong',
  doneText: '',
  obstacle: '',
  proposal: '',
  evidenceIds: [],
  superiorTaskId: null,
  figures,
  ...more,
});

const report = (name: string, receivedOn: string, rows: UnitRow[]): UnitReport => ({
  unitId: name,
  unitName: `xã ${name}`,
  bareName: name,
  receivedId: `goi-${name}`,
  receivedOn,
  rows,
});

const share = (numerator: number | null, denominator: number | null, measure = 'thôn'): RowFigure => ({
  numerator,
  denominator,
  measure,
});

describe('adding up', () => {
  it('takes rows for the same whatever unit, year and printed number they name (CO3), and adds both counts (CO4)', () => {
    const sums = addUp([
      report('Tân Lập', '2024-04-02', [
        row('Niêm yết tại các thôn của xã Tân Lập năm 2024', [share(8, 10)], { no: '1' }),
      ]),
      report('Bình An', '2024-04-05', [
        row('Niêm yết tại các thôn của xã Bình An, năm 2025', [share(3, 6)], {
          no: '2',
          area: '2. Tham gia của người dân ở cấp cơ sở',
        }),
      ]),
    ]);
    expect(sums).toHaveLength(1);
    expect(sums[0]).toMatchObject({ numerator: 11, denominator: 16, measure: 'thôn', asOf: '2024-04-05' });
    expect(sums[0]?.units.map(({ unitId }) => unitId)).toEqual(['Tân Lập', 'Bình An']);
  });

  it('keeps apart what counts other things, and shares from counts (CO4)', () => {
    const text = 'Tổ chức tuyên truyền';
    const sums = addUp([
      report('A', '2024-04-02', [row(text, [share(12, null, 'buổi')])]),
      report('B', '2024-04-02', [row(text, [share(200, null, 'lượt người')])]),
      report('C', '2024-04-02', [row(text, [share(5, 9, 'buổi')])]),
    ]);
    expect(sums.map(({ measure, numerator, denominator }) => [measure, numerator, denominator])).toEqual([
      ['buổi', 12, null],
      ['lượt người', 200, null],
      ['buổi', 5, 9],
    ]);
  });

  it('rows that answer one task of the superior are one row whatever their words (CO3)', () => {
    const sums = addUp([
      report('A', '2024-04-02', [row('Đối thoại với dân', [share(1, null, 'hội nghị')], { superiorTaskId: 't9' })]),
      report('B', '2024-04-02', [row('Mở hội nghị gặp gỡ', [share(2, null, 'hội nghị')], { superiorTaskId: 't9' })]),
    ]);
    expect(sums).toHaveLength(1);
    expect(sums[0]?.numerator).toBe(3);
  });

  it('an empty set adds nothing and is counted apart; what cannot be right is named; silence is listed (CO5, CO6)', () => {
    const text = 'Giải quyết hồ sơ';
    const [sum] = addUp([
      report('A', '2024-04-01', [row(text, [share(4, 5, 'hồ sơ')])]),
      report('B', '2024-04-09', [row(text, [share(0, 0, 'hồ sơ')])]),
      report('C', '2024-04-09', [row(text, [share(9, 5, 'hồ sơ')])]),
      report('D', '2024-04-09', [row(text, [])]),
      report('E', '2024-04-09', [row(text, [share(null, 5, 'hồ sơ')])]),
    ]);
    expect(sum).toMatchObject({ numerator: 4, denominator: 5, notArisen: ['B'], silent: ['D'], asOf: '2024-04-01' });
    expect(sum?.doubtful).toEqual([
      { unitId: 'C', reason: 'Số đạt được lớn hơn tổng số.' },
      { unitId: 'E', reason: 'Có tổng số nhưng chưa ghi số đạt được.' },
    ]);
  });

  it('counts states by area and unit, rows without a word apart', () => {
    const [area] = statesByArea([
      report('A', '2024-04-01', [
        row('một', []),
        row('hai', [], { state: null }),
        row('ba', [], { state: 'dang-lam' }),
      ]),
      report('B', '2024-04-01', [row('một', [], { state: 'khong-phat-sinh' })]),
    ]);
    expect(area?.all).toEqual({ chua: 0, 'dang-lam': 1, xong: 1, 'khong-phat-sinh': 1, trong: 1, tong: 4 });
    expect(area?.units.map(({ unitId, counts }) => [unitId, counts.tong])).toEqual([
      ['A', 3],
      ['B', 1],
    ]);
  });
});

describe('outliers (CO8)', () => {
  const shares = (...values: number[]) => values.map((value) => ({ numerator: value, denominator: 100 }));
  it('needs five units, and finds the one far off', () => {
    expect(findOutliers(shares(90, 91, 92, 5), true)).toEqual([]);
    expect(findOutliers(shares(90, 91, 92, 93, 5), true)).toEqual([4]);
  });
  it('is silent where values spread evenly', () =>
    expect(findOutliers(shares(50, 60, 70, 80, 90, 95), true)).toEqual([]));
  it('where most are equal, a tenth away stands out and a hair does not', () => {
    expect(findOutliers(shares(100, 100, 100, 100, 91), true)).toEqual([]);
    expect(findOutliers(shares(100, 100, 100, 100, 89), true)).toEqual([4]);
  });
  it('counts are compared by size', () => {
    const counts = [10, 12, 14, 9, 11, 1200].map((numerator) => ({ numerator, denominator: null }));
    expect(findOutliers(counts, false)).toEqual([5]);
  });
});

describe('the wall (CO1, CO2)', () => {
  const window = { key: '2024-H1', toDate: '2024-06-30', dueDate: '2024-07-03', dueStrict: true };
  const arrival = (more: Partial<Arrival>): Arrival => ({
    unitId: 'A',
    windowKey: window.key,
    receivedOn: '2024-07-02',
    sequence: 1,
    state: 'da-nhan',
    superseded: false,
    ...more,
  });
  const cell = (arrivals: Arrival[], today: string) => wallCells(['A'], [window], arrivals, today)[0];

  it('goes from not due to due to late with the day; "trước ngày 03/7" is kept on 02/7', () => {
    expect(cell([], '2024-06-30')).toMatchObject({ state: 'chua-den-han', onTime: null });
    expect(cell([], '2024-07-01')).toMatchObject({ state: 'den-han', onTime: null });
    expect(cell([], '2024-07-02')).toMatchObject({ state: 'den-han', daysLate: 0 });
    expect(cell([], '2024-07-03')).toMatchObject({ state: 'tre', onTime: false, daysLate: 1 });
  });
  it('the first bundle decides whether it was on time, not its replacement', () => {
    const replaced = [
      arrival({ superseded: true }),
      arrival({ sequence: 2, receivedOn: '2024-07-20', state: 'chap-nhan' }),
    ];
    expect(cell(replaced, '2024-08-01')).toMatchObject({ state: 'chap-nhan', onTime: true, receivedOn: '2024-07-20' });
    expect(cell([arrival({ receivedOn: '2024-07-05' })], '2024-08-01')).toMatchObject({ onTime: false, daysLate: 3 });
  });
  it('a recalled report does not count', () => {
    expect(cell([arrival({ state: 'thu-hoi' })], '2024-07-01')).toMatchObject({ state: 'thu-hoi', onTime: null });
    expect(cell([arrival({ state: 'thu-hoi' })], '2024-07-09')).toMatchObject({ state: 'tre', onTime: false });
  });
  it('without a due date nobody is late; a rate of nothing is no rate', () => {
    const open = { ...window, dueDate: null };
    const cells = wallCells(['A', 'B'], [open], [arrival({})], '2025-01-01');
    expect(cells.map(({ state }) => state)).toEqual(['da-nhan', 'den-han']);
    expect(onTimeRate(cells)).toEqual({ onTime: 0, judged: 0 });
    expect(onTimeRate(wallCells(['A', 'B'], [window], [arrival({})], '2025-01-01'))).toEqual({ onTime: 1, judged: 2 });
  });
});

describe('the same proof in several places (CO9)', () => {
  const place = (more: Partial<ProofPlace>): ProofPlace => ({
    sha256: 'f'.repeat(64),
    title: 'Ảnh hội nghị',
    unitId: 'A',
    unitName: 'xã A',
    windowKey: '2024-Q1',
    receivedId: 'r1',
    taskId: 't1',
    task: 'Tổ chức hội nghị',
    ...more,
  });
  it('is silent for one or two rows of one report, speaks from the third', () => {
    expect(repeatedProof([place({}), place({ taskId: 't2' })])).toEqual([]);
    expect(repeatedProof([place({}), place({ taskId: 't2' }), place({ taskId: 't3' })])).toMatchObject([{ rows: 3 }]);
  });
  it('speaks of two units and of two windows at once', () => {
    expect(repeatedProof([place({}), place({ unitId: 'B', receivedId: 'r2' })])).toMatchObject([{ units: 2, rows: 2 }]);
    expect(repeatedProof([place({}), place({ windowKey: '2024-Q2', receivedId: 'r3' })])).toMatchObject([
      { windows: 2 },
    ]);
  });
});

describe('the figures of a received row', () => {
  const received = (more: object) => ({ numerator: null, denominator: null, measure: '', ...more }) as never;
  it('are its targets, and its own pair where that is another figure', () => {
    const targets = [
      { measured: 'thôn thực hiện đúng', unit: '%', numerator: 8, denominator: 10 },
      { measured: 'buổi đối thoại', unit: 'lần', numerator: null, denominator: null },
    ];
    expect(reportedFigures(received({ targets, numerator: 8, denominator: 10, measure: 'thôn' }))).toEqual([
      { measure: 'thôn thực hiện đúng', numerator: 8, denominator: 10 },
    ]);
    expect(reportedFigures(received({ targets, numerator: 3, denominator: null, measure: 'tin' }))).toHaveLength(2);
  });
  it('are the pair alone where a program sends no targets, or something that is none', () => {
    const pair = { numerator: 3, denominator: 4, measure: 'hộ' };
    expect(reportedFigures(received(pair))).toEqual([pair]);
    expect(reportedFigures(received({ ...pair, targets: 'x' }))).toEqual([pair]);
    expect(reportedFigures(received({}))).toEqual([]);
  });
});
