/** SPEC BN61, BN66: a bundle encrypted while it is written, verified and received without its plain form on any disk. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { decryptFile } from '../../../../electron/bundles/encryption/encrypt-file.ts';
import { createEncryptionKeys } from '../../../../electron/bundles/encryption/locks.ts';
import { readBundle } from '../../../../electron/bundles/read-bundle.ts';
import { verifyBundle } from '../../../../electron/bundles/verify.ts';
import { writeBundle } from '../../../../electron/bundles/write-bundle.ts';
import { makeWorkplace, sampleFiles, sampleInput, sampleSigner, sha256Of, type Workplace } from '../bundle-sample.ts';

let place: Workplace;
beforeEach(() => {
  place = makeWorkplace();
});
afterEach(() => place.remove());

/** The sample with one proof larger than several chunks, so that the archive writes a header after its content. */
function largeInput() {
  const input = sampleInput(place);
  const content = Buffer.alloc(3_000_000, 'ảnh lớn ');
  const [proof] = input.data.evidence;
  const [file] = input.files;
  if (!proof || !file) throw new Error('the sample has evidence');
  Object.assign(proof, { sha256: sha256Of(content), bytes: content.length });
  Object.assign(file, { sha256: sha256Of(content), bytes: content.length });
  writeFileSync(file.source, content);
  return { input, content };
}

test('written encrypted: verified and received with the key, the same content as the plain one', async () => {
  const keys = await createEncryptionKeys();
  const { input, content } = largeInput();
  const plain = await writeBundle(input);
  const locked = await writeBundle({ ...input, lock: { recipients: [keys.recipient] } });
  if (!plain.ok || !locked.ok) throw new Error('not written');
  expect(locked.value.fileName).toBe(`${input.fileName}.age`);
  expect(locked.value.contentDigest).toBe(plain.value.contentDigest);
  expect(readFileSync(locked.value.path)).toHaveLength(locked.value.bytes);
  expect(readFileSync(locked.value.path).includes('Như Quỳnh')).toBe(false);

  expect(await verifyBundle(locked.value.path)).toMatchObject({ ok: false, errors: [{ code: 'khoa-cua-noi-khac' }] });
  const opening = { identities: [keys.identity] };
  expect(await verifyBundle(locked.value.path, { keys: opening })).toMatchObject({ ok: true, signedBy: sampleSigner });
  const got = await readBundle({ path: locked.value.path, stagingFolder: place.staging, keys: opening });
  expect(got.bundle?.files.map(({ sha256 }) => sha256)).toContain(sha256Of(content));
  for (const { staged, sha256 } of got.bundle?.files ?? []) expect(sha256Of(readFileSync(staged ?? ''))).toBe(sha256);

  const opened = await decryptFile({
    source: locked.value.path,
    folder: place.root,
    fileName: 'mo.zip',
    keys: opening,
  });
  if (!opened.ok) throw new Error(opened.error.message);
  expect(readFileSync(opened.value.path).equals(readFileSync(plain.value.path))).toBe(true);
});

test('with a password; a taken name gets its number before the whole ending; cancelled: nothing left', async () => {
  const input = { ...sampleInput(place), lock: { passphrase: 'năm chữ rời nhau' } };
  const first = await writeBundle(input);
  const second = await writeBundle(input);
  if (!first.ok || !second.ok) throw new Error('not written');
  expect(second.value.fileName).toBe(input.fileName.replace('.zip', '-2.zip.age'));
  expect(await verifyBundle(second.value.path, { keys: { passphrase: 'năm chữ rời nhau' } })).toMatchObject({
    ok: true,
  });
  expect(await verifyBundle(second.value.path, { keys: { passphrase: 'khác' } })).toMatchObject({
    ok: false,
    errors: [{ code: 'sai-mat-khau' }],
  });
  const before = readdirSync(place.out);
  expect(await writeBundle(input, undefined, () => true)).toMatchObject({ ok: false, error: { code: 'da-huy' } });
  expect(readdirSync(place.out)).toEqual(before);
});

test('a damaged encrypted bundle is refused, and receiving leaves nothing', async () => {
  const { input } = largeInput();
  const keys = await createEncryptionKeys();
  const locked = await writeBundle({ ...input, lock: { recipients: [keys.recipient] } });
  if (!locked.ok) throw new Error(locked.error.message);
  const bytes = readFileSync(locked.value.path);
  const path = join(place.root, 'hong.age');
  for (const at of [bytes.length - 1, Math.floor(bytes.length / 2), 400]) {
    const flipped = Buffer.from(bytes);
    flipped[at] = (flipped[at] ?? 0) ^ 4;
    writeFileSync(path, flipped);
    const got = await readBundle({ path, stagingFolder: place.staging, keys: { identities: [keys.identity] } });
    expect(got).toMatchObject({ ok: false, bundle: null });
    expect(got.errors.map(({ code }) => code)).toContain('ma-hoa-hong');
    expect(readdirSync(place.staging)).toEqual([]);
  }
  expect(Object.keys(sampleFiles)).toHaveLength(2);
});
