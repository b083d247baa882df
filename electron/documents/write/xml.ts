/** Paragraphs and runs of a Word file as XML, written by hand: the document library needs ten times as long for a large annex. */
import type { Run } from '../../../shared/document/model.ts';
import { printable } from '../../../shared/document/wording.ts';
import { twips, twipsOfPoints } from './measures.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML text or attribute value. */
export const escapeXml = (text: string): string =>
  printable(text).replace(/[&<>"]/g, (character) => entities[character] ?? '');

/** What a paragraph says beside its style: lengths in millimetres, spaces in points. */
export type ParagraphLook = {
  style?: string;
  /** Stays whole and on the page of the next one. */
  keep?: boolean;
  /** A line above, as long as the paragraph is wide. */
  ruled?: boolean;
  before?: number;
  after?: number;
  /** Exact height of its lines. */
  line?: number;
  indent?: { left?: number; right?: number; firstLine?: number };
  align?: 'left' | 'center' | 'both';
};

const said = (name: string, value: number | undefined): string => (value === undefined ? '' : ` w:${name}="${value}"`);

const inTwips = (points: number | undefined): number | undefined =>
  points === undefined ? undefined : twipsOfPoints(points);

const lengthOf = (millimetres: number | undefined): number | undefined =>
  millimetres === undefined ? undefined : twips(millimetres);

/** Elements stand in the order the format demands. */
export function paragraphXml(look: ParagraphLook, runs = ''): string {
  const { style, keep, ruled, before, after, line, indent, align } = look;
  const spacing = said('before', inTwips(before)) + said('after', inTwips(after)) + said('line', inTwips(line));
  const properties = [
    style === undefined ? '' : `<w:pStyle w:val="${style}"/>`,
    keep ? '<w:keepNext/><w:keepLines/>' : '',
    ruled ? '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>' : '',
    spacing === '' ? '' : `<w:spacing${spacing}${line === undefined ? '' : ' w:lineRule="exact"'}/>`,
    indent
      ? `<w:ind${said('left', lengthOf(indent.left))}${said('right', lengthOf(indent.right))}${said('firstLine', lengthOf(indent.firstLine))}/>`
      : '',
    align === undefined ? '' : `<w:jc w:val="${align}"/>`,
  ].join('');
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

/** `size` in points, where the paragraph's style does not say it. */
export type RunLook = { bold?: boolean; size?: number | undefined };

/** A newline inside a run becomes a line break. Only what differs from the paragraph's style is written on the run. */
export const runsXml = (runs: readonly Run[], look: RunLook = {}): string =>
  runs.map((run) => runXml(run, look)).join('');

function runXml(run: Run, { bold, size }: RunLook): string {
  const points = size === undefined ? '' : `<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>`;
  const look = `${bold || run.bold ? '<w:b/><w:bCs/>' : ''}${run.italic ? '<w:i/><w:iCs/>' : ''}${points}`;
  const text = escapeXml(run.text)
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${line}</w:t>`)
    .join('<w:br/>');
  return `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}${text}</w:r>`;
}
