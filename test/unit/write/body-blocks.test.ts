import { describe, expect, it } from 'vitest';
import { type BodyTable, bodyBlock, plainTextOf, tidyRuns } from '../../../shared/body/body-blocks.ts';
import { linesOfBlocks, mapText, retext, withLines, withPlainText } from '../../../shared/body/body-text.ts';
import { blocksOf, sectionsOf } from '../../../shared/body/written-blocks.ts';
import { moveYears } from '../../../shared/plan/next-year.ts';

const cell = (...texts: string[]) => ({ paragraphs: texts.map((text) => [{ text }]), columnSpan: 1, rowSpan: 1 });
const table: BodyTable = {
  type: 'table',
  columns: [
    { share: 1, align: 'center' },
    { share: 3, align: 'left' },
  ],
  headerRows: 1,
  rows: [
    [cell('TT'), cell('Nội dung')],
    [
      cell('1'),
      { ...cell(), paragraphs: [[{ text: 'Niêm yết ' }, { text: 'năm 2024', bold: true }], [{ text: 'tại thôn' }]] },
    ],
  ],
};
const rich = {
  type: 'rich' as const,
  runs: [{ text: 'Trước ' }, { text: 'ngày 15/6/2024', bold: true }, { text: ' xong.' }],
};

describe('body blocks', () => {
  it('BB1: a plain string is a paragraph; what is more is an object; a table that does not fill its grid is refused', () => {
    for (const block of ['Một đoạn.', rich, table]) expect(bodyBlock.parse(block)).toEqual(block);
    const torn = { ...table, rows: [[cell('thiếu một ô')]] };
    expect(bodyBlock.safeParse(torn).success).toBe(false);
    expect(bodyBlock.safeParse({ ...table, headerRows: 3 }).success).toBe(false);
    expect(bodyBlock.safeParse({ type: 'rich', runs: [] }).success).toBe(false);
  });

  it('BB2: plain text gives a table a line for each paragraph of its cells, row by row', () => {
    expect(plainTextOf(rich)).toBe('Trước ngày 15/6/2024 xong.');
    expect(plainTextOf(table)).toBe('TT\nNội dung\n1\nNiêm yết năm 2024\ntại thôn');
  });

  it('BB3: words change, looks and cells stay', () => {
    expect(mapText(rich, (text) => moveYears(text, 2024).text)).toEqual({
      type: 'rich',
      runs: [{ text: 'Trước ' }, { text: 'ngày 15/6/2025', bold: true }, { text: ' xong.' }],
    });
    const moved = mapText(table, (text) => moveYears(text, 2024).text) as BodyTable;
    expect(moved.rows[1]?.[1]?.paragraphs).toEqual([
      [{ text: 'Niêm yết ' }, { text: 'năm 2025', bold: true }],
      [{ text: 'tại thôn' }],
    ]);
    expect(retext([{ text: 'a ' }, { text: 'b', italic: true }, { text: ' c' }], 'a x c')).toEqual([
      { text: 'a ' },
      { text: 'x', italic: true },
      { text: ' c' },
    ]);
    expect(withPlainText(table, 'TT\nNội dung\n1\nCông khai\ntại thôn')).toMatchObject({
      rows: [
        [{}, {}],
        [{}, { paragraphs: [[{ text: 'Công khai' }], [{ text: 'tại thôn' }]] }],
      ],
    });
  });

  it('BB3: lines changed, added and taken out elsewhere leave bold words and tables where they are', () => {
    const blocks = ['Mở đầu.', rich, table, 'Hết.'];
    const lines = linesOfBlocks(blocks);
    expect(withLines(blocks, lines)).toEqual(blocks);
    expect(withLines(blocks, ['Mới.', ...lines.slice(0, -1), 'Hết rồi.', 'Thêm.'])).toEqual([
      'Mới.',
      'Mở đầu.',
      rich,
      table,
      'Hết rồi.',
      'Thêm.',
    ]);
    expect(
      withLines(
        blocks,
        lines.filter((line) => line !== 'Mở đầu.'),
      ),
    ).toEqual(blocks.slice(1));
  });

  it('WR6: bold items, bold sentences and tables come back as they were kept', () => {
    const sections = [
      {
        id: 's1',
        label: 'I.',
        heading: 'Mục đích',
        paragraphs: [table, { type: 'rich' as const, runs: [{ text: '- ' }, { text: 'Gạch', bold: true }] }, 'Đoạn.'],
        children: [{ id: 's2', label: '1.', heading: '', paragraphs: [rich, table], children: [] }],
      },
    ];
    const { blocks, style } = blocksOf(sections);
    expect(blocks.map(({ type }) => type)).toEqual(['numbered', 'table', 'item', 'paragraph', 'numbered', 'table']);
    expect(sectionsOf(blocks, style)).toEqual(sections);
  });

  it('runs are tidied across their borders', () => {
    expect(tidyRuns([{ text: '  a ' }, { text: ' b', bold: true }, { text: '' }, { text: ' c ', bold: true }])).toEqual(
      [{ text: 'a ' }, { text: 'b c', bold: true }],
    );
  });
});
