/** The invisible table that places two blocks side by side: head and signature of a document. */
import { twips } from './measures.ts';

const sides = ['top', 'left', 'bottom', 'right'] as const;

const bordersOf = (names: readonly string[]): string =>
  names.map((side) => `<w:${side} w:val="none" w:sz="0" w:space="0" w:color="auto"/>`).join('');

const noMargins = sides.map((side) => `<w:${side} w:w="0" w:type="dxa"/>`).join('');
const tableBorders = bordersOf([...sides, 'insideH', 'insideV']);
const cellBorders = bordersOf(sides);

/** A table without lines; `widths` in millimetres, one cell of paragraphs per width in each row. */
export function borderlessTable(widths: readonly number[], rows: readonly (readonly string[])[]): string {
  const columns = widths.map(twips);
  const grid = columns.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const cell = (width: number, content: string): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:tcBorders>${cellBorders}</w:tcBorders><w:tcMar>${noMargins}</w:tcMar></w:tcPr>${content}</w:tc>`;
  const body = rows
    .map(
      (cells) =>
        `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.map((content, at) => cell(columns[at] ?? 0, content)).join('')}</w:tr>`,
    )
    .join('');
  const width = twips(widths.reduce((sum, each) => sum + each, 0));
  return `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:tblBorders>${tableBorders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>${noMargins}</w:tblCellMar></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${body}</w:tbl>`;
}
