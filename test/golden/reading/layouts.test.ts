import { describe, expect, it } from 'vitest';
import type { ReadPlan } from '../../../shared/plan/read-plan.ts';
import { type Grid, type Layout, layOut, smallPlan, usualOrder, type WantedRow } from './plan-table.ts';
import { readBytes } from './read-bytes.ts';
import { docxByLibrary, docxOfXml, htmlTable, sheetXml, tabbed, wordTable, xlsxOfXml } from './writers.ts';

const utf8 = new TextEncoder();

const writers: Record<string, (grid: Grid) => Uint8Array | Promise<Uint8Array>> = {
  'the docx library': (grid) => docxByLibrary([grid]),
  'Word XML by hand': (grid) => docxOfXml(wordTable(grid)),
  'sheet XML by hand': (grid) =>
    xlsxOfXml([{ name: 'Phụ lục', xml: sheetXml(grid, { titles: ['PHỤ LỤC', 'BIỂU NHIỆM VỤ'] }) }]),
  'a page on the clipboard': (grid) => utf8.encode(htmlTable(grid)),
  'tabs on the clipboard': (grid) => utf8.encode(tabbed(grid)),
};

const layouts: Record<string, Layout> = {
  'merged cells': {},
  'cells left blank below': { merging: 'blank' },
  'cells repeated in each row': { merging: 'repeated' },
  'columns in another order': {
    order: ['no', 'dimension', 'component', 'time', 'lead', 'executors', 'tasks', 'results'],
  },
  'other captions': {
    captions: {
      no: 'STT',
      dimension: 'Lĩnh vực',
      component: 'Tiêu chí thành phần',
      tasks: 'Nội dung công việc',
      results: 'Sản phẩm đầu ra',
      lead: 'Cơ quan chủ trì',
      executors: 'Cơ quan phối hợp',
      time: 'Thời hạn hoàn thành',
    },
  },
  'captions in capitals with slips': {
    captions: {
      tasks: 'NHIỆM YỤ',
      lead: 'ĐON VỊ\nCHỦ TRÌ',
      executors: 'Đon vị thực hiện',
      time: 'Thòi gian thực hiện',
    },
  },
  'numbered tasks': { bullet: '1' },
  'plus signs for dashes': { bullet: '+ ' },
  'tasks in lines without marks': { bullet: '' },
  'areas as rows across the table': { areaRows: true },
  'two rows of captions': { twoLevels: true },
  'the head again on each page': { headAgainBefore: [1, 3], merging: 'blank' },
};

const shown = (plan: ReadPlan): WantedRow[] =>
  plan.rows.map(({ no, dimension, component, tasks, results, lead, executors, time }) => ({
    no,
    dimension,
    component,
    tasks,
    results,
    lead,
    executors,
    time,
  }));

for (const [how, layout] of Object.entries(layouts)) {
  describe(`RD5 RD6 a table with ${how}`, () => {
    for (const [writer, write] of Object.entries(writers)) {
      // Two rows of captions and rows across need merged cells, which tabs cannot say.
      if (writer.startsWith('tabs') && (layout.twoLevels || layout.areaRows)) continue;
      it(`reads back from ${writer}`, async () => {
        const plan = readBytes(await write(layOut(smallPlan, layout)));
        expect(shown(plan)).toEqual(smallPlan);
        expect(plan.kind).toBe('annex');
        expect(plan.columns).toHaveLength(layout.areaRows ? usualOrder.length - 1 : usualOrder.length);
      });
    }
  });
}
