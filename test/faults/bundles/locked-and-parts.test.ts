/** SPEC BN42 to BN47, BN66, BN103, BN105 for locked bundles and for parts: every file call fails in turn; killed, cut, exchanged. */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { decryptFile, encryptFile } from '../../../electron/bundles/encryption/encrypt-file.ts';
import { createEncryptionKeys, type EncryptionKeys } from '../../../electron/bundles/encryption/locks.ts';
import { joinFiles } from '../../../electron/bundles/parts/join-files.ts';
import { splitFile } from '../../../electron/bundles/parts/split-file.ts';
import { readBundle } from '../../../electron/bundles/read-bundle.ts';
import { verifyBundle } from '../../../electron/bundles/verify.ts';
import { writeBundle } from '../../../electron/bundles/write-bundle.ts';
import { makeWorkplace, sampleInput, sampleKeys, type Workplace } from '../../unit/bundles/bundle-sample.ts';
import { failingDisk, sweep } from './failing-disk.ts';

let place: Workplace;
let keys: EncryptionKeys;
beforeAll(async () => {
  keys = await createEncryptionKeys();
});
beforeEach(() => {
  place = makeWorkplace();
});
afterEach(() => place.remove());

const noWait = async () => undefined;
const finished = (folder: string) => readdirSync(folder).filter((name) => !name.endsWith('.dang-ghi'));
const clear = (folder: string) => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
};
const inWords = (problem: { message: string }) => expect(problem.message).toMatch(/^\p{Lu}.*\.$/u);
const codes = ['ENOSPC', 'EIO', 'EACCES', 'EBUSY', 'ENOENT'];

describe('a locked bundle', () => {
  const lock = () => ({ recipients: [keys.recipient] });

  test.each(codes)('%s at every call on the target: nothing with the final name but a good bundle', async (code) => {
    const concerns = (path: string) => path.startsWith(place.out);
    for (const forEver of [false, true])
      await sweep(async (at) => {
        const failing = failingDisk({ at, code, forEver, concerns });
        const input = { ...sampleInput(place), lock: lock() };
        const answer = await writeBundle(input, undefined, undefined, { disk: failing.disk, wait: noWait });
        if (!answer.ok) inWords(answer.error);
        if (!answer.ok && !forEver) expect(finished(place.out)).toEqual([]);
        for (const name of finished(place.out))
          expect(await verifyBundle(join(place.out, name), { keys: { identities: [keys.identity] } })).toMatchObject({
            ok: true,
          });
        expect(failing.open()).toBe(0);
        clear(place.out);
        return failing;
      });
  });

  test.each(['EIO', 'ENOENT'])('%s at every call while receiving: refused in words, nothing staged', async (code) => {
    const written = await writeBundle({ ...sampleInput(place), lock: lock() });
    if (!written.ok) throw new Error(written.error.message);
    const { path } = written.value;
    await sweep(async (at) => {
      const failing = failingDisk({ at, code, concerns: (concerned) => concerned === path });
      const input = { path, stagingFolder: place.staging, keys: { identities: [keys.identity] } };
      const got = await readBundle(input, undefined, undefined, failing.disk);
      if (!got.ok) {
        for (const found of got.errors) inWords(found);
        expect(readdirSync(place.staging)).toEqual([]);
      }
      expect(failing.open()).toBe(0);
      clear(place.staging);
      return failing;
    });
  });

  test('FC13: many wrong passwords in a row, then the right one; nothing of the content before it', async () => {
    const input = { ...sampleInput(place), lock: { passphrase: 'thứ hai, bốn ngựa' } };
    const written = await writeBundle(input);
    if (!written.ok) throw new Error(written.error.message);
    const attempt = (passphrase: string) =>
      readBundle({ path: written.value.path, stagingFolder: place.staging, keys: { passphrase } });
    for (const wrong of ['thứ hai, bốn ngựa ', 'Thứ hai, bốn ngựa', 'thu hai, bon ngua']) {
      expect(await attempt(wrong)).toMatchObject({ ok: false, errors: [{ code: 'sai-mat-khau' }], signedBy: null });
      expect(readdirSync(place.staging)).toEqual([]);
    }
    expect(await attempt('thứ hai, bốn ngựa')).toMatchObject({ ok: true });
  });
});

describe('any file encrypted and back', () => {
  test.each(codes)('%s at every call: nothing left, both ways', async (code) => {
    const source = join(place.root, 'ro.bin');
    writeFileSync(source, randomBytes(150_000));
    const concerns = (path: string) => path.startsWith(place.out);
    const tools = { wait: noWait };
    await sweep(async (at) => {
      const failing = failingDisk({ at, code, concerns });
      const given = { source, folder: place.out, fileName: 'khoa.age', lock: { recipients: [keys.recipient] } };
      const answer = await encryptFile(given, undefined, undefined, { ...tools, disk: failing.disk });
      if (!answer.ok) {
        inWords(answer.error);
        expect(finished(place.out)).toEqual([]);
      }
      expect(failing.open()).toBe(0);
      clear(place.out);
      return failing;
    });
    const locked = await encryptFile({
      source,
      folder: place.root,
      fileName: 'khoa.age',
      lock: { recipients: [keys.recipient] },
    });
    if (!locked.ok) throw new Error(locked.error.message);
    await sweep(async (at) => {
      const failing = failingDisk({ at, code, concerns });
      const given = {
        source: locked.value.path,
        folder: place.out,
        fileName: 'ro.bin',
        keys: { identities: [keys.identity] },
      };
      const answer = await decryptFile(given, undefined, undefined, { ...tools, disk: failing.disk });
      if (answer.ok) expect(readFileSync(answer.value.path).equals(readFileSync(source))).toBe(true);
      else {
        inWords(answer.error);
        expect(finished(place.out)).toEqual([]);
      }
      clear(place.out);
      return failing;
    });
  });
});

describe('parts', () => {
  const content = randomBytes(60_000);
  const source = () => {
    const path = join(place.root, 'goi.zip.age');
    writeFileSync(path, content);
    return path;
  };

  test.each(codes)('%s at every call while cutting: all parts or none', async (code) => {
    const path = source();
    await sweep(async (at) => {
      const failing = failingDisk({ at, code, concerns: (concerned) => concerned.startsWith(place.out) });
      const tools = { disk: failing.disk, wait: noWait };
      const answer = await splitFile({ source: path, folder: place.out, limit: 30_000 }, undefined, undefined, tools);
      if (answer.ok) expect(finished(place.out)).toHaveLength(3);
      else {
        inWords(answer.error);
        expect(finished(place.out)).toEqual([]);
      }
      expect(failing.open()).toBe(0);
      clear(place.out);
      return failing;
    });
    expect(readFileSync(path).equals(content)).toBe(true);
  });

  test.each(codes)('%s at every call while joining: the whole file or none, the parts unharmed', async (code) => {
    const cut = await splitFile({ source: source(), folder: place.out, limit: 30_000 });
    if (!cut.ok) throw new Error(cut.error.message);
    const paths = cut.value.parts.map(({ path }) => path);
    await sweep(async (at) => {
      const failing = failingDisk({ at, code });
      const tools = { disk: failing.disk, wait: noWait };
      const { sets, refused } = await joinFiles({ paths, folder: place.staging }, undefined, undefined, tools);
      for (const { problem } of [...sets, ...refused]) if (problem) inWords(problem);
      for (const { joined } of sets)
        if (joined) expect(readFileSync(joined.path).equals(content)).toBe(true);
        else expect(finished(place.staging)).toEqual([]);
      expect(failing.open()).toBe(0);
      clear(place.staging);
      return failing;
    });
    expect(finished(place.out)).toHaveLength(3);
  });

  test('BN46: what a killed run left is gone after the next one, and nothing else', async () => {
    const [old, young, foreign] = [
      '.a.goi.0123456789ab.dang-ghi',
      '.b.goi.0123456789ab.dang-ghi',
      'của người khác.dang-ghi',
    ];
    for (const name of [old, young, foreign]) writeFileSync(join(place.out, name as string), 'x');
    const hoursAgo = new Date(Date.now() - 2 * 3_600_000);
    for (const name of [old, foreign]) utimesSync(join(place.out, name as string), hoursAgo, hoursAgo);
    const cut = await splitFile({ source: source(), folder: place.out, limit: 30_000 });
    expect(cut.ok).toBe(true);
    const left = readdirSync(place.out).filter((name) => name.endsWith('.dang-ghi'));
    expect(left.sort()).toEqual([young, foreign].sort());
  });

  test('FC14, FC3: every part cut or flipped at seeded places is refused by itself, with its name', async () => {
    const cut = await splitFile({ source: source(), folder: place.out, limit: 30_000 });
    if (!cut.ok) throw new Error(cut.error.message);
    const paths = cut.value.parts.map(({ path }) => path);
    for (let seed = 1; seed <= 60; seed++) {
      const victim = paths[seed % 3] as string;
      const good = readFileSync(victim);
      const at = (seed * 7919) % good.length;
      const bad = Buffer.from(good);
      bad[at] = (bad[at] ?? 0) ^ (1 << (seed % 8));
      writeFileSync(victim, seed % 2 ? bad : good.subarray(0, at));
      const { sets, refused } = await joinFiles({ paths, folder: place.staging });
      expect(refused.map(({ path }) => path)).toEqual([victim]);
      expect(sets[0]?.set.missing).toEqual([(seed % 3) + 1]);
      expect(readdirSync(place.staging)).toEqual([]);
      writeFileSync(victim, good);
    }
  });
});

describe('FD13, FD14', () => {
  test('FD13: one bad bundle among thirty: 29 received, 1 named', async () => {
    const good = await writeBundle(sampleInput(place));
    if (!good.ok) throw new Error(good.error.message);
    const bytes = readFileSync(good.value.path);
    const answers = [];
    for (let number = 0; number < 30; number++) {
      const path = join(place.root, `goi-${number}.zip`);
      writeFileSync(path, number === 17 ? bytes.subarray(0, -200) : bytes);
      answers.push(await readBundle({ path, stagingFolder: place.staging }));
      clear(place.staging);
    }
    expect(answers.filter(({ ok }) => ok)).toHaveLength(29);
    expect(answers[17]).toMatchObject({ ok: false, errors: [{ code: 'zip-cut' }] });
  });

  test('FD14: an empty window: no tasks, no proof, no Word file', async () => {
    const input = sampleInput(place);
    Object.assign(input.data, { rows: [], evidence: [] });
    input.data.plan.areas = [];
    Object.assign(input.data.report, { docx: null, sections: [] });
    const written = await writeBundle({ ...input, files: [], documents: [] });
    if (!written.ok) throw new Error(written.error.message);
    const got = await readBundle({ path: written.value.path, stagingFolder: place.staging });
    expect(got).toMatchObject({ ok: true, bundle: { kind: 'report', files: [] } });
  });

  test('cli verify says what an encrypted bundle is, in one line of JSON', async () => {
    const written = await writeBundle({ ...sampleInput(place), lock: { recipients: [keys.recipient] } });
    if (!written.ok) throw new Error(written.error.message);
    const cli = fileURLToPath(new URL('../../../electron/cli.ts', import.meta.url));
    const verify = (...more: string[]) => {
      const { stdout, status } = spawnSync(process.execPath, [cli, 'verify', written.value.path, '--json', ...more], {
        encoding: 'utf8',
      });
      return { status, ...JSON.parse(stdout) };
    };
    expect(verify()).toMatchObject({
      status: 1,
      ok: false,
      complete: false,
      valid: false,
      signedBy: null,
      errors: [{ code: 'khoa-cua-noi-khac' }],
    });
    const folder = join(place.root, 'du-lieu', 'khoa-ky');
    mkdirSync(folder, { recursive: true });
    const identity = { installationId: 'may-1', keys: sampleKeys, encryption: keys };
    writeFileSync(join(folder, 'may-nay.json'), JSON.stringify(identity));
    expect(verify('--data', join(place.root, 'du-lieu'))).toMatchObject({ status: 0, ok: true, errors: [] });
  });
});
