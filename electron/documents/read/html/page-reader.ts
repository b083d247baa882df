/** The tags and words of a page put together as paragraphs and tables, as a browser would show them. */
import type { Alignment, ReadingBlock, ReadingCell, ReadingParagraph } from '../../../../shared/reading/blocks.ts';
import { cleanText } from '../../../../shared/reading/clean-text.ts';
import { decodeByFont } from '../../../../shared/reading/legacy-fonts.ts';
import { limits } from '../container/limits.ts';
import { stopReading } from '../container/problems.ts';
import { type Attributes, isHidden, nextLook, type PageLook } from './look.ts';
import type { Token } from './tokens.ts';

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

/** Takes a page's tags and words one after another. Lines, cells and tables that a page leaves open are ended where the next one begins. */
export class PageReader {
  private readonly fonts: ReadonlyMap<string, string>;
  readonly encodings = new Set<string>();
  private readonly looks: PageLook[] = [];
  private readonly lists: List[] = [];
  private readonly tables: Table[] = [];
  private readonly frames: Frame[] = [{ kind: 'body', blocks: [], line: null }];
  private readonly openCells: ReadingCell[] = [];
  private readonly contents = new WeakMap<ReadingCell, ReadingBlock[]>();
  private pending = '';

  /** `fonts` are those that classes of the page give (`classFonts`). */
  constructor(fonts: ReadonlyMap<string, string>) {
    this.fonts = fonts;
  }

  private look(): PageLook | undefined {
    return this.looks.at(-1);
  }

  private frame(): Frame {
    return this.frames.at(-1)!;
  }

  private endLine(): void {
    const { line } = this.frame();
    this.frame().line = null;
    if (!line) return;
    const text = cleanText(line.text)
      .replace(/[ \t]*\n[ \t]*/g, '\n')
      .trim();
    if (text === '') return;
    if (text.length > limits.text) stopReading('too-large');
    const paragraph: ReadingParagraph = {
      type: 'paragraph',
      text,
      bold: line.bold && !line.plain,
      align: line.align,
      level: line.level,
    };
    this.frame().blocks.push(paragraph);
    if (this.frame().blocks.length > limits.blocks) stopReading('too-large');
  }

  private addText(text: string): void {
    const current = this.look();
    if (current?.hidden || this.tables.at(-1)?.hiddenRow || (this.tables.length > 0 && this.frame().kind === 'body'))
      return;
    const words = text.replace(/[ \t\r\n\f]+/g, ' ');
    if (words === ' ' && !this.frame().line) return;
    const line = this.frame().line ?? {
      text: this.pending,
      plain: false,
      bold: true,
      align: current?.align ?? 'left',
      level: current?.level ?? null,
    };
    this.frame().line = line;
    this.pending = '';
    const decoded = decodeByFont(words, current?.font);
    if (decoded.encoding !== null) this.encodings.add(decoded.encoding);
    line.text +=
      line.text === '' || line.text.endsWith(' ') || line.text.endsWith('\n') ? decoded.text.trimStart() : decoded.text;
    if (words.trim() !== '' && !current?.bold) line.plain = true;
  }

  private openTable(): void {
    this.endLine();
    this.tables.push({
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

  private closeTable(): void {
    this.closeCell();
    const table = this.tables.pop();
    if (!table || table.cells.length === 0) return;
    const rows = table.row + 1;
    for (const cell of table.cells) cell.rowSpan = Math.min(cell.rowSpan, rows - cell.row);
    if (rows * table.columns > limits.cells) stopReading('too-large');
    if (table.columns === 1) {
      // A frame drawn around text, not a table: what is in it stands on its own.
      for (const cell of table.cells) this.frame().blocks.push(...(this.contents.get(cell) ?? []));
      return;
    }
    this.frame().blocks.push({
      type: 'table',
      rows,
      columns: table.columns,
      headerRows: table.headerRows,
      cells: table.cells,
    });
  }

  private openRow(attributes: Attributes): void {
    const table = this.tables.at(-1);
    if (!table) return;
    this.closeCell();
    table.hiddenRow = isHidden(attributes);
    if (table.hiddenRow) return;
    table.row++;
    table.column = 0;
    table.taken = table.taken.map((left) => Math.max(0, left - 1));
    if (table.inHead && table.headerRows === table.row) table.headerRows++;
  }

  private openCell(attributes: Attributes): void {
    const table = this.tables.at(-1);
    if (!table || table.hiddenRow) return;
    if (table.row < 0) this.openRow({});
    this.closeCell();
    while ((table.taken[table.column] ?? 0) > 0) table.column++;
    const columnSpan = spanOf(attributes.colspan, limits.columns);
    const rowSpan = spanOf(attributes.rowspan, 65_534);
    if (table.column + columnSpan > limits.columns) stopReading('too-large');
    for (let at = 0; at < columnSpan; at++) table.taken[table.column + at] = rowSpan;
    const cell = { row: table.row, column: table.column, rowSpan, columnSpan, text: '', bold: false };
    table.cells.push(cell);
    if (table.cells.length > limits.cells) stopReading('too-large');
    table.column += columnSpan;
    table.columns = Math.max(table.columns, table.column);
    this.openCells.push(cell);
    this.frames.push({ kind: 'cell', blocks: [], line: null });
  }

  private closeCell(): void {
    // A cell of an outer table stays open while a table inside it is read.
    if (
      this.frame().kind !== 'cell' ||
      this.openCells.length === 0 ||
      this.tables.at(-1)?.cells.at(-1) !== this.openCells.at(-1)
    )
      return;
    this.endLine();
    const { blocks } = this.frames.pop()!;
    const cell = this.openCells.pop()!;
    this.contents.set(cell, blocks);
    cell.text = blocks
      .map(blockText)
      .filter((text) => text !== '')
      .join('\n');
    const shown = blocks.filter((block) => block.type === 'paragraph');
    cell.bold = shown.length > 0 && shown.every((block) => block.bold);
  }

  private open(token: Token & { kind: 'open' }): void {
    const { name, attributes } = token;
    if (name === 'br') {
      if (this.frame().line) this.frame().line!.text += '\n';
      return;
    }
    if (name === 'table') this.openTable();
    else if (name === 'thead' && this.tables.length > 0) this.tables.at(-1)!.inHead = true;
    else if (name === 'tbody' && this.tables.length > 0) this.tables.at(-1)!.inHead = false;
    else if (name === 'tr') this.openRow(attributes);
    else if (name === 'td' || name === 'th') this.openCell(attributes);
    else if (blockElements.has(name)) this.endLine();
    if (voidElements.has(name) || token.closed) return;
    this.endImplied(name);
    if (this.looks.length >= limits.xmlDepth * 4) stopReading('too-large');
    this.looks.push(nextLook(name, attributes, this.look(), this.fonts));
    if (name === 'ul' || name === 'ol') {
      this.lists.push({ ordered: name === 'ol', type: attributes.type ?? '1', next: Number(attributes.start) || 1 });
    } else if (name === 'li') this.pending = itemLabel(this.lists.at(-1));
  }

  /** A new row, cell, item or paragraph ends the one before it, which pages often leave open. */
  private endImplied(name: string): void {
    const ended = impliedEnds[name];
    if (!ended) return;
    const border = this.looks.findLastIndex(
      (open) => open.name === 'table' || open.name === 'ul' || open.name === 'ol',
    );
    const at = this.looks.findIndex((open, index) => index > border && ended.includes(open.name));
    if (at >= 0) this.looks.length = at;
  }

  private close(name: string): void {
    if (name === 'p' || blockElements.has(name)) this.endLine();
    if (name === 'td' || name === 'th') this.closeCell();
    else if (name === 'thead' && this.tables.length > 0) this.tables.at(-1)!.inHead = false;
    else if (name === 'table') this.closeTable();
    else if (name === 'ul' || name === 'ol') this.lists.pop();
    const at = this.looks.findLastIndex((open) => open.name === name);
    if (at >= 0) this.looks.length = at;
  }

  take(token: Token): void {
    if (token.kind === 'text') this.addText(token.text);
    else if (token.kind === 'open') this.open(token);
    else this.close(token.name);
  }

  finish(): ReadingBlock[] {
    this.endLine();
    while (this.tables.length > 0) this.closeTable();
    this.endLine();
    return this.frames[0]!.blocks;
  }
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
