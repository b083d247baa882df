/**
 * Text copied out of a PDF, or typed without formats, as paragraphs: lines cut by the page are joined, page numbers and
 * marks of Markdown dropped, tables drawn with bars or tabs recognised.
 */
import { groupOf, itemAt } from '../core/sure.ts';
import {
  plainParagraph,
  type ReadingBlock,
  type ReadingCell,
  type ReadingParagraph,
  type ReadingTable,
} from './blocks.ts';
import { cleanText } from './clean-text.ts';
import { isBullet, parseLabel } from './labels.ts';
import { linearTable } from './linear-table.ts';
import { isUpper } from './lines.ts';

type TextLine = { text: string; bold: boolean; level: number | null; gap: number; page: boolean };

/** Blocks of a text. Never fails; a text without structure is a list of its lines. */
export function textBlocks(text: string): ReadingBlock[] {
  const lines = readLines(cleanText(text));
  const texts = lines.map((line) => line.text);
  const width = usualWidth(lines);
  const blocks: ReadingBlock[] = [];
  let last: ReadingParagraph | null = null;
  let lastLine = '';
  for (let index = 0; index < lines.length; ) {
    const rows = tableAt(lines, index) ?? linearTable(texts, index);
    if (rows) {
      blocks.push(rows.table);
      index = rows.end;
      last = null;
      continue;
    }
    const line = itemAt(lines, index++);
    if (line.page) continue;
    if (last && joins(last.text, lastLine, line, width)) {
      last.text = `${last.text}${/[-/]$/.test(last.text) && /\p{L}[-/]$/u.test(last.text) ? '' : ' '}${line.text}`;
    } else {
      if (line.gap > 0 && blocks.length > 0) blocks.push(plainParagraph(''));
      last = { ...plainParagraph(line.text), bold: line.bold, level: line.level };
      blocks.push(last);
    }
    lastLine = line.text;
  }
  return blocks;
}

/** Lines with words. `gap` tells how many empty lines above count as a break: texts that double every line have none. */
function readLines(text: string): TextLine[] {
  const raw = text.split(/\n|\f/).map((line) => line.trimEnd());
  const filled = raw.filter((line) => line.trim() !== '').length;
  const doubled = raw.filter(
    (line, index) => line.trim() !== '' && (raw[index + 1] ?? '').trim() === '' && index + 1 < raw.length,
  ).length;
  const usualGap = filled > 3 && doubled * 10 >= filled * 7 ? 1 : 0;
  const lines: TextLine[] = [];
  let empty = 0;
  for (const line of raw) {
    if (line.trim() === '') {
      empty++;
      continue;
    }
    // A number alone under a page's worth of space is the number of the page, unless a table needs it.
    const page = /^\s*\d{1,3}\s*$/.test(line) && empty > usualGap + 1;
    lines.push({ ...readMarks(line), gap: lines.length === 0 ? 0 : Math.max(0, empty - usualGap), page });
    // The space around the number of a page is one gap.
    if (!page) empty = 0;
  }
  return lines;
}

/** Marks of Markdown around a line: `## **2. Tham gia**`. */
function readMarks(line: string): { text: string; bold: boolean; level: number | null } {
  const heading = /^\s*(#{1,6})\s+/.exec(line);
  let text = (heading ? line.slice(heading[0].length) : line).trimEnd();
  if (!text.includes('\t') && !text.includes('|')) text = text.trimStart();
  const whole = /^\*\*(.+)\*\*\s*:?$/.exec(text);
  const bold = heading !== null || (whole !== null && !groupOf(whole, 1).includes('**'));
  text = text.replace(/\*\*(.+?)\*\*/g, '$1').replace(/(?<=^|\s)__(.+?)__(?=\s|$)/g, '$1');
  return { text, bold, level: heading ? groupOf(heading, 1).length - 1 : null };
}

/** Length a full line of running text has here. */
function usualWidth(lines: readonly TextLine[]): number {
  const lengths = lines.map((line) => line.text.length).sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length * 0.8)] ?? 0;
}

/** True when a line carries on the paragraph above it, cut there only because the page ended. */
function joins(paragraph: string, before: string, line: TextLine, width: number): boolean {
  const text = line.text;
  if (line.bold || line.level !== null || text.includes('\t')) return false;
  const full = before.length >= width * 0.75;
  const label = parseLabel(text);
  const ended = /[.;:!?]["”')]*$/u.test(before);
  if (label) {
    // "chính trị" | "- xã hội": a dash of the words, not of a list.
    return (
      isBullet(label) &&
      label.kind === 'dash' &&
      full &&
      !ended &&
      /^\p{Ll}/u.test(label.rest) &&
      /\p{Ll}$/u.test(before)
    );
  }
  if (/^[\p{Ll},;)]/u.test(text)) return line.gap === 0 || !ended;
  // A page that ends within a sentence leaves a gap; elsewhere a gap is the end of a paragraph.
  if (line.gap > 1 && (ended || !full || isUpper(text))) return false;
  if (isUpper(text) && !isUpper(paragraph)) return full && !ended && line.gap === 0 && text.length <= 4;
  if (isUpper(paragraph) && !isUpper(text)) return false;
  if (/(?:,|\s(?:và|của|về|các|cho|với|tại|theo|trong|năm|ngày|số|xã|phường|huyện|tỉnh|thị trấn))$/u.test(before))
    return line.gap !== 1;
  return full && !ended && line.gap !== 1;
}

/** A table drawn in text: rows between bars (`| a | b |`), or lines with the same number of tabs. */
function tableAt(lines: readonly TextLine[], start: number): { table: ReadingTable; end: number } | null {
  const divide = (text: string): string[] | null => {
    if (/^\s*\|.*\|\s*$/.test(text))
      return text
        .trim()
        .slice(1, -1)
        .split('|')
        .map((field) => field.trim());
    const fields = text.split('\t');
    return fields.length >= 3 ? fields.map((field) => field.trim()) : null;
  };
  const rows: string[][] = [];
  let end = start;
  for (; end < lines.length; end++) {
    const fields = divide(itemAt(lines, end).text);
    if (!fields) break;
    if (!fields.every((field) => /^:?-{2,}:?$/.test(field) || field === '')) rows.push(fields);
  }
  if (rows.length < 2) return null;
  const columns = Math.max(...rows.map((row) => row.length));
  const cells: ReadingCell[] = rows.flatMap((row, at) =>
    row.map((text, column) => ({
      row: at,
      column,
      rowSpan: 1,
      columnSpan: 1,
      text: text.replace(/<br\s*\/?>/gi, '\n'),
      bold: false,
    })),
  );
  return { table: { type: 'table', rows: rows.length, columns, headerRows: 0, cells }, end };
}
