/**
 * Model → Word file. One function per node type, the same rules and wordings as the print HTML. The file uses what Word's
 * own users would: named styles, plain tables, typed labels, real header rows; no text boxes, no drawings.
 */
import { unreachable } from '../../../shared/core/result.ts';
import { decree30, type Layout, type LayoutElement, lettersOf, textArea } from '../../../shared/document/decree30.ts';
import {
  type DocumentNode,
  type DocumentSection,
  isSigned,
  type Neighbours,
  type NodeOf,
  neighboursOf,
  type OfficialDocument,
} from '../../../shared/document/model.ts';
import { plannedTable } from '../../../shared/document/table-pages.ts';
import { millimetresPerPoint, ruleLength } from '../../../shared/document/text-width.ts';
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
import { gridXml } from './grid-xml.ts';
import { wordFile } from './skeleton.ts';
import { styleOf } from './styles.ts';
import { type ParagraphLook, paragraphXml, runsXml } from './xml.ts';

/** `room` and `height`: text area of the page in millimetres. */
type Context = { layout: Layout; room: number; height: number };

/**
 * The Word file of a document. Bytes differ between runs (the file carries its time of making): store once, never compare.
 * `mark` stands in the file as a document property, so that it is known again when it comes back.
 */
export function toDocx(
  document: OfficialDocument,
  layout: Layout = decree30,
  mark: string | null = null,
): Promise<Uint8Array> {
  const orientations = document.sections.map(({ orientation }) => orientation);
  const bodies = document.sections.map((section) => bodyXml(section, layout));
  return wordFile(layout, orientations, { title: document.title, bodies, mark });
}

function bodyXml(section: DocumentSection, layout: Layout): string {
  const { width: room, height } = textArea(layout, section.orientation);
  return section.nodes
    .map((node, at) => blocksOf(node, neighboursOf(section.nodes, at), { layout, room, height }).join(''))
    .join('');
}

function blocksOf(node: DocumentNode, { before, after }: Neighbours, context: Context): string[] {
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
      return [paragraphXml({ style: styleOf.body.id, ...keepWith(after) }, runsXml(node.runs))];
    case 'listItem':
      return [listItemBlock(node, after, context)];
    case 'table':
      return tableBlocks(node, before, context);
    case 'signatureBlock':
      return [signatureBlock(node, context)];
    case 'partySignatures':
      return [partySignatures(node, context)];
    case 'annexHead':
      return annexHeadBlocks(node, context);
  }
  return unreachable(node, 'document node');
}

/** The last paragraph goes with the signature: a signature alone on a page could sign anything. */
const keepWith = (after: DocumentNode | undefined): ParagraphLook => (isSigned(after) ? { keep: true } : {});

const line = (element: LayoutElement, text: string, { layout }: Context): string =>
  paragraphXml({ style: styleOf[element].id }, runsXml([{ text: lettersOf(layout.elements[element], text) }]));

/** A line of a given length: the upper border of a paragraph as low as Word allows, indented from both sides. */
function ruleUnder(element: LayoutElement, lines: readonly string[], room: number, context: Context): string[] {
  const rule = context.layout.elements[element];
  if (rule.ruleBelow === null) return [];
  const printed = lines.map((each) => lettersOf(rule, each));
  const side = (room - ruleLength(printed, rule.size.default, rule.ruleBelow.default, room)) / 2;
  const indent = { left: side, right: side };
  return [paragraphXml({ ruled: true, before: 2, after: 0, line: 4, indent, align: 'center' })];
}

/** Share of the text width that the agency's side of the head takes. */
const agencyShare = 0.4;

function officialHeadBlocks(node: NodeOf<'officialHead'>, context: Context): string[] {
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
  const cells = [
    [agency.join(''), nation.join('')],
    [number, date],
  ];
  return [borderlessTable([left, room - left], cells)];
}

function typeTitleBlocks(node: NodeOf<'typeTitle'>, context: Context): string[] {
  return [
    line('typeName', node.typeName, context),
    ...node.subject.map((each) => line('subject', each, context)),
    ...ruleUnder('subject', node.subject, context.room, context),
    gap(12),
  ];
}

/** White space between blocks where a style's own spacing would not do: after a line, before a table. */
const gap = (points: number): string => paragraphXml({ before: 0, after: 0, line: points });

function addresseesBlocks(node: NodeOf<'addressees'>, context: Context): string[] {
  const { head, lines } = addresseeLines(node.names);
  if (lines.length === 0) return [line('addressees', head, context)];
  const indent = (text: string, millimetres: number): string =>
    paragraphXml(
      { style: styleOf.addressees.id, after: 0, indent: { left: millimetres }, align: 'left' },
      runsXml([{ text }]),
    );
  const side = context.room / 4;
  return [indent(head, side), ...lines.map((text) => indent(text, side + 22)), gap(12)];
}

const headingBlock = (node: NodeOf<'heading'>, context: Context): string =>
  line(`heading${node.level}`, `${node.label} ${node.text}`.trim(), context);

function listItemBlock(node: NodeOf<'listItem'>, after: DocumentNode | undefined, { layout }: Context): string {
  const firstLine = layout.firstLineIndent.default;
  const indent = node.level === 2 ? { indent: { left: firstLine / 2, firstLine } } : {};
  const runs = runsXml([{ text: `${node.marker} ` }, ...node.runs]);
  return paragraphXml({ style: styleOf.body.id, ...keepWith(after), ...indent }, runs);
}

/** The ruled table, and the smallest paragraph below it: Word wants one there and would set a whole line. */
function tableBlocks(node: NodeOf<'table'>, before: DocumentNode | undefined, context: Context): string[] {
  const { layout, room, height } = context;
  const page = { layout, width: room, height, hinting: 1 };
  const { table, tall } = plannedTable(node, before, page);
  return [gridXml(table, room, tall), gap(node.size === undefined ? 1 : layout.paragraphSpacing.default)];
}

/** Millimetres left free for the signature and the seal. */
const signatureRoom = 25;

function signatureBlock(node: NodeOf<'signatureBlock'>, context: Context): string {
  const recipients = recipientLines(node.recipients).map((each) => line('recipients', each, context));
  const left = [...(recipients.length === 0 ? [] : [line('recipientsHead', 'Nơi nhận:', context)]), ...recipients];
  const before = signatureRoom / millimetresPerPoint;
  const right = [
    ...signingLines(node.signing).map((each) => line('signingAuthority', each, context)),
    paragraphXml({ style: styleOf.signerName.id, before, after: 0 }, runsXml([{ text: node.name }])),
  ];
  const half = context.room / 2;
  return borderlessTable([half, half], [[left.length === 0 ? paragraphXml({}) : left.join(''), right.join('')]]);
}

function partySignatures({ parties }: NodeOf<'partySignatures'>, context: Context): string {
  const before = signatureRoom / millimetresPerPoint;
  const cells = parties.map(({ title, name }) =>
    [
      line('signingAuthority', title, context),
      paragraphXml({ style: styleOf.signerName.id, before, after: 0 }, runsXml([{ text: name }])),
    ].join(''),
  );
  return borderlessTable(
    parties.map(() => context.room / parties.length),
    [cells],
  );
}

function annexHeadBlocks(node: NodeOf<'annexHead'>, context: Context): string[] {
  return [
    line('annexLabel', node.label, context),
    ...node.title.map((each) => line('annexTitle', each, context)),
    line('annexReference', attachedLine(node.attachedTo), context),
  ];
}
