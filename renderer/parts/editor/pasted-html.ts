/** The clipboard's page → lines and tables of words. Read in an inert document: nothing runs, nothing loads. Rules WR11 and BB5. */

import { type GridCell, tableOfGrid } from '../../../shared/body/grid-table.ts';
import type { Pasted, PastedLine } from '../../../shared/body/pasted-lines.ts';
import type { Run } from '../../../shared/document/model.ts';

const skipped = new Set([
  'SCRIPT',
  'STYLE',
  'HEAD',
  'TITLE',
  'META',
  'LINK',
  'TEMPLATE',
  'XML',
  'SVG',
  'OBJECT',
  'IFRAME',
]);
const blocks = /^(P|DIV|H[1-6]|LI|TR|TD|TH|UL|OL|TABLE|TBODY|THEAD|SECTION|ARTICLE|BLOCKQUOTE|BODY)$/;

type Look = { bold: boolean; italic: boolean };

export function linesOfHtml(html: string): Pasted[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return readContent(body, true);
}

function readContent(root: Element, withTables: boolean): Pasted[] {
  const found: Pasted[] = [];
  let runs: Run[] = [];
  const flush = (heading = 0): void => {
    const text = runs.map((run) => run.text).join('');
    if (text.trim() !== '') found.push({ text, heading, runs });
    runs = [];
  };
  const walk = (node: Node, look: Look): void => {
    if (node.nodeType === Node.TEXT_NODE) runs.push({ text: (node.nodeValue ?? '').replace(/\s+/g, ' '), ...look });
    if (!(node instanceof Element)) return;
    const name = node.tagName.toUpperCase();
    if (skipped.has(name) || isHidden(node)) return;
    const isBlock = name === 'BR' || blocks.test(name);
    if (isBlock) flush();
    if (name === 'TABLE' && withTables) {
      const table = readTable(node);
      if (table) {
        found.push(table);
        return;
      }
    }
    if (name === 'LI') runs = [{ text: markerOf(node) }];
    const own = lookOf(node, name, look);
    for (const child of node.childNodes) walk(child, own);
    if (isBlock) flush(/^H[1-6]$/.test(name) ? Number(name[1]) : 0);
  };
  for (const child of root.childNodes) walk(child, { bold: false, italic: false });
  flush();
  return found;
}

/** What an element says of its words; a style speaks louder than the name of the element. */
function lookOf(element: Element, name: string, above: Look): Look {
  const style = element.getAttribute('style') ?? '';
  const weight = /(?:^|;)\s*font-weight\s*:\s*([a-z0-9]+)/i.exec(style)?.[1]?.toLowerCase();
  const slant = /(?:^|;)\s*font-style\s*:\s*([a-z]+)/i.exec(style)?.[1]?.toLowerCase();
  const bold =
    weight === undefined ? name === 'B' || name === 'STRONG' || above.bold : /^(bold(er)?|[6-9]\d\d)$/.test(weight);
  const italic = slant === undefined ? name === 'I' || name === 'EM' || above.italic : slant !== 'normal';
  return { bold, italic };
}

const isHidden = (element: Element): boolean =>
  /display\s*:\s*none|mso-hide\s*:\s*all/i.test(element.getAttribute('style') ?? '') || element.hasAttribute('hidden');

function markerOf(item: Element): string {
  const list = item.parentElement;
  if (list?.tagName !== 'OL') return '- ';
  return `${[...list.children].indexOf(item) + 1}. `;
}

const span = (cell: Element, name: string): number => Math.min(500, Math.max(1, Number(cell.getAttribute(name)) || 1));

/** Null for what is no table of data: one cell or column, a frame Word draws to lay out a page, more than a body holds. */
function readTable(table: Element): ReturnType<typeof tableOfGrid> {
  if (/MsoNormalTable/.test(table.className) && table.getAttribute('border') === '0') return null;
  const lines = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table && !isHidden(row));
  const taken = new Set<string>();
  const cells: (GridCell & { header: boolean; width: number | null })[] = [];
  let columns = 0;
  lines.forEach((line, row) => {
    let column = 0;
    for (const cell of line.children) {
      if (!/^T[DH]$/.test(cell.tagName)) continue;
      while (taken.has(`${row},${column}`)) column++;
      const [columnSpan, rowSpan] = [span(cell, 'colspan'), span(cell, 'rowspan')];
      for (let down = 0; down < Math.min(rowSpan, lines.length - row); down++)
        for (let along = 0; along < columnSpan; along++) taken.add(`${row + down},${column + along}`);
      const look = lookOf(cell, cell.tagName, { bold: false, italic: false });
      const words = readContent(cell, false).filter((each): each is PastedLine => !('type' in each));
      const paragraphs = words.map(({ text, runs }) =>
        (runs ?? [{ text }]).map((run) => ({ ...run, bold: run.bold || look.bold, italic: run.italic || look.italic })),
      );
      const width = columnSpan === 1 ? widthOf(cell) : null;
      const header = cell.tagName === 'TH' || line.parentElement?.tagName === 'THEAD';
      cells.push({ row, column, rowSpan, columnSpan, paragraphs, align: alignOf(cell), header, width });
      column += columnSpan;
    }
    columns = Math.max(columns, column);
  });
  if (columns < 2 || cells.length < 2) return null;
  const shares = Array.from(
    { length: columns },
    (_, at) => cells.find((cell) => cell.column === at && cell.width)?.width ?? null,
  );
  return tableOfGrid(cells, { rows: lines.length, columns, headerRows: headerRowsOf(cells, lines.length), shares });
}

/** Rows that are marked as heads; without a mark a first row in bold letters is one. */
function headerRowsOf(cells: readonly (GridCell & { header: boolean })[], rows: number): number {
  let marked = 0;
  while (
    marked < rows &&
    cells.some((cell) => cell.row === marked) &&
    cells.every((cell) => cell.row !== marked || cell.header)
  )
    marked++;
  if (marked > 0 || rows < 2) return marked;
  const first = cells.filter((cell) => cell.row === 0 && cell.paragraphs.length > 0);
  const isBold = first.every((cell) =>
    cell.paragraphs.every((runs) => runs.every((run) => run.bold || run.text.trim() === '')),
  );
  return first.length > 1 && isBold ? Math.max(...first.map((cell) => cell.rowSpan)) : 0;
}

function widthOf(cell: Element): number | null {
  const said = /(?:^|;)\s*width\s*:\s*([\d.]+)(?:pt|px|%)/i.exec(cell.getAttribute('style') ?? '')?.[1];
  const width = Number.parseFloat(said ?? cell.getAttribute('width') ?? '');
  return Number.isFinite(width) && width > 0 ? width : null;
}

function alignOf(cell: Element): GridCell['align'] {
  const said = (element: Element | null): string =>
    element?.getAttribute('align') ??
    /text-align\s*:\s*([a-z]+)/i.exec(element?.getAttribute('style') ?? '')?.[1] ??
    '';
  const align = (said(cell.querySelector('p')) || said(cell)).toLowerCase();
  return align === 'center' || align === 'justify' ? align : 'left';
}
