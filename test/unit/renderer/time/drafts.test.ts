/** What is typed on "Kỳ và thời hạn" becomes a schedule, a regime, a list of days, or one sentence about what is wrong. */
import { describe, expect, it } from 'vitest';
import { emptyAnswer, scheduleOf } from '../../../../renderer/features/time/answers.ts';
import { draftOf, emptyRow, newDraft, regimeFrom } from '../../../../renderer/features/time/regime-draft.ts';
import { daysFrom, daysText } from '../../../../renderer/features/time/year-days.ts';
import { placeWindows, regime } from '../../../../shared/period/regime.ts';
import { regimes } from '../../../../shared/period/regimes.ts';
import { isOverdue, lastDayOf } from '../../../../shared/schedule/overdue.ts';
import { timeStanding } from '../../../../shared/schedule/standing.ts';

describe('answers', () => {
  const answer = (patch: object) => scheduleOf({ ...emptyAnswer('Định kỳ'), ...patch }, 2024);
  it('every kind makes a schedule once it is whole, and a sentence before', () => {
    expect(answer({})).toBeNull();
    expect(answer({ kind: 'quarters' })).toEqual({ open: 'Chọn ít nhất một quý.' });
    expect(answer({ kind: 'quarters', quarters: [3, 1] })).toEqual({
      schedule: { kind: 'quarters', year: 2024, quarters: [1, 3] },
    });
    expect(answer({ kind: 'deadline', date: '2024-03-01', strict: true })).toMatchObject({
      schedule: { lastDay: '2024-02-29' },
    });
    expect(answer({ kind: 'range', from: '2024-05-02', to: '2024-05-01' })).toEqual({
      open: 'Ngày kết thúc sớm hơn ngày bắt đầu.',
    });
    expect(answer({ kind: 'event', event: ' ' })).toEqual({ open: 'Ghi tên sự kiện.' });
  });
});

describe('a regime as typed', () => {
  it('PE1 a preset taken as a start and adopted unchanged places the same windows', () => {
    for (const preset of regimes) {
      const year = preset.lastYear ?? 2024;
      const read = regimeFrom(draftOf(preset, year, true), year);
      if (!('regime' in read)) throw new Error(read.wrong);
      expect(regime.safeParse(read.regime).success).toBe(true);
      const days = (each: ReturnType<typeof placeWindows>[number]) => [each.key, each.fromDate, each.toDate, each.due];
      const kept = placeWindows(preset, year).filter(({ kind }) => kind !== 'thang');
      expect(placeWindows(read.regime, year).map(days)).toEqual(kept.map(days));
    }
  });

  it('says the first thing that is wrong', () => {
    const draft = newDraft(2024);
    const wrong = (patch: object) => regimeFrom({ ...draft, ...patch }, 2024);
    const [half] = draft.rows;
    expect(wrong({ name: ' ' })).toEqual({ wrong: 'Ghi tên chế độ báo cáo.' });
    expect(wrong({ rows: [] })).toEqual({ wrong: 'Thêm ít nhất một kỳ.' });
    expect(wrong({ rows: [half, half] })).toEqual({ wrong: '6 tháng đầu năm có hai dòng. Hãy bỏ một dòng.' });
    expect(wrong({ rows: [emptyRow('Q1')] })).toEqual({ wrong: 'Quý I: nhập ngày bắt đầu và ngày chốt số liệu.' });
    expect(wrong({ rows: [{ ...half, to: '2023-12-31' }] })).toEqual({
      wrong: '6 tháng đầu năm: ngày chốt sớm hơn ngày bắt đầu.',
    });
    expect(wrong({ rows: [{ ...half, due: '2027-01-01' }] })).toMatchObject({
      wrong: expect.stringMatching(/năm 2024/),
    });
  });
});

it('PE6 days of a year are typed as clerks write them', () => {
  expect(daysFrom('1/1, 30-4; 2.9\n')).toEqual({ days: ['01-01', '04-30', '09-02'], wrong: [] });
  expect(daysFrom('Tết, 32/1, 5/13').wrong).toEqual(['Tết', '32/1', '5/13']);
  expect(daysText(['01-01', '04-30'])).toBe('1/1, 30/4');
});

describe('late (SC17, SC19)', () => {
  const window = { toDate: '2024-06-14', dueDate: '2024-06-20', dueStrict: true };
  const time = { due: true, by: null, waiting: false, question: null };
  it('"trước ngày 20/6" ends on 19/6; a task with its own day is late after that day', () => {
    expect(lastDayOf(window)).toBe('2024-06-19');
    expect(isOverdue(time, null, window, '2024-06-19')).toBe(false);
    expect(isOverdue(time, 'dang-lam', window, '2024-06-20')).toBe(true);
    expect(isOverdue(time, 'xong', window, '2024-12-31')).toBe(false);
    expect(isOverdue({ due: true, by: '2024-05-01' }, null, window, '2024-05-02')).toBe(true);
    expect(isOverdue({ due: false, by: null }, null, window, '2024-12-31')).toBe(false);
  });
  it('one word per task, the most urgent first', () => {
    const standing = (patch: object, today = '2024-06-01') => timeStanding({ ...time, ...patch }, null, window, today);
    expect(standing({}, '2024-07-01')).toBe('late');
    expect(standing({ question: 'Khi nào?' })).toBe('due');
    expect(standing({ due: false, question: 'Khi nào?', waiting: true })).toBe('asks');
    expect(standing({ due: false, waiting: true })).toBe('waiting');
    expect(standing({ due: false })).toBe('later');
  });
});
