/**
 * The style sheets of the print HTML, made from the layout rules. Page numbers stand in the top margin through page margin
 * boxes; the landscape annex is a named page of its own.
 */
import { cellPadding, cellParagraphGap, naturalLine } from './cells.ts';
import type { ElementRule, Layout, LayoutElement } from './decree30.ts';
import type { DocumentSection } from './model.ts';
import { spaceBelowAnnexHead } from './table-pages.ts';

/** Margins as CSS writes them, clockwise from the top. */
const onSides = (layout: Layout): string => {
  const { top, right, bottom, left } = layout.margins;
  return `${top.default}mm ${right.default}mm ${bottom.default}mm ${left.default}mm`;
};

function elementStyle(name: LayoutElement, rule: ElementRule): string {
  const weight = rule.bold ? 'bold' : 'normal';
  const slant = rule.italic ? 'italic' : 'normal';
  return `.${name}{font-size:${rule.size.default}pt;font-weight:${weight};font-style:${slant};text-align:${rule.align}}`;
}

/**
 * A page per section: its own orientation and its own numbers from 1. A page counter that counts the pages of one name is the
 * only one Chromium restarts; the counter style leaves the first page without a number.
 */
function pageRules(layout: Layout, sections: readonly DocumentSection[], family: string): string {
  const { width, height } = layout.paper;
  const numberSize = layout.elements.pageNumber.size.default;
  const rules = sections.map(({ orientation }, at) => {
    const size = orientation === 'portrait' ? `${width}mm ${height}mm` : `${height}mm ${width}mm`;
    const number = `@top-center{content:counter(${sectionPage(at)},afterFirst);font-family:${family};font-size:${numberSize}pt}`;
    return `@page ${sectionPage(at)}{size:${size};margin:${onSides(layout)};counter-increment:${sectionPage(at)};${number}}
.${sectionPage(at)}{page:${sectionPage(at)}}`;
  });
  return `@counter-style nothing{system:cyclic;symbols:"";suffix:""}
@counter-style afterFirst{system:numeric;symbols:"0" "1" "2" "3" "4" "5" "6" "7" "8" "9";range:2 infinite;fallback:nothing}
${rules.join('\n')}`;
}

/** Name of the page, the class and the page counter of one section. */
export const sectionPage = (index: number): string => `section${index + 1}`;

/** For paper: black on white, nothing that needs colour to be understood. */
export function printStyle(layout: Layout, sections: readonly DocumentSection[]): string {
  const elements = Object.entries(layout.elements) as [LayoutElement, ElementRule][];
  const family = `"${layout.fontFamily}","Liberation Serif","Tinos","FreeSerif",serif`;
  const body = layout.elements.body.size.default;
  const gap = layout.paragraphSpacing.default;
  const indent = layout.firstLineIndent.default;
  return `
${pageRules(layout, sections, family)}
*{box-sizing:border-box}
html{print-color-adjust:exact;text-rendering:geometricPrecision}
body{margin:0;color:#000;background:#fff;font-family:${family};font-size:${body}pt;line-height:${(layout.lineSpacing.default * naturalLine).toFixed(3)}}
p,h1,h2,h3,h4{margin:0;font-family:inherit;white-space:pre-line}
${elements.map(([name, rule]) => elementStyle(name, rule)).join('\n')}
.sheet+.sheet{break-before:page}
.body,.basis,.heading1,.heading2,.heading3,.heading4{margin:0 0 ${gap}pt;text-indent:${indent}mm;orphans:2;widows:2}
.heading1,.heading2,.heading3,.heading4{break-after:avoid}
.keep{break-after:avoid;break-inside:avoid}
.item2{padding-left:${indent / 2}mm}
.rule{height:0;border-top:0.75pt solid #000;margin:2pt auto 0}
.head,.signature{width:100%;border-collapse:collapse;table-layout:fixed;line-height:1.1}
.head td,.signature td{padding:0;vertical-align:top}
.head td:first-child{width:40%}
.nationalName,.motto,.issuingAgency,.superiorAgency{white-space:nowrap}
.head .motto{margin-top:1pt}
.head tr+tr td{padding-top:6pt}
.title{margin:18pt 0 14pt;line-height:1.15}
.subject,.annexTitle{text-wrap:balance}
.addressees{margin:0 0 12pt}
.addresseeList{display:flex;justify-content:center;gap:2mm;margin:0 0 12pt}
.signature{margin-top:12pt;break-inside:avoid}
.signature td:first-child{width:50%}
.signHere{height:25mm}
.annex{margin:0 0 ${spaceBelowAnnexHead}pt;line-height:1.15}
.grid{width:calc(100% - 1pt);border-collapse:collapse;table-layout:fixed;font-size:${layout.elements.table.size.default}pt;line-height:${naturalLine};margin:0 auto ${gap}pt}
.grid th,.grid td{border:0.5pt solid #000;padding:${cellPadding.vertical}mm ${cellPadding.horizontal}mm;vertical-align:top;overflow-wrap:anywhere;font-size:inherit}
.grid th{font-weight:bold;text-align:center;vertical-align:middle}
.grid p+p{margin-top:${cellParagraphGap}pt}
.grid .left{text-align:left}
.grid .center{text-align:center}
.grid .justify{text-align:justify}
.grid thead{display:table-header-group}
.grid tr{break-inside:avoid}
.grid tr.tall{break-inside:auto}
.grid tr.tall p{orphans:2;widows:2}
`;
}

/** For the screen: the same text on sheets as wide as the paper, as long as the section. */
export function previewStyle(layout: Layout): string {
  return `
@media screen{
body{background:#ece9e2;padding:6mm 0}
.sheet{background:#fff;width:${layout.paper.width}mm;min-height:${layout.paper.height}mm;margin:0 auto 6mm;padding:${onSides(layout)};box-shadow:0 0 0 1px #d8d4cb}
.sheet.landscape{width:${layout.paper.height}mm;min-height:${layout.paper.width}mm}
mark{background:#fdf0c4;color:inherit;box-shadow:inset 0 -2px #d9a400}
}
`;
}
