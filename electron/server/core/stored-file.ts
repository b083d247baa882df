/** Stored bytes on their way to a window: an address that works for a few minutes. */
import { open } from 'node:fs/promises';
import { blobPath } from '../../../db/blobs.ts';
import type { Deps } from './deps.ts';
import { contentTypeOf, previewOf, servedType } from './media-types.ts';
import { refuse } from './refusal.ts';

type StoredFile = { sha256: string; bytes: number | null; mediaType: string | null; fileName: string | null };

/** A short-lived address of stored bytes; refused when they are gone or no longer of the stored size. */
export async function storedFileAddress(deps: Deps, file: StoredFile, download: boolean) {
  const path = blobPath(deps.folder, file.sha256);
  const handle = await open(path, 'r').catch(() => null);
  if (!handle) return refuse('mat-minh-chung');
  const { size } = await handle.stat();
  await handle.close();
  if (file.bytes !== null && size !== file.bytes) return refuse('minh-chung-hong');
  const fileName = file.fileName ?? 'minh-chung';
  // What came from outside names its own type: nothing is shown in place because of a name.
  const mediaType = servedType(file.mediaType, (await contentTypeOf(path, fileName)) ?? 'application/octet-stream');
  const url = deps.capabilities.address({ sha256: file.sha256, mediaType, fileName, download });
  return { url, mediaType, fileName, preview: previewOf(mediaType) };
}
