/**
 * The data of a report bundle, version 1 (`data/bao-cao.json`). FROZEN: bundles written with it are kept for years. A new field
 * comes as an optional one in a newer minor version, which older readers keep and pass on untouched; anything that changes the
 * meaning of a field is version 2 beside this file. Rules BN30 to BN39 of SPEC.md.
 */
import { z } from 'zod';
import { isoDate } from '../text/dates.ts';
import {
  chain,
  count,
  dateOrEmpty,
  format,
  id,
  list,
  measured,
  name,
  payloadPath,
  purposes,
  sender,
  sha256,
  text,
  windowKey,
  words,
} from './fields-v1.ts';

export {
  type BundleUnit,
  bundleHead,
  bundleUnit,
  dataPath,
  formatName,
  formatVersion,
  maxDataBytes,
  plainText,
  purposes,
} from './fields-v1.ts';

/** State of a task in the window; null where nobody said anything. */
export const rowStates = ['chua', 'dang-lam', 'xong', 'khong-phat-sinh'] as const;

/** One task of the plan. Texts are as they stand in the plan; figures and words are what the unit reported in this window. */
export const bundleRow = z.looseObject({
  taskId: id,
  /** Tasks with the same group share results, lead, executors and time, and stand in one block on paper. */
  groupId: id,
  /** Number as printed in the plan's table (TT), possibly empty. */
  no: text(40),
  area: text(2_000),
  component: text(2_000),
  text: words,
  results: list(200),
  lead: text(2_000),
  executors: list(200),
  time: text(4_000),
  state: z.enum(rowStates).nullable(),
  doneText: words,
  numerator: measured.nullable(),
  denominator: measured.nullable(),
  /** What numerator and denominator count, e.g. "hộ", "%". */
  measure: text(200),
  obstacle: words,
  proposal: words,
  /** Why the entry was written after the window was locked; left out for an entry in time. */
  lateReason: words.optional(),
  /** Revision of the progress entry, so that an answer says which words it saw; 0 where there is no entry. */
  revision: count,
  evidenceIds: z.array(id).max(5_000),
});
export type BundleRow = z.infer<typeof bundleRow>;

export const evidenceKinds = ['file', 'link', 'document', 'activity'] as const;

/** Why the bytes of a file stayed at the sender: marked sensitive, left out for size, or lost there. */
export const withheldReasons = ['sensitive', 'size', 'missing'] as const;

/** One proof; serves any number of rows. Fields that do not apply to its kind are null. */
export const bundleEvidence = z.looseObject({
  id,
  kind: z.enum(evidenceKinds),
  title: text(2_000),
  /** The name people gave the file, as it was; `path` is its safe name in the bundle. */
  fileName: name.nullable(),
  mediaType: text(200).nullable(),
  sha256: sha256.nullable(),
  bytes: count.nullable(),
  /** Null for a file whose bytes are not in the bundle; then `withheld` says why. */
  path: payloadPath.nullable(),
  withheld: z.enum(withheldReasons).nullable(),
  /** A link is shown as text and opened only by a person's act. */
  url: text(4_000).nullable(),
  /** Number and symbol of an official document ("45/KH-UBND"). */
  number: text(200).nullable(),
  symbol: text(200).nullable(),
  date: dateOrEmpty.nullable(),
  excerpt: words.nullable(),
});
export type BundleEvidence = z.infer<typeof bundleEvidence>;

export const reportBundle = z.looseObject({
  format,
  bundle: z.looseObject({ ...chain, kind: z.literal('report'), purpose: z.enum(purposes) }),
  sender,
  receiver: z.looseObject({ name }),
  plan: z.looseObject({
    id,
    year: z.number().int().min(1990).max(2200),
    number: text(200),
    date: dateOrEmpty,
    title: text(2_000),
    /** Areas (nội dung) of the plan in order, each with its components (nội dung thành phần). */
    areas: z
      .array(z.looseObject({ no: text(40), name: text(2_000), components: z.array(text(2_000)).max(500) }))
      .max(500),
  }),
  window: z.looseObject({
    key: windowKey,
    label: text(200),
    from: isoDate,
    to: isoDate,
    /** The day the report is due, null where nobody set one. */
    due: isoDate.nullable(),
  }),
  report: z.looseObject({
    id,
    /** 1 for the first frozen version of this report, then 2, 3 … */
    version: z.number().int().positive(),
    number: text(200),
    date: dateOrEmpty,
    title: text(2_000),
    sections: z.array(z.looseObject({ heading: text(2_000), text: text(200_000) })).max(500),
    /** The Word file as frozen; null where the sender left it out. */
    docx: z.looseObject({ path: payloadPath, sha256, bytes: count }).nullable(),
  }),
  rows: z.array(bundleRow).max(20_000),
  evidence: z.array(bundleEvidence).max(50_000),
});
export type ReportBundle = z.infer<typeof reportBundle>;
