/** What stands in a Word file, as plain facts: paragraphs with their styles, tables with merges and header rows, sections. */

import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';

type Xml = Record<string, unknown> & { ':@'?: Record<string, string> };

export type WordParagraph = { style: string; text: string; bold: string; italic: string; keepNext: boolean };
export type WordCell = { paragraphs: string[]; columnSpan: number; merge: 'none' | 'start' | 'continued' };
export type WordRow = { header: boolean; whole: boolean; cells: WordCell[] };
export type WordSection = {
  orientation: string;
  width: number;
  height: number;
  margins: number[];
  firstPageDiffers: boolean;
  numbersFrom: number;
};
export type WordBlock = WordParagraph | { table: WordRow[]; ruled: boolean } | { section: WordSection };

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
});

export const partOf = (file: Uint8Array, name: string): string => strFromU8(unzipSync(file)[name] ?? new Uint8Array());

const nameOf = (node: Xml): string => Object.keys(node).find((key) => key !== ':@') ?? '';
const childrenOf = (node: Xml | undefined): Xml[] => (node ? ((node[nameOf(node)] ?? []) as Xml[]) : []);
const child = (node: Xml | undefined, name: string): Xml | undefined =>
  childrenOf(node).find((each) => nameOf(each) === name);
const attribute = (node: Xml | undefined, name: string): string => node?.[':@']?.[name] ?? '';

export function readWord(file: Uint8Array): WordBlock[] {
  const roots = parser.parse(partOf(file, 'word/document.xml')) as Xml[];
  const body = child(
    roots.find((each) => nameOf(each) === 'w:document'),
    'w:body',
  );
  return childrenOf(body).flatMap(blocksOf);
}

function blocksOf(node: Xml): WordBlock[] {
  if (nameOf(node) === 'w:tbl') return [tableOf(node)];
  if (nameOf(node) === 'w:sectPr') return [{ section: sectionOf(node) }];
  if (nameOf(node) !== 'w:p') return [];
  const section = child(child(node, 'w:pPr'), 'w:sectPr');
  return section ? [{ section: sectionOf(section) }] : [paragraphOf(node)];
}

export function paragraphOf(node: Xml): WordParagraph {
  const properties = child(node, 'w:pPr');
  const runs = childrenOf(node).filter((each) => nameOf(each) === 'w:r');
  const styled = (tag: string) =>
    runs
      .filter((each) => child(child(each, 'w:rPr'), tag))
      .map(runText)
      .join('|');
  return {
    style: attribute(child(properties, 'w:pStyle'), 'w:val'),
    text: runs.map(runText).join(''),
    bold: styled('w:b'),
    italic: styled('w:i'),
    keepNext: child(properties, 'w:keepNext') !== undefined,
  };
}

const runText = (node: Xml): string =>
  childrenOf(node)
    .map((each) => {
      if (nameOf(each) === 'w:br') return '\n';
      return nameOf(each) === 'w:t'
        ? childrenOf(each)
            .map((text) => String(text['#text'] ?? ''))
            .join('')
        : '';
    })
    .join('');

function tableOf(node: Xml): WordBlock {
  const borders = child(child(node, 'w:tblPr'), 'w:tblBorders');
  const rows = childrenOf(node).filter((each) => nameOf(each) === 'w:tr');
  return {
    ruled: attribute(child(borders, 'w:insideV'), 'w:val') === 'single',
    table: rows.map((row) => ({
      header: child(child(row, 'w:trPr'), 'w:tblHeader') !== undefined,
      whole: child(child(row, 'w:trPr'), 'w:cantSplit') !== undefined,
      cells: childrenOf(row)
        .filter((each) => nameOf(each) === 'w:tc')
        .map(cellOf),
    })),
  };
}

function cellOf(node: Xml): WordCell {
  const properties = child(node, 'w:tcPr');
  const merge = child(properties, 'w:vMerge');
  return {
    paragraphs: childrenOf(node)
      .filter((each) => nameOf(each) === 'w:p')
      .map((each) => paragraphOf(each).text),
    columnSpan: Number(attribute(child(properties, 'w:gridSpan'), 'w:val') || 1),
    merge: merge === undefined ? 'none' : attribute(merge, 'w:val') === 'restart' ? 'start' : 'continued',
  };
}

function sectionOf(node: Xml): WordSection {
  const size = child(node, 'w:pgSz');
  const margin = child(node, 'w:pgMar');
  return {
    orientation: attribute(size, 'w:orient'),
    width: Number(attribute(size, 'w:w')),
    height: Number(attribute(size, 'w:h')),
    margins: ['w:top', 'w:right', 'w:bottom', 'w:left'].map((side) => Number(attribute(margin, side))),
    firstPageDiffers: child(node, 'w:titlePg') !== undefined,
    numbersFrom: Number(attribute(child(node, 'w:pgNumType'), 'w:start')),
  };
}

/** Every word of the file in reading order, table cells by rows; a merged cell says its words once. */
export const wordsOfWord = (blocks: readonly WordBlock[]): string[] =>
  blocks.flatMap((block) => {
    if ('section' in block) return [];
    const texts =
      'table' in block ? block.table.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs)) : [block.text];
    return texts.flatMap((text) => text.split(/\s+/)).filter((word) => word !== '');
  });
