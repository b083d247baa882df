/** From blocks of a document to the plan as understood: the one entry of this room. */

import { plainSections, plainTexts } from '../body/body-blocks.ts';
import { firstOf, groupOf, itemAt } from '../core/sure.ts';
import { annexTitleOf, ownTitle } from '../plan/annex-title.ts';
import type { ColumnMeaning, Doubt, ReadHeader, ReadPlan, ReadSection } from '../plan/read-plan.ts';
import { capital } from '../text/letter-case.ts';
import { annexDoubts, annexLines, annexWarnings, issuerOfReference, yearOfReference } from './annex.ts';
import { type ReadingBlock, type ReadingTable, toSourceBlock } from './blocks.ts';
import { withBodyTables } from './body-tables.ts';
import { rowsOfDrafts, rowsOfSections } from './build-rows.ts';
import { flat } from './clean-text.ts';
import { type DoubtContext, kindOfIssuer, makeDoubt, textDoubts } from './doubts.ts';
import { readEnding } from './ending.ts';
import { type Head, readHead, startsText, yearIn } from './head.ts';
import { parseLabel, romanValue } from './labels.ts';
import { isUpper, type Line, linesOf, sheetLines } from './lines.ts';
import { sectionRows } from './section-tasks.ts';
import { readSections } from './sections.ts';
import { vocabularyOf } from './slips.ts';
import { endsTable, readRows } from './table-rows.ts';
import { type FoundTaskTable, findTaskTable, gridOf, ownCells, tableByHand } from './task-table.ts';

export type SourceFacts = {
  name: string;
  bytes: number;
  encoding: string;
  warnings: readonly string[];
  plainText: boolean;
};
export type ReadOptions = { mapping?: readonly ColumnMeaning[]; planYear?: number };

/** Reads a document that was already taken out of its container. Never fails: what is not understood stays in the source. */
export function readBlocks(blocks: readonly ReadingBlock[], facts: SourceFacts, options: ReadOptions = {}): ReadPlan {
  const warnings = [...facts.warnings];
  const tables = taskTables(blocks, options.mapping);
  const around = aroundSheet(tables);
  const lines = [...around.above, ...linesOf(blocks, new Set(tables.map((table) => table.block)))];
  const head = readHead(lines);
  const body = readBody(lines, head, around.below, blocks);
  const annex = annexLines(lines, blocks, tables, body.end);
  const issuer = head.issuer || issuerInText(lines) || issuerOfReference(annex);
  const planYear = options.planYear ?? head.year ?? yearOfReference(annex) ?? null;
  const context: DoubtContext = {
    planYear,
    unitKind: kindOfIssuer(issuer),
    vocabulary: vocabularyOf(textsOf(blocks)),
  };
  const drafts = readRows(tables.map((found, index) => ({ found, areaBefore: areaBefore(blocks, tables, index) })));
  const fromSections = drafts.length === 0 ? sectionRows(plainSections(body.sections)) : [];
  const rows = drafts.length > 0 ? rowsOfDrafts(drafts, context) : rowsOfSections(fromSections, context);
  if (fromSections.length > 0) {
    warnings.push(
      'Không thấy bảng nhiệm vụ; các nhiệm vụ dưới đây lấy từ các mục của kế hoạch. Hãy xem lại chủ trì và thời gian.',
    );
  }
  const isPlan = head.found || body.sections.some((section) => section.label !== '');
  const header = isPlan ? headerOf(head, body, issuer, annex, context) : null;
  if (!isPlan) warnings.push(...annexWarnings(annex, context));
  const columns = columnsOf(blocks, tables, warnings);
  const source = { name: facts.name, bytes: facts.bytes, blocks: blocks.map(toSourceBlock) };
  return {
    kind: facts.plainText ? 'text' : isPlan ? 'plan' : drafts.length > 0 ? 'annex' : 'text',
    plan: header && { ...header, annexTitle: ownTitle(annexTitleOf({ rows, columns, source })) },
    columns,
    rows,
    warnings,
    encoding: facts.encoding,
    source,
  };
}

/** Task tables in order; a table that follows one without a head of its own carries it on. */
function taskTables(blocks: readonly ReadingBlock[], mapping: readonly ColumnMeaning[] | undefined): FoundTaskTable[] {
  const found: FoundTaskTable[] = [];
  let between = '';
  blocks.forEach((block, index) => {
    if (block.type === 'paragraph') {
      between += block.text;
      return;
    }
    const last = found.at(-1);
    const own = findTaskTable(block, index, mapping) ?? (last && carriesOnTable(last, block, index, between));
    if (own) found.push(own);
    between = own ? '' : `${between}#`;
  });
  if (found.length > 0 || !mapping) return found;
  // Nobody understood a head, but a person has said what the columns of the largest table are.
  const largest = largestTable(blocks);
  const byHand = largest && tableByHand(largest.table, largest.index, mapping);
  return byHand ? [byHand] : [];
}

const longestBetween = 12;

/** The rest of a table cut by a page: as many columns, no head, at most a page number between. */
function carriesOnTable(
  last: FoundTaskTable,
  table: ReadingTable,
  block: number,
  between: string,
): FoundTaskTable | null {
  if (
    table.columns !== last.table.columns ||
    between.replace(/\s/g, '').length > longestBetween ||
    between.includes('#')
  )
    return null;
  return { block, table, grid: gridOf(table), head: 0, body: 0, columns: last.columns };
}

function largestTable(blocks: readonly ReadingBlock[]): { table: ReadingTable; index: number } | null {
  let best: { table: ReadingTable; index: number } | null = null;
  blocks.forEach((block, index) => {
    if (block.type === 'table' && (!best || block.cells.length > best.table.cells.length))
      best = { table: block, index };
  });
  return best;
}

function columnsOf(
  blocks: readonly ReadingBlock[],
  tables: readonly FoundTaskTable[],
  warnings: string[],
): ReadPlan['columns'] {
  const first = tables[0];
  if (first) {
    const unread = first.columns.filter((column) => column.meaning === 'unknown' && column.caption !== '');
    if (unread.length > 0) {
      warnings.push(
        `Chưa hiểu cột ${unread.map((column) => `“${column.caption}”`).join(', ')}; nội dung cột đó chưa được lấy. Có thể chọn lại ý nghĩa của cột.`,
      );
    }
    return first.columns.map(({ caption, meaning }) => ({ caption, meaning }));
  }
  const largest = largestTable(blocks);
  const byHand =
    largest && largest.table.columns >= 4 && largest.table.rows >= 4 ? tableByHand(largest.table, largest.index) : null;
  if (!byHand) return [];
  warnings.push(
    'Có một bảng nhưng chưa hiểu tên các cột của nó. Hãy chọn ý nghĩa cho từng cột để lấy nhiệm vụ từ bảng.',
  );
  return byHand.columns.map(({ caption, meaning }) => ({ caption, meaning }));
}

/** Lines above the first and below the last task table of a workbook; a Word file has them outside its tables. */
function aroundSheet(tables: readonly FoundTaskTable[]): { above: Line[]; below: Line[] } {
  const first = tables[0];
  const last = tables.at(-1);
  if (!first || !last || first.table.sheet === undefined) return { above: [], below: [] };
  let end = last.body;
  while (end < last.table.rows && !endsTable(ownCells(last.table, end).filter((cell) => cell.text.trim() !== '')))
    end++;
  return {
    above: sheetLines(first.table, first.block, 0, first.head),
    below: sheetLines(last.table, last.block, end, last.table.rows),
  };
}

type Body = {
  basis: string[];
  preamble: string[];
  sections: ReadSection[];
  closing: string[];
  recipients: string[];
  signer: ReadHeader['signer'];
  /** Index of the first line after the plan itself. */
  end: number;
};

function readBody(lines: readonly Line[], head: Head, below: readonly Line[], blocks: readonly ReadingBlock[]): Body {
  const apart = below.length > 0 ? readEnding(below, 0) : null;
  const ending = apart?.found ? { ...apart, start: lines.length, end: lines.length } : readEnding(lines, head.end);
  const annexStart = lines.findIndex((line, index) => index >= head.end && index < ending.start && isAnnexHead(line));
  const stop = annexStart >= 0 ? annexStart : ending.start;
  const text = lines.slice(head.end, stop).filter((line) => line.text !== '');
  const firstSection = text.findIndex((line) => opensSections(line));
  const opening = firstSection < 0 ? text : text.slice(0, firstSection);
  const closingAt = text.findLastIndex((line, index) => index > firstSection && /^trên đây là\s/iu.test(line.text));
  const sectionLines = firstSection < 0 ? [] : text.slice(firstSection, closingAt > 0 ? closingAt : undefined);
  const basis = opening.filter((line) => /^[-–+•]?\s*(?:căn cứ|thực hiện|theo|xét)(?!\p{L})/iu.test(line.text));
  return {
    basis: basis.map((line) => flat(line.text.replace(/^[-–+•]\s*/u, ''))),
    preamble: opening.filter((line) => !basis.includes(line)).map((line) => flat(line.text)),
    sections: readSections(withBodyTables(sectionLines, blocks)),
    closing: closingAt > 0 ? text.slice(closingAt).map((line) => flat(line.text)) : [],
    recipients: ending.recipients,
    signer: ending.signer,
    end: ending.found ? ending.end : stop,
  };
}

const isAnnexHead = (line: Line): boolean =>
  line.column === null &&
  /^phụ lục(?:\s+(?:số\s+)?[IVX\d]+)?\s*[:.]?$/iu.test(flat(line.text)) &&
  (line.align === 'center' || line.bold || isUpper(line.text));

/** The first numbered or styled heading of the text. */
const opensSections = (line: Line): boolean => {
  const label = parseLabel(line.text);
  if (label) return label.kind !== 'dash' && label.kind !== 'plus' && label.kind !== 'dot' && label.kind !== 'letter';
  return line.level !== null || (line.bold && isUpper(line.text) && !startsText(line.text));
};

/** "UBND xã Minh Tiến ban hành Kế hoạch …" where the head of the document is missing. */
function issuerInText(lines: readonly Line[]): string {
  for (const line of lines.slice(0, 40)) {
    const found =
      /(?:UBND|(?:Ủy|Uỷ|ủy|uỷ) ban nhân dân)\s+(xã|phường|thị trấn|đặc khu|huyện|thị xã|thành phố|quận|tỉnh)\s+((?:\p{Lu}[\p{L}']*\s+){1,4}?)(?:ban hành|xây dựng|phấn đấu)/u.exec(
        flat(line.text),
      );
    if (found) return `UBND ${found[1]} ${groupOf(found, 2).trim()}`;
  }
  return '';
}

function headerOf(head: Head, body: Body, issuer: string, annex: readonly Line[], context: DoubtContext): ReadHeader {
  const doubts: Doubt[] = [];
  if (head.number === '' && head.symbol !== '')
    doubts.push(makeDoubt('number', 'Số văn bản để trống.', head.symbol, null, head.numberPlace));
  if (head.date === '' && head.datePlace)
    doubts.push(makeDoubt('date', 'Ngày ban hành để trống.', '', null, head.datePlace));
  const title = head.title || titleInText([...body.basis, ...body.preamble]);
  doubts.push(...textDoubts({ field: 'title', text: title, place: head.titlePlace }, context));
  for (const line of annex) doubts.push(...annexDoubts(line, context));
  doubts.push(...sectionDoubts(body.sections, context));
  return {
    number: head.number,
    date: head.date,
    place: head.place,
    issuer,
    title,
    year: head.year ?? yearIn(title) ?? context.planYear,
    basis: body.basis,
    preamble: body.preamble,
    sections: body.sections,
    closing: body.closing,
    recipients: body.recipients,
    signer: body.signer,
    doubts,
  };
}

/** "ban hành Kế hoạch nâng cao … như sau:" names the plan where no title stands. */
function titleInText(opening: readonly string[]): string {
  for (const text of opening) {
    const found = /ban hành [Kk]ế hoạch\s+(.+?),?\s*(?:cụ thể\s+)?(?:như sau|với (?:các|những) nội dung)/u.exec(text);
    if (found) return capital(groupOf(found, 1));
  }
  return '';
}

/** Slips and stale years in the text, and a main section whose number does not go on from the one before. */
function sectionDoubts(sections: readonly ReadSection[], context: DoubtContext): Doubt[] {
  const doubts: Doubt[] = [];
  let last = 0;
  for (const section of sections) {
    if (parseLabel(`${section.label} x`)?.kind === 'roman') {
      const value = romanValue(section.label);
      if (value <= last) {
        const meant = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'][last];
        const suggestion = meant === undefined ? null : section.label.replace(/[IVX]+/, meant);
        doubts.push(
          makeDoubt('sections', 'Số mục không nối tiếp mục trước.', section.label, suggestion, section.place ?? null),
        );
      }
      last = Math.max(value, last + 1);
    }
    walk(section, (text, place) => doubts.push(...textDoubts({ field: 'sections', text, place }, context)));
  }
  return doubts;
}

function walk(
  section: ReadSection,
  visit: (text: string, place: (ReadSection['place'] & object) | null) => void,
): void {
  const place = section.place ?? null;
  for (const text of [section.heading, ...plainTexts(section.paragraphs)]) if (text !== '') visit(text, place);
  for (const child of section.children) walk(child, visit);
}

/**
 * The heading right above a table, for plans that print one table for each area: asked only where there are several tables
 * with heads of their own and no column or row names the area.
 */
function areaBefore(blocks: readonly ReadingBlock[], tables: readonly FoundTaskTable[], index: number): string {
  const found = itemAt(tables, index);
  if (tables.length < 2 || found.body === 0 || found.columns.some((column) => column.meaning === 'dimension'))
    return '';
  const title = titleOf(found);
  const repeated = title !== '' && tables.every((other) => titleOf(other) === title);
  if (title !== '' && !repeated) return title;
  if (found.table.sheet !== undefined)
    return /^(?:sheet|trang tính|bảng)?\s*\d*$/iu.test(found.table.sheet) ? '' : found.table.sheet;
  for (let at = found.block - 1; at >= 0; at--) {
    const block = itemAt(blocks, at);
    if (block.type === 'table') return '';
    const text = flat(block.text);
    if (text !== '' && !/^\(|^đơn vị tính/iu.test(text)) return text.length <= 200 ? text.replace(/[:.]$/, '') : '';
  }
  return '';
}

/** The row right above the head of a table, where it holds one text. */
function titleOf(found: FoundTaskTable): string {
  const cells = ownCells(found.table, found.head - 1).filter((cell) => cell.text !== '');
  return cells.length === 1 ? flat(firstOf(cells).text) : '';
}

function* textsOf(blocks: readonly ReadingBlock[]): Generator<string> {
  for (const block of blocks) {
    if (block.type === 'paragraph') yield block.text;
    else for (const cell of block.cells) yield cell.text;
  }
}
