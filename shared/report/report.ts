/** A report as it goes to paper: the texts of its sections, the annex of tasks, and who signs. */
import { z } from 'zod';
import { bodyBlock } from '../body/body-blocks.ts';
import { isoDate } from '../text/dates.ts';
import { moreAnnex } from './target-and-activity-facts.ts';

const words = z.string().max(20_000);

/**
 * One section as printed. `text` holds a paragraph per line; lines starting with "- " or "+ " are list items. A section without
 * label and heading is plain text (opening, closing). The label says the level: "I." 1, "1." 2, "a)" 3.
 */
export const reportSection = z.object({
  key: z.string().min(1).max(200),
  label: z.string().max(40),
  heading: words,
  text: z.string().max(500_000),
  /** The same text with its tables, bold and italic words, where it has any. */
  blocks: z.array(bodyBlock).max(2000).optional(),
  /** Of a section that a person added; of others the label says it. */
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
});
export type ReportSection = z.infer<typeof reportSection>;

/** A row of the annex: one task with what came of it. `numbers` is a finished figure, `9/11 thôn, phố (81,8%)`. */
export const reportAnnexRow = z.object({
  no: words,
  area: words,
  component: words,
  task: words,
  lead: words,
  time: words,
  stateLabel: words,
  done: words,
  numbers: words,
  /** Why it was written after the window was locked; empty for an entry in time. */
  lateReason: words.default(''),
  evidence: z.number().int().min(0),
});
export type ReportAnnexRow = z.input<typeof reportAnnexRow>;

export const reportOffice = z.object({
  /** Lines of the agency's name in the head: "ỦY BAN NHÂN DÂN", "THỊ TRẤN NHƯ QUỲNH". */
  issuer: z.array(words).min(1).max(4),
  /** In running text: "UBND thị trấn Như Quỳnh". */
  name: words,
  place: words,
  /** Name of the unit the report goes to; empty leaves out "Kính gửi". */
  superior: words.default(''),
});

export const reportInput = z.object({
  office: reportOffice,
  plan: z.object({
    number: words,
    date: isoDate.or(z.literal('')).nullable(),
    title: words,
    year: z.number().int().nullable(),
  }),
  window: z.object({ label: words, from: isoDate, to: isoDate, due: isoDate.nullable() }),
  /** Empty: made from plan and window. */
  title: words.default(''),
  sections: z.array(reportSection).max(1000),
  annex: z.array(reportAnnexRow).max(20_000),
  /** Tables behind the annex of tasks. */
  moreAnnexes: z.array(moreAnnex).max(7).default([]),
  recipients: z.array(words).max(100),
  signer: z.object({ authority: words, title: words, name: words }),
  /** Without symbol; blank while not issued. */
  number: words.nullable().default(null),
  date: isoDate.nullable().default(null),
  symbol: words.default('BC-UBND'),
});
export type ReportInput = z.input<typeof reportInput>;

/** What a person's edits leave behind: their words, and the generated text they had before them. */
export const savedSection = z.object({
  key: z.string().min(1).max(200),
  text: z.string().max(500_000),
  /** The generated text the edit was based on; tells whether the facts have changed since. */
  basedOn: z.string().max(500_000),
  edited: z.boolean().default(true),
  /** Kept so that the words can still be placed when their section is no longer generated. */
  label: z.string().max(40).default(''),
  heading: words.default(''),
  blocks: z.array(bodyBlock).max(2000).optional(),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
  /** A generated section's heading as a person worded it; its text may still be the program's. */
  titled: words.optional(),
  /** Key of the section before one that a person added. */
  after: z.string().max(200).optional(),
});
export type SavedSection = z.infer<typeof savedSection>;
