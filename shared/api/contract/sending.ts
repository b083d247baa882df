/** How a bundle leaves: what of its proof, to which place, locked how, in which parts; and the ledger of all that left and came. */
import { z } from 'zod';
import { bundleKinds } from '../../bundle/kind-names.ts';
import { filledLine, id, line, nothing, paragraphs } from '../../text/fields.ts';
import { endpoint } from '../endpoint.ts';
import { jobView } from './plans.ts';

/** Shorter passwords are guessed in an afternoon. */
export const shortestPassword = 8;

/** A mail or Zalo limit; smaller parts than this would be hundreds of files. */
export const smallestPart = 1024 * 1024;

/**
 * `khoa`: to the receiver's believed keys; `the`: to the key of a card that the person named; `mat-khau`: with a password told by telephone; `mo`: open, as a plain zip;
 * `tu-dong`: to the receiver's keys where they are known, else open.
 */
export const sendingLock = z.discriminatedUnion('by', [
  z.object({ by: z.literal('tu-dong') }),
  z.object({ by: z.literal('khoa') }),
  z.object({ by: z.literal('the'), recipient: z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/) }),
  z.object({ by: z.literal('mat-khau'), password: z.string().min(shortestPassword).max(200) }),
  z.object({ by: z.literal('mo') }),
]);
export type SendingLock = z.infer<typeof sendingLock>;

/** One of the offered places or the ticket of the folder dialog, the lock, and the largest part in bytes (null: one file). */
export const sendingWay = z.object({
  placeId: id.nullable(),
  ticket: id.nullable(),
  lock: sendingLock.optional(),
  splitBytes: z.number().int().min(smallestPart).max(4_000_000_000).nullable().optional(),
});
export type SendingWay = z.infer<typeof sendingWay>;

export const ledgerStates = ['da-gui', 'da-nhan', 'tra-lai', 'chap-nhan', 'thu-hoi', 'da-thay', 'moi-nhan'] as const;

/** One bundle that left (`di`) or came (`den`). */
export const ledgerEntry = z.object({
  id,
  way: z.enum(['di', 'den']),
  kind: z.enum(bundleKinds),
  purpose: z.enum(['new', 'replacement', 'recall']),
  title: z.string(),
  /** The other side. */
  unitName: z.string(),
  windowLabel: z.string(),
  sequence: z.number(),
  fileName: z.string(),
  placeLabel: z.string(),
  bytes: z.number(),
  /** Content digest: the same however often this bundle is sent. */
  sha256: z.string(),
  at: z.number(),
  state: z.enum(ledgerStates),
  /** Fingerprint-like mark of what it was locked with: `khoa`, `mat-khau`, null for an open one. */
  encryptedTo: z.string().nullable(),
  parts: z.number(),
  /** When the receipt code was right. */
  receiptAt: z.number().nullable(),
  /** What it is about here: the report that was sent or received. */
  reportId: z.string().nullable(),
  receivedId: z.string().nullable(),
  /** Null when it can be sent again as it was; else why not, in words. */
  noResend: z.string().nullable(),
  /** True while a recall makes sense. */
  canRecall: z.boolean(),
  reason: z.string(),
});
export type LedgerEntry = z.infer<typeof ledgerEntry>;

export const exportFiles = z.object({
  /** As frozen: without sensitive proof. */
  files: z.number(),
  bytes: z.number(),
  leftOut: z.number(),
  /** Report, data and lists, without any proof. */
  baseBytes: z.number(),
  items: z.array(z.object({ id, title: z.string(), fileName: z.string(), bytes: z.number(), sensitive: z.boolean() })),
  receiver: z.object({ name: z.string(), hasKey: z.boolean(), keyDigits: z.string().nullable() }).nullable(),
});
export type ExportFiles = z.infer<typeof exportFiles>;

const none = nothing;
const byId = z.object({ id });

export const sendingContract = {
  /** Writes the bundle of a frozen report; the job's result is a LedgerEntry. `carried`: ids of proof whose files travel. */
  exportBundle: endpoint({
    method: 'POST',
    path: '/exports',
    params: none,
    query: none,
    body: sendingWay.extend({ reportId: id, carried: z.array(id).max(50_000).nullable().optional() }),
    answer: jobView,
  }),
  exportSize: endpoint({
    method: 'GET',
    path: '/reports/:id/size',
    params: byId,
    query: none,
    body: null,
    answer: exportFiles,
  }),
  /** The same content once more, wherever. */
  resend: endpoint({
    method: 'POST',
    path: '/sent/:id/resend',
    params: byId,
    query: none,
    body: sendingWay,
    answer: jobView,
  }),
  /** Withdraws a report that was sent. */
  recall: endpoint({
    method: 'POST',
    path: '/sent/:id/recall',
    params: byId,
    query: none,
    body: sendingWay.extend({
      reason: paragraphs(4_000).refine((text) => text.trim() !== '', 'Thiếu lý do.'),
      by: line(200).optional(),
      number: line(200).optional(),
    }),
    answer: jobView,
  }),
  ledger: endpoint({
    method: 'GET',
    path: '/ledger',
    params: none,
    query: none,
    body: null,
    answer: z.object({ entries: z.array(ledgerEntry) }),
  }),
};

/** The name of a file as it was given, for the door. */
export const givenName = filledLine(255);
