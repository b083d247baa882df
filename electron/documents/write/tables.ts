/** Word tables: the invisible ones that place head and signature side by side, and the ruled one of a task list. */
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
import { cellPadding, cellParagraphGap } from '../../../shared/document/cells.ts';
import type { TableCell as ModelCell, NodeOf } from '../../../shared/document/model.ts';
import { type GridSlot, placeCells } from '../../../shared/document/table-grid.ts';
import { twips, twipsOfPoints } from './measures.ts';
import { runsOf } from './runs.ts';
import { styleOf } from './styles.ts';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
const noMargins = { top: 0, bottom: 0, left: 0, right: 0 };
const gridMargins = {
  top: twips(cellPadding.vertical),
  bottom: twips(cellPadding.vertical),
  left: twips(cellPadding.horizontal),
  right: twips(cellPadding.horizontal),
};
const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' };

/** A table without lines; `widths` in millimetres, one cell per width in each row. */
export function borderlessTable(widths: readonly number[], rows: readonly (readonly Paragraph[][])[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    borders: noBorders,
    margins: noMargins,
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, at) =>
              new TableCell({
                width: { size: twips(widths[at] ?? 0), type: WidthType.DXA },
                margins: noMargins,
                borders: { top: none, bottom: none, left: none, right: none },
                children,
              }),
          ),
        }),
    ),
  });
}

/** The ruled table of a node, `room` millimetres wide, its header rows repeated on every page and no row torn apart. */
export function gridTable(node: NodeOf<'table'>, room: number): Table {
  const placed = placeCells(node.columns.length, node.rows);
  if (!placed.ok) throw new Error(placed.error);
  const total = node.columns.reduce((sum, column) => sum + column.share, 0);
  const widths = node.columns.map((column) => twips((column.share / total) * room));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: thin, bottom: thin, left: thin, right: thin, insideHorizontal: thin, insideVertical: thin },
    margins: gridMargins,
    rows: placed.value.map((slots, at) => {
      const isHeader = at < node.headerRows;
      return new TableRow({
        tableHeader: isHeader,
        cantSplit: true,
        children: slots.map((slot) => gridCell(slot, node, widths, isHeader)),
      });
    }),
  });
}

function gridCell(
  slot: GridSlot<ModelCell>,
  node: NodeOf<'table'>,
  widths: readonly number[],
  isHeader: boolean,
): TableCell {
  const span = slot.kind === 'start' ? slot.cell.columnSpan : slot.columnSpan;
  const width = widths.slice(slot.column, slot.column + span).reduce((sum, each) => sum + each, 0);
  const align = isHeader ? 'center' : (node.columns[slot.column]?.align ?? 'left');
  const paragraphs = slot.kind === 'start' && slot.cell.paragraphs.length > 0 ? slot.cell.paragraphs : [[]];
  return new TableCell({
    columnSpan: span,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: isHeader ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
    verticalMerge:
      slot.kind === 'continued'
        ? VerticalMergeType.CONTINUE
        : slot.cell.rowSpan > 1
          ? VerticalMergeType.RESTART
          : undefined,
    children: paragraphs.map(
      (runs, at) =>
        new Paragraph({
          style: styleOf.table.id,
          spacing: at === 0 ? undefined : { before: twipsOfPoints(cellParagraphGap) },
          alignment: cellAlignments[align],
          children: runsOf(runs, { bold: isHeader || undefined }),
        }),
    ),
  });
}

const cellAlignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  justify: AlignmentType.JUSTIFIED,
} as const;
