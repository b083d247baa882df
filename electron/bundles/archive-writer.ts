/**
 * Writes a zip file, entries stored as they are: evidence (pictures, PDF, Word) does not shrink, and storing is faster than
 * `cp -r`. Every byte that passes is hashed on the way; memory stays at one buffer however large the files are. SPEC BN1 to BN8.
 */
import { createHash, hash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import {
  centralRecord,
  centralRecordBytes,
  type DosTime,
  endRecords,
  endRecordsBytes,
  frameComment,
  frameCommentBytes,
  localRecord,
  localRecordBytes,
  type StoredEntry,
  standardZip64,
  type Zip64From,
} from './archive-format.ts';
import { chunkBytes, type Disk, writeFully } from './disk.ts';

/** What was written for one entry. */
export type WrittenEntry = { sha256: string; bytes: number };

/**
 * Fills `buffer` from a source at `position` and returns how many bytes there were. Fewer than asked end the entry: that is how
 * a broken source and a cancel stop the writer.
 */
export type ReadSource = (buffer: Uint8Array, position: number) => number;

export type ArchiveWriter = {
  /** Adds content that is in memory. */
  addBytes(name: string, content: Uint8Array): WrittenEntry;
  /**
   * Adds a file of exactly `bytes` bytes. A source that ends early leaves `bytes` in the answer smaller than asked: the caller
   * must then throw the archive away.
   */
  addFile(name: string, bytes: number, read: ReadSource): WrittenEntry;
  /** Writes the directory and the end; returns the size of the whole file. Syncing and closing are the caller's. */
  finish(): number;
};

export type ArchiveOptions = {
  modified: DosTime;
  /** Called after each piece with its size in bytes. */
  onBytes?: (bytes: number) => void;
  zip64From?: Zip64From;
};

/** Large enough to gather many small files into one write. */
const bufferBytes = 4 * chunkBytes;

/** Starts an archive at the beginning of an empty file opened for writing. File errors are thrown as they are. */
export function startArchive(disk: Disk, fd: number, options: ArchiveOptions): ArchiveWriter {
  const { modified, onBytes = () => undefined, zip64From = standardZip64 } = options;
  const buffer = Buffer.allocUnsafe(bufferBytes);
  const frame = createHash('sha256');
  const entries: StoredEntry[] = [];
  let filled = 0;
  let flushed = 0;

  const flush = () => {
    if (filled === 0) return;
    writeFully(disk, fd, buffer.subarray(0, filled), flushed);
    flushed += filled;
    filled = 0;
  };

  const append = (bytes: Uint8Array) => {
    for (let done = 0; done < bytes.byteLength; ) {
      if (filled === bufferBytes) flush();
      const part = bytes.subarray(done, done + bufferBytes - filled);
      buffer.set(part, filled);
      filled += part.byteLength;
      done += part.byteLength;
    }
    onBytes(bytes.byteLength);
  };

  const newEntry = (name: string, bytes: number): StoredEntry => {
    const entry = { name: Buffer.from(name.normalize('NFC'), 'utf8'), bytes, crc: 0, offset: flushed + filled };
    entries.push(entry);
    return entry;
  };

  const addSmall = (name: string, bytes: number, read: ReadSource): WrittenEntry => {
    const headerBytes = localRecordBytes(Buffer.byteLength(name.normalize('NFC')), bytes, zip64From);
    if (filled + headerBytes + bytes > bufferBytes) flush();
    const entry = newEntry(name, bytes);
    const content = buffer.subarray(filled + headerBytes, filled + headerBytes + bytes);
    const got = read(content, 0);
    if (got < bytes) return { sha256: '', bytes: got };
    entry.crc = crc32(content);
    const header = localRecord(entry, modified, zip64From);
    frame.update(header);
    header.copy(buffer, filled);
    filled += headerBytes + bytes;
    onBytes(headerBytes + bytes);
    return { sha256: hash('sha256', content, 'hex'), bytes };
  };

  const addLarge = (name: string, bytes: number, read: ReadSource): WrittenEntry => {
    flush();
    const entry = newEntry(name, bytes);
    const headerBytes = localRecordBytes(entry.name.length, bytes, zip64From);
    const contentHash = createHash('sha256');
    let done = 0;
    while (done < bytes) {
      const chunk = buffer.subarray(0, Math.min(chunkBytes, bytes - done));
      const got = read(chunk, done);
      if (got < chunk.byteLength) return { sha256: '', bytes: done + got };
      contentHash.update(chunk);
      entry.crc = crc32(chunk, entry.crc);
      writeFully(disk, fd, chunk, entry.offset + headerBytes + done);
      done += got;
      onBytes(got);
    }
    // The header needs the CRC, which is known only now; writing it back spares every reader a data descriptor.
    const header = localRecord(entry, modified, zip64From);
    frame.update(header);
    writeFully(disk, fd, header, entry.offset);
    flushed = entry.offset + headerBytes + bytes;
    onBytes(headerBytes);
    return { sha256: contentHash.digest('hex'), bytes };
  };

  const addFile = (name: string, bytes: number, read: ReadSource): WrittenEntry =>
    (bytes <= chunkBytes ? addSmall : addLarge)(name, bytes, read);

  return {
    addFile,
    addBytes: (name, content) =>
      addFile(name, content.byteLength, (target, position) => {
        target.set(content.subarray(position, position + target.byteLength));
        return target.byteLength;
      }),
    finish: () => {
      const offset = flushed + filled;
      for (const entry of entries) {
        const record = centralRecord(entry, modified, zip64From);
        frame.update(record);
        append(record);
      }
      const directory = { count: entries.length, offset, bytes: flushed + filled - offset };
      const end = endRecords(directory, frameCommentBytes, zip64From);
      frame.update(end);
      append(end);
      append(frameComment(frame.digest('hex')));
      flush();
      return flushed;
    },
  };
}

/** The exact size an archive of these entries will have, before a byte is written. */
export function archiveBytes(entries: Iterable<{ name: string; bytes: number }>, from = standardZip64): number {
  let offset = 0;
  let count = 0;
  let directoryBytes = 0;
  for (const { name, bytes } of entries) {
    const nameBytes = Buffer.byteLength(name.normalize('NFC'));
    directoryBytes += centralRecordBytes(nameBytes, bytes, offset, from);
    offset += localRecordBytes(nameBytes, bytes, from) + bytes;
    count++;
  }
  const end = endRecordsBytes({ count, offset, bytes: directoryBytes }, frameCommentBytes, from);
  return offset + directoryBytes + end;
}
