/** A Word table as cells in grid coordinates, merged cells once. */
import type { ReadingBlock, ReadingCell, ReadingTable } from '../../../../shared/reading/blocks.ts';
import { limits } from '../container/limits.ts';
import { stopReading } from '../container/problems.ts';
import { child, childrenOf, childValue, isOn, type XmlElement } from '../container/xml.ts';
import { flow } from './flow.ts';

/** Turns the content of a cell (paragraphs, tables inside) into blocks. */
export type ReadContent = (cell: XmlElement) => ReadingBlock[];

/**
 * Reads a table. A table of one column is a frame drawn around text, not a table: its content comes back as blocks.
 * Rows deleted by tracked changes are left out. Refuses grids beyond the limits.
 */
export function readTable(element: XmlElement, readContent: ReadContent): ReadingBlock[] {
  const cells: (ReadingCell & { content: ReadingBlock[] })[] = [];
  /** The cell that a "continue" mark in a column would grow. */
  const open = new Map<number, ReadingCell>();
  let rows = 0;
  let columns = 0;
  let headerRows = 0;
  for (const row of flow(element.children)) {
    if (row.name !== 'tr') continue;
    const properties = child(row, 'trPr');
    if (child(properties, 'del')) continue;
    if (isOn(properties, 'tblHeader') && headerRows === rows) headerRows++;
    let column = span(childValue(properties, 'gridBefore'), 0);
    let leftOfRow: ReadingCell | undefined;
    for (const cell of flow(row.children)) {
      if (cell.name !== 'tc') continue;
      const settings = child(cell, 'tcPr');
      const columnSpan = Math.max(1, span(childValue(settings, 'gridSpan'), 1));
      if (column + columnSpan > limits.columns) stopReading('too-large');
      const vertical = child(settings, 'vMerge');
      const above = open.get(column);
      if (
        childValue(settings, 'hMerge') !== undefined &&
        child(settings, 'hMerge')?.attributes.val !== 'restart' &&
        leftOfRow
      ) {
        leftOfRow.columnSpan += columnSpan;
      } else if (vertical && vertical.attributes.val !== 'restart' && above && above.row + above.rowSpan === rows) {
        above.rowSpan++;
        leftOfRow = above;
      } else {
        const content = readContent(cell);
        const made = {
          row: rows,
          column,
          rowSpan: 1,
          columnSpan,
          text: textOf(content),
          bold: isBold(content),
          ...looksOf(content),
          content,
        };
        cells.push(made);
        leftOfRow = made;
        if (vertical) open.set(column, made);
        else open.delete(column);
      }
      column += columnSpan;
    }
    columns = Math.max(columns, column);
    rows++;
    if (rows * columns > limits.cells) stopReading('too-large');
  }
  if (cells.length === 0) return [];
  if (cells.every((cell) => cell.column === cells[0]!.column)) return cells.flatMap((cell) => cell.content);
  const table: ReadingTable = {
    type: 'table',
    rows,
    columns,
    headerRows,
    cells: cells.map(({ content: _content, ...cell }) => cell),
  };
  const widths = childrenOf(child(element, 'tblGrid'), 'gridCol').map(({ attributes }) => Number(attributes.w));
  if (widths.length === columns && widths.every((width) => width > 0)) table.widths = widths;
  return [table];
}

function span(written: string | undefined, fallback: number): number {
  const value = Number(written);
  if (written === undefined || !Number.isInteger(value) || value < 0) return fallback;
  return value > limits.columns ? stopReading('too-large') : value;
}

function textOf(content: readonly ReadingBlock[]): string {
  const lines = content.map((block) => (block.type === 'paragraph' ? block.text.trim() : tableText(block)));
  const text = lines.filter((line) => line !== '').join('\n');
  return text.length > limits.text ? stopReading('too-large') : text;
}

/** A table inside a cell keeps its words: one line for each of its rows. */
function tableText(table: ReadingTable): string {
  const lines: string[] = [];
  for (const cell of table.cells) {
    if (cell.text === '') continue;
    const before = lines[cell.row];
    lines[cell.row] = before === undefined ? cell.text : `${before} ${cell.text}`;
  }
  return lines.filter((line) => line !== undefined).join('\n');
}

/** Looks of the words and the alignment of the first of them, where there is something to say. */
function looksOf(content: readonly ReadingBlock[]): Pick<ReadingCell, 'runs' | 'align'> {
  const shown = content.filter((block) => block.type === 'paragraph' && block.text.trim() !== '');
  const paragraphs = shown.filter((block) => block.type === 'paragraph');
  const align = paragraphs[0]?.align;
  const runs = paragraphs.some((block) => block.runs) && content.every((block) => block.type === 'paragraph');
  return {
    ...(runs ? { runs: paragraphs.map((block) => block.runs ?? [{ text: block.text }]) } : {}),
    ...(align === 'center' || align === 'justify' ? { align } : {}),
  };
}

function isBold(content: readonly ReadingBlock[]): boolean {
  const shown = content.filter((block) => block.type === 'paragraph' && block.text.trim() !== '');
  return shown.length > 0 && shown.every((block) => block.type === 'paragraph' && block.bold);
}
