/**
 * The seal of a bundle: a detached JWS (RFC 7515 appendix F, RFC 7797) with Ed25519 over the bytes of the tag manifest. SPEC BN20
 * to BN25. The header is one fixed text, so there is nothing in it to choose: no other algorithm, no key, no unknown extension.
 */
import { createHash } from 'node:crypto';
import { exportJWK, FlattenedSign, flattenedVerify, generateKeyPair, importJWK } from 'jose';
import { type PublicKey, publicKey } from '../../shared/bundle/unit-card.ts';

export const sealPath = 'seal.jws';

const algorithm = 'EdDSA';
const header = { alg: algorithm, b64: false, crit: ['b64'] };
const encodedHeader = Buffer.from(JSON.stringify(header)).toString('base64url');

/** An Ed25519 key pair as JSON Web Keys. The private one never leaves the installation but in its backup. */
export type SigningKeys = { publicKey: PublicKey; privateKey: PublicKey & { d: string } };

export async function createKeys(): Promise<SigningKeys> {
  const pair = await generateKeyPair(algorithm, { crv: 'Ed25519', extractable: true });
  const { d } = await exportJWK(pair.privateKey);
  const key = publicKey.parse(await exportJWK(pair.publicKey));
  if (d === undefined) throw new Error('a private key without its secret');
  return { publicKey: key, privateKey: { ...key, d } };
}

const fingerprintDigits = 24;

/**
 * Six groups of four digits to compare over the telephone, e.g. `4821 0975 …` (BN25): the first 16 bytes of SHA-256 over the raw
 * public key, as a number modulo 10^24. About 80 bits: nobody can make a second key for given digits.
 */
export function fingerprintOf(key: PublicKey): string {
  const digest = createHash('sha256').update(Buffer.from(key.x, 'base64url')).digest('hex');
  const number = BigInt(`0x${digest.slice(0, 32)}`) % 10n ** BigInt(fingerprintDigits);
  return number
    .toString()
    .padStart(fingerprintDigits, '0')
    .replace(/(\d{4})(?=\d)/g, '$1 ');
}

/** The content of `seal.jws`: `header..signature`, no line end. */
export async function seal(content: Uint8Array, keys: SigningKeys): Promise<string> {
  const key = await importJWK(keys.privateKey, algorithm);
  const signed = await new FlattenedSign(content).setProtectedHeader(header).sign(key);
  return `${signed.protected}..${signed.signature}`;
}

/** True when `sealText` is exactly a seal of ours over `content` by the owner of `key`. Never throws on any text. */
export async function isSealed(sealText: string, content: Uint8Array, key: PublicKey): Promise<boolean> {
  const match = /^([A-Za-z0-9_-]+)\.\.([A-Za-z0-9_-]+)$/.exec(sealText);
  const signature = match?.[2] ?? '';
  // Base64 has several spellings of the same bytes; only one of them is a seal.
  const canonical = Buffer.from(signature, 'base64url').toString('base64url') === signature;
  if (match?.[1] !== encodedHeader || !canonical) return false;
  try {
    const verified = await flattenedVerify(
      { protected: encodedHeader, payload: content, signature },
      await importJWK(key, algorithm),
      { algorithms: [algorithm], crit: { b64: true } },
    );
    return verified.protectedHeader?.alg === algorithm;
  } catch {
    return false;
  }
}
