/**
 * Shapes of stored JSON that has no frozen schema of its own. They ask for the form alone, never for a length: what may be entered is the
 * contract's business, and a limit that is set tomorrow must not lock away what was stored today. A field that comes later is optional here
 * or has a default.
 */
import { z } from 'zod';
import type { BodyBlock } from '../../shared/body/body-blocks.ts';
import { bundleHead } from '../../shared/bundle/fields-v1.ts';
import { type ReportBundle, rowStates } from '../../shared/bundle/manifest-v1.ts';
import { orNewer, type StoredReader, storedAs } from '../../shared/core/stored.ts';
import type { PlanHead } from '../../shared/plan/compare-text.ts';
import type { FileWords } from '../../shared/plan/stored-table.ts';
import type { SavedSection } from '../../shared/report/report.ts';

const words = z.string();

const list = z.array(words);
const signing = z.looseObject({ authority: words, title: words, name: words });

export const texts = storedAs(list);
export const signer = storedAs(signing);

/** The head of a plan among what a file said of it. Titles of annexes came later than the first plans. */
export const headOfFile: StoredReader<PlanHead> = storedAs(
  z.looseObject({
    number: words,
    date: words,
    place: words,
    issuer: words,
    title: words,
    basis: list,
    preamble: list.optional(),
    closing: list.optional(),
    annexTitle: list.optional(),
    recipients: list,
    signer: signing,
  }),
);

const run = z.looseObject({ text: words, bold: z.boolean().optional(), italic: z.boolean().optional() });
const cell = z.looseObject({
  paragraphs: z.array(z.array(run)),
  columnSpan: z.number().int(),
  rowSpan: z.number().int(),
});
const block: z.ZodType<BodyBlock, BodyBlock> = z.union([
  words,
  z.looseObject({ type: z.literal('rich'), runs: z.array(run) }),
  z.looseObject({
    type: z.literal('table'),
    columns: z.array(z.looseObject({ share: z.number(), align: z.enum(['left', 'center', 'justify']) })),
    headerRows: z.number().int(),
    rows: z.array(z.array(cell)),
  }),
]);

export const bodyBlocks = storedAs(z.array(block));

/** What a person's edits of a report left behind. */
export const savedSections: StoredReader<SavedSection[]> = storedAs(
  z.array(
    z.looseObject({
      key: words,
      text: words,
      basedOn: words,
      edited: z.boolean(),
      label: words,
      heading: words,
      blocks: z.array(block).optional(),
      level: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
      titled: words.optional(),
      after: words.optional(),
    }),
  ),
);

const record = z.record(z.string(), z.unknown());

/** Fields of a kind that its own reader knows (`shared/activity`). */
export const fieldsByName = storedAs(record);

/** What every bundle says of itself, as far as the ledger shows it. */
export const leftHead = storedAs(z.looseObject({ id: words, replaces: words.nullable(), purpose: words }));

const named = z.looseObject({ title: words }).optional();

/** What the ledger shows of a recall, a verdict or a plan that left; the frozen schema of the kind reads the whole (`queries/sent.ts`). */
export const leftData = storedAs(
  z.looseObject({
    window: z.looseObject({ label: words }).optional(),
    recall: z.looseObject({ title: words, reason: words }).optional(),
    answers: named,
    plan: named,
    receiver: z.looseObject({ name: words }).optional(),
  }),
);

/** Comparing asks for the fields of words alone; an image of a record has its numbers and flags beside them. */
export const wordsOfFile = storedAs(record) as StoredReader<FileWords>;

/** A bundle of version 2 or later, which this program did not receive or write. */
const isLaterBundle = (value: unknown): boolean => {
  const head = bundleHead.safeParse(value);
  return head.success && Number(head.data.format.version.split('.')[0]) > 1;
};

/** Data of a bundle, kept whole as it came or went, by the frozen schema of its kind. */
export const bundle = <T>(schema: z.ZodType<unknown, T>): StoredReader<T> => orNewer(storedAs(schema), isLaterBundle);

const figure = z.number().nullable();

/**
 * The rows of a report alone, by their form: a province adds up hundreds of reports at once, and the frozen schema, which also looks at every
 * letter, would take longer than the adding.
 */
const rowsOfReport: z.ZodType<unknown, Pick<ReportBundle, 'rows'>> = z.object({
  rows: z.array(
    z.object({
      taskId: words,
      groupId: words,
      no: words,
      area: words,
      component: words,
      text: words,
      results: list,
      lead: words,
      executors: list,
      time: words,
      state: z.enum(rowStates).nullable(),
      doneText: words,
      numerator: figure,
      denominator: figure,
      measure: words,
      obstacle: words,
      proposal: words,
      lateReason: words.optional(),
      revision: z.number(),
      evidenceIds: list,
    }),
  ),
});
export const reportedRows = bundle(rowsOfReport);
