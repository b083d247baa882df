/** Keys: who we are to other units, whose keys we have seen, and what people decided about them. */
import { z } from 'zod';
import { id, nothing, revision } from '../../text/fields.ts';
import { endpoint } from '../endpoint.ts';

const fingerprint = z.object({
  /** Six groups of four digits. */
  digits: z.string(),
  /** The same as twelve words. */
  words: z.array(z.string()),
});

export const keyView = z.object({
  id,
  unitId: id,
  unitName: z.string(),
  relation: z.enum(['cap-tren', 'cap-duoi', 'khac']),
  /** The unit as the card itself says it, where that differs from the name kept here. */
  cardName: z.string(),
  installationId: z.string(),
  fingerprint,
  standing: z.enum(['moi', 'tin', 'da-thay', 'tu-choi']),
  /** Bundles can be encrypted to it. */
  encrypts: z.boolean(),
  firstSeenAt: z.number(),
  decidedAt: z.number().nullable(),
  /** The key that took its place. */
  replacedBy: z.object({ id, digits: z.string() }).nullable(),
  /** For a key nobody decided on: the unit has a believed key already, so this one is a change. */
  changed: z.boolean(),
  revision,
});
export type KeyView = z.infer<typeof keyView>;

export const trustView = z.object({
  own: z.object({
    unitName: z.string(),
    cardName: z.string(),
    installationId: z.string(),
    fingerprint,
    /** The data were copied to another computer since the keys were made: two computers must not share them. */
    moved: z.boolean(),
    /** Numbers of bundles that left and that the ledger lost: an older copy of the data was put back. */
    lost: z.object({ from: z.number(), to: z.number() }).nullable(),
  }),
  keys: z.array(keyView),
  /** The units whose numbers contradict each other, newest first. */
  forks: z.array(
    z.object({ unitName: z.string(), installationId: z.string(), sequence: z.number(), seenAt: z.number() }),
  ),
});
export type TrustView = z.infer<typeof trustView>;

/**
 * `tin`: compared, believed. `them`: believed beside the unit's other keys (a second computer). `thay`: believed, and the unit's other
 * believed keys stop counting. `tu-choi`: refused; `bo-tin`: belief taken back, as if just seen.
 */
export const keyDecision = z.enum(['tin', 'them', 'thay', 'tu-choi', 'bo-tin']);
export type KeyDecision = z.infer<typeof keyDecision>;

const none = nothing;

export const trustContract = {
  view: endpoint({ method: 'GET', path: '/trust', params: none, query: none, body: null, answer: trustView }),
  /** Our own unit card as a file. */
  card: endpoint({ method: 'GET', path: '/trust/card', params: none, query: none, body: null, answer: 'bytes' }),
  decide: endpoint({
    method: 'POST',
    path: '/trust/keys/:id',
    params: z.object({ id }),
    query: none,
    body: z.object({ revision, decision: keyDecision }),
    answer: keyView,
  }),
  /** New keys for this computer: the old ones were lost or are used on another one. What was sent to the old ones still opens. */
  renew: endpoint({
    method: 'POST',
    path: '/trust/own/renew',
    params: none,
    query: none,
    body: none,
    answer: trustView,
  }),
  /** The data moved to this computer for good; the keys stay. */
  settle: endpoint({
    method: 'POST',
    path: '/trust/own/settle',
    params: none,
    query: none,
    body: none,
    answer: trustView,
  }),
};
