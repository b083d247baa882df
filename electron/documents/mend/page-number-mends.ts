/** Page numbers put right: in the middle of the top margin, absent from the first page, digits as they should look. */
import type { PageNumberMend } from '../../../shared/check/rules/mend.ts';
import type { EdgePart, InspectedFile, PageSection } from '../inspect/inspect-docx.ts';
import { isPageField } from '../inspect/page-edges.ts';
import { isOn } from '../read/container/xml.ts';
import type { PartEdits } from './part-edits.ts';
import { asSource, below, childOf, elementsOf, prefixOf, type SourceElement } from './source-xml.ts';
import { letterChanges } from './text-mends.ts';

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const headerType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml';
const newRelation = 'rIdSoTrang';

type Edge = { readonly key: string; readonly part: EdgePart; readonly paragraphs: SourceElement[] };

/** Carries out all page number mends of a file. Answers which were done. */
export function mendPageNumbers(
  edits: PartEdits,
  file: InspectedFile,
  mends: readonly PageNumberMend[],
): readonly PageNumberMend[] {
  const centred = new Set<string>();
  const cleared = new Set<string>();
  // One kind at a time: the next pass sees what the one before it left.
  const turn = mends.some(({ hideFirst: asked, atTop }) => asked && !atTop)
    ? 'hideFirst'
    : mends.some(({ atTop }) => atTop)
      ? 'atTop'
      : 'letters';
  let added: string | null = null;
  return mends.filter((mend) => {
    const place = file.sections[mend.section];
    if (!place?.settings || mend[turn] === undefined) return false;
    const edges = edgesOf(file, place);
    let done = true;
    if (mend.letters) for (const { part, paragraphs } of edges) letters(edits, part, paragraphs, mend.letters);
    if (mend.atTop) {
      for (const { key, part, paragraphs } of edges)
        if (key.startsWith('header') && !centred.has(part.name))
          for (const paragraph of paragraphs) centre(edits, part, paragraph);
      const footers = edges.filter(({ key, part }) => key.startsWith('footer') && !centred.has(part.name));
      const isAlone = footers.every(({ paragraphs }) => paragraphs.every(holdsNumberOnly));
      if (isAlone) {
        for (const { part, paragraphs } of footers) for (const paragraph of paragraphs) emptied(edits, part, paragraph);
        for (const { part } of edges) centred.add(part.name);
        if (!edges.some(({ key }) => key === 'header default')) added = numberAtTop(edits, file, place, added);
      } else done = false;
    }
    if (mend.hideFirst) hideFirst(edits, file, place, edges, cleared);
    return done;
  });
}

/** Headers and footers in force that hold a page number. */
function edgesOf(file: InspectedFile, place: PageSection): Edge[] {
  return [...place.edges].flatMap(([key, { reference }]) => {
    const part = file.edgePart(reference);
    const paragraphs = part ? numberParagraphs(asSource(part.root)) : [];
    return part && paragraphs.length > 0 ? [{ key, part, paragraphs }] : [];
  });
}

const numberParagraphs = (root: SourceElement): SourceElement[] =>
  below(root, ({ name }) => name === 'p').filter(
    (paragraph) =>
      below(
        paragraph,
        (each) =>
          each.name === 'pgNum' ||
          (each.name === 'fldSimple' && isPageField(each.attributes.instr)) ||
          (each.name === 'instrText' && isPageField(each.children.join(''))),
      ).length > 0,
  );

function letters(edits: PartEdits, part: EdgePart, paragraphs: SourceElement[], wish: PageNumberMend['letters']): void {
  for (const paragraph of paragraphs)
    for (const run of below(paragraph, ({ name }) => name === 'r'))
      edits.settings(part.name, run, 'rPr', letterChanges(wish ?? {}));
}

/** In the middle: by its frame where it has one, else by alignment, with the tabs before it taken out. */
function centre(edits: PartEdits, part: EdgePart, paragraph: SourceElement): void {
  const frame = childOf(childOf(paragraph, 'pPr'), 'framePr');
  if (frame) edits.settings(part.name, paragraph, 'pPr', { framePr: { xAlign: 'center', x: null } });
  edits.settings(part.name, paragraph, 'pPr', {
    jc: { val: 'center' },
    ind: { left: '0', right: '0', firstLine: '0', hanging: null },
  });
  for (const tab of below(paragraph, ({ name, parent }) => (name === 'tab' || name === 'ptab') && parent?.name === 'r'))
    edits.splice(part.name, { from: tab.start, to: tab.end, text: '' });
}

/** A page number with words of its own ("Trang 2/5") goes with them; other words in a footer are somebody's and stay. */
const holdsNumberOnly = (paragraph: SourceElement): boolean =>
  below(paragraph, ({ name }) => name === 't').every((text) =>
    /^(?:[\s\d/\-–—|.]|trang|page|of|\u2026)*$/iu.test(text.children.join('')),
  ) && below(paragraph, ({ name }) => name === 'drawing' || name === 'pict' || name === 'txbxContent').length === 0;

function emptied(edits: PartEdits, part: EdgePart, paragraph: SourceElement): void {
  const settings = childOf(paragraph, 'pPr');
  const kept = settings ? edits.text(part.name).slice(settings.start, settings.end) : '';
  edits.splice(part.name, { from: paragraph.openEnd, to: paragraph.closeStart, text: kept });
}

const numberXml = (prefix: string): string => {
  const look = `<${prefix}rPr><${prefix}rFonts ${prefix}ascii="Times New Roman" ${prefix}hAnsi="Times New Roman" ${prefix}cs="Times New Roman"/><${prefix}sz ${prefix}val="28"/><${prefix}szCs ${prefix}val="28"/></${prefix}rPr>`;
  const run = (inner: string): string => `<${prefix}r>${look}${inner}</${prefix}r>`;
  const mark = (type: string): string => run(`<${prefix}fldChar ${prefix}fldCharType="${type}"/>`);
  const field = `${mark('begin')}${run(`<${prefix}instrText xml:space="preserve"> PAGE </${prefix}instrText>`)}${mark('separate')}${run(`<${prefix}t>2</${prefix}t>`)}${mark('end')}`;
  return `<${prefix}p><${prefix}pPr><${prefix}jc ${prefix}val="center"/></${prefix}pPr>${field}</${prefix}p>`;
};

/** A number in the header the section has, or in a new one that later sections without their own share. */
function numberAtTop(edits: PartEdits, file: InspectedFile, place: PageSection, added: string | null): string | null {
  const reference = place.edges.get('header default')?.reference;
  const header = reference === undefined ? undefined : file.edgePart(reference);
  if (header) {
    const root = asSource(header.root);
    const blocks = elementsOf(root);
    const isBlank = below(root, ({ name }) => name === 't' || name === 'drawing' || name === 'pict').length === 0;
    const from = isBlank && blocks.length === 1 && blocks[0] ? blocks[0].start : root.closeStart;
    edits.splice(header.name, { from, to: root.closeStart, text: numberXml(prefixOf(root)) });
    return added;
  }
  // A section without a header of its own has that of the section before.
  if (added !== null || !place.settings) return added;
  const folder = file.main.slice(0, file.main.lastIndexOf('/') + 1);
  const name = freeName(edits, folder);
  const declared = `<w:hdr xmlns:w="${word}">${numberXml('w:')}</w:hdr>`;
  edits.add(name, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${declared}`);
  const links = `${folder}_rels/${file.main.slice(folder.length)}.rels`;
  const link = `<Relationship Id="${newRelation}" Type="${relations}/header" Target="${name.slice(folder.length)}"/>`;
  const empty = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
  if (edits.has(links)) beforeEnd(edits, links, /<\/(?:\w+:)?Relationships>\s*$/, link);
  else edits.add(links, empty.replace('></', `>${link}</`));
  const kind = `<Override PartName="/${name}" ContentType="${headerType}"/>`;
  beforeEnd(edits, '[Content_Types].xml', /<\/(?:\w+:)?Types>\s*$/, kind);
  const settings = asSource(place.settings);
  const prefix = prefixOf(settings);
  const tag = `<${prefix}headerReference ${prefix}type="default" r:id="${newRelation}" xmlns:r="${relations}"/>`;
  edits.rewrite(file.main, settings, {}, tag);
  return name;
}

function freeName(edits: PartEdits, folder: string): string {
  let at = 1;
  while (edits.has(`${folder}header${at}.xml`)) at += 1;
  return `${folder}header${at}.xml`;
}

function beforeEnd(edits: PartEdits, part: string, end: RegExp, text: string): void {
  const at = edits.text(part).search(end);
  if (at >= 0) edits.splice(part, { from: at, to: at, text });
}

/** The first page has a header of its own, without a number. */
function hideFirst(
  edits: PartEdits,
  file: InspectedFile,
  { settings }: PageSection,
  edges: readonly Edge[],
  cleared: Set<string>,
): void {
  if (!settings) return;
  const element = asSource(settings);
  if (isOn(settings, 'titlePg') !== true) edits.rewrite(file.main, element, { titlePg: { val: '1' } });
  for (const { key, part, paragraphs } of edges)
    if (key.endsWith('first') && !cleared.has(part.name)) {
      cleared.add(part.name);
      for (const paragraph of paragraphs) if (holdsNumberOnly(paragraph)) emptied(edits, part, paragraph);
    }
}
