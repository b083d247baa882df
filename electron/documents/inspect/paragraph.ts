/** One paragraph with the formatting in force. */
import type { Align, LaidOutParagraph, LaidOutRun, Look, RuleLine } from '../../../shared/check/structure/laid-out.ts';
import { cleanText } from '../../../shared/reading/clean-text.ts';
import { decodeByFont } from '../../../shared/reading/legacy-fonts.ts';
import { limits } from '../read/container/limits.ts';
import { stopReading } from '../read/container/problems.ts';
import { child, childrenOf, childValue, ownText, type XmlElement, type XmlNode } from '../read/container/xml.ts';
import { flow } from '../read/word/flow.ts';
import type { Numbering } from '../read/word/numbering.ts';
import { drawnLines, hasBorder, textBoxes } from './drawn-lines.ts';
import { type Formatting, over, type StyleSheet } from './formatting.ts';
import { millimetres, pointsOfTwips } from './measures.ts';

/** What the whole walk shares. `next` counts paragraphs. */
export type Surroundings = {
  readonly styles: StyleSheet;
  readonly numbering: Numbering;
  /** Indents of a list level. */
  readonly listIndent: (list: string, level: number) => Formatting;
  next: number;
  /** Where each paragraph stands in the file, by running number: what a mended copy is made from. */
  readonly places: ParagraphPlace[];
};

/** The run elements behind the typed text of a paragraph, each with its stretch of it and its look. */
export type RunPlace = {
  readonly element: XmlElement;
  readonly from: number;
  readonly to: number;
  readonly look: Look;
};
export type ParagraphPlace = { readonly element: XmlElement; readonly runs: readonly RunPlace[] };

/** What surrounds one paragraph: style of the table it stands in, the width it may fill, and whether it floats in a text box. */
export type Holder = { readonly tableStyle: Formatting; readonly room: number; readonly floating?: boolean };

/** A paragraph and the text boxes anchored in it; null for one whose end mark was struck out. */
export type InspectedParagraph = { readonly paragraph: LaidOutParagraph; readonly boxes: readonly XmlElement[] };

export function inspectParagraph(element: XmlElement, around: Surroundings, holder: Holder): InspectedParagraph {
  const { styles } = around;
  const properties = child(element, 'pPr');
  const styleId = childValue(properties, 'pStyle');
  const style = styles.paragraph(styleId);
  const own = styles.read(properties);
  const list = own.list ?? style.list;
  const level =
    own.listLevel ??
    (list !== undefined && styleId !== undefined ? around.numbering.levelOfStyle(list, styleId) : undefined) ??
    style.listLevel ??
    0;
  // List 0 takes a paragraph out of the list of its style.
  const inList = list !== undefined && list !== '0';
  const automaticLabel = inList ? cleanText(around.numbering.next(list, level)).trim() : '';
  // A list named by the style itself stands below the style's own indents, one named directly above them.
  const listed = inList ? around.listIndent(list, level) : {};
  const look = own.list === undefined ? over(listed, style) : over(style, listed);
  const base = over(styles.defaults, holder.tableStyle, look);
  const paragraphFormat = over(base, own);
  const runs: LaidOutRun[] = [];
  const boxes: XmlElement[] = [];
  const pieces: RunPlace[] = [];
  collectRuns(element.children, base, styles, runs, boxes, pieces);
  around.places[around.next] = { element, runs: pieces };
  const text = runs.map((run) => run.text).join('');
  if (text.length > limits.text) stopReading('too-large');
  const indent = {
    left: millimetres(paragraphFormat.left ?? 0),
    right: millimetres(paragraphFormat.right ?? 0),
    firstLine: millimetres(paragraphFormat.firstLine ?? 0),
  };
  const lines: RuleLine[] = (['top', 'bottom'] as const)
    .filter((side) => hasBorder(properties, side))
    .map(() => ({ kind: 'border', width: holder.room - indent.left - indent.right }));
  const paragraph: LaidOutParagraph = {
    type: 'paragraph',
    index: around.next++,
    text: automaticLabel === '' ? text : `${automaticLabel} ${text}`,
    automaticLabel,
    runs,
    align: paragraphFormat.align ?? 'left',
    indent,
    spacing: {
      before: pointsOfTwips(paragraphFormat.before ?? 0),
      after: pointsOfTwips(paragraphFormat.after ?? 0),
      closeToOwnStyle: paragraphFormat.contextual ?? false,
    },
    style: styleId ?? '',
    floating: holder.floating ?? false,
    line: lineSpacing(paragraphFormat),
    lines: [...lines, ...drawnLines(element)],
    room: holder.room,
  };
  return { paragraph, boxes };
}

function lineSpacing({ line = 240, lineRule = 'multiple' }: Formatting): LaidOutParagraph['line'] {
  return lineRule === 'multiple' ? { kind: 'multiple', lines: line / 240 } : { kind: lineRule, points: line / 20 };
}

/** Alignment in force of a paragraph that is not otherwise looked at (page headers). */
export const alignOf = (properties: XmlElement | undefined, styles: StyleSheet): Align =>
  over(styles.defaults, styles.paragraph(childValue(properties, 'pStyle')), styles.read(properties)).align ?? 'left';

/** How the letters of one run look over what its paragraph gives. */
export function lookOf(run: XmlElement, base: Formatting, styles: StyleSheet): Formatting & Look {
  const properties = child(run, 'rPr');
  const all = over(base, styles.character(childValue(properties, 'rStyle')), styles.read(properties));
  return {
    ...all,
    // Word's own default where no level names a font or a size.
    font: all.ascii ?? 'Times New Roman',
    accentFont: all.accents ?? all.ascii ?? 'Times New Roman',
    size: (all.size ?? 20) / 2,
    bold: all.bold ?? false,
    italic: all.italic ?? false,
    underline: all.underline ?? false,
    color: (all.color ?? 'auto').toUpperCase() === 'AUTO' ? 'auto' : (all.color ?? 'auto').toUpperCase(),
  };
}

function collectRuns(
  nodes: readonly XmlNode[],
  base: Formatting,
  styles: StyleSheet,
  runs: LaidOutRun[],
  boxes: XmlElement[],
  pieces: RunPlace[],
): void {
  let read = 0;
  for (const element of flow(nodes)) {
    if (element.name !== 'r') continue;
    const { font, accentFont, size, bold, italic, underline, color, ...more } = lookOf(element, base, styles);
    let text = '';
    for (const part of flow(element.children)) {
      if (part.name === 'drawing' || part.name === 'pict' || part.name === 'object') boxes.push(...textBoxes(part));
      else if (!more.hidden) text += runText(part);
    }
    if (text === '') continue;
    const decoded = cleanText(decodeByFont(text, font).text);
    const shown = more.capitals ? decoded.toUpperCase() : decoded;
    const look = { font, accentFont, size, bold, italic, underline, color };
    pieces.push({ element, from: read, to: read + shown.length, look });
    read += shown.length;
    const last = runs.at(-1);
    if (last && sameLook(last, look)) runs[runs.length - 1] = { ...last, text: last.text + shown };
    else runs.push({ text: shown, ...look });
  }
}

const sameLook = (a: Look, b: Look): boolean =>
  a.font === b.font &&
  a.accentFont === b.accentFont &&
  a.size === b.size &&
  a.bold === b.bold &&
  a.italic === b.italic &&
  a.underline === b.underline &&
  a.color === b.color;

function runText(part: XmlElement): string {
  if (part.name === 't') return ownText(part);
  if (part.name === 'tab' || part.name === 'ptab') return '\t';
  if (part.name === 'cr') return '\n';
  if (part.name === 'br') return part.attributes.type === 'page' || part.attributes.type === 'column' ? ' ' : '\n';
  return part.name === 'noBreakHyphen' ? '-' : '';
}

/** Was the end of the paragraph struck out, so that it runs on into the next? */
export const runsOn = (element: XmlElement): boolean => {
  const marks = child(child(element, 'pPr'), 'rPr');
  return childrenOf(marks, 'del').length > 0 || childrenOf(marks, 'moveFrom').length > 0;
};
