/** The parts of a Word file packed into one, by Node's own deflate: parts that never change are packed once. */
import { crc32, deflateRawSync } from 'node:zlib';

export type PackedPart = { readonly name: string; readonly crc: number; readonly size: number; readonly bytes: Buffer };

export function packPart(name: string, content: string | Uint8Array): PackedPart {
  const plain = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  return { name, crc: crc32(plain), size: plain.length, bytes: deflateRawSync(plain) };
}

const deflated = 8;
const namesInUtf8 = 0x0800;
const version = 20;
/** 1 January 1980, the first day a zip file can name: parts carry no time of their own. */
const noDay = 0x0021;

/** What the header before a part and its entry in the directory have in common. */
function facts({ crc, size, bytes, name }: PackedPart): Buffer {
  const made = Buffer.alloc(26);
  made.writeUInt16LE(version, 0);
  made.writeUInt16LE(namesInUtf8, 2);
  made.writeUInt16LE(deflated, 4);
  made.writeUInt16LE(noDay, 8);
  made.writeUInt32LE(crc, 10);
  made.writeUInt32LE(bytes.length, 14);
  made.writeUInt32LE(size, 18);
  made.writeUInt16LE(Buffer.byteLength(name), 22);
  return made;
}

const signature = (mark: number): Buffer => Buffer.from([0x50, 0x4b, mark & 0xff, mark >> 8]);

/** The parts as one zip file, in their order. A Word file stays far below the four gigabytes this form can hold. */
export function zipParts(parts: readonly PackedPart[]): Uint8Array {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name, 'utf8');
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(signature(0x0201), Buffer.from([version, 0]), facts(part), rest, name);
    const own = [signature(0x0403), facts(part), name, part.bytes];
    pieces.push(...own);
    offset += own.reduce((sum, piece) => sum + piece.length, 0);
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(
    directory.reduce((sum, piece) => sum + piece.length, 0),
    8,
  );
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...pieces, ...directory, signature(0x0605), end]));
}
