/**
 * The preview page as sheets of paper: the browser's own columns break the text where the printer will (same lengths, same rules for
 * keeping lines together), each column one page high and the next below it. Browsers without wrapping columns show one long sheet.
 */
import { decree30, textArea } from '../../../shared/document/decree30.ts';

/** Between two sheets. */
const gap = 6;
const side = 4;
const margins = decree30.margins;
const pageLength = (landscape: boolean): number => (landscape ? decree30.paper.width : decree30.paper.height);
/** Landscape sheets are drawn as wide as upright ones, so that nobody scrolls sideways. */
const shrink = decree30.paper.width / decree30.paper.height;

/** Width of the page with ground on both sides, in CSS pixels (96 to the inch). */
export const sheetWidth = Math.ceil(((decree30.paper.width + 2 * side) / 25.4) * 96);

function style(): string {
  const { top, bottom } = margins;
  const sheet = (landscape: boolean): string => {
    const { width, height } = textArea(decree30, landscape ? 'landscape' : 'portrait');
    const page = pageLength(landscape);
    return `column-width:${width}mm;column-height:${height}mm;row-gap:${top.default + bottom.default + gap}mm;
background:repeating-linear-gradient(#fff 0 ${page}mm,#ece9e2 ${page}mm ${page + gap}mm)`;
  };
  return `
@media screen{
body{padding:${side}mm 0}
.pages{position:relative;width:${decree30.paper.width}mm;margin:0 auto ${gap}mm}
.pages.landscape{zoom:${shrink.toFixed(4)};width:${decree30.paper.height}mm}
.pages .sheet{margin:0}
.pageNumber{position:absolute;left:0;right:0;text-align:center;font-size:${decree30.elements.pageNumber.size.default}pt}
@supports (column-wrap:wrap){
.sheet{column-wrap:wrap;column-fill:auto;column-gap:0;box-shadow:none;min-height:0;${sheet(false)}}
.sheet.landscape{min-height:0;${sheet(true)}}
}
}
`;
}

/** The page to be laid out and measured: every section in a frame of its own for its sheets. */
export function pagedHtml(previewHtml: string): string {
  const page = new DOMParser().parseFromString(previewHtml, 'text/html');
  const sheet = page.createElement('style');
  sheet.textContent = style();
  page.head.append(sheet);
  for (const section of page.querySelectorAll('section.sheet')) {
    const pages = page.createElement('div');
    pages.className = `pages ${section.classList.contains('landscape') ? 'landscape' : 'portrait'}`;
    section.replaceWith(pages);
    pages.append(section);
  }
  return htmlOf(page);
}

const htmlOf = (page: Document): string => `<!doctype html>${page.documentElement.outerHTML}`;

/** The finished page, its height in CSS pixels, and how many sheets it has. */
export type Paged = { html: string; height: number; sheets: number };

/** Finishes a page that is laid out: header rows on every sheet of a table, and the numbers of the sheets. */
export function finishPages(page: Document): Paged {
  let sheets = 0;
  for (const pages of page.querySelectorAll<HTMLElement>('.pages')) {
    const landscape = pages.classList.contains('landscape');
    for (const table of pages.querySelectorAll<HTMLTableElement>('table.grid'))
      repeatHeader(table, sheetOf(pages, landscape));
    const count = sheetCount(pages, landscape);
    sheets += count;
    addNumbers(pages, count, landscape);
  }
  return { html: htmlOf(page), height: Math.ceil(page.documentElement.getBoundingClientRect().height), sheets };
}

const millimetre = 96 / 25.4;

const sheetCount = (pages: HTMLElement, landscape: boolean): number => {
  const length = pageLength(landscape);
  return Math.max(1, Math.round((pages.offsetHeight / millimetre + gap) / (length + gap)));
};

/** The sheet a row begins on, from 0. */
const sheetOf =
  (pages: HTMLElement, landscape: boolean) =>
  (row: Element): number => {
    const scale = landscape ? shrink : 1;
    const top = (row.getBoundingClientRect().top - pages.getBoundingClientRect().top) / millimetre / scale;
    return Math.floor((top + gap / 2) / (pageLength(landscape) + gap));
  };

/** More sheets than anybody reads on the screen; paper repeats all of them. */
const mostRepeated = 100;

/** Columns on the screen do not repeat header rows as paper does: copies stand where a sheet begins, unless a merged cell runs across. */
function repeatHeader(table: HTMLTableElement, sheetAt: (row: Element) => number): void {
  const head = table.tHead;
  const body = table.tBodies[0];
  if (!head || !body) return;
  let [sheet, repeated, spanned] = [sheetAt(head), 0, 0];
  for (const row of [...body.rows]) {
    const now = sheetAt(row);
    if (now > sheet && spanned === 0 && repeated < mostRepeated) {
      for (const line of head.rows) {
        const copy = line.cloneNode(true) as HTMLTableRowElement;
        copy.style.breakBefore = line === head.rows[0] ? 'column' : 'avoid';
        copy.style.breakAfter = 'avoid';
        row.before(copy);
      }
      repeated += 1;
    }
    sheet = Math.max(sheet, now);
    spanned = Math.max(0, spanned - 1, ...[...row.cells].map((cell) => cell.rowSpan - 1));
  }
}

/** Numbers begin on the second sheet of a section, as they print. */
function addNumbers(pages: HTMLElement, count: number, landscape: boolean): void {
  for (let number = 2; number <= count; number++) {
    const label = pages.ownerDocument.createElement('div');
    label.className = 'pageNumber';
    label.textContent = String(number);
    label.style.top = `${(number - 1) * (pageLength(landscape) + gap) + margins.top.default / 2 - 2}mm`;
    pages.append(label);
  }
}
