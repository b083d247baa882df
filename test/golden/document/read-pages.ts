/**
 * A PDF read by programs that share nothing with ours (poppler): paper, fonts, words with their boxes, and where ink lies on each page.
 * LibreOffice stands for the office's Word. Lengths in millimetres from the top left corner, font sizes in points.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hang } from '../../support/patience.ts';

export type PrintedWord = { text: string; left: number; top: number; right: number; bottom: number };
/** A stretch of one line in one look. */
export type PrintedLine = { page: number; text: string; size: number; bold: boolean; italic: boolean; top: number };
export type Ink = { left: number; top: number; right: number; bottom: number };
export type PrintedPage = { width: number; height: number; words: PrintedWord[]; ink: Ink };

/** Every Word file printed by LibreOffice in one go (starting it takes longer than printing), with a profile of its own. */
export function printByLibreOffice(
  folder: string,
  files: Readonly<Record<string, Uint8Array>>,
): Record<string, string> {
  const [from, to] = [join(folder, 'word'), join(folder, 'pdf')];
  mkdirSync(from);
  const paths = Object.entries(files).map(([name, bytes]) => {
    const path = join(from, `${name}.docx`);
    writeFileSync(path, bytes);
    return path;
  });
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${join(folder, 'ho-so')}`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      to,
      ...paths,
    ],
    { stdio: 'ignore', timeout: hang },
  );
  return Object.fromEntries(Object.keys(files).map((name) => [name, join(to, `${name}.pdf`)]));
}

/** Names of the fonts, without the mark of a subset. */
export const fontsOf = (file: string): string[] =>
  execFileSync('pdffonts', [file], { encoding: 'utf8' })
    .split('\n')
    .slice(2)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(/\s+/)[0]!.replace(/^[A-Z]{6}\+/, ''));

const millimetres = (points: number): number => (points / 72) * 25.4;

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const plain = (text: string): string => text.replace(/&(#?\w+);/g, (_whole, name: string) => named[name] ?? '?');

function wordsOf(file: string): Omit<PrintedPage, 'ink'>[] {
  const html = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return html
    .split('<page ')
    .slice(1)
    .map((page) => {
      const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(page) ?? [];
      const words = [
        ...page.matchAll(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/g),
      ];
      return {
        width: millimetres(Number(width)),
        height: millimetres(Number(height)),
        words: words.map(([, left, top, right, bottom, text]) => ({
          text: plain(text ?? '').normalize('NFC'),
          left: millimetres(Number(left)),
          top: millimetres(Number(top)),
          right: millimetres(Number(right)),
          bottom: millimetres(Number(bottom)),
        })),
      };
    });
}

/** Parts of a point in which pdftohtml counts sizes and places. */
const zoom = 3;

/** What stands in the file line by line, with size and looks. */
export function linesOf(file: string): PrintedLine[] {
  const xml = execFileSync('pdftohtml', ['-xml', '-i', '-stdout', '-zoom', String(zoom), file], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const sizes = new Map(
    [...xml.matchAll(/<fontspec id="(\d+)" size="(\d+)"/g)].map(([, id, size]) => [id, Number(size) / zoom]),
  );
  return xml
    .split('<page ')
    .slice(1)
    .flatMap((page, at) =>
      [...page.matchAll(/<text top="(-?\d+)"[^>]*font="(\d+)">(.*?)<\/text>/g)].map(([, top, font, inner = '']) => ({
        page: at,
        text: plain(inner.replace(/<[^>]+>/g, ''))
          .normalize('NFC')
          .trim(),
        size: sizes.get(font) ?? 0,
        bold: inner.includes('<b>'),
        italic: inner.includes('<i>'),
        top: millimetres(Number(top) / zoom),
      })),
    )
    .filter(({ text }) => text !== '');
}

/** Dots to the inch at which ink is measured: a dot is 0.17 mm. */
const dots = 150;
const dark = 200;

/** The pages with their words and the box of their ink; the page number above the text is no part of the box. */
export function readPages(file: string, folder: string): PrintedPage[] {
  const pictures = join(folder, `${file.replace(/\W+/g, '-')}-pictures`);
  mkdirSync(pictures);
  execFileSync('pdftoppm', ['-r', String(dots), '-gray', file, join(pictures, 'p')], { timeout: hang });
  const files = readdirSync(pictures).sort();
  return wordsOf(file).map((page, at) => ({
    ...page,
    ink: inkOf(readFileSync(join(pictures, files[at]!)), pageNumberOf(page)),
  }));
}

/** The figure in the middle of the top margin, where there is one. */
export const pageNumberOf = ({ width, words }: Pick<PrintedPage, 'width' | 'words'>): PrintedWord | null =>
  words.find(
    (word) => word.bottom < 20 && /^\d+$/.test(word.text) && Math.abs((word.left + word.right) / 2 - width / 2) < 10,
  ) ?? null;

/** Box of the dark dots of a grey picture (PGM), leaving out those above the lower end of a word. */
function inkOf(picture: Buffer, without: PrintedWord | null): Ink {
  const [head, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(picture.subarray(0, 40).toString('latin1')) ?? [];
  if (!head) throw new Error('not a grey picture');
  const [columns, rows] = [Number(width), Number(height)];
  const toDots = dots / 25.4;
  const firstRow = without ? Math.ceil(without.bottom * toDots) : 0;
  const ink = { left: columns, top: rows, right: 0, bottom: 0 };
  for (let y = firstRow; y < rows; y++)
    for (let x = 0, at = head.length + y * columns; x < columns; x++, at++)
      if (picture[at]! < dark) {
        if (x < ink.left) ink.left = x;
        if (x > ink.right) ink.right = x;
        if (y < ink.top) ink.top = y;
        ink.bottom = y;
      }
  return {
    left: ink.left / toDots,
    top: ink.top / toDots,
    right: (ink.right + 1) / toDots,
    bottom: (ink.bottom + 1) / toDots,
  };
}
