/**
 * The container of old office files: a file system of sectors inside one file. Source: [MS-CFB]. Only one stream is taken
 * out; chains that loop or leave the file are refused.
 */
import { stopReading } from '../container/problems.ts';

const endOfChain = 0xfffffffe;
const headerSize = 512;
const entrySize = 128;
const miniCutoff = 4096;

/** Bytes of the first stream with one of the names, or null. */
export function readStream(bytes: Uint8Array, names: readonly string[]): Buffer | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < headerSize) stopReading('broken');
  const shift = file.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) stopReading('broken');
  const size = 1 << shift;
  const sector = (index: number): Buffer => {
    const start = (index + 1) * size;
    // The last sector of a file may be cut short.
    if (index < 0 || start >= file.length) stopReading('broken');
    return file.subarray(start, start + size);
  };
  const fat = readFat(file, sector, size);
  const chain = (first: number, table: readonly number[], take: (index: number) => Buffer): Buffer => {
    const parts: Buffer[] = [];
    for (let at = first; at !== endOfChain; at = table[at] ?? stopReading('broken')) {
      parts.push(take(at));
      if (parts.length > table.length) stopReading('broken');
    }
    return Buffer.concat(parts);
  };
  const directory = chain(file.readUInt32LE(48), fat, sector);
  const root = readEntry(directory, 0);
  for (let at = entrySize; at + entrySize <= directory.length; at += entrySize) {
    const entry = readEntry(directory, at);
    if (entry.kind !== 2 || !names.includes(entry.name)) continue;
    if (entry.length > file.length) stopReading('broken');
    if (entry.length >= miniCutoff) return chain(entry.start, fat, sector).subarray(0, entry.length);
    const miniFat = numbersOf(chain(file.readUInt32LE(60), fat, sector));
    const mini = chain(root.start, fat, sector);
    return chain(entry.start, miniFat, (index) => mini.subarray(index * 64, index * 64 + 64)).subarray(0, entry.length);
  }
  return null;
}

function readFat(file: Buffer, sector: (index: number) => Buffer, size: number): number[] {
  const places: number[] = [];
  for (let at = 76; at < headerSize; at += 4) places.push(file.readUInt32LE(at));
  let next = file.readUInt32LE(68);
  const most = file.length / size + 1;
  for (let turn = 0; next < 0xfffffffa; turn++) {
    if (turn > most) stopReading('broken');
    const more = numbersOf(sector(next));
    next = more.pop() ?? endOfChain;
    places.push(...more);
  }
  const fat: number[] = [];
  for (const place of places) {
    if (place >= 0xfffffffa) continue;
    for (const number of numbersOf(sector(place))) fat.push(number);
    if (fat.length > most + size) break;
  }
  return fat;
}

function numbersOf(bytes: Buffer): number[] {
  const numbers: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) numbers.push(bytes.readUInt32LE(at));
  return numbers;
}

function readEntry(directory: Buffer, at: number): { name: string; kind: number; start: number; length: number } {
  if (at + entrySize > directory.length) stopReading('broken');
  const nameLength = Math.min(64, directory.readUInt16LE(at + 64));
  return {
    name: directory.toString('utf16le', at, at + Math.max(0, nameLength - 2)),
    kind: directory[at + 66]!,
    start: directory.readUInt32LE(at + 116),
    length: directory.readUInt32LE(at + 120),
  };
}
