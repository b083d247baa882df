/**
 * Any file encrypted to another, and back: for files that exist already. (A bundle is encrypted while it is written, see
 * `write-bundle.ts` with `lock`, and read without decrypting it to a disk, see `read-bundle.ts` with `keys`.) SPEC BN60 to BN66.
 */
import { basename } from 'node:path';
import { fail, ok, type Result } from '../../../shared/core/result.ts';
import { nodeDisk, writeFully } from '../files/disk.ts';
import { type CopiedFile, copy, sizeOf, writeNew } from '../files/new-file.ts';
import { type BundleProblem, problem } from '../files/problems.ts';
import { countBytes, type OnProgress } from '../files/progress.ts';
import { type Tools, waitFor } from '../files/target.ts';
import { encryptedBytes, encryptingDisk, newLock, reopen, unlock } from './encrypted-disk.ts';
import type { BundleLock, OpeningKeys } from './locks.ts';

export type { CopiedFile } from '../files/new-file.ts';

/** Plain data, so that it can be sent to a worker thread. The new file lies in `folder`; a name that is taken gets a number. */
export type EncryptInput = { source: string; folder: string; fileName: string; lock: BundleLock };
export type DecryptInput = { source: string; folder: string; fileName: string; keys: OpeningKeys };

/** Encrypts a file; reads the new one back and compares before it gets its name. On every failure nothing is left. */
export async function encryptFile(
  input: EncryptInput,
  onProgress: OnProgress = () => undefined,
  isCancelled: () => boolean = () => false,
  tools: Partial<Tools> = {},
): Promise<Result<CopiedFile, BundleProblem>> {
  const work: Tools = { disk: nodeDisk, wait: waitFor, isCancelled, ...tools };
  const { disk } = work;
  const made = await newLock(input.lock);
  if (!made.ok) return made;
  const lock = made.value;
  const size = sizeOf(disk, input.source);
  if (!size.ok) return size;
  const plainBytes = size.value;
  return writeNew(work, input, encryptedBytes(lock, plainBytes), async (fd, temporary, pace) => {
    const encrypting = encryptingDisk(disk, fd, lock, plainBytes);
    const counted = countBytes('writing', plainBytes, onProgress);
    const from = await copy(disk, input.source, {
      total: plainBytes,
      isCancelled,
      pace,
      onBytes: counted.add,
      take: (chunk, position) => writeFully(encrypting.disk, fd, chunk, position),
    });
    if (!from.ok) return from;
    encrypting.finish();
    counted.finish();
    return ok(async () => {
      const back = reopen(disk, temporary, lock);
      if (!back.ok) return problem('doc-lai-sai');
      const checked = countBytes('checking', plainBytes, onProgress);
      const seen = await copy(back.value.disk, temporary, { total: plainBytes, isCancelled, onBytes: checked.add });
      if (!seen.ok) return seen.error.code === 'da-huy' ? seen.error : problem('doc-lai-sai');
      checked.finish();
      return seen.value === from.value ? null : problem('doc-lai-sai');
    });
  });
}

/** Decrypts a file into `folder`. A wrong key, a wrong password or damage leave nothing there, not even the part that was good. */
export async function decryptFile(
  input: DecryptInput,
  onProgress: OnProgress = () => undefined,
  isCancelled: () => boolean = () => false,
  tools: Partial<Tools> = {},
): Promise<Result<CopiedFile, BundleProblem>> {
  const work: Tools = { disk: nodeDisk, wait: waitFor, isCancelled, ...tools };
  const { disk } = work;
  const opened = await unlock(disk, input.source, basename(input.source), input.keys);
  if (!opened.ok) return opened;
  if (opened.value === null) return fail(problem('khong-khoa'));
  const { disk: plain, plainBytes } = opened.value;
  return writeNew(work, input, plainBytes, async (fd, _, pace) => {
    const counted = countBytes('opening', plainBytes, onProgress);
    const from = await copy(plain, input.source, {
      total: plainBytes,
      isCancelled,
      pace,
      onBytes: counted.add,
      take: (chunk, position) => writeFully(disk, fd, chunk, position),
    });
    counted.finish();
    return from.ok ? ok(async () => null) : from;
  });
}
