/** The document as one list of lines, each with the place it stands in: what recognising and every rule walk over. */
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
};

export function flatten(document: LaidOutDocument): Line[] {
  const lines: Line[] = [];
  const walk = (blocks: readonly LaidOutBlock[], section: number, cell: CellPlace | null): void => {
    for (const block of blocks) {
      if (block.type === 'paragraph') {
        const isBox = cell !== null && !cell.table.ruled;
        for (const part of isBox ? brokenRuns(block) : [{ text: block.text, runs: block.runs }])
          lines.push({ at: lines.length, section, paragraph: block, cell, ...part });
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

/** The lines that typed line breaks make of one paragraph. */
function brokenRuns(paragraph: LaidOutParagraph): { text: string; runs: LaidOutRun[] }[] {
  if (!paragraph.text.includes('\n')) return [{ text: paragraph.text, runs: [...paragraph.runs] }];
  const parts: { text: string; runs: LaidOutRun[] }[] = [{ text: paragraph.automaticLabel, runs: [] }];
  for (const run of paragraph.runs)
    for (const [at, text] of run.text.split('\n').entries()) {
      if (at > 0) parts.push({ text: '', runs: [] });
      const part = parts.at(-1);
      if (!part || text === '') continue;
      part.runs.push({ ...run, text });
      part.text += text;
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
