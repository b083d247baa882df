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

/** `counts`: pages of each section once they are known; numbers begin on the second page, as they print. */
export function pagedHtml(previewHtml: string, counts: readonly number[] = []): string {
  const page = new DOMParser().parseFromString(previewHtml, 'text/html');
  const sheet = page.createElement('style');
  sheet.textContent = style();
  page.head.append(sheet);
  page.querySelectorAll('section.sheet').forEach((section, at) => {
    const landscape = section.classList.contains('landscape');
    const pages = page.createElement('div');
    pages.className = `pages ${landscape ? 'landscape' : 'portrait'}`;
    section.replaceWith(pages);
    pages.append(section);
    for (let number = 2; number <= (counts[at] ?? 0); number++) {
      const label = page.createElement('div');
      label.className = 'pageNumber';
      label.textContent = String(number);
      const top = (number - 1) * (pageLength(landscape) + gap) + margins.top.default / 2 - 2;
      label.style.top = `${top}mm`;
      pages.append(label);
    }
  });
  return `<!doctype html>${page.documentElement.outerHTML}`;
}

export type Measured = { height: number; counts: number[] };

/** Height of the whole page in CSS pixels, and pages by section. */
export function measurePages(document: Document): Measured {
  const millimetre = 96 / 25.4;
  const counts = [...document.querySelectorAll<HTMLElement>('.pages')].map((pages) => {
    const length = pageLength(pages.classList.contains('landscape'));
    return Math.max(1, Math.round((pages.offsetHeight / millimetre + gap) / (length + gap)));
  });
  return { height: Math.ceil(document.documentElement.getBoundingClientRect().height), counts };
}
