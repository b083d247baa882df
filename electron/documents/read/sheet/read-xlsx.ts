/**
 * A .xlsx (or .xlsm, .xltx: macros are never looked at) as blocks: one table for each visible sheet. Formulas are not
 * computed, the value last saved is read. Links to other files are not followed.
 */
import type { ReadingBlock } from '../../../../shared/reading/blocks.ts';
import { cleanText } from '../../../../shared/reading/clean-text.ts';
import type { ContainerText } from '../container/container-text.ts';
import { limits } from '../container/limits.ts';
import { stopReading } from '../container/problems.ts';
import type { Container } from '../container/unpack.ts';
import { child, childrenOf, ownText, parseXml, type XmlElement } from '../container/xml.ts';
import { type Merge, type Sheet, type SheetCell, sheetBlocks } from './cells.ts';
import { formatNumber } from './number-format.ts';
import {
  type CellStyle,
  type RichText,
  readCellStyles,
  readRichText,
  readSharedTexts,
  richTextOf,
} from './workbook.ts';

type Context = {
  styles: (index: number) => CellStyle;
  texts: RichText[];
  from1904: boolean;
  encodings: Set<string>;
};

/** Reads the visible sheets of a workbook in order. */
export function readXlsx(container: Container, main: string): ContainerText {
  const folder = main.includes('/') ? main.slice(0, main.lastIndexOf('/') + 1) : '';
  const part = (name: string): XmlElement | undefined => {
    const bytes = container.part(`${folder}${name}`);
    return bytes ? parseXml(bytes) : undefined;
  };
  const bytes = container.part(main) ?? stopReading('broken');
  const workbook = parseXml(bytes);
  const context: Context = {
    styles: readCellStyles(part('styles.xml')),
    texts: readSharedTexts(part('sharedStrings.xml')),
    from1904: ['1', 'true', 'on'].includes(child(workbook, 'workbookPr')?.attributes.date1904 ?? ''),
    encodings: new Set(),
  };
  const targets = sheetParts(part(`_rels/${main.slice(folder.length)}.rels`), folder);
  const blocks: ReadingBlock[] = [];
  const warnings: string[] = [];
  childrenOf(child(workbook, 'sheets'), 'sheet').forEach((entry, index) => {
    const name = cleanText(entry.attributes.name ?? '').trim();
    const target = targets.get(entry.attributes.id ?? '') ?? `${folder}worksheets/sheet${index + 1}.xml`;
    const content = container.part(target);
    if (!content) return;
    if (entry.attributes.state === 'hidden' || entry.attributes.state === 'veryHidden') {
      warnings.push(`Trang tính “${name}” đang ẩn, chưa lấy.`);
      return;
    }
    const read = sheetBlocks(readSheet(parseXml(content), name, context));
    blocks.push(...read.blocks);
    warnings.push(...read.warnings);
  });
  return { blocks, warnings, encoding: [...context.encodings].join(', ') || 'unicode', plainText: false };
}

/** Which part of this container holds which sheet. Entries that point outside are ignored. */
function sheetParts(relations: XmlElement | undefined, folder: string): Map<string, string> {
  const parts = new Map<string, string>();
  for (const relation of childrenOf(relations, 'Relationship')) {
    const { Id: id, Target: target, TargetMode: mode, Type: type } = relation.attributes;
    if (id === undefined || target === undefined || mode === 'External' || !/worksheet$/.test(type ?? '')) continue;
    parts.set(id, target.startsWith('/') ? target.slice(1) : `${folder}${target.replace(/^\.\//, '')}`);
  }
  return parts;
}

function readSheet(root: XmlElement, name: string, context: Context): Sheet {
  const cells: SheetCell[] = [];
  const hiddenRows = new Set<number>();
  let row = -1;
  for (const element of childrenOf(child(root, 'sheetData'), 'row')) {
    const written = Number(element.attributes.r);
    row = Number.isInteger(written) && written > 0 ? written - 1 : row + 1;
    if (['1', 'true'].includes(element.attributes.hidden ?? '')) hiddenRows.add(row);
    let column = -1;
    for (const cell of childrenOf(element, 'c')) {
      column = columnOf(cell.attributes.r) ?? column + 1;
      const { text, bold } = shownValue(cell, context);
      if (text.length > limits.text) stopReading('too-large');
      if (text.trim() !== '') cells.push({ row, column, text, bold });
    }
    if (cells.length > limits.cells) stopReading('too-large');
  }
  const filtered =
    child(root, 'autoFilter') !== undefined ||
    ['1', 'true'].includes(child(root, 'sheetPr')?.attributes.filterMode ?? '');
  return { name, cells, merges: mergesOf(root), hiddenRows, hiddenColumns: hiddenColumnsOf(root), filtered };
}

/** Last column a sheet can have. */
const lastColumn = 16_384;

function hiddenColumnsOf(root: XmlElement): Set<number> {
  const hidden = new Set<number>();
  for (const holder of childrenOf(root, 'cols')) {
    for (const column of childrenOf(holder, 'col')) {
      const isHidden = ['1', 'true'].includes(column.attributes.hidden ?? '') || column.attributes.width === '0';
      if (!isHidden) continue;
      const last = Math.min(Number(column.attributes.max), lastColumn);
      for (let at = Number(column.attributes.min); at <= last; at++) hidden.add(at - 1);
    }
  }
  return hidden;
}

function mergesOf(root: XmlElement): Merge[] {
  const merges: Merge[] = [];
  for (const entry of childrenOf(child(root, 'mergeCells'), 'mergeCell')) {
    const found = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(entry.attributes.ref ?? '');
    if (!found) continue;
    merges.push({
      top: Number(found[2]) - 1,
      left: columnNumber(found[1]!),
      bottom: Number(found[4]) - 1,
      right: columnNumber(found[3]!),
    });
    if (merges.length > limits.cells) stopReading('too-large');
  }
  return merges;
}

const columnOf = (reference: string | undefined): number | null => {
  const letters = /^\$?([A-Z]{1,3})/.exec(reference ?? '')?.[1];
  return letters === undefined ? null : columnNumber(letters);
};

const columnNumber = (letters: string): number =>
  [...letters].reduce((total, letter) => total * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** The text a cell shows. A formula shows its saved value, an error its sign. */
function shownValue(cell: XmlElement, context: Context): { text: string; bold: boolean } {
  const style = context.styles(Number(cell.attributes.s ?? 0));
  const type = cell.attributes.t ?? 'n';
  const inline = child(cell, 'is');
  if (inline) return richTextOf(readRichText(inline), style, context.encodings);
  const value = ownText(child(cell, 'v'));
  if (value === '') return { text: '', bold: false };
  if (type === 's') {
    const rich = context.texts[Number(value)];
    return rich ? richTextOf(rich, style, context.encodings) : { text: '', bold: false };
  }
  if (type === 'n') return { text: formatNumber(Number(value), style.format, context.from1904), bold: style.bold };
  if (type === 'd') return { text: value.replace(/^(\d{4})-(\d\d)-(\d\d).*$/, '$3/$2/$1'), bold: style.bold };
  if (type === 'b') return { text: value === '1' ? 'Có' : 'Không', bold: style.bold };
  return richTextOf({ pieces: [{ text: value, font: undefined, bold: undefined }] }, style, context.encodings);
}
