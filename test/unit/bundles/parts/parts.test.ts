/** SPEC BN100 to BN105: a file cut into parts and put together again, whatever happened to the parts on the way. */
import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nodeDisk } from '../../../../electron/bundles/files/disk.ts';
import { joinFiles, sortParts } from '../../../../electron/bundles/parts/join-files.ts';
import { isPart, sha256Text } from '../../../../electron/bundles/parts/read-part.ts';
import { splitFile } from '../../../../electron/bundles/parts/split-file.ts';
import { verifyBundle } from '../../../../electron/bundles/verify.ts';
import {
  listedNumbers,
  partCount,
  partFileName,
  partHeaderText,
  readPartHeader,
  sliceOf,
} from '../../../../shared/bundle/part-header.ts';
import { makeWorkplace, sha256Of, type Workplace } from '../bundle-sample.ts';

let place: Workplace;
beforeEach(() => {
  place = makeWorkplace();
});
afterEach(() => place.remove());

const name = 'bao-cao-2024-q1-xa-a-so-7.zip.age';

async function split(content: Buffer, limit: number, fileName = name) {
  const source = join(place.root, fileName);
  writeFileSync(source, content);
  const answer = await splitFile({ source, folder: place.out, limit });
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value.parts.map(({ path }) => path);
}

const joined = async (paths: string[]) => {
  const output = await joinFiles({ paths, folder: place.staging });
  for (const { problem } of [...output.sets, ...output.refused])
    if (problem) expect(problem.message).toMatch(/^\p{Lu}.*\.$/u);
  return output;
};

const flip = (path: string, at: number): string => {
  const bytes = readFileSync(path);
  const place = at < 0 ? bytes.length + at : at;
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  return path;
};

describe('BN100 to BN102: parts', () => {
  test('no part is over the limit; names are ASCII, numbered in equal width; order does not matter', async () => {
    const content = randomBytes(300_000);
    const paths = await split(content, 70_000);
    expect(readdirSync(place.out).sort()).toEqual(
      [1, 2, 3, 4, 5].map((number) => `bao-cao-2024-q1-xa-a-so-7.phan-0${number}-cua-05.goi`),
    );
    for (const path of paths) expect(readFileSync(path).length).toBeLessThanOrEqual(70_000);
    const output = await joined([...paths].reverse());
    expect(output.refused).toEqual([]);
    expect(output.sets).toMatchObject([{ problem: null, joined: { fileName: name, bytes: content.length } }]);
    expect(readFileSync(join(place.staging, name)).equals(content)).toBe(true);
  });

  test.each([1, 4096, 65_904, 65_905, 131_808, 131_809])('%i bytes with a limit of 70,000', async (bytes) => {
    const content = randomBytes(bytes);
    const paths = await split(content, 70_000);
    expect(paths).toHaveLength(Math.ceil(bytes / 65_904));
    await joined(paths);
    expect(readFileSync(join(place.staging, name)).equals(content)).toBe(true);
  });

  test('every byte lies in exactly one slice', () => {
    for (const totalBytes of [1, 2, 10, 997, 65_536])
      for (const limit of [4097, 4099, 4200, 9000]) {
        const count = partCount(totalBytes, limit);
        if (count === null) continue;
        let end = 0;
        for (let number = 1; number <= count; number++) {
          const { offset, bytes } = sliceOf({ number, count, totalBytes });
          expect(offset).toBe(end);
          expect(bytes).toBeGreaterThan(0);
          expect(bytes).toBeLessThanOrEqual(limit - 4096);
          end += bytes;
        }
        expect(end).toBe(totalBytes);
      }
  });

  test('a limit that makes too many parts, and an empty file, are refused', async () => {
    const source = join(place.root, name);
    writeFileSync(source, randomBytes(2000));
    for (const limit of [0, 4096, 4097])
      expect(await splitFile({ source, folder: place.out, limit })).toMatchObject({ error: { code: 'chia-qua-nho' } });
    writeFileSync(source, '');
    expect(await splitFile({ source, folder: place.out, limit: 9000 })).toMatchObject({ ok: false });
    rmSync(source);
    expect(await splitFile({ source, folder: place.out, limit: 9000 })).toMatchObject({
      error: { code: 'khong-co-tep' },
    });
    expect(readdirSync(place.out)).toEqual([]);
  });

  test('numbers as they are read out', () => {
    expect([[2], [2, 4], [2, 4, 5]].map(listedNumbers)).toEqual(['2', '2 và 4', '2, 4 và 5']);
  });

  test('the vector of SPEC.md', () => {
    const content = Buffer.from('Sổ Việc');
    const part = {
      fileName: 'goi.zip',
      number: 1,
      count: 1,
      bytes: content.length,
      sha256: sha256Of(content),
      totalBytes: content.length,
      totalSha256: sha256Of(content),
    };
    const text = partHeaderText(part, sha256Text);
    expect(text).toBe(vector);
    expect(readPartHeader(text, sha256Text)).toEqual({ ok: true, value: { part, length: text.length } });
    expect(partFileName(part)).toBe('goi.phan-01-cua-01.goi');
  });
});

const vector = `so-viec/phan 1
{"bytes":11,"count":1,"fileName":"goi.zip","number":1,"sha256":"6eebfdb7d0b342dc07a373f630778baa0712f18fe4bb78ec2f8fb37207028e4b","totalBytes":11,"totalSha256":"6eebfdb7d0b342dc07a373f630778baa0712f18fe4bb78ec2f8fb37207028e4b"}
2c71ec87109f6f3bb38450d46d80f99b3186941b92c0d0ae692d1ee6e29365e3
`;

describe('BN103 to BN105: what may happen to parts', () => {
  test('renamed, from different folders, twice, with parts of another bundle and other files between', async () => {
    const [content, other] = [randomBytes(300_000), randomBytes(150_000)];
    const paths = await split(content, 70_000);
    const others = await split(other, 70_000, 'thu-khac.zip');
    const away = join(place.root, 'Zalo (1)');
    mkdirSync(away);
    const moved = paths.map((path, index) => {
      const target = join(away, `tệp không tên (${9 - index}).bin`);
      copyFileSync(path, target);
      return target;
    });
    const stranger = join(place.root, 'anh.jpg');
    writeFileSync(stranger, randomBytes(500));
    const output = await joined([...moved, paths[0]!, stranger, others[1]!, others[1]!, away]);
    expect(output.sets.map(({ set, problem }) => [set.fileName, set.have, problem?.code ?? null])).toEqual([
      [name, [1, 2, 3, 4, 5], null],
      ['thu-khac.zip', [2], 'phan-thieu'],
    ]);
    expect(output.refused.map(({ problem }) => problem.code)).toEqual(['phan-la', 'phan-la']);
    expect(readFileSync(join(place.staging, name)).equals(content)).toBe(true);
    expect(readdirSync(place.staging)).toEqual([name]);
    expect(isPart(nodeDisk, moved[0]!)).toBe(true);
    expect(isPart(nodeDisk, stranger)).toBe(false);
    expect(isPart(nodeDisk, away)).toBe(false);
    expect(await verifyBundle(moved[0]!)).toMatchObject({ ok: false, errors: [{ code: 'la-mot-phan' }] });
  });

  test('missing parts are named', async () => {
    const paths = await split(randomBytes(300_000), 70_000);
    const [one, , three, , five] = paths as [string, string, string, string, string];
    const output = await joined([five, one, three]);
    expect(output.sets[0]?.problem?.message).toBe(
      `Thiếu phần 2 và 4 của 5 (${name}). Các phần đã có vẫn nguyên. Hãy lấy thêm phần còn thiếu rồi ghép lại.`,
    );
    expect(sortParts([five]).sets[0]?.missing).toEqual([1, 2, 3, 4]);
    expect(readdirSync(place.staging)).toEqual([]);
  });

  test('a damaged part is refused by itself and named; another copy of it makes the set whole', async () => {
    const content = randomBytes(300_000);
    const paths = await split(content, 70_000);
    const good = join(place.root, 'phan-2-lan-hai.goi');
    copyFileSync(paths[1]!, good);
    flip(paths[1]!, -1);
    const bad = await joined(paths);
    expect(bad.sets[0]).toMatchObject({ joined: null, problem: { code: 'phan-thieu' }, set: { missing: [2] } });
    expect(bad.refused).toMatchObject([{ path: paths[1], problem: { code: 'phan-hong' } }]);
    expect(readdirSync(place.staging)).toEqual([]);
    const whole = await joined([...paths, good]);
    expect(whole.sets[0]).toMatchObject({ problem: null, joined: { fileName: name } });
    expect(whole.refused).toHaveLength(1);
    expect(readFileSync(join(place.staging, name)).equals(content)).toBe(true);
  });

  test('every byte of a header counts; a part that is cut or longer is refused', async () => {
    const [path] = (await split(randomBytes(100), 9000)) as [string];
    const good = readFileSync(path);
    const header = good.length - 100;
    for (let at = 0; at < header; at++) {
      writeFileSync(path, good);
      const { refused } = sortParts([flip(path, at)]);
      expect(refused[0]?.problem.code, `byte ${at}`).toBe(at < 15 ? 'phan-la' : 'phan-hong');
    }
    for (const bytes of [good.subarray(0, -1), Buffer.concat([good, Buffer.from('x')]), good.subarray(0, 40)]) {
      writeFileSync(path, bytes);
      expect(sortParts([path]).refused[0]?.problem.code).toBe('phan-hong');
    }
  });

  test('headers with a good digest but impossible values are refused', () => {
    const part = {
      fileName: 'goi.zip',
      number: 1,
      count: 2,
      bytes: 6,
      sha256: sha256Of('a'),
      totalBytes: 11,
      totalSha256: sha256Of('b'),
    };
    const read = (change: object) => readPartHeader(partHeaderText({ ...part, ...change }, sha256Text), sha256Text).ok;
    expect(read({})).toBe(true);
    expect(read({ 'về sau': 1 })).toBe(true);
    for (const change of [
      { number: 3 },
      { number: 0 },
      { bytes: 5 },
      { count: 1000, bytes: 1 },
      { totalBytes: 2 ** 40 },
      { fileName: '../goi.zip' },
      { fileName: 'CON.zip' },
      { fileName: 'a:b' },
      { sha256: 'x' },
    ])
      expect(read(change), JSON.stringify(change)).toBe(false);
  });

  test('parts whose contents were exchanged by hand never make a wrong file', async () => {
    const content = randomBytes(200_000);
    const paths = await split(content, 70_000);
    const header = (path: string) => readFileSync(path).length;
    const [first, second] = [readFileSync(paths[0]!), readFileSync(paths[1]!)];
    const length = sliceOf({ number: 1, count: 4, totalBytes: 200_000 }).bytes;
    expect(header(paths[0]!)).toBeGreaterThan(length);
    writeFileSync(paths[0]!, Buffer.concat([first.subarray(0, -length), second.subarray(-length)]));
    const output = await joined(paths);
    expect(output.sets[0]).toMatchObject({ joined: null, set: { missing: [1] } });
    expect(readdirSync(place.staging)).toEqual([]);
  });

  test('a cancel leaves nothing, neither when cutting nor when joining', async () => {
    const content = randomBytes(3_000_000);
    const paths = await split(content, 1_000_000);
    const before = readdirSync(place.out);
    for (const after of [0, 1, 2, 4, 7, 9, 12]) {
      let asked = 0;
      const cancelled = () => asked++ >= after;
      const source = join(place.root, name);
      expect((await splitFile({ source, folder: place.out, limit: 1_000_000 }, undefined, cancelled)).ok).toBe(false);
      expect(readdirSync(place.out)).toEqual(before);
      asked = 0;
      const output = await joinFiles({ paths, folder: place.staging }, undefined, cancelled);
      if (output.sets[0]?.joined) rmSync(output.sets[0].joined.path);
      else expect(output.sets[0]?.problem?.code).toBe('da-huy');
      expect(readdirSync(place.staging)).toEqual([]);
    }
  });
});
