/** A new file beside its final place: copied into, synced, checked, then named. On every failure nothing is left. SPEC BN43 to BN47. */
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { fail, ok, type Result } from '../../../shared/core/result.ts';
import { chunkBytes, closeQuietly, type Disk, paceTheDisk, readFully, syncFolder } from './disk.ts';
import { type BundleProblem, problem, sourceProblem, targetProblem } from './problems.ts';
import {
  giveFinalName,
  removeLeftovers,
  removeQuietly,
  roomProblem,
  type Tools,
  temporaryName,
  writeFailure,
} from './target.ts';

export type CopiedFile = { path: string; fileName: string; bytes: number };

/** Size of a file to be read. */
export function sizeOf(disk: Disk, path: string): Result<number, BundleProblem> {
  try {
    const stat = disk.statSync(path);
    return stat.isFile() ? ok(stat.size) : fail(problem('khong-doc-duoc', basename(path)));
  } catch (error) {
    return fail(sourceProblem(error, basename(path)));
  }
}

export type CopyRange = {
  /** First byte copied, and how many. */
  start?: number;
  total: number;
  isCancelled: () => boolean;
  onBytes?: (bytes: number) => void;
  /** Awaited after each piece, so that a slow disk does not fall behind. */
  pace?: (bytes: number) => Promise<void> | undefined;
  /** Each piece in order, with its place counted from `start`; only good until the call returns. Errors of the target pass through. */
  take?: (chunk: Uint8Array, position: number) => void;
};

/** Reads a range of a file, hands each piece on, and answers the SHA-256 of all. A file that ends early is refused. */
export async function copy(disk: Disk, path: string, range: CopyRange): Promise<Result<string, BundleProblem>> {
  const { start = 0, total, isCancelled, onBytes, pace, take } = range;
  const digest = createHash('sha256');
  const buffer = Buffer.allocUnsafe(Math.min(chunkBytes, total));
  let fd: number;
  try {
    fd = disk.openSync(path, 'r');
  } catch (error) {
    return fail(sourceProblem(error, basename(path)));
  }
  try {
    for (let position = 0; position < total; ) {
      if (isCancelled()) return fail(problem('da-huy'));
      const wanted = buffer.subarray(0, Math.min(chunkBytes, total - position));
      const got = tryRead(disk, fd, wanted, start + position);
      if (got instanceof Error) return fail(sourceProblem(got, basename(path)));
      if (got === 0) return fail(problem('khong-doc-duoc', basename(path)));
      const chunk = wanted.subarray(0, got);
      digest.update(chunk);
      take?.(chunk, position);
      position += got;
      onBytes?.(got);
      await pace?.(got);
    }
  } finally {
    closeQuietly(disk, fd);
  }
  return ok(digest.digest('hex'));
}

/** The error as a value: one of the source must not be taken for one of the target. */
function tryRead(disk: Disk, fd: number, buffer: Uint8Array, position: number): number | Error {
  try {
    return readFully(disk, fd, buffer, position);
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}

/** Made once the file is closed. */
type Check = () => Promise<BundleProblem | null>;

/** A new file under a temporary name, synced, checked, then named; `fill` answers with the check to make once it is closed. */
export async function writeNew(
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
  const own = temporaryName(fileName);
  const temporary = join(folder, own);
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
  removeLeftovers(disk, folder, own);
  let finalName: string | null = null;
  try {
    const wrong = await filled.value();
    if (wrong) return refuse(wrong);
    if (isCancelled()) return refuse(problem('da-huy'));
    finalName = await giveFinalName(tools, folder, temporary, fileName);
    syncFolder(disk, folder);
    return ok({ path: join(folder, finalName), fileName: finalName, bytes });
  } catch (error) {
    if (finalName !== null) removeQuietly(disk, join(folder, finalName));
    return refuse(targetProblem(error, fileName));
  }
}
