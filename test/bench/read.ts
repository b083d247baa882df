/**
 * Reading an annex of 80 and of 5,000 rows from Word and Excel, against python-docx and openpyxl merely reading the same cells where they
 * are installed. Ours understands the table besides; each side is timed inside its own process, without its start.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDocument } from '../../electron/documents/read/read-document.ts';
import { sampleRows } from '../../shared/sample/sample-plan.ts';
import { layOut, type WantedRow } from '../golden/reading/plan-table.ts';
import { docxOfXml, sheetXml, wordTable, xlsxOfXml } from '../golden/reading/writers.ts';
import { check, type Figures, figures, ratio, type Suite } from './measure.ts';

const sizes = [80, 5000];

export const readSuite: Suite = async (say) => {
  const folder = mkdtempSync(join(tmpdir(), 'so-viec-bench-'));
  const checked: string[] = [];
  const measured: Record<string, Figures> = {};
  const ratios: Record<string, number> = {};
  try {
    for (const size of sizes) {
      const wanted = wantedRows(size);
      const grid = layOut(wanted);
      const files = { docx: docxOfXml(wordTable(grid)), xlsx: xlsxOfXml([{ name: 'Phụ lục', xml: sheetXml(grid) }]) };
      for (const [kind, bytes] of Object.entries(files)) {
        say(`read: ${size} rows from .${kind} …`);
        const name = `${size} rows, .${kind}`;
        const runs = size > 1000 ? 3 : 7;
        const times: number[] = [];
        for (let run = -1; run < runs; run++) {
          const started = performance.now();
          const read = readDocument(bytes, `phu-luc.${kind}`);
          const took = performance.now() - started;
          if (run >= 0) times.push(took);
          if (run === 0)
            check(read.ok && same(read.value.rows, wanted), `${name}: every row and text as written`, checked);
        }
        measured[name] = figures(times);
        const path = join(folder, `${size}.${kind}`);
        writeFileSync(path, bytes);
        const floor = pythonTimes(kind as 'docx' | 'xlsx', path, runs);
        if (floor === null) continue;
        measured[`${name}, ${kind === 'docx' ? 'python-docx' : 'openpyxl'}`] = floor;
        ratios[`${name} / ${kind === 'docx' ? 'python-docx' : 'openpyxl'}`] = ratio(measured[name], floor);
      }
    }
    return { suite: 'read', measured, ratios, checked };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

function wantedRows(count: number): WantedRow[] {
  const rows = sampleRows(2024);
  return Array.from({ length: count }, (_, index) => {
    const row = rows[Math.floor((index * rows.length) / count)]!;
    const { no, dimension, component, results, lead, executors, time } = row;
    return {
      no,
      dimension,
      component,
      results,
      lead,
      executors,
      time,
      tasks: row.tasks.map((task) => `${task} (${index + 1})`),
    };
  });
}

/** Same rows with the same words; components that repeat are the plan's own. */
const same = (
  rows: readonly { tasks: string[]; results: string[]; lead: string; time: string; dimension: string }[],
  wanted: readonly WantedRow[],
): boolean =>
  rows.length === wanted.length &&
  rows.every((row, at) => {
    const other = wanted[at]!;
    return (
      row.tasks.join('\n') === other.tasks.join('\n') &&
      row.results.join('\n') === other.results.join('\n') &&
      row.lead === other.lead &&
      row.time === other.time &&
      row.dimension === other.dimension
    );
  });

/** python-docx by its fastest way (the cells' own elements, not table.cell, which is quadratic); openpyxl as it stands. */
const scripts = {
  docx: `import sys, time, docx
from docx.oxml.ns import qn
for _ in range(int(sys.argv[2])):
    started = time.perf_counter(); count = 0
    for table in docx.Document(sys.argv[1]).tables:
        for row in table._tbl.tr_lst:
            for cell in row.tc_lst:
                count += len(''.join(t.text or '' for t in cell.iter(qn('w:t'))))
    print((time.perf_counter() - started) * 1000)`,
  xlsx: `import sys, time, openpyxl
for _ in range(int(sys.argv[2])):
    started = time.perf_counter(); count = 0
    for sheet in openpyxl.load_workbook(sys.argv[1]).worksheets:
        for row in sheet.iter_rows(values_only=True):
            for value in row:
                count += len(str(value or ''))
    print((time.perf_counter() - started) * 1000)`,
};

/** Null where no Python with the library is installed. */
function pythonTimes(kind: keyof typeof scripts, path: string, runs: number): Figures | null {
  for (const python of ['/usr/bin/python3', 'python3', 'python']) {
    const ran = spawnSync(python, ['-c', scripts[kind], path, String(runs)], { encoding: 'utf8', timeout: 120_000 });
    if (ran.status === 0) return figures(ran.stdout.trim().split('\n').map(Number));
  }
  return null;
}
