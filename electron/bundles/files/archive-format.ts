/**
 * The records of a zip file as bytes (APPNOTE 6.3: 4.3.7 local header, 4.3.12 central directory, 4.3.14 to 4.3.16 end records,
 * 4.5.3 zip64 extra field). Both the writer and the reader use this one description.
 */

export const signatures = {
  local: 0x04034b50,
  descriptor: 0x08074b50,
  central: 0x02014b50,
  end: 0x06054b50,
  end64: 0x06064b50,
  locator64: 0x07064b50,
} as const;

export const localHeaderBytes = 30;
export const centralHeaderBytes = 46;
export const endBytes = 22;
export const end64Bytes = 56;
export const locator64Bytes = 20;

/** A 16- or 32-bit field holding this value says: look into the zip64 record. */
export const saturated16 = 0xffff;
export const saturated32 = 0xffffffff;

export const utf8Flag = 1 << 11;
export const descriptorFlag = 1 << 3;
export const storeMethod = 0;
export const deflateMethod = 8;
export const zip64ExtraId = 0x0001;
export const unicodePathExtraId = 0x7075;

/** From these values on the zip64 form is used; lower ones let a test see that form without gigabytes. */
export type Zip64From = { size: number; offset: number; count: number };
export const standardZip64: Zip64From = { size: saturated32, offset: saturated32, count: saturated16 };

/** MS-DOS time and date fields; 1980-01-01 is the earliest they can say. */
export type DosTime = { time: number; date: number };

/** From a calendar date `YYYY-MM-DD` and a clock time `HH:MM`. */
export function dosTime(date: string, clock: string): DosTime {
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number);
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return {
    time: (hour << 11) | (minute << 5),
    date: (Math.min(Math.max(year - 1980, 0), 127) << 9) | (month << 5) | day,
  };
}

/** A stored entry as the writer knows it. `offset` is that of its local header. */
export type StoredEntry = { name: Buffer; bytes: number; crc: number; offset: number };

export const localRecordBytes = (nameBytes: number, bytes: number, from: Zip64From): number =>
  localHeaderBytes + nameBytes + (bytes >= from.size ? 20 : 0);

export function localRecord(entry: StoredEntry, modified: DosTime, from: Zip64From): Buffer {
  const large = entry.bytes >= from.size;
  const record = Buffer.alloc(localRecordBytes(entry.name.length, entry.bytes, from));
  record.writeUInt32LE(signatures.local, 0);
  record.writeUInt16LE(large ? 45 : 20, 4);
  record.writeUInt16LE(utf8Flag, 6);
  record.writeUInt16LE(storeMethod, 8);
  record.writeUInt16LE(modified.time, 10);
  record.writeUInt16LE(modified.date, 12);
  record.writeUInt32LE(entry.crc, 14);
  record.writeUInt32LE(large ? saturated32 : entry.bytes, 18);
  record.writeUInt32LE(large ? saturated32 : entry.bytes, 22);
  record.writeUInt16LE(entry.name.length, 26);
  record.writeUInt16LE(large ? 20 : 0, 28);
  entry.name.copy(record, localHeaderBytes);
  if (large) writeZip64Extra(record, localHeaderBytes + entry.name.length, [entry.bytes, entry.bytes]);
  return record;
}

/** Which zip64 values a central record carries: both sizes when large, the offset when far. */
const central64Values = (bytes: number, offset: number, from: Zip64From): number[] => [
  ...(bytes >= from.size ? [bytes, bytes] : []),
  ...(offset >= from.offset ? [offset] : []),
];

export function centralRecordBytes(nameBytes: number, bytes: number, offset: number, from: Zip64From): number {
  const values = central64Values(bytes, offset, from);
  return centralHeaderBytes + nameBytes + (values.length === 0 ? 0 : 4 + 8 * values.length);
}

export function centralRecord(entry: StoredEntry, modified: DosTime, from: Zip64From): Buffer {
  const large = entry.bytes >= from.size;
  const values = central64Values(entry.bytes, entry.offset, from);
  const record = Buffer.alloc(centralRecordBytes(entry.name.length, entry.bytes, entry.offset, from));
  record.writeUInt32LE(signatures.central, 0);
  record.writeUInt16LE(values.length > 0 ? 45 : 20, 4);
  record.writeUInt16LE(large ? 45 : 20, 6);
  record.writeUInt16LE(utf8Flag, 8);
  record.writeUInt16LE(storeMethod, 10);
  record.writeUInt16LE(modified.time, 12);
  record.writeUInt16LE(modified.date, 14);
  record.writeUInt32LE(entry.crc, 16);
  record.writeUInt32LE(large ? saturated32 : entry.bytes, 20);
  record.writeUInt32LE(large ? saturated32 : entry.bytes, 24);
  record.writeUInt16LE(entry.name.length, 28);
  record.writeUInt16LE(values.length === 0 ? 0 : 4 + 8 * values.length, 30);
  record.writeUInt32LE(entry.offset >= from.offset ? saturated32 : entry.offset, 42);
  entry.name.copy(record, centralHeaderBytes);
  if (values.length > 0) writeZip64Extra(record, centralHeaderBytes + entry.name.length, values);
  return record;
}

function writeZip64Extra(record: Buffer, position: number, values: readonly number[]): void {
  record.writeUInt16LE(zip64ExtraId, position);
  record.writeUInt16LE(8 * values.length, position + 2);
  for (const [index, value] of values.entries()) record.writeBigUInt64LE(BigInt(value), position + 4 + 8 * index);
}

export type Directory = { count: number; offset: number; bytes: number };

const needsEnd64 = (directory: Directory, from: Zip64From): boolean =>
  directory.count >= from.count || directory.offset >= from.offset || directory.bytes >= from.offset;

export const endRecordsBytes = (directory: Directory, commentBytes: number, from: Zip64From): number =>
  (needsEnd64(directory, from) ? end64Bytes + locator64Bytes : 0) + endBytes + commentBytes;

/** The end of the file up to, and without, the comment itself. */
export function endRecords(directory: Directory, commentBytes: number, from: Zip64From): Buffer {
  const large = needsEnd64(directory, from);
  const record = Buffer.alloc(endRecordsBytes(directory, 0, from));
  if (large) {
    record.writeUInt32LE(signatures.end64, 0);
    record.writeBigUInt64LE(BigInt(end64Bytes - 12), 4);
    record.writeUInt16LE(45, 12);
    record.writeUInt16LE(45, 14);
    for (const [index, value] of [directory.count, directory.count, directory.bytes, directory.offset].entries())
      record.writeBigUInt64LE(BigInt(value), 24 + 8 * index);
    record.writeUInt32LE(signatures.locator64, end64Bytes);
    record.writeBigUInt64LE(BigInt(directory.offset + directory.bytes), end64Bytes + 8);
    record.writeUInt32LE(1, end64Bytes + 16);
  }
  const end = record.subarray(record.length - endBytes);
  end.writeUInt32LE(signatures.end, 0);
  end.writeUInt16LE(large ? saturated16 : directory.count, 8);
  end.writeUInt16LE(large ? saturated16 : directory.count, 10);
  end.writeUInt32LE(large ? saturated32 : directory.bytes, 12);
  end.writeUInt32LE(large ? saturated32 : directory.offset, 16);
  end.writeUInt16LE(commentBytes, 20);
  return record;
}

const framePrefix = 'so-viec-khung-1 sha256=';

/** Length of the comment our writer leaves at the end of the file (BN8). */
export const frameCommentBytes = framePrefix.length + 64;

/** The comment that seals everything in the file that is not the content of an entry. */
export const frameComment = (digest: string): Buffer => Buffer.from(framePrefix + digest, 'latin1');
