/**
 * Any file encrypted to another, and back: for files that exist already. (A bundle is encrypted while it is written, see
 * `write-bundle.ts` with `lock`, and read without decrypting it to a disk, see `read-bundle.ts` with `keys`.) SPEC BN60 to BN66.
 */
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { fail, ok, type Result } from '../../../shared/core/result.ts';
import {
  chunkBytes,
  closeQuietly,
  type Disk,
  nodeDisk,
  paceTheDisk,
  readFully,
  syncFolder,
  writeFully,
} from '../disk.ts';
import { type BundleProblem, problem, sourceProblem, targetProblem } from '../problems.ts';
import { countBytes, type OnProgress } from '../progress.ts';
import {
  giveFinalName,
  removeQuietly,
  roomProblem,
  type Tools,
  temporaryName,
  waitFor,
  writeFailure,
} from '../target.ts';
import { encryptedBytes, encryptingDisk, newLock, reopen, unlock } from './encrypted-disk.ts';
import type { Lock, OpeningKeys } from './locks.ts';

/** Plain data, so that it can be sent to a worker thread. The new file lies in `folder`; a name that is taken gets a number. */
export type EncryptInput = { source: string; folder: string; fileName: string; lock: Lock };
export type DecryptInput = { source: string; folder: string; fileName: string; keys: OpeningKeys };

export type CopiedFile = { path: string; fileName: string; bytes: number };

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
  const control: CopyControl = { ...work, onProgress, phase: 'writing', total: plainBytes };
  return writeNew(work, input, encryptedBytes(lock, plainBytes), async (fd, temporary, pace) => {
    const encrypting = encryptingDisk(disk, fd, lock, plainBytes);
    const write = (chunk: Uint8Array, position: number) => writeFully(encrypting.disk, fd, chunk, position);
    const from = await copy(disk, input.source, control, pace, write);
    if (!from.ok) return from;
    encrypting.finish();
    return ok(async () => {
      const back = reopen(disk, temporary, lock);
      if (!back.ok) return problem('doc-lai-sai');
      const seen = await copy(back.value.disk, temporary, { ...control, phase: 'checking' });
      if (!seen.ok) return seen.error.code === 'da-huy' ? seen.error : problem('doc-lai-sai');
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
  const control: CopyControl = { ...work, onProgress, phase: 'opening', total: plainBytes };
  return writeNew(work, input, plainBytes, async (fd, _, pace) => {
    const write = (chunk: Uint8Array, position: number) => writeFully(disk, fd, chunk, position);
    const from = await copy(plain, input.source, control, pace, write);
    return from.ok ? ok(async () => null) : from;
  });
}

function sizeOf(disk: Disk, path: string): Result<number, BundleProblem> {
  try {
    const stat = disk.statSync(path);
    return stat.isFile() ? ok(stat.size) : fail(problem('khong-doc-duoc', basename(path)));
  } catch (error) {
    return fail(sourceProblem(error, basename(path)));
  }
}

type CopyControl = Tools & { onProgress: OnProgress; phase: 'writing' | 'checking' | 'opening'; total: number };

/** Reads a file to its end, hands each chunk on, and answers the SHA-256 of all. */
async function copy(
  disk: Disk,
  path: string,
  { onProgress, phase, total, isCancelled }: CopyControl,
  pace: (bytes: number) => Promise<void> | undefined = () => undefined,
  take: (chunk: Uint8Array, position: number) => void = () => undefined,
): Promise<Result<string, BundleProblem>> {
  const counted = countBytes(phase, total, onProgress);
  const digest = createHash('sha256');
  const buffer = Buffer.allocUnsafe(chunkBytes);
  let fd: number | null = null;
  try {
    try {
      fd = disk.openSync(path, 'r');
    } catch (error) {
      return fail(sourceProblem(error, basename(path)));
    }
    for (let position = 0; position < total; ) {
      if (isCancelled()) return fail(problem('da-huy'));
      let got: number;
      try {
        got = readFully(disk, fd, buffer.subarray(0, Math.min(chunkBytes, total - position)), position);
      } catch (error) {
        return fail(sourceProblem(error, basename(path)));
      }
      if (got === 0) return fail(problem('khong-doc-duoc', basename(path)));
      const chunk = buffer.subarray(0, got);
      digest.update(chunk);
      take(chunk, position);
      position += got;
      counted.add(got);
      await pace(got);
    }
  } finally {
    if (fd !== null) closeQuietly(disk, fd);
  }
  counted.finish();
  return ok(digest.digest('hex'));
}

type Check = () => Promise<BundleProblem | null>;

/** A new file under a temporary name, synced, checked, then named; `fill` answers with the check to make once it is closed. */
async function writeNew(
  tools: Tools,
  { folder, fileName }: { folder: string; fileName: string },
  bytes: number,
  fill: (
    fd: number,
    temporary: string,
    pace: (bytes: number) => Promise<void> | undefined,
  ) => Promise<Result<Check, BundleProblem>>,
): Promise<Result<CopiedFile, BundleProblem>> {
  const { disk, isCancelled } = tools;
  const noRoom = roomProblem(disk, folder, bytes);
  if (noRoom) return fail(noRoom);
  const temporary = join(folder, temporaryName(fileName));
  const refuse = (found: BundleProblem) => {
    removeQuietly(disk, temporary);
    return fail(found);
  };
  let fd: number | null = null;
  let paced: ReturnType<typeof paceTheDisk> | null = null;
  let filled: Result<Check, BundleProblem>;
  try {
    fd = disk.openSync(temporary, 'wx');
    paced = paceTheDisk(disk, fd);
    const { add, pace } = paced;
    filled = await fill(fd, temporary, (written) => {
      add(written);
      return pace();
    });
    await paced.settle();
    if (filled.ok) disk.fsyncSync(fd);
    const open = fd;
    fd = null;
    disk.closeSync(open);
  } catch (error) {
    return refuse(writeFailure(disk, folder, temporary, error));
  } finally {
    await paced?.settle().catch(() => undefined);
    if (fd !== null) closeQuietly(disk, fd);
  }
  if (!filled.ok) return refuse(filled.error);
  try {
    const wrong = await filled.value();
    if (wrong) return refuse(wrong);
    if (isCancelled()) return refuse(problem('da-huy'));
    const finalName = await giveFinalName(tools, folder, temporary, fileName);
    syncFolder(disk, folder);
    return ok({ path: join(folder, finalName), fileName: finalName, bytes });
  } catch (error) {
    return refuse(targetProblem(error, fileName));
  }
}
