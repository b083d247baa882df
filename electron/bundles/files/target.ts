/** The place a bundle is written to: room enough, a temporary name, and the final name only at the end. SPEC BN42 to BN47. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { saturated32 } from './archive-format.ts';
import { chunkBytes, type Disk, errnoCode } from './disk.ts';
import { type BundleProblem, problem, targetProblem } from './problems.ts';

/** A pause; a value so that tests need not sit through it. */
export type Wait = (milliseconds: number) => Promise<void>;

export const waitFor: Wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What a unit of work near the disk needs besides its input. */
export type Tools = { disk: Disk; wait: Wait; isCancelled: () => boolean };

const temporaryPattern = /^\..+\.[0-9a-f]{12}\.dang-ghi$/;

/** Hidden on Linux, and in words on Windows: nobody should send this file. */
export const temporaryName = (fileName: string): string => `.${fileName}.${randomBytes(6).toString('hex')}.dang-ghi`;

/** Linux's number for FAT12, FAT16 and FAT32. */
const fatFileSystem = 0x4d44;

/** Refuses before the first byte where the place has too little room or cannot hold a file this large. */
export function roomProblem(disk: Disk, folder: string, bytes: number): BundleProblem | null {
  try {
    const { type, bavail, bsize, blocks } = disk.statfsSync(folder);
    if (type === fatFileSystem && bytes > saturated32) return problem('o-khong-nhan-tep-lon');
    // Some network and user-space file systems say nothing about their size.
    return blocks > 0 && bavail * bsize < bytes ? problem('dia-day') : null;
  } catch (error) {
    return errnoCode(error) === 'ENOSYS' ? null : targetProblem(error, '');
  }
}

/** Windows reports FAT32's limit as a full disk: a refusal near 4 GB with room left means the limit. */
export function writeFailure(disk: Disk, folder: string, temporary: string, error: unknown): BundleProblem {
  const found = targetProblem(error, '');
  if (found.code !== 'dia-day') return found;
  try {
    const { bavail, bsize } = disk.statfsSync(folder);
    const nearLimit = disk.statSync(temporary).size + 8 * chunkBytes > saturated32;
    return nearLimit && bavail * bsize > 8 * chunkBytes ? problem('o-khong-nhan-tep-lon') : found;
  } catch {
    return found;
  }
}

const firstPause = 50;
const longestPause = 2000;
const patience = 30_000;

/** Antivirus and indexers hold a fresh file for a moment; Windows then answers with one of three codes. */
const isHeld = (error: unknown): boolean => {
  const code = errnoCode(error);
  return code === 'EBUSY' || (process.platform === 'win32' && (code === 'EPERM' || code === 'EACCES'));
};

/** Does `act`, and again with growing pauses while somebody holds the file, for half a minute at most; then lets the error through. */
export async function patiently<T>({ wait, isCancelled }: Tools, act: () => T): Promise<T> {
  for (let pause = firstPause, waited = 0; ; pause = Math.min(2 * pause, longestPause)) {
    try {
      return act();
    } catch (error) {
      if (!isHeld(error) || waited >= patience || isCancelled()) throw error;
      await wait(pause);
      waited += pause;
    }
  }
}

const exists = (disk: Disk, path: string): boolean => disk.lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/** `goi.zip`, then `goi-2.zip`, `goi-3.zip` …; the whole ending stays (`goi-2.zip.age`). */
const numbered = (fileName: string, number: number): string =>
  number === 1 ? fileName : fileName.replace(/((\.zip)?(\.[A-Za-z0-9]{1,8})?)$/, `-${number}$1`);

const mostNumbers = 1000;

/**
 * Gives the finished file its final name without ever replacing a file. A second name by link fails where one exists; where a disk
 * has no links (FAT, exFAT), looking first and renaming is the next best. Returns the name given; the file system's errors pass.
 */
export async function giveFinalName(
  tools: Tools,
  folder: string,
  temporary: string,
  fileName: string,
): Promise<string> {
  const { disk } = tools;
  for (let number = 1; number <= mostNumbers; number++) {
    const name = numbered(fileName, number);
    const final = join(folder, name);
    if (exists(disk, final)) continue;
    try {
      disk.linkSync(temporary, final);
    } catch (error) {
      if (errnoCode(error) === 'EEXIST') continue;
      if (errnoCode(error) === null) throw error;
      if (exists(disk, final)) continue;
      await patiently(tools, () => disk.renameSync(temporary, final));
      return name;
    }
    await patiently(tools, () => disk.unlinkSync(temporary)).catch(() => undefined);
    return name;
  }
  throw Object.assign(new Error('every number is taken'), { code: 'EACCES', syscall: 'rename' });
}

/** Removes a file if it can; used where another failure is already being reported. */
export function removeQuietly(disk: Disk, path: string): void {
  try {
    disk.unlinkSync(path);
  } catch {
    // Gone already, or the drive is.
  }
}

const leftoverAge = 60 * 60 * 1000;

/**
 * Removes what a killed run left in the folder: only files with our temporary names, older than an hour by the folder's own clock
 * (compared with the file just begun), so that another export running now is not disturbed.
 */
export function removeLeftovers(disk: Disk, folder: string, own: string): void {
  try {
    const now = disk.statSync(join(folder, own)).mtimeMs;
    for (const name of disk.readdirSync(folder)) {
      const path = join(folder, name);
      if (name === own || !temporaryPattern.test(name)) continue;
      if (now - disk.lstatSync(path).mtimeMs > leftoverAge) removeQuietly(disk, path);
    }
  } catch {
    // Tidying up is no reason to refuse an export; a real fault of the place shows itself in the writing.
  }
}
