/** DB11: evidence bytes. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { blobPath, clearStaging, listBlobs, putBlob } from '../../db/blobs.ts';
import { createFolders, dataFolder } from '../../db/data-folder.ts';
import { temporaryFolder } from '../support/make-office.ts';

const folder = () => {
  const made = dataFolder(temporaryFolder());
  createFolders(made);
  return made;
};
async function* stream(...chunks: (string | Error)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) {
    if (chunk instanceof Error) throw chunk;
    yield Buffer.from(chunk);
  }
}
const empty = (path: string) => readdirSync(path).length === 0;

it('DB11 stores bytes once under their digest', async () => {
  const at = folder();
  const sha256 = createHash('sha256').update('xin chào').digest('hex');
  expect(await putBlob(at, stream('xin ', 'chào'), 100)).toEqual({
    ok: true,
    value: { sha256, bytes: 9, known: false },
  });
  expect(await putBlob(at, stream('xin chào'), 100)).toEqual({ ok: true, value: { sha256, bytes: 9, known: true } });
  expect(readFileSync(blobPath(at, sha256), 'utf8')).toBe('xin chào');
  expect([...listBlobs(at)]).toHaveLength(1);
  expect(empty(at.staging)).toBe(true);
});

it.each([
  ['nothing', stream(), 'tep-rong'],
  ['more than allowed', stream('12345', '678901'), 'qua-lon'],
])('DB11 refuses %s and leaves nothing', async (_, source, code) => {
  const at = folder();
  expect(await putBlob(at, source, 10)).toMatchObject({ ok: false, error: { code } });
  expect([...listBlobs(at)]).toEqual([]);
  expect(empty(at.staging)).toBe(true);
});

it('DB11 leaves nothing of a stream that breaks', async () => {
  const at = folder();
  const cut = Object.assign(new Error('cut'), { code: 'ECONNRESET' });
  expect(await putBlob(at, stream('12345', cut), 100)).toMatchObject({ ok: false, error: { code: 'ngat-quang' } });
  const full = Object.assign(new Error('full'), { code: 'ENOSPC' });
  expect(await putBlob(at, stream('12345', full), 100)).toMatchObject({ ok: false, error: { code: 'dia-day' } });
  expect(empty(at.staging)).toBe(true);
});

it('replaces a stored file that was cut short', async () => {
  const at = folder();
  const stored = await putBlob(at, stream('xin chào'), 100);
  if (!stored.ok) throw new Error();
  const path = blobPath(at, stored.value.sha256);
  writeFileSync(path, 'xin');
  await putBlob(at, stream('xin chào'), 100);
  expect(readFileSync(path, 'utf8')).toBe('xin chào');
});

it('takes no path for a digest', () => {
  for (const name of ['../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(63)}/`])
    expect(() => blobPath(folder(), name)).toThrow();
});

it('clears what a dead run left in staging', () => {
  const at = folder();
  writeFileSync(join(at.staging, 'x.part'), 'half');
  clearStaging(at);
  expect(existsSync(join(at.staging, 'x.part'))).toBe(false);
});
