/**
 * Model → Word file. One function per node type, the same rules and wordings as the print HTML. The file uses what Word's
 * own users would: named styles, plain tables, typed labels, real header rows; no text boxes, no drawings.
 */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import { unreachable } from '../../../shared/core/result.ts';
import { decree30, type Layout, type LayoutElement, lettersOf, textArea } from '../../../shared/document/decree30.ts';
import { exportMark } from '../../../shared/document/export-mark.ts';
import {
  type DocumentNode,
  type DocumentSection,
  type Neighbours,
  type NodeOf,
  neighboursOf,
  type OfficialDocument,
} from '../../../shared/document/model.ts';
import { tableForPages, tallRows } from '../../../shared/document/table-pages.ts';
import { ruleLength } from '../../../shared/document/text-width.ts';
import {
  addresseeLines,
  attachedLine,
  basisLines,
  numberAndSymbol,
  placeAndDate,
  recipientLines,
  signingLines,
} from '../../../shared/document/wording.ts';
import { borderlessTable } from './borderless-table.ts';
import { gridSlot, withGrids } from './grid-slots.ts';
import { gridXml } from './grid-xml.ts';
import { twips, twipsOfPoints } from './measures.ts';
import { runsOf } from './runs.ts';
import { styleOf, wordStyles } from './styles.ts';

type Block = Paragraph | Table;
/** `room` and `height`: text area of the page in millimetres. `grids`: ruled tables so far, written into the file at the end. */
type Context = { layout: Layout; room: number; height: number; grids: string[] };

/**
 * The Word file of a document. Bytes differ between runs (the file carries its time of making): store once, never compare.
 * `mark` stands in the file as a document property, so that it is known again when it comes back.
 */
export async function toDocx(
  document: OfficialDocument,
  layout: Layout = decree30,
  mark: string | null = null,
): Promise<Uint8Array> {
  const grids: string[] = [];
  const file = new Document({
    title: document.title,
    creator: '',
    lastModifiedBy: '',
    customProperties: mark === null ? [] : [{ name: exportMark, value: mark }],
    styles: wordStyles(layout),
    compatabilityModeVersion: 15,
    sections: document.sections.map((section) => wordSection(section, layout, grids)),
  });
  return withGrids(new Uint8Array(await Packer.toBuffer(file)), grids);
}

function wordSection(section: DocumentSection, layout: Layout, grids: string[]): ISectionOptions {
  const { paper, margins } = layout;
  const landscape = section.orientation === 'landscape';
  const { width: room, height } = textArea(layout, section.orientation);
  const number = new Paragraph({
    style: styleOf.pageNumber.id,
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  });
  return {
    properties: {
      titlePage: true,
      page: {
        // The library swaps width and height itself for landscape.
        size: {
          width: twips(paper.width),
          height: twips(paper.height),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips(margins.top.default),
          right: twips(margins.right.default),
          bottom: twips(margins.bottom.default),
          left: twips(margins.left.default),
          header: twips(margins.top.default / 2),
          footer: twips(margins.bottom.default / 2),
        },
        pageNumbers: { start: 1 },
      },
    },
    headers: { default: new Header({ children: [number] }), first: new Header({ children: [new Paragraph('')] }) },
    children: section.nodes.flatMap((node, at) =>
      blocksOf(node, neighboursOf(section.nodes, at), { layout, room, height, grids }),
    ),
  };
}

function blocksOf(node: DocumentNode, { before, after }: Neighbours, context: Context): Block[] {
  switch (node.type) {
    case 'officialHead':
      return officialHeadBlocks(node, context);
    case 'typeTitle':
      return typeTitleBlocks(node, context);
    case 'addressees':
      return addresseesBlocks(node, context);
    case 'basis':
      return basisLines(node.lines).map((text) => line('basis', text, context));
    case 'heading':
      return [headingBlock(node, context)];
    case 'paragraph':
      return [new Paragraph({ style: styleOf.body.id, ...keepWith(after), children: runsOf(node.runs) })];
    case 'listItem':
      return [listItemBlock(node, after, context)];
    case 'table':
      return tableBlocks(node, before, context);
    case 'signatureBlock':
      return [signatureBlock(node, context)];
    case 'annexHead':
      return annexHeadBlocks(node, context);
  }
  return unreachable(node, 'document node');
}

/** The last paragraph goes with the signature: a signature alone on a page could sign anything. */
const keepWith = (after: DocumentNode | undefined): { keepNext?: true; keepLines?: true } =>
  after?.type === 'signatureBlock' ? { keepNext: true, keepLines: true } : {};

function line(element: LayoutElement, text: string, { layout }: Context): Paragraph {
  return new Paragraph({
    style: styleOf[element].id,
    children: runsOf([{ text: lettersOf(layout.elements[element], text) }]),
  });
}

/** A line of a given length: the upper border of a paragraph as low as Word allows, indented from both sides. */
function ruleUnder(element: LayoutElement, lines: readonly string[], room: number, context: Context): Paragraph[] {
  const rule = context.layout.elements[element];
  if (rule.ruleBelow === null) return [];
  const printed = lines.map((each) => lettersOf(rule, each));
  const side = (room - ruleLength(printed, rule.size.default, rule.ruleBelow.default, room)) / 2;
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      indent: { left: twips(side), right: twips(side) },
      spacing: { before: twipsOfPoints(2), after: 0, line: twipsOfPoints(4), lineRule: 'exact' },
      border: { top: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
    }),
  ];
}

/** Share of the text width that the agency's side of the head takes. */
const agencyShare = 0.4;

function officialHeadBlocks(node: NodeOf<'officialHead'>, context: Context): Block[] {
  const { layout, room } = context;
  const left = room * agencyShare;
  const agency = [
    ...(node.superior === null ? [] : [line('superiorAgency', node.superior, context)]),
    ...node.issuer.map((each) => line('issuingAgency', each, context)),
    ...ruleUnder('issuingAgency', node.issuer.slice(-1), left, context),
  ];
  const nation = [
    line('nationalName', layout.nationalName, context),
    line('motto', layout.motto, context),
    ...ruleUnder('motto', [layout.motto], room - left, context),
  ];
  const number = line('number', `Số: ${numberAndSymbol(node.number, node.symbol)}`, context);
  const date = line('placeAndDate', placeAndDate(node.place, node.date), context);
  return [
    borderlessTable(
      [left, room - left],
      [
        [agency, nation],
        [[number], [date]],
      ],
    ),
  ];
}

function typeTitleBlocks(node: NodeOf<'typeTitle'>, context: Context): Block[] {
  return [
    line('typeName', node.typeName, context),
    ...node.subject.map((each) => line('subject', each, context)),
    ...ruleUnder('subject', node.subject, context.room, context),
    gap(12),
  ];
}

/** White space between blocks where a style's own spacing would not do: after a line, before a table. */
const gap = (points: number): Paragraph =>
  new Paragraph({ spacing: { before: 0, after: 0, line: twipsOfPoints(points), lineRule: 'exact' } });

function addresseesBlocks(node: NodeOf<'addressees'>, context: Context): Block[] {
  const { head, lines } = addresseeLines(node.names);
  if (lines.length === 0) return [line('addressees', head, context)];
  const indent = (text: string, millimetres: number): Paragraph =>
    new Paragraph({
      style: styleOf.addressees.id,
      alignment: AlignmentType.LEFT,
      indent: { left: twips(millimetres) },
      spacing: { after: 0 },
      children: runsOf([{ text }]),
    });
  const side = context.room / 4;
  return [indent(head, side), ...lines.map((text) => indent(text, side + 22)), gap(12)];
}

function headingBlock(node: NodeOf<'heading'>, context: Context): Paragraph {
  return line(`heading${node.level}`, `${node.label} ${node.text}`.trim(), context);
}

function listItemBlock(node: NodeOf<'listItem'>, after: DocumentNode | undefined, { layout }: Context): Paragraph {
  const firstLine = layout.firstLineIndent.default;
  return new Paragraph({
    style: styleOf.body.id,
    ...keepWith(after),
    indent: node.level === 2 ? { firstLine: twips(firstLine), left: twips(firstLine / 2) } : undefined,
    children: runsOf([{ text: `${node.marker} ` }, ...node.runs]),
  });
}

/** A slot for the ruled table, and the smallest paragraph below it: Word wants one there and would set a whole line. */
function tableBlocks(node: NodeOf<'table'>, before: DocumentNode | undefined, context: Context): Block[] {
  const { layout, room, height, grids } = context;
  const page = { layout, width: room, height, hinting: 1 };
  grids.push(gridXml(tableForPages(node, before, page), room, tallRows(node, page)));
  return [gridSlot(grids.length - 1), gap(node.size === undefined ? 1 : layout.paragraphSpacing.default)];
}

function signatureBlock(node: NodeOf<'signatureBlock'>, context: Context): Table {
  const recipients = recipientLines(node.recipients).map((each) => line('recipients', each, context));
  const left = [...(recipients.length === 0 ? [] : [line('recipientsHead', 'Nơi nhận:', context)]), ...recipients];
  const right = [
    ...signingLines(node.signing).map((each) => line('signingAuthority', each, context)),
    // Room for the signature and the seal.
    new Paragraph({
      spacing: { before: twips(25), after: 0 },
      style: styleOf.signerName.id,
      children: runsOf([{ text: node.name }]),
    }),
  ];
  const half = context.room / 2;
  return borderlessTable([half, half], [[left.length === 0 ? [new Paragraph('')] : left, right]]);
}

function annexHeadBlocks(node: NodeOf<'annexHead'>, context: Context): Block[] {
  return [
    line('annexLabel', node.label, context),
    ...node.title.map((each) => line('annexTitle', each, context)),
    line('annexReference', attachedLine(node.attachedTo), context),
  ];
}
