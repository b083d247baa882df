import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Layout, layOut, usualOrder, type WantedRow } from '../../golden/reading/plan-table.ts';
import { readBytes } from '../../golden/reading/read-bytes.ts';
import {
  docxByLibrary,
  docxOfXml,
  htmlTable,
  sheetXml,
  tabbed,
  wordTable,
  xlsxOfXml,
} from '../../golden/reading/writers.ts';

/** Words a plan is made of; none begins like a list mark, a caption or the name of an office inside a list. */
const nouns = [
  'hộ nghèo',
  'ngân sách xã',
  'thủ tục hành chính',
  'kế hoạch sử dụng đất',
  'bảng niêm yết',
  'cuộc họp thôn',
  'đường giao thông',
  'nước sạch',
];
const verbs = ['Công khai', 'Niêm yết', 'Rà soát', 'Tổ chức', 'Phổ biến', 'Cập nhật', 'Kiểm tra', 'Lấy ý kiến về'];
const endings = ['', '.', ';', ' năm 2026.', ' ở các thôn;', ' (nếu có)'];
const offices = [
  'UBND xã',
  'Văn phòng HĐND và UBND',
  'Công chức Tư pháp - Hộ tịch',
  'Phòng Kinh tế',
  'Công an xã',
  'Đài truyền thanh',
  'Trạm Y tế',
  'Ủy ban MTTQ xã',
];
const times = [
  'Thường xuyên',
  'Quý I',
  'Quý II, III năm 2026',
  'Trước ngày 30/6/2026',
  'Khi có yêu cầu',
  'Năm 2026 và những năm tiếp theo',
  '6 tháng, năm',
];
const areas = [
  'Tham gia của người dân ở cấp cơ sở',
  'Công khai, minh bạch',
  'Trách nhiệm giải trình',
  'Thủ tục hành chính công',
  'Quản trị môi trường',
];

const sentence = fc
  .tuple(fc.constantFrom(...verbs), fc.constantFrom(...nouns), fc.constantFrom(...endings))
  .map((parts) => `${parts[0]} ${parts[1]}${parts[2]}`);
const group = fc.record({
  tasks: fc.array(sentence, { minLength: 1, maxLength: 5 }),
  results: fc.array(sentence, { minLength: 0, maxLength: 4 }),
  lead: fc.constantFrom(...offices),
  executors: fc.uniqueArray(fc.constantFrom(...offices), { minLength: 0, maxLength: 4 }),
  time: fc.constantFrom(...times),
});
const area = fc.array(group, { minLength: 1, maxLength: 4 });

/** Rows of a plan: areas numbered in order, components lettered inside each. */
const plan: fc.Arbitrary<WantedRow[]> = fc.array(area, { minLength: 1, maxLength: areas.length }).map((groups) =>
  groups.flatMap((inArea, index) =>
    inArea.map((one, place) => ({
      ...one,
      no: String(index + 1),
      dimension: areas[index]!,
      component: `${'abcd'[place]}) Nội dung ${place + 1}`,
    })),
  ),
);

const layout: fc.Arbitrary<Layout> = fc.record({
  order: fc
    .shuffledSubarray([...usualOrder].slice(3), { minLength: 5, maxLength: 5 })
    .map((rest) => [...usualOrder.slice(0, 3), ...rest]),
  merging: fc.constantFrom('merged' as const, 'blank' as const, 'repeated' as const),
  bullet: fc.constantFrom('- ', '+ ', '• ', '1'),
});

const shown = (bytes: Uint8Array): WantedRow[] =>
  readBytes(bytes).rows.map(({ no, dimension, component, tasks, results, lead, executors, time }) => ({
    no,
    dimension,
    component,
    tasks,
    results,
    lead,
    executors,
    time,
  }));

const settings = { seed: 2026, numRuns: 60 };

describe('any table we can write reads back equal', () => {
  for (const [writer, write] of Object.entries({
    'Word XML': (rows: WantedRow[], how: Layout) => docxOfXml(wordTable(layOut(rows, how))),
    'sheet XML': (rows: WantedRow[], how: Layout) =>
      xlsxOfXml([{ name: 'Phụ lục', xml: sheetXml(layOut(rows, how), { titles: ['PHỤ LỤC'] }) }]),
    HTML: (rows: WantedRow[], how: Layout) => new TextEncoder().encode(htmlTable(layOut(rows, how))),
    tabs: (rows: WantedRow[], how: Layout) => new TextEncoder().encode(tabbed(layOut(rows, how))),
  })) {
    it(`as ${writer}`, () => {
      fc.assert(
        fc.property(plan, layout, (rows, how) => {
          expect(shown(write(rows, how))).toEqual(rows);
        }),
        settings,
      );
    });
  }

  it('by the docx library', async () => {
    await fc.assert(
      fc.asyncProperty(plan, layout, async (rows, how) => {
        expect(shown(await docxByLibrary([layOut(rows, how)]))).toEqual(rows);
      }),
      { ...settings, numRuns: 12 },
    );
  });
});

describe('any text at all', () => {
  it('is read or refused, and what is read keeps every word of its cells in the source', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { minLength: 3, maxLength: 3 }), {
          minLength: 1,
          maxLength: 8,
        }),
        (cells) => {
          const grid = {
            columns: 3,
            headerRows: 0,
            rows: cells.map((row) =>
              row.map((text) => ({
                text: text.replace(/[^\p{L}\p{N}\p{P}\p{Zs}]/gu, ''),
                rowSpan: 1,
                columnSpan: 1,
                bold: false,
              })),
            ),
          };
          const words = grid.rows.flat().map((cell) =>
            cell.text
              .normalize('NFC')
              .replace(/[\p{Zs}\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]+/gu, ' ')
              .trim(),
          );
          if (words.every((word) => word === '')) return;
          const [block] = readBytes(xlsxOfXml([{ name: 'A', xml: sheetXml(grid) }])).source.blocks;
          const kept = JSON.stringify(block).normalize('NFC');
          for (const word of words) for (const part of word.split(/[^\p{L}\p{N}]+/u)) expect(kept).toContain(part);
        },
      ),
      { seed: 7, numRuns: 100 },
    );
  });
});
