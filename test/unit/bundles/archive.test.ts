/** SPEC BN1 to BN9: what the zip writer makes and what the reader refuses. */
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { standardLimits } from '../../../electron/bundles/archive-directory.ts';
import { openArchive } from '../../../electron/bundles/archive-reader.ts';
import { archiveBytes, startArchive } from '../../../electron/bundles/archive-writer.ts';
import { dosTime, type Zip64From } from '../../../electron/bundles/files/archive-format.ts';
import { nodeDisk } from '../../../electron/bundles/files/disk.ts';
import { readableFileName } from '../../../shared/bundle/paths.ts';
import { needs, type ToolName } from '../../support/needs.ts';
import { makeWorkplace, type Workplace } from './bundle-sample.ts';
import { extraField, type HandEntry, type HandZip, handZip, utf8 } from './hand-zip.ts';

let place: Workplace;
beforeAll(() => {
  place = makeWorkplace();
});
afterAll(() => place.remove());

const contents: [name: string, content: Buffer][] = [
  ['thư mục/Ảnh một.txt', Buffer.from('xin chào\n')],
  ['rỗng.txt', Buffer.alloc(0)],
  ['lớn.bin', Buffer.alloc(5 * 1024 * 1024 + 7, 'ơ')],
  ['một-mê-ga.bin', Buffer.alloc(1024 * 1024, 'a')],
];

async function writeArchive(file: string, zip64From?: Zip64From, named = (name: string) => name): Promise<void> {
  const fd = openSync(file, 'w');
  const archive = startArchive(nodeDisk, fd, { modified: dosTime('2024-03-15', '08:30'), zip64From });
  for (const [name, content] of contents) await archive.addBytes(named(name), content);
  const bytes = archive.finish();
  closeSync(fd);
  expect(bytes).toBe(readFileSync(file).length);
  expect(bytes).toBe(
    archiveBytes(
      contents.map(([name, content]) => ({ name: named(name), bytes: content.length })),
      zip64From,
    ),
  );
}

async function readAll(file: string): Promise<[string, Buffer][] | string> {
  const opened = openArchive(nodeDisk, file, 'goi.zip');
  if (!opened.ok) return opened.error.code;
  const read: [string, Buffer][] = [];
  for (const entry of opened.value.entries) {
    const chunks: Buffer[] = [];
    const answer = await opened.value.read(entry, (chunk) => chunks.push(Buffer.from(chunk)));
    if (!answer.ok) return answer.error.code;
    read.push([entry.name, Buffer.concat(chunks)]);
  }
  opened.value.close();
  return read;
}

/** Opens and reads a hand-made file; the code of the refusal, or `ok`. */
async function verdict(entries: HandEntry[], zip: HandZip = {}): Promise<string> {
  const file = join(place.root, 'hand.zip');
  writeFileSync(file, handZip(entries, zip));
  const read = await readAll(file);
  return typeof read === 'string' ? read : 'ok';
}

const zip64Forms: [string, Zip64From | undefined][] = [
  ['plain', undefined],
  ['zip64 sizes, offsets and count', { size: 100, offset: 100, count: 2 }],
  ['zip64 offsets only', { size: 2 ** 32 - 1, offset: 50, count: 65535 }],
];

describe('what is written', () => {
  test.each(zip64Forms)('BN4, BN8: %s is read back entry by entry, frame and all', async (_, zip64From) => {
    const file = join(place.root, 'own.zip');
    await writeArchive(file, zip64From);
    expect(await readAll(file)).toEqual(contents);
    const opened = openArchive(nodeDisk, file, 'own.zip');
    expect(opened.ok && opened.value.frame).toBe(true);
    if (opened.ok) opened.value.close();
  });

  const tools: [ToolName, string[]][] = [
    ['unzip', ['-tqq']],
    ['7z', ['t', '-bd']],
    [
      'python3',
      ['-c', 'import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print(z.namelist())'],
    ],
  ];
  for (const [tool, options] of tools) {
    const needed = needs(tool);
    test.skipIf(needed.absent)(`BN4: ${tool} reads every form ${needed.words}`, async () => {
      for (const [form, zip64From] of zip64Forms) {
        const file = join(place.root, 'for-tools.zip');
        // Info-ZIP 6 compares accented names of far entries in two encodings and warns; names in bundles are ASCII.
        await writeArchive(file, zip64From, tool === 'unzip' ? (name) => readableFileName(name, new Set()) : undefined);
        const run = spawnSync(tool, [...options, file], { encoding: 'utf8' });
        expect(run.status, `${form}: ${run.stdout}${run.stderr}`).toBe(0);
      }
    });
  }

  test('a source that ends early stops the writer', async () => {
    const fd = openSync(join(place.root, 'short.zip'), 'w');
    const archive = startArchive(nodeDisk, fd, { modified: dosTime('2024-01-01', '00:00') });
    const short = (limit: number) => (buffer: Uint8Array, position: number) =>
      Math.min(buffer.byteLength, limit - position);
    expect(await archive.addFile('a', 1000, short(999))).toBe(false);
    expect(await archive.addFile('b', 3 * 1024 * 1024, short(2 * 1024 * 1024 + 1))).toBe(false);
    closeSync(fd);
  });

  test('names are written composed (NFC)', async () => {
    const file = join(place.root, 'nfc.zip');
    const fd = openSync(file, 'w');
    const archive = startArchive(nodeDisk, fd, { modified: dosTime('2024-01-01', '00:00') });
    await archive.addBytes('Đường đi.txt'.normalize('NFD'), Buffer.from('x'));
    archive.finish();
    closeSync(fd);
    expect(readFileSync(file).includes(Buffer.from('Đường đi.txt'.normalize('NFC')))).toBe(true);
  });
});

/** 9 MiB that deflate to about a quarter. */
const longText = Buffer.from(
  Array.from({ length: 1024 * 1024 }, (_, index) => (index * index).toString(36).padStart(9)).join(''),
);

const one: HandEntry = { name: 'a.txt', content: 'nội dung' };
const symlink = (0o120777 << 16) >>> 0;

describe('what is read although others packed it', () => {
  test.each<[string, HandEntry[], HandZip?]>([
    ['stored', [one]],
    ['deflated', [{ ...one, deflate: true }]],
    ['deflated and larger than one window', [{ name: 'a', content: longText, deflate: true }]],
    ['no entries', []],
    ['a folder entry', [{ name: 'f/' }, { name: 'f/a', content: 'x' }]],
    [
      'Unix modes',
      [
        { ...one, attributes: (0o100644 << 16) >>> 0 },
        { name: 'd/', attributes: ((0o40755 << 16) | 0x10) >>> 0 },
      ],
    ],
    ['a UTF-8 name without the flag', [{ name: 'ả.txt', local: { flags: 0 }, central: { flags: 0 } }]],
    ['another comment', [one], { comment: Buffer.from('Zalo') }],
    ['deflate level bits', [{ ...one, deflate: true, local: { flags: utf8 | 2 }, central: { flags: utf8 | 2 } }]],
  ])('%s', async (_, entries, zip) => {
    expect(await verdict(entries, zip)).toBe('ok');
  });

  const content = Buffer.from('nội dung');
  const descriptor = (signed: boolean, wide: boolean): Buffer => {
    const body = Buffer.alloc(wide ? 20 : 12);
    body.writeUInt32LE(crc32(content), 0);
    if (wide) body.writeBigUInt64LE(BigInt(content.length), 4);
    else body.writeUInt32LE(content.length, 4);
    if (wide) body.writeBigUInt64LE(BigInt(content.length), 12);
    else body.writeUInt32LE(content.length, 8);
    return Buffer.concat([signed ? Buffer.from('PK\x07\x08', 'latin1') : Buffer.alloc(0), body]);
  };
  const streamed = (after: Buffer): HandEntry => ({
    name: 'a',
    content,
    after,
    local: { flags: utf8 | 8, crc: 0, stored: 0, size: 0 },
    central: { flags: utf8 | 8 },
  });
  test.each([
    [true, true],
    [true, false],
    [false, true],
    [false, false],
  ])('BN3: data descriptor, signed %s, wide %s', async (signed, wide) => {
    expect(
      await verdict([streamed(descriptor(signed, wide)), one].map((entry, index) => ({ ...entry, name: `${index}` }))),
    ).toBe('ok');
    const wrong = descriptor(signed, wide);
    wrong[wrong.length - 1]! ^= 1;
    expect(await verdict([streamed(wrong)])).toBe('zip-byte-la');
  });

  test('zip64 fields where they are needed', async () => {
    const large = { size: 0xffffffff, stored: 0xffffffff };
    const sizes = extraField(1, [content.length, content.length]);
    const entry = { name: 'a', content, local: { ...large, extra: sizes }, central: { ...large, extra: sizes } };
    expect(await verdict([entry])).toBe('ok');
    expect(await verdict([{ ...entry, central: { ...large, extra: extraField(1, [content.length]) } }])).toBe(
      'zip-lech',
    );
    expect(await verdict([{ ...entry, central: { extra: sizes } }])).toBe('zip-lech');
  });
});

describe('what is refused', () => {
  const duplicate = (second: string): HandEntry[] => [one, { name: second, content: 'khác' }];
  test.each<[rule: string, code: string, entries: HandEntry[], zip?: HandZip]>([
    ['BN1: bytes after the end', 'zip-cut', [one], { after: Buffer.from('x') }],
    ['BN1: comment length lies', 'zip-cut', [one], { comment: Buffer.from('abc'), end: { commentBytes: 2 } }],
    [
      'BN1: an end record inside the comment',
      'zip-lech',
      [one],
      { comment: Buffer.from(`PK\x05\x06${'\0'.repeat(30)}`, 'latin1') },
    ],
    ['BN1: an end record in the comment that fits too', 'zip-lech', [one], { comment: handZip([]) }],
    ['BN1: another disk', 'zip-lech', [one], { end: { disk: 1 } }],
    ['BN1: two counts', 'zip-lech', [one], { end: { countHere: 2 } }],
    ['BN1: more entries announced', 'zip-lech', [one], { end: { count: 2 } }],
    ['BN1: fewer entries announced', 'zip-lech', [one, { name: 'b' }], { end: { count: 1 } }],
    ['BN1: zip64 announced, not there', 'zip-lech', [one], { end: { offset: 0xffffffff } }],
    ['BN1: directory offset lies', 'zip-byte-la', [one], { end: { offset: 3 } }],
    ['BN2: bytes before the first entry', 'zip-byte-la', [one], { before: Buffer.from('MZ') }],
    ['BN2: bytes between entries', 'zip-byte-la', [{ ...one, after: Buffer.from('lậu') }, { name: 'b' }]],
    ['BN2: bytes before the directory', 'zip-byte-la', [{ ...one, after: Buffer.from('lậu') }]],
    ['BN2: bytes between directory and end', 'zip-byte-la', [one], { beforeEnd: () => Buffer.from('lậu') }],
    ['BN2: an entry the directory does not know', 'zip-byte-la', [one, { name: 'b', hidden: 'local' }, { name: 'c' }]],
    [
      'BN2: one content for two entries',
      'zip-byte-la',
      [one, { ...one, name: 'b', hidden: 'central', central: { offset: 0 } }],
    ],
    [
      'BN2: an entry beyond the file',
      'zip-byte-la',
      [one, { name: 'b', hidden: 'central', central: { offset: 900_000 } }],
    ],
    ['BN3: name differs', 'zip-lech', [{ ...one, local: { name: Buffer.from('b.txt') } }]],
    ['BN3: method differs', 'zip-lech', [{ ...one, deflate: true, local: { method: 0 } }]],
    ['BN3: flags differ', 'zip-lech', [{ ...one, local: { flags: 0 } }]],
    ['BN3: CRC differs', 'zip-lech', [{ ...one, local: { crc: 1 } }]],
    ['BN3: size differs', 'zip-lech', [{ ...one, local: { size: 1 } }]],
    ['BN3: zeros in front without a descriptor', 'zip-lech', [{ ...one, local: { crc: 0, stored: 0, size: 0 } }]],
    [
      'BN3: another name in an extra field',
      'zip-lech',
      [{ ...one, central: { extra: unicodeName('a.txt', 'b.txt') } }],
    ],
    ['BN3: a broken extra field', 'zip-lech', [{ ...one, central: { extra: Buffer.from([1, 0, 9, 0, 1]) } }]],
    ['BN4: unknown method', 'zip-cach-nen', [{ ...one, local: { method: 14 }, central: { method: 14 } }]],
    ['BN4: patched data flag', 'zip-cach-nen', [{ ...one, local: { flags: 32 }, central: { flags: 32 } }]],
    [
      'BN4: 10 MB that inflate to 200 times as much',
      'zip-qua-lon',
      [{ name: 'bomb', content: Buffer.alloc(9 * 1024 * 1024), deflate: true }],
    ],
    [
      'BN4: inflates to more than announced',
      'zip-kich-thuoc',
      [{ ...one, deflate: true, local: { size: 4 }, central: { size: 4 } }],
    ],
    [
      'BN4: inflates to less than announced',
      'zip-kich-thuoc',
      [{ ...one, deflate: true, local: { size: 99 }, central: { size: 99 } }],
    ],
    [
      'BN4: bytes after the deflated data',
      'zip-kich-thuoc',
      [{ ...one, raw: trailing(Buffer.from('nội dung')), deflate: true }],
    ],
    [
      'BN4: bytes after long deflated data',
      'zip-kich-thuoc',
      [{ name: 'a', content: longText, raw: trailing(longText), deflate: true }],
    ],
    ['BN4: not deflated data', 'zip-kich-thuoc', [{ ...one, deflate: true, raw: Buffer.from([255, 254, 253]) }]],
    ['BN5: ../', 'zip-ten-nguy-hiem', [{ name: '../a' }]],
    ['BN5: inner ..', 'zip-ten-nguy-hiem', [{ name: 'a/../../b' }]],
    ['BN5: backslash', 'zip-ten-nguy-hiem', [{ name: '..\\a' }]],
    ['BN5: absolute', 'zip-ten-nguy-hiem', [{ name: '/etc/passwd' }]],
    ['BN5: drive', 'zip-ten-nguy-hiem', [{ name: 'C:a' }]],
    ['BN5: UNC', 'zip-ten-nguy-hiem', [{ name: '\\\\?\\C:\\a' }]],
    ['BN5: home', 'zip-ten-nguy-hiem', [{ name: '~root/a' }]],
    ['BN5: empty name', 'zip-ten-nguy-hiem', [{ name: '' }]],
    ['BN5: only slashes', 'zip-ten-nguy-hiem', [{ name: '//' }]],
    ['BN5: NUL', 'zip-ten-nguy-hiem', [{ name: 'a\0b' }]],
    ['BN5: stream', 'zip-ten-la', [{ name: 'a.txt:evil' }]],
    ['BN5: device', 'zip-ten-la', [{ name: 'data/CON' }]],
    ['BN5: device with extension', 'zip-ten-la', [{ name: 'nul.txt' }]],
    ['BN5: device with spaces', 'zip-ten-la', [{ name: 'com1 .log' }]],
    ['BN5: trailing dot', 'zip-ten-la', [{ name: 'a.' }]],
    ['BN5: trailing space in a folder', 'zip-ten-la', [{ name: 'a /b' }]],
    ['BN5: line end', 'zip-ten-la', [{ name: 'a\nb' }]],
    ['BN5: reversing mark', 'zip-ten-la', [{ name: 'a\u202Egpj.exe' }]],
    ['BN5: not UTF-8', 'zip-ten-la', [{ name: Buffer.from([0x61, 0xff]) }]],
    ['BN5: long part', 'zip-ten-la', [{ name: 'a'.repeat(256) }]],
    ['BN6: same name', 'zip-trung-ten', duplicate('a.txt')],
    ['BN6: same name in capitals', 'zip-trung-ten', duplicate('A.TXT')],
    ['BN6: composed and decomposed', 'zip-trung-ten', [{ name: 'ế' }, { name: 'ế'.normalize('NFD') }]],
    ['BN6: sharp s folds to ss', 'zip-trung-ten', [{ name: 'straße' }, { name: 'STRASSE' }]],
    ['BN6: file and folder', 'zip-trung-ten', [{ name: 'a' }, { name: 'a/' }]],
    ['BN6: file and folder by another file', 'zip-trung-ten', [{ name: 'a' }, { name: 'A/b' }]],
    ['BN7: encrypted', 'zip-ma-hoa', [{ ...one, local: { flags: 1 }, central: { flags: 1 } }]],
    ['BN7: strongly encrypted', 'zip-ma-hoa', [{ ...one, local: { flags: 65 }, central: { flags: 65 } }]],
    ['BN7: WinZip AES', 'zip-ma-hoa', [{ ...one, local: { method: 99 }, central: { method: 99 } }]],
    ['BN7: symbolic link', 'zip-lien-ket', [{ name: 'link', content: '/etc/passwd', attributes: symlink }]],
    ['BN7: device file', 'zip-lien-ket', [{ name: 'tty', attributes: (0o20666 << 16) >>> 0 }]],
    ['BN7: Windows junction', 'zip-lien-ket', [{ name: 'j', attributes: 0x400 }]],
    ['BN7: content in a folder entry', 'zip-kich-thuoc', [{ name: 'f/', content: 'x' }]],
    ['BN9: CRC wrong in both places', 'zip-ma-kiem', [{ ...one, local: { crc: 7 }, central: { crc: 7 } }]],
    ['BN9: stored size is not the size', 'zip-kich-thuoc', [{ ...one, local: { size: 99 }, central: { size: 99 } }]],
  ])('%s', async (_, code, entries, zip) => {
    expect(await verdict(entries, zip)).toBe(code);
  });

  test('BN7: a million empty entries are refused by their count, before they are read', async () => {
    const file = join(place.root, 'many.zip');
    const end = handZip([], { end: { count: 0xffff } });
    const record = Buffer.alloc(76);
    record.writeUInt32LE(0x06064b50, 0);
    record.writeBigUInt64LE(44n, 4);
    record.writeBigUInt64LE(1_000_000n, 24);
    record.writeBigUInt64LE(1_000_000n, 32);
    record.writeUInt32LE(0x07064b50, 56);
    record.writeUInt32LE(1, 72);
    writeFileSync(file, Buffer.concat([record, end]));
    expect(await readAll(file)).toBe('zip-qua-lon');
  });

  test('BN7: more content than allowed', () => {
    const file = join(place.root, 'large.zip');
    writeFileSync(file, handZip([one]));
    const opened = openArchive(nodeDisk, file, 'large.zip', { limits: { ...standardLimits, totalBytes: 5 } });
    expect(opened.ok ? 'ok' : opened.error.code).toBe('zip-qua-lon');
  });

  test.each([
    ['nothing', ''],
    ['text', 'không phải gói'],
    ['half a zip', handZip([one]).subarray(0, 40)],
  ])('%s is no zip', async (_, bytes) => {
    const file = join(place.root, 'none.zip');
    writeFileSync(file, bytes);
    expect(await readAll(file)).toBe('zip-cut');
  });
});

const trailing = (content: Buffer): Buffer => Buffer.concat([deflateRawSync(content), Buffer.from('lậu')]);

function unicodeName(name: string, other: string): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt8(1, 0);
  head.writeUInt32LE(crc32(name), 1);
  return extraField(0x7075, Buffer.concat([head, Buffer.from(other)]));
}
