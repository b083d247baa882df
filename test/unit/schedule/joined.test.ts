/** How words of a time go together: what belongs to an event, what joins, what a dash means (SC6 to SC8). */
import { expect, it } from 'vitest';
import { readTime } from '../../../shared/schedule/parse.ts';
import type { Schedule } from '../../../shared/schedule/schedule.ts';

const read = (text: string): Schedule => {
  const { schedule, question } = readTime(text, 2024);
  expect(question, text).toBeNull();
  return schedule;
};
const quarters = (...list: number[]): Schedule => ({ kind: 'quarters', year: 2024, quarters: list });

it.each([
  ['Sau khi Nghị quyết ngày 10/3/2024 có hiệu lực', 'Nghị quyết ngày 10/3/2024 có hiệu lực'],
  ['Sau khi có kế hoạch quý II của tỉnh', 'có kế hoạch quý II của tỉnh'],
  ['Sau khi sơ kết 6 tháng đầu năm', 'sơ kết 6 tháng đầu năm'],
])('SC6: %s waits for the event alone, whose words hold a date or a period', (text, words) => {
  expect(read(text)).toEqual({ kind: 'event', relation: 'after', words });
});

it('SC6, SC7: a time behind the event is a part of its own', () => {
  expect(read('Trước khi có kết quả quý III; Thường xuyên')).toEqual({
    kind: 'combined',
    parts: [
      { kind: 'event', relation: 'before', words: 'có kết quả quý III' },
      { kind: 'continuous', year: null },
    ],
  });
});

it('SC7: several expressions make one schedule of parts', () => {
  expect(read('Quý II; trước ngày 15/6')).toEqual({
    kind: 'combined',
    parts: [quarters(2), { kind: 'deadline', date: '2024-06-15', strict: true, lastDay: '2024-06-14', yearly: false }],
  });
});

it('SC7: a lone year gives its year to what has none', () => {
  expect(read('Thường xuyên')).toEqual({ kind: 'continuous', year: null });
  expect(read('Năm 2024; Thường xuyên')).toEqual({ kind: 'continuous', year: 2024 });
  expect(readTime('Quý III\nNăm 2023', 2024).schedule).toEqual({ kind: 'quarters', year: 2023, quarters: [3] });
});

it.each(['Quý I - Quý III', 'Quý I đến Quý III', 'Quý I-III'])('SC8: %s is all between them', (text) => {
  expect(read(text)).toEqual(quarters(1, 2, 3));
});

it('SC8: entries on lines of their own, or with commas, are those alone', () => {
  expect(read('- Quý I\n- Quý III')).toEqual(quarters(1, 3));
  expect(read('Quý I\nQuý III')).toEqual({ kind: 'combined', parts: [quarters(1), quarters(3)] });
  expect(read('Quý I, III')).toEqual(quarters(1, 3));
});
