/**
 * Who can open an encrypted bundle: the header of an age file (age-encryption.org/v1; SPEC BN60 to BN65). Recipients and their keys
 * are the age library's; the password's key is derived by Node, which takes a third of the time, through the library's own
 * interface for further kinds of recipient.
 */
import { randomBytes, scryptSync } from 'node:crypto';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import {
  Decrypter,
  Encrypter,
  generateX25519Identity,
  type Identity,
  identityToRecipient,
  type Recipient,
  Stanza,
} from 'age-encryption';
import { fail, ok, type Result } from '../../../shared/core/result.ts';
import { type BundleProblem, problem } from '../files/problems.ts';

/** age keys of an installation: the identity (`AGE-SECRET-KEY-1…`) stays here, the recipient (`age1…`) goes into the unit card. */
export type EncryptionKeys = { identity: string; recipient: string };

export async function createEncryptionKeys(): Promise<EncryptionKeys> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** The recipient that belongs to an identity; throws on a text that is none. */
export const recipientOf = (identity: string): Promise<string> => identityToRecipient(identity);

/** What a bundle is locked with: to the cards of one or several units, or with a password told by telephone. Never both. */
export type BundleLock =
  | { recipients: string[]; passphrase?: undefined }
  | { passphrase: string; recipients?: undefined };

/** What this installation can open with. Several identities: a key that was replaced still opens what was sent to it. */
export type OpeningKeys = { identities?: readonly string[]; passphrase?: string };

const versionLine = 'age-encryption.org/v1';
const scryptLabel = 'age-encryption.org/v1/scrypt';

/** 128 MiB and a quarter of a second: what OWASP asks of scrypt, and what an old office PC can bear. */
const ownWorkFactor = 17;
/** age's own default; 256 MiB. More would let a file take all the memory of the PC that opens it. */
const highestWorkFactor = 18;

/** More than any header of ours; room for a hundred recipients of other programs. */
export const longestHeader = 64 * 1024;

/** True for a file that begins as an age file does, whatever its name. */
export const looksEncrypted = (start: Uint8Array): boolean =>
  Buffer.from(start.subarray(0, versionLine.length + 1)).toString('latin1') === `${versionLine}\n`;

/** Passwords are compared in composed form: Vietnamese keyboards of Windows and macOS type the same letter in two ways. */
const passwordText = (passphrase: string): string => passphrase.normalize('NFC');

/** A header for a new file, with the key of its payload. Refuses a recipient that is none, and an empty password. */
export async function makeHeader(
  lock: BundleLock,
  workFactor = ownWorkFactor,
): Promise<Result<{ header: Uint8Array; fileKey: Uint8Array }, BundleProblem>> {
  const encrypter = new Encrypter();
  if (lock.passphrase !== undefined) {
    if (lock.passphrase === '') return fail(problem('mat-khau-trong'));
    encrypter.addRecipient(passwordRecipient(passwordText(lock.passphrase), workFactor));
  } else {
    if (lock.recipients.length === 0) throw new Error('a lock nobody can open');
    for (const recipient of lock.recipients) {
      try {
        if (!recipientPattern.test(recipient)) throw new Error('not an X25519 recipient');
        encrypter.addRecipient(recipient);
      } catch {
        return fail(problem('khoa-nhan-sai', recipient));
      }
    }
  }
  let fileKey: Uint8Array | null = null;
  encrypter.addRecipient({
    wrapFileKey: (key) => {
      fileKey = Uint8Array.from(key);
      return [];
    },
  });
  const whole = await encrypter.encrypt(new Uint8Array(0));
  const end = headerEnd(whole);
  if (fileKey === null || end === null) throw new Error('the age library made no header');
  return ok({ header: whole.slice(0, end), fileKey });
}

const recipientPattern = /^age1[02-9ac-hj-np-z]{58}$/;

/** Where the header ends: after the line of its code. Null where it does not within `longestHeader` bytes. */
export function headerEnd(start: Uint8Array): number | null {
  const text = Buffer.from(start.subarray(0, longestHeader)).toString('latin1');
  const mark = text.indexOf('\n--- ');
  const end = mark < 0 ? -1 : text.indexOf('\n', mark + 1);
  return end < 0 ? null : end + 1;
}

/** Finds the payload's key with one of the keys, or says in words why none fits. Never throws on any bytes. */
export async function openHeader(header: Uint8Array, keys: OpeningKeys): Promise<Result<Uint8Array, BundleProblem>> {
  const kinds = stanzaKinds(header);
  const password = kinds.some(({ kind }) => kind === 'scrypt');
  if (!password && !kinds.some(({ kind }) => kind === 'X25519'))
    return fail(problem(kinds.length > 0 ? 'khoa-la' : 'ma-hoa-hong'));
  if (password && (keys.passphrase === undefined || keys.passphrase === '')) return fail(problem('can-mat-khau'));
  if (kinds.some(({ factor }) => factor > highestWorkFactor)) return fail(problem('mat-khau-qua-nang'));
  const decrypter = new Decrypter();
  try {
    if (password) decrypter.addIdentity(passwordIdentity(passwordText(keys.passphrase ?? '')));
    else for (const identity of keys.identities ?? []) decrypter.addIdentity(identity);
    return ok(await decrypter.decryptHeader(header));
  } catch (error) {
    if (!(error instanceof Error && error.message.includes('no identity matched'))) return fail(problem('ma-hoa-hong'));
    return fail(problem(password ? 'sai-mat-khau' : 'khoa-cua-noi-khac'));
  }
}

/** Kind of each stanza and the work factor a password stanza asks for, before anything is computed from them. */
function stanzaKinds(header: Uint8Array): { kind: string; factor: number }[] {
  return Buffer.from(header)
    .toString('latin1')
    .split('\n')
    .filter((line) => line.startsWith('-> '))
    .map((line) => {
      const [, kind = '', , factor = ''] = line.split(' ');
      return { kind, factor: kind === 'scrypt' && /^[0-9]+$/.test(factor) ? Number(factor) : 0 };
    });
}

const scryptKey = (passphrase: string, salt: Uint8Array, workFactor: number): Uint8Array =>
  scryptSync(passphrase, Buffer.concat([Buffer.from(scryptLabel), salt]), 32, {
    N: 2 ** workFactor,
    r: 8,
    p: 1,
    maxmem: 2 ** workFactor * 1024 + 1024 * 1024,
  });

const noNonce = new Uint8Array(12);
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/=+$/, '');

function passwordRecipient(passphrase: string, workFactor: number): Recipient {
  return {
    wrapFileKey: (fileKey) => {
      const salt = randomBytes(16);
      const body = chacha20poly1305(scryptKey(passphrase, salt, workFactor), noNonce).encrypt(fileKey);
      return [new Stanza(['scrypt', base64(salt), String(workFactor)], body)];
    },
  };
}

/** Throws on a malformed stanza, null for a wrong password: what the library's interface asks for. */
function passwordIdentity(passphrase: string): Identity {
  return {
    unwrapFileKey: (stanzas) => {
      const [stanza] = stanzas;
      const [, saltText = '', factor = ''] = stanza?.args ?? [];
      const salt = Buffer.from(saltText, 'base64');
      const good = salt.length === 16 && base64(salt) === saltText && /^[1-9][0-9]*$/.test(factor);
      if (stanzas.length !== 1 || stanza?.args.length !== 3 || !good || stanza.body.length !== 32)
        throw new Error('malformed scrypt stanza');
      try {
        return chacha20poly1305(scryptKey(passphrase, salt, Number(factor)), noNonce).decrypt(stanza.body);
      } catch {
        return null;
      }
    },
  };
}
