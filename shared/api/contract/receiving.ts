/** How bundles come in: checked first, in three steps with their own words, then received on a person's yes. */
import { z } from 'zod';
import { bundleKinds } from '../../bundle/kind-names.ts';
import { filledLine, id, nothing } from '../../text/fields.ts';
import { endpoint } from '../endpoint.ts';
import { jobView } from './plans.ts';
import { keyView } from './trust.ts';

/** What a dropped file turned out to be: a bundle, a part of one, one that is locked, a unit card, or something else. */
export const givenKinds = ['goi', 'phan', 'khoa', 'the', 'la'] as const;

export const standings = [
  'moi',
  'da-co',
  'cu-hon',
  'thay-the',
  'xung-dot',
  'chia-nhanh',
  'may-khac',
  'da-thu-hoi',
  'chua-co-goi',
  'da-thay',
  'khong-nhan',
] as const;

/** Parts of a bundle that lie here and wait for the others. */
export const partsView = z.object({
  setId: z.string(),
  fileName: z.string(),
  total: z.number(),
  have: z.number(),
  /** Numbers of the parts that are missing, from 1. */
  missing: z.array(z.number()),
});
export type PartsView = z.infer<typeof partsView>;

/** The three questions put to a bundle, each with its own answer. */
export const bundleCheck = z.object({
  fileName: z.string(),
  bytes: z.number(),
  given: z.enum(givenKinds),
  kind: z.enum(bundleKinds).nullable(),
  complete: z.boolean(),
  unchanged: z.boolean(),
  from: z
    .object({
      unitId: z.string(),
      unitName: z.string(),
      fingerprint: z.string(),
      words: z.array(z.string()),
      known: z.enum(['tin', 'quen', 'lan-dau', 'khoa-doi', 'da-thay', 'tu-choi']),
    })
    .nullable(),
  errors: z.array(z.object({ code: z.string(), path: z.string(), message: z.string() })),
  report: z
    .object({
      title: z.string(),
      windowLabel: z.string(),
      rows: z.number(),
      evidence: z.number(),
      sequence: z.number(),
      /** Why it is withdrawn, for a recall. */
      reason: z.string(),
    })
    .nullable(),
  /** What receiving it would do. */
  standing: z.enum(standings),
  standingText: z.string(),
  /** What a person should know before the yes: a fork, a gap, another name. */
  warnings: z.array(z.string()),
  /** A yes may be asked for. */
  receivable: z.boolean(),
  /** A person must say whether it becomes the one that counts or is put aside. */
  undecided: z.boolean(),
  /** May be received together with all others, without looking. */
  bulk: z.boolean(),
  needsPassword: z.boolean(),
  parts: partsView.nullable(),
  card: keyView.nullable(),
});
export type BundleCheck = z.infer<typeof bundleCheck>;

/** `de-sau`: the key stays as just seen. */
export const keyChoice = z.enum(['tin', 'them', 'thay', 'tu-choi', 'de-sau']);

export const receiveBody = z.object({
  /** For a bundle whose numbers do not say whether it counts. */
  as: z.enum(['chinh', 'cat-rieng']).optional(),
  key: keyChoice.optional(),
});
export type ReceiveBody = z.infer<typeof receiveBody>;

export const receivedAnswer = z.object({
  /** The report, recall, verdict or plan as it lies here now; null for a card, and for a bundle whose key was refused. */
  receivedId: z.string().nullable(),
  kind: z.enum([...bundleKinds, 'card']),
  standing: z.enum(standings),
  /** What was done, in one sentence. */
  text: z.string(),
});
export type ReceivedAnswer = z.infer<typeof receivedAnswer>;

const none = nothing;
const byId = z.object({ id });

export const receivingContract = {
  /** Sends a file to be checked; the job's result is a BundleCheck, and the job's id the check's. Nothing is received yet. */
  check: endpoint({
    method: 'POST',
    path: '/checks',
    params: none,
    query: z.object({ name: filledLine(255) }),
    body: { rawBytes: 68 * 1024 * 1024 * 1024 },
    answer: jobView,
  }),
  /** A password for a locked bundle that was checked; the job's result is a new BundleCheck under the job's id. */
  unlock: endpoint({
    method: 'POST',
    path: '/checks/:id/unlock',
    params: byId,
    query: none,
    body: z.object({ password: z.string().min(1).max(200) }),
    answer: jobView,
  }),
  receive: endpoint({
    method: 'POST',
    path: '/checks/:id/receive',
    params: byId,
    query: none,
    body: receiveBody,
    answer: receivedAnswer,
  }),
  /** Lets a checked file go; parts of a set that wait are thrown away by `discardParts`. */
  discard: endpoint({
    method: 'DELETE',
    path: '/checks/:id',
    params: byId,
    query: none,
    body: null,
    answer: nothing,
  }),
  parts: endpoint({
    method: 'GET',
    path: '/parts',
    params: none,
    query: none,
    body: null,
    answer: z.object({ sets: z.array(partsView) }),
  }),
  discardParts: endpoint({
    method: 'DELETE',
    path: '/parts/:id',
    params: z.object({ id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/) }),
    query: none,
    body: null,
    answer: nothing,
  }),
};
