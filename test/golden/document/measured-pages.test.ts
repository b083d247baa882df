/**
 * The printed pages, measured: our documents through LibreOffice (from Word) and through Chromium (from the print page), read again
 * by poppler. Limits are those of Nghị định 30/2020/NĐ-CP, Phụ lục I, written out here once more: nothing of ours vouches for itself.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../../electron/documents/write/find-browser.ts';
import { toDocx } from '../../../electron/documents/write/to-docx.ts';
import { toPdf } from '../../../electron/documents/write/to-pdf.ts';
import type { OfficialDocument } from '../../../shared/document/model.ts';
import { toPrintHtml } from '../../../shared/document/to-html.ts';
import { haveSamples, sample } from '../../support/samples.ts';
import { annexColumns, bodyBlocks, wordsIn } from './expected-words.ts';
import { documentOfFile, longCells, manyRows, planWith, practicePlan, quarterReport } from './measured-documents.ts';
import {
  fontsOf,
  haveLibreOffice,
  havePoppler,
  linesOf,
  type PrintedLine,
  type PrintedPage,
  pageNumberOf,
  printByLibreOffice,
  readPages,
} from './read-pages.ts';

const documents: Record<string, () => OfficialDocument> = {
  'practice-plan': practicePlan,
  'quarter-report': quarterReport,
  'rows-80': () => planWith(manyRows(80)),
  'rows-300': () => planWith(manyRows(300)),
  'long-cells': () => planWith(longCells()),
  ...(haveSamples
    ? { 'nhu-quynh': () => documentOfFile(sample('nhu-quynh-2024.docx'), 'nhu-quynh-2024.docx', 2024) }
    : {}),
};

const canMeasure = havePoppler && haveLibreOffice && findBrowser() !== null;

type Printed = { pages: PrintedPage[]; lines: PrintedLine[]; fonts: string[] };
type Program = 'LibreOffice' | 'Chromium';
const printed = new Map<string, Printed>();
const folder = mkdtempSync(join(tmpdir(), 'so-viec-trang-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Millimetres that a measured length may be off: a dot of the picture, a rounded twip, the slant of a letter. */
const tolerance = 1;
const between = (value: number, least: number, most: number, what: string): void => {
  expect(value, what).toBeGreaterThanOrEqual(least - tolerance);
  expect(value, what).toBeLessThanOrEqual(most + tolerance);
};

const isAnnex = ({ width, height }: PrintedPage): boolean => width > height;

/** Pages with their place in their section: the body first, then the annex. */
const placed = (pages: readonly PrintedPage[]) => {
  const body = pages.filter((page) => !isAnnex(page)).length;
  return pages.map((page, at) => ({ page, at, number: at < body ? at + 1 : at - body + 1 }));
};

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Without page numbers: the words as the reader's eye goes on from page to page. */
const textWords = (page: PrintedPage) => page.words.filter((word) => word !== pageNumberOf(page));

describe.skipIf(!canMeasure)('printed pages (needs LibreOffice, Chromium and poppler)', () => {
  beforeAll(async () => {
    const made = Object.entries(documents).map(([name, make]) => [name, make()] as const);
    const word = Object.fromEntries(
      await Promise.all(made.map(async ([name, each]) => [name, await toDocx(each)] as const)),
    );
    const fromWord = printByLibreOffice(folder, word);
    for (const [name, each] of made) {
      const pdf = await toPdf(toPrintHtml(each));
      if (!pdf.ok) throw new Error(pdf.error.message);
      const own = join(folder, `${name}-chromium.pdf`);
      writeFileSync(own, pdf.value);
      for (const [program, file] of Object.entries({ LibreOffice: fromWord[name]!, Chromium: own }))
        printed.set(`${name} ${program}`, {
          pages: readPages(file, folder),
          lines: linesOf(file),
          fonts: fontsOf(file),
        });
    }
  }, 280_000);

  describe.each(Object.keys(documents))('%s', (name) => {
    describe.each<Program>(['LibreOffice', 'Chromium'])('by %s', (program) => {
      const read = (): Printed => printed.get(`${name} ${program}`)!;

      it('is set in Times New Roman or its metric twin alone', () => {
        expect(read().fonts.length).toBeGreaterThan(0);
        for (const font of read().fonts) expect(font).toMatch(/^(TimesNewRoman|Times-New-Roman|LiberationSerif)/);
      });

      it('DC1: stands on A4 within its margins, the body upright and the annex on its side', () => {
        const { pages } = read();
        const turns = pages.map(isAnnex);
        expect(turns.indexOf(true)).toBeGreaterThan(0);
        expect(turns.slice(turns.indexOf(true)).every(Boolean)).toBe(true);
        for (const { page, at } of placed(pages)) {
          const where = `page ${at + 1}`;
          const sides = [page.width, page.height].sort((a, b) => a - b);
          between(sides[0]!, 210, 210, where);
          between(sides[1]!, 297, 297, where);
          between(page.ink.left, 30, 35, `${where}, left`);
          between(page.width - page.ink.right, 15, 20, `${where}, right`);
          between(page.ink.top, 20, 25, `${where}, top`);
          expect(page.height - page.ink.bottom, `${where}, bottom`).toBeGreaterThanOrEqual(20 - tolerance);
        }
      });

      it('DC2: page numbers stand in the middle of the top margin from the second page of each section', () => {
        const { pages, lines } = read();
        for (const { page, at, number } of placed(pages)) {
          const found = pageNumberOf(page);
          expect(found?.text ?? '', `page ${at + 1}`).toBe(number === 1 ? '' : String(number));
          if (!found) continue;
          const middle = (30 + page.width - 15) / 2;
          between((found.left + found.right) / 2, middle, middle, `page ${at + 1}`);
          const line = lines.find((each) => each.page === at && each.text === found.text && each.top < 20);
          expect(line).toMatchObject({ bold: false, italic: false });
          expect(line!.size).toBeGreaterThanOrEqual(13);
          expect(line!.size).toBeLessThanOrEqual(14);
        }
      });

      it('DC11: the header row stands on every page of the annex, and no page of it is left half empty', () => {
        const { pages, lines } = read();
        const annex = placed(pages).filter(({ page }) => isAnnex(page));
        for (const { page, at } of annex) {
          const bold = lines.filter((line) => line.page === at && line.bold).map(({ text }) => flat(text));
          for (const caption of [/^TT(?!\p{L})/u, /Nhiệm vụ/, /chủ trì|chủ$/, /thực hiện/])
            expect(
              bold.some((text) => caption.test(text)),
              `page ${at + 1}: ${caption}`,
            ).toBe(true);
          // A third of a page may stay white before a row that is kept whole; the last page ends where it ends.
          if (at < pages.length - 1)
            expect(page.height - page.ink.bottom, `page ${at + 1}`).toBeLessThan(20 + 170 / 3 + 10);
        }
      });

      it('DC13: every word of the body is on the page, in order and once', () => {
        const words = read()
          .pages.filter((page) => !isAnnex(page))
          .flatMap(textWords)
          .map(({ text }) => text);
        const blocks = bodyBlocks(documents[name]!());
        let from = 0;
        for (const block of blocks) {
          const wanted = wordsIn(block);
          const at = indexOfWords(words, wanted, from);
          expect(at, `“${block}” is missing or out of order`).toBeGreaterThanOrEqual(0);
          if (at >= 0) from = at + wanted.length;
        }
        expect(blocks.length).toBeGreaterThan(5);
      });

      it('DC13: every word of the task table stands in its own column, in order, and none is cut off', () => {
        const { pages } = read();
        const { edges, columns } = annexColumns(documents[name]!());
        const annex = pages.filter(isAnnex);
        columns.forEach((column, index) => {
          const [left, right] = [edges[index]!, edges[index + 1]!];
          const words = annex.flatMap((page) => wordsOfColumn(page, left, right));
          if (column.repeats) {
            // Labels and headers come again on each page: the words once are among them in order.
            let at = 0;
            for (const word of column.words) {
              at = words.indexOf(word, at) + 1;
              expect(at, `“${word}” of column ${index + 1}`).toBeGreaterThan(0);
            }
          } else expect(words.join('')).toBe(column.words.join(''));
        });
      });

      it('DC15: the signature is not alone on its page, and no heading ends one', () => {
        const { pages } = read();
        const body = pages.filter((page) => !isAnnex(page));
        const where = body.flatMap((page, at) => textWords(page).map(({ text }) => ({ text, at })));
        const words = where.map(({ text }) => text);
        const blocks = bodyBlocks(documents[name]!());
        const end = words.findIndex((word) => word.endsWith('./.'));
        expect(end).toBeGreaterThan(0);
        expect(where.at(-1)?.at).toBe(where[end]?.at);
        let from = 0;
        blocks.forEach((block, index) => {
          const wanted = wordsIn(block);
          const at = indexOfWords(words, wanted, from);
          from = at + wanted.length;
          const next = where[from];
          if (isHeading(block) && next && index < blocks.length - 1)
            expect(next.at, `“${block}” is the last line of its page`).toBe(where[from - 1]?.at);
        });
      });

      it('DC3: every element has the size, weight and slant of the decree', () => {
        const { lines, pages } = read();
        const body = pages.filter((page) => !isAnnex(page)).length;
        const own = lines.filter((line) => line.top > 19);
        const look = (text: string | RegExp, least: number, most: number, bold: boolean, italic: boolean): void => {
          const found = own.filter((line) =>
            typeof text === 'string' ? flat(line.text) === text : text.test(line.text),
          );
          expect(found.length, String(text)).toBeGreaterThan(0);
          for (const line of found) {
            expect([line.bold, line.italic], line.text).toEqual([bold, italic]);
            expect(line.size, line.text).toBeGreaterThanOrEqual(least);
            expect(line.size, line.text).toBeLessThanOrEqual(most);
          }
        };
        look('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 12, 13, true, false);
        look('Độc lập - Tự do - Hạnh phúc', 13, 14, true, false);
        look('ỦY BAN NHÂN DÂN', 12, 13, true, false);
        look(/^Số:/, 13, 13, false, false);
        look(/^\p{L}[\p{L} ]+, ngày.*tháng.*năm \d{4}$/u, 13, 14, false, true);
        look(/^(KẾ HOẠCH|BÁO CÁO)$/, 13, 14, true, false);
        look(/^TM\. /, 13, 14, true, false);
        look('Nơi nhận:', 12, 12, true, true);
        look(/^- Lưu: VT/, 11, 11, false, false);
        look('Phụ lục', 14, 14, true, false);
        look(/^\(Kèm theo/, 13, 14, false, true);
        look(/^[IVX]+\. [\p{Lu} ,-]+$/u, 13, 14, true, false);
        for (const line of own.filter(({ page }) => page < body)) {
          expect(line.size, line.text).toBeGreaterThanOrEqual(11);
          expect(line.size, line.text).toBeLessThanOrEqual(14);
        }
        const { title, basis, bodyTexts } = looksOf(documents[name]!());
        const subject = own.filter((line) => line.page === 0 && line.bold && title.includes(flat(line.text)));
        expect(subject.length).toBeGreaterThan(0);
        // Whole lines of running text: upright, not bold, 13 to 14. A citation may say the same words in italics.
        const running = own.filter(
          ({ page, text }) =>
            page < body && text.length > 45 && bodyTexts.includes(flat(text)) && !basis.includes(flat(text)),
        );
        expect(running.length).toBeGreaterThan(1);
        for (const line of running) {
          expect([line.bold, line.italic], line.text).toEqual([false, false]);
          expect(line.size).toBeGreaterThanOrEqual(13);
        }
        // Table text: one size, readable.
        const table = own.filter((line) => line.page >= body && line.size < 13);
        expect(new Set(table.map((line) => line.size)).size).toBe(1);
        expect(table[0]!.size).toBeGreaterThanOrEqual(10);
      });
    });
  });
});

const isHeading = (block: string): boolean => /^([IVX]+\.|\d+\.) .{1,80}$/.test(block) && !/[.;:]$/.test(block);

const looksOf = (document: OfficialDocument) => {
  const nodes = document.sections[0]?.nodes ?? [];
  const text = nodes.flatMap((node) =>
    node.type === 'paragraph' || node.type === 'listItem' ? [node.runs.map((run) => run.text).join('')] : [],
  );
  const title = nodes.flatMap((node) => (node.type === 'typeTitle' ? node.subject : [])).join(' ');
  const basis = nodes.flatMap((node) => (node.type === 'basis' ? node.lines : [])).join('\n');
  return { title: flat(title), basis: flat(basis), bodyTexts: flat(text.join('\n')) };
};

/** Where the words follow each other, from a place on; -1 where they do not. */
function indexOfWords(words: readonly string[], wanted: readonly string[], from: number): number {
  for (let at = words.indexOf(wanted[0] ?? '', from); at >= 0; at = words.indexOf(wanted[0] ?? '', at + 1))
    if (wanted.every((word, index) => words[at + index] === word)) return at;
  return -1;
}

/** Words of a column of the table on one page, line by line, below the header row; a word across its edge belongs to neither. */
function wordsOfColumn(page: PrintedPage, left: number, right: number): string[] {
  const header = page.words.find(({ text, left: at }) => text === 'TT' && at < 45)!;
  const below = Math.max(...page.words.filter(({ top }) => Math.abs(top - header.top) < 4).map(({ bottom }) => bottom));
  const own = page.words.filter((word) => word.top > below - 1 && word.left >= left - 0.5 && word.right <= right + 0.5);
  const lines = [...own].sort((a, b) => a.top - b.top);
  const rows: (typeof own)[] = [];
  for (const word of lines) {
    const row = rows.at(-1);
    if (row && word.top - row[0]!.top < 1.5) row.push(word);
    else rows.push([word]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.left - b.left).map(({ text }) => text));
}
