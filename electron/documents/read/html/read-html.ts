/** A saved web page, or what Word, Excel and PDF readers put on the clipboard, as paragraphs and tables. */
import type { Alignment, ReadingBlock, ReadingCell, ReadingParagraph } from '../../../../shared/reading/blocks.ts';
import { cleanText } from '../../../../shared/reading/clean-text.ts';
import { decodeByEvidence, decodeByFont } from '../../../../shared/reading/legacy-fonts.ts';
import type { ContainerText } from '../container/container-text.ts';
import { limits } from '../container/limits.ts';
import { refuse } from '../container/problems.ts';
import { type Attributes, isHidden, type Look, nextLook } from './look.ts';
import { type Token, tokensOf } from './tokens.ts';

type List = { ordered: boolean; type: string; next: number };
type Frame = {
  kind: 'body' | 'cell';
  blocks: ReadingBlock[];
  line: { text: string; plain: boolean; bold: boolean; align: Alignment; level: number | null } | null;
};
type Table = {
  cells: ReadingCell[];
  row: number;
  column: number;
  taken: number[];
  headerRows: number;
  inHead: boolean;
  hiddenRow: boolean;
  columns: number;
};

const blockElements = new Set(
  'p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote pre center address article section header footer main body form fieldset caption figure hr tr'.split(
    ' ',
  ),
);
const voidElements = new Set('br hr img input meta link col base area wbr param source embed'.split(' '));

const impliedEnds: Readonly<Record<string, readonly string[]>> = {
  tr: ['tr', 'td', 'th'],
  td: ['td', 'th'],
  th: ['td', 'th'],
  thead: ['tr', 'td', 'th', 'tbody'],
  tbody: ['tr', 'td', 'th', 'thead'],
  li: ['li'],
  p: ['p'],
};

/** True for bytes that were decoded to something that begins like HTML, or holds a table's tags near its beginning. */
export const looksLikeHtml = (text: string): boolean => {
  const start = text
    .slice(0, 4000)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (/^(?:<!doctype html|<html|<head|<body|<meta|<table|<div|<p[\s>]|<span|<style)/i.test(start)) return true;
  if (/^Version:[\d.]+\s+StartHTML:/i.test(start)) return true;
  return /^<(?:!--|\?xml)/.test(start) && /<(?:html|table|body)[\s>]/i.test(text.slice(0, 20_000));
};

/** Reads a page. Refuses nesting and grids beyond the limits. */
export function readHtml(page: { text: string; encoding: string }): ContainerText {
  const source = page.text.replace(/^\uFEFF?Version:[\s\S]*?(?=<)/i, '');
  const reader = createReader(classFonts(source));
  for (const token of tokensOf(source)) reader.take(token);
  const blocks = reader.finish();
  const encodings = reader.encodings();
  const undone = encodings.length === 0 ? undoLegacy(blocks) : null;
  return { blocks, warnings: [], encoding: undone ?? (encodings.join(', ') || page.encoding), plainText: false };
}

/** Fonts that classes of the page give, for Excel's cells: `.xl65 {font-family:".VnTime"}`. Only legacy ones matter. */
function classFonts(source: string): Map<string, string> {
  const fonts = new Map<string, string>();
  for (const style of source.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/gi)) {
    for (const rule of style[1]!
      .slice(0, 500_000)
      .matchAll(/\.([\w-]+)\s*\{[^}]*font-family:\s*["']?(\.Vn\w+|VNI[-\w ]+)/gi)) {
      fonts.set(rule[1]!.toLowerCase(), rule[2]!.trim());
    }
  }
  return fonts;
}

/** A page without font names whose letters are still in an old encoding is decoded as a whole. */
function undoLegacy(blocks: ReadingBlock[]): string | null {
  const texts = blocks.flatMap((block) =>
    block.type === 'paragraph' ? [block.text] : block.cells.map((cell) => cell.text),
  );
  const { encoding } = decodeByEvidence(texts.join('\n').slice(0, 60_000));
  if (encoding === null) return null;
  for (const block of blocks) {
    for (const holder of block.type === 'paragraph' ? [block] : block.cells) {
      const decoded = decodeByFont(holder.text, encoding === 'VNI' ? 'VNI-Times' : '.VnTime');
      holder.text = cleanText(decoded.text);
    }
  }
  return encoding;
}

function createReader(fonts: ReadonlyMap<string, string>) {
  const encodings = new Set<string>();
  const looks: Look[] = [];
  const lists: List[] = [];
  const tables: Table[] = [];
  const frames: Frame[] = [{ kind: 'body', blocks: [], line: null }];
  const openCells: ReadingCell[] = [];
  const contents = new WeakMap<ReadingCell, ReadingBlock[]>();
  let pending = '';

  const look = (): Look | undefined => looks.at(-1);
  const frame = (): Frame => frames.at(-1)!;

  function endLine(): void {
    const { line } = frame();
    frame().line = null;
    if (!line) return;
    const text = cleanText(line.text)
      .replace(/[ \t]*\n[ \t]*/g, '\n')
      .trim();
    if (text === '') return;
    if (text.length > limits.text) refuse('too-large');
    const paragraph: ReadingParagraph = {
      type: 'paragraph',
      text,
      bold: line.bold && !line.plain,
      align: line.align,
      level: line.level,
    };
    frame().blocks.push(paragraph);
    if (frame().blocks.length > limits.blocks) refuse('too-large');
  }

  function addText(text: string): void {
    const current = look();
    if (current?.hidden || tables.at(-1)?.hiddenRow || (tables.length > 0 && frame().kind === 'body')) return;
    const words = text.replace(/[ \t\r\n\f]+/g, ' ');
    if (words === ' ' && !frame().line) return;
    const line = frame().line ?? {
      text: pending,
      plain: false,
      bold: true,
      align: current?.align ?? 'left',
      level: current?.level ?? null,
    };
    frame().line = line;
    pending = '';
    const decoded = decodeByFont(words, current?.font);
    if (decoded.encoding !== null) encodings.add(decoded.encoding);
    line.text +=
      line.text === '' || line.text.endsWith(' ') || line.text.endsWith('\n') ? decoded.text.trimStart() : decoded.text;
    if (words.trim() !== '' && !current?.bold) line.plain = true;
  }

  function openTable(): void {
    endLine();
    tables.push({
      cells: [],
      row: -1,
      column: 0,
      taken: [],
      headerRows: 0,
      inHead: false,
      hiddenRow: false,
      columns: 0,
    });
  }

  function closeTable(): void {
    closeCell();
    const table = tables.pop();
    if (!table || table.cells.length === 0) return;
    const rows = table.row + 1;
    for (const cell of table.cells) cell.rowSpan = Math.min(cell.rowSpan, rows - cell.row);
    if (rows * table.columns > limits.cells) refuse('too-large');
    if (table.columns === 1) {
      // A frame drawn around text, not a table: what is in it stands on its own.
      for (const cell of table.cells) frame().blocks.push(...(contents.get(cell) ?? []));
      return;
    }
    frame().blocks.push({
      type: 'table',
      rows,
      columns: table.columns,
      headerRows: table.headerRows,
      cells: table.cells,
    });
  }

  function openRow(attributes: Attributes): void {
    const table = tables.at(-1);
    if (!table) return;
    closeCell();
    table.hiddenRow = isHidden(attributes);
    if (table.hiddenRow) return;
    table.row++;
    table.column = 0;
    table.taken = table.taken.map((left) => Math.max(0, left - 1));
    if (table.inHead && table.headerRows === table.row) table.headerRows++;
  }

  function openCell(attributes: Attributes): void {
    const table = tables.at(-1);
    if (!table || table.hiddenRow) return;
    if (table.row < 0) openRow({});
    closeCell();
    while ((table.taken[table.column] ?? 0) > 0) table.column++;
    const columnSpan = spanOf(attributes.colspan, limits.columns);
    const rowSpan = spanOf(attributes.rowspan, 65_534);
    if (table.column + columnSpan > limits.columns) refuse('too-large');
    for (let at = 0; at < columnSpan; at++) table.taken[table.column + at] = rowSpan;
    const cell = { row: table.row, column: table.column, rowSpan, columnSpan, text: '', bold: false };
    table.cells.push(cell);
    if (table.cells.length > limits.cells) refuse('too-large');
    table.column += columnSpan;
    table.columns = Math.max(table.columns, table.column);
    openCells.push(cell);
    frames.push({ kind: 'cell', blocks: [], line: null });
  }

  function closeCell(): void {
    // A cell of an outer table stays open while a table inside it is read.
    if (frame().kind !== 'cell' || openCells.length === 0 || tables.at(-1)?.cells.at(-1) !== openCells.at(-1)) return;
    endLine();
    const { blocks } = frames.pop()!;
    const cell = openCells.pop()!;
    contents.set(cell, blocks);
    cell.text = blocks
      .map(blockText)
      .filter((text) => text !== '')
      .join('\n');
    const shown = blocks.filter((block) => block.type === 'paragraph');
    cell.bold = shown.length > 0 && shown.every((block) => block.bold);
  }

  function open(token: Token & { kind: 'open' }): void {
    const { name, attributes } = token;
    if (name === 'br') {
      if (frame().line) frame().line!.text += '\n';
      return;
    }
    if (name === 'table') openTable();
    else if (name === 'thead' && tables.length > 0) tables.at(-1)!.inHead = true;
    else if (name === 'tbody' && tables.length > 0) tables.at(-1)!.inHead = false;
    else if (name === 'tr') openRow(attributes);
    else if (name === 'td' || name === 'th') openCell(attributes);
    else if (blockElements.has(name)) endLine();
    if (voidElements.has(name) || token.closed) return;
    endImplied(name);
    if (looks.length >= limits.xmlDepth * 4) refuse('too-large');
    looks.push(nextLook(name, attributes, look(), fonts));
    if (name === 'ul' || name === 'ol') {
      lists.push({ ordered: name === 'ol', type: attributes.type ?? '1', next: Number(attributes.start) || 1 });
    } else if (name === 'li') pending = itemLabel(lists.at(-1));
  }

  /** A new row, cell, item or paragraph ends the one before it, which pages often leave open. */
  function endImplied(name: string): void {
    const ended = impliedEnds[name];
    if (!ended) return;
    const border = looks.findLastIndex((open) => open.name === 'table' || open.name === 'ul' || open.name === 'ol');
    const at = looks.findIndex((open, index) => index > border && ended.includes(open.name));
    if (at >= 0) looks.length = at;
  }

  function close(name: string): void {
    if (name === 'p' || blockElements.has(name)) endLine();
    if (name === 'td' || name === 'th') closeCell();
    else if (name === 'thead' && tables.length > 0) tables.at(-1)!.inHead = false;
    else if (name === 'table') closeTable();
    else if (name === 'ul' || name === 'ol') lists.pop();
    const at = looks.findLastIndex((open) => open.name === name);
    if (at >= 0) looks.length = at;
  }

  return {
    take(token: Token): void {
      if (token.kind === 'text') addText(token.text);
      else if (token.kind === 'open') open(token);
      else close(token.name);
    },
    finish(): ReadingBlock[] {
      endLine();
      while (tables.length > 0) closeTable();
      endLine();
      return frames[0]!.blocks;
    },
    encodings: (): string[] => [...encodings],
  };
}

function blockText(block: ReadingBlock): string {
  if (block.type === 'paragraph') return block.text;
  const lines: string[] = [];
  for (const cell of block.cells)
    if (cell.text !== '') lines[cell.row] = lines[cell.row] ? `${lines[cell.row]} ${cell.text}` : cell.text;
  return lines.filter((line) => line !== undefined).join('\n');
}

const spanOf = (written: string | undefined, most: number): number => {
  const value = Number(written ?? 1);
  return Number.isInteger(value) && value > 0 ? Math.min(value, most) : 1;
};

function itemLabel(list: List | undefined): string {
  if (!list?.ordered) return '- ';
  const value = list.next++;
  if (list.type === 'a') return `${String.fromCharCode(97 + ((value - 1) % 26))}) `;
  return `${value}. `;
}
