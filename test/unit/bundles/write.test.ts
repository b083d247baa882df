/** SPEC BN40 to BN45: what writing leaves, tells and refuses. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Progress } from '../../../electron/bundles/files/progress.ts';
import { createKeys } from '../../../electron/bundles/seal.ts';
import { verifyBundle } from '../../../electron/bundles/verify.ts';
import { writeBundle } from '../../../electron/bundles/write-bundle.ts';
import { sampleCard, sampleData, sampleInput, sampleSigner, sha256Of, type Workplace } from './bundle-sample.ts';
import { workplaceOfTest, written } from './write-sample.ts';

let place: Workplace;
beforeEach(() => {
  place = workplaceOfTest();
});

describe('writing', () => {
  test('BN40 to BN45: one file with its final name, verified, the store untouched', async () => {
    const input = sampleInput(place);
    const before = readdirSync(place.store).map((name) => [name, sha256Of(readFileSync(join(place.store, name)))]);
    const bundle = await written(input);
    expect(readdirSync(place.out)).toEqual([input.fileName]);
    expect(readFileSync(bundle.path)).toHaveLength(bundle.bytes);
    expect(await verifyBundle(bundle.path)).toEqual({
      ok: true,
      complete: true,
      valid: true,
      signedBy: sampleSigner,
      errors: [],
    });
    expect(readdirSync(place.store).map((name) => [name, sha256Of(readFileSync(join(place.store, name)))])).toEqual(
      before,
    );
  });

  test('BN41: the same input gives the same bytes', async () => {
    const [one, other] = [await written(sampleInput(place)), await written(sampleInput(place))];
    expect(readFileSync(one.path).equals(readFileSync(other.path))).toBe(true);
  });

  test('BN45: a name that is taken gets a number, and the file that has it is left alone', async () => {
    const input = sampleInput(place);
    writeFileSync(join(place.out, input.fileName), 'của người khác');
    mkdirSync(join(place.out, input.fileName.replace('.zip', '-2.zip')));
    expect((await written(input)).fileName).toBe(input.fileName.replace('.zip', '-3.zip'));
    expect(readFileSync(join(place.out, input.fileName), 'utf8')).toBe('của người khác');
  });

  test('progress goes from nothing to everything in both phases', async () => {
    const input = sampleInput(place);
    const large = Buffer.alloc(40 * 1024 * 1024, 'phim');
    const proof = input.data.evidence[0]!;
    const source = join(place.store, 'large');
    writeFileSync(source, large);
    Object.assign(proof, { sha256: sha256Of(large), bytes: large.length });
    Object.assign(input.files[0]!, { source, sha256: sha256Of(large), bytes: large.length });
    const told: Progress[] = [];
    const answer = await writeBundle(input, (progress) => told.push(progress));
    expect(answer.ok).toBe(true);
    for (const phase of ['writing', 'checking']) {
      const steps = told.filter((progress) => progress.phase === phase);
      const done = steps.map(({ doneBytes }) => doneBytes);
      expect(done[0]).toBe(0);
      expect(done.at(-1)).toBe(steps[0]?.totalBytes);
      expect(done).toEqual([...done].sort((a, b) => a - b));
      expect(done.length).toBeGreaterThan(20);
    }
    expect(told.findIndex(({ phase }) => phase === 'checking')).toBe(
      told.filter(({ phase }) => phase === 'writing').length,
    );
  });

  test('FD14: no rows, no evidence, no Word file', async () => {
    const data = sampleData();
    Object.assign(data, { rows: [], evidence: [], report: { ...data.report, docx: null } });
    const bundle = await written({ ...sampleInput(place), data, files: [], documents: [] });
    expect(await verifyBundle(bundle.path)).toMatchObject({ ok: true });
  });

  test('BN44: a changed, a shortened and a missing file are reported by the name people gave', async () => {
    const input = sampleInput(place);
    const source = input.files[0]!.source;
    const original = readFileSync(source);
    const changed = Buffer.from(original);
    changed[7]! ^= 1;
    writeFileSync(source, changed);
    expect(await writeBundle(input)).toMatchObject({
      ok: false,
      error: { code: 'minh-chung-hong', path: 'Ảnh họp thôn.jpg' },
    });
    writeFileSync(source, original.subarray(1));
    expect(await writeBundle(input)).toMatchObject({
      ok: false,
      error: { code: 'minh-chung-hong', path: 'Ảnh họp thôn.jpg' },
    });
    rmSync(source);
    expect(await writeBundle(input)).toMatchObject({
      ok: false,
      error: { code: 'mat-minh-chung', path: 'Ảnh họp thôn.jpg' },
    });
    expect(readdirSync(place.out)).toEqual([]);
    writeFileSync(source, original);
    expect(await writeBundle(input)).toMatchObject({ ok: true });
  });

  test('a folder that is not there, data that are not right', async () => {
    const input = sampleInput(place);
    const gone = await writeBundle({ ...input, folder: join(place.root, 'đã rút') });
    expect(gone).toMatchObject({ ok: false, error: { code: 'khong-co-noi' } });
    const data = sampleData();
    data.rows[0]!.doneText = 'a\0b';
    expect(await writeBundle({ ...input, data })).toMatchObject({
      ok: false,
      error: { code: 'du-lieu-sai', path: 'rows.0.doneText' },
    });
    expect(readdirSync(place.out)).toEqual([]);
  });

  test('files that do not fit the data are a defect, not an answer', async () => {
    const input = sampleInput(place);
    await expect(writeBundle({ ...input, files: input.files.slice(1) })).rejects.toThrow('promise');
    await expect(writeBundle({ ...input, fileName: '../x.zip' })).rejects.toThrow('name');
    await expect(writeBundle({ ...input, keys: await createKeys() })).rejects.toThrow('key');
    await expect(writeBundle({ ...input, documents: [...input.documents, ...input.documents] })).rejects.toThrow(
      'twice',
    );
  });

  test('BN39: the page for people without the program escapes every text and can run nothing', async () => {
    const data = sampleData();
    const evil = '<script>window.__hit = 1</script>"\'&';
    data.rows[0]!.doneText = evil;
    data.evidence[0]!.title = evil;
    data.sender.unit.name = evil;
    const card = { ...sampleCard, unit: { ...sampleCard.unit, name: evil } };
    const bundle = await written({ ...sampleInput(place), data, card });
    const page = readFileSync(bundle.path).toString('utf8');
    const html = page.slice(page.indexOf('<!doctype'), page.indexOf('</html>'));
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toMatch(/<script|onerror|javascript:/);
    expect(html).toContain("default-src 'none'");
    expect(html).toContain('href="minh-chung/tep-1.jpg"');
  });
});
