import { describe, expect, it } from 'vitest';
import { windowsOfYear } from '../../../shared/period/windows.ts';
import { dueIn, termEnd } from '../../../shared/schedule/due.ts';
import { readTime } from '../../../shared/schedule/parse.ts';

const windowOf = (key: string) => windowsOfYear(Number(key.slice(0, 4))).find((window) => window.key === key)!;
const scheduleOf = (text: string) => readTime(text, 2024).schedule;

describe('due in a window', () => {
  it('SC5 "trước ngày 10/6" is kept at the latest on 9/6', () => {
    expect(dueIn(scheduleOf('trước ngày 10/6'), [], windowOf('2024-Q2'))).toMatchObject({
      due: true,
      by: '2024-06-09',
    });
    expect(dueIn(scheduleOf('trước 01/7'), [], windowOf('2024-Q2'))).toMatchObject({ due: true, by: '2024-06-30' });
    expect(dueIn(scheduleOf('trước 01/7'), [], windowOf('2024-Q3')).due).toBe(false);
  });

  it('SC10 the named period counts, also where the data are cut off before its end', () => {
    expect(dueIn(scheduleOf('Quý II'), [], windowOf('2024-Q2'))).toMatchObject({ due: true, by: '2024-06-30' });
    const hungYen = { kind: '6-thang', year: 2023, fromDate: '2022-11-01', toDate: '2023-05-31' };
    expect(dueIn(readTime('Quý II năm 2023', 2023).schedule, [], hungYen).due).toBe(true);
    expect(dueIn(readTime('Quý III năm 2023', 2023).schedule, [], hungYen).due).toBe(false);
  });

  it('SC10 months and nine months', () => {
    const march = { kind: 'thang', year: 2024, fromDate: '2024-02-15', toDate: '2024-03-14' };
    expect(dueIn(scheduleOf('tháng 3'), [], march).due).toBe(true);
    expect(dueIn(scheduleOf('tháng 4'), [], march).due).toBe(false);
    const nine = { kind: '9-thang', year: 2024, fromDate: '2023-12-15', toDate: '2024-09-14' };
    expect(dueIn(scheduleOf('Quý III'), [], nine).due).toBe(true);
    expect(dueIn(scheduleOf('Quý IV'), [], nine).due).toBe(false);
  });

  it('SC11 a stretch of days touches its windows, the last one by its last day', () => {
    const schedule = scheduleOf('từ ngày 01/3 đến ngày 30/5/2024');
    expect(dueIn(schedule, [], windowOf('2024-Q1'))).toMatchObject({ due: true, by: null });
    expect(dueIn(schedule, [], windowOf('2024-Q2'))).toMatchObject({ due: true, by: '2024-05-30' });
  });

  it('SC12 a row waits for its event and is due in the window whose days hold it', () => {
    const schedule = scheduleOf('Sau khi QHKHSDĐ được cơ quan nhà nước có thẩm quyền phê duyệt.');
    const waiting = dueIn(schedule, [], windowOf('2024-Q2'));
    expect(waiting).toMatchObject({ due: false, waiting: true });
    expect(waiting.why).toContain('QHKHSDĐ được cơ quan nhà nước có thẩm quyền phê duyệt');
    const events = [{ words: 'qhkhsdđ được cơ quan nhà nước có thẩm quyền phê duyệt', date: '2024-06-15' }];
    expect(dueIn(schedule, events, windowOf('2024-Q2')).due).toBe(false);
    expect(dueIn(schedule, events, windowOf('2024-Q3')).due).toBe(true);
    expect(dueIn(schedule, [{ ...events[0]!, date: '2024-06-14' }], windowOf('2024-Q2')).due).toBe(true);
    expect(dueIn(schedule, [{ ...events[0]!, words: 'việc khác' }], windowOf('2024-Q3')).waiting).toBe(true);
  });

  it('SC12 before and during: from the day it is known to its last day', () => {
    const schedule = scheduleOf('Trước và trong quá trình bầu cử');
    const events = [{ words: 'bầu cử', knownOn: '2024-03-01', date: '2024-06-20', lastDay: '2024-06-21' }];
    expect(dueIn(schedule, events, windowOf('2024-Q1')).due).toBe(true);
    expect(dueIn(schedule, events, windowOf('2024-Q3'))).toMatchObject({ due: true, by: '2024-06-21' });
    expect(dueIn(schedule, events, windowOf('2024-Q4')).due).toBe(false);
  });

  it('SC12 "trước khi" ends the day before', () => {
    const events = [{ words: 'tổ chức hội nghị', date: '2024-05-10' }];
    expect(dueIn(scheduleOf('Trước khi tổ chức hội nghị'), events, windowOf('2024-Q2')).by).toBe('2024-05-09');
  });

  it('SC13 the earliest last day of the due parts counts', () => {
    expect(dueIn(scheduleOf('10/6, 10/12'), [], windowOf('2024-Y')).by).toBe('2024-06-10');
    expect(dueIn(scheduleOf('Thường xuyên; Quý IV'), [], windowOf('2024-Q1'))).toMatchObject({ due: true, by: null });
  });

  it('SC14 a last day in January closes the year before', () => {
    const schedule = scheduleOf('trước ngày 03/01/2025');
    expect(dueIn(schedule, [], windowOf('2024-Y')).due).toBe(true);
    expect(dueIn(schedule, [], windowOf('2025-Q1')).due).toBe(true);
    expect(dueIn(schedule, [], windowOf('2024-Q3')).due).toBe(false);
  });

  it.each([
    ['2023-12-26', '2024-01-17'],
    ['2023-12-29', '2024-01-22'],
    ['2024-03-22', '2024-04-12'],
  ])('SC12 15 working days after %s is %s', (issued, last) => {
    const schedule = scheduleOf('chậm nhất 15 ngày làm việc sau khi UBND huyện ban hành kế hoạch');
    const events = [{ words: 'UBND huyện ban hành kế hoạch', date: issued }];
    expect(schedule.kind).toBe('relative');
    if (schedule.kind === 'relative') expect(termEnd(schedule, issued)).toEqual({ date: last, confirmed: true });
    expect(dueIn(schedule, events, windowOf('2024-Y'))).toMatchObject({ due: true, by: last, confirmed: true });
  });

  it('SC15 a term over a year without its notice is not confirmed', () => {
    const schedule = readTime('15 ngày làm việc sau khi có kế hoạch', 2027).schedule;
    const events = [{ words: 'có kế hoạch', date: '2027-01-20' }];
    expect(dueIn(schedule, events, windowOf('2027-Q1'))).toMatchObject({ due: true, confirmed: false });
  });

  it('terms in days, weeks, months, backwards', () => {
    const end = (text: string, date: string) => {
      const schedule = scheduleOf(text);
      return schedule.kind === 'relative' ? termEnd(schedule, date).date : schedule.kind;
    };
    expect(end('trong vòng 5 ngày kể từ ngày nhận đơn', '2024-02-27')).toBe('2024-03-03');
    expect(end('2 tuần sau khi họp', '2024-01-01')).toBe('2024-01-15');
    expect(end('1 tháng sau khi họp', '2024-01-31')).toBe('2024-02-29');
    expect(end('2 tháng sau khi họp', '2024-12-31')).toBe('2025-02-28');
    expect(end('5 ngày trước khi họp', '2024-03-03')).toBe('2024-02-27');
    expect(end('3 ngày làm việc trước khi họp', '2024-05-06')).toBe('2024-05-02');
  });

  it('SC16 school years', () => {
    const due = (text: string, key: string) => dueIn(scheduleOf(text), [], windowOf(key)).due;
    expect(['Q1', 'Q2', 'Q3', 'Q4'].map((quarter) => due('Trong năm học', `2024-${quarter}`))).not.toContain(false);
    expect(due('năm học 2023-2024', '2024-Q2')).toBe(true);
    expect(due('năm học 2023-2024', '2024-Q3')).toBe(false);
  });
});
