/** What a stored file is, by its first bytes; the sent name and type are never believed. */
import { open } from 'node:fs/promises';

const signatures: readonly { readonly type: string; readonly at: number; readonly bytes: readonly number[] }[] = [
  { type: 'application/pdf', at: 0, bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'image/jpeg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/png', at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/gif', at: 0, bytes: [0x47, 0x49, 0x46, 0x38] },
  { type: 'image/webp', at: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
  { type: 'image/bmp', at: 0, bytes: [0x42, 0x4d] },
  { type: 'application/zip', at: 0, bytes: [0x50, 0x4b, 0x03, 0x04] },
];

const zipped: Record<string, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};

/** Type by content; the extension only tells which kind of zip it is. */
export function mediaTypeOf(head: Uint8Array, fileName: string): string {
  const found = signatures.find(({ at, bytes }) => bytes.every((byte, index) => head[at + index] === byte));
  if (!found) return 'application/octet-stream';
  const extension = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  return found.type === 'application/zip' ? (zipped[extension] ?? found.type) : found.type;
}

/** Kinds that are shown in place; never SVG or HTML, which can carry scripts. */
export function previewOf(mediaType: string | null): 'image' | 'pdf' | 'none' {
  if (mediaType === 'application/pdf') return 'pdf';
  return mediaType !== null && ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/bmp'].includes(mediaType)
    ? 'image'
    : 'none';
}

/** What the stored file at `path` is by its content; null where it cannot be read. */
export async function contentTypeOf(path: string, fileName: string): Promise<string | null> {
  const handle = await open(path, 'r').catch(() => null);
  if (!handle) return null;
  try {
    const head = new Uint8Array(16);
    await handle.read(head, 0, head.length, 0);
    return mediaTypeOf(head, fileName);
  } finally {
    await handle.close();
  }
}

const familyOf = (mediaType: string): 'pdf' | 'image' | 'zip' | null => {
  const shown = previewOf(mediaType);
  if (shown !== 'none') return shown;
  return mediaType === 'application/zip' || Object.values(zipped).includes(mediaType) ? 'zip' : null;
};

/** A program named as a picture, a page named as a PDF: the type that was sent is one this program can tell, and the bytes are not that. */
export const isFalseType = (claimed: string | null, content: string): boolean =>
  claimed !== null && familyOf(claimed) !== null && familyOf(claimed) !== familyOf(content);

/** The type to serve a file under: a kind that is shown in place only where the bytes are of that kind. */
export function servedType(claimed: string | null, content: string): string {
  if (previewOf(content) !== 'none') return content;
  return claimed === null || isFalseType(claimed, content) ? 'application/octet-stream' : claimed;
}
