/**
 * A verdict, version 1: what a superior answers to one version of one report. FROZEN like `manifest-v1.ts`. It always carries the
 * whole answer as it stands, never a change to an earlier one: the one with the highest number is the one that counts. Rules BN73 to BN78.
 */
import { z } from 'zod';
import { isoDate } from '../text/dates.ts';
import { chain, count, format, id, instant, name, sender, sha256, text, windowKey, words } from './fields-v1.ts';

/** nhan: received, not judged yet; tra-lai: to be done again; chap-nhan: accepted. */
export const wholeVerdicts = ['nhan', 'tra-lai', 'chap-nhan'] as const;
/** Of a row: accepted; to be done again, with words; a remark, with words, that asks for nothing. */
export const rowVerdicts = ['chap-nhan', 'tra-lai', 'gop-y'] as const;

export const verdictRow = z.looseObject({
  taskId: id,
  /** Number and words of the task as the report had them, so that a remark stays readable where the task is gone since. */
  no: text(40),
  task: words,
  /** Revision of the progress entry the superior read (`rows[].revision` of the report): whether the words have changed since. */
  revision: count,
  verdict: z.enum(rowVerdicts),
  words,
});
export type VerdictRow = z.infer<typeof verdictRow>;

export const verdictBundle = z.looseObject({
  format,
  /** `replaces`: the verdict on the same report version that this one takes the place of. */
  bundle: z.looseObject({ ...chain, kind: z.literal('verdict'), purpose: z.enum(['new', 'replacement']) }),
  sender,
  receiver: z.looseObject({ unitId: id, name }),
  window: z.looseObject({ key: windowKey, label: text(200) }),
  answers: z.looseObject({
    bundleId: id,
    /** Content digest (BN24) of the bundle answered. */
    contentDigest: sha256,
    /** Installation and sequence number it came with. */
    installationId: id,
    sequence: z.number().int().positive(),
    reportId: id,
    reportVersion: z.number().int().positive(),
    title: text(2_000),
  }),
  whole: z.looseObject({
    verdict: z.enum(wholeVerdicts),
    words,
    /** When the superior received the report, by its clock. */
    receivedAt: instant,
    /** The day by which a returned report is expected again, null where none is set. */
    resubmitBy: isoDate.nullable(),
    /** Who answers for this verdict: name and post, possibly empty. */
    by: z.looseObject({ name, post: name }),
  }),
  rows: z.array(verdictRow).max(20_000),
});
export type VerdictBundle = z.infer<typeof verdictBundle>;
