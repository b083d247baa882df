import { expect, it } from 'vitest';
import { describeWithSamples } from '../../support/samples.ts';
import { expectedRows } from './nhu-quynh.ts';
import { type Layout, layOut, type WantedRow } from './plan-table.ts';
import { readBytes } from './read-bytes.ts';
import { docxOfXml, htmlTable, sheetXml, tabbed, wordTable, xlsxOfXml } from './writers.ts';

const withoutBullet = (text: string): string => text.replace(/^(?:[-–+•]|\d+[.)])\s*/, '').trim();

const layouts: Record<string, Layout> = {
  'cells left blank below': { merging: 'blank' },
  'cells repeated': { merging: 'repeated' },
  'another order': { order: ['no', 'dimension', 'component', 'time', 'lead', 'executors', 'tasks', 'results'] },
  'numbers for dashes': { bullet: '1' },
  'no marks': { bullet: '' },
  'areas across the table': { areaRows: true },
  'two rows of captions': { twoLevels: true },
  'the head on each page': { headAgainBefore: [3, 9, 15, 20, 25], merging: 'blank' },
};

describeWithSamples('the real rows of Như Quỳnh laid out as other offices do', () => {
  const rows = (): WantedRow[] =>
    expectedRows()
      .filter((row) => row.cells_shared_with === undefined)
      .map((row) => ({
        no: row.no,
        dimension: row.dimension,
        component: row.sub,
        tasks: row.tasks.map(withoutBullet),
        results: row.results.map(withoutBullet),
        lead: row.lead,
        executors: row.implementers,
        time: withoutBullet(row.time.replace(/\n- /g, ' - ')),
      }));

  for (const [how, layout] of Object.entries(layouts)) {
    it(how, () => {
      const wanted = rows();
      const grid = layOut(wanted, layout);
      const files = [
        docxOfXml(wordTable(grid)),
        xlsxOfXml([{ name: 'A', xml: sheetXml(grid) }]),
        new TextEncoder().encode(htmlTable(grid)),
      ];
      if (!layout.areaRows && !layout.twoLevels) files.push(new TextEncoder().encode(tabbed(grid)));
      for (const bytes of files) {
        const read = readBytes(bytes).rows.map(
          ({ no, dimension, component, tasks, results, lead, executors, time }) => ({
            no,
            dimension,
            component,
            tasks,
            results,
            lead,
            executors,
            time,
          }),
        );
        expect(read).toEqual(wanted);
      }
    });
  }
});
