/**
 * The unit card (`unit-card.json`): who a unit says it is and the public key its bundles are signed with. It travels inside every
 * bundle; whether to believe it is the receiver's decision, made once over the telephone with the fingerprint (BN25).
 */
import { z } from 'zod';
import { unitKind, unitName } from '../office/unit.ts';
import { type BundleUnit, bundleUnit } from './manifest-v1.ts';

export const cardPath = 'unit-card.json';
export const cardFormatName = 'so-viec/the-don-vi';

/** Ed25519 public key, RFC 8037: 32 bytes as base64url without padding. */
export const publicKey = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});
export type PublicKey = z.infer<typeof publicKey>;

export const unitCard = z.looseObject({
  format: z.looseObject({ name: z.literal(cardFormatName), version: z.string().regex(/^1\.\d{1,3}$/) }),
  /** The installation the key belongs to; two PCs of one unit have two cards. */
  installationId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  unit: bundleUnit,
  signingKey: publicKey,
  /** age recipient (`age1…`) for bundles meant for this unit alone; null where the unit has none. */
  encryptionRecipient: z
    .string()
    .regex(/^age1[02-9ac-hj-np-z]{58}$/)
    .nullable(),
});
export type UnitCard = z.infer<typeof unitCard>;

/** `xã Như Quỳnh`; the bare name where the kind is one this program does not know. */
export function bundleUnitName(unit: BundleUnit): string {
  const kind = unitKind.safeParse(unit.kind);
  return kind.success ? unitName({ kind: kind.data, name: unit.name }) : unit.name;
}
