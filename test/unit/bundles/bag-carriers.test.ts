/** SPEC BN11, BN13: what only a folder or only a zip can show, and what is no bag at all. */
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyBundle } from '../../../electron/bundles/verify.ts';
import { makeWorkplace, type Workplace } from './bundle-sample.ts';
import { change, handBag, placeFolder, placeZip } from './hand-bag.ts';
import { handZip } from './hand-zip.ts';

let place: Workplace;
beforeAll(() => {
  place = makeWorkplace();
});
afterAll(() => place.remove());

const oneFile = { 'data/a.txt': 'một\n' };

describe('what only one way of carrying a bag can show', () => {
  const onWindows = process.platform === 'win32';

  test.skipIf(onWindows)('BN13: a symbolic link in a folder is never followed (needs POSIX)', async () => {
    const folder = placeFolder(handBag({ payload: oneFile }), join(place.root, 'linked'));
    writeFileSync(join(place.root, 'outside.txt'), 'một\n');
    rmSync(join(folder, 'data', 'a.txt'));
    symlinkSync(join(place.root, 'outside.txt'), join(folder, 'data', 'a.txt'));
    const seen = await verifyBundle(folder);
    expect(seen).toMatchObject({ ok: false, complete: false });
    expect(seen.errors.map(({ code }) => code)).toContain('bag-lien-ket');
  });

  test('2.1.2: an empty folder is no fault', async () => {
    const folder = placeFolder(handBag(), join(place.root, 'empty-folder'));
    mkdirSync(join(folder, 'data', 'trống'));
    expect(await verifyBundle(folder)).toMatchObject({ ok: true });
  });

  test.skipIf(onWindows)(
    '2.1.3: a file name with a line end is found under its encoded name (needs POSIX)',
    async () => {
      const bag = handBag({
        payload: { 'data/a\nb\r.txt': 'x' },
        written: (path) => path.replace('\n', '%0a').replace('\r', '%0D'),
      });
      expect(await verifyBundle(placeFolder(bag, join(place.root, 'line-end')))).toMatchObject({ ok: true });
    },
  );

  test("BN11: macOS's folder in a zip is ignored, another file beside the bag is refused", async () => {
    const entries = [...handBag()].map(([path, content]) => ({ name: `goi/${path}`, content }));
    const file = join(place.root, 'mac.zip');
    writeFileSync(file, handZip([...entries, { name: '__MACOSX/goi/._a', content: 'x' }]));
    expect(await verifyBundle(file)).toMatchObject({ ok: true });
    writeFileSync(file, handZip([...entries, { name: 'khác.txt', content: 'x' }]));
    expect(await verifyBundle(file)).toMatchObject({ ok: false });
  });

  test('a place that is not there, a text file, an empty folder: told apart, never thrown', async () => {
    const text = join(place.root, 'thư.txt');
    writeFileSync(text, 'không phải gói');
    const empty = join(place.root, 'trống');
    mkdirSync(empty);
    const codes = await Promise.all(
      [join(place.root, 'không có'), text, empty].map(async (path) => (await verifyBundle(path)).errors[0]?.code),
    );
    expect(codes).toEqual(['khong-co-tep', 'zip-cut', 'bag-khai-bao']);
  });

  test('a cancel is an answer of its own', async () => {
    const seen = await verifyBundle(placeFolder(handBag(), join(place.root, 'bag')), { isCancelled: () => true });
    expect(seen.errors.map(({ code }) => code)).toEqual(['da-huy']);
  });

  test('thousands of findings are kept short', async () => {
    const payload = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`data/${index}`, 'x']));
    const bag = change(handBag({ payload }), 'manifest-sha256.txt', () => '');
    const seen = await verifyBundle(placeZip(bag, join(place.root, 'many.zip')));
    expect(seen.errors).toHaveLength(201);
    expect(seen.errors.at(-1)).toMatchObject({ code: 'con-nua', path: '2800' });
  });
});
