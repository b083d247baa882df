/** Zip files built byte by byte, so that a test can make any single field lie. */
import { crc32, deflateRawSync } from 'node:zlib';

export type HandFields = {
  flags?: number;
  method?: number;
  crc?: number;
  stored?: number;
  size?: number;
  name?: Buffer;
  extra?: Buffer;
};

export type HandEntry = {
  name: string | Buffer;
  content?: Buffer | string;
  deflate?: boolean;
  /** External attributes, e.g. a Unix mode shifted left by 16. */
  attributes?: number;
  /** Bytes as they lie in the file instead of the (deflated) content. */
  raw?: Buffer;
  local?: HandFields;
  central?: HandFields & { offset?: number; disk?: number };
  /** Bytes after the content, e.g. a data descriptor or something that belongs to nothing. */
  after?: Buffer;
  /** Only in the file or only in the directory. */
  hidden?: 'local' | 'central';
};

export type HandZip = {
  comment?: Buffer;
  before?: Buffer;
  after?: Buffer;
  end?: { count?: number; countHere?: number; offset?: number; bytes?: number; disk?: number; commentBytes?: number };
  /** Put between directory and end record, e.g. a zip64 end record. */
  beforeEnd?: (directory: { offset: number; bytes: number; count: number }) => Buffer;
};

export const utf8 = 1 << 11;

export function handZip(entries: HandEntry[], zip: HandZip = {}): Buffer {
  const parts: Buffer[] = [zip.before ?? Buffer.alloc(0)];
  const directory: Buffer[] = [];
  let offset = parts[0]!.length;
  for (const entry of entries) {
    const content = Buffer.from(entry.content ?? '');
    const raw = entry.raw ?? (entry.deflate ? deflateRawSync(content) : content);
    const base = {
      name: Buffer.from(entry.name),
      flags: utf8,
      method: entry.deflate ? 8 : 0,
      crc: crc32(content),
      stored: raw.length,
      size: content.length,
      extra: Buffer.alloc(0),
    };
    const local = { ...base, ...entry.local };
    const central = { ...base, offset, disk: 0, ...entry.central };
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    writeCommon(header, 6, local);
    const record = Buffer.alloc(46);
    record.writeUInt32LE(0x02014b50, 0);
    record.writeUInt16LE(0x0314, 4);
    record.writeUInt16LE(20, 6);
    writeCommon(record, 8, central);
    record.writeUInt16LE(central.disk, 34);
    record.writeUInt32LE(entry.attributes ?? 0, 38);
    record.writeUInt32LE(central.offset, 42);
    if (entry.hidden !== 'central') {
      const bytes = Buffer.concat([header, local.name, local.extra, raw, entry.after ?? Buffer.alloc(0)]);
      parts.push(bytes);
      offset += bytes.length;
    }
    if (entry.hidden !== 'local') directory.push(Buffer.concat([record, central.name, central.extra]));
  }
  const bytes = directory.reduce((sum, record) => sum + record.length, 0);
  const middle = zip.beforeEnd?.({ offset, bytes, count: directory.length }) ?? Buffer.alloc(0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(zip.end?.disk ?? 0, 4);
  end.writeUInt16LE(zip.end?.countHere ?? zip.end?.count ?? directory.length, 8);
  end.writeUInt16LE(zip.end?.count ?? directory.length, 10);
  end.writeUInt32LE(zip.end?.bytes ?? bytes, 12);
  end.writeUInt32LE(zip.end?.offset ?? offset, 16);
  end.writeUInt16LE(zip.end?.commentBytes ?? zip.comment?.length ?? 0, 20);
  return Buffer.concat([
    ...parts,
    ...directory,
    middle,
    end,
    zip.comment ?? Buffer.alloc(0),
    zip.after ?? Buffer.alloc(0),
  ]);
}

/** Flags, method, time, date, CRC, sizes, lengths: the same order in both records. */
function writeCommon(record: Buffer, at: number, fields: Required<HandFields>): void {
  record.writeUInt16LE(fields.flags, at);
  record.writeUInt16LE(fields.method, at + 2);
  record.writeUInt16LE((44 << 9) | (3 << 5) | 15, at + 6);
  record.writeUInt32LE(fields.crc >>> 0, at + 8);
  record.writeUInt32LE(fields.stored, at + 12);
  record.writeUInt32LE(fields.size, at + 16);
  record.writeUInt16LE(fields.name.length, at + 20);
  record.writeUInt16LE(fields.extra.length, at + 22);
}

/** An extra field of numbers of 8 bytes (zip64), or of raw bytes. */
export function extraField(id: number, body: Buffer | number[]): Buffer {
  const bytes = Buffer.isBuffer(body)
    ? body
    : Buffer.concat(
        body.map((value) => {
          const field = Buffer.alloc(8);
          field.writeBigUInt64LE(BigInt(value));
          return field;
        }),
      );
  const head = Buffer.alloc(4);
  head.writeUInt16LE(id, 0);
  head.writeUInt16LE(bytes.length, 2);
  return Buffer.concat([head, bytes]);
}
