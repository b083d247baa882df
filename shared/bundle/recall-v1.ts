/**
 * A recall, version 1: the unit withdraws a report it sent. FROZEN like `manifest-v1.ts`. It carries no rows and no evidence; the
 * receiver keeps what it has, marked as recalled, and counts it no more. Rules BN70 to BN72 of SPEC.md.
 */
import { z } from 'zod';
import { chain, dateOrEmpty, format, id, name, sender, sha256, text, windowKey, words } from './fields-v1.ts';

export const recallBundle = z.looseObject({
  format,
  /** `replaces` names the bundle withdrawn. */
  bundle: z.looseObject({ ...chain, replaces: id, kind: z.literal('recall'), purpose: z.literal('recall') }),
  sender,
  receiver: z.looseObject({ name }),
  window: z.looseObject({ key: windowKey, label: text(200) }),
  recall: z.looseObject({
    /** Content digest (BN24) of the bundle withdrawn: which version of it, beyond doubt. */
    contentDigest: sha256,
    reportId: id,
    reportVersion: z.number().int().positive(),
    /** Title of the report, so that a person knows what is withdrawn. */
    title: text(2_000),
    /** Why, in the unit's own words; never empty. */
    reason: words.refine((reason) => reason.trim() !== '', 'Thiếu lý do thu hồi.'),
    /** The document that withdraws it, where there is one; empty otherwise. */
    number: text(200),
    date: dateOrEmpty,
    /** Who decided: name and post, possibly empty. */
    by: z.looseObject({ name, post: name }),
  }),
});
export type RecallBundle = z.infer<typeof recallBundle>;
