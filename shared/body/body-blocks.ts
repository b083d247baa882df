/**
 * What stands in the body of a section, block by block. A plain paragraph is kept as a plain string, as it always was; only what
 * carries more (bold or italic words, a table) is an object. Rules BB1–BB4 in SPEC.md.
 */
import { z } from 'zod';
import { type Run, tableCell, textOf } from '../document/model.ts';
import { placeCells } from '../document/table-grid.ts';
import { nfc } from '../text/fold.ts';

/** Far above any table of a body; what is larger belongs into an annex. */
export const mostTableRows = 500;
export const mostTableColumns = 20;
const mostRuns = 2000;

const clean = (text: string): string =>
  nfc(text)
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '');
const words = z.string().max(20_000).transform(clean);

const lookedRun = z.object({ text: words, bold: z.boolean().optional(), italic: z.boolean().optional() });

/** A paragraph with bold or italic words. */
export type RichParagraph = { type: 'rich'; runs: Run[] };
export type BodyCell = z.infer<typeof tableCell>;
/** Widths are shares of the text width; the first `headerRows` rows are repeated on every page. */
export type BodyTable = {
  type: 'table';
  columns: { share: number; align: 'left' | 'center' | 'justify' }[];
  headerRows: number;
  rows: BodyCell[][];
};
export type BodyBlock = string | RichParagraph | BodyTable;

const richParagraph: z.ZodType<RichParagraph> = z.object({
  type: z.literal('rich'),
  runs: z.array(lookedRun).min(1).max(mostRuns),
});

const bodyTable: z.ZodType<BodyTable> = z
  .object({
    type: z.literal('table'),
    columns: z
      .array(z.object({ share: z.number().positive().max(100_000), align: z.enum(['left', 'center', 'justify']) }))
      .min(1)
      .max(mostTableColumns),
    headerRows: z.number().int().min(0).max(10),
    rows: z
      .array(z.array(tableCell.extend({ paragraphs: z.array(z.array(lookedRun).max(mostRuns)).max(200) })))
      .min(1)
      .max(mostTableRows),
  })
  .superRefine((table, context) => {
    const placed = placeCells(table.columns.length, table.rows);
    if (!placed.ok) context.addIssue({ code: 'custom', message: placed.error, path: ['rows'] });
    if (table.headerRows > table.rows.length)
      context.addIssue({
        code: 'custom',
        message: 'Số dòng tiêu đề nhiều hơn số dòng của bảng.',
        path: ['headerRows'],
      });
  });

/** Refused: a table whose cells do not fill its grid, or one beyond the limits above. Text is composed and freed of control signs. */
export const bodyBlock: z.ZodType<BodyBlock> = z.union([
  words.transform((text) => text.trimEnd()),
  richParagraph,
  bodyTable,
]) as z.ZodType<BodyBlock>;

/** The words of a block as a reader sees them; a table gives a line for each paragraph of its cells, row by row. */
export function plainTextOf(block: BodyBlock): string {
  if (typeof block === 'string') return block;
  if (block.type === 'rich') return textOf(block.runs);
  return block.rows.flatMap((row) => row.flatMap((cell) => cell.paragraphs.map(textOf))).join('\n');
}

/** One text per block, so that the place of a text is the place of its block. */
export const plainTexts = (blocks: readonly BodyBlock[]): string[] => blocks.map(plainTextOf);

/** Whether the blocks say more than their plain text does. */
export const isRich = (blocks: readonly BodyBlock[]): boolean => blocks.some((block) => typeof block !== 'string');

/** A section whose blocks are read as words only, by what does not care how they look. */
export type PlainSection<Place = unknown> = {
  label: string;
  heading: string;
  paragraphs: string[];
  children: PlainSection<Place>[];
  place?: Place;
};

export const plainSection: z.ZodType<PlainSection> = z.lazy(() =>
  z.object({
    label: z.string(),
    heading: z.string(),
    paragraphs: z.array(z.string()),
    children: z.array(plainSection),
  }),
);

type AnySection<Place> = {
  label: string;
  heading: string;
  paragraphs: readonly BodyBlock[];
  children: readonly AnySection<Place>[];
  place?: Place;
};

/** The same tree with plain texts; each text keeps the place of its block. */
export const plainSections = <Place>(sections: readonly AnySection<Place>[]): PlainSection<Place>[] =>
  sections.map((section) => ({
    ...section,
    paragraphs: plainTexts(section.paragraphs),
    children: plainSections(section.children),
  }));

const sameLook = (a: Run, b: Run): boolean => !a.bold === !b.bold && !a.italic === !b.italic;

/** A run with only the looks it has, so that equal runs are equal as data. */
export const runOf = (text: string, { bold, italic }: { bold?: boolean; italic?: boolean } = {}): Run => ({
  text,
  ...(bold ? { bold: true } : {}),
  ...(italic ? { italic: true } : {}),
});

/** Runs of one look joined, empty ones left out. */
export function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (run.text === '') continue;
    if (last && sameLook(last, run)) last.text += run.text;
    else joined.push(runOf(run.text, run));
  }
  return joined;
}

/** One line of runs: white space as single spaces across them, ends trimmed. */
export function tidyRuns(runs: readonly Run[]): Run[] {
  let open = true;
  const tidy = runs.map((run) => {
    let text = nfc(run.text).replace(/\s+/g, ' ');
    if (open) text = text.replace(/^ /, '');
    if (text !== '') open = text.endsWith(' ');
    return { ...run, text };
  });
  const joined = joinRuns(tidy);
  const last = joined.at(-1);
  if (last) last.text = last.text.trimEnd();
  return joined.filter((run) => run.text !== '');
}

export const hasLook = (runs: readonly Run[]): boolean => runs.some((run) => run.bold || run.italic);

/** A paragraph of runs as it is kept: a plain string where nothing is bold or italic. */
export function blockOfRuns(runs: readonly Run[]): string | RichParagraph {
  const tidy = tidyRuns(runs);
  return hasLook(tidy) ? { type: 'rich', runs: tidy } : textOf(tidy);
}

export const runsOfBlock = (block: string | RichParagraph): Run[] =>
  typeof block === 'string' ? (block === '' ? [] : [{ text: block }]) : block.runs;
