/**
 * The file calls this room makes, as one value, so that a test can make any single call fail. All but one are synchronous:
 * bundles are written and read in a worker thread, where a promise per call costs more than the call (20,000 small files: 4 times).
 */
import fs from 'node:fs';

export type Disk = Pick<
  typeof fs,
  | 'openSync'
  | 'closeSync'
  | 'readSync'
  | 'writeSync'
  | 'fsyncSync'
  | 'fsync'
  | 'fstatSync'
  | 'lstatSync'
  | 'statSync'
  | 'statfsSync'
  | 'readdirSync'
  | 'renameSync'
  | 'linkSync'
  | 'unlinkSync'
>;

export const nodeDisk: Disk = fs;

/** One read or write is at most this long: bounds memory and the time until a cancel is seen. */
export const chunkBytes = 1024 * 1024;

/** The system's error code (`ENOSPC`, `EIO` …) of a failed file call, or null for anything else. */
export const errnoCode = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error ? error.code : null;

/** Fills `buffer` from `position`; fewer bytes only at the end of the file. */
export function readFully(disk: Disk, fd: number, buffer: Uint8Array, position: number): number {
  let done = 0;
  while (done < buffer.byteLength) {
    const read = disk.readSync(fd, buffer, done, buffer.byteLength - done, position + done);
    if (read === 0) break;
    done += read;
  }
  return done;
}

/** Writes all of `buffer` at `position`. A full disk may accept a part first and refuse only the next call. */
export function writeFully(disk: Disk, fd: number, buffer: Uint8Array, position: number): void {
  let done = 0;
  while (done < buffer.byteLength) {
    const written = disk.writeSync(fd, buffer, done, buffer.byteLength - done, position + done);
    if (written === 0) throw Object.assign(new Error('write accepted nothing'), { code: 'ENOSPC', syscall: 'write' });
    done += written;
  }
}

/** Between two syncs: as much as the disk takes in about half a second, within these bounds. */
const firstPace = 8 * chunkBytes;
const shortestPace = 2 * chunkBytes;
const longestPace = 64 * chunkBytes;
const wishedMilliseconds = 500;

/**
 * Keeps a slow disk from falling behind: a stick takes a gigabyte into the computer's memory at once and then spends minutes on
 * it, deaf to progress and cancel. While the work goes on a sync runs beside it, and before the next one begins it is waited for;
 * how much is written between two follows from how long the last one took.
 */
export function paceTheDisk(disk: Disk, fd: number) {
  let unsynced = 0;
  let distance = firstPace;
  let running: Promise<Error | null> | null = null;
  const settle = async (): Promise<void> => {
    const error = await running;
    running = null;
    if (error) throw error;
  };
  const begin = (): void => {
    const started = performance.now();
    running = new Promise((resolve) =>
      disk.fsync(fd, (error) => {
        const slow = performance.now() - started > wishedMilliseconds;
        distance = Math.min(Math.max(slow ? distance / 2 : distance * 2, shortestPace), longestPace);
        resolve(error);
      }),
    );
  };
  return {
    add: (bytes: number): void => {
      unsynced += bytes;
    },
    /** Undefined while there is nothing to wait for. */
    pace: (): Promise<void> | undefined => {
      if (unsynced < distance) return undefined;
      unsynced = 0;
      return settle().then(begin);
    },
    /** The last sync begun must be over before the file is closed, whatever else happened. Throws what it found. */
    settle,
  };
}

/** Closes without a second error: used after a failure whose cause is already known. */
export function closeQuietly(disk: Disk, fd: number): void {
  try {
    disk.closeSync(fd);
  } catch {
    // The first failure is what counts.
  }
}

/** Makes a new name in a folder survive a power cut. Windows and some sticks cannot sync a folder and do not need it. */
export function syncFolder(disk: Disk, folder: string): void {
  let fd: number;
  try {
    fd = disk.openSync(folder, 'r');
  } catch (error) {
    if (cannotSyncFolder(error)) return;
    throw error;
  }
  try {
    disk.fsyncSync(fd);
  } catch (error) {
    if (!cannotSyncFolder(error)) throw error;
  } finally {
    closeQuietly(disk, fd);
  }
}

const cannotSyncFolder = (error: unknown): boolean =>
  ['EPERM', 'EISDIR', 'EINVAL', 'EACCES', 'EBADF', 'ENOTSUP', 'ENOSYS'].includes(errnoCode(error) ?? '');
