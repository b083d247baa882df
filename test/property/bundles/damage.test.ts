/** SPEC BN1 to BN26: whatever happens to the bytes of a bundle, it never passes, and checking it never throws. Fixed seeds. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyBundle } from '../../../electron/bundles/verify.ts';
import { writeBundle } from '../../../electron/bundles/write-bundle.ts';
import { makeWorkplace, sampleInput, type Workplace } from '../../unit/bundles/bundle-sample.ts';
import { handBag, placeZip } from '../../unit/bundles/hand-bag.ts';

let place: Workplace;
let good: Buffer;
let file: string;
beforeAll(async () => {
  place = makeWorkplace();
  const written = await writeBundle(sampleInput(place));
  if (!written.ok) throw new Error(written.error.message);
  good = readFileSync(written.value.path);
  file = join(place.root, 'damaged.zip');
});
afterAll(() => place.remove());

async function passes(bytes: Uint8Array): Promise<boolean> {
  writeFileSync(file, bytes);
  const seen = await verifyBundle(file);
  expect(seen.errors.length > 0).toBe(!seen.ok);
  for (const { message } of seen.errors) expect(message.length).toBeLessThan(600);
  return seen.ok;
}

const seed = (value: number, numRuns: number) => ({ seed: value, numRuns });
const place8 = fc.record({ at: fc.nat(), bit: fc.nat({ max: 7 }) });

test('the undamaged bundle passes', async () => {
  expect(await passes(good)).toBe(true);
});

test('FC2: one flipped bit anywhere', async () => {
  await fc.assert(
    fc.asyncProperty(place8, async ({ at, bit }) => {
      const bytes = Buffer.from(good);
      bytes[at % bytes.length]! ^= 1 << bit;
      return !(await passes(bytes));
    }),
    seed(20240315, 1200),
  );
});

test('one flipped bit in the last bytes, where the zip keeps its directory and end', async () => {
  await fc.assert(
    fc.asyncProperty(place8, async ({ at, bit }) => {
      const bytes = Buffer.from(good);
      bytes[bytes.length - 1 - (at % 1500)]! ^= 1 << bit;
      return !(await passes(bytes));
    }),
    seed(7, 800),
  );
});

test('FC3: cut at every percent and by 1 to 64 bytes', async () => {
  for (let percent = 0; percent < 100; percent++)
    expect(await passes(good.subarray(0, Math.floor((good.length * percent) / 100)))).toBe(false);
  for (let cut = 1; cut <= 64; cut++) expect(await passes(good.subarray(0, good.length - cut))).toBe(false);
});

test('bytes added in front, in the middle or at the end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 200 }), async (at, added) => {
      const cut = at % (good.length + 1);
      return !(await passes(Buffer.concat([good.subarray(0, cut), added, good.subarray(cut)])));
    }),
    seed(99, 300),
  );
});

test('several bytes replaced, parts swapped or left out', async () => {
  const piece = fc.record({ from: fc.nat(), length: fc.integer({ min: 1, max: 400 }), to: fc.nat() });
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 4 }), fc.boolean(), async (pieces, leaveOut) => {
      let bytes = Buffer.from(good);
      for (const { from, length, to } of pieces) {
        const start = from % bytes.length;
        const moved = Buffer.from(bytes.subarray(start, start + length));
        const rest = Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + length)]);
        const target = to % (rest.length + 1);
        bytes = leaveOut ? rest : Buffer.concat([rest.subarray(0, target), moved, rest.subarray(target)]);
      }
      return bytes.equals(good) || !(await passes(bytes));
    }),
    seed(4, 300),
  );
});

test('random bytes, also behind the beginnings of the formats', async () => {
  const beginnings = ['', 'PK\x03\x04', 'PK\x05\x06', 'PK\x05\x06'.padEnd(22, '\0'), 'BagIt-Version: 1.0\n'].map(
    (text) => Buffer.from(text, 'latin1'),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 2000 }), async (beginning, bytes) => {
      expect(await passes(Buffer.concat([beginning, bytes]))).toBe(false);
    }),
    seed(1, 500),
  );
});

test('any flipped bit in the texts of a plain bag: refused or still the same content, never thrown', async () => {
  const bag = handBag({ tags: { 'bag-info.txt': 'Payload-Oxum: 10.2\n' } });
  const names = [...bag.keys()];
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.nat(), fc.nat({ max: 7 }), async (which, at, bit) => {
      const name = names[which % names.length] ?? '';
      const damaged = new Map(bag);
      const content = Buffer.from(bag.get(name) ?? '');
      content[at % content.length]! ^= 1 << bit;
      damaged.set(name, content);
      placeZip(damaged, file);
      const seen = await verifyBundle(file);
      // The tag manifest itself is under no digest: another letter case of a digest is the same digest.
      if (name !== 'tagmanifest-sha256.txt') expect(seen.ok).toBe(false);
      expect(seen.errors.length > 0).toBe(!seen.ok);
    }),
    seed(12, 600),
  );
});
