/** SPEC BN50 to BN53: the bundle or the staging disk fails at every step, or the bundle changes while it is read. */
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Disk, nodeDisk } from '../../../electron/bundles/files/disk.ts';
import { readBundle } from '../../../electron/bundles/read-bundle.ts';
import { verifyBundle } from '../../../electron/bundles/verify.ts';
import { writeBundle } from '../../../electron/bundles/write-bundle.ts';
import { makeWorkplace, sampleInput, sha256Of, type Workplace } from '../../unit/bundles/bundle-sample.ts';
import { failingDisk, sweep } from './failing-disk.ts';

let place: Workplace;
let path: string;
beforeEach(async () => {
  place = makeWorkplace();
  const written = await writeBundle(sampleInput(place));
  if (!written.ok) throw new Error(written.error.message);
  path = written.value.path;
});
afterEach(() => place.remove());

const receive = (disk?: Disk) => readBundle({ path, stagingFolder: place.staging }, undefined, undefined, disk);

function clear(): void {
  for (const name of readdirSync(place.staging)) nodeDisk.unlinkSync(join(place.staging, name));
}

test.each([
  ['ENOSPC', 'dia-day'],
  ['EIO', 'khong-ghi-tam'],
  ['EACCES', 'khong-ghi-tam'],
])(
  'BN51: %s on any call in the staging folder: an answer, the folder empty, the next try works',
  async (code, answerCode) => {
    await sweep(async (at) => {
      const failing = failingDisk({ at, code, concerns: (name) => name.startsWith(place.staging) });
      const read = await receive(failing.disk);
      if (!read.ok) {
        expect(read.errors.map((error) => error.code)).toEqual([answerCode]);
        expect(readdirSync(place.staging)).toEqual([]);
      }
      expect(failing.open()).toBe(0);
      clear();
      return failing;
    });
    expect((await receive()).ok).toBe(true);
  },
);

test.each(['EIO', 'ENOENT', 'EACCES'])(
  'BN50, BN51: %s on any call on the bundle (stick pulled out): an answer, nothing staged',
  async (code) => {
    const bytes = readFileSync(path);
    await sweep(async (at) => {
      const failing = failingDisk({ at, code, forEver: true, concerns: (name) => name === path });
      const read = await receive(failing.disk);
      if (!read.ok) {
        expect(read.errors[0]?.message).toMatch(/^\p{Lu}.*\.$/u);
        expect(readdirSync(place.staging)).toEqual([]);
        expect(await verifyBundle(path, { disk: failing.disk })).toMatchObject({ ok: false });
      }
      expect(failing.open()).toBe(0);
      clear();
      return failing;
    });
    expect(readFileSync(path).equals(bytes)).toBe(true);
  },
);

test('the staging folder is gone or too small', async () => {
  const gone = await readBundle({ path, stagingFolder: join(place.root, 'không có') });
  expect(gone.errors.map(({ code }) => code)).toEqual(['khong-ghi-tam']);
  const full = { ...nodeDisk, statfsSync: (() => ({ blocks: 9, bavail: 0, bsize: 512, type: 0 })) as never };
  expect((await receive(full)).errors.map(({ code }) => code)).toEqual(['dia-day']);
  expect(readdirSync(place.staging)).toEqual([]);
});

test('FC19, BN52: another program writes into the bundle while it is read: refused, or staged as it was sealed', async () => {
  const good = readFileSync(path);
  const original = join(place.root, 'gốc.zip');
  copyFileSync(path, original);
  let refused = 0;
  for (let at = 0; ; at++) {
    copyFileSync(original, path);
    let reads = 0;
    const readSync = ((...given: Parameters<typeof nodeDisk.readSync>) => {
      if (reads++ === at)
        writeFileSync(
          path,
          Buffer.from(good.map((byte, index) => (index > 30 && index < good.length - 400 ? byte ^ 1 : byte))),
        );
      return nodeDisk.readSync(...given);
    }) as typeof nodeDisk.readSync;
    const read = await receive({ ...nodeDisk, readSync });
    if (!read.ok) {
      refused++;
      expect(readdirSync(place.staging)).toEqual([]);
    }
    for (const name of readdirSync(place.staging)) expect(sha256Of(readFileSync(join(place.staging, name)))).toBe(name);
    clear();
    if (reads <= at) break;
  }
  expect(refused).toBeGreaterThan(10);
});
