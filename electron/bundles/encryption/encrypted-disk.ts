/**
 * An encrypted file as if it were the plain one: whoever writes or reads a bundle through these disks sees content, the real disk
 * sees an age file. So a bundle is encrypted while it is written and checked while it lies encrypted on the stick; its plain form
 * is never on any disk. SPEC BN61, BN62, BN66.
 */
import { randomBytes } from 'node:crypto';
import { fail, ok, type Result } from '../../../shared/core/result.ts';
import { chunkBytes, closeQuietly, type Disk, readFully, writeFully } from '../files/disk.ts';
import { type BundleProblem, problem, sourceProblem } from '../files/problems.ts';
import {
  type ChunkCipher,
  chunkCipher,
  chunkCount,
  chunkPlainBytes,
  chunkSealedBytes,
  payloadBytes,
  payloadNonceBytes,
  plainBytesOf,
} from './chunk-cipher.ts';
import {
  type BundleLock,
  headerEnd,
  longestHeader,
  looksEncrypted,
  makeHeader,
  type OpeningKeys,
  openHeader,
} from './locks.ts';

/** Everything about a file being encrypted but the file itself. */
export type NewLock = { header: Uint8Array; nonce: Uint8Array; cipher: ChunkCipher };

export async function newLock(lock: BundleLock): Promise<Result<NewLock, BundleProblem>> {
  const made = await makeHeader(lock);
  if (!made.ok) return made;
  const nonce = randomBytes(payloadNonceBytes);
  return ok({ header: made.value.header, nonce, cipher: chunkCipher(made.value.fileKey, nonce) });
}

/** Size of the encrypted file for `plainBytes` of content. */
export const encryptedBytes = ({ header, nonce }: NewLock, plainBytes: number): number =>
  header.byteLength + nonce.byteLength + payloadBytes(plainBytes);

/** Ciphertext gathered for one write. */
const batchChunks = chunkBytes / chunkPlainBytes;

/**
 * A disk that encrypts what is written to `fd`. `plainBytes` must be the size of the whole content, because the last chunk is marked
 * as such. Pieces may come in any order but never twice; a chunk is held until it is full. `finish` throws where something is missing.
 */
export function encryptingDisk(disk: Disk, fd: number, { header, nonce, cipher }: NewLock, plainBytes: number) {
  const start = header.byteLength + nonce.byteLength;
  const last = chunkCount(plainBytes) - 1;
  const pending = new Map<number, { plain: Buffer; filled: number }>();
  const sealed = Buffer.allocUnsafe(batchChunks * chunkSealedBytes);
  let batchFirst = 0;
  let batchBytes = 0;
  let written = 0;
  writeFully(disk, fd, Buffer.concat([header, nonce]), 0);

  const flush = () => {
    if (batchBytes === 0) return;
    writeFully(disk, fd, sealed.subarray(0, batchBytes), start + batchFirst * chunkSealedBytes);
    batchBytes = 0;
  };
  const sealChunk = (index: number, plain: Uint8Array) => {
    if (batchBytes > 0 && index !== batchFirst + Math.floor(batchBytes / chunkSealedBytes)) flush();
    if (batchBytes === 0) batchFirst = index;
    batchBytes += cipher.seal(index, index === last, plain, sealed.subarray(batchBytes));
    if (batchBytes === sealed.length) flush();
    written++;
  };
  const sizeOf = (index: number) => (index === last ? plainBytes - last * chunkPlainBytes : chunkPlainBytes);

  const write = (bytes: Uint8Array, position: number) => {
    for (let done = 0; done < bytes.byteLength; ) {
      const index = Math.floor((position + done) / chunkPlainBytes);
      const within = (position + done) % chunkPlainBytes;
      const piece = bytes.subarray(done, done + Math.min(bytes.byteLength - done, sizeOf(index) - within));
      if (piece.byteLength === 0) throw new Error('more content than was announced');
      done += piece.byteLength;
      if (piece.byteLength === sizeOf(index)) {
        sealChunk(index, piece);
        continue;
      }
      const held = pending.get(index) ?? { plain: Buffer.allocUnsafe(sizeOf(index)), filled: 0 };
      pending.set(index, held);
      held.plain.set(piece, within);
      held.filled += piece.byteLength;
      if (held.filled < held.plain.length) continue;
      pending.delete(index);
      sealChunk(index, held.plain);
    }
    flush();
  };
  const finish = () => {
    if (plainBytes === 0) sealChunk(0, new Uint8Array(0));
    flush();
    if (written !== last + 1 || pending.size > 0) throw new Error('less content than was announced');
  };
  const writeSync = (to: number, buffer: Uint8Array, offset: number, length: number, position: number): number => {
    if (to !== fd) return disk.writeSync(to, buffer, offset, length, position);
    write(buffer.subarray(offset, offset + length), position);
    return length;
  };
  return { disk: overriding(disk, { writeSync: writeSync as Disk['writeSync'] }), finish };
}

/** An encrypted file whose key is known. */
export type OpenedLock = {
  /** The disk on which the file at `path` is its plain content. Reading a damaged chunk throws the system error `EBADMSG`. */
  disk: Disk;
  plainBytes: number;
};

/**
 * Opens an encrypted file with one of the keys. Null where the file is not encrypted at all. The last chunk is opened at once: a file
 * that was cut is known before anything is read from it.
 */
export async function unlock(
  disk: Disk,
  path: string,
  name: string,
  keys: OpeningKeys,
): Promise<Result<OpenedLock | null, BundleProblem>> {
  const start = startOf(disk, path, name);
  if (!start.ok) return start;
  if (start.value === null) return ok(null);
  const { head, fileBytes } = start.value;
  const end = headerEnd(head);
  if (end === null) return fail(problem(fileBytes < longestHeader ? 'ma-hoa-thieu' : 'ma-hoa-hong'));
  const fileKey = await openHeader(head.subarray(0, end), keys);
  if (!fileKey.ok) return fileKey;
  if (fileBytes < end + payloadNonceBytes) return fail(problem('ma-hoa-thieu'));
  const nonce = Buffer.alloc(payloadNonceBytes);
  try {
    withFile(disk, path, (fd) => readFully(disk, fd, nonce, end));
    return openPayload(disk, path, chunkCipher(fileKey.value, nonce), end + payloadNonceBytes, fileBytes);
  } catch (error) {
    return fail(sourceProblem(error, name));
  }
}

/** What was written through `encryptingDisk`, to be read back with the key still at hand; the header must be there byte for byte. */
export function reopen(
  disk: Disk,
  path: string,
  { header, nonce, cipher }: NewLock,
): Result<OpenedLock, BundleProblem> {
  const wanted = Buffer.concat([header, nonce]);
  const there = Buffer.alloc(wanted.length);
  try {
    const fileBytes = withFile(disk, path, (fd) => {
      readFully(disk, fd, there, 0);
      return disk.fstatSync(fd).size;
    });
    if (!there.equals(wanted)) return fail(problem('doc-lai-sai'));
    return openPayload(disk, path, cipher, wanted.length, fileBytes);
  } catch (error) {
    return fail(sourceProblem(error, path));
  }
}

/** True where the file begins as an encrypted one; false too where it cannot be read: the reader proper says why. */
export function isEncrypted(disk: Disk, path: string): boolean {
  const start = startOf(disk, path, path);
  return start.ok && start.value !== null;
}

function startOf(
  disk: Disk,
  path: string,
  name: string,
): Result<{ head: Buffer; fileBytes: number } | null, BundleProblem> {
  try {
    if (disk.statSync(path).isDirectory()) return ok(null);
    return ok(
      withFile(disk, path, (fd) => {
        const stat = disk.fstatSync(fd);
        const probe = Buffer.alloc(64);
        if (!stat.isFile() || readFully(disk, fd, probe, 0) === 0 || !looksEncrypted(probe)) return null;
        const head = Buffer.alloc(Math.min(longestHeader, stat.size));
        return { head: head.subarray(0, readFully(disk, fd, head, 0)), fileBytes: stat.size };
      }),
    );
  } catch (error) {
    return fail(sourceProblem(error, name));
  }
}

function withFile<T>(disk: Disk, path: string, act: (fd: number) => T): T {
  const fd = disk.openSync(path, 'r');
  try {
    return act(fd);
  } finally {
    closeQuietly(disk, fd);
  }
}

function openPayload(
  disk: Disk,
  path: string,
  cipher: ChunkCipher,
  start: number,
  fileBytes: number,
): Result<OpenedLock, BundleProblem> {
  const plainBytes = plainBytesOf(fileBytes - start);
  if (plainBytes === null) return fail(problem('ma-hoa-thieu'));
  const last = chunkCount(plainBytes) - 1;
  const sealed = Buffer.alloc(fileBytes - start - last * chunkSealedBytes);
  withFile(disk, path, (fd) => readFully(disk, fd, sealed, start + last * chunkSealedBytes));
  const opened = Buffer.alloc(chunkPlainBytes);
  if (cipher.open(last, true, sealed, opened) === null)
    // A chunk that opens as one from the middle: the rest was cut off exactly between two.
    return fail(problem(cipher.open(last, false, sealed, opened) === null ? 'ma-hoa-hong' : 'ma-hoa-thieu'));
  return ok({ disk: decryptingDisk(disk, path, cipher, start, plainBytes), plainBytes });
}

function decryptingDisk(disk: Disk, path: string, cipher: ChunkCipher, start: number, plainBytes: number): Disk {
  const last = chunkCount(plainBytes) - 1;
  const open = new Set<number>();
  const sealed = Buffer.allocUnsafe((batchChunks + 2) * chunkSealedBytes);
  /** Reads seldom end where a chunk does; the last one opened serves the next read. */
  const held = { index: -1, plain: Buffer.allocUnsafe(chunkPlainBytes), bytes: 0 };
  const pieceOf = (index: number, at: number, end: number): Uint8Array =>
    held.plain.subarray(at - index * chunkPlainBytes, Math.min(held.bytes, end - index * chunkPlainBytes));

  const read = (fd: number, target: Uint8Array, position: number): number => {
    const end = Math.min(position + target.byteLength, plainBytes);
    for (let at = position; at < end; ) {
      const first = Math.floor(at / chunkPlainBytes);
      if (held.index === first) {
        const piece = pieceOf(first, at, end);
        target.set(piece, at - position);
        at += piece.byteLength;
        continue;
      }
      const until = Math.min(Math.floor((end - 1) / chunkPlainBytes), first + batchChunks + 1);
      const bytes = readFully(
        disk,
        fd,
        sealed.subarray(0, (until - first + 1) * chunkSealedBytes),
        start + first * chunkSealedBytes,
      );
      for (let index = first; index <= until; index++) {
        const from = (index - first) * chunkSealedBytes;
        const chunk = sealed.subarray(from, Math.min(from + chunkSealedBytes, bytes));
        held.index = -1;
        const opened = cipher.open(index, index === last, chunk, held.plain);
        if (opened === null) throw Object.assign(new Error('a damaged chunk'), { code: 'EBADMSG', syscall: 'read' });
        [held.index, held.bytes] = [index, opened];
        const piece = pieceOf(index, at, end);
        target.set(piece, at - position);
        at += piece.byteLength;
      }
    }
    return Math.max(0, end - position);
  };

  return overriding(disk, {
    openSync: ((opened: string, ...rest: [string]) => {
      const fd = disk.openSync(opened, ...rest);
      if (opened === path) open.add(fd);
      return fd;
    }) as Disk['openSync'],
    closeSync: (fd) => {
      open.delete(fd);
      disk.closeSync(fd);
    },
    fstatSync: ((fd: number) => {
      const stat = disk.fstatSync(fd);
      if (open.has(fd)) stat.size = plainBytes;
      return stat;
    }) as Disk['fstatSync'],
    readSync: ((fd: number, buffer: Uint8Array, offset: number, length: number, position: number) =>
      open.has(fd)
        ? read(fd, buffer.subarray(offset, offset + length), position)
        : disk.readSync(fd, buffer, offset, length, position)) as Disk['readSync'],
  });
}

/** The same disk with some calls of its own. */
const overriding = (disk: Disk, own: Partial<Disk>): Disk =>
  new Proxy(disk, { get: (target, name: keyof Disk) => own[name] ?? target[name] });
