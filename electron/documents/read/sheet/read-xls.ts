/**
 * An Excel 97–2003 workbook (.xls) as blocks. The stream is a row of records; those that hold texts, numbers, merges and
 * what is hidden are read, all others are stepped over. Source: [MS-XLS]. Older files (Excel 95) are refused kindly.
 */
import type { ReadingBlock } from '../../../../shared/reading/blocks.ts';
import type { ContainerText } from '../container/container-text.ts';
import { limits } from '../container/limits.ts';
import { stopReading } from '../container/problems.ts';
import { type Merge, type SheetCell, sheetBlocks } from './cells.ts';
import { readStream } from './compound-file.ts';
import { type FormatKind, formatNumber, readFormat } from './number-format.ts';
import { type CellStyle, type RichText, richTextOf } from './workbook.ts';
import { readSharedStrings, readString, type XlsString } from './xls-strings.ts';

type Record = { type: number; data: Buffer };
type Font = { name: string; bold: boolean };
type Book = {
  fonts: Font[];
  styles: CellStyle[];
  strings: XlsString[];
  from1904: boolean;
  sheets: { name: string; at: number; hidden: boolean }[];
};

const version8 = 0x0600;

export function readXls(bytes: Uint8Array): ContainerText {
  const stream = readStream(bytes, ['Workbook']) ?? stopReading('xls');
  const book = readBook(stream);
  const encodings = new Set<string>();
  const blocks: ReadingBlock[] = [];
  const warnings: string[] = [];
  for (const { name, at, hidden } of book.sheets) {
    if (hidden) {
      warnings.push(`Trang tính “${name}” đang ẩn, chưa lấy.`);
      continue;
    }
    const read = sheetBlocks(readSheet(stream, at, name, book, encodings));
    blocks.push(...read.blocks);
    warnings.push(...read.warnings);
  }
  return { blocks, warnings, encoding: [...encodings].join(', ') || 'unicode', plainText: false };
}

/** Records from a place to the end of their part of the stream. */
function* recordsFrom(stream: Buffer, start: number): Generator<Record> {
  let at = start;
  let depth = 0;
  while (at + 4 <= stream.length) {
    const type = stream.readUInt16LE(at);
    const length = stream.readUInt16LE(at + 2);
    const data = stream.subarray(at + 4, at + 4 + length);
    if (data.length < length) stopReading('broken');
    at += 4 + length;
    if (type === 0x0809) depth++;
    // A chart inside a sheet is a part within the part.
    if (type === 0x000a && --depth <= 0) return;
    if (depth <= 1) yield { type, data };
  }
}

function readBook(stream: Buffer): Book {
  const book: Book = { fonts: [], styles: [], strings: [], from1904: false, sheets: [] };
  const codes = new Map<number, string>();
  const looks: { font: number; format: number }[] = [];
  let shared: Buffer[] | null = null;
  let sharedOpen = false;
  let first = true;
  for (const { type, data } of recordsFrom(stream, 0)) {
    if (first && (type !== 0x0809 || data.length < 2 || data.readUInt16LE(0) !== version8)) stopReading('xls');
    first = false;
    if (type !== 0x003c) sharedOpen = false;
    if (type === 0x002f) stopReading('protected');
    else if (type === 0x00fc) {
      shared = [data];
      sharedOpen = true;
    } else if (type === 0x003c && sharedOpen) shared?.push(data);
    else if (type === 0x0022) book.from1904 = data[0] === 1;
    else if (type === 0x0031 && data.length > 15) {
      book.fonts.push({ name: readString(data, 14, false), bold: data.readUInt16LE(6) >= 600 });
    } else if (type === 0x041e && data.length > 4) codes.set(data.readUInt16LE(0), readString(data, 2, true));
    else if (type === 0x00e0 && data.length >= 4)
      looks.push({ font: data.readUInt16LE(0), format: data.readUInt16LE(2) });
    else if (type === 0x0085 && data.length > 7 && data[5] === 0) {
      book.sheets.push({ at: data.readUInt32LE(0), hidden: (data[4]! & 3) !== 0, name: readString(data, 6, false) });
    }
  }
  book.strings = shared ? readSharedStrings(shared) : [];
  const formats = new Map<number, FormatKind>();
  book.styles = looks.map(({ font, format }) => {
    const known = formats.get(format) ?? readFormat(format, codes.get(format));
    formats.set(format, known);
    const { name, bold } = fontOf(book, font) ?? { name: undefined, bold: false };
    return { format: known, bold, font: name };
  });
  return book;
}

/** The fonts of a file have no number 4. */
const fontOf = (book: Book, index: number): Font | undefined => book.fonts[index > 4 ? index - 1 : index];

const general: CellStyle = { format: { kind: 'general' }, bold: false, font: undefined };

function readSheet(stream: Buffer, start: number, name: string, book: Book, encodings: Set<string>) {
  if (start >= stream.length) stopReading('broken');
  const cells: SheetCell[] = [];
  const merges: Merge[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  let filtered = false;
  let formula: { row: number; column: number; style: CellStyle } | null = null;
  const styleOf = (index: number): CellStyle => book.styles[index] ?? general;
  const addText = (row: number, column: number, rich: RichText, style: CellStyle): void => {
    const { text, bold } = richTextOf(rich, style, encodings);
    if (text.length > limits.text || cells.length >= limits.cells) stopReading('too-large');
    if (text.trim() !== '') cells.push({ row, column, text, bold });
  };
  const addNumber = (row: number, column: number, value: number, style: CellStyle): void => {
    addText(row, column, plain(formatNumber(value, style.format, book.from1904)), { ...style, font: undefined });
  };
  for (const { type, data } of recordsFrom(stream, start)) {
    const inCell = data.length >= 6 && cellRecords.has(type);
    const row = inCell ? data.readUInt16LE(0) : 0;
    const column = inCell ? data.readUInt16LE(2) : 0;
    const style = inCell ? styleOf(data.readUInt16LE(4)) : general;
    if (type === 0x00fd && data.length >= 10)
      addText(row, column, richOf(book.strings[data.readUInt32LE(6)], book), style);
    else if (type === 0x0204 && data.length > 8) addText(row, column, plain(readString(data, 6, true)), style);
    else if (type === 0x027e && data.length >= 10) addNumber(row, column, shortNumber(data.readUInt32LE(6)), style);
    else if (type === 0x00bd && inCell) {
      for (let at = 4, place = column; at + 6 <= data.length - 2; at += 6, place++) {
        addNumber(row, place, shortNumber(data.readUInt32LE(at + 2)), styleOf(data.readUInt16LE(at)));
      }
    } else if (type === 0x0203 && data.length >= 14) addNumber(row, column, data.readDoubleLE(6), style);
    else if (type === 0x0205 && data.length >= 8 && data[7] === 0)
      addText(row, column, plain(data[6] === 1 ? 'Có' : 'Không'), style);
    else if (type === 0x0006 && data.length >= 14) {
      // The value last computed; a text stands in the record that follows.
      if (data.readUInt16LE(12) !== 0xffff) addNumber(row, column, data.readDoubleLE(6), style);
      else if (data[6] === 0) formula = { row, column, style };
      else if (data[6] === 1) addText(row, column, plain(data[8] === 1 ? 'Có' : 'Không'), style);
    } else if (type === 0x0207 && formula && data.length > 3) {
      addText(formula.row, formula.column, plain(readString(data, 0, true)), formula.style);
      formula = null;
    } else if (type === 0x00e5) readMerges(data, merges);
    else if (type === 0x0208 && data.length >= 14 && (data.readUInt16LE(12) & 0x20) !== 0)
      hiddenRows.add(data.readUInt16LE(0));
    else if (type === 0x007d && data.length >= 10 && (data.readUInt16LE(8) & 1) !== 0) {
      for (let at = data.readUInt16LE(0); at <= Math.min(data.readUInt16LE(2), 255); at++) hiddenColumns.add(at);
    } else if (type === 0x009b || type === 0x009d) filtered = true;
  }
  return { name, cells, merges, hiddenRows, hiddenColumns, filtered };
}

/** Records that begin with row, column and style. */
const cellRecords = new Set([0x00fd, 0x0204, 0x027e, 0x00bd, 0x0203, 0x0205, 0x0006]);

const plain = (text: string): RichText => ({ pieces: [{ text, font: undefined, bold: undefined }] });

/** A shared text cut where its font changes. */
function richOf(string: XlsString | undefined, book: Book): RichText {
  if (!string) return plain('');
  if (string.runs.length === 0) return plain(string.text);
  const pieces: RichText['pieces'] = [];
  if (string.runs[0]!.from > 0)
    pieces.push({ text: string.text.slice(0, string.runs[0]!.from), font: undefined, bold: undefined });
  string.runs.forEach((run, index) => {
    const font = fontOf(book, run.font);
    pieces.push({
      text: string.text.slice(run.from, string.runs[index + 1]?.from),
      font: font?.name,
      bold: font?.bold,
    });
  });
  return { pieces };
}

/** A number in 30 bits: whole or the upper half of a double, perhaps times a hundred. */
function shortNumber(code: number): number {
  const half = Buffer.alloc(8);
  half.writeUInt32LE((code & 0xfffffffc) >>> 0, 4);
  const value = (code & 2) === 0 ? half.readDoubleLE(0) : code >> 2;
  return (code & 1) === 0 ? value : value / 100;
}

function readMerges(data: Buffer, merges: Merge[]): void {
  for (let at = 2; at + 8 <= data.length; at += 8) {
    merges.push({
      top: data.readUInt16LE(at),
      bottom: data.readUInt16LE(at + 2),
      left: data.readUInt16LE(at + 4),
      right: data.readUInt16LE(at + 6),
    });
  }
}
