/**
 * An annex of 80 and of 5,000 rows to Word, against python-docx writing the same table by its fastest way where it is installed; and to
 * PDF, against the same browser printing the bare table. What was written is read back: rows and words.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from '../../electron/documents/write/find-browser.ts';
import { toDocx } from '../../electron/documents/write/to-docx.ts';
import { toPdf } from '../../electron/documents/write/to-pdf.ts';
import type { OfficialDocument } from '../../shared/document/model.ts';
import { escapeHtml, toPrintHtml } from '../../shared/document/to-html.ts';
import { readWord } from '../unit/document/read-word.ts';
import { annexOf, type PlainCell, plainRows } from './annex-documents.ts';
import { check, type Figures, figures, inTurn, ratio, round, type Suite, timed } from './measure.ts';

const sizes = [80, 5000];
const floorScript = fileURLToPath(new URL('word-table-floor.py', import.meta.url));
const memoryScript = fileURLToPath(new URL('write-once.ts', import.meta.url));

export const documentSuite: Suite = async (say) => {
  const folder = mkdtempSync(join(tmpdir(), 'so-viec-bench-'));
  const checked: string[] = [];
  const measured: Record<string, Figures | number> = {};
  const ratios: Record<string, number> = {};
  try {
    for (const size of sizes) {
      const document = annexOf(size);
      const rows = plainRows(document);
      say(`document: ${size} rows to Word …`);
      await toWord(size, document, rows);
      say(`document: ${size} rows to PDF …`);
      await toPaper(size, document, rows);
    }
    return { suite: 'document', measured, ratios, checked };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }

  async function toWord(size: number, document: OfficialDocument, rows: PlainCell[][]): Promise<void> {
    const name = `${size} rows to Word`;
    const runs = size > 1000 ? 5 : 15;
    const times: number[] = [];
    let bytes = new Uint8Array();
    // The first run is what a program just started needs; it is told apart.
    for (let run = -1; run < runs; run++) {
      const took = await timed(async () => {
        bytes = new Uint8Array(await toDocx(document));
      });
      if (run < 0) measured[`${name}, first`] = round(took);
      else times.push(took);
    }
    measured[name] = figures(times);
    check(sameTable(bytes, rows), `${name}: every row and word read back`, checked);
    const memory = spawnSync(process.execPath, [memoryScript, String(size)], { encoding: 'utf8', timeout: 120_000 });
    check(memory.status === 0, `${name}: written alone in a process of its own`, checked);
    measured[`${name}, memory in MB`] = round(Number(memory.stdout.trim()) / 1024);

    const floor = pythonFloor(size, rows, runs);
    if (floor === null) {
      say('document: no Python with python-docx here, so there is no floor for Word.');
      return;
    }
    measured[`${name}, python-docx`] = floor.times;
    measured[`${name}, python-docx, memory in MB`] = round(floor.kilobytes / 1024);
    ratios[`${name} / python-docx`] = ratio(measured[name] as Figures, floor.times);
  }

  /** Null where no Python with the library is installed. */
  function pythonFloor(size: number, rows: PlainCell[][], runs: number): { times: Figures; kilobytes: number } | null {
    const [source, target] = [join(folder, `${size}.json`), join(folder, `${size}.docx`)];
    writeFileSync(source, JSON.stringify(rows));
    for (const python of ['/usr/bin/python3', 'python3', 'python']) {
      const ran = spawnSync(python, [floorScript, source, target, String(runs + 1)], {
        encoding: 'utf8',
        timeout: 300_000,
      });
      if (ran.status !== 0) continue;
      const [, ...lines] = ran.stdout.trim().split('\n').map(Number);
      const kilobytes = lines.pop() ?? 0;
      check(lines.length === runs, `${size} rows: the floor wrote its file as often`, checked);
      return { times: figures(lines), kilobytes };
    }
    return null;
  }

  async function toPaper(size: number, document: OfficialDocument, rows: PlainCell[][]): Promise<void> {
    const browser = findBrowser();
    if (browser === null) {
      say('document: no browser here, so nothing is printed to PDF.');
      return;
    }
    const name = `${size} rows to PDF`;
    const annex = { ...document, sections: document.sections.slice(1) };
    const made: Record<string, Uint8Array> = {};
    const print = async (kind: string, page: () => string): Promise<number> =>
      timed(async () => {
        const pdf = await toPdf(page());
        if (!pdf.ok) throw new Error(pdf.error.message);
        made[kind] = pdf.value;
      });
    const times = await inTurn(size > 1000 ? 1 : 4, {
      [name]: () => print('ours', () => toPrintHtml(annex)),
      [`${name}, the bare table`]: () => print('bare', () => bareTable(rows)),
    });
    Object.assign(measured, times);
    ratios[`${name} / the bare table`] = ratio(times[name], times[`${name}, the bare table`]);
    for (const kind of ['ours', 'bare']) {
      const words = wordsOfPdf(made[kind]!, join(folder, `${kind}.pdf`));
      if (words === null) say('document: no pdftotext here, so the PDF is not read back.');
      else check(hasAll(words, rows), `${name}, ${kind}: every word read back`, checked);
    }
  }
};

/** The last table of the file, cell by cell; labels may be started again where a page opens. */
function sameTable(bytes: Uint8Array, rows: PlainCell[][]): boolean {
  const table = readWord(bytes).findLast((block) => 'table' in block);
  if (!table || !('table' in table) || table.table.length !== rows.length) return false;
  return table.table.every(({ cells }, at) => {
    const wanted = rows[at] ?? [];
    return (
      cells.length === wanted.length &&
      cells.every(({ paragraphs }, column) => {
        const { paragraphs: texts, merge } = wanted[column]!;
        return merge === 'continued' || paragraphs.join('\n') === texts.join('\n');
      })
    );
  });
}

const wordsIn = (text: string): string[] => text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');

/** Each word as often as the table has it, or oftener: labels and captions come again on every page. */
function hasAll(words: readonly string[], rows: PlainCell[][]): boolean {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const { paragraphs } of rows.flat())
    for (const word of paragraphs.flatMap(wordsIn)) {
      const left = (counts.get(word) ?? 0) - 1;
      if (left < 0) return false;
      counts.set(word, left);
    }
  return true;
}

/** Null where poppler is not installed. Words, not lines: a line that ends in a hyphen would be joined with the next. */
function wordsOfPdf(bytes: Uint8Array, file: string): string[] | null {
  writeFileSync(file, bytes);
  const ran = spawnSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8', maxBuffer: 1 << 29 });
  if (ran.status !== 0) return null;
  return [...ran.stdout.matchAll(/<word [^>]*>(.*?)<\/word>/g)].flatMap(([, text = '']) =>
    wordsIn(text.normalize('NFC')),
  );
}

/** The table as plainly as a browser can print it: no widths, no labels, no planned pages. */
function bareTable(rows: PlainCell[][]): string {
  const body = rows
    .map(
      (cells) =>
        `<tr>${cells.map(({ paragraphs }) => `<td>${paragraphs.map(escapeHtml).join('<br>')}</td>`).join('')}</tr>`,
    )
    .join('');
  return `<!doctype html><meta charset="utf-8"><style>@page{size:A4 landscape}</style><table border="1">${body}</table>`;
}
