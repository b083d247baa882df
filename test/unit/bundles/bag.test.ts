/** RFC 8493 rule by rule, and SPEC BN11 to BN17: each bag breaks (or stretches) one rule, as a folder and as a zip. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyBundle } from '../../../electron/bundles/verify.ts';
import { makeWorkplace, type Workplace } from './bundle-sample.ts';
import {
  type BagOptions,
  change,
  digestOf,
  type HandBag,
  handBag,
  manifestOf,
  placeFolder,
  placeZip,
} from './hand-bag.ts';

let place: Workplace;
beforeAll(() => {
  place = makeWorkplace();
});
afterAll(() => place.remove());

/** `valid`, `complete` or `incomplete`; the three ways of carrying a bag must agree. */
async function standing(bag: HandBag): Promise<string> {
  const seen = await Promise.all(
    [
      placeFolder(bag, join(place.root, 'bag')),
      placeZip(bag, join(place.root, 'root.zip')),
      placeZip(bag, join(place.root, 'top.zip'), 'goi/'),
    ].map((path) => verifyBundle(path)),
  );
  const words = seen.map(({ ok, complete, valid, errors, signedBy }) => {
    expect(ok).toBe(valid);
    expect(valid).toBe(errors.length === 0);
    expect(signedBy).toBeNull();
    return valid ? 'valid' : complete ? 'complete' : 'incomplete';
  });
  expect(new Set(words).size, JSON.stringify(seen)).toBe(1);
  return words[0] ?? '';
}

const older = (options: BagOptions = {}) => handBag({ version: '0.97', ...options });
const withInfo = (text: string, version = '1.0') => handBag({ version, tags: { 'bag-info.txt': text } });
const inManifest = (edit: (text: string) => string | Buffer, options: BagOptions = {}) =>
  change(handBag(options), 'manifest-sha256.txt', edit);
const oneFile = { 'data/a.txt': 'một\n' };
const digest = digestOf('sha256', 'một\n');
const without = (bag: HandBag, path: string) => {
  bag.delete(path);
  return bag;
};
const plus = (bag: HandBag, path: string, content: string) => bag.set(path, content);
const encoded = (text: string, encoding: 'latin1' | 'utf16le', mark = '') => Buffer.from(mark + text, encoding);
const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16();

describe('BN12: bags that are valid', () => {
  test.each<[string, HandBag]>([
    ['the smallest', handBag({ payload: {} })],
    ['2: only declaration, manifest and payload', handBag({ tagManifests: [] })],
    ['2.4: SHA-512', handBag({ manifests: ['sha512'], tagManifests: ['sha512'] })],
    ['2.4: MD5 and SHA-1', handBag({ manifests: ['md5', 'sha1'], tagManifests: ['md5', 'sha1'] })],
    ['2.4: SHA-224 and SHA-384', handBag({ manifests: ['sha224', 'sha384'], tagManifests: ['sha256'] })],
    ['2.1.1: lines ended by CR LF', change(handBag(), 'bagit.txt', (text) => text.replaceAll('\n', '\r\n'))],
    ['2.1.1: lines ended by CR', change(handBag(), 'bagit.txt', (text) => text.replaceAll('\n', '\r'))],
    ['2.1.1: last line not ended', change(handBag(), 'bagit.txt', (text) => text.trimEnd())],
    ['2.1.3: upper-case digests', inManifest((text) => text.replace(/^\w+/gm, (hex) => hex.toUpperCase()))],
    ['2.1.3: a tab between', inManifest((text) => text.replaceAll('  data', '\tdata'))],
    ['2.1.3: one space between', inManifest((text) => text.replaceAll('  data', ' data'))],
    ['2.1.3: many blanks between', inManifest((text) => text.replaceAll('  data', ' \t  data'))],
    ['2.1.3: manifest lines ended by CR LF', inManifest((text) => text.replaceAll('\n', '\r\n'))],
    ['2.1.3: last manifest line not ended', inManifest((text) => text.trimEnd())],
    [
      '2.1.3: an encoded percent sign',
      handBag({ payload: { 'data/100%.txt': 'x' }, written: (path) => path.replace('%', '%25') }),
    ],
    [
      '2.1.3: %2520 is the name %20',
      handBag({ payload: { 'data/a%20b': 'x' }, written: (path) => path.replace('%', '%25') }),
    ],
    ['2.1.2: a dot folder and a file without extension', handBag({ payload: { 'data/.keep': '', 'data/x': 'y' } })],
    ['2.1.2: blanks in names', handBag({ payload: { 'data/a  b c.txt': 'x' } })],
    [
      '2.1.2: a bag inside the bag',
      handBag({ payload: { 'data/bag/bagit.txt': 'x', 'data/bag/manifest-md5.txt': 'y' } }),
    ],
    ['2.1.3: two names that look alike', handBag({ payload: { 'data/~a': '1', 'data/a~': '2' } })],
    ['2.2.4: other tag files, listed or not', plus(handBag({ tags: { 'ghi-chu/doc.xml': '<x/>' } }), 'them.txt', 'x')],
    ['2.2.2: metadata', withInfo('Source-Organization: UBND xã\nContact-Name: A\nContact-Name: B\n')],
    ['2.2.2: a continued value', withInfo('External-Description: dài\n  còn nữa\n\tvà nữa\n')],
    ['2.2.2: a tab after the colon', withInfo('Label:\tgiá trị\n')],
    ['2.2.2: blanks inside a label', withInfo('Nhãn có dấu cách: x\n')],
    ['2.2.2: an empty value', withInfo('Label: \nOther:\n')],
    ['BN17, 2.2.2: right Payload-Oxum', withInfo('Payload-Oxum: 10.2\n')],
    ['2.2.2: Payload-Oxum in other letters', withInfo('payload-oxum: 10.2\n')],
    [
      'BN15, 2.2.3: fetch.txt with everything there',
      handBag({ tags: { 'fetch.txt': 'https://x.example/a - data/a.txt\n' } }),
    ],
    [
      '2.2.3: fetch.txt with the right length',
      handBag({ tags: { 'fetch.txt': 'https://x.example/a 6 data/a.txt\n' } }),
    ],
    [
      'BN14, 6.1.1: the file system decomposed the name',
      handBag({ payload: { [`data/${'ảnh'.normalize('NFD')}`]: 'x' }, written: (path) => path.normalize('NFC') }),
    ],
    [
      'BN14, 6.1.1: the manifest decomposed the name',
      handBag({ payload: { 'data/ảnh': 'x' }, written: (path) => path.normalize('NFD') }),
    ],
    ['0.93', older({ version: '0.93', tags: { 'package-info.txt': 'Payload-Oxum: 10.2\nTwice: 1\nTwice: 2\n' } })],
    ['0.94', older({ version: '0.94' })],
    ['0.95', older({ version: '0.95', manifests: ['md5'], tagManifests: ['md5'] })],
    ['0.96', older({ version: '0.96' })],
    ['0.97', older()],
    ['0.97: blanks around colons', withInfo('Label  :   giá trị  \n', '0.97')],
    [
      '0.97: blanks around the colon of the declaration',
      change(older(), 'bagit.txt', (text) => text.replaceAll(':', ' : ')),
    ],
    [
      '0.97: a payload file in one of two manifests',
      change(older({ manifests: ['sha256', 'md5'] }), 'manifest-md5.txt', (text) => text.split('\n')[0] ?? ''),
    ],
    ["0.97: md5sum's asterisk", change(older(), 'manifest-sha256.txt', (text) => text.replaceAll('  data', ' *data'))],
    ['0.97: leading ./', change(older(), 'manifest-sha256.txt', (text) => text.replaceAll('  data', '  ./data'))],
    ['0.97: a blank line', change(older(), 'manifest-sha256.txt', (text) => `${text}\n`)],
    ['0.97: a line twice', change(older(), 'manifest-sha256.txt', (text) => text + text)],
    [
      '0.97: the tag manifest does not list the manifest',
      change(older(), 'tagmanifest-sha256.txt', (text) => text.replace(/.*manifest-sha256.*\n/, '')),
    ],
    ['0.97: a percent sign as it is', older({ payload: { 'data/a%7Eb%25': 'x' } })],
    [
      '2.3: ISO-8859-1',
      change(handBag({ encoding: 'ISO-8859-1', payload: { 'data/é': 'x' } }), 'manifest-sha256.txt', (text) =>
        encoded(text, 'latin1'),
      ),
    ],
    [
      '2.3: UTF-16 with its mark',
      handBag({ encoding: 'UTF-16', tagManifests: [] }).set(
        'manifest-sha256.txt',
        encoded(
          manifestOf(handBag(), 'sha256', (path) => path.startsWith('data/')),
          'utf16le',
          '\uFEFF',
        ),
      ),
    ],
    [
      '2.3: UTF-16, big end first',
      handBag({ encoding: 'UTF-16', tagManifests: [] }).set(
        'manifest-sha256.txt',
        swapped(
          encoded(
            manifestOf(handBag(), 'sha256', (path) => path.startsWith('data/')),
            'utf16le',
            '\uFEFF',
          ),
        ),
      ),
    ],
  ])('%s', async (_, bag) => {
    expect(await standing(bag)).toBe('valid');
  });
});

describe('BN12: bags that are complete, not valid', () => {
  test.each<[string, HandBag]>([
    ['3: a payload file changed', plus(handBag(), 'data/a.txt', 'hai\n')],
    [
      '3: a payload file changed, one of two digests notices',
      change(handBag({ manifests: ['sha256', 'md5'] }), 'manifest-md5.txt', (text) =>
        text.replace(/^\w+/, '0'.repeat(32)),
      ),
    ],
    ['3: a tag file changed', plus(handBag({ tags: { 'bag-info.txt': 'A: 1\n' } }), 'bag-info.txt', 'A: 2\n')],
    [
      '3: the manifest changed',
      handBag().set(
        'manifest-sha256.txt',
        handBag()
          .get('manifest-sha256.txt')
          ?.toString()
          .toUpperCase()
          .replaceAll('DATA', 'data')
          .replaceAll('THƯ MỤC', 'thư mục')
          .replaceAll('.TXT', '.txt')
          .replaceAll('A.', 'a.')
          .replaceAll('B.', 'b.') ?? '',
      ),
    ],
    ['3: an unlisted tag file may change, a listed one not', plus(handBag({ tags: { 'x.bin': '1' } }), 'x.bin', '2')],
  ])('%s', async (_, bag) => {
    expect(await standing(bag)).toBe('complete');
  });
});

describe('BN12: bags that are not complete', () => {
  test.each<[string, HandBag]>([
    ['2.1.1: no declaration', without(handBag({ tagManifests: [] }), 'bagit.txt')],
    ['2.1.1: byte-order mark', change(handBag(), 'bagit.txt', (text) => `\uFEFF${text}`)],
    ['2.1.1: no encoding line', change(handBag(), 'bagit.txt', (text) => text.split('\n')[0] ?? '')],
    [
      '2.1.1: lines in the other order',
      change(handBag(), 'bagit.txt', (text) => text.split('\n').reverse().join('\n').trim()),
    ],
    ['2.1.1: a third line', change(handBag(), 'bagit.txt', (text) => `${text}Thêm: 1\n`)],
    ['2.1.1: a blank line at the end', change(handBag(), 'bagit.txt', (text) => `${text}\n`)],
    ['2.1.1: space before the colon', change(handBag(), 'bagit.txt', (text) => text.replace(':', ' :'))],
    ['2.1.1: two spaces after the colon', change(handBag(), 'bagit.txt', (text) => text.replace(': ', ':  '))],
    ['2.1.1: other letters', change(handBag(), 'bagit.txt', (text) => text.replace('BagIt-Version', 'bagit-version'))],
    ['2.1.1: version .97', change(older(), 'bagit.txt', (text) => text.replace('0.97', '.97'))],
    ['2.1.1: version 2.0', handBag({ version: '2.0' })],
    ['2.1.1: version 1', handBag({ version: '1' })],
    ['2.1.1: unknown encoding', handBag({ encoding: 'TCVN-5712' })],
    ['2.1.2: no payload folder', new Map([['bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n']])],
    ['2.1.3: no payload manifest', handBag({ manifests: [] })],
    ['2.1.3: a listed file is missing', without(handBag(), 'data/a.txt')],
    ['2.1.3: a payload file is not listed', plus(handBag(), 'data/c.txt', 'ba')],
    ['2.1.3: a hidden payload file is not listed', plus(handBag(), 'data/.DS_Store', 'x')],
    [
      '2.1.3: a payload file in one of two manifests',
      change(handBag({ manifests: ['sha256', 'md5'] }), 'manifest-md5.txt', (text) => text.split('\n')[0] ?? ''),
    ],
    ['2.1.3: one path twice, same digest', inManifest((text) => text + text)],
    ['2.1.3: one path twice, other digest', inManifest((text) => `${text}${'0'.repeat(64)}  data/a.txt\n`)],
    [
      '2.1.3: 0.97: one path twice, other digest',
      change(older(), 'manifest-sha256.txt', (text) => `${text}${'0'.repeat(64)}  data/a.txt\n`),
    ],
    ['2.1.3: a file outside the payload', inManifest((text) => `${text}${digest}  bagit.txt\n`)],
    ['2.1.3: a folder', inManifest((text) => `${text}${digest}  data/\n`)],
    ['2.1.3: a line without a path', inManifest((text) => `${text}${digest}\n`)],
    ['2.1.3: a line without a digest', inManifest((text) => `${text}data/a.txt\n`)],
    ['2.1.3: a digest too short', inManifest((text) => text.replace(/^../, ''))],
    ['2.1.3: not hexadecimal', inManifest((text) => text.replace(/^./, 'g'))],
    ['2.1.3: a blank line', inManifest((text) => `${text}\n`)],
    ['2.1.3: a blank before the digest', inManifest((text) => ` ${text}`)],
    ["2.1.3: md5sum's asterisk", inManifest((text) => text.replaceAll('  data', ' *data'))],
    ['2.1.3: a percent sign as it is', handBag({ payload: { 'data/100%.txt': 'x' } })],
    [
      '2.1.3: other characters encoded',
      handBag({ payload: { 'data/a b': 'x' }, written: (path) => path.replace(' ', '%20') }),
    ],
    ['2.1.3: backslash as separator', inManifest((text) => text.replace('data/', 'data\\'))],
    [
      '2.4: algorithm name not normalised',
      handBag({ tagManifests: [] }).set(
        'manifest-SHA-256.txt',
        manifestOf(handBag(), 'sha256', (path) => path.startsWith('data/')),
      ),
    ],
    [
      'BN16, 2.4: unknown algorithm beside a known one, whose digests are right',
      handBag({ tagManifests: [] }).set('manifest-crc32.txt', '00000000  data/a.txt\n00000000  data/thư mục/b.txt\n'),
    ],
    ['2.2.1: a listed tag file is missing', without(withInfo('A: 1\n'), 'bag-info.txt')],
    [
      '2.2.1: the payload manifest is not listed',
      change(handBag(), 'tagmanifest-sha256.txt', (text) => text.replace(/.*manifest-sha256.*\n/, '')),
    ],
    [
      '2.2.1: one of two payload manifests is not listed',
      change(handBag({ manifests: ['sha256', 'md5'] }), 'tagmanifest-sha256.txt', (text) =>
        text.replace(/.*manifest-md5.*\n/, ''),
      ),
    ],
    [
      '2.2.1: a payload file is listed',
      change(handBag({ payload: oneFile }), 'tagmanifest-sha256.txt', (text) => `${text}${digest}  data/a.txt\n`),
    ],
    ['2.2.1: another tag manifest is listed', listOther()],
    ['2.2.2: no blank after the colon', withInfo('Label:value\n')],
    ['2.2.2: blank before the colon', withInfo('Label : value\n')],
    ['2.2.2: no colon', withInfo('Chỉ có chữ\n')],
    ['2.2.2: begins with a continuation', withInfo('  tiếp\n')],
    ['2.2.2: a blank line', withInfo('A: 1\n\nB: 2\n')],
    ['2.2.2: Payload-Oxum twice', withInfo('Payload-Oxum: 10.2\nPayload-Oxum: 10.2\n')],
    ['BN17, 2.2.2: Payload-Oxum with other bytes', withInfo('Payload-Oxum: 12.2\n')],
    ['BN17, 2.2.2: Payload-Oxum with other count', withInfo('Payload-Oxum: 10.3\n')],
    ['2.2.2: Payload-Oxum in another form', withInfo('Payload-Oxum: 10 bytes\n')],
    [
      'BN15, 2.2.3: a file to be fetched is missing',
      without(handBag({ tags: { 'fetch.txt': 'https://x.example/a - data/a.txt\n' } }), 'data/a.txt'),
    ],
    [
      '2.2.3: a file to be fetched is not listed',
      plus(handBag({ tags: { 'fetch.txt': 'https://x.example/a - data/c.txt\n' } }), 'data/c.txt', 'x'),
    ],
    ['2.2.3: a tag file to be fetched', handBag({ tags: { 'fetch.txt': 'https://x.example/a - bagit.txt\n' } })],
    ['2.2.3: no address', handBag({ tags: { 'fetch.txt': '/a - data/a.txt\n' } })],
    ['2.2.3: no length', handBag({ tags: { 'fetch.txt': 'https://x.example/a data/a.txt\n' } })],
    ['2.2.3: another length', handBag({ tags: { 'fetch.txt': 'https://x.example/a 7 data/a.txt\n' } })],
    ['2.3: byte-order mark in a UTF-8 manifest', inManifest((text) => `\uFEFF${text}`)],
    [
      '2.3: a manifest that is not UTF-8',
      inManifest((text) => encoded(text, 'latin1'), { payload: { 'data/é': 'x' } }),
    ],
    [
      'BN14, 6.1.1: composed and decomposed names for one file',
      inManifest((text) => `${text}${digestOf('sha256', 'x')}  data/${'ế'.normalize('NFD')}\n`, {
        payload: { 'data/ế': 'x' },
      }),
    ],
  ])('%s', async (_, bag) => {
    expect(await standing(bag)).toBe('incomplete');
  });

  const paths = [
    '../a',
    'data/../../a',
    '/etc/passwd',
    '~/a',
    '~root/a',
    'C:\\a',
    'C:/a',
    '%HomeDrive%\\a',
    '\\\\?\\UNC\\x\\a',
    'data/./a.txt',
    'data//a.txt',
    'data/%2e%2e/%2e%2e/a',
  ];
  test.each(paths)('5.1: %s in a manifest, a tag manifest and fetch.txt', async (path) => {
    for (const version of ['1.0', '0.97']) {
      const line = `${digest}  ${path}\n`;
      expect(await standing(change(handBag({ version }), 'manifest-sha256.txt', (text) => text + line))).toBe(
        'incomplete',
      );
      expect(await standing(change(handBag({ version }), 'tagmanifest-sha256.txt', (text) => text + line))).toBe(
        'incomplete',
      );
      const tags = { 'fetch.txt': `https://x.example/a - ${path}\n` };
      expect(await standing(handBag({ version, tags }))).toBe('incomplete');
    }
  });
});

function listOther(): HandBag {
  const bag = handBag({ tagManifests: ['sha256', 'md5'] });
  const md5 = bag.get('tagmanifest-md5.txt') ?? '';
  return change(bag, 'tagmanifest-sha256.txt', (text) => `${text}${digestOf('sha256', md5)}  tagmanifest-md5.txt\n`);
}
