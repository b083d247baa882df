/** RFC 8493 once more: what differs between a folder and a zip, line ends and encodings of every tag file, names that look alike. */
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verifyBundle } from '../../../electron/bundles/verify.ts';
import { makeWorkplace, type Workplace } from './bundle-sample.ts';
import { digestOf, type HandBag, handBag, placeFolder, placeZip } from './hand-bag.ts';

let place: Workplace;
beforeEach(() => {
  place = makeWorkplace();
});
afterEach(() => place.remove());

type Seen = 'valid' | 'complete' | 'incomplete';
async function seen(path: string): Promise<Seen> {
  const { complete, valid, ok, errors } = await verifyBundle(path);
  expect(ok).toBe(valid);
  expect(errors.length > 0).toBe(!valid);
  return valid ? 'valid' : complete ? 'complete' : 'incomplete';
}
const asFolder = (bag: HandBag) => seen(placeFolder(bag, join(place.root, 'bag')));
const asZip = (bag: HandBag, base = '') => seen(placeZip(bag, join(place.root, 'bag.zip'), base));

/** Both carriers and both places in the zip agree. */
async function everywhere(bag: HandBag): Promise<Seen> {
  const answers = [await asFolder(bag), await asZip(bag), await asZip(bag, 'thư mục/')];
  expect(new Set(answers).size).toBe(1);
  return answers[0] as Seen;
}

const version = '0.97';
const crlf = (bag: HandBag): HandBag =>
  new Map([...bag].map(([path, text]) => [path, `${text}`.replaceAll('\n', '\r\n')]));

/** Line ends changed in every tag file, digests over the changed files. */
function withLineEnds(ending: '\r\n' | '\r', bagVersion: string): HandBag {
  const tags = { 'bag-info.txt': 'Contact-Name: A\nContact-Name: B\nPayload-Oxum: 10.2\n' };
  const bag = handBag({ version: bagVersion, tags, tagManifests: [] });
  for (const [path, text] of bag) if (!path.startsWith('data/')) bag.set(path, `${text}`.replaceAll('\n', ending));
  const lines = [...bag].filter(([path]) => !path.startsWith('data/'));
  const manifest = lines.map(([path, text]) => `${digestOf('sha256', text)}  ${path}${ending}`).join('');
  return bag.set('tagmanifest-sha256.txt', manifest);
}

describe('valid wherever it lies', () => {
  test.each<[string, HandBag]>([
    ['1.0, CR LF in every tag file', withLineEnds('\r\n', '1.0')],
    ['1.0, CR in every tag file', withLineEnds('\r', '1.0')],
    ['0.97, CR LF in every tag file', withLineEnds('\r\n', version)],
    [
      'an empty payload with Payload-Oxum 0.0',
      handBag({ payload: {}, tags: { 'bag-info.txt': 'Payload-Oxum: 0.0\n' } }),
    ],
    ['an empty file', handBag({ payload: { 'data/rong.txt': '' } })],
    ['US-ASCII', handBag({ encoding: 'US-ASCII', payload: { 'data/a.txt': 'x' } })],
    ['encoding in small letters', handBag({ encoding: 'utf-8' })],
    [
      'four algorithms at once',
      handBag({ manifests: ['md5', 'sha1', 'sha256', 'sha512'], tagManifests: ['md5', 'sha512'] }),
    ],
    [
      'names in Vietnamese, far down',
      handBag({ payload: { 'data/Thôn Ngọc Quỳnh/Ảnh (1)/Biên bản & phụ lục.pdf': 'x' } }),
    ],
    [
      'an encoded name in the tag manifest',
      handBag({ tags: { 'ghi%chu.txt': 'x' }, written: (path) => path.replace('%', '%25') }),
    ],
  ])('%s', async (_, bag) => {
    expect(await everywhere(bag)).toBe('valid');
  });

  test('a line end in a name, encoded with small hexadecimal digits', async () => {
    const bag = handBag({ payload: { 'data/a\rb': 'x' }, written: (path) => path.replace('\r', '%0d') });
    expect(await asFolder(bag)).toBe('valid');
  });
});

describe('not valid wherever it lies', () => {
  test.each<[Seen, string, HandBag]>([
    ['incomplete', 'payload changed to CR LF by an editor is another payload, of other length', crlfPayload()],
    ['complete', 'only one of four algorithms disagrees', oneWrong()],
    [
      'incomplete',
      'a fetched file that is not there',
      handBag({ tags: { 'fetch.txt': 'https://x.example/b 3 data/b.txt\n' } }),
    ],
    [
      'incomplete',
      'the payload manifest is empty but files are there',
      new Map([...handBag()].map(([path, text]) => [path, path.startsWith('manifest-') ? '' : text])),
    ],
    ['incomplete', 'encoding that nobody knows', handBag({ encoding: 'X-VNI' })],
  ])('%s: %s', async (expected, _, bag) => {
    expect(await everywhere(bag)).toBe(expected);
  });
});

function crlfPayload(): HandBag {
  const bag = handBag({ tags: { 'bag-info.txt': 'Payload-Oxum: 10.2\n' } });
  return bag.set('data/a.txt', String(crlf(bag).get('data/a.txt')));
}

function oneWrong(): HandBag {
  const bag = handBag({ manifests: ['md5', 'sha1', 'sha256', 'sha512'], tagManifests: [] });
  return bag.set(
    'manifest-sha1.txt',
    String(bag.get('manifest-sha1.txt')).replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
  );
}

describe('5.2, 6.1.1: names that are one on some systems', () => {
  const twins = (one: string, other: string) => handBag({ payload: { [`data/${one}`]: '1', [`data/${other}`]: '2' } });

  test.each([
    ['by case', 'Bao-cao.docx', 'bao-cao.docx'],
    ['by composition', 'ế.txt'.normalize('NFC'), 'ế.txt'.normalize('NFD')],
  ])(
    '%s: a folder that holds both is a bag like any other; a zip is refused before it is unpacked elsewhere',
    async (_, one, other) => {
      expect(await asFolder(twins(one, other))).toBe('valid');
      const path = placeZip(twins(one, other), join(place.root, 'twins.zip'));
      expect(await verifyBundle(path)).toMatchObject({ ok: false, errors: [{ code: 'zip-trung-ten' }] });
    },
  );

  test('listed in other letters: the file is missing', async () => {
    const bag = handBag({ payload: { 'data/a.txt': 'x' }, written: (path) => path.replace('a.txt', 'A.txt') });
    expect(await everywhere(bag)).toBe('incomplete');
  });
});
