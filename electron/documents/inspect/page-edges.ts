/** Headers and footers of a section, looked at for one thing: where the page number stands and how it looks. */
import type { PageNumber } from '../../../shared/check/structure/laid-out.ts';
import { child, childrenOf, childValue, isElement, ownText, type XmlElement } from '../read/container/xml.ts';
import { flow } from '../read/word/flow.ts';
import { type Formatting, over, type StyleSheet } from './formatting.ts';
import { alignOf, lookOf } from './paragraph.ts';

export type EdgeParts = (reference: string) => XmlElement | undefined;
type Kind = { edge: PageNumber['edge']; pages: PageNumber['pages'] };

/** Part references of a section by kind; a section without one of a kind has that of the section before. */
export type EdgeReferences = ReadonlyMap<string, { kind: Kind; reference: string }>;

export function edgeReferences(section: XmlElement | undefined, before: EdgeReferences): EdgeReferences {
  const found = new Map(before);
  for (const edge of ['header', 'footer'] as const)
    for (const element of childrenOf(section, `${edge}Reference`)) {
      const type = element.attributes.type ?? 'default';
      const pages = type === 'first' || type === 'even' ? type : 'default';
      // `r:id` loses its prefix like every name.
      const reference = element.attributes.id;
      if (reference !== undefined) found.set(`${edge} ${pages}`, { kind: { edge, pages }, reference });
    }
  return found;
}

/** The page numbers in the headers and footers a section uses. */
export function pageNumbers(references: EdgeReferences, part: EdgeParts, styles: StyleSheet): PageNumber[] {
  return [...references.values()].flatMap(({ kind, reference }) => {
    const root = part(reference);
    return root ? numbersIn(root, kind, styles, false) : [];
  });
}

function numbersIn(holder: XmlElement, kind: Kind, styles: StyleSheet, inDrawing: boolean): PageNumber[] {
  const found: PageNumber[] = [];
  for (const node of holder.children) {
    if (!isElement(node)) continue;
    const isDrawing = inDrawing || node.name === 'drawing' || node.name === 'pict';
    const number = node.name === 'p' ? numberOf(node, kind, styles, isDrawing) : null;
    // The same drawing is said twice, for new and old programs.
    if (number) found.push(number);
    else if (node.name === 'AlternateContent') found.push(...numbersIn(node, kind, styles, isDrawing).slice(0, 1));
    else found.push(...numbersIn(node, kind, styles, isDrawing));
  }
  return found;
}

/** The page number of one paragraph, as a simple field or as one of three marks. */
function numberOf(paragraph: XmlElement, kind: Kind, styles: StyleSheet, inDrawing: boolean): PageNumber | null {
  const field = fieldRun(paragraph);
  if (!field) return null;
  const properties = child(paragraph, 'pPr');
  const base: Formatting = over(styles.defaults, styles.paragraph(childValue(properties, 'pStyle')));
  const { font, accentFont, size, bold, italic, underline, color } = lookOf(field.run, base, styles);
  const frame = child(properties, 'framePr')?.attributes.xAlign;
  const written = alignOf(properties, styles);
  // The header style of Word has a centre tab and a right tab.
  const tabbed = written === 'left' && field.tabs > 0 ? (field.tabs === 1 ? 'center' : 'right') : written;
  const framed = frame === 'center' || frame === 'right' || frame === 'left' ? frame : tabbed;
  return {
    ...kind,
    align: inDrawing ? null : framed,
    format: field.format,
    look: { font, accentFont, size, bold, italic, underline, color },
  };
}

/** The first run of a PAGE field and the tabs before it. */
function fieldRun(paragraph: XmlElement): { run: XmlElement; tabs: number; format: string | null } | null {
  let tabs = 0;
  for (const element of walk(paragraph)) {
    if (element.name === 'fldSimple' && isPageField(element.attributes.instr)) {
      const run = [...flow(element.children)].find((each) => each.name === 'r');
      return { run: run ?? element, tabs, format: formatOf(element.attributes.instr) };
    }
    if (element.name !== 'r') continue;
    const instruction = childrenOf(element, 'instrText').map(ownText).join('');
    if (isPageField(instruction) || child(element, 'pgNum'))
      return { run: element, tabs, format: formatOf(instruction) };
    tabs += childrenOf(element, 'tab').length + childrenOf(element, 'ptab').length;
  }
  return null;
}

export const isPageField = (instruction: string | undefined): boolean => /^\s*PAGE(\s|$|\\)/i.test(instruction ?? '');

/** `PAGE \* roman` counts in its own way; `Arabic` and `MERGEFORMAT` change nothing. */
const formatOf = (instruction: string | undefined): string | null => {
  const word = /\\\*\s*(roman|alphabetic|arabicdash|cardtext|ordtext|ordinal|hex)/i.exec(instruction ?? '')?.[1];
  return word === undefined ? null : word.toLowerCase();
};

/** Runs and simple fields of a paragraph, wrappers opened; drawings are walked on their own. */
function* walk(element: XmlElement): Generator<XmlElement> {
  for (const node of element.children) {
    if (!isElement(node) || node.name === 'pPr' || node.name === 'del') continue;
    if (node.name === 'r' || node.name === 'fldSimple') yield node;
    else yield* walk(node);
  }
}
