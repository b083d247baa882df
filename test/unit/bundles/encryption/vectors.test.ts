/** SPEC BN60 to BN66: the public test vectors of the age format, each with the outcome its authors demand. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decryptFile } from '../../../../electron/bundles/encryption/encrypt-file.ts';
import { makeWorkplace, type Workplace } from '../bundle-sample.ts';

const vectors = JSON.parse(readFileSync(new URL('../../../fixtures/age/vectors.json', import.meta.url), 'utf8'));

type Vector = {
  name: string;
  expect: string;
  payload: string;
  identities: string[];
  passphrases: string[];
  file: Buffer;
};

function parse(name: string, base64: string): Vector {
  const bytes = Buffer.from(base64, 'base64');
  const split = bytes.indexOf('\n\n');
  const head = bytes
    .subarray(0, split)
    .toString('utf8')
    .split('\n')
    .map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)] as const);
  const all = (key: string) => head.filter(([found]) => found === key).map(([, value]) => value);
  const body = bytes.subarray(split + 2);
  return {
    name,
    expect: all('expect')[0] ?? '',
    payload: all('payload')[0] ?? '',
    identities: all('identity'),
    passphrases: all('passphrase'),
    file: all('compressed')[0] === 'zlib' ? inflateSync(body) : body,
  };
}

const parsed = Object.entries(vectors).map(([name, base64]) => parse(name, base64 as string));
const ownKinds = parsed.filter(({ name }) => !name.startsWith('hybrid'));
const otherKinds = parsed.filter(({ name }) => name.startsWith('hybrid'));

const codes: Record<string, string[]> = {
  'no match': ['khoa-cua-noi-khac', 'sai-mat-khau', 'khoa-la'],
  'header failure': ['ma-hoa-hong', 'ma-hoa-thieu', 'mat-khau-qua-nang', 'can-mat-khau', 'khong-khoa', 'khoa-la'],
  'HMAC failure': ['ma-hoa-hong'],
  'payload failure': ['ma-hoa-hong', 'ma-hoa-thieu'],
};

let place: Workplace;
beforeAll(() => {
  place = makeWorkplace();
});
afterAll(() => place.remove());

async function decrypt({ name, file, identities, passphrases }: Vector) {
  const source = join(place.root, `${name}.age`);
  writeFileSync(source, file);
  const [passphrase] = passphrases;
  return decryptFile({
    source,
    folder: place.out,
    fileName: `${name}.bin`,
    keys: { identities, ...(passphrase !== undefined && { passphrase }) },
  });
}

describe('vectors of the kinds of lock we use', () => {
  test('there are as many as were published', () => {
    expect(ownKinds.length).toBeGreaterThan(70);
    expect(otherKinds.length).toBeGreaterThan(15);
  });

  test.each(ownKinds.map((vector) => [vector.name, vector] as const))('%s', async (_, vector) => {
    const answer = await decrypt(vector);
    if (vector.expect === 'success') {
      if (!answer.ok) throw new Error(answer.error.message);
      expect(createHash('sha256').update(readFileSync(answer.value.path)).digest('hex')).toBe(vector.payload);
    } else {
      expect(answer.ok).toBe(false);
      if (!answer.ok) expect(codes[vector.expect]).toContain(answer.error.code);
    }
  });
});

test.each(otherKinds.map((vector) => [vector.name, vector] as const))(
  'BN63: a lock of another kind is refused in words, never opened by half: %s',
  async (_, vector) => {
    const identities = vector.identities.filter((identity) => identity.startsWith('AGE-SECRET-KEY-1'));
    const answer = await decrypt({ ...vector, identities });
    if (answer.ok)
      expect(createHash('sha256').update(readFileSync(answer.value.path)).digest('hex')).toBe(vector.payload);
    else expect(answer.error.message).toMatch(/^\p{Lu}.*\.$/u);
  },
);
