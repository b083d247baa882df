/** What a person reads of one edit in a Word file that was brought back, whatever document it belongs to. */

import { lineKey } from '../compare/compare-texts.ts';
import type { SourceBlock } from '../plan/read-plan.ts';
import { oneLine } from '../text/fold.ts';

/**
 * `target` says what accepting it writes; null where it cannot be taken over, and `why` then says so and what to do instead.
 * `conflict` is the text as it went out, where the program changed the same place since: then somebody must choose.
 */
export type ProposedChange<Target> = {
  id: string;
  kind: 'changed' | 'added' | 'removed' | 'moved';
  where: string;
  before: string;
  after: string;
  conflict: string | null;
  target: Target | null;
  why: string | null;
};

/** Every line of a document in reading order, one block left out; cells give a line for each of their paragraphs. */
export function linesOfSource(blocks: readonly SourceBlock[], without: SourceBlock | null = null): string[] {
  return blocks
    .flatMap((block) => {
      if (block === without) return [];
      if (block.type === 'paragraph') return block.text.split('\n');
      const cells = [...block.cells].sort((a, b) => a.row - b.row || a.column - b.column);
      return cells.flatMap((cell) => cell.text.split('\n'));
    })
    .map(oneLine)
    .filter((line) => line !== '');
}

/** A file of which fewer lines than this are known is another document. Half of a document may well be rewritten. */
export const leastInCommon = 0.2;

/** How much of a file is known, 0 to 1: its lines that stand in the other blocks too. */
export function shareKnown(file: readonly SourceBlock[], known: readonly SourceBlock[]): number {
  const lines = linesOfSource(file).map(lineKey);
  const keys = new Set(linesOfSource(known).map(lineKey));
  return lines.length === 0 ? 0 : lines.filter((line) => keys.has(line)).length / lines.length;
}

/** `Số: 08/KH-UBND`: number (empty in a draft) and symbol. */
export const numberLine = /^Số:\s*([^/]*?)\s*\/\s*(\S+)$/u;
/** `Như Quỳnh, ngày 11 tháng 01 năm 2024`: place, day, month, year; day and month are empty in a draft. */
export const dateLine = /^([^()]{1,80}?),\s*ngày\s*(\d{0,2})\s*tháng\s*(\d{0,2})\s*năm\s*(\d{4}|)$/u;

/** The date a line says: `YYYY-MM-DD`, empty for a blank, null where it says no day of the calendar. */
export function dateOfLine(line: string): string | null {
  const [whole, , day = '', month = '', year = ''] = dateLine.exec(line) ?? [];
  if (whole === undefined) return null;
  if (day === '' && month === '') return '';
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date) ? date : null;
}

/** A line without the mark that ends a list entry and the dash that opens it: the program sets both. */
export const bareEntry = (line: string): string =>
  oneLine(line)
    .replace(/^[-–+•]\s*/u, '')
    .replace(/[\s.;,]+$/u, '');

/** Words as they are kept: the closing mark "../document" of the document belongs to the paper. */
export const keptWords = (line: string): string => oneLine(line).replace(/[\s.;,/]*\.\/\.$/u, '.');
