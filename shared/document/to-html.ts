/**
 * Model → HTML for the printer and for the screen. One function per node type. Every text passes `escapeHtml`; the only
 * markup in the result is written here.
 */
import { unreachable } from '../core/result.ts';
import { decree30, type Layout, type LayoutElement, lettersOf, textArea } from './decree30.ts';
import {
  type DocumentNode,
  type DocumentSection,
  isSigned,
  type Neighbours,
  type NodeOf,
  neighboursOf,
  type OfficialDocument,
  type Run,
  textOf,
} from './model.ts';
import { previewStyle, printStyle, sectionPage } from './print-style.ts';
import { placeCells } from './table-grid.ts';
import { tableForPages } from './table-pages.ts';
import { balancedWidth, ruleLength } from './text-width.ts';
import {
  addresseeLines,
  attachedLine,
  basisLines,
  numberAndSymbol,
  placeAndDate,
  printable,
  recipientLines,
  signingLines,
} from './wording.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML text or attribute value. */
export const escapeHtml = (text: string): string =>
  printable(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');

export type HtmlOptions = {
  layout?: Layout;
  /** Texts to mark on the screen, for instance the figure whose origin is being looked at. The print HTML never marks. */
  marks?: readonly string[];
};

/** `room` and `height` are the text area of the section's page in millimetres. */
type Context = { layout: Layout; marks: readonly string[]; room: number; height: number };

/** Where a machine has no Times New Roman, or fits letters to screen dots, small text runs up to so much wider. */
const hinting = 1.01;

/** A complete page for the printer: black and white, A4, no script, nothing loaded from anywhere. */
export function toPrintHtml(document: OfficialDocument, options: HtmlOptions = {}): string {
  const layout = options.layout ?? decree30;
  return page(document.title, printStyle(layout, document.sections), bodyHtml(document, { layout }));
}

/** A complete page for a sandboxed frame on the screen: the same body on sheets of paper. */
export function toPreviewHtml(document: OfficialDocument, options: HtmlOptions = {}): string {
  const layout = options.layout ?? decree30;
  return page(
    document.title,
    `${printStyle(layout, document.sections)}${previewStyle(layout)}`,
    bodyHtml(document, options),
  );
}

/** The sections alone, for a page that brings its own head. */
export function bodyHtml(document: OfficialDocument, options: HtmlOptions = {}): string {
  const layout = options.layout ?? decree30;
  const marks = (options.marks ?? []).filter((each) => each.trim() !== '');
  return document.sections.map((section, at) => sectionHtml(section, at, layout, marks)).join('\n');
}

function page(title: string, style: string, body: string): string {
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

function sectionHtml(section: DocumentSection, at: number, layout: Layout, marks: readonly string[]): string {
  const { width, height } = textArea(layout, section.orientation);
  const context: Context = { layout, marks, room: width, height };
  const nodes = section.nodes.map((node, at) => nodeHtml(node, neighboursOf(section.nodes, at), context)).join('\n');
  return `<section class="sheet ${section.orientation} ${sectionPage(at)}">\n${nodes}\n</section>`;
}

function nodeHtml(node: DocumentNode, { before, after }: Neighbours, context: Context): string {
  switch (node.type) {
    case 'officialHead':
      return officialHeadHtml(node, context);
    case 'typeTitle':
      return typeTitleHtml(node, context);
    case 'addressees':
      return addresseesHtml(node, context);
    case 'basis':
      return basisHtml(node, context);
    case 'heading':
      return headingHtml(node, context);
    case 'paragraph':
      return `<p class="body${keep(after)}">${runsHtml(node.runs, context)}</p>`;
    case 'listItem':
      return `<p class="body item${node.level}${keep(after)}">${escapeHtml(node.marker)} ${runsHtml(node.runs, context)}</p>`;
    case 'table':
      return tableHtml(node, before, context);
    case 'signatureBlock':
      return signatureBlockHtml(node, context);
    case 'partySignatures':
      return partySignaturesHtml(node, context);
    case 'annexHead':
      return annexHeadHtml(node, context);
  }
  return unreachable(node, 'document node');
}

/** The last paragraph goes with the signature: a signature alone on a page could sign anything. */
const keep = (after: DocumentNode | undefined): string => (isSigned(after) ? ' keep' : '');

/** One printed line of a layout element. */
function line(element: LayoutElement, text: string, context: Context): string {
  return `<p class="${element}">${markedText(lettersOf(context.layout.elements[element], text), context)}</p>`;
}

const lineBelow = (millimetres: number): string => `<div class="rule" style="width:${millimetres}mm"></div>`;

/** The line the layout wants under an element, as long as it wants it. */
function ruleUnder(element: LayoutElement, lines: readonly string[], context: Context): string {
  const rule = context.layout.elements[element];
  if (rule.ruleBelow === null) return '';
  const printed = lines.map((each) => lettersOf(rule, each));
  // The style sheet balances the lines of a subject: they are shorter than the room.
  const longest = balancedWidth(printed, rule.size.default, 'bold', context.room);
  return lineBelow(ruleLength(printed, rule.size.default, rule.ruleBelow.default, longest));
}

function officialHeadHtml(node: NodeOf<'officialHead'>, context: Context): string {
  const { layout } = context;
  const superior = node.superior === null ? '' : line('superiorAgency', node.superior, context);
  const issuer = node.issuer.map((each) => line('issuingAgency', each, context)).join('');
  return `<table class="head">
<tr><td class="agency">${superior}${issuer}${ruleUnder('issuingAgency', node.issuer.slice(-1), context)}</td>
<td class="nation">${line('nationalName', layout.nationalName, context)}${line('motto', layout.motto, context)}${ruleUnder('motto', [layout.motto], context)}</td></tr>
<tr><td>${line('number', `Số: ${numberAndSymbol(node.number, node.symbol)}`, context)}</td>
<td>${line('placeAndDate', placeAndDate(node.place, node.date), context)}</td></tr>
</table>`;
}

function typeTitleHtml(node: NodeOf<'typeTitle'>, context: Context): string {
  const subject = node.subject.map((each) => line('subject', each, context)).join('');
  return `<div class="title">${line('typeName', node.typeName, context)}${subject}${ruleUnder('subject', node.subject, context)}</div>`;
}

function addresseesHtml(node: NodeOf<'addressees'>, context: Context): string {
  const { head, lines } = addresseeLines(node.names);
  if (lines.length === 0) return line('addressees', head, context);
  return `<div class="addresseeList"><p>${markedText(head, context)}</p><div>${lines.map((each) => `<p>${markedText(each, context)}</p>`).join('')}</div></div>`;
}

function basisHtml(node: NodeOf<'basis'>, context: Context): string {
  return basisLines(node.lines)
    .map((each) => line('basis', each, context))
    .join('\n');
}

function headingHtml(node: NodeOf<'heading'>, context: Context): string {
  const element = `heading${node.level}` as const;
  const text = `${node.label} ${node.text}`.trim();
  const tag = `h${node.level}`;
  return `<${tag} class="${element}">${markedText(lettersOf(context.layout.elements[element], text), context)}</${tag}>`;
}

function tableHtml(whole: NodeOf<'table'>, before: DocumentNode | undefined, context: Context): string {
  const { layout, room, height } = context;
  const node = tableForPages(whole, before, { layout, width: room, height, hinting, pieces: true });
  const placed = placeCells(node.columns.length, node.rows);
  if (!placed.ok) throw new Error(placed.error);
  const total = node.columns.reduce((sum, column) => sum + column.share, 0);
  const columns = node.columns
    .map((column) => `<col style="width:${((column.share / total) * 100).toFixed(2)}%">`)
    .join('');
  const rows = placed.value.map((slots, at) => {
    const isHeader = at < node.headerRows;
    const cells = slots.map((slot) => {
      if (slot.kind === 'continued') return '';
      const { cell, column } = slot;
      const spans = `${cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : ''}${cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : ''}`;
      const align = isHeader ? 'center' : (node.columns[column]?.align ?? 'left');
      // A row of a body's table that is still empty is as high as a line: it is to be filled in by hand.
      const filled = cell.paragraphs.length === 0 && node.size !== undefined ? [[]] : cell.paragraphs;
      const paragraphs = filled.map((runs) => `<p>${runsHtml(runs, context)}</p>`).join('');
      return isHeader
        ? `<th scope="col"${spans}>${paragraphs}</th>`
        : `<td class="${align}"${spans}>${paragraphs}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const head = rows.slice(0, node.headerRows);
  const body = rows.slice(node.headerRows);
  const size = node.size === undefined ? '' : ` style="font-size:${node.size}pt"`;
  return `<table class="grid"${size}><colgroup>${columns}</colgroup>
${head.length === 0 ? '' : `<thead>${head.join('\n')}</thead>`}
<tbody>${body.join('\n')}</tbody></table>`;
}

function signatureBlockHtml(node: NodeOf<'signatureBlock'>, context: Context): string {
  const recipients = recipientLines(node.recipients)
    .map((each) => line('recipients', each, context))
    .join('');
  const lines = signingLines(node.signing)
    .map((each) => line('signingAuthority', each, context))
    .join('');
  const head = recipients === '' ? '' : line('recipientsHead', 'Nơi nhận:', context);
  return `<table class="signature"><tr><td>${head}${recipients}</td>
<td>${lines}<div class="signHere"></div>${line('signerName', node.name, context)}</td></tr></table>`;
}

function partySignaturesHtml({ parties }: NodeOf<'partySignatures'>, context: Context): string {
  const width = (100 / parties.length).toFixed(2);
  const cells = parties.map(
    ({ title, name }) =>
      `<td style="width:${width}%">${line('signingAuthority', title, context)}<div class="signHere"></div>${line('signerName', name, context)}</td>`,
  );
  return `<table class="signature"><tr>${cells.join('')}</tr></table>`;
}

function annexHeadHtml(node: NodeOf<'annexHead'>, context: Context): string {
  const title = node.title.map((each) => line('annexTitle', each, context)).join('');
  const reference = line('annexReference', attachedLine(node.attachedTo), context);
  return `<div class="annex">${line('annexLabel', node.label, context)}${title}${reference}</div>`;
}

function runsHtml(runs: readonly Run[], context: Context): string {
  if (textOf(runs) === '') return '&nbsp;';
  return runs
    .map((run) => {
      const inner = markedText(run.text, context);
      const leaning = run.italic ? `<i>${inner}</i>` : inner;
      return run.bold ? `<b>${leaning}</b>` : leaning;
    })
    .join('');
}

/** Escaped text with the asked-for stretches in <mark>. */
function markedText(text: string, context: Context): string {
  const found = context.marks
    .map((mark) => ({ mark, at: text.indexOf(mark) }))
    .filter((each) => each.at >= 0)
    .sort((a, b) => a.at - b.at || b.mark.length - a.mark.length)[0];
  if (!found) return escapeHtml(text);
  const end = found.at + found.mark.length;
  return `${escapeHtml(text.slice(0, found.at))}<mark>${escapeHtml(found.mark)}</mark>${markedText(text.slice(end), context)}`;
}
