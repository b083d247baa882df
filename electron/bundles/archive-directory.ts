/**
 * Reads the directory of a zip file and trusts nothing in it twice: what one reader takes from the directory and another from the
 * headers in front of the data must be the same, every byte of the file must belong to something, and no name may mean two files
 * or a place outside. SPEC BN1 to BN8. Nothing here inflates or keeps content.
 */
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { pathFault, sameFileKey } from '../../shared/bundle/paths.ts';
import { fail, ok, type Result } from '../../shared/core/result.ts';
import {
  centralHeaderBytes,
  deflateMethod,
  descriptorFlag,
  end64Bytes,
  endBytes,
  frameComment,
  localHeaderBytes,
  locator64Bytes,
  saturated16,
  saturated32,
  signatures,
  storeMethod,
  unicodePathExtraId,
  utf8Flag,
  zip64ExtraId,
} from './files/archive-format.ts';
import { type Disk, readFully } from './files/disk.ts';
import { type BundleProblem, problem } from './files/problems.ts';

export type ArchiveEntry = {
  /** As stored, composed (NFC); folders end with `/`. */
  name: string;
  bytes: number;
  storedBytes: number;
  deflated: boolean;
  crc: number;
  /** Where the content starts in the file. */
  dataOffset: number;
};

export type ArchiveLimits = {
  entries: number;
  /** Sum of all sizes after inflating. */
  totalBytes: number;
  /** Sum of the sizes after inflating of the deflated entries alone: work that a small file can ask for. */
  inflatedBytes: number;
  directoryBytes: number;
};

export const standardLimits: ArchiveLimits = {
  entries: 100_000,
  totalBytes: 64 * 1024 ** 3,
  inflatedBytes: 2 * 1024 ** 3,
  directoryBytes: 64 * 1024 ** 2,
};

/** Above this many times its stored size a deflated entry is taken for a bomb (text reaches 20, deflate at most 1,032). */
const highestRatio = 200;
const ratioFreeBytes = 4 * 1024 ** 2;

export type ArchiveDirectory = {
  /** In the order of the file. */
  entries: ArchiveEntry[];
  /** True: the frame comment fits (BN8); false: there is another comment; null: there is none. */
  frame: boolean | null;
  /** First byte after the content of the last entry. */
  dataEnd: number;
};

type Central = ArchiveEntry & { rawName: Buffer; flags: number; method: number; headerOffset: number };
type End = { count: number; offset: number; bytes: number; position: number; comment: Buffer; endStart: number };
type Checked<T> = Result<T, BundleProblem>;

const archiveFault = (code: Parameters<typeof problem>[0], path = '') => fail(problem(code, path));

/** Reads and checks the directory of an open file of `size` bytes. */
export function readDirectory(disk: Disk, fd: number, size: number, limits: ArchiveLimits): Checked<ArchiveDirectory> {
  const end = findEnd(disk, fd, size);
  if (!end.ok) return end;
  if (end.value.count > limits.entries || end.value.bytes > limits.directoryBytes) return archiveFault('zip-qua-lon');
  const directory = Buffer.alloc(end.value.bytes);
  if (readFully(disk, fd, directory, end.value.offset) < directory.length) return archiveFault('zip-cut');
  const central = parseCentral(directory, end.value.count);
  if (!central.ok) return central;
  const fault = limitFault(central.value, limits) ?? nameFault(central.value);
  if (fault) return fail(fault);
  return checkLayout(disk, fd, central.value, directory, end.value);
}

/** The end record must be the only one a reader could find, and lie exactly at the end of the file. */
function findEnd(disk: Disk, fd: number, size: number): Checked<End> {
  const tailStart = Math.max(0, size - endBytes - saturated16 - locator64Bytes - end64Bytes);
  const tail = Buffer.alloc(size - tailStart);
  if (readFully(disk, fd, tail, tailStart) < tail.length) return archiveFault('zip-cut');
  const candidates: number[] = [];
  for (let at = tail.length - endBytes; at >= 0; at--)
    if (tail.readUInt32LE(at) === signatures.end && at + endBytes + tail.readUInt16LE(at + 20) === tail.length)
      candidates.push(at);
  const [at] = candidates;
  if (at === undefined) return archiveFault('zip-cut');
  const comment = tail.subarray(at + endBytes);
  if (candidates.length > 1 || comment.includes('PK\x05\x06', 0, 'latin1')) return archiveFault('zip-lech');
  const end = {
    count: tail.readUInt16LE(at + 10),
    bytes: tail.readUInt32LE(at + 12),
    offset: tail.readUInt32LE(at + 16),
    position: tailStart + at,
    comment,
    endStart: tailStart + at,
  };
  if (tail.readUInt32LE(at + 4) !== 0 || tail.readUInt16LE(at + 8) !== end.count) return archiveFault('zip-lech');
  const full = resolveEnd64(tail, at, tailStart, end);
  if (!full.ok) return full;
  return full.value.offset + full.value.bytes === full.value.endStart ? full : archiveFault('zip-byte-la');
}

/** With a zip64 locator in front, the zip64 record must agree with every field of the short one that is not saturated. */
function resolveEnd64(tail: Buffer, at: number, tailStart: number, end: End): Checked<End> {
  const saturated = end.count === saturated16 || end.bytes === saturated32 || end.offset === saturated32;
  const locator = at - locator64Bytes;
  const present = locator >= end64Bytes && tail.readUInt32LE(locator) === signatures.locator64;
  if (!present) return saturated ? archiveFault('zip-lech') : ok(end);
  const start = locator - end64Bytes;
  const good =
    tail.readUInt32LE(locator + 4) === 0 &&
    tail.readUInt32LE(locator + 16) === 1 &&
    Number(tail.readBigUInt64LE(locator + 8)) === tailStart + start &&
    tail.readUInt32LE(start) === signatures.end64 &&
    Number(tail.readBigUInt64LE(start + 4)) === end64Bytes - 12 &&
    tail.readBigUInt64LE(start + 16) === 0n &&
    tail.readBigUInt64LE(start + 24) === tail.readBigUInt64LE(start + 32);
  if (!good) return archiveFault('zip-lech');
  const [count, bytes, offset] = [32, 40, 48].map((field) => Number(tail.readBigUInt64LE(start + field)));
  if (count === undefined || bytes === undefined || offset === undefined) return archiveFault('zip-lech');
  const agrees =
    (end.count === saturated16 || end.count === count) &&
    (end.bytes === saturated32 || end.bytes === bytes) &&
    (end.offset === saturated32 || end.offset === offset);
  return agrees ? ok({ ...end, count, bytes, offset, endStart: tailStart + start }) : archiveFault('zip-lech');
}

function parseCentral(directory: Buffer, count: number): Checked<Central[]> {
  const entries: Central[] = [];
  let at = 0;
  while (at < directory.length) {
    if (at + centralHeaderBytes > directory.length || directory.readUInt32LE(at) !== signatures.central)
      return archiveFault('zip-byte-la');
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((field) => directory.readUInt16LE(at + field));
    const extraStart = at + centralHeaderBytes + (nameBytes ?? 0);
    const next = extraStart + (extraBytes ?? 0) + (commentBytes ?? 0);
    if (next > directory.length) return archiveFault('zip-byte-la');
    const rawName = directory.subarray(at + centralHeaderBytes, extraStart);
    const extra = directory.subarray(extraStart, extraStart + (extraBytes ?? 0));
    const entry = parseCentralRecord(directory.subarray(at, at + centralHeaderBytes), rawName, extra);
    if (!entry.ok) return entry;
    entries.push(entry.value);
    at = next;
  }
  return entries.length === count ? ok(entries) : archiveFault('zip-lech');
}

function parseCentralRecord(record: Buffer, rawName: Buffer, extraBytes: Buffer): Checked<Central> {
  const flags = record.readUInt16LE(8);
  const method = record.readUInt16LE(10);
  const name = decodeName(rawName);
  if (name === null) return archiveFault('zip-ten-la', rawName.toString('latin1'));
  if (flags & 0b1 || flags & (1 << 6) || method === 99) return archiveFault('zip-ma-hoa', name);
  // Bits 1 and 2 only tell how hard deflate tried. Every other unknown bit changes how the entry must be read.
  if (flags & ~(utf8Flag | descriptorFlag | 0b110)) return archiveFault('zip-cach-nen', name);
  if (method !== storeMethod && method !== deflateMethod) return archiveFault('zip-cach-nen', name);
  if (record.readUInt16LE(34) !== 0) return archiveFault('zip-lech', name);
  if (isSpecialFile(record.readUInt32LE(38), name)) return archiveFault('zip-lien-ket', name);
  const extra = parseExtra(extraBytes, rawName, name);
  if (!extra) return archiveFault('zip-lech', name);
  const short = [record.readUInt32LE(24), record.readUInt32LE(20), record.readUInt32LE(42)];
  const full = resolve64(short, extra.zip64);
  if (!full) return archiveFault('zip-lech', name);
  const [bytes = 0, storedBytes = 0, headerOffset = 0] = full;
  const deflated = method === deflateMethod;
  const folder = name.endsWith('/');
  if (!deflated && bytes !== storedBytes) return archiveFault('zip-kich-thuoc', name);
  if (folder && bytes !== 0) return archiveFault('zip-kich-thuoc', name);
  const crc = record.readUInt32LE(16);
  return ok({ name, bytes, storedBytes, deflated, crc, dataOffset: 0, rawName, flags, method, headerOffset });
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** UTF-8 with or without the flag (many tools forget it); anything else could be read as two different names. */
function decodeName(raw: Buffer): string | null {
  try {
    return utf8.decode(raw).normalize('NFC');
  } catch {
    return null;
  }
}

/** Upper half: Unix file type (regular file, folder or nothing said); lower half: Windows attribute for a reparse point. */
function isSpecialFile(attributes: number, name: string): boolean {
  const type = attributes >>> 28;
  const isFolder = name.endsWith('/');
  return (type !== 0 && type !== (isFolder ? 4 : 8)) || (attributes & 0x400) !== 0;
}

/** The zip64 values of an extra field; null where the field is malformed or carries another name for the same entry. */
function parseExtra(extra: Buffer, rawName: Buffer, name: string): { zip64: number[] } | null {
  let zip64: number[] | undefined;
  for (let at = 0; at < extra.length; ) {
    if (at + 4 > extra.length) return null;
    const id = extra.readUInt16LE(at);
    const end = at + 4 + extra.readUInt16LE(at + 2);
    if (end > extra.length) return null;
    const body = extra.subarray(at + 4, end);
    if (id === zip64ExtraId) {
      if (zip64 || body.length % 8 !== 0) return null;
      zip64 = Array.from({ length: body.length / 8 }, (_, index) => Number(body.readBigUInt64LE(8 * index)));
    }
    if (id === unicodePathExtraId && body.length > 5 && body.readUInt32LE(1) === crc32(rawName))
      if (body.subarray(5).toString('utf8').normalize('NFC') !== name) return null;
    at = end;
  }
  return { zip64: zip64 ?? [] };
}

/** Takes a zip64 value for each saturated field, in order; null unless exactly as many values are there as needed. */
function resolve64(short: readonly number[], long: readonly number[]): number[] | null {
  let used = 0;
  const values = short.map((value) => (value === saturated32 ? (long[used++] ?? Number.NaN) : value));
  return used === long.length && values.every(Number.isSafeInteger) ? values : null;
}

function limitFault(entries: readonly Central[], limits: ArchiveLimits): BundleProblem | null {
  let total = 0;
  let inflated = 0;
  for (const { name, bytes, storedBytes, deflated } of entries) {
    total += bytes;
    if (deflated) inflated += bytes;
    if (deflated && bytes > ratioFreeBytes && bytes > highestRatio * storedBytes) return problem('zip-qua-lon', name);
  }
  return total > limits.totalBytes || inflated > limits.inflatedBytes ? problem('zip-qua-lon') : null;
}

/** Refuses dangerous names, names Windows cannot hold, one name twice on some system, and a file that is also a folder. */
function nameFault(entries: readonly Central[]): BundleProblem | null {
  const files = new Set<string>();
  const folders = new Set<string>();
  const parents = new Set<string>();
  for (const { name } of entries) {
    const isFolder = name.endsWith('/');
    const path = isFolder ? name.slice(0, -1) : name;
    const fault = pathFault(path);
    if (fault) return problem(fault === 'outside' ? 'zip-ten-nguy-hiem' : 'zip-ten-la', name);
    const key = sameFileKey(path);
    if (files.has(key) || folders.has(key)) return problem('zip-trung-ten', name);
    (isFolder ? folders : files).add(key);
    for (let slash = key.lastIndexOf('/'); slash > 0; slash = key.lastIndexOf('/', slash - 1))
      parents.add(key.slice(0, slash));
  }
  for (const key of files) if (parents.has(key)) return problem('zip-trung-ten', key);
  return null;
}

/** Walks the file from its first byte: header, content, header, content … directory, end, with nothing between and nothing twice. */
function checkLayout(
  disk: Disk,
  fd: number,
  entries: Central[],
  directory: Buffer,
  end: End,
): Checked<ArchiveDirectory> {
  entries.sort((a, b) => a.headerOffset - b.headerOffset);
  const frame = createHash('sha256');
  const probe = Buffer.alloc(1024);
  let position = 0;
  for (const [index, entry] of entries.entries()) {
    if (entry.headerOffset !== position) return archiveFault('zip-byte-la', entry.name);
    const header = readLocal(disk, fd, probe, entry);
    if (!header.ok) return header;
    frame.update(header.value);
    entry.dataOffset = position + header.value.length;
    const dataEnd = entry.dataOffset + entry.storedBytes;
    const next = entries[index + 1]?.headerOffset ?? end.offset;
    if (dataEnd > next) return archiveFault('zip-byte-la', entry.name);
    const descriptor = probe.subarray(0, Math.min(next - dataEnd, 25));
    if (readFully(disk, fd, descriptor, dataEnd) < descriptor.length) return archiveFault('zip-cut');
    if (!isDescriptor(descriptor, entry)) return archiveFault('zip-byte-la', entry.name);
    frame.update(descriptor);
    position = next;
  }
  if (position !== end.offset) return archiveFault('zip-byte-la');
  const endRecord = Buffer.alloc(end.position + endBytes - end.endStart);
  if (readFully(disk, fd, endRecord, end.endStart) < endRecord.length) return archiveFault('zip-cut');
  const comment = frameComment(frame.update(directory).update(endRecord).digest('hex'));
  return ok({
    entries: entries.map(({ name, bytes, storedBytes, deflated, crc, dataOffset }) => ({
      name,
      bytes,
      storedBytes,
      deflated,
      crc,
      dataOffset,
    })),
    frame: end.comment.length === 0 ? null : end.comment.equals(comment),
    dataEnd: end.offset,
  });
}

/** The header in front of the content, whole (it may lie in `probe`), after comparing it with the directory's record. */
function readLocal(disk: Disk, fd: number, probe: Buffer, entry: Central): Checked<Buffer> {
  const guess = probe.subarray(0, Math.min(probe.length, localHeaderBytes + entry.rawName.length + 64));
  const read = readFully(disk, fd, guess, entry.headerOffset);
  if (read < localHeaderBytes || guess.readUInt32LE(0) !== signatures.local)
    return archiveFault('zip-lech', entry.name);
  const nameEnd = localHeaderBytes + guess.readUInt16LE(26);
  const length = nameEnd + guess.readUInt16LE(28);
  const header = length <= read ? guess.subarray(0, length) : Buffer.alloc(length);
  if (length > read && readFully(disk, fd, header, entry.headerOffset) < length)
    return archiveFault('zip-lech', entry.name);
  const extra = parseExtra(header.subarray(nameEnd), entry.rawName, entry.name);
  const same =
    extra !== null &&
    header.readUInt16LE(6) === entry.flags &&
    header.readUInt16LE(8) === entry.method &&
    header.subarray(localHeaderBytes, nameEnd).equals(entry.rawName) &&
    sameNumbers(header, extra.zip64, entry);
  return same ? ok(header) : archiveFault('zip-lech', entry.name);
}

/** CRC and sizes in front of the content: equal to the directory's, or left at zero where a descriptor follows. */
function sameNumbers(header: Buffer, zip64: readonly number[], entry: Central): boolean {
  const crc = header.readUInt32LE(14);
  const full = resolve64([header.readUInt32LE(22), header.readUInt32LE(18)], zip64);
  if (!full) return false;
  const [bytes, storedBytes] = full;
  if (crc === entry.crc && bytes === entry.bytes && storedBytes === entry.storedBytes) return true;
  return (entry.flags & descriptorFlag) !== 0 && crc === 0 && bytes === 0 && storedBytes === 0;
}

/** What lies between the content and the next header: nothing, or one data descriptor that says what the directory says. */
function isDescriptor(bytes: Buffer, entry: Central): boolean {
  if ((entry.flags & descriptorFlag) === 0) return bytes.length === 0;
  const signed = bytes.length === 16 || bytes.length === 24;
  if (signed && bytes.readUInt32LE(0) !== signatures.descriptor) return false;
  const body = bytes.subarray(signed ? 4 : 0);
  if (body.length === 12)
    return (
      body.readUInt32LE(0) === entry.crc &&
      body.readUInt32LE(4) === entry.storedBytes &&
      body.readUInt32LE(8) === entry.bytes
    );
  if (body.length !== 20) return false;
  return (
    body.readUInt32LE(0) === entry.crc &&
    Number(body.readBigUInt64LE(4)) === entry.storedBytes &&
    Number(body.readBigUInt64LE(12)) === entry.bytes
  );
}
