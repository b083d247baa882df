/**
 * Who this installation is: its id and signing keys, made once and kept beside the data. The keys prove to the superior that a bundle
 * comes from this office; losing them means a new key that the superior must accept, so they are part of what a safety copy holds.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { DataFolder } from '../../db/data-folder.ts';
import { writeWhole } from '../../db/write-whole.ts';
import type { BundleUnit } from '../../shared/bundle/manifest-v1.ts';
import { cardFormatName, publicKey, type UnitCard } from '../../shared/bundle/unit-card.ts';
import { createKeys, type SigningKeys } from '../bundles/seal.ts';

export type Identity = { readonly installationId: string; readonly keys: SigningKeys };

const identityFile = z.object({
  installationId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  keys: z.object({ publicKey, privateKey: publicKey.extend({ d: z.string() }) }),
});

/** Reads the identity, or makes it the first time. A file that is there but cannot be read is a defect, never silently replaced. */
export async function identityOf(folder: DataFolder, newId: () => string): Promise<Identity> {
  const path = join(folder.keys, 'may-nay.json');
  const text = readIfThere(path);
  if (text !== null) return identityFile.parse(JSON.parse(text));
  const made: Identity = { installationId: newId(), keys: await createKeys() };
  writeWhole(path, JSON.stringify(made));
  return made;
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** The card that travels in every bundle. */
export const unitCardOf = (identity: Identity, unit: BundleUnit): UnitCard => ({
  format: { name: cardFormatName, version: '1.0' },
  installationId: identity.installationId,
  unit,
  signingKey: identity.keys.publicKey,
  encryptionRecipient: null,
});
