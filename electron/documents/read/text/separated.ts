/** Text whose lines are rows and whose fields are divided by one sign: .csv, .tsv, cells pasted from Excel. */
import type { ReadingCell, ReadingTable } from '../../../../shared/reading/blocks.ts';
import { cleanText } from '../../../../shared/reading/clean-text.ts';
import { limits } from '../container/limits.ts';
import { stopReading } from '../container/problems.ts';

const delimiters = ['\t', ';', ','] as const;
export type Delimiter = (typeof delimiters)[number];

/** Rows looked at to find the delimiter. */
const tried = 40;

/**
 * The sign that divides the fields, or null when the text is no table: most rows must fall into the same number of at least
 * three fields (two for tabs). Commas must be quoted where they belong to the words, or the rows would not agree.
 */
export function findDelimiter(text: string): Delimiter | null {
  let best: { delimiter: Delimiter; score: number } | null = null;
  for (const delimiter of delimiters) {
    const rows = parseSeparated(text, delimiter, tried).filter((row) => row.some((field) => field.trim() !== ''));
    if (rows.length < 2) continue;
    const counts = new Map<number, number>();
    for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
    const [width, agreeing] = [...counts]
      .filter(([fields]) => fields > 1)
      .sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
    const enough =
      width >= (delimiter === '\t' ? 2 : 3) &&
      agreeing * 10 >= rows.length * (delimiter === ',' || delimiter === ';' ? 7 : 5);
    const score = enough ? agreeing * width : 0;
    if (score > 0 && (!best || score > best.score)) best = { delimiter, score };
  }
  return best?.delimiter ?? null;
}

/** Fields of each row. Quoted fields keep delimiters and line ends; a doubled quote inside is one. At most `most` rows. */
export function parseSeparated(text: string, delimiter: string, most = Number.POSITIVE_INFINITY): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length && rows.length < most) {
    const quoted = text[at] === '"' ? quotedEnd(text, at, delimiter) : -1;
    const end = quoted >= 0 ? quoted : nextBorder(text, at, delimiter);
    row.push(quoted >= 0 ? text.slice(at + 1, end - 1).replace(/""/g, '"') : text.slice(at, end));
    if (end >= text.length) {
      rows.push(row);
      return rows;
    }
    at = end + 1;
    if (text[end] === '\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

function nextBorder(text: string, from: number, delimiter: string): number {
  for (let at = from; at < text.length; at++) if (text[at] === delimiter || text[at] === '\n') return at;
  return text.length;
}

/** Index after the closing quote, or -1 where the quote closes nowhere before a border: it is then a sign of the words. */
function quotedEnd(text: string, from: number, delimiter: string): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') at++;
    else return at + 1 >= text.length || text[at + 1] === delimiter || text[at + 1] === '\n' ? at + 1 : -1;
  }
  return -1;
}

/** A table of the rows; empty fields are no cells, as on a sheet. Null when nothing is in it. */
export function separatedTable(text: string, delimiter: Delimiter): ReadingTable | null {
  const cells: ReadingCell[] = [];
  let columns = 0;
  let row = 0;
  for (const fields of parseSeparated(text, delimiter)) {
    if (fields.every((field) => field.trim() === '')) continue;
    fields.forEach((field, column) => {
      const words = cleanText(field).trim();
      if (words === '') return;
      if (words.length > limits.text || column >= limits.columns) stopReading('too-large');
      cells.push({ row, column, rowSpan: 1, columnSpan: 1, text: words, bold: false });
      columns = Math.max(columns, column + 1);
    });
    row++;
    if (row * columns > limits.cells) stopReading('too-large');
  }
  return cells.length === 0 ? null : { type: 'table', rows: row, columns, headerRows: 0, cells };
}
