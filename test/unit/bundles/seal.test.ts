/** SPEC BN20 to BN25: what counts as a seal, and what does not. */
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createKeys, fingerprintOf, isSealed, seal } from '../../../electron/bundles/seal.ts';
import { sampleKeys } from './bundle-sample.ts';

const content = Buffer.from('abc\n');
const good =
  'eyJhbGciOiJFZERTQSIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il19..CH6kGDct_Nul5205pYt0whtDAVQGifJcYeIyAZOTlWcGrsDXqiqgT82Mh0yegSAUzlCB0b7kOIAkTHhAaePiAg';
const [header = '', signature = ''] = good.split('..');

/** A seal that is correctly signed by the right key, but with another header. */
function sealedWith(otherHeader: object): string {
  const encoded = Buffer.from(JSON.stringify(otherHeader)).toString('base64url');
  const signed = sign(null, Buffer.concat([Buffer.from(`${encoded}.`), content]), {
    key: sampleKeys.privateKey,
    format: 'jwk',
  });
  return `${encoded}..${signed.toString('base64url')}`;
}

describe('the seal', () => {
  test('test vectors of the specification', async () => {
    expect(await seal(content, sampleKeys)).toBe(good);
    expect(await isSealed(good, content, sampleKeys.publicKey)).toBe(true);
    expect(fingerprintOf(sampleKeys.publicKey)).toBe('2928 0615 1055 8581 6376 5799');
  });

  test('new keys differ, sign, and have a fingerprint of six groups', async () => {
    const [one, other] = [await createKeys(), await createKeys()];
    expect(one.privateKey.d).not.toBe(other.privateKey.d);
    expect(fingerprintOf(one.publicKey)).toMatch(/^(\d{4} ){5}\d{4}$/);
    const sealed = await seal(content, one);
    expect(await isSealed(sealed, content, one.publicKey)).toBe(true);
    expect(await isSealed(sealed, content, other.publicKey)).toBe(false);
  });

  test('BN21: the same header by hand is accepted, so the refusals below are for the header', async () => {
    expect(await isSealed(sealedWith({ alg: 'EdDSA', b64: false, crit: ['b64'] }), content, sampleKeys.publicKey)).toBe(
      true,
    );
  });

  const attacker = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
  test.each<[string, object]>([
    ['another order', { b64: false, alg: 'EdDSA', crit: ['b64'] }],
    ['alg none', { alg: 'none', b64: false, crit: ['b64'] }],
    ['alg HS256', { alg: 'HS256', b64: false, crit: ['b64'] }],
    ['alg Ed25519', { alg: 'Ed25519', b64: false, crit: ['b64'] }],
    ['a key inside', { alg: 'EdDSA', b64: false, crit: ['b64'], jwk: attacker }],
    ['a key address inside', { alg: 'EdDSA', b64: false, crit: ['b64'], jku: 'https://x.example' }],
    ['an unknown critical extension', { alg: 'EdDSA', b64: false, crit: ['b64', 'exp'], exp: 1 }],
    ['encoded payload', { alg: 'EdDSA' }],
    ['b64 not critical', { alg: 'EdDSA', b64: false }],
  ])('BN21: header with %s is refused though signed by the right key', async (_, otherHeader) => {
    expect(await isSealed(sealedWith(otherHeader), content, sampleKeys.publicKey)).toBe(false);
  });

  test('BN21: a MAC with the public key as secret is refused', async () => {
    const encoded = Buffer.from('{"alg":"HS256","b64":false,"crit":["b64"]}').toString('base64url');
    const mac = createHmac('sha256', Buffer.from(sampleKeys.publicKey.x, 'base64url'))
      .update(`${encoded}.`)
      .update(content);
    expect(await isSealed(`${encoded}..${mac.digest('base64url')}`, content, sampleKeys.publicKey)).toBe(false);
  });

  /** The same 64 bytes in base64url, spelled with other unused bits at the end. */
  const respelled = signature.replace(/.$/, (last) => String.fromCharCode(last.charCodeAt(0) + 1));

  test.each([
    ['nothing', ''],
    ['a line end', `${good}\n`],
    ['a blank in front', ` ${good}`],
    ['an empty signature', `${header}..`],
    ['a payload inside', `${header}.YWJjCg.${signature}`],
    ['padding', `${good}==`],
    ['another spelling of the same signature', `${header}..${respelled}`],
    ['half a signature', `${header}..${signature.slice(0, 43)}`],
    ['a signature of zeros', `${header}..${'A'.repeat(86)}`],
    ['a JSON seal', JSON.stringify({ protected: header, signature })],
  ])('BN20: %s is no seal', async (_, text) => {
    expect(await isSealed(text, content, sampleKeys.publicKey)).toBe(false);
  });

  test('BN20: other bytes are not sealed by it', async () => {
    for (const other of ['', 'abc', 'abc\n\n', 'abd\n'])
      expect(await isSealed(good, Buffer.from(other), sampleKeys.publicKey)).toBe(false);
  });
});
