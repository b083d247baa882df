/** What goes in comes out: canonical JSON, zip entries, names, whole bundles. Fixed seeds. */
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openArchive } from '../../../electron/bundles/archive-reader.ts';
import { archiveBytes, startArchive } from '../../../electron/bundles/archive-writer.ts';
import { dosTime } from '../../../electron/bundles/files/archive-format.ts';
import { nodeDisk } from '../../../electron/bundles/files/disk.ts';
import { readBundle } from '../../../electron/bundles/read-bundle.ts';
import { decodePath, encodePath } from '../../../electron/bundles/tag-files.ts';
import { writeBundle } from '../../../electron/bundles/write-bundle.ts';
import { canonicalJson, parseCanonicalJson } from '../../../shared/bundle/canonical.ts';
import { plainText } from '../../../shared/bundle/manifest-v1.ts';
import { leavesBundle, pathFault, readableFileName } from '../../../shared/bundle/paths.ts';
import { makeWorkplace, sampleData, sampleInput, sha256Of, type Workplace } from '../../unit/bundles/bundle-sample.ts';

let place: Workplace;
beforeAll(() => {
  place = makeWorkplace();
});
afterAll(() => place.remove());

const seed = (value: number, numRuns: number) => ({ seed: value, numRuns });
const wellFormed = fc.string({ unit: 'binary' });

test('BN30: a JSON value has one canonical text, which reads back as the value', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' }), (value) => {
      fc.pre(!JSON.stringify(value).includes('"__proto__"'));
      const text = canonicalJson(value);
      const read = parseCanonicalJson(text);
      expect(read.ok && canonicalJson(read.value)).toBe(text);
      expect(parseCanonicalJson(` ${text}`).ok).toBe(false);
      if (text !== JSON.stringify(value)) expect(parseCanonicalJson(JSON.stringify(value)).ok).toBe(false);
    }),
    seed(3, 500),
  );
});

test('BN5: a readable name is safe, ASCII, and new each time, whatever people call their files', () => {
  fc.assert(
    fc.property(fc.array(wellFormed, { maxLength: 12 }), (names) => {
      const taken = new Set<string>();
      const made = names.map((name) => readableFileName(name, taken));
      expect(new Set(made.map((name) => name.toLowerCase())).size).toBe(names.length);
      for (const name of made) {
        expect(name).toMatch(/^[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)?$/);
        expect(pathFault(name)).toBeNull();
      }
    }),
    seed(5, 300),
  );
});

test('BN13: manifest paths survive encoding, and a path that may leave is always seen', () => {
  fc.assert(
    fc.property(wellFormed, (path) => {
      expect(decodePath(encodePath(path))).toBe(path);
      expect(encodePath(path)).not.toMatch(/[\r\n]/);
    }),
    seed(8, 500),
  );
  const parts = fc.array(fc.constantFrom('..', '.', '', 'a', '~', 'C:', 'b\\c'), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(parts, (some) => {
      const bad =
        some.some((part) => ['..', '.', ''].includes(part) || part.includes('\\')) ||
        ['~', 'C:'].includes(some[0] ?? '');
      expect(leavesBundle(some.join('/'))).toBe(bad);
    }),
    seed(9, 300),
  );
});

test('BN34: any text becomes acceptable, once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), wellFormed, (some, other) => {
      const text = plainText(some + other);
      expect(plainText(text)).toBe(text);
    }),
    seed(6, 300),
  );
});

test('BN4: any files go through the zip unchanged, in every form', async () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((text) => pathFault(text) === null);
  const files = fc.uniqueArray(fc.tuple(name, fc.uint8Array({ maxLength: 3000 })), {
    maxLength: 8,
    selector: ([text]) => text.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC'),
  });
  const limits = fc.record({
    size: fc.integer({ min: 1, max: 4000 }),
    offset: fc.integer({ min: 1, max: 9000 }),
    count: fc.integer({ min: 1, max: 9 }),
  });
  await fc.assert(
    fc.asyncProperty(files, limits, async (entries, zip64From) => {
      const file = join(place.root, 'any.zip');
      const fd = openSync(file, 'w');
      const archive = startArchive(nodeDisk, fd, { modified: dosTime('2024-02-29', '23:59'), zip64From });
      for (const [path, content] of entries) await archive.addBytes(path, content);
      const size = archive.finish();
      closeSync(fd);
      expect(size).toBe(
        archiveBytes(
          entries.map(([path, { length }]) => ({ name: path, bytes: length })),
          zip64From,
        ),
      );
      const opened = openArchive(nodeDisk, file, 'any.zip');
      if (!opened.ok) throw new Error(`${opened.error.code} ${opened.error.path}`);
      for (const [index, entry] of opened.value.entries.entries()) {
        const chunks: Buffer[] = [];
        expect(await opened.value.read(entry, (chunk) => chunks.push(Buffer.from(chunk)))).toEqual({
          ok: true,
          value: null,
        });
        expect(entry.name).toBe(entries[index]?.[0].normalize('NFC'));
        expect(Buffer.concat(chunks).equals(entries[index]?.[1] ?? Buffer.alloc(1))).toBe(true);
      }
      opened.value.close();
    }),
    seed(11, 150),
  );
});

test('BN51: any report with any files arrives as it left', async () => {
  const texts = fc.array(wellFormed, { minLength: 4, maxLength: 4 });
  const contents = fc.array(fc.uint8Array({ maxLength: 2000 }), { minLength: 2, maxLength: 2 });
  await fc.assert(
    fc.asyncProperty(texts, contents, async ([done = '', obstacle = '', title = '', fileName = ''], blobs) => {
      const data = sampleData();
      Object.assign(data.rows[0]!, { doneText: plainText(done), obstacle: plainText(obstacle) });
      const input = sampleInput(place, data);
      for (const [index, content] of blobs.entries()) {
        const source = join(place.store, `any-${index}`);
        writeFileSync(source, content);
        const facts = { sha256: sha256Of(content), bytes: content.length };
        Object.assign(data.evidence[index]!, facts, { title: plainText(title), fileName: plainText(fileName) });
        Object.assign(input.files[index]!, facts, { source });
      }
      const written = await writeBundle(input);
      if (!written.ok) throw new Error(written.error.message);
      const read = await readBundle({ path: written.value.path, stagingFolder: place.staging });
      expect(read.bundle?.data).toEqual(data);
      for (const { evidenceId, staged } of read.bundle?.files ?? []) {
        const index = data.evidence.findIndex(({ id }) => id === evidenceId);
        if (index >= 0) expect(readFileSync(staged ?? '').equals(blobs[index]!)).toBe(true);
      }
      nodeDisk.unlinkSync(written.value.path);
    }),
    seed(13, 60),
  );
});
