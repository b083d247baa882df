import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { windowsOfYear } from '../../../shared/period/windows.ts';
import { dueIn } from '../../../shared/schedule/due.ts';
import { readTime } from '../../../shared/schedule/parse.ts';
import { awaitedEvents, type Schedule, schedule } from '../../../shared/schedule/schedule.ts';

type Expression = { from: 'plans' | 'own'; text: string; schedule: Schedule; due: string; asks: boolean };

const { planYear, expressions } = JSON.parse(
  readFileSync(new URL('../../fixtures/schedule/expressions.json', import.meta.url), 'utf8'),
) as { planYear: number; expressions: Expression[] };

describe('Thời gian thực hiện, expression by expression', () => {
  it.each(expressions.map((each) => [each.text, each] as const))('SC1 SC2 %j', (text, expected) => {
    const read = readTime(text, planYear);
    expect(read.schedule).toEqual(expected.schedule);
    expect(schedule.safeParse(read.schedule).success).toBe(true);
    expect(read.question !== null).toBe(expected.asks);
    const due = windowsOfYear(planYear).filter((window) => dueIn(read.schedule, [], window).due);
    expect(due.map(({ key }) => key.slice(5)).join(' ')).toBe(expected.due);
  });

  it('has at least sixty expressions of our own beside those of the plans', () => {
    expect(expressions.filter(({ from }) => from === 'own').length).toBeGreaterThanOrEqual(60);
    expect(expressions.filter(({ from }) => from === 'plans').length).toBeGreaterThanOrEqual(30);
  });
});

describe('SC20 the end of a period is no event', () => {
  it.each([
    '10 ngày sau khi kết thúc quý',
    'sau khi kết thúc tháng 5 ngày',
    'Trước khi hết năm',
    '5 ngày kể từ ngày kết thúc kỳ báo cáo',
    'Sau khi kết thúc 6 tháng',
  ])('%j waits for nothing', (text) => {
    const read = readTime(text, 2024);
    expect(awaitedEvents(read.schedule)).toEqual([]);
    expect(read.schedule.kind === 'unknown').toBe(read.question !== null);
  });

  it('a count behind the event is a term from that event', () => {
    const { schedule: term } = readTime('Trước khi bầu cử 10 ngày', 2024);
    const event = { words: 'bầu cử', date: '2024-05-12' };
    const [, second] = windowsOfYear(2024);
    expect(dueIn(term, [event], second!)).toMatchObject({ due: true, by: '2024-05-02' });
  });
});

describe('questions', () => {
  it.each([
    ['', 'Chưa ghi thời gian thực hiện. Việc này làm khi nào?'],
    ['Trong năm 2023', 'Kế hoạch của năm 2024 nhưng thời gian ghi năm 2023. Có phải năm 2024 không?'],
    ['Định kỳ', 'Định kỳ là hằng tháng, hằng quý, 6 tháng hay hằng năm?'],
    ['có thời hạn cụ thể', 'Hạn cụ thể là ngày nào?'],
    ['trước ngày 31/6', 'Lịch không có ngày 31/6. Ngày đúng là ngày nào?'],
    ['Theo quy định', '"Theo quy định" chưa cho biết ngày. Hạn là ngày nào?'],
    ['5 ngày làm việc sau khi kết thúc quý', '"5 ngày làm việc sau khi kết thúc quý" là những ngày nào?'],
    ['Sau khi kết thúc quý', '"Sau khi kết thúc quý" là chậm nhất những ngày nào?'],
    ['Thường xuyên lau dọn', 'Chưa hiểu "lau dọn". Việc này làm khi nào, hạn ngày nào?'],
  ])('SC3 SC4 %j asks one short question', (text, question) => {
    expect(readTime(text, 2024).question).toBe(question);
  });

  it('SC2 words repeated without end are answered like any others', () => {
    for (const word of ['hàng ', 'định kỳ, ', 'trong cuối ', 'quý 1, ', '6 tháng, ', '10/6-', '1 lần '])
      expect(typeof readTime(word.repeat(Math.floor(499 / word.length)), 2024).schedule.kind).toBe('string');
    expect(readTime('hàng '.repeat(99), 2024).schedule.kind).toBe('unknown');
  });

  it('SC2 a text far too long is not a time', () => {
    expect(readTime('Thường xuyên '.repeat(100), 2024).schedule.kind).toBe('unknown');
  });
});
