/** Paper, margins and counting of a section put right. Tables too wide for the new margins are narrowed with them. */
import type { PageMend, Side } from '../../../shared/check/rules/mend.ts';
import { number } from '../inspect/formatting.ts';
import type { InspectedFile, PageSection } from '../inspect/inspect-docx.ts';
import type { PartEdits } from './part-edits.ts';
import { type Change, withAttributes } from './settings.ts';
import { asSource, below, childOf, elementsOf, type SourceElement } from './source-xml.ts';

const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

/** Tables narrowed further than this would break words. */
const leastWidth = 0.8;
/** Cells reach a little beyond the margins by themselves. */
const overhang = 240;

/** All page mends of one section together, because their widths belong together. Answers which of them were done. */
export function mendPage(
  edits: PartEdits,
  { main, document }: InspectedFile,
  at: number,
  place: PageSection,
  mends: readonly PageMend[],
): readonly PageMend[] {
  const { settings } = place;
  const section = document.sections[at];
  if (!settings || !section) return [];
  const element = asSource(settings);
  const changes: Record<string, Change> = {};
  const paper = mends.find((mend) => mend.paper !== undefined)?.paper;
  const wide = section.orientation === 'landscape';
  const width = paper ? (wide ? paper.height : paper.width) : section.paper.width;
  if (paper) {
    const [across, down] = wide ? [paper.height, paper.width] : [paper.width, paper.height];
    changes.pgSz = { w: String(twips(across)), h: String(twips(down)), code: null };
  }
  const margins: Record<Side, number> = { ...section.margins };
  const written: Record<string, string> = {};
  for (const { margin } of mends)
    if (margin) {
      margins[margin.side] = margin.value;
      written[margin.side] = String(twips(margin.value));
      if (margin.side === 'left') written.gutter = '0';
    }
  const room = twips(width - margins.left - margins.right);
  const before = twips(section.paper.width - section.margins.left - section.margins.right);
  const narrows = room < before;
  const fits = !narrows || narrowed(edits, main, place, room);
  if (!fits) {
    delete written.left;
    delete written.right;
    delete written.gutter;
    delete changes.pgSz;
  }
  if (Object.keys(written).length > 0) changes.pgMar = written;
  for (const mend of mends) {
    if (mend.numbersFrom !== undefined)
      changes.pgNumType = { start: mend.numbersFrom === null ? null : String(mend.numbersFrom) };
    if (mend.arabic) changes.pgNumType = { ...(changes.pgNumType as object), fmt: 'decimal' };
  }
  if (Object.keys(changes).length > 0) edits.rewrite(main, element, changes);
  return mends.filter(
    (mend) =>
      mend.oneHeader !== true &&
      (fits || !(mend.paper !== undefined || mend.margin?.side === 'left' || mend.margin?.side === 'right')),
  );
}

/** Narrows the tables that would not fit; false, with nothing done, where one would have to be narrowed too far. */
function narrowed(edits: PartEdits, main: string, { elements }: PageSection, room: number): boolean {
  const wide = elements
    .map(asSource)
    .filter((each) => each.name === 'tbl')
    .flatMap((table) => {
      const width = gridOf(table).reduce((sum, column) => sum + (number(column.attributes.w) ?? 0), 0);
      const isShare = childOf(childOf(table, 'tblPr'), 'tblW')?.attributes.type === 'pct';
      return !isShare && width > room + overhang ? [{ table, share: room / width }] : [];
    });
  if (wide.some(({ share }) => share < leastWidth)) return false;
  for (const { table, share } of wide) {
    const sized = below(
      table,
      ({ name, attributes }) =>
        name === 'gridCol' || ((name === 'tblW' || name === 'tcW') && attributes.type === 'dxa'),
    );
    for (const each of sized) {
      const width = number(each.attributes.w);
      if (width === undefined) continue;
      const text = withAttributes(edits.text(main), each, { w: String(Math.round(width * share)) });
      edits.splice(main, { from: each.start, to: each.end, text });
    }
  }
  return true;
}

const gridOf = (table: SourceElement): SourceElement[] =>
  elementsOf(childOf(table, 'tblGrid') ?? table).filter((each) => each.name === 'gridCol');
