/** SPEC BN8 to BN54: bundles put together by somebody who knows the format. */
import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Disk, nodeDisk } from '../../../electron/bundles/files/disk.ts';
import { readBundle } from '../../../electron/bundles/read-bundle.ts';
import { createKeys, fingerprintOf } from '../../../electron/bundles/seal.ts';
import { verifyBundle } from '../../../electron/bundles/verify.ts';
import { canonicalJson } from '../../../shared/bundle/canonical.ts';
import { makeWorkplace, sampleCard, sampleData, sampleSigner, type Workplace } from './bundle-sample.ts';
import { type Forgery, forge } from './forge.ts';

let place: Workplace;
beforeEach(() => {
  place = makeWorkplace();
});
afterEach(() => place.remove());

const edited =
  (path: string, edit: (text: string) => string): Forgery['edit'] =>
  (files) =>
    files.set(path, Buffer.from(edit(files.get(path)?.toString() ?? '')));
const editedData =
  (edit: (data: ReturnType<typeof sampleData>) => void): Forgery['edit'] =>
  (files) => {
    const data = sampleData();
    edit(data);
    files.set('data/bao-cao.json', Buffer.from(canonicalJson(data)));
  };

describe('forged', () => {
  test('the forger itself is right: put together again unchanged, it verifies', async () => {
    expect(await verifyBundle(await forge(place, {}))).toMatchObject({ ok: true });
    expect(await verifyBundle(await forge(place, { remake: false }))).toMatchObject({ ok: true });
  });

  test.each<[string, string, Forgery]>([
    ['BN26: no seal', 'chu-ky-thieu', { last: (files) => void files.delete('seal.jws') }],
    ['BN26: no unit card', 'bag-thieu-tep', { edit: (files) => void files.delete('unit-card.json') }],
    ['BN20: an empty seal', 'chu-ky-sai', { last: (files) => void files.set('seal.jws', Buffer.alloc(0)) }],
    [
      'BN20: the seal of another bundle',
      'chu-ky-sai',
      { last: (files) => void files.set('seal.jws', Buffer.from(otherSeal)) },
    ],
    [
      'BN20: the data changed with fitting manifests and the old seal',
      'chu-ky-sai',
      {
        remake: true,
        edit: editedData((data) => void data.rows.pop()),
        last: (files) => void files.set('seal.jws', Buffer.from(otherSeal)),
      },
    ],
    [
      'BN22: a tag file the seal does not cover',
      'goi-tep-la',
      { last: (files) => void files.set('them.txt', Buffer.from('x')) },
    ],
    [
      'BN22: the seal lists itself',
      'goi-cau-tao',
      { last: edited('tagmanifest-sha256.txt', (text) => `${text}${'0'.repeat(64)}  seal.jws\n`) },
    ],
    ['BN10: another manifest', 'goi-cau-tao', { edit: (files) => void files.set('manifest-md5.txt', Buffer.alloc(0)) }],
    ['BN10: fetch.txt', 'goi-tep-la', { edit: (files) => void files.set('fetch.txt', Buffer.alloc(0)) }],
    [
      'BN10: another BagIt version',
      'goi-cau-tao',
      { edit: edited('bagit.txt', (text) => text.replace('1.0', '0.97')) },
    ],
    ['BN23: a unit card that is no card', 'the-don-vi-sai', { edit: edited('unit-card.json', () => '{}') }],
    [
      'BN23: a unit card not in canonical form',
      'the-don-vi-sai',
      { edit: edited('unit-card.json', (text) => `${text} `) },
    ],
    [
      'BN23: a unit card with another key',
      'chu-ky-sai',
      { edit: edited('unit-card.json', (text) => text.replace(/"x":"../, '"x":"AA')) },
    ],
    [
      'BN38: data of another unit',
      'don-vi-lech',
      { edit: editedData((data) => void Object.assign(data.sender.unit, { id: 'lac-dao' })) },
    ],
    [
      'BN38: data of another installation',
      'don-vi-lech',
      { edit: editedData((data) => void Object.assign(data.sender, { installationId: 'may-2' })) },
    ],
    [
      'BN37: a file that is not the one promised',
      'du-lieu-lech',
      { edit: (files) => void files.set('data/minh-chung/tep-1.jpg', Buffer.from('khác')) },
    ],
    ['BN37: a promised file is not there', 'du-lieu-lech', { edit: (files) => void files.delete('data/bao-cao.docx') }],
    [
      'BN36: a reference to nothing',
      'du-lieu-lech',
      { edit: editedData((data) => void data.rows[0]?.evidenceIds.push('khong-co')) },
    ],
    ['BN30: data not in canonical form', 'du-lieu-hong', { edit: edited('data/bao-cao.json', (text) => ` ${text}`) }],
    ['BN30: no data', 'bag-thieu-tep', { edit: (files) => void files.delete('data/bao-cao.json') }],
    [
      'BN31: a newer major version',
      'goi-moi',
      { edit: editedData((data) => void Object.assign(data.format, { version: '2.0' })) },
    ],
    ['BN8: another comment', 'zip-khung', { zip: { comment: Buffer.from('xin chào') } }],
    [
      'BN8: a frame comment that does not fit',
      'zip-khung',
      { zip: { comment: Buffer.from(`so-viec-khung-1 sha256=${'0'.repeat(64)}`) } },
    ],
  ])('%s', async (_, code, forgery) => {
    const path = await forge(place, forgery);
    const seen = await verifyBundle(path);
    expect(seen.ok).toBe(false);
    expect(seen.errors.map((error) => error.code)).toContain(code);
    for (const { message } of seen.errors) expect(message).toMatch(/^\p{Lu}.*[.]$/u);
    const read = await readBundle({ path, stagingFolder: place.staging });
    expect(read).toMatchObject({ ok: false, bundle: null });
    expect(readdirSync(place.staging)).toEqual([]);
  });

  test('BN53: nothing is written into the staging folder before bag, seal and data are good', async () => {
    const staged: string[] = [];
    const disk: Disk = {
      ...nodeDisk,
      openSync: (path, flags, mode) => {
        if (String(path).startsWith(place.staging)) staged.push(String(path));
        return nodeDisk.openSync(path, flags, mode);
      },
    };
    const read = async (forgery: Forgery) =>
      readBundle({ path: await forge(place, forgery), stagingFolder: place.staging }, undefined, undefined, disk);
    const forgeries: Forgery[] = [
      { last: (files) => void files.delete('data/minh-chung/tep-1.jpg') },
      { last: (files) => void files.set('seal.jws', Buffer.from(otherSeal)) },
      { edit: edited('data/bao-cao.json', (text) => ` ${text}`) },
    ];
    for (const forgery of forgeries) expect((await read(forgery)).ok).toBe(false);
    expect(staged).toEqual([]);
    expect((await read({})).ok).toBe(true);
    expect(staged.length).toBeGreaterThan(1);
  });

  const otherSeal =
    'eyJhbGciOiJFZERTQSIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il19..CH6kGDct_Nul5205pYt0whtDAVQGifJcYeIyAZOTlWcGrsDXqiqgT82Mh0yegSAUzlCB0b7kOIAkTHhAaePiAg';

  test('BN25: somebody else who signs as the unit shows another fingerprint', async () => {
    const keys = await createKeys();
    const card = canonicalJson({ ...sampleCard, signingKey: keys.publicKey });
    const seen = await verifyBundle(await forge(place, { keys, edit: edited('unit-card.json', () => card) }));
    expect(seen).toMatchObject({
      ok: true,
      signedBy: { unitId: 'nhu-quynh', fingerprint: fingerprintOf(keys.publicKey) },
    });
    expect(seen.signedBy?.fingerprint).not.toBe(sampleSigner.fingerprint);
  });

  test('BN26, BN54: with seal and card gone it is a plain bag: verified, signed by nobody, not received', async () => {
    const path = await forge(place, {
      edit: (files) => void files.delete('unit-card.json'),
      last: (files) => {
        for (const name of ['seal.jws', 'bag-info.txt', 'tagmanifest-sha256.txt']) files.delete(name);
      },
    });
    expect(await verifyBundle(path)).toMatchObject({ ok: true, signedBy: null });
    const read = await readBundle({ path, stagingFolder: place.staging });
    expect(read.errors.map(({ code }) => code)).toEqual(['goi-la']);
  });

  test('a good seal names the sender even where a file is damaged', async () => {
    const path = await forge(place, { last: (files) => void files.set('data/index.html', Buffer.from('khác')) });
    expect(await verifyBundle(path)).toMatchObject({ ok: false, complete: true, valid: false, signedBy: sampleSigner });
  });

  test('BN31: unknown fields of a newer minor version are kept to the byte', async () => {
    const path = await forge(place, {
      edit: editedData((data) => {
        data.format.version = '1.4';
        data.rows[0]!.newField = { a: [1, 2] };
      }),
    });
    const read = await readBundle({ path, stagingFolder: place.staging });
    expect(read.bundle).toMatchObject({ newerMinor: true });
    expect(read.bundle?.text).toContain('"newField":{"a":[1,2]}');
    expect(canonicalJson(read.bundle?.data)).toBe(read.bundle?.text);
  });
});
