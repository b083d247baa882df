/** Three writers of the same grid: the docx library, Word XML by hand, sheet XML by hand; and HTML and tabs for pasting. */

import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, VerticalMergeType, WidthType } from 'docx';
import { strToU8, zipSync } from 'fflate';
import type { Grid, GridCell } from './plan-table.ts';

const bytesOf = (text: string): Uint8Array => strToU8(text);

export const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** Cell that covers a place although nothing is written there. */
function coverOf(grid: Grid, row: number, column: number): { cell: GridCell; row: number; column: number } | null {
  for (let at = row; at >= 0; at--) {
    for (let left = column; left >= 0; left--) {
      const cell = grid.rows[at]![left];
      if (cell && at + cell.rowSpan > row && left + cell.columnSpan > column) return { cell, row: at, column: left };
    }
  }
  return null;
}

/** A document with one table (or several), made by the docx library: merges as restart and continue cells. */
export async function docxByLibrary(grids: readonly Grid[], before: readonly string[] = []): Promise<Uint8Array> {
  const children = grids.flatMap((grid, index) => [
    ...(before[index] === undefined
      ? []
      : [new Paragraph({ children: [new TextRun({ text: before[index]!, bold: true })] })]),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: grid.rows.map(
        (row, at) => new TableRow({ tableHeader: at < grid.headerRows, children: libraryCells(grid, row, at) }),
      ),
    }),
    new Paragraph(''),
  ]);
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

function libraryCells(grid: Grid, row: readonly (GridCell | null)[], at: number): TableCell[] {
  const cells: TableCell[] = [];
  row.forEach((cell, column) => {
    if (cell) {
      cells.push(
        new TableCell({
          columnSpan: cell.columnSpan,
          ...(cell.rowSpan > 1 ? { verticalMerge: VerticalMergeType.RESTART } : {}),
          children: cell.text
            .split('\n')
            .map((text) => new Paragraph({ children: [new TextRun({ text, bold: cell.bold })] })),
        }),
      );
      return;
    }
    const cover = coverOf(grid, at, column);
    if (cover && cover.row < at && cover.column === column) {
      cells.push(
        new TableCell({
          columnSpan: cover.cell.columnSpan,
          verticalMerge: VerticalMergeType.CONTINUE,
          children: [new Paragraph('')],
        }),
      );
    }
  });
  return cells;
}

const wordSpace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** The part that tells programs where a package begins. */
const packageStart = (target: string): Uint8Array =>
  bytesOf(
    `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"/></Relationships>`,
  );

/** A .docx around a body written by hand; other parts by name. */
export function docxOfXml(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  return zipSync({
    '[Content_Types].xml': bytesOf(
      `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': packageStart('word/document.xml'),
    'word/document.xml': bytesOf(`${declaration}<w:document ${wordSpace}><w:body>${body}</w:body></w:document>`),
    ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, bytesOf(text)])),
  });
}

export const wordParagraph = (text: string, properties = '', runProperties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r>${runProperties === '' ? '' : `<w:rPr>${runProperties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;

/** The same grid as Word writes it itself. */
export function wordTable(grid: Grid): string {
  const rows = grid.rows.map((row, at) => {
    const cells = row.map((cell, column) => {
      if (cell) {
        const settings = `${cell.columnSpan > 1 ? `<w:gridSpan w:val="${cell.columnSpan}"/>` : ''}${cell.rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : ''}`;
        const content = cell.text
          .split('\n')
          .map((text) => wordParagraph(text, '', cell.bold ? '<w:b/>' : ''))
          .join('');
        return `<w:tc><w:tcPr>${settings}</w:tcPr>${content}</w:tc>`;
      }
      const cover = coverOf(grid, at, column);
      if (!cover || cover.row === at || cover.column !== column) return '';
      const span = cover.cell.columnSpan > 1 ? `<w:gridSpan w:val="${cover.cell.columnSpan}"/>` : '';
      return `<w:tc><w:tcPr>${span}<w:vMerge/></w:tcPr><w:p/></w:tc>`;
    });
    return `<w:tr>${cells.join('')}</w:tr>`;
  });
  return `<w:tbl><w:tblPr/><w:tblGrid>${'<w:gridCol/>'.repeat(grid.columns)}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

export const columnName = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : columnName(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));

/** Cells of a sheet as XML, texts inline. */
export function sheetXml(
  grid: Grid,
  options: { titles?: readonly string[]; extra?: string; before?: string } = {},
): string {
  const titles = options.titles ?? [];
  const merges: string[] = [];
  const rows = titles.map((title, at) => `<row r="${at + 1}">${inlineCell(at, 0, title)}</row>`);
  titles.forEach((_, at) => {
    merges.push(`A${at + 1}:${columnName(grid.columns - 1)}${at + 1}`);
  });
  grid.rows.forEach((row, index) => {
    const at = index + titles.length;
    const cells = row.map((cell, column) => {
      if (!cell) return '';
      if (cell.rowSpan > 1 || cell.columnSpan > 1) {
        merges.push(`${columnName(column)}${at + 1}:${columnName(column + cell.columnSpan - 1)}${at + cell.rowSpan}`);
      }
      return cell.text === '' ? '' : inlineCell(at, column, cell.text);
    });
    rows.push(`<row r="${at + 1}">${cells.join('')}</row>`);
  });
  const merged =
    merges.length === 0 ? '' : `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  return `${declaration}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${options.before ?? ''}<sheetData>${rows.join('')}</sheetData>${options.extra ?? ''}${merged}</worksheet>`;
}

const inlineCell = (row: number, column: number, text: string): string =>
  `<c r="${columnName(column)}${row + 1}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;

/** A workbook around sheets written by hand; a sheet may be marked hidden. */
export function xlsxOfXml(
  sheets: readonly { name: string; xml: string; state?: string }[],
  parts: Readonly<Record<string, string>> = {},
  workbookSettings = '',
): Uint8Array {
  const entries = sheets
    .map(
      ({ name, state }, index) =>
        `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`,
    )
    .join('');
  const relations = sheets
    .map(
      (_, index) =>
        `<Relationship Id="rId${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
    )
    .join('');
  return zipSync({
    '[Content_Types].xml': bytesOf(
      `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    ),
    '_rels/.rels': packageStart('xl/workbook.xml'),
    'xl/workbook.xml': bytesOf(
      `${declaration}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${workbookSettings}<sheets>${entries}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': bytesOf(
      `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations}</Relationships>`,
    ),
    ...Object.fromEntries(sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, bytesOf(sheet.xml)])),
    ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, bytesOf(text)])),
  });
}

/** The grid as a page, the way Word puts a table on the clipboard. */
export function htmlTable(grid: Grid): string {
  const rows = grid.rows.map((row) => {
    const cells = row.map((cell) =>
      cell
        ? `<td${cell.rowSpan > 1 ? ` rowspan=${cell.rowSpan}` : ''}${cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : ''}>${cell.text
            .split('\n')
            .map(
              (text) => `<p class=MsoNormal>${cell.bold ? '<b>' : ''}${escapeXml(text)}${cell.bold ? '</b>' : ''}</p>`,
            )
            .join('\n')}</td>`
        : '',
    );
    return `<tr>${cells.join('\n')}</tr>`;
  });
  return `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p {margin:0}</style></head><body><table border=1>${rows.join('\n')}</table></body></html>`;
}

/** The grid as Excel copies it: tabs between cells, quotes around cells of several lines, merged cells once. */
export const tabbed = (grid: Grid): string =>
  grid.rows
    .map((row) =>
      row
        .map((cell) => (cell ? (/[\n\t"]/.test(cell.text) ? `"${cell.text.replace(/"/g, '""')}"` : cell.text) : ''))
        .join('\t'),
    )
    .join('\r\n');
