/**
 * A Word file without its text: styles, settings, headers with page numbers, paper and margins, made by the document library. All of
 * it depends on the layout and the turns of the pages alone, so it is made once and its parts stay packed; only the text is written
 * for each document.
 */
import { Document, Header, type ISectionOptions, Packer, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import type { Layout } from '../../../shared/document/decree30.ts';
import { exportMark } from '../../../shared/document/export-mark.ts';
import type { DocumentSection } from '../../../shared/document/model.ts';
import { twips } from './measures.ts';
import { styleOf, wordStyles } from './styles.ts';
import { escapeXml } from './xml.ts';
import { type PackedPart, packPart, zipParts } from './zip-parts.ts';

type Orientation = DocumentSection['orientation'];
type Skeleton = { fixed: PackedPart[]; document: string; core: string; custom: string };
type Texts = { title: string; bodies: readonly string[]; mark: string | null };

const parts = { document: 'word/document.xml', core: 'docProps/core.xml', custom: 'docProps/custom.xml' } as const;

/** Words that stand where a document's own go; no text of a document passes through them. */
const titlePlace = 'TitleOfTheDocument';
const markPlace = 'MarkOfTheExport';
const slotStyle = (index: number): string => `BodySlot${index}`;

const known = new WeakMap<Layout, Map<string, Promise<Skeleton>>>();

/** The whole file: bodies as WordprocessingML, one for each section. `mark` stands in it as a document property. */
export async function wordFile(
  layout: Layout,
  orientations: readonly Orientation[],
  { title, bodies, mark }: Texts,
): Promise<Uint8Array> {
  const { fixed, document, core, custom } = await skeletonOf(layout, orientations, mark !== null);
  let text = document;
  for (const [index, body] of bodies.entries()) {
    const slot = `<w:p><w:pPr><w:pStyle w:val="${slotStyle(index)}"/></w:pPr></w:p>`;
    const at = text.indexOf(slot);
    if (at < 0) throw new Error(`The Word file has no place for section ${index + 1}.`);
    text = text.slice(0, at) + body + text.slice(at + slot.length);
  }
  const now = new Date().toISOString();
  const facts = core
    .replace(titlePlace, () => escapeXml(title))
    .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, (_whole, tag: string) => tag + now);
  return zipParts([
    ...fixed,
    packPart(parts.core, facts),
    ...(custom === ''
      ? []
      : [
          packPart(
            parts.custom,
            custom.replace(markPlace, () => escapeXml(mark ?? '')),
          ),
        ]),
    packPart(parts.document, text),
  ]);
}

function skeletonOf(layout: Layout, orientations: readonly Orientation[], marked: boolean): Promise<Skeleton> {
  const ofLayout = known.get(layout) ?? new Map<string, Promise<Skeleton>>();
  known.set(layout, ofLayout);
  const key = `${orientations.join(' ')} ${marked}`;
  const made = ofLayout.get(key) ?? makeSkeleton(layout, orientations, marked);
  ofLayout.set(key, made);
  return made;
}

async function makeSkeleton(layout: Layout, orientations: readonly Orientation[], marked: boolean): Promise<Skeleton> {
  const file = new Document({
    title: titlePlace,
    creator: '',
    lastModifiedBy: '',
    customProperties: marked ? [{ name: exportMark, value: markPlace }] : [],
    styles: wordStyles(layout),
    compatabilityModeVersion: 15,
    sections: orientations.map((orientation, index) =>
      sectionOf(layout, orientation, index, index === orientations.length - 1),
    ),
  });
  const made = unzipSync(new Uint8Array(await Packer.toBuffer(file)));
  const open: readonly string[] = Object.values(parts);
  const textOf = (name: string): string => strFromU8(made[name] ?? new Uint8Array());
  const names = Object.keys(made).filter((name) => !open.includes(name));
  // Readers look for the list of types first.
  const first = '[Content_Types].xml';
  return {
    fixed: [first, ...names.filter((name) => name !== first)].map((name) => packPart(name, made[name] ?? '')),
    document: textOf(parts.document),
    core: textOf(parts.core),
    custom: textOf(parts.custom),
  };
}

/** A section before another one ends in a paragraph of its own; as high as a line it could spill onto an empty page. */
const sectionEnd = (): Paragraph => new Paragraph({ spacing: { before: 0, after: 0, line: 20, lineRule: 'exact' } });

function sectionOf(
  { paper, margins }: Layout,
  orientation: Orientation,
  index: number,
  isLast: boolean,
): ISectionOptions {
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
          orientation: orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
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
    children: [new Paragraph({ style: slotStyle(index) }), ...(isLast ? [] : [sectionEnd()])],
  };
}
