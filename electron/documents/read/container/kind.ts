/** What a file is, by its first bytes. */

export type Kind = 'zip' | 'doc' | 'xls' | 'protected' | 'pdf' | 'rtf' | 'unknown';

const begins = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((value, index) => bytes[index] === value);

/** Decides by content; old office files are told apart by the names of the streams in them. */
export function containerKind(bytes: Uint8Array): Kind {
  if (begins(bytes, 0x50, 0x4b, 3, 4) || begins(bytes, 0x50, 0x4b, 5, 6)) return 'zip';
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return compoundKind(bytes);
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (begins(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66)) return 'rtf';
  return 'unknown';
}

/** Stream names stand in the directory in UTF-16; an encrypted new file hides in an old container. */
function compoundKind(bytes: Uint8Array): Kind {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (name: string): boolean => view.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage')) return 'protected';
  if (holds('WordDocument')) return 'doc';
  if (holds('Workbook') || holds('Book')) return 'xls';
  return 'unknown';
}
