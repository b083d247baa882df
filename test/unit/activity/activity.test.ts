/** Activities: what counts, totals, sentences, suggestions (shared/activity/SPEC.md). */
import { describe, expect, it } from 'vitest';
import { type Activity, activityInput, readDetails } from '../../../shared/activity/activity.ts';
import { activityRow, activitySentences } from '../../../shared/activity/sentences.ts';
import { suggestTasks } from '../../../shared/activity/suggest.ts';
import { countsIn, remedyOverdue, runsOn, totalsOf } from '../../../shared/activity/totals.ts';

const made = (
  given: {
    kind: Activity['kind'];
    date?: string;
    toDate?: string | null;
    title?: string;
    details?: object;
    sensitive?: boolean;
  },
  id = 'a1',
): Activity => ({
  ...activityInput.parse({ date: '2024-02-20', title: 'Hoạt động', details: {}, ...given }),
  id,
});

describe('what counts', () => {
  it.each([
    ['2024-02-20', null, true],
    ['2024-01-01', null, true],
    ['2024-03-31', null, true],
    ['2024-04-01', null, false],
    ['2023-12-31', null, false],
    ['2023-12-20', '2024-01-05', true],
    ['2024-03-30', '2024-05-01', true],
    ['2023-12-01', '2024-12-01', true],
  ])('%s – %s in the first quarter: %s (AC1)', (date, toDate, counts) => {
    expect(countsIn({ date, toDate }, '2024-01-01', '2024-03-31')).toBe(counts);
  });

  it('a publication without a last day stays up (AC4)', () => {
    expect(runsOn(made({ kind: 'cong-khai', date: '2024-02-01' }), '2024-09-01')).toBe(true);
    expect(runsOn(made({ kind: 'cong-khai', date: '2024-02-01', toDate: '2024-03-01' }), '2024-03-02')).toBe(false);
    expect(runsOn(made({ kind: 'doi-thoai', date: '2024-02-01' }), '2024-02-01')).toBe(false);
  });

  it('a remedy is overdue the day after its deadline, until it is done (AC3)', () => {
    const check = (details: object) => made({ kind: 'kiem-tra', details: { remedyDue: '2024-03-20', ...details } });
    expect(remedyOverdue(check({}), '2024-03-20')).toBe(false);
    expect(remedyOverdue(check({}), '2024-03-21')).toBe(true);
    expect(remedyOverdue(check({ remediedOn: '2024-03-25' }), '2024-04-01')).toBe(false);
  });
});

describe('totals and sentences', () => {
  const broadcast = made({
    kind: 'tuyen-truyen',
    details: { times: 12, villages: ['Thôn A', 'thôn a', 'Thôn B'], people: 300 },
  });
  const post = made({ kind: 'tuyen-truyen', details: { channel: 'facebook', times: 2 } }, 'a2');
  const check = made({ kind: 'kiem-tra', details: { checkKind: 'dot-xuat', findings: 'Bảng cũ' } }, 'a3');

  it('adds up per kind; numbers nobody gave add nothing (AC5)', () => {
    expect(totalsOf([broadcast, post, check])).toMatchObject([
      { kind: 'tuyen-truyen', entries: 2, times: 14, people: 300, villages: 2, ids: ['a1', 'a2'] },
      { kind: 'kiem-tra', entries: 1, raised: 1, settled: 0 },
    ]);
    expect(activitySentences([])).toEqual([]);
  });

  it('tells counts and channels', () => {
    expect(activitySentences([broadcast, post, check])).toEqual([
      'Tuyên truyền 14 lượt tin, bài, buổi (loa, đài truyền thanh 12; facebook 02), tại 02 thôn, tổ dân phố, 300 lượt người nghe, tham gia',
      'Tổ chức 01 cuộc kiểm tra (đột xuất 01); 01 cuộc có tồn tại, đã khắc phục 00',
    ]);
  });

  it('of one with personal data only day and kind are told (AC6)', () => {
    const row = activityRow(made({ kind: 'tiep-dan', title: 'Tiếp ông Nguyễn Văn B', sensitive: true }));
    expect(JSON.stringify(row)).not.toContain('Nguyễn');
    expect(row).toMatchObject({ day: '20/02/2024', kind: 'Tiếp công dân' });
  });
});

it('refuses a last day before the first; unknown details fall back to empty', () => {
  expect(
    activityInput.safeParse({ kind: 'cong-khai', date: '2024-02-20', toDate: '2024-02-19', title: 'x', details: {} })
      .success,
  ).toBe(false);
  expect(readDetails('doi-thoai', { people: 'nhiều' })).toMatchObject({ people: null, place: '' });
});

it('suggests tasks by kind and words, nothing for words that share nothing (AC7)', () => {
  const tasks = [
    { id: 't1', text: 'Tuyên truyền cải cách thủ tục hành chính trên hệ thống truyền thanh' },
    { id: 't2', text: 'Kiểm tra công vụ các bộ phận' },
    { id: 't3', text: 'Niêm yết công khai danh sách hộ nghèo' },
  ];
  const best = (kind: Activity['kind'], words: string) =>
    suggestTasks({ kind, words }, tasks).map((each) => each.id)[0];
  expect(best('tuyen-truyen', 'Phát thanh về thủ tục hành chính')).toBe('t1');
  expect(best('kiem-tra', 'kiem tra cong vu')).toBe('t2');
  expect(best('cong-khai', 'Danh sách hộ nghèo')).toBe('t3');
  expect(suggestTasks({ kind: 'khac', words: 'Trồng cây' }, tasks)).toEqual([]);
});
