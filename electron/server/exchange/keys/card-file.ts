/**
 * The unit card as a file of its own: the card and the seal its key makes over it (SPEC BN27). Without the seal somebody on the way could
 * change the encryption key and leave the fingerprint that people compare as it is.
 */
import { z } from 'zod';
import { canonicalJson, parseCanonicalJson } from '../../../../shared/bundle/canonical.ts';
import type { BundleUnit } from '../../../../shared/bundle/manifest-v1.ts';
import { type UnitCard, unitCard } from '../../../../shared/bundle/unit-card.ts';
import { fold } from '../../../../shared/text/fold.ts';
import { isSealed, seal } from '../../../bundles/seal.ts';
import { type Identity, unitCardOf } from './identity.ts';

/** What the name of a card ends with; readers go by the content. */
export const cardEnding = '.the-don-vi.json';

/** Far more than any card; a file larger than this is something else. */
export const largestCard = 64 * 1024;

const cardFile = z.strictObject({ card: unitCard, seal: z.string().max(1000) });

/** `xa-nhu-quynh.the-don-vi.json` */
export const cardFileName = (unit: BundleUnit): string =>
  `${fold(`${unit.kind} ${unit.name}`).replace(/[^a-z0-9]+/g, '-')}${cardEnding}`;

export async function cardFileText(identity: Identity, unit: BundleUnit): Promise<string> {
  const card = unitCardOf(identity, unit);
  return canonicalJson({ card, seal: await seal(Buffer.from(canonicalJson(card), 'utf8'), identity.keys) });
}

/** The card of a file; null where the file is no card at all, `sai` where it looks like one and its seal is not good. */
export async function readCardFile(bytes: Uint8Array): Promise<UnitCard | 'sai' | null> {
  if (bytes.byteLength === 0 || bytes.byteLength > largestCard || bytes[0] !== 0x7b) return null;
  const text = Buffer.from(bytes).toString('utf8');
  if (!text.includes('so-viec/the-don-vi')) return null;
  const value = parseCanonicalJson(text);
  const parsed = value.ok ? cardFile.safeParse(value.value) : null;
  if (!parsed?.success) return 'sai';
  const { card, seal: sealText } = parsed.data;
  const content = Buffer.from(canonicalJson(card), 'utf8');
  return (await isSealed(sealText, content, card.signingKey)) ? card : 'sai';
}
