/**
 * Who this installation is: its id, signing keys and encryption key, made once and kept beside the data. The keys prove to the superior
 * that a bundle comes from this office, and open what is sent to it alone; losing them means a new key that the superior must accept,
 * so they are part of what a safety copy holds.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { DataFolder } from '../../../../db/data-folder.ts';
import { writeWhole } from '../../../../db/write-whole.ts';
import type { BundleUnit } from '../../../../shared/bundle/manifest-v1.ts';
import { cardFormatName, publicKey, type UnitCard } from '../../../../shared/bundle/unit-card.ts';
import { createEncryptionKeys, type EncryptionKeys } from '../../../bundles/encryption/locks.ts';
import { createKeys, type SigningKeys } from '../../../bundles/seal.ts';

export type Identity = {
  readonly installationId: string;
  readonly keys: SigningKeys;
  /** Opens bundles encrypted to this installation, and agrees with another unit on receipt codes. */
  readonly encryption: EncryptionKeys;
};

const fileName = 'may-nay.json';

const identityFile = z.object({
  installationId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  keys: z.object({ publicKey, privateKey: publicKey.extend({ d: z.string() }) }),
  /** Missing in files of versions that did not encrypt. */
  encryption: z
    .object({
      identity: z.string().regex(/^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/),
      recipient: z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/),
    })
    .optional(),
});

/**
 * Reads the identity, or makes it the first time. A file that is there but cannot be read is a defect, never silently replaced. One
 * without an encryption key gets one; id and signing keys stay as they are, and everything else the file holds with them.
 */
export async function identityOf(folder: DataFolder, newId: () => string): Promise<Identity> {
  const path = join(folder.keys, fileName);
  const text = readIfThere(path);
  if (text === null) {
    const made: Identity = {
      installationId: newId(),
      keys: await createKeys(),
      encryption: await createEncryptionKeys(),
    };
    writeWhole(path, JSON.stringify(made));
    return made;
  }
  const stored: unknown = JSON.parse(text);
  const { encryption, ...known } = identityFile.parse(stored);
  if (encryption) return { ...known, encryption };
  const added = await createEncryptionKeys();
  // Two requests may come here at once: the key that reached the disk first is the one that counts.
  const now = identityFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  if (now.encryption) return { ...known, encryption: now.encryption };
  writeWhole(path, JSON.stringify({ ...(stored as object), encryption: added }));
  return { ...known, encryption: added };
}

/** The age identities kept in a data folder, for opening what was sent to this office; makes nothing where there is no file. */
export function storedIdentities(folder: DataFolder): string[] {
  const text = readIfThere(join(folder.keys, fileName));
  const stored = text === null ? null : identityFile.parse(JSON.parse(text));
  return stored?.encryption ? [stored.encryption.identity] : [];
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
  encryptionRecipient: identity.encryption.recipient,
});
