/**
 * Evidence bytes, stored once under their SHA-256.
 *
 * [Note: blob before row] SQLite and the folder cannot commit together. The file is written to staging, hashed while it streams, synced and
 * renamed first; the row follows. A crash between the two leaves an unreferenced file, never a row that points to nothing. Nothing deletes
 * stored bytes in a request.
 */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fail, ok, type Result } from '../shared/core/result.ts';
import type { DataFolder } from './data-folder.ts';

export type StoredBlob = { sha256: string; bytes: number /** These bytes were already stored. */; known: boolean };
export type BlobProblem =
  | { code: 'qua-lon'; limit: number }
  | { code: 'dia-day' }
  | { code: 'tep-rong' }
  | { code: 'ngat-quang' };

const isSha256 = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** Where the bytes of a digest lie; only ever called with a digest, never with a name from outside. */
export function blobPath(folder: DataFolder, sha256: string): string {
  if (!isSha256(sha256)) throw new Error('not a SHA-256 digest');
  return join(folder.evidence, sha256.slice(0, 2), sha256);
}

/** Streams bytes into the store. Refuses empty input and input over `limit` bytes; a refused or broken stream leaves nothing behind. */
export async function putBlob(
  folder: DataFolder,
  source: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Result<StoredBlob, BlobProblem>> {
  const temporary = join(folder.staging, `${randomUUID()}.part`);
  let handle: FileHandle | undefined;
  const discard = async <E extends BlobProblem>(problem: E) => {
    await handle?.close().catch(() => undefined);
    await rm(temporary, { force: true });
    return fail(problem);
  };
  try {
    handle = await open(temporary, 'wx');
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of source) {
      bytes += chunk.byteLength;
      if (bytes > limit) return discard({ code: 'qua-lon', limit });
      hash.update(chunk);
      await writeAll(handle, chunk);
    }
    if (bytes === 0) return discard({ code: 'tep-rong' });
    await handle.sync();
    await handle.close();
    handle = undefined;
    const sha256 = hash.digest('hex');
    return ok({ sha256, bytes, known: !(await settle(folder, temporary, sha256, bytes)) });
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOSPC' || code === 'EDQUOT') return discard({ code: 'dia-day' });
    if (code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET' || code === 'ABORT_ERR')
      return discard({ code: 'ngat-quang' });
    await discard({ code: 'ngat-quang' });
    throw error;
  }
}

/** Stores bytes the program holds already, such as a document it made or a file it has read; no limit but the disk's. */
export const putBytes = (folder: DataFolder, bytes: Uint8Array): Promise<Result<StoredBlob, BlobProblem>> =>
  putBlob(folder, once(bytes), Number.POSITIVE_INFINITY);

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Moves a finished, synced file into the store under its digest; true when it was new there. */
export async function settle(folder: DataFolder, temporary: string, sha256: string, bytes: number): Promise<boolean> {
  const target = blobPath(folder, sha256);
  const present = await stat(target).catch(() => null);
  if (present?.size === bytes) {
    await rm(temporary, { force: true });
    return false;
  }
  mkdirSync(dirname(target), { recursive: true });
  await renameWithRetry(temporary, target);
  await syncFolder(dirname(target));
  return true;
}

async function writeAll(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  let offset = 0;
  while (offset < chunk.byteLength) offset += (await handle.write(chunk, offset)).bytesWritten;
}

/** Antivirus and indexers on office PCs hold a fresh file for a moment; Windows then refuses the rename. */
async function renameWithRetry(from: string, to: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await rename(from, to);
    } catch (error) {
      const code = errorCode(error);
      if (attempt >= 8 || !(code === 'EPERM' || code === 'EBUSY' || code === 'EACCES')) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50 * 2 ** attempt));
    }
  }
}

/** Makes the rename itself survive a power cut; Windows cannot open a folder for this and does not need it. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Every digest in the store, with its size. */
export function* listBlobs(folder: DataFolder): Generator<{ sha256: string; bytes: number; path: string }> {
  for (const prefix of existsSync(folder.evidence) ? readdirSync(folder.evidence) : []) {
    if (!/^[0-9a-f]{2}$/.test(prefix)) continue;
    for (const name of readdirSync(join(folder.evidence, prefix))) {
      const path = join(folder.evidence, prefix, name);
      if (isSha256(name)) yield { sha256: name, bytes: statSync(path).size, path };
    }
  }
}

/** Unfinished uploads of a run that died are worthless by construction: no row ever pointed to them. */
export function clearStaging(folder: DataFolder): void {
  for (const name of existsSync(folder.staging) ? readdirSync(folder.staging) : [])
    rmSync(join(folder.staging, name), { force: true, recursive: true });
}

const errorCode = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
