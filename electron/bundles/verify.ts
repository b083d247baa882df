/** "Is this file all right?", for bundles of Sổ Việc and for any BagIt bag. */

import type { OpeningKeys } from './encryption/locks.ts';
import { type Disk, nodeDisk } from './files/disk.ts';
import type { OnProgress } from './files/progress.ts';
import { type BundleSigner, inspect, type Verification } from './inspect.ts';

export type { BundleSigner, Verification };

/**
 * Checks a zip file or a folder. Never throws on any content; a cancel comes back as the error `da-huy`. A bag without our seal
 * can be `ok` too, with nobody in `signedBy`. An encrypted bundle needs `keys`.
 */
export async function verifyBundle(
  path: string,
  options: { onProgress?: OnProgress; isCancelled?: () => boolean; keys?: OpeningKeys; disk?: Disk } = {},
): Promise<Verification> {
  const { disk = nodeDisk, ...rest } = options;
  const { ok, complete, valid, signedBy, errors } = await inspect(disk, path, rest);
  return { ok, complete, valid, signedBy, errors };
}
