/** The invisible table that places two blocks side by side: head and signature of a document. */
import { BorderStyle, type Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import { twips } from './measures.ts';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
const noMargins = { top: 0, bottom: 0, left: 0, right: 0 };

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
