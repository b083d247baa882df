/** Keys of the installation: made once, an old file gets its encryption key, nothing in it is ever lost. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DataFolder } from '../../../db/data-folder.ts';
import { recipientOf } from '../../../electron/bundles/encryption/locks.ts';
import { identityOf, unitCardOf } from '../../../electron/server/exchange/keys/identity.ts';
import { unitCard } from '../../../shared/bundle/unit-card.ts';
import { makeWorkplace, sampleKeys, type Workplace } from './bundle-sample.ts';

let place: Workplace;
let folder: DataFolder;
let path: string;
beforeEach(() => {
  place = makeWorkplace();
  const keys = join(place.root, 'khoa');
  mkdirSync(keys);
  folder = { keys } as DataFolder;
  path = join(keys, 'may-nay.json');
});
afterEach(() => place.remove());

const unit = { id: 'nhu-quynh', kind: 'xa', name: 'Như Quỳnh', superiorName: 'tỉnh Hưng Yên' };

test('made once with both keys; the card carries both public ones', async () => {
  const made = await identityOf(folder, () => 'may-1');
  expect(await identityOf(folder, () => 'may-2')).toEqual(made);
  expect(await recipientOf(made.encryption.identity)).toBe(made.encryption.recipient);
  const card = unitCard.parse(unitCardOf(made, unit));
  expect(card).toMatchObject({ encryptionRecipient: made.encryption.recipient, signingKey: made.keys.publicKey });
  expect(JSON.stringify(card)).not.toContain('SECRET');
});

test('a file of an older version gets an encryption key and keeps everything it has', async () => {
  writeFileSync(path, JSON.stringify({ installationId: 'may-cu', keys: sampleKeys, ghiChu: 'giữ lại' }));
  const [one, other] = await Promise.all([identityOf(folder, () => 'x'), identityOf(folder, () => 'y')]);
  expect(other).toEqual(one);
  expect(one).toMatchObject({ installationId: 'may-cu', keys: sampleKeys });
  const stored = JSON.parse(readFileSync(path, 'utf8'));
  expect(stored).toEqual({ installationId: 'may-cu', keys: sampleKeys, ghiChu: 'giữ lại', encryption: one.encryption });
});

test.each(['', '{', '{"installationId":"a"}'])(
  'a file that is there but broken is never replaced: %j',
  async (text) => {
    writeFileSync(path, text);
    await expect(identityOf(folder, () => 'x')).rejects.toThrow();
    expect(readFileSync(path, 'utf8')).toBe(text);
  },
);
