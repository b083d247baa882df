/** Small files that appear whole or not at all: a half-written settings file would stop every later start. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

/** Writes text or bytes under a temporary name, syncs, renames; a failure leaves neither file behind nor the old one changed. */
export function writeWhole(path: string, content: string | Uint8Array, mode = 0o600): void {
  const temporary = `${path}.dang-ghi`;
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  try {
    const handle = openSync(temporary, 'w', mode);
    try {
      for (let offset = 0; offset < bytes.length; ) offset += writeSync(handle, bytes, offset);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
