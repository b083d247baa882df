/** Opens a zip file and reads its entries in one pass, with one window of memory. SPEC BN1 to BN9. */

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { fail, ok, type Result } from '../../shared/core/result.ts';
import {
  type ArchiveDirectory,
  type ArchiveEntry,
  type ArchiveLimits,
  readDirectory,
  standardLimits,
} from './archive-directory.ts';
import { chunkBytes, closeQuietly, type Disk, readFully } from './files/disk.ts';
import { type BundleProblem, problem, sourceProblem } from './files/problems.ts';

export type Archive = ArchiveDirectory & {
  /** Size of the whole file in bytes. */
  size: number;
  /**
   * Hands the content of an entry to `onChunk` in order; a chunk is only good until the call returns. Refuses content whose size
   * or CRC is not the one announced, a cancel (asked before every chunk), and a file that can no longer be read.
   */
  read(
    entry: ArchiveEntry,
    onChunk: (chunk: Uint8Array) => void,
    isCancelled?: () => boolean,
  ): Promise<Result<null, BundleProblem>>;
  close(): void;
};

export type OpenOptions = {
  limits?: ArchiveLimits;
  /** False for a file this program has just written itself and checks by digest: its CRCs come from the very same bytes. */
  checkCrc?: boolean;
};

/** Opens a file as an archive; anything but a well-formed one is refused, and nothing stays open then. Never throws on any bytes. */
export function openArchive(
  disk: Disk,
  path: string,
  name: string,
  { limits = standardLimits, checkCrc = true }: OpenOptions = {},
): Result<Archive, BundleProblem> {
  let fd: number | null = null;
  try {
    fd = disk.openSync(path, 'r');
    const stat = disk.fstatSync(fd);
    const directory = stat.isFile()
      ? readDirectory(disk, fd, stat.size, limits)
      : fail(problem('khong-doc-duoc', name));
    if (directory.ok) return ok(archiveOf(disk, fd, stat.size, name, directory.value, checkCrc));
    closeQuietly(disk, fd);
    return directory;
  } catch (error) {
    if (fd !== null) closeQuietly(disk, fd);
    return fail(sourceProblem(error, name));
  }
}

/** Deflated entries up to this size are inflated in one call; a stream per small file would cost more than the inflating. */
const inflateWholeBytes = 8 * chunkBytes;

function archiveOf(
  disk: Disk,
  fd: number,
  size: number,
  name: string,
  directory: ArchiveDirectory,
  checkCrc: boolean,
): Archive {
  const window = Buffer.allocUnsafe(chunkBytes);
  let windowStart = 0;
  let windowEnd = 0;

  /** Small entries lie side by side: one read of the window serves many of them. */
  const at = (position: number, length: number): Buffer => {
    if (position < windowStart || position + length > windowEnd) {
      const wanted = Math.min(window.length, Math.max(directory.dataEnd - position, length));
      const read = readFully(disk, fd, window.subarray(0, wanted), position);
      [windowStart, windowEnd] = [position, position + read];
    }
    return window.subarray(position - windowStart, Math.min(position + length, windowEnd) - windowStart);
  };

  function* storedChunks(entry: ArchiveEntry): Generator<Buffer> {
    for (let done = 0; done < entry.storedBytes; ) {
      const chunk = at(entry.dataOffset + done, Math.min(chunkBytes, entry.storedBytes - done));
      if (chunk.length === 0) return;
      yield chunk;
      done += chunk.length;
    }
  }

  const read: Archive['read'] = async (entry, onChunk, isCancelled = () => false) => {
    let crc = 0;
    let bytes = 0;
    let stopped: BundleProblem | null = null;
    /** False: stop reading this entry. */
    const take = (chunk: Uint8Array): boolean => {
      if (isCancelled()) stopped = problem('da-huy');
      else if (bytes + chunk.byteLength > entry.bytes) stopped = problem('zip-kich-thuoc', entry.name);
      if (stopped) return false;
      if (checkCrc) crc = crc32(chunk, crc);
      bytes += chunk.byteLength;
      onChunk(chunk);
      return true;
    };
    try {
      if (!entry.deflated) for (const chunk of storedChunks(entry)) if (!take(chunk)) break;
      if (entry.deflated && !(await inflate(entry, storedChunks(entry), take)))
        stopped ??= problem('zip-kich-thuoc', entry.name);
    } catch (error) {
      return fail(sourceProblem(error, name));
    }
    if (stopped) return fail(stopped);
    if (bytes !== entry.bytes) return fail(problem('zip-kich-thuoc', entry.name));
    return !checkCrc || crc === entry.crc ? ok(null) : fail(problem('zip-ma-kiem', entry.name));
  };

  return { ...directory, size, read, close: () => closeQuietly(disk, fd) };
}

/** False where the deflated data are broken, end early, or leave stored bytes unread. */
async function inflate(
  entry: ArchiveEntry,
  chunks: Iterable<Buffer>,
  take: (chunk: Uint8Array) => boolean,
): Promise<boolean> {
  if (entry.bytes > inflateWholeBytes || entry.storedBytes > inflateWholeBytes)
    return inflateStream(entry, chunks, take);
  const stored = Buffer.concat([...chunks].map((chunk) => Buffer.from(chunk)));
  try {
    const { buffer, engine } = inflateRawSync(stored, {
      maxOutputLength: Math.max(1, entry.bytes),
      info: true,
    }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
    return engine.bytesWritten === stored.length && take(buffer);
  } catch (error) {
    if (isInflateError(error)) return false;
    throw error;
  }
}

async function inflateStream(
  entry: ArchiveEntry,
  chunks: Iterable<Buffer>,
  take: (chunk: Uint8Array) => boolean,
): Promise<boolean> {
  const engine = createInflateRaw({ chunkSize: 256 * 1024 });
  let finished = true;
  try {
    await pipeline(
      Readable.from(copies(chunks), { objectMode: false }),
      engine,
      async (inflated: AsyncIterable<Buffer>) => {
        for await (const chunk of inflated) {
          finished = take(chunk);
          if (!finished) return;
        }
      },
    );
  } catch (error) {
    // Stopping early breaks the pipeline on purpose.
    if (!finished || isInflateError(error)) return false;
    throw error;
  }
  return finished && engine.bytesWritten === entry.storedBytes;
}

/** A stream keeps chunks for a while, the window does not. */
function* copies(chunks: Iterable<Buffer>): Generator<Buffer> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}

const isInflateError = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  (error.code.startsWith('Z_') || error.code === 'ERR_BUFFER_TOO_LARGE');
