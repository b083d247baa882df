import { describe, expect, it } from 'vitest';
import { answersOf, fingerprintGroups, receiveWords } from '../../../../renderer/features/inbox/check-words.ts';
import type { BundleCheck } from '../../../../shared/api/contract/reports.ts';

const from = {
  unitId: 'u',
  unitName: 'xã Như Quỳnh',
  fingerprint: '4821 0975 1111 2222 3333 4444',
  known: 'quen' as const,
};
const good: BundleCheck = {
  fileName: 'goi.zip',
  bytes: 10,
  complete: true,
  unchanged: true,
  from,
  errors: [],
  report: { title: 'Báo cáo', windowLabel: 'Quý II/2024', rows: 99, evidence: 12, sequence: 3 },
  standing: 'moi',
  standingText: '',
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
    expect(first?.words).toContain('gọi điện');
    const changed = answersOf({ ...good, from: { ...from, known: 'khoa-doi' } })[2];
    expect(changed).toMatchObject({ mark: 'no' });
    expect(changed?.words).toContain('khác những lần trước');
  });

  it('ask for no call about a bundle that is not received anyway', () => {
    const broken = {
      ...good,
      unchanged: false,
      standing: 'khong-nhan' as const,
      from: { ...from, known: 'lan-dau' as const },
    };
    expect(answersOf(broken)[2]?.words).not.toContain('gọi điện');
  });

  it('say how much came', () => {
    expect(answersOf(good)[0]?.words).toBe('Đủ: 99 nhiệm vụ, 12 minh chứng.');
    expect(answersOf({ ...good, report: null })[0]?.words).toBe('Đủ.');
  });
});

it('a yes is asked for only where there is something to receive', () => {
  expect(receiveWords({ standing: 'moi' })).toBe('Tiếp nhận');
  expect(receiveWords({ standing: 'da-co' })).toBe('Mở bản đã nhận');
  expect(receiveWords({ standing: 'xung-dot' })).toBeNull();
  expect(receiveWords({ standing: 'khong-nhan' })).toBeNull();
});

it('a fingerprint is shown in groups of four whatever separated it', () => {
  expect(fingerprintGroups('48210975-11112222')).toEqual(['4821', '0975', '1111', '2222']);
  expect(fingerprintGroups('4821 0975')).toEqual(['4821', '0975']);
  expect(fingerprintGroups('')).toEqual([]);
});
