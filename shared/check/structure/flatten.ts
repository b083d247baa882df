/** The document as one list of lines, each with the place it stands in: what recognising and every rule walk over. */
import { fold } from '../../text/fold.ts';
import type { LaidOutBlock, LaidOutDocument, LaidOutParagraph, LaidOutRun, LaidOutTable } from './laid-out.ts';

/** The cell of an invisible or ruled table a line stands in. */
export type CellPlace = {
  readonly table: LaidOutTable;
  readonly row: number;
  readonly column: number;
  readonly columns: number;
};

/** One printed line of text, or a paragraph; line breaks inside the boxes of head and signature part lines. */
export type Line = {
  /** Place in the list. */
  readonly at: number;
  readonly section: number;
  readonly paragraph: LaidOutParagraph;
  readonly cell: CellPlace | null;
  readonly text: string;
  readonly runs: readonly LaidOutRun[];
  /** One of several texts that tabs or spaces set side by side on one line; its alignment says nothing. */
  readonly sideBySide: boolean;
  /** The stretch of the paragraph's typed text this line is; the automatic label does not count. */
  readonly from: number;
  readonly to: number;
};

/** So many paragraphs from the top may hold the two sides of the head on one line. */
const longestHead = 20;
const longestSides = 160;
const gap = /\t+|\s{4,}/;
/** The right-hand side of a head. */
const rightSide = /cong hoa xa hoi|doc lap tu do|ngay.*thang.*nam/;

export function flatten(document: LaidOutDocument): Line[] {
  const lines: Line[] = [];
  const walk = (blocks: readonly LaidOutBlock[], section: number, cell: CellPlace | null): void => {
    for (const block of blocks) {
      if (block.type === 'paragraph') {
        const isBox = cell !== null && !cell.table.ruled;
        const sides = cell === null && block.index < longestHead ? sidesOf(block) : null;
        for (const part of sides ?? (isBox ? parted(block, /\n/) : [wholeOf(block)]))
          lines.push({ at: lines.length, section, paragraph: block, cell, ...part, sideBySide: sides !== null });
        continue;
      }
      const columns = Math.max(0, ...block.rows.flatMap((row) => row.map((each) => each.column + each.columnSpan)));
      for (const [row, cells] of block.rows.entries())
        for (const each of cells) walk(each.blocks, section, { table: block, row, column: each.column, columns });
    }
  };
  for (const [index, section] of document.sections.entries()) walk(section.blocks, index, null);
  return lines;
}

/** "ỦY BAN NHÂN DÂN ⇥ CỘNG HÒA …": the two sides of a head typed on one line, or null for any other line. */
function sidesOf(paragraph: LaidOutParagraph): Part[] | null {
  const text = paragraph.text.trim();
  // Length first: a hostile paragraph may hold the words of a date by the thousand.
  if (text.length > longestSides) return null;
  const at = text.search(gap);
  if (at < 0 || !rightSide.test(fold(text.slice(at)))) return null;
  // Blanks left for a day must not part a date.
  const parts = parted(paragraph, gap).filter((part) => part.text.trim() !== '');
  const right = parts.findIndex(
    (_part, index) => index > 0 && /^(cong hoa|doc lap)|ngay( |$)/.test(fold(parts[index]?.text ?? '')),
  );
  return right < 1 ? null : [joined(parts.slice(0, right)), joined(parts.slice(right))];
}

type Part = { text: string; runs: LaidOutRun[]; from: number; to: number };

const wholeOf = ({ text, runs, automaticLabel }: LaidOutParagraph): Part => ({
  text,
  runs: [...runs],
  from: 0,
  to: text.length - (automaticLabel === '' ? 0 : automaticLabel.length + 1),
});

const joined = (parts: readonly Part[]): Part => ({
  text: parts.map((part) => part.text).join('    '),
  runs: parts.flatMap((part) => part.runs),
  from: parts[0]?.from ?? 0,
  to: parts.at(-1)?.to ?? 0,
});

/** A paragraph cut where `mark` stands, each part with its runs. */
function parted(paragraph: LaidOutParagraph, mark: RegExp): Part[] {
  const parts: Part[] = [{ text: paragraph.automaticLabel, runs: [], from: 0, to: 0 }];
  let read = 0;
  for (const run of paragraph.runs) {
    let within = 0;
    for (const [at, text] of run.text.split(mark).entries()) {
      within = run.text.indexOf(text, within);
      const from = read + within;
      if (at > 0) parts.push({ text: '', runs: [], from, to: from });
      const part = parts.at(-1);
      within += text.length;
      if (!part || text === '') continue;
      part.runs.push({ ...run, text });
      part.text += text;
      part.to = from + text.length;
    }
    read += run.text.length;
  }
  return parts;
}

export const isBlank = (line: Line): boolean => line.text.trim() === '';

/** Runs that show letters or digits. */
export const shownRuns = (line: Line): LaidOutRun[] => line.runs.filter((run) => /[\p{L}\p{N}]/u.test(run.text));

export const isAll = (line: Line, fits: (run: LaidOutRun) => boolean): boolean => {
  const shown = shownRuns(line);
  return shown.length > 0 && shown.every(fits);
};

/** Written in capitals throughout. */
export const isUpper = (text: string): boolean => /\p{L}/u.test(text) && text === text.toUpperCase();
