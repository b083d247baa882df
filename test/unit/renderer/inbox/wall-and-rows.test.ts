import { describe, expect, it } from 'vitest';
import {
  byArea,
  countStates,
  proofsOf,
  type ReceivedProof,
  type ReceivedRow,
  shownRows,
} from '../../../../renderer/features/inbox/received-rows.ts';
import { wallOf, yearsOf } from '../../../../renderer/features/inbox/wall-model.ts';
import type { InboxView } from '../../../../shared/api/contract/reports.ts';

const received = (id: string, windowKey: string, sequence: number) => ({
  id,
  windowKey,
  receivedAt: sequence,
  sequence,
  rows: 10,
  answered: 8,
  evidence: 3,
  bytes: 100,
  state: 'da-nhan',
});
const unit = (id: string, name: string, list: ReturnType<typeof received>[] = [], expected = true) => ({
  unit: { id, kind: 'xa' as const, name, fullName: `xã ${name}` },
  expected,
  received: list,
});
const inbox: InboxView = {
  windows: [
    { key: '2023-Y', label: 'Năm 2023' },
    { key: '2024-Q1', label: 'Quý I/2024' },
    { key: '2024-Q2', label: 'Quý II/2024' },
  ],
  units: [
    unit('d', 'Đại Đồng', [received('d1', '2024-Q1', 4), received('d2', '2024-Q1', 7)]),
    unit('a', 'An Thịnh', [received('a0', '2023-Y', 1)], false),
    unit('b', 'Bình Minh'),
  ],
};

describe('the wall of units and windows', () => {
  it('shows one year, the newest first', () => {
    expect(yearsOf(inbox)).toEqual(['2024', '2023']);
    expect(wallOf(inbox, { year: '2024', query: '' }).windows.map((each) => each.key)).toEqual(['2024-Q1', '2024-Q2']);
  });

  it('puts units in Vietnamese order and shows the version that counts', () => {
    const { rows } = wallOf(inbox, { year: '2024', query: '' });
    expect(rows.map((row) => row.name)).toEqual(['Xã An Thịnh', 'Xã Bình Minh', 'Xã Đại Đồng']);
    expect(rows[2]?.cells[0]?.received?.id).toBe('d2');
    expect(rows[2]?.cells[1]?.received).toBeNull();
  });

  it('counts who is expected, and who sent without being expected', () => {
    const [first] = wallOf(inbox, { year: '2024', query: '' }).windows;
    expect(first).toMatchObject({ received: 1, expected: 2 });
    expect(wallOf(inbox, { year: '2023', query: '' }).windows[0]).toMatchObject({ received: 1, expected: 3 });
  });

  it('finds a unit without accents and keeps the counts of all', () => {
    const wall = wallOf(inbox, { year: '2024', query: 'dai dong' });
    expect(wall.rows.map((row) => row.unitId)).toEqual(['d']);
    expect(wall.windows[0]).toMatchObject({ received: 1, expected: 2 });
  });
});

const row = (taskId: string, changes: Partial<ReceivedRow> = {}): ReceivedRow => ({
  taskId,
  no: '1',
  area: 'Công khai',
  component: '',
  text: 'Niêm yết',
  lead: '',
  time: '',
  state: null,
  doneText: '',
  numerator: null,
  denominator: null,
  measure: '',
  obstacle: '',
  proposal: '',
  lateReason: '',
  evidenceIds: [],
  ...changes,
});

describe('rows of a received report', () => {
  const rows = [
    row('a', { state: 'xong', evidenceIds: ['x', 'lost'] }),
    row('b', { state: 'xong', doneText: 'Đã phát thanh' }),
    row('c', { state: 'chua' }),
    row('d', { state: null, area: 'Giải trình', no: '2' }),
    row('e', { state: 'dang-lam', area: 'Công khai' }),
  ];

  it('are counted by state; finished without proof is also counted by itself', () => {
    expect(countStates(rows)).toEqual({ xong: 2, 'dang-lam': 1, 'khong-phat-sinh': 0, none: 2, unproven: 1 });
  });

  it('are found by state and words', () => {
    const ids = (given: Parameters<typeof shownRows>[1]) => shownRows(rows, given).map((each) => each.taskId);
    expect(ids({ query: '', state: 'unproven' })).toEqual(['b']);
    expect(ids({ query: 'phat thanh', state: null })).toEqual(['b']);
    expect(ids({ query: '', state: 'none' })).toEqual(['c', 'd']);
  });

  it('stand by area in the order of the report', () => {
    expect(byArea(rows).map((group) => [group.no, group.area, group.rows.length])).toEqual([
      ['1', 'Công khai', 3],
      ['2', 'Giải trình', 1],
      ['1', 'Công khai', 1],
    ]);
  });

  it('name only proofs that came', () => {
    const proof = { id: 'x', title: 'Ảnh' } as ReceivedProof;
    expect(proofsOf(rows[0]!, [proof])).toEqual([proof]);
  });
});
