/**
 * A Word file as it is laid out on paper. Like the reader of plans it opens named parts only, follows no link outside the
 * file and stops at the same limits; made to run in a thread that may be killed.
 */
import type { LaidOutBlock, LaidOutDocument, LaidOutSection } from '../../../shared/check/structure/laid-out.ts';
import { fail, ok, type Result } from '../../../shared/core/result.ts';
import { containerKind } from '../read/container/kind.ts';
import { limits } from '../read/container/limits.ts';
import { isOpenDocument, type PartOfType, partsByType, sheetPart, wordPart } from '../read/container/package.ts';
import { type ReadProblem, readProblemOf, stopReading } from '../read/container/problems.ts';
import { type Container, openContainer } from '../read/container/unpack.ts';
import {
  child,
  childrenOf,
  childValue,
  isElement,
  isOn,
  parseXml,
  type XmlElement,
  type XmlNode,
} from '../read/container/xml.ts';
import { flow } from '../read/word/flow.ts';
import { readNumbering } from '../read/word/numbering.ts';
import { type Formatting, number, readStyleSheet, type ThemeFonts } from './formatting.ts';
import { millimetres } from './measures.ts';
import { type EdgeReferences, edgeReferences, pageNumbers } from './page-edges.ts';
import { type Holder, inspectParagraph, type ParagraphPlace, runsOn, type Surroundings } from './paragraph.ts';
import { inspectTable } from './table.ts';

/** Other kinds hold plans too, but no page to check. */
const notWord = {
  code: 'not-word',
  message:
    'Kiểm tra thể thức chỉ xem được tệp Word (.docx); tệp này là loại khác. Chưa lưu gì. Hãy chọn tệp .docx của văn bản.',
} as const;

export type InspectProblem = ReadProblem | typeof notWord;

/** Inspects a file. Refuses what the reader refuses, with its sentences, and every kind that is not a Word file. */
export function inspectDocx(bytes: Uint8Array): Result<LaidOutDocument, InspectProblem> {
  const inspected = inspectWithPlaces(bytes, parseXml);
  return inspected.ok ? ok(inspected.value.document) : inspected;
}

/** What a mended copy needs beside the layout: the elements behind paragraphs and sections, and the parts they stand in. */
export type InspectedFile = {
  readonly document: LaidOutDocument;
  readonly container: Container;
  /** Name of the part that holds the text, and its root. */
  readonly main: string;
  readonly root: XmlElement;
  readonly paragraphs: readonly ParagraphPlace[];
  readonly sections: readonly PageSection[];
  /** Name and root of the header or footer a section refers to. */
  readonly edgePart: (reference: string) => EdgePart | undefined;
  /** Name of the settings part, null where there is none. */
  readonly settings: string | null;
};
export type PageSection = {
  readonly settings: XmlElement | undefined;
  readonly elements: readonly XmlElement[];
  readonly edges: EdgeReferences;
};
export type EdgePart = { readonly name: string; readonly root: XmlElement };

/** Like `inspectDocx`, with the places; `parse` makes the trees the places stand in. */
export function inspectWithPlaces(bytes: Uint8Array, parse: typeof parseXml): Result<InspectedFile, InspectProblem> {
  try {
    const inspected = inspectBytes(bytes, parse);
    return inspected ? ok(inspected) : fail(notWord);
  } catch (error) {
    const refusal = readProblemOf(error);
    if (refusal) return fail(refusal);
    throw error;
  }
}

/** Null for a readable kind that is no Word file. */
function inspectBytes(bytes: Uint8Array, parse: typeof parseXml): InspectedFile | null {
  if (bytes.length === 0) stopReading('empty');
  if (bytes.length > limits.file) stopReading('too-large');
  const kind = containerKind(bytes);
  if (kind === 'unknown' || kind === 'xls') return null;
  if (kind !== 'zip') stopReading(kind);
  const container = openContainer(bytes);
  const parts = partsByType(container);
  const main = wordPart(container, parts);
  if (main !== null) return inspectPackage(container, parts, main, parse);
  return sheetPart(container, parts) === null && isOpenDocument(container) ? stopReading('opendocument') : null;
}

type Package = {
  readonly around: Surroundings;
  readonly edgePart: (reference: string) => EdgePart | undefined;
  readonly evenPagesDiffer: boolean;
  readonly settings: string | null;
};

function openPackage(container: Container, parts: PartOfType, main: string, parse: typeof parseXml): Package {
  const folder = main.includes('/') ? main.slice(0, main.lastIndexOf('/') + 1) : '';
  const parsed = (name: string): XmlElement | undefined => {
    const bytes = container.part(name);
    return bytes ? parseXml(bytes) : undefined;
  };
  const part = (type: RegExp, usual: string) => parsed(parts(type) ?? `${folder}${usual}`);
  const numbering = part(/wordprocessingml\.numbering\+xml$/, 'numbering.xml');
  const theme = themeFonts(part(/officedocument\.theme\+xml$/, 'theme/theme1.xml'));
  const styles = readStyleSheet(part(/wordprocessingml\.styles\+xml$/, 'styles.xml'), theme);
  const relations = new Map(
    childrenOf(parsed(`${folder}_rels/${main.slice(folder.length)}.rels`), 'Relationship')
      .filter(({ attributes }) => attributes.TargetMode !== 'External')
      .map(({ attributes }) => [attributes.Id ?? '', attributes.Target ?? '']),
  );
  const edges = new Map<string, EdgePart | undefined>();
  const settings = parts(/wordprocessingml\.settings\+xml$/) ?? `${folder}settings.xml`;
  return {
    around: {
      styles,
      numbering: readNumbering(numbering),
      listIndent: listIndents(numbering, styles.read),
      next: 0,
      places: [],
    },
    edgePart: (reference) => {
      const target = relations.get(reference);
      if (target === undefined) return undefined;
      const name = target.startsWith('/') ? target.slice(1) : `${folder}${target}`;
      if (!edges.has(name)) {
        const edge = container.part(name);
        edges.set(name, edge ? { name, root: parse(edge) } : undefined);
      }
      return edges.get(name);
    },
    evenPagesDiffer: isOn(parsed(settings), 'evenAndOddHeaders') ?? false,
    settings: container.part(settings) ? settings : null,
  };
}

function inspectPackage(container: Container, parts: PartOfType, main: string, parse: typeof parseXml): InspectedFile {
  const root = parse(container.part(main) ?? stopReading('broken'));
  const body = child(root, 'body');
  if (!body) return stopReading('broken');
  const file = openPackage(container, parts, main, parse);
  const sections: LaidOutSection[] = [];
  const places: PageSection[] = [];
  let references: EdgeReferences = new Map();
  for (const { elements, settings } of sectionsOf(body)) {
    const page = pageOf(settings);
    references = edgeReferences(settings, references);
    places.push({ settings, elements, edges: references });
    const room = page.paper.width - page.margins.left - page.margins.right;
    sections.push({
      ...page,
      pageNumbers: pageNumbers(references, (reference) => file.edgePart(reference)?.root, file.around.styles),
      blocks: inspectBlocks(elements, file.around, { tableStyle: {}, room }),
    });
  }
  if (!sections.some((section) => section.blocks.some(hasText))) stopReading('no-text');
  return {
    document: { sections, evenPagesDiffer: file.evenPagesDiffer },
    container,
    main,
    root,
    paragraphs: file.around.places,
    sections: places,
    edgePart: file.edgePart,
    settings: file.settings,
  };
}

const hasText = (block: LaidOutBlock): boolean =>
  block.type === 'paragraph'
    ? block.text.trim() !== ''
    : block.rows.some((row) => row.some((cell) => cell.blocks.some(hasText)));

/** The settings of a section stand in its last paragraph, those of the last section at the end of the body. */
function sectionsOf(body: XmlElement): { elements: XmlElement[]; settings: XmlElement | undefined }[] {
  const sections: { elements: XmlElement[]; settings: XmlElement | undefined }[] = [];
  let elements: XmlElement[] = [];
  let count = 0;
  for (const element of flow(body.children)) {
    if (++count > limits.blocks) stopReading('too-large');
    if (element.name === 'sectPr') continue;
    elements.push(element);
    const settings = element.name === 'p' ? child(child(element, 'pPr'), 'sectPr') : undefined;
    if (!settings) continue;
    sections.push({ elements, settings });
    elements = [];
  }
  const last = child(body, 'sectPr');
  if (elements.length > 0 || sections.length === 0 || last) sections.push({ elements, settings: last });
  return sections;
}

function inspectBlocks(elements: Iterable<XmlElement>, around: Surroundings, holder: Holder): LaidOutBlock[] {
  const blocks: LaidOutBlock[] = [];
  const inside = (cell: XmlElement, within: Holder) => inspectBlocks(flow(cell.children), around, within);
  let runs: readonly XmlNode[] = [];
  for (const element of elements) {
    if (around.next > limits.blocks * 10) stopReading('too-large');
    if (element.name === 'tbl') blocks.push(inspectTable(element, around.styles, inside, holder.room));
    if (element.name !== 'p') continue;
    // A paragraph whose end was struck out runs on into the next, which gives the look.
    const whole: XmlElement = { ...element, children: joined(element, runs) };
    if (runsOn(element)) {
      runs = whole.children.filter((node) => isElement(node) && node.name !== 'pPr');
      continue;
    }
    runs = [];
    const { paragraph, boxes } = inspectParagraph(whole, around, holder);
    blocks.push(paragraph);
    for (const box of boxes) blocks.push(...inside(box, { ...holder, floating: true }));
  }
  return blocks;
}

/** Children of a paragraph with the runs of the one before it in front. */
const joined = (element: XmlElement, runs: readonly XmlNode[]): XmlNode[] => [
  ...element.children.filter((node) => isElement(node) && node.name === 'pPr'),
  ...runs,
  ...element.children.filter((node) => !isElement(node) || node.name !== 'pPr'),
];

/** Page settings; what a file does not say is Word's own default (Letter, one inch). */
function pageOf(settings: XmlElement | undefined): Omit<LaidOutSection, 'pageNumbers' | 'blocks'> {
  const size = child(settings, 'pgSz')?.attributes;
  const margin = child(settings, 'pgMar')?.attributes;
  const counting = child(settings, 'pgNumType')?.attributes;
  const length = (text: string | undefined, otherwise: number): number =>
    millimetres(Math.abs(number(text) ?? otherwise));
  const paper = { width: length(size?.w, 12240), height: length(size?.h, 15840) };
  return {
    paper,
    orientation: paper.width > paper.height ? 'landscape' : 'portrait',
    margins: {
      top: length(margin?.top, 1440),
      bottom: length(margin?.bottom, 1440),
      left: length(margin?.left, 1440) + length(margin?.gutter, 0),
      right: length(margin?.right, 1440),
    },
    firstPageDiffers: isOn(settings, 'titlePg') ?? false,
    numbersFrom: number(counting?.start) ?? null,
    numberFormat: counting?.fmt ?? 'decimal',
  };
}

/** Fonts the theme gives to the names used in styles. */
function themeFonts(root: XmlElement | undefined): ThemeFonts {
  const scheme = child(child(root, 'themeElements'), 'fontScheme');
  const latin = (name: string) => child(child(scheme, name), 'latin')?.attributes.typeface;
  const fonts = { minor: latin('minorFont'), major: latin('majorFont') };
  return (slot) => (slot === '' ? undefined : slot.startsWith('major') ? fonts.major : fonts.minor);
}

/** Indents that the levels of a list give to their paragraphs. */
function listIndents(
  root: XmlElement | undefined,
  read: (properties: XmlElement | undefined) => Formatting,
): (list: string, level: number) => Formatting {
  const abstracts = new Map(childrenOf(root, 'abstractNum').map((each) => [each.attributes.abstractNumId, each]));
  const lists = new Map(
    childrenOf(root, 'num').map((each) => [each.attributes.numId, abstracts.get(childValue(each, 'abstractNumId'))]),
  );
  return (list, level) => {
    const settings = childrenOf(lists.get(list), 'lvl').find((each) => Number(each.attributes.ilvl) === level);
    const { left, right, firstLine } = read(child(settings, 'pPr'));
    return Object.fromEntries(Object.entries({ left, right, firstLine }).filter(([, value]) => value !== undefined));
  };
}
