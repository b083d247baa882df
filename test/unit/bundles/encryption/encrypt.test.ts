/** SPEC BN60 to BN66: our encryption against the age library in both directions, damage of every kind, keys and passwords. */
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decrypter, Encrypter } from 'age-encryption';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chunkCipher, payloadBytes, plainBytesOf } from '../../../../electron/bundles/encryption/chunk-cipher.ts';
import { decryptFile, encryptFile } from '../../../../electron/bundles/encryption/encrypt-file.ts';
import { isEncrypted } from '../../../../electron/bundles/encryption/encrypted-disk.ts';
import {
  type BundleLock,
  createEncryptionKeys,
  type EncryptionKeys,
  type OpeningKeys,
} from '../../../../electron/bundles/encryption/locks.ts';
import { nodeDisk } from '../../../../electron/bundles/files/disk.ts';
import { makeWorkplace, type Workplace } from '../bundle-sample.ts';

const chunk = 64 * 1024;
const sizes = [0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk, 5 * chunk + 7, 33 * chunk + 5];

let place: Workplace;
let keys: EncryptionKeys;
beforeEach(async () => {
  place = makeWorkplace();
  keys = await createEncryptionKeys();
});
afterEach(() => place.remove());

const content = (bytes: number): Buffer => Buffer.alloc(bytes, Buffer.from('Sổ Việc 0123456789 '));

function put(name: string, bytes: Uint8Array): string {
  writeFileSync(join(place.root, name), bytes);
  return join(place.root, name);
}

async function encrypted(plain: Uint8Array, lock: BundleLock = { recipients: [keys.recipient] }): Promise<Buffer> {
  const answer = await encryptFile({ source: put('ro.zip', plain), folder: place.out, fileName: 'goi.zip.age', lock });
  if (!answer.ok) throw new Error(answer.error.message);
  const bytes = readFileSync(answer.value.path);
  expect(bytes).toHaveLength(answer.value.bytes);
  return bytes;
}

const decrypted = async (bytes: Uint8Array, opening: OpeningKeys = { identities: [keys.identity] }) => {
  const before = readdirSync(place.staging);
  const answer = await decryptFile({
    source: put('khoa.age', bytes),
    folder: place.staging,
    fileName: 'ro.zip',
    keys: opening,
  });
  if (answer.ok) return readFileSync(answer.value.path);
  expect(answer.error.message).toMatch(/^\p{Lu}.*\.$/u);
  expect(readdirSync(place.staging)).toEqual(before);
  return answer.error.code;
};

describe('BN61, BN62: one format with the age library', () => {
  test.each(sizes)('%i bytes encrypted by us, opened by the library', async (bytes) => {
    const decrypter = new Decrypter();
    decrypter.addIdentity(keys.identity);
    expect(Buffer.from(await decrypter.decrypt(await encrypted(content(bytes)))).equals(content(bytes))).toBe(true);
  });

  test.each(sizes)('%i bytes encrypted by the library, opened by us', async (bytes) => {
    const encrypter = new Encrypter();
    encrypter.addRecipient(keys.recipient);
    expect(await decrypted(await encrypter.encrypt(content(bytes)))).toEqual(content(bytes));
  });

  test('passwords in both directions, whichever way the keyboard composes Vietnamese letters', async () => {
    const passphrase = 'mật khẩu của tỉnh';
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase.normalize('NFC'));
    const ours = await encrypted(content(1000), { passphrase: passphrase.normalize('NFD') });
    expect(Buffer.from(await decrypter.decrypt(ours)).equals(content(1000))).toBe(true);
    const encrypter = new Encrypter();
    encrypter.setScryptWorkFactor(12);
    encrypter.setPassphrase(passphrase.normalize('NFC'));
    const theirs = await encrypter.encrypt(content(1000));
    expect(await decrypted(theirs, { passphrase: passphrase.normalize('NFD') })).toEqual(content(1000));
  });

  test('several recipients, each opens alone; a replaced identity still opens', async () => {
    const other = await createEncryptionKeys();
    const bytes = await encrypted(content(10), { recipients: [keys.recipient, other.recipient] });
    expect(await decrypted(bytes)).toEqual(content(10));
    expect(await decrypted(bytes, { identities: [keys.identity, other.identity] })).toEqual(content(10));
    expect(await decrypted(bytes, { identities: [other.identity] })).toEqual(content(10));
  });

  test('the fast and the portable cipher are the same cipher', () => {
    const [fileKey, nonce] = [randomBytes(16), randomBytes(16)];
    const [fast, portable] = [chunkCipher(fileKey, nonce, true), chunkCipher(fileKey, nonce, false)];
    for (const [index, isLast] of [
      [0, true],
      [1, false],
      [2 ** 33, true],
    ] as const) {
      const plain = randomBytes(1000);
      const [sealed, other] = [Buffer.alloc(1016), Buffer.alloc(1016)];
      expect([fast.seal(index, isLast, plain, sealed), portable.seal(index, isLast, plain, other)]).toEqual([
        1016, 1016,
      ]);
      expect(other.equals(sealed)).toBe(true);
      const back = Buffer.alloc(1000);
      for (const cipher of [fast, portable]) {
        expect(cipher.open(index, isLast, sealed, back.fill(0))).toBe(1000);
        expect(back.equals(plain)).toBe(true);
        expect(cipher.open(index, !isLast, sealed, back)).toBeNull();
        expect(cipher.open(index + 1, isLast, sealed, back)).toBeNull();
        expect(cipher.open(index, isLast, new Uint8Array(3), back)).toBeNull();
      }
    }
  });

  test('sizes go both ways', () => {
    for (const bytes of sizes) expect(plainBytesOf(payloadBytes(bytes))).toBe(bytes);
    expect([0, 15, chunk + 16 + 16, chunk + 16 + 5].map(plainBytesOf)).toEqual([null, null, null, null]);
  });
});

describe('BN60: recognised by content, not by name', () => {
  test('an encrypted file with any name, a plain file called .age', async () => {
    expect(isEncrypted(nodeDisk, put('bao-cao.zip', await encrypted(content(5))))).toBe(true);
    expect(isEncrypted(nodeDisk, put('x.zip.age', content(500)))).toBe(false);
    expect(isEncrypted(nodeDisk, put('rong.age', Buffer.alloc(0)))).toBe(false);
    expect(isEncrypted(nodeDisk, place.out)).toBe(false);
    expect(await decrypted(content(500))).toBe('khong-khoa');
  });
});

describe('BN63 to BN66: what keeps it closed, each in its own words and without leaving anything', () => {
  test('another unit, no key, no password, wrong password, empty password, no recipient', async () => {
    const bytes = await encrypted(content(9));
    const stranger = await createEncryptionKeys();
    expect(await decrypted(bytes, { identities: [stranger.identity] })).toBe('khoa-cua-noi-khac');
    expect(await decrypted(bytes, {})).toBe('khoa-cua-noi-khac');
    expect(await decrypted(bytes, { passphrase: 'abc' })).toBe('khoa-cua-noi-khac');
    const withPassword = await encrypted(content(9), { passphrase: 'đúng' });
    expect(await decrypted(withPassword)).toBe('can-mat-khau');
    expect(await decrypted(withPassword, { passphrase: '' })).toBe('can-mat-khau');
    expect(await decrypted(withPassword, { passphrase: 'sai' })).toBe('sai-mat-khau');
    expect(await decrypted(withPassword, { passphrase: 'đúng' })).toEqual(content(9));
    const source = put('ro.zip', content(3));
    const target = { source, folder: place.staging, fileName: 'x.age' };
    expect(await encryptFile({ ...target, lock: { passphrase: '' } })).toMatchObject({
      error: { code: 'mat-khau-trong' },
    });
    for (const wrong of ['age1abc', `${keys.recipient.slice(0, -1)}q`, 'AGE-SECRET-KEY-1'])
      expect(await encryptFile({ ...target, lock: { recipients: [wrong] } })).toMatchObject({
        error: { code: 'khoa-nhan-sai' },
      });
    expect(readdirSync(place.staging)).toHaveLength(1);
  });

  test('a work factor that would take the PC down is refused before it is computed', async () => {
    const bytes = await encrypted(content(9), { passphrase: 'x' });
    const heavier = (factor: string) =>
      Buffer.from(bytes.toString('latin1').replace(/( 17)\n/, ` ${factor}\n`), 'latin1');
    expect(await decrypted(heavier('19'), { passphrase: 'x' })).toBe('mat-khau-qua-nang');
    expect(await decrypted(heavier('99999999999999'), { passphrase: 'x' })).toBe('mat-khau-qua-nang');
    expect(await decrypted(heavier('-1'), { passphrase: 'x' })).toBe('ma-hoa-hong');
  });

  test('cut anywhere', async () => {
    const bytes = await encrypted(content(3 * chunk));
    const header = bytes.indexOf('\n', bytes.indexOf('\n--- ') + 1) + 1;
    const boundaries = [1, 2, 3].map((count) => header + 16 + count * (chunk + 16));
    expect(boundaries.at(-1)).toBe(bytes.length);
    for (const end of boundaries.slice(0, 2)) expect(await decrypted(bytes.subarray(0, end))).toBe('ma-hoa-thieu');
    for (const end of [30, header - 1, header, header + 15, header + 16, header + 40, header + chunk, bytes.length - 1])
      expect(['ma-hoa-thieu', 'ma-hoa-hong', 'khoa-la']).toContain(await decrypted(bytes.subarray(0, end)));
    expect(await decrypted(Buffer.concat([bytes, Buffer.from('x')]))).toMatch(/^ma-hoa/);
    expect(await decrypted(Buffer.concat([bytes, Buffer.alloc(chunk + 16)]))).toMatch(/^ma-hoa/);
  });

  test('chunks swapped, repeated, left out, taken from another file', async () => {
    const bytes = await encrypted(content(3 * chunk + 100));
    const other = await encrypted(content(3 * chunk + 100));
    const start = (file: Buffer) => file.indexOf('\n', file.indexOf('\n--- ') + 1) + 1 + 16;
    const parts = (file: Buffer) => [
      file.subarray(0, start(file)),
      ...[0, 1, 2].map((index) =>
        file.subarray(start(file) + index * (chunk + 16), start(file) + (index + 1) * (chunk + 16)),
      ),
      file.subarray(start(file) + 3 * (chunk + 16)),
    ];
    const [head, a, b, c, last] = parts(bytes) as [Buffer, Buffer, Buffer, Buffer, Buffer];
    const foreign = parts(other)[1] as Buffer;
    expect(await decrypted(Buffer.concat([head, a, b, c, last]))).toEqual(content(3 * chunk + 100));
    for (const wrong of [
      [head, b, a, c, last],
      [head, a, a, c, last],
      [head, a, c, last],
      [head, foreign, b, c, last],
    ])
      expect(await decrypted(Buffer.concat(wrong))).toMatch(/^ma-hoa/);
  });

  test('any flipped bit: 200 places, the header and every chunk among them', async () => {
    const bytes = await encrypted(content(2 * chunk + 10));
    for (let step = 0; step < 200; step++) {
      const at = step < 100 ? step * 2 : Math.floor(((step - 100) * (bytes.length - 1)) / 99);
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (step % 8));
      const answer = await decrypted(flipped);
      expect(typeof answer, `bit of byte ${at}`).toBe('string');
    }
  });
});
