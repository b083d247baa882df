/**
 * Receipt codes (SPEC BN90 to BN97): the receiver reads sixteen signs over the telephone, the sender types them in and knows which
 * bundle was received. Both units have an age key in their cards; the secret the two keys agree on (X25519) makes the code, so that
 * nobody else can. No signature fits into sixteen signs: the code convinces the sender, not a third person; that the verdict bundle does.
 */
import { createHash, createHmac, createPrivateKey, createPublicKey, diffieHellman, hkdfSync } from 'node:crypto';
import { bech32 } from '@scure/base';
import { type CodeFault, codeFaultWords, codeOf, codeSpace, parseCode } from '../../shared/bundle/receipt-code.ts';
import type { PublicKey } from '../../shared/bundle/unit-card.ts';
import { fail, ok, type Result } from '../../shared/core/result.ts';

const signedLabel = 'so-viec/bien-nhan/1';
const plainLabel = 'so-viec/doi-chieu/1';

export type ReceiptInput = {
  /** Content digest (BN24) of the bundle received, 64 hexadecimal digits. */
  contentDigest: string;
  /** Own age identity (`AGE-SECRET-KEY-1…`), the receiver's or the sender's. */
  ownIdentity: string;
  /** The other side's age recipient (`age1…`), from its card. */
  otherRecipient: string;
  /** Signing keys of both, from their cards: who received, and who sent. */
  receiverKey: PublicKey;
  senderKey: PublicKey;
};

/**
 * The signed receipt code: sixteen signs, the same computed at the receiver and at the sender. Null where the other side's key
 * cannot agree on a secret (malformed, or of the few that give none).
 */
export function signedReceipt(input: ReceiptInput): string | null {
  const secret = agreedSecret(input.ownIdentity, input.otherRecipient);
  if (secret === null) return null;
  const key = Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), signedLabel, 32));
  const mac = createHmac('sha256', key)
    .update(Buffer.from(input.contentDigest, 'hex'))
    .update(Buffer.from(input.receiverKey.x, 'base64url'))
    .update(Buffer.from(input.senderKey.x, 'base64url'))
    .digest();
  return codeOf(contentOf(mac));
}

/**
 * The check code ("mã đối chiếu") where no key of the other is known: of the content alone. It shows that somebody has exactly
 * this bundle in hand, not who.
 */
export const checkCode = (contentDigest: string): string =>
  codeOf(contentOf(createHash('sha256').update(plainLabel).update(Buffer.from(contentDigest, 'hex')).digest()));

/** The first sixteen bytes as a number, big-endian, modulo the codes there are. */
const contentOf = (digest: Buffer): bigint => BigInt(`0x${digest.subarray(0, 16).toString('hex')}`) % codeSpace;

/** A unit a receipt may come from: the keys of its card. */
export type PossibleReceiver = { signingKey: PublicKey; encryptionRecipient: string | null };

export type ReceiptQuestion = {
  typed: string;
  /** Content digests of what was sent, newest first. */
  sent: readonly string[];
  receivers: readonly PossibleReceiver[];
  own: { identity: string; signingKey: PublicKey };
};

/** `receiver` null: only the check code fitted, so the code does not say who has the bundle. */
export type RecognisedReceipt = { contentDigest: string; receiver: PossibleReceiver | null };

export type ReceiptFault = { code: CodeFault['code'] | 'khong-khop'; message: string };

/** Finds the sent bundle a typed code is the receipt of. Typing errors and codes of nothing that was sent are refused in words. */
export function recogniseReceipt({
  typed,
  sent,
  receivers,
  own,
}: ReceiptQuestion): Result<RecognisedReceipt, ReceiptFault> {
  const parsed = parseCode(typed);
  if (!parsed.ok) return fail({ code: parsed.error.code, message: codeFaultWords(parsed.error) });
  for (const contentDigest of sent) {
    for (const receiver of receivers) {
      if (receiver.encryptionRecipient === null) continue;
      const expected = signedReceipt({
        contentDigest,
        ownIdentity: own.identity,
        otherRecipient: receiver.encryptionRecipient,
        receiverKey: receiver.signingKey,
        senderKey: own.signingKey,
      });
      if (expected === parsed.value) return ok({ contentDigest, receiver });
    }
    if (checkCode(contentDigest) === parsed.value) return ok({ contentDigest, receiver: null });
  }
  return fail({
    code: 'khong-khop',
    message:
      'Mã đúng mẫu nhưng không phải biên nhận của gói nào máy này đã gửi cho nơi nhận đã biết. Chưa ghi gì. Hãy hỏi nơi nhận tên tệp và số gói họ đã nhận.',
  });
}

/** X25519 of the own secret and the other's public key; null for a key that gives no secret. */
function agreedSecret(identity: string, recipient: string): Buffer | null {
  const publicBytes = bytesOf(recipient, 'age');
  const privateBytes = bytesOf(identity, 'age-secret-key-');
  if (privateBytes === null) throw new Error('not an age identity');
  if (publicBytes === null) return null;
  try {
    return diffieHellman({
      privateKey: createPrivateKey({ key: Buffer.concat([pkcs8, privateBytes]), format: 'der', type: 'pkcs8' }),
      publicKey: createPublicKey({ key: Buffer.concat([spki, publicBytes]), format: 'der', type: 'spki' }),
    });
  } catch {
    // OpenSSL refuses the points that lead to no secret.
    return null;
  }
}

/** RFC 8410: the fixed bytes in front of a raw X25519 key. */
const pkcs8 = Buffer.from('302e020100300506032b656e04220420', 'hex');
const spki = Buffer.from('302a300506032b656e032100', 'hex');

function bytesOf(text: string, prefix: string): Buffer | null {
  try {
    const decoded = bech32.decodeToBytes(text);
    return decoded.prefix.toLowerCase() === prefix && decoded.bytes.length === 32 ? Buffer.from(decoded.bytes) : null;
  } catch {
    return null;
  }
}
