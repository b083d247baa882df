import { expect, it } from 'vitest';
import {
  numberLines,
  type SectionLevel,
  styleOf,
  usualStyle,
  withAutomaticNumbers,
} from '../../../shared/body/numbering.ts';

const automatic = (...levels: SectionLevel[]) => levels.map((level) => ({ level, typed: null }));
const labels = (...levels: SectionLevel[]) => numberLines(automatic(...levels)).map((line) => line.label);
const typed = (level: SectionLevel, label: string) => ({ level, typed: label });

it('WR1: numbers follow the chain and begin again below each higher line', () => {
  expect(labels(1, 2, 3, 3, 4, 2, 3, 1, 2)).toEqual(['I.', '1.', 'a)', 'b)', '-', '2.', 'a)', 'II.', '1.']);
  expect(labels(1, 3, 3, 2, 3)).toEqual(['I.', 'a)', 'b)', '1.', 'a)']);
  expect(labels(2, 2)).toEqual(['1.', '2.']);
  expect(numberLines(automatic(...Array<SectionLevel>(14).fill(1))).at(-1)?.label).toBe('XIV.');
});

it('WR2: đ follows d, and f, j, w, z are no points', () => {
  const points = labels(...Array<SectionLevel>(25).fill(3));
  expect(points.slice(3, 6)).toEqual(['d)', 'đ)', 'e)']);
  expect(points.join('')).not.toMatch(/[fjwz]/);
  expect(points.slice(22)).toEqual(['y)', 'aa)', 'ab)']);
});

it('WR3: a plan goes on in its own way', () => {
  const lines = [typed(1, 'I.'), typed(2, '1.'), typed(3, '1.1.'), typed(3, '1.2.'), typed(2, '2.'), typed(3, '2.1.')];
  const { lines: known, style } = withAutomaticNumbers(lines);
  expect(known.every((line) => line.typed === null)).toBe(true);
  expect(numberLines([...known, { level: 3, typed: null }], style).at(-1)?.label).toBe('2.2.');
  expect(styleOf([])).toEqual(usualStyle);
  expect(styleOf([typed(3, 'a.'), typed(3, 'b.'), typed(3, 'c)')])[3]).not.toBe(usualStyle[3]);
});

it('WR4: a label that is wrong for its place is kept, marked and counted', () => {
  const { lines, style } = withAutomaticNumbers([typed(1, 'I.'), typed(1, 'II.'), typed(1, 'I.'), typed(1, 'IV.')]);
  expect(lines.map((line) => line.typed)).toEqual([null, null, 'I.', null]);
  expect(numberLines(lines, style)).toMatchObject([
    { label: 'I.', differs: false },
    { label: 'II.' },
    { label: 'I.', automatic: 'III.', differs: true },
    { label: 'IV.', differs: false },
  ]);
});

it('WR5: a heading without a number takes no place in the count', () => {
  const lines = [typed(1, ''), ...automatic(1), typed(1, ''), ...automatic(1)];
  expect(numberLines(lines).map((line) => line.label)).toEqual(['', 'I.', '', 'II.']);
  expect(withAutomaticNumbers([typed(1, '')]).lines[0]?.typed).toBe('');
});
