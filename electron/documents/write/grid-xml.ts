/**
 * The ruled table of a task list, written as WordprocessingML by hand: the document library needs some seconds and most of a
 * gigabyte for five thousand rows, this a fraction of both. What is written is what the library would write.
 */
import { cellPadding, cellParagraphGap } from '../../../shared/document/cells.ts';
import type { NodeOf, Run, TableCell } from '../../../shared/document/model.ts';
import { type GridSlot, placeCells } from '../../../shared/document/table-grid.ts';
import { twips } from './measures.ts';
import { styleOf } from './styles.ts';
import { paragraphXml, runsXml } from './xml.ts';

const sides = ['top', 'left', 'bottom', 'right'] as const;

const borders = [...sides, 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('');

const margins = sides
  .map((side) => {
    const width = side === 'top' || side === 'bottom' ? cellPadding.vertical : cellPadding.horizontal;
    return `<w:${side} w:w="${twips(width)}" w:type="dxa"/>`;
  })
  .join('');

const alignments = { left: 'left', center: 'center', justify: 'both' } as const;

/** The table `room` millimetres wide: fixed columns, header rows repeated on every page, only `tall` rows torn apart. */
export function gridXml(node: NodeOf<'table'>, room: number, tall: ReadonlySet<number>): string {
  const placed = placeCells(node.columns.length, node.rows);
  if (!placed.ok) throw new Error(placed.error);
  const total = node.columns.reduce((sum, column) => sum + column.share, 0);
  const widths = node.columns.map((column) => twips((column.share / total) * room));
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const rows = placed.value.map((slots, at) => {
    const isHeader = at < node.headerRows;
    const cells = slots.map((slot) => cellXml(slot, node, widths, isHeader)).join('');
    const look = `${tall.has(at) ? '' : '<w:cantSplit/>'}${isHeader ? '<w:tblHeader/>' : ''}`;
    return `<w:tr>${look === '' ? '' : `<w:trPr>${look}</w:trPr>`}${cells}</w:tr>`;
  });
  return `<w:tbl><w:tblPr><w:tblW w:w="${sumOf(widths)}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>${margins}</w:tblCellMar></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

const sumOf = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);

/** Style of every paragraph in a cell, and the space above those after the first. */
const own = { style: styleOf.table.id };
const gap = { before: cellParagraphGap };

function cellXml(
  slot: GridSlot<TableCell>,
  node: NodeOf<'table'>,
  widths: readonly number[],
  isHeader: boolean,
): string {
  const { cell, column, kind } = slot;
  const span = cell.columnSpan;
  const width = sumOf(widths.slice(column, column + span));
  const merge = kind === 'continued' ? '<w:vMerge/>' : cell.rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : '';
  const properties = `<w:tcW w:w="${width}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${merge}<w:vAlign w:val="${isHeader ? 'center' : 'top'}"/>`;
  const align = alignments[isHeader ? 'center' : (node.columns[column]?.align ?? 'left')];
  const paragraphs: readonly (readonly Run[])[] =
    kind === 'start' && cell.paragraphs.length > 0 ? cell.paragraphs : [[]];
  const look = { bold: isHeader, size: node.size };
  const text = paragraphs
    .map((runs, at) => paragraphXml(at === 0 ? { ...own, align } : { ...own, ...gap, align }, runsXml(runs, look)))
    .join('');
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${text}</w:tc>`;
}
