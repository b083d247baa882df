/** Letters, paragraphs and words of the text put right. Each answers whether it could be done. */
import type { LetterMend, ParagraphMend, PlacedMend } from '../../../shared/check/rules/mend.ts';
import { cleanText } from '../../../shared/reading/clean-text.ts';
import { decodeByFont } from '../../../shared/reading/legacy-fonts.ts';
import type { ParagraphPlace, RunPlace } from '../inspect/paragraph.ts';
import type { PartEdits } from './part-edits.ts';
import type { Change } from './settings.ts';
import { asSource, childOf, elementsOf, type SourceElement } from './source-xml.ts';

const twips = (millimetres: number): string => String(Math.round((millimetres * 1440) / 25.4));

/** Fonts whose letters are pictures or codes of their own: in another font they would be other letters. */
const ownCodes = /^(symbol|webdings|wingdings|marlett|mt extra|\.vn|vni[-\s_])/i;

export const letterChanges = ({
  font,
  size,
  bold,
  italic,
  black,
  capitals,
}: Omit<LetterMend, 'kind'>): Record<string, Change> => ({
  ...(font === undefined
    ? {}
    : {
        rFonts: {
          ascii: font,
          hAnsi: font,
          cs: font,
          asciiTheme: null,
          hAnsiTheme: null,
          cstheme: null,
        },
      }),
  ...(size === undefined
    ? {}
    : { sz: { val: String(Math.round(size * 2)) }, szCs: { val: String(Math.round(size * 2)) } }),
  ...(bold === undefined ? {} : { b: { val: bold ? '1' : '0' } }),
  ...(italic === undefined ? {} : { i: { val: italic ? '1' : '0' } }),
  ...(black ? { color: { val: '000000', themeColor: null, themeTint: null, themeShade: null } } : {}),
  ...(capitals ? { caps: { val: '1' } } : {}),
});

/** Sets the letters of the runs of a line. Runs in a font of picture letters or of an old encoding keep their font. */
export function mendLetters(
  edits: PartEdits,
  part: string,
  place: ParagraphPlace,
  { from, to }: PlacedMend,
  mend: LetterMend,
): boolean {
  const touched = place.runs.filter((run) => run.from < to && run.to > from);
  // A run that goes on beyond the line would take the next one with it.
  if (touched.length === 0 || touched.some((run) => run.from < from || run.to > to)) return false;
  if (mend.font !== undefined && touched.some(({ look }) => ownCodes.test(look.font))) return false;
  const wrong = touched.filter(
    ({ look }) => mend.outside === undefined || look.size < mend.outside.min || look.size > mend.outside.max,
  );
  for (const { element } of wrong) edits.settings(part, asSource(element), 'rPr', letterChanges(mend));
  return wrong.length > 0;
}

/** Sets alignment, first line, space after and line spacing of a paragraph. */
export function mendParagraph(
  edits: PartEdits,
  part: string,
  { element }: ParagraphPlace,
  mend: ParagraphMend,
): boolean {
  const paragraph = asSource(element);
  const changes: Record<string, Change> = {};
  if (mend.align !== undefined) changes.jc = { val: mend.align === 'justify' ? 'both' : mend.align };
  if (mend.firstLineAt !== undefined) {
    const starts = startsWithTab(paragraph) ? 0 : mend.firstLineAt;
    changes.ind = {
      left: '0',
      start: null,
      firstLine: twips(starts),
      hanging: null,
      leftChars: null,
      startChars: null,
      firstLineChars: null,
      hangingChars: null,
    };
  }
  if (mend.after !== undefined) {
    changes.spacing = { after: String(mend.after * 20), afterAutospacing: null, afterLines: null };
    changes.contextualSpacing = { val: '0' };
  }
  if (mend.lines !== undefined) changes.spacing = { line: String(Math.round(mend.lines * 240)), lineRule: 'auto' };
  edits.settings(part, paragraph, 'pPr', changes);
  return true;
}

const startsWithTab = (paragraph: SourceElement): boolean => {
  const [first] = elementsOf(paragraph).flatMap((each) =>
    each.name === 'r' ? elementsOf(each).filter((part) => part.name !== 'rPr') : [],
  );
  return first?.name === 'tab';
};

type Piece = {
  readonly element: SourceElement | null;
  readonly from: number;
  readonly to: number;
  readonly text: string;
};

/** Puts the words of a line in place, changing only what differs. Not done where the file's text is written in another way. */
export function mendWords(
  edits: PartEdits,
  part: string,
  place: ParagraphPlace,
  { from, to, before }: PlacedMend,
  text: string,
): boolean {
  const pieces = place.runs.flatMap(piecesOf);
  const typed = pieces.map((piece) => piece.text).join('');
  const label = before.length - (to - from);
  if (label < 0 || typed.slice(from, to) !== before.slice(label)) return false;
  let [start, end] = [0, 0];
  while (start < before.length && start < text.length && before[start] === text[start]) start += 1;
  const shortest = Math.min(before.length, text.length) - start;
  while (end < shortest && before[before.length - 1 - end] === text[text.length - 1 - end]) end += 1;
  if (start < label) return false;
  const [cutFrom, cutTo] = [from + start - label, from + before.length - end - label];
  const put = text.slice(start, text.length - end);
  const cut = pieces.filter((piece) => piece.from < cutTo && piece.to > cutFrom);
  const near =
    pieces.find((piece) => piece.to === cutFrom && piece.to > piece.from) ??
    pieces.find((piece) => piece.from <= cutFrom && piece.to >= cutFrom);
  const changed = cut.length > 0 ? cut : near ? [near] : [];
  if (changed.length === 0 || changed.some(({ element }) => element === null)) return false;
  changed.forEach(({ element, from: at, text: words }, index) => {
    const head = words.slice(0, Math.max(0, cutFrom - at));
    const tail = words.slice(Math.max(0, cutTo - at));
    if (element) edits.words(part, element, index === 0 ? head + put + tail : tail);
  });
  return true;
}

/** The text elements of a run; marks between them (tabs, breaks) and letters of old encodings have none. */
function piecesOf({ element, from, to, look }: RunPlace): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  for (const child of elementsOf(asSource(element))) {
    const written = child.name === 't' ? child.children.filter((node) => typeof node === 'string').join('') : null;
    const text = written === null ? marks[child.name] : cleanText(written);
    if (text === undefined) continue;
    const isCoded = written !== null && decodeByFont(written, look.font).encoding !== null;
    pieces.push({ element: written === null || isCoded ? null : child, from: at, to: at + text.length, text });
    at += text.length;
  }
  return at === to ? pieces : [{ element: null, from, to, text: '\u0000'.repeat(to - from) }];
}

const marks: Readonly<Record<string, string>> = { tab: '\t', ptab: '\t', cr: '\n', br: '\n', noBreakHyphen: '-' };

/** The row above the rows of the table a paragraph stands in is printed again on each page; merged cells keep rows together. */
export function mendHeaderRow(edits: PartEdits, part: string, { element }: ParagraphPlace): boolean {
  let table: SourceElement | null = asSource(element);
  while (table && table.name !== 'tbl') table = table.parent;
  const rows = table ? elementsOf(table).filter((each) => each.name === 'tr') : [];
  const goesOn = (row: SourceElement | undefined): boolean =>
    row !== undefined &&
    elementsOf(row).some((cell) => {
      const merge = childOf(childOf(cell, 'tcPr'), 'vMerge');
      return merge !== undefined && merge.attributes.val !== 'restart';
    });
  let count = 1;
  while (goesOn(rows[count])) count += 1;
  // A table that is one merged block has no header.
  if (rows.length === 0 || count > 3) return false;
  for (const row of rows.slice(0, count)) edits.settings(part, row, 'trPr', { tblHeader: { val: '1' } });
  return true;
}
