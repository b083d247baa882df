/**
 * This installation's keys over time: which computer they were made on, keys made anew after a loss or for a second computer, and the
 * earlier encryption keys, which go on opening what was sent to them.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname, platform } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { DataFolder } from '../../../../db/data-folder.ts';
import { writeWhole } from '../../../../db/write-whole.ts';
import { createEncryptionKeys } from '../../../bundles/encryption/locks.ts';
import { createKeys } from '../../../bundles/seal.ts';
import type { Deps } from '../../core/deps.ts';
import { type Identity, identityOf } from './identity.ts';

const ageIdentity = z.string().regex(/^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/);
const historyFile = z.object({
  /** Digest of the computer's name, so that the file tells nothing about it. */
  machine: z.string(),
  installationId: z.string(),
  earlier: z.array(z.object({ installationId: z.string(), identity: ageIdentity })),
});
type History = z.infer<typeof historyFile>;

const pathOf = (folder: DataFolder): string => join(folder.keys, 'cac-khoa.json');
const thisMachine = (): string => createHash('sha256').update(`${platform()} ${hostname()}`).digest('hex');

/** Begins the history the first time it is asked for. */
function historyOf(folder: DataFolder, { installationId }: Identity): History {
  let text: string | null = null;
  try {
    text = readFileSync(pathOf(folder), 'utf8');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  if (text !== null) return historyFile.parse(JSON.parse(text));
  const begun: History = { machine: thisMachine(), installationId, earlier: [] };
  writeWhole(pathOf(folder), JSON.stringify(begun));
  return begun;
}

/** Keys that open what was encrypted to this installation, the present one first. */
export async function openingIdentities({ folder, newId }: Pick<Deps, 'folder' | 'newId'>): Promise<string[]> {
  const identity = await identityOf(folder, newId);
  return [identity.encryption.identity, ...historyOf(folder, identity).earlier.map((each) => each.identity)];
}

/** True where the data lie on another computer than the one they were first used on. */
export const hasMoved = (folder: DataFolder, identity: Identity): boolean =>
  historyOf(folder, identity).machine !== thisMachine();

/** A person said that the data moved here for good. */
export function settleHere(folder: DataFolder, identity: Identity): void {
  writeWhole(pathOf(folder), JSON.stringify({ ...historyOf(folder, identity), machine: thisMachine() }));
}

/**
 * New id and keys for this installation. The earlier encryption key is kept first and the new identity written last: whatever happens in
 * between, the identity on the disk still opens everything. The earlier signing key is given up, nobody may sign with it any more.
 */
export async function renewKeys({ folder, newId }: Deps): Promise<void> {
  const before = await identityOf(folder, newId);
  const made: Identity = {
    installationId: newId(),
    keys: await createKeys(),
    encryption: await createEncryptionKeys(),
  };
  const { earlier } = historyOf(folder, before);
  const kept = { installationId: before.installationId, identity: before.encryption.identity };
  const history: History = {
    machine: thisMachine(),
    installationId: made.installationId,
    earlier: [kept, ...earlier.filter((each) => each.identity !== kept.identity)],
  };
  writeWhole(pathOf(folder), JSON.stringify(history));
  writeWhole(join(folder.keys, 'may-nay.json'), JSON.stringify(made));
}
