/**
 * What reading a foreign file yields, before anything is stored: the plan as understood, beside the source it came from.
 * The reader fills it (electron/documents), the "Mở kế hoạch đã có" screen shows it, `keepPlan` stores it after a yes.
 */
import { z } from 'zod';
import { type BodyBlock, bodyBlock } from '../body/body-blocks.ts';

/** A place in the source: block index in `source.blocks`; for a table also the cell's row and column (0-based, grid coordinates). */
export const sourcePlace = z.object({
  block: z.number().int(),
  row: z.number().int().optional(),
  column: z.number().int().optional(),
});
export type SourcePlace = z.infer<typeof sourcePlace>;

/**
 * A place the reader is not sure of. `field` names the field of the row or header; `why` is a Vietnamese sentence;
 * `source` the text as written; `suggestion` a correction to offer, never applied unasked.
 */
export const doubt = z.object({
  field: z.string(),
  why: z.string(),
  source: z.string(),
  suggestion: z.string().nullable().default(null),
  place: sourcePlace.nullable().default(null),
});
export type Doubt = z.infer<typeof doubt>;

/** One group of the task table: one set of results, lead, executors and time. Texts are NFC, tasks and results without leading bullets. */
export const readRow = z.object({
  no: z.string(),
  dimension: z.string(),
  component: z.string(),
  tasks: z.array(z.string()),
  results: z.array(z.string()),
  lead: z.string(),
  executors: z.array(z.string()),
  time: z.string(),
  note: z.string(),
  /** Index of the row whose merged task cell this row lies in: the two components share one group. */
  sharesWith: z.number().int().nullable().default(null),
  doubts: z.array(doubt),
  place: sourcePlace.nullable().default(null),
});
export type ReadRow = z.infer<typeof readRow>;

export type ReadSection = {
  label: string;
  heading: string;
  paragraphs: BodyBlock[];
  children: ReadSection[];
  place?: SourcePlace | null;
};
export const readSection: z.ZodType<ReadSection> = z.lazy(() =>
  z.object({
    label: z.string(),
    heading: z.string(),
    paragraphs: z.array(bodyBlock),
    children: z.array(readSection),
    place: sourcePlace.nullish(),
  }),
);

export const readHeader = z.object({
  number: z.string(),
  /** `YYYY-MM-DD`, or empty where the source leaves it blank. */
  date: z.string(),
  place: z.string(),
  issuer: z.string(),
  title: z.string(),
  year: z.number().int().nullable(),
  basis: z.array(z.string()),
  /** Lines between the title and the first section that are no legal basis. */
  preamble: z.array(z.string()).optional(),
  sections: z.array(readSection),
  /** The closing sentence ("Trên đây là Kế hoạch …/.") and what follows it. */
  closing: z.array(z.string()).optional(),
  /** Title of the annex as it is printed, without "Phụ lục" and the reference; empty where the table has none. */
  annexTitle: z.array(z.string()).optional(),
  recipients: z.array(z.string()),
  signer: z.object({ authority: z.string(), title: z.string(), name: z.string() }),
  doubts: z.array(doubt).default([]),
});
export type ReadHeader = z.infer<typeof readHeader>;

/** The header of a file that holds only a task table: empty, to be filled in by hand. */
export const emptyHeader: ReadHeader = {
  number: '',
  date: '',
  place: '',
  issuer: '',
  title: '',
  year: null,
  basis: [],
  sections: [],
  recipients: [],
  signer: { authority: '', title: '', name: '' },
  doubts: [],
};

/** The source as it can be shown beside the result: plain text only, never markup from the file. */
export const sourceBlock = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('paragraph'),
    text: z.string(),
    bold: z.boolean(),
    align: z.enum(['left', 'center', 'right', 'justify']),
  }),
  z.object({
    type: z.literal('table'),
    columns: z.number().int(),
    headerRows: z.number().int(),
    cells: z.array(
      z.object({
        row: z.number().int(),
        column: z.number().int(),
        rowSpan: z.number().int(),
        columnSpan: z.number().int(),
        text: z.string(),
      }),
    ),
  }),
]);
export type SourceBlock = z.infer<typeof sourceBlock>;

/** What a column of the task table means to the program. */
export const columnMeaning = z.enum([
  'no',
  'dimension',
  'component',
  'task',
  'result',
  'lead',
  'executor',
  'time',
  'note',
  'unknown',
]);
export type ColumnMeaning = z.infer<typeof columnMeaning>;

export const readPlan = z.object({
  kind: z.enum(['plan', 'annex', 'text']),
  plan: readHeader.nullable(),
  columns: z.array(z.object({ caption: z.string(), meaning: columnMeaning })),
  rows: z.array(readRow),
  warnings: z.array(z.string()),
  encoding: z.string(),
  /** `mark`: which remembered file of the program this one was made from, where it says so. */
  source: z.object({
    name: z.string(),
    bytes: z.number(),
    blocks: z.array(sourceBlock),
    mark: z.string().max(64).optional(),
  }),
});
export type ReadPlan = z.infer<typeof readPlan>;
