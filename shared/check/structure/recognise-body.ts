/** What the paragraphs between head and signature are: headings, articles, divisions, text. */
import { fold, oneLine } from '../../text/fold.ts';
import { isAll, isBlank, isUpper, type Line } from './flatten.ts';
import { type ParsedLabel, parseLabel } from './labels.ts';

/**
 * `division`: "Chương I", "Mục 1" on a line of its own, `divisionTitle` the line below it; `enacting`: "QUYẾT ĐỊNH:" between
 * basis and articles.
 */
export type BodyKind =
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'decimalHeading'
  | 'division'
  | 'divisionTitle'
  | 'article'
  | 'enacting'
  | 'body';

/** A paragraph of the text. Lines of ruled tables are not among them. */
export type BodyLine = { readonly line: Line; readonly kind: BodyKind; readonly label: ParsedLabel | null };

export const divisionPattern = /^(Phần|Chương|Mục|Tiểu mục)\s+([IVXLC]+|\d{1,2})[.:]?$/iu;
export const articlePattern = /^Điều\s+(\d{1,3})\s*([.:]?)/iu;

export function bodyLines(lines: readonly Line[]): BodyLine[] {
  // What floats beside the text (a stamp "DỰ THẢO") is no part of it.
  const shown = lines.filter((line) => !line.cell && !line.paragraph.floating && !isBlank(line));
  const labels = shown.map((line) => parseLabel(line.text));
  const isDivision = (line: Line | undefined): boolean =>
    line !== undefined && divisionPattern.test(oneLine(line.text));
  return shown.map((line, at) => {
    const label = labels[at] ?? null;
    const before = shown[at - 1];
    const isTitle = isDivision(before) && (line.paragraph.align === 'center' || isUpper(line.text)) && label === null;
    if (isDivision(line)) return { line, label: null, kind: 'division' };
    if (isTitle) return { line, label: null, kind: 'divisionTitle' };
    // "Điều 3 của Luật …" opens a sentence; an article has a mark after its number.
    if (articlePattern.exec(oneLine(line.text))?.[2]) return { line, label: null, kind: 'article' };
    if (/^quyet (dinh|nghi)\s*:?$/.test(fold(line.text))) return { line, label: null, kind: 'enacting' };
    return { line, label, kind: headingKind(line, label, labels[at + 1] ?? null, at + 1 < shown.length) };
  });
}

/**
 * A labelled line is a heading when it is set like one or reads like one: short, no closing mark, and the next line does not
 * simply go on counting. Everything else is text.
 */
function headingKind(line: Line, label: ParsedLabel | null, next: ParsedLabel | null, hasNext: boolean): BodyKind {
  if (!label) return 'body';
  const isBold = isAll(line, (run) => run.bold);
  const readsLikeTitle =
    label.rest.length <= 120 && !/[.;,:!?]$/.test(label.rest) && hasNext && next?.level !== label.level;
  if (label.level === 'roman') return isBold || readsLikeTitle || isUpper(label.rest) ? 'heading1' : 'body';
  if (!isBold && !readsLikeTitle) return 'body';
  if (label.level === 'decimal') return 'decimalHeading';
  return label.level === 'arabic' ? 'heading2' : 'heading3';
}
