/** SPEC BN11, BN24, BN50 to BN52: a bundle packed again by others, and received. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, test } from 'vitest';
import { readBundle } from '../../../electron/bundles/read-bundle.ts';
import { verifyBundle } from '../../../electron/bundles/verify.ts';
import { canonicalJson } from '../../../shared/bundle/canonical.ts';
import { needs, type ToolName } from '../../support/needs.ts';
import {
  sampleCard,
  sampleData,
  sampleFiles,
  sampleInput,
  sampleSigner,
  sha256Of,
  type Workplace,
} from './bundle-sample.ts';
import { workplaceOfTest, written } from './write-sample.ts';

let place: Workplace;
beforeEach(() => {
  place = workplaceOfTest();
});

describe('carried on by others', () => {
  const unpacked = async (): Promise<{ digest: string; folder: string }> => {
    const bundle = await written(sampleInput(place));
    const folder = join(place.root, 'mở ra');
    mkdirSync(folder);
    execFileSync('python3', [
      '-c',
      'import sys,zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])',
      bundle.path,
      folder,
    ]);
    return { digest: bundle.contentDigest, folder };
  };

  const packers: [string, ToolName, string, string[]][] = [
    ['zip, deflated', 'zip', 'zip', ['-qr']],
    ['zip, stored', 'zip', 'zip', ['-0qr']],
    ['zip, streamed with descriptors', 'zip', 'sh', ['-c', 'zip -qr - "$2" > "$1"', 'sh']],
    ['7z', '7z', '7z', ['a', '-bd', '-tzip']],
    ['python3', 'python3', 'python3', ['-m', 'zipfile', '-c']],
  ];
  for (const [name, packer, tool, options] of packers) {
    const needed = needs('python3', packer);
    test.skipIf(needed.absent)(`BN24: packed again with ${name}: the same bundle ${needed.words}`, async () => {
      const { digest, folder } = await unpacked();
      const again = join(place.root, 'lại.zip');
      execFileSync(tool, [...options, again, readdirSync(folder)[0] ?? ''], { cwd: folder });
      const read = await readBundle({ path: again, stagingFolder: place.staging });
      expect(read.errors).toEqual([]);
      expect(read.bundle?.contentDigest).toBe(digest);
    });
  }

  const python = needs('python3');
  test.skipIf(python.absent)(`BN11: unpacked into a folder ${python.words}`, async () => {
    const { digest, folder } = await unpacked();
    const path = join(folder, readdirSync(folder)[0] ?? '');
    expect(await verifyBundle(path)).toMatchObject({ ok: true, signedBy: sampleSigner });
    const read = await readBundle({ path, stagingFolder: place.staging });
    expect(read.bundle?.contentDigest).toBe(digest);
  });

  test('a bundle of version 1.0 stays readable for ever', async () => {
    const path = fileURLToPath(new URL('./vectors/goi-1.0.zip', import.meta.url));
    const read = await readBundle({ path, stagingFolder: place.staging });
    expect(read.signedBy).toEqual(sampleSigner);
    expect(read.bundle?.contentDigest).toBe('5880cc8df28795df6cb1e7dec7982de5cd48a9d49d3a49341ce23388a81fe54c');
    expect(read.bundle?.data.rows).toHaveLength(2);
  });

  test.each([
    ['thu-hoi', 'recall', '2dcbd4bb781c86c07b8523c64cf92abc22e9f4687adea9be3ff00c93eaddba4e'],
    ['tra-loi', 'verdict', 'cc4bd31a8edce620613fc1c9b392420a1280a408207ffb9fb7563599b7f68509'],
    ['ke-hoach', 'plan', 'ac14d94191be16630d52c3f90a44f5c0384b6aac92a44d5eb6e4348c65787470'],
  ])('so does every kind of version 1.0: %s', async (name, kind, contentDigest) => {
    const path = fileURLToPath(new URL(`./vectors/${name}-1.0.zip`, import.meta.url));
    const read = await readBundle({ path, stagingFolder: place.staging });
    expect(read).toMatchObject({ ok: true, signedBy: sampleSigner, bundle: { kind, contentDigest } });
  });

  test('and a locked one, with the key of SPEC.md', async () => {
    const path = fileURLToPath(new URL('./vectors/goi-1.0.zip.age', import.meta.url));
    const identity = 'AGE-SECRET-KEY-1QYQSZQGPQYQSZQGPQYQSZQGPQYQSZQGPQYQSZQGPQYQSZQGPQYQSZ9K4CN';
    const read = await readBundle({ path, stagingFolder: place.staging, keys: { identities: [identity] } });
    expect(read.bundle?.contentDigest).toBe('5880cc8df28795df6cb1e7dec7982de5cd48a9d49d3a49341ce23388a81fe54c');
  });
});

describe('receiving', () => {
  test('BN51: data, and the evidence under its digests, nothing else', async () => {
    const bundle = await written(sampleInput(place));
    const read = await readBundle({ path: bundle.path, stagingFolder: place.staging });
    expect(read).toMatchObject({ ok: true, complete: true, valid: true, signedBy: sampleSigner, errors: [] });
    expect(read.bundle).toMatchObject({
      data: sampleData(),
      card: sampleCard,
      newerMinor: false,
      contentDigest: bundle.contentDigest,
    });
    expect(read.bundle?.text).toBe(canonicalJson(sampleData()));
    const digests = [...Object.values(sampleFiles), sampleInput(place).documents[0]!.content].map(sha256Of).sort();
    expect(readdirSync(place.staging).sort()).toEqual(digests);
    for (const { sha256, staged, bytes } of read.bundle?.files ?? []) {
      expect(staged).toBe(join(place.staging, sha256));
      expect(sha256Of(readFileSync(staged ?? ''))).toBe(sha256);
      expect(readFileSync(staged ?? '')).toHaveLength(bytes);
    }
  });

  test('digests that are known already are not copied again', async () => {
    const bundle = await written(sampleInput(place));
    const known = sha256Of(sampleFiles['Ảnh họp thôn.jpg']);
    const read = await readBundle({ path: bundle.path, stagingFolder: place.staging, knownDigests: [known] });
    expect(read.bundle?.files.find(({ sha256 }) => sha256 === known)?.staged).toBeNull();
    expect(readdirSync(place.staging)).toHaveLength(2);
  });

  test('one content under two names is staged once', async () => {
    const input = sampleInput(place);
    const [first, second] = input.files as [(typeof input.files)[0], (typeof input.files)[0]];
    Object.assign(input.data.evidence[1]!, { sha256: first.sha256, bytes: first.bytes });
    Object.assign(second, { source: first.source, sha256: first.sha256, bytes: first.bytes });
    const bundle = await written(input);
    const read = await readBundle({ path: bundle.path, stagingFolder: place.staging });
    expect(new Set(read.bundle?.files.map(({ staged }) => staged)).size).toBe(2);
    expect(read.bundle?.files).toHaveLength(3);
  });

  test('BN51: a cancel at any moment leaves the staging folder empty', async () => {
    const { path } = await written(sampleInput(place));
    for (let after = 0; after < 60; after++) {
      let asked = 0;
      const read = await readBundle({ path, stagingFolder: place.staging }, undefined, () => asked++ >= after);
      if (read.ok) {
        expect(after).toBeGreaterThan(10);
        return;
      }
      expect(read.errors.map(({ code }) => code)).toEqual(['da-huy']);
      expect(readdirSync(place.staging)).toEqual([]);
    }
    throw new Error('never finished');
  });

  test('BN50: checking writes nothing', async () => {
    const { path } = await written(sampleInput(place));
    const copy = join(place.root, 'chỉ đọc.zip');
    copyFileSync(path, copy);
    const before = readdirSync(place.root).sort();
    await verifyBundle(copy);
    expect(readdirSync(place.root).sort()).toEqual(before);
  });
});
