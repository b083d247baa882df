/**
 * An official document as data: what stands on the paper, not how it is drawn. The print HTML and the Word file are two
 * walks over this tree, one function per node type, so that screen, paper and Word can never say different things.
 */
import { z } from 'zod';
import { isoDate } from '../text/dates.ts';
import { placeCells } from './table-grid.ts';

/** Longest text of one run and most runs, paragraphs or rows in one list: far above any real document, below what would stall a renderer. */
const maxText = 20_000;
const maxList = 20_000;

const text = z.string().max(maxText);

/** A stretch of text with one look. Text is plain: nothing in it is ever markup. */
export const run = z.object({
  text,
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
});
export type Run = z.infer<typeof run>;

const runs = z.array(run).max(maxList);

/**
 * The date of a document. A draft has none: văn thư fills it in by hand at issue, so the day stays blank and the month too
 * unless it is already certain.
 */
export const documentDate = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('full'), date: isoDate }),
  z.object({
    kind: z.literal('blank'),
    month: z.number().int().min(1).max(12).nullable(),
    year: z.number().int().min(1900).max(2200).nullable(),
  }),
]);
export type DocumentDate = z.infer<typeof documentDate>;

/** Agency, number, national name and motto, place and date: boxes 1 to 4 of the official layout. */
export const officialHead = z.object({
  type: z.literal('officialHead'),
  /** Cơ quan chủ quản trực tiếp; a commune's own document has none. */
  superior: text.nullable(),
  issuer: z.array(text).min(1).max(4),
  number: text.nullable(),
  /** After the slash: `KH-UBND`. */
  symbol: text,
  place: text,
  date: documentDate,
});

/** Type name and subject (trích yếu): box 5a. Each subject line is one printed line at least. */
export const typeTitle = z.object({
  type: z.literal('typeTitle'),
  typeName: text,
  subject: z.array(text).min(1).max(6),
});

/** "Kính gửi": box 9a, for a report sent to a superior. */
export const addressees = z.object({
  type: z.literal('addressees'),
  names: z.array(text).min(1).max(50),
});

/** Căn cứ: one line per citation, without the closing marks, which the layout rules add. */
export const basis = z.object({
  type: z.literal('basis'),
  lines: z.array(text).min(1).max(200),
});

/** A numbered heading. The label is typed text ("I.", "1.", "a)") so that it survives editing, copying and another program. */
export const heading = z.object({
  type: z.literal('heading'),
  level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  label: z.string().max(40),
  text,
});

export const paragraph = z.object({
  type: z.literal('paragraph'),
  runs,
});

/** A list item with a typed marker, usually "-" or "+". */
export const listItem = z.object({
  type: z.literal('listItem'),
  level: z.union([z.literal(1), z.literal(2)]),
  marker: z.string().max(40),
  runs,
});

export const cellAlign = z.enum(['left', 'center', 'justify']);

/** One cell with its paragraphs. Cells stand in a row from left to right and skip columns that a span above already covers. */
export const tableCell = z.object({
  paragraphs: z.array(runs).max(maxList),
  columnSpan: z.number().int().min(1).max(64).default(1),
  rowSpan: z.number().int().min(1).max(maxList).default(1),
});
export type TableCell = z.infer<typeof tableCell>;

/** Widths are shares of the text width, so one table fits portrait and landscape. Header rows are repeated on every page. */
export const table = z
  .object({
    type: z.literal('table'),
    columns: z
      .array(z.object({ share: z.number().positive(), align: cellAlign }))
      .min(1)
      .max(64),
    headerRows: z.number().int().min(0).max(10),
    /** So many columns from the left hold labels: merged cells whose words are printed again at the head of each page. */
    labelColumns: z.number().int().min(0).max(10).default(0),
    /** Points; the layout's own size for tables where it is not said. */
    size: z.number().min(10).max(14).optional(),
    rows: z.array(z.array(tableCell)).min(1).max(maxList),
  })
  .superRefine((value, context) => {
    const placed = placeCells(value.columns.length, value.rows);
    if (!placed.ok) context.addIssue({ code: 'custom', message: placed.error, path: ['rows'] });
    if (value.headerRows > value.rows.length)
      context.addIssue({
        code: 'custom',
        message: 'Số dòng tiêu đề nhiều hơn số dòng của bảng.',
        path: ['headerRows'],
      });
  });

/**
 * How the signer signs (Decree 30/2020, Annex I, part II, box 7a). `head` is whose place is taken, `position` the signer's own.
 * `asWritten` keeps a form the rules do not know, line by line, instead of guessing.
 */
export const signing = z.discriminatedUnion('form', [
  z.object({ form: z.literal('direct'), position: text }),
  z.object({ form: z.literal('TM'), body: text, position: text }),
  z.object({ form: z.literal('KT'), body: text.nullable(), head: text, position: text }),
  z.object({ form: z.literal('Q'), body: text.nullable(), position: text }),
  z.object({ form: z.literal('TL'), head: text, position: text }),
  z.object({ form: z.literal('TUQ'), head: text, position: text }),
  z.object({ form: z.literal('asWritten'), lines: z.array(text).min(1).max(6) }),
]);
export type Signing = z.infer<typeof signing>;

/** Recipients (box 9b) beside the signature (boxes 7a, 7b). The last recipient is the archive line. */
export const signatureBlock = z.object({
  type: z.literal('signatureBlock'),
  recipients: z.array(text).max(100),
  signing,
  name: text,
});

/** Everybody who signs a minute, side by side: what each signs as, and the name below. */
export const partySignatures = z.object({
  type: z.literal('partySignatures'),
  parties: z
    .array(z.object({ title: text, name: text }))
    .min(2)
    .max(4),
});

/** Head of an annex; the reference to its document stays blank until the document has its number. */
export const annexHead = z.object({
  type: z.literal('annexHead'),
  /** "Phụ lục", or "Phụ lục I" where there are several. */
  label: text,
  title: z.array(text).min(1).max(6),
  attachedTo: z.object({
    typeName: text,
    number: text.nullable(),
    symbol: text,
    date: documentDate,
    issuer: text,
  }),
});

export const documentNode = z.discriminatedUnion('type', [
  officialHead,
  typeTitle,
  addressees,
  basis,
  heading,
  paragraph,
  listItem,
  table,
  signatureBlock,
  partySignatures,
  annexHead,
]);
export type DocumentNode = z.infer<typeof documentNode>;
export type NodeOf<Type extends DocumentNode['type']> = Extract<DocumentNode, { type: Type }>;

/** A run of pages of one orientation. Page numbers start at 1 in each section and its first page shows none. */
export const documentSection = z.object({
  orientation: z.enum(['portrait', 'landscape']),
  nodes: z.array(documentNode).max(maxList),
});
export type DocumentSection = z.infer<typeof documentSection>;

export const officialDocument = z.object({
  /** Shown by the reader program as the document's title; not printed. */
  title: text,
  /** A superior's report has an annex for each of up to 168 units. */
  sections: z.array(documentSection).min(1).max(400),
});
export type OfficialDocument = z.infer<typeof officialDocument>;

/** A paragraph's runs from plain text. */
export const plain = (words: string): Run[] => [{ text: words }];

/** All text of a run list, as a reader sees it. */
export const textOf = (list: readonly Run[]): string => list.map((each) => each.text).join('');

/** The nodes beside one node: an annex table follows its head, the last paragraph keeps with the signature. */
export type Neighbours = { before: DocumentNode | undefined; after: DocumentNode | undefined };

export const neighboursOf = (nodes: readonly DocumentNode[], at: number): Neighbours => ({
  before: nodes[at - 1],
  after: nodes[at + 1],
});

/** True for what is signed: the text above it must stand on the same page. */
export const isSigned = (node: DocumentNode | undefined): boolean =>
  node?.type === 'signatureBlock' || node?.type === 'partySignatures';
