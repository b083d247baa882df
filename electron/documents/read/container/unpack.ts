/**
 * Reads chosen parts of a zip container. The directory at the end is read for names and offsets only; sizes are counted
 * while unpacking and the checksum is compared, because a hostile directory says what it likes.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { limits } from './limits.ts';
import { stopReading } from './problems.ts';

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localHeader = 0x04034b50;
const zip64Locator = 0x07064b50;
const endOfDirectory64 = 0x06064b50;

type Entry = { method: number; flags: number; checksum: number; packed: number; offset: number };
export type Container = {
  names: readonly string[];
  /** Unpacked bytes of a part, null where the container has none of that name. Names are matched without regard to case. */
  part: (name: string) => Uint8Array | null;
};

/** Opens a zip container. Refuses a broken one, too many entries, and parts that unpack beyond the limits. */
export function openContainer(bytes: Uint8Array): Container {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directory(view);
  let total = 0;
  return {
    names: [...entries.values()].map((entry) => entry.name),
    part: (name) => {
      const entry = entries.get(name.toLowerCase());
      if (!entry) return null;
      const unpacked = unpack(view, entry);
      total += unpacked.length;
      if (total > limits.total) stopReading('too-large');
      return unpacked;
    },
  };
}

function directory(view: Buffer): Map<string, Entry & { name: string }> {
  const end = findEnd(view);
  let count = view.readUInt16LE(end + 10);
  let at = view.readUInt32LE(end + 16);
  if (end >= 20 && view.readUInt32LE(end - 20) === zip64Locator) {
    const record = number64(view, end - 20 + 8);
    if (record + 56 > view.length || view.readUInt32LE(record) !== endOfDirectory64) stopReading('broken');
    count = number64(view, record + 32);
    at = number64(view, record + 48);
  }
  if (count > limits.entries) stopReading('too-large');
  const entries = new Map<string, Entry & { name: string }>();
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== directoryEntry) stopReading('broken');
    const nameLength = view.readUInt16LE(at + 28);
    const extraLength = view.readUInt16LE(at + 30);
    const name = view.toString('utf8', at + 46, at + 46 + nameLength).replace(/\\/g, '/');
    const entry = {
      name,
      flags: view.readUInt16LE(at + 8),
      method: view.readUInt16LE(at + 10),
      checksum: view.readUInt32LE(at + 16),
      packed: view.readUInt32LE(at + 20),
      offset: view.readUInt32LE(at + 42),
    };
    // Sizes beyond 4 GiB cannot occur inside a file of at most 50 MB; a marker for them is a lie.
    if (entry.packed > view.length || entry.offset > view.length) stopReading('broken');
    if (!entries.has(name.toLowerCase())) entries.set(name.toLowerCase(), entry);
    at += 46 + nameLength + extraLength + view.readUInt16LE(at + 32);
  }
  return entries;
}

/** The record that ends a zip file, searched backwards over the longest possible comment. */
function findEnd(view: Buffer): number {
  const lowest = Math.max(0, view.length - 22 - 65_535);
  for (let at = view.length - 22; at >= lowest; at--) if (view.readUInt32LE(at) === endOfDirectory) return at;
  return stopReading('broken');
}

function number64(view: Buffer, at: number): number {
  if (at + 8 > view.length) stopReading('broken');
  const value = view.readBigUInt64LE(at);
  if (value > BigInt(view.length)) stopReading('broken');
  return Number(value);
}

function unpack(view: Buffer, entry: Entry): Uint8Array {
  if ((entry.flags & 1) !== 0) stopReading('protected');
  if (entry.offset + 30 > view.length || view.readUInt32LE(entry.offset) !== localHeader) stopReading('broken');
  const start = entry.offset + 30 + view.readUInt16LE(entry.offset + 26) + view.readUInt16LE(entry.offset + 28);
  const packed = view.subarray(start, start + entry.packed);
  if (packed.length !== entry.packed) stopReading('broken');
  const unpacked = entry.method === 0 ? packed : entry.method === 8 ? inflate(packed) : stopReading('broken');
  if (unpacked.length > limits.ratioFrom && unpacked.length > packed.length * limits.ratio) stopReading('too-large');
  if (crc32(unpacked) !== entry.checksum) stopReading('broken');
  return unpacked;
}

function inflate(packed: Buffer): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: limits.part });
  } catch (error) {
    return stopReading((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'broken');
  }
}
