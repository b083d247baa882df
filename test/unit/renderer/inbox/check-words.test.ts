import { describe, expect, it } from 'vitest';
import { answersOf, fingerprintGroups, yesesOf } from '../../../../renderer/features/inbox/check-words.ts';
import type { BundleCheck } from '../../../../shared/api/contract/receiving.ts';

const from = {
  unitId: 'u',
  unitName: 'xã Như Quỳnh',
  fingerprint: '4821 0975 1111 2222 3333 4444',
  words: [],
  known: 'quen' as const,
};
const good: BundleCheck = {
  fileName: 'goi.zip',
  bytes: 10,
  given: 'goi',
  kind: 'report',
  complete: true,
  unchanged: true,
  from,
  errors: [],
  report: { title: 'Báo cáo', windowLabel: 'Quý II/2024', rows: 99, evidence: 12, sequence: 3, reason: '' },
  standing: 'moi',
  standingText: '',
  warnings: [],
  receivable: true,
  undecided: false,
  bulk: true,
  needsPassword: false,
  parts: null,
  card: null,
};
const marks = (check: BundleCheck) => answersOf(check).map((answer) => answer.mark);

describe('the three questions', () => {
  it('are answered each by itself', () => {
    expect(answersOf(good).map((answer) => answer.question)).toEqual([
      'Đủ tệp không?',
      'Có bị sửa không?',
      'Của ai gửi?',
    ]);
    expect(marks(good)).toEqual(['yes', 'yes', 'yes']);
    expect(marks({ ...good, complete: false })).toEqual(['no', 'yes', 'yes']);
    expect(marks({ ...good, unchanged: false })).toEqual(['yes', 'no', 'yes']);
    expect(marks({ ...good, from: null })).toEqual(['yes', 'yes', 'no']);
  });

  it('ask for a call when the sender is new, and warn when the key changed', () => {
    const first = answersOf({ ...good, from: { ...from, known: 'lan-dau' } })[2];
    expect(first).toMatchObject({ mark: 'care' });
    expect(first?.words).toContain('qua điện thoại');
    const changed = answersOf({ ...good, from: { ...from, known: 'khoa-doi' } })[2];
    expect(changed).toMatchObject({ mark: 'no' });
    expect(changed?.words).toContain('KHÁC khóa đang biết');
  });

  it('ask for no call about a bundle that is not received anyway', () => {
    const broken = {
      ...good,
      unchanged: false,
      receivable: false,
      standing: 'khong-nhan' as const,
      from: { ...from, known: 'lan-dau' as const },
    };
    expect(answersOf(broken)[2]?.words).not.toContain('điện thoại');
  });

  it('say how much came', () => {
    expect(answersOf(good)[0]?.words).toBe('Đủ: 99 nhiệm vụ, 12 minh chứng.');
    expect(answersOf({ ...good, report: null })[0]?.words).toBe('Đủ.');
  });
});

const first = (check: BundleCheck) => yesesOf(check)[0];

it('a yes is asked for only where there is something to receive', () => {
  expect(first(good)?.words).toBe('Tiếp nhận');
  expect(first({ ...good, standing: 'da-co' })?.words).toBe('Mở bản đã nhận');
  expect(first({ ...good, kind: 'recall' })?.words).toBe('Ghi thu hồi');
  expect(yesesOf({ ...good, receivable: false })).toEqual([]);
});

it('NH23: a changed key is never answered by a plain yes', () => {
  const changed = { ...good, from: { ...from, known: 'khoa-doi' as const } };
  expect(yesesOf(changed).map(({ body }) => body.key)).toEqual(['thay', 'them', 'tu-choi']);
  const unclear = { ...changed, undecided: true };
  expect(yesesOf(unclear).map(({ body }) => body)).toEqual([
    { as: 'chinh', key: 'thay' },
    { as: 'cat-rieng', key: 'them' },
    { key: 'tu-choi' },
  ]);
});

it('NH10: where the numbers do not say, a person says whether it counts', () => {
  expect(yesesOf({ ...good, standing: 'chia-nhanh', undecided: true }).map(({ body }) => body)).toEqual([
    { as: 'chinh' },
    { as: 'cat-rieng' },
  ]);
});

it('a file that is no bundle, a locked one and a part ask none of the three questions', () => {
  for (const given of ['la', 'khoa', 'phan'] as const) expect(answersOf({ ...good, given })).toEqual([]);
});

it('a fingerprint is shown in groups of four whatever separated it', () => {
  expect(fingerprintGroups('48210975-11112222')).toEqual(['4821', '0975', '1111', '2222']);
  expect(fingerprintGroups('4821 0975')).toEqual(['4821', '0975']);
  expect(fingerprintGroups('')).toEqual([]);
});
