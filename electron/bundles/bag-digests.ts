/**
 * Checks whether a complete bag is valid: every digest of every manifest fits. A file is read once, whatever the number of manifests
 * that list it, and what another part of the program takes from it (`FileTee`) is what was hashed.
 *
 * [Note: one thread] Hashing beside the reading (Web Crypto's threads) was tried: it copies every file once more, costs half again
 * as much processor time, and is slower whenever the second core has other work. A second thread for the cipher of an encrypted bundle
 * was tried too: on two cores it saves a sixth of the time and takes a third more memory.
 */
import { createHash } from 'node:crypto';
import type { BagTags, CheckControl, Expected } from './bag-check.ts';
import type { BagSource } from './bag-source.ts';
import type { BundleFindings } from './findings.ts';

/** A place that receives a file's bytes while they are hashed; `end` says whether every digest fitted. */
export type FileTee = { write(chunk: Uint8Array): void; end(good: boolean): void };

/** Reads every listed file once and compares all its digests. Returns false when cancelled. */
export async function checkDigests(
  source: BagSource,
  tags: BagTags,
  expected: ReadonlyMap<string, readonly Expected[]>,
  control: CheckControl,
  findings: BundleFindings,
  teeFor: (path: string) => FileTee | null = () => null,
): Promise<boolean> {
  for (const file of source.files) {
    const wanted = expected.get(file.path);
    if (!wanted) continue;
    if (control.isCancelled()) return false;
    const tee = teeFor(file.path);
    const hashes = wanted.map(({ algorithm }) => createHash(algorithm));
    const take = (chunk: Uint8Array) => {
      for (const hash of hashes) hash.update(chunk);
      tee?.write(chunk);
      control.onBytes(chunk.byteLength);
    };
    const held = tags.content.get(file.path);
    if (held) take(held);
    const read = held ? null : await source.read(file, take, control.isCancelled);
    const fits = wanted.every(({ digest }, index) => hashes[index]?.digest('hex') === digest);
    tee?.end(fits && (read === null || read.ok));
    if (read && !read.ok) {
      if (read.error.code === 'da-huy') return false;
      findings.addProblem(read.error);
    } else if (!fits) findings.add('bag-sai-ma', file.path);
  }
  return true;
}
