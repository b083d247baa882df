/**
 * Writes a zip file, entries stored as they are: evidence (pictures, PDF, Word) does not shrink, and deflating it would cost most
 * of the time. Memory stays at one buffer however large the files are. SPEC BN1 to BN8.
 */
import { createHash, type Hash } from 'node:crypto';
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
} from './files/archive-format.ts';
import { chunkBytes, type Disk, writeFully } from './files/disk.ts';

/**
 * Fills `buffer` from a source at `position` and returns how many bytes there were. Fewer than asked end the entry: that is how
 * a broken source and a cancel stop the writer.
 */
export type ReadSource = (buffer: Uint8Array, position: number) => number;

export type ArchiveWriter = {
  /** Adds content that is in memory. */
  addBytes(name: string, content: Uint8Array): Promise<void>;
  /** Adds a file of exactly `bytes` bytes. False when the source ended early: the caller must then throw the archive away. */
  addFile(name: string, bytes: number, read: ReadSource): Promise<boolean>;
  /** Writes the directory and the end; returns the size of the whole file. Syncing and closing are the caller's. */
  finish(): number;
};

export type ArchiveOptions = {
  modified: DosTime;
  /** Called with the size of each piece taken in, at most a buffer before it is written. */
  onBytes?: (bytes: number) => void;
  /** Awaited after each piece; lets the caller keep the disk from falling behind. */
  pace?: () => Promise<void> | undefined;
  zip64From?: Zip64From;
};

/** Large enough to gather many small files into one write. */
const bufferBytes = 4 * chunkBytes;

/** Starts an archive at the beginning of an empty file opened for writing. File errors are thrown as they are. */
export function startArchive(disk: Disk, fd: number, options: ArchiveOptions): ArchiveWriter {
  const { modified, onBytes = () => undefined, pace = () => undefined, zip64From = standardZip64 } = options;
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

  const addSmall = (name: string, bytes: number, read: ReadSource): boolean => {
    const headerBytes = localRecordBytes(Buffer.byteLength(name.normalize('NFC')), bytes, zip64From);
    if (filled + headerBytes + bytes > bufferBytes) flush();
    const entry = newEntry(name, bytes);
    const content = buffer.subarray(filled + headerBytes, filled + headerBytes + bytes);
    if (read(content, 0) < bytes) return false;
    entry.crc = crc32(content);
    const header = localRecord(entry, modified, zip64From);
    frame.update(header);
    header.copy(buffer, filled);
    filled += headerBytes + bytes;
    onBytes(headerBytes + bytes);
    return true;
  };

  const addLarge = async (name: string, bytes: number, read: ReadSource): Promise<boolean> => {
    flush();
    const entry = newEntry(name, bytes);
    const headerBytes = localRecordBytes(entry.name.length, bytes, zip64From);
    for (let done = 0; done < bytes; ) {
      const chunk = buffer.subarray(0, Math.min(chunkBytes, bytes - done));
      if (read(chunk, done) < chunk.byteLength) return false;
      entry.crc = crc32(chunk, entry.crc);
      writeFully(disk, fd, chunk, entry.offset + headerBytes + done);
      done += chunk.byteLength;
      onBytes(chunk.byteLength);
      await pace();
    }
    // The header needs the CRC, which is known only now; writing it back spares every reader a data descriptor.
    const header = localRecord(entry, modified, zip64From);
    frame.update(header);
    writeFully(disk, fd, header, entry.offset);
    flushed = entry.offset + headerBytes + bytes;
    onBytes(headerBytes);
    return true;
  };

  const addFile: ArchiveWriter['addFile'] = async (name, bytes, read) => {
    if (bytes > chunkBytes) return addLarge(name, bytes, read);
    const whole = addSmall(name, bytes, read);
    await pace();
    return whole;
  };

  return {
    addFile,
    addBytes: async (name, content) => {
      await addFile(name, content.byteLength, (target, position) => {
        target.set(content.subarray(position, position + target.byteLength));
        return target.byteLength;
      });
    },
    finish: () => {
      const offset = flushed + filled;
      for (const piece of directoryAndEnd({ entries, offset, frame, modified, from: zip64From })) append(piece);
      flush();
      return flushed;
    },
  };
}

type Directory = {
  entries: readonly StoredEntry[];
  /** Where the directory begins in the file. */
  offset: number;
  /** The digest of all that is not content so far; goes on over the directory and into the comment. */
  frame: Hash;
  modified: DosTime;
  from: Zip64From;
};

/** What stands behind the entries, piece by piece: a directory of many thousand entries is never in memory as a whole. */
function* directoryAndEnd({ entries, offset, frame, modified, from }: Directory): Generator<Uint8Array> {
  let bytes = 0;
  for (const entry of entries) {
    const record = centralRecord(entry, modified, from);
    frame.update(record);
    bytes += record.byteLength;
    yield record;
  }
  const end = endRecords({ count: entries.length, offset, bytes }, frameCommentBytes, from);
  frame.update(end);
  yield end;
  yield frameComment(frame.digest('hex'));
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
