/** Numbers, sizes, dates and refusals as the kit words them. */
import { describe, expect, it } from 'vitest';
import { sortOut } from '../../../renderer/ui/dropped-files.ts';
import { formatBytes, formatCount, formatDuration, formatPercent, initials } from '../../../renderer/ui/format.ts';
import { addSample, type Sample, timeLeft } from '../../../renderer/ui/progress-estimate.ts';
import { parseTypedDate, typedDate } from '../../../renderer/ui/typed-date.ts';

describe('numbers', () => {
  it('are written with a dot for thousands and a comma for decimals', () => {
    expect(formatCount(1234)).toBe('1.234');
    expect(formatPercent(9, 11)).toBe('81,8%');
    expect(formatPercent(1, 0)).toBe('–');
  });
  it.each([
    [0, '0 byte'],
    [1023, '1.023 byte'],
    [86_016, '84 KB'],
    [1024 ** 2 * 1.5, '1,5 MB'],
    [1024 ** 3 * 1.4, '1,4 GB'],
  ])('%i bytes are %s', (bytes, words) => {
    expect(formatBytes(bytes)).toBe(words);
  });
  it.each([
    [3_000, 'vài giây'],
    [41_000, '40 giây'],
    [58_000, '1 phút'],
    [125_000, '2 phút'],
    [4_200_000, '1 giờ 10 phút'],
    [7_200_000, '2 giờ'],
  ])('%i ms are %s', (milliseconds, words) => {
    expect(formatDuration(milliseconds)).toBe(words);
  });
  it.each([
    ['Nguyễn Thị Lan', 'NL'],
    ['đỗ  Mười', 'ĐM'],
    ['Lan', 'L'],
    ['', ''],
  ])('%s has the initials %s', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});

describe('a typed date', () => {
  it.each(['14/6/2024', '14-6-24', '14.06.2024', '14 6 2024', '14062024', ' 14/06 '])('%s is understood', (words) => {
    expect(parseTypedDate(words, 2024)).toBe('2024-06-14');
  });
  it.each(['31/2/2024', '29/2/2023', '14/13', '6/2024', 'mai', '1/1/1', '14/6/2024 chiều'])(
    '%s is refused',
    (words) => {
      expect(parseTypedDate(words, 2024)).toBeUndefined();
    },
  );
  it('may be empty, and reads back what it shows', () => {
    expect(parseTypedDate('  ', 2024)).toBeNull();
    expect(typedDate(null)).toBe('');
    expect(parseTypedDate(typedDate('2024-02-29'), 1999)).toBe('2024-02-29');
  });
});

describe('the estimate of a long job', () => {
  const run = (points: [at: number, done: number][]) =>
    points.reduce<Sample[]>((samples, [at, done]) => addSample(samples, { at, done }), []);
  it('is silent until it has seen enough, while nothing moves, and while the total is unknown', () => {
    expect(timeLeft(run([[0, 0]]), 100)).toBeNull();
    expect(
      timeLeft(
        run([
          [0, 0],
          [1000, 50],
        ]),
        100,
      ),
    ).toBeNull();
    expect(
      timeLeft(
        run([
          [0, 50],
          [5000, 50],
        ]),
        100,
      ),
    ).toBeNull();
    expect(
      timeLeft(
        run([
          [0, 0],
          [5000, 50],
        ]),
        null,
      ),
    ).toBeNull();
  });
  it('follows the recent speed, not the quick beginning', () => {
    const samples = run([
      [0, 0],
      [1000, 500],
      [13_000, 560],
      [25_000, 620],
    ]);
    expect(timeLeft(samples, 680)).toBe(12_000);
  });
  it('starts again when the amount goes back', () => {
    expect(
      run([
        [0, 0],
        [2000, 80],
        [3000, 5],
      ]),
    ).toEqual([{ at: 3000, done: 5 }]);
  });
});

describe('files dropped on a zone', () => {
  const named = (...names: string[]) => names.map((name) => ({ name }));
  it('are all welcome where no ending is asked', () => {
    expect(sortOut(named('a.jpg', 'b'), 0, undefined, true)).toEqual({ welcome: named('a.jpg', 'b'), sentence: '' });
  });
  it('of another kind are named in the refusal, endings in any case', () => {
    const { welcome, sentence } = sortOut(named('KE-HOACH.DOCX', 'anh.png'), 0, ['.docx'], true);
    expect(welcome).toEqual(named('KE-HOACH.DOCX'));
    expect(sentence).toContain('“anh.png”');
    expect(sentence).toContain('.docx');
  });
  it('beyond the one that is taken, and folders, are said', () => {
    const { welcome, sentence } = sortOut(named('1.docx', '2.docx'), 1, ['.docx'], false);
    expect(welcome).toEqual(named('1.docx'));
    expect(sentence).toContain('Chỉ lấy một tệp');
    expect(sentence).toContain('thư mục');
  });
});
