/** One Word paragraph as plain text with its automatic label. */

import { joinRuns, runOf } from '../../../../shared/body/body-blocks.ts';
import { retext } from '../../../../shared/body/body-text.ts';
import type { Run } from '../../../../shared/document/model.ts';
import type { Alignment, ReadingParagraph } from '../../../../shared/reading/blocks.ts';
import { cleanText } from '../../../../shared/reading/clean-text.ts';
import { decodeByFont } from '../../../../shared/reading/legacy-fonts.ts';
import { limits } from '../container/limits.ts';
import { stopReading } from '../container/problems.ts';
import { child, childrenOf, childValue, isElement, ownText, type XmlElement, type XmlNode } from '../container/xml.ts';
import { flow } from './flow.ts';
import type { Numbering } from './numbering.ts';
import { paragraphFacts, runFacts, type StyleFacts, type Styles } from './styles.ts';

export type WordContext = {
  styles: Styles;
  numbering: Numbering;
  /** Legacy encodings met on the way, by name. */
  encodings: Set<string>;
};

/** A paragraph, the text boxes anchored in it, and whether its end mark was deleted (it then runs on into the next). */
export type WordParagraph = { paragraph: ReadingParagraph; boxes: XmlElement[]; runsOn: boolean };

type Piece = { text: string; font: string | undefined; bold: boolean; italic: boolean };

export function readParagraph(element: XmlElement, context: WordContext): WordParagraph {
  const properties = child(element, 'pPr');
  const styleId = childValue(properties, 'pStyle');
  const style = context.styles.paragraph(styleId);
  const own = paragraphFacts(properties);
  const boxes: XmlElement[] = [];
  const pieces: Piece[] = [];
  collectRuns(element.children, style, context, pieces, boxes);
  const text = joinPieces(pieces, context);
  if (text.length > limits.text) stopReading('too-large');
  const label = automaticLabel({ ...own }, style, styleId, context);
  const shown = pieces.filter((piece) => piece.text.trim() !== '');
  const whole = label === '' ? text : `${label} ${text}`.trim();
  const runs = looksOf(shown, pieces, whole);
  const marks = child(properties, 'rPr');
  return {
    paragraph: {
      type: 'paragraph',
      text: whole,
      bold: shown.length > 0 && shown.every((piece) => piece.bold),
      align: alignment(own.align ?? style.align),
      level: own.outline ?? style.outline ?? null,
      ...(runs ? { runs } : {}),
    },
    boxes,
    runsOn: childrenOf(marks, 'del').length > 0 || childrenOf(marks, 'moveFrom').length > 0,
  };
}

/** The looks of the pieces on the text as it was decoded and cleaned; null where nothing is bold or italic. */
function looksOf(shown: readonly Piece[], pieces: readonly Piece[], text: string): Run[] | null {
  if (!shown.some((piece) => piece.bold || piece.italic)) return null;
  const [first] = shown;
  if (first && shown.every((piece) => piece.bold === first.bold && piece.italic === first.italic))
    return [runOf(text, first)];
  const raw = pieces.map((piece) => runOf(decodeByFont(piece.text, piece.font).text, piece));
  return retext(joinRuns(raw), text);
}

function automaticLabel(own: StyleFacts, style: StyleFacts, styleId: string | undefined, context: WordContext): string {
  const numId = own.numId ?? style.numId;
  // List 0 takes a paragraph out of the list of its style.
  if (numId === undefined || numId === '0') return '';
  const byStyle = styleId === undefined ? undefined : context.numbering.levelOfStyle(numId, styleId);
  return cleanText(context.numbering.next(numId, own.level ?? byStyle ?? style.level ?? 0)).trim();
}

function alignment(written: string | undefined): Alignment {
  if (written === 'center') return 'center';
  if (written === 'right' || written === 'end') return 'right';
  return written === 'both' || written === 'distribute' ? 'justify' : 'left';
}

function collectRuns(
  nodes: readonly XmlNode[],
  style: StyleFacts,
  context: WordContext,
  pieces: Piece[],
  boxes: XmlElement[],
): void {
  for (const element of flow(nodes)) {
    if (element.name === 'r') collectRun(element, style, context, pieces, boxes);
    else if (element.name === 'oMath' || element.name === 'oMathPara') collectFormula(element, pieces);
  }
}

function collectRun(
  run: XmlElement,
  style: StyleFacts,
  context: WordContext,
  pieces: Piece[],
  boxes: XmlElement[],
): void {
  const properties = child(run, 'rPr');
  const facts = { ...style, ...context.styles.character(childValue(properties, 'rStyle')), ...runFacts(properties) };
  for (const part of flow(run.children)) {
    if (part.name === 'drawing' || part.name === 'pict' || part.name === 'object') {
      boxes.push(...textBoxes(part));
      continue;
    }
    const text = facts.hidden ? '' : runText(part);
    if (text !== '') pieces.push({ text, font: facts.font, bold: facts.bold ?? false, italic: facts.italic ?? false });
  }
}

/** Symbols Word stores as a place in a symbol font: ticks and boxes of quarter columns, bullets. */
const symbols = new Map([
  ['fc', '✓'],
  ['fe', '☒'],
  ['a8', '☐'],
  ['6f', '☐'],
  ['b7', '•'],
  ['a7', '•'],
]);

function runText(part: XmlElement): string {
  switch (part.name) {
    case 't':
      return ownText(part);
    case 'tab':
    case 'ptab':
      return '\t';
    case 'br':
      return part.attributes.type === 'page' || part.attributes.type === 'column' ? ' ' : '\n';
    case 'cr':
      return '\n';
    case 'noBreakHyphen':
      return '-';
    case 'sym':
      return symbols.get((part.attributes.char ?? '').toLowerCase().replace(/^f0/, '')) ?? '';
    default:
      return '';
  }
}

function collectFormula(element: XmlElement, pieces: Piece[]): void {
  for (const node of element.children) {
    if (!isElement(node)) continue;
    if (node.name === 't') pieces.push({ text: ownText(node), font: undefined, bold: false, italic: false });
    else collectFormula(node, pieces);
  }
}

/** Contents of text boxes inside a drawing; nothing else of a drawing is text. */
function textBoxes(element: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  for (const part of flow(element.children)) {
    if (part.name === 'txbxContent') found.push(part);
    else found.push(...textBoxes(part));
  }
  return found;
}

/** Neighbouring pieces of one font are decoded together: Word cuts words, and with them letter pairs, anywhere. */
function joinPieces(pieces: readonly Piece[], context: WordContext): string {
  let text = '';
  for (let index = 0; index < pieces.length; ) {
    const font = pieces[index]!.font;
    let stretch = '';
    while (index < pieces.length && pieces[index]!.font === font) stretch += pieces[index++]!.text;
    const decoded = decodeByFont(stretch, font);
    if (decoded.encoding !== null) context.encodings.add(decoded.encoding);
    text += decoded.text;
  }
  return cleanText(text);
}
