/**
 * The payload of an age file, chunk by chunk (age-encryption.org/v1, "Payload"; SPEC BN62): ChaCha20-Poly1305 over 64 KiB each, the
 * nonce being the chunk's number and whether it is the last. Because the number alone decides, any chunk can be written or opened
 * on its own.
 *
 * OpenSSL's cipher is ten times faster than the JavaScript one; Electron's crypto library does not offer it (electron#24024), so
 * there the cipher comes from the library that the age package itself uses.
 */
import { createCipheriv, createDecipheriv, getCiphers, hkdfSync } from 'node:crypto';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';

export const chunkPlainBytes = 64 * 1024;
const tagBytes = 16;
export const chunkSealedBytes = chunkPlainBytes + tagBytes;
export const payloadNonceBytes = 16;

const algorithm = 'chacha20-poly1305';
const hasNative = getCiphers().includes(algorithm);

export type ChunkCipher = {
  /**
   * Writes ciphertext and tag of chunk `index` to the beginning of `target` and returns how many bytes they are. Never call twice with
   * one index and other bytes.
   */
  seal(index: number, isLast: boolean, plain: Uint8Array, target: Uint8Array): number;
  /**
   * Writes the plaintext to the beginning of `target` and returns how many bytes it is; null where the chunk is not what was written,
   * and then `target` must not be used.
   */
  open(index: number, isLast: boolean, sealed: Uint8Array, target: Uint8Array): number | null;
};

/** The cipher of one file. `native: false` takes the JavaScript cipher even where the fast one is there. */
export function chunkCipher(fileKey: Uint8Array, nonce: Uint8Array, native = hasNative): ChunkCipher {
  const key = new Uint8Array(hkdfSync('sha256', fileKey, nonce, 'payload', 32));
  return native ? nativeCipher(key) : portableCipher(key);
}

/** Eleven bytes of chunk number, big-endian, then 1 for the last chunk. */
function chunkNonce(index: number, isLast: boolean): Uint8Array {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(index, 5, 6);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

function nativeCipher(key: Uint8Array): ChunkCipher {
  return {
    seal: (index, isLast, plain, target) => {
      const cipher = createCipheriv(algorithm, key, chunkNonce(index, isLast), { authTagLength: tagBytes });
      inPieces(plain, target, (piece) => cipher.update(piece));
      cipher.final();
      target.set(cipher.getAuthTag(), plain.byteLength);
      return plain.byteLength + tagBytes;
    },
    open: (index, isLast, sealed, target) => {
      if (sealed.byteLength < tagBytes) return null;
      const split = sealed.byteLength - tagBytes;
      const decipher = createDecipheriv(algorithm, key, chunkNonce(index, isLast), { authTagLength: tagBytes });
      decipher.setAuthTag(sealed.subarray(split));
      inPieces(sealed.subarray(0, split), target, (piece) => decipher.update(piece));
      try {
        decipher.final();
        return split;
      } catch {
        return null;
      }
    },
  };
}

const pieceBytes = 16 * 1024;

/** Node makes a new buffer for every call; small ones are collected soon, large ones only after many megabytes of them. */
function inPieces(source: Uint8Array, target: Uint8Array, change: (piece: Uint8Array) => Uint8Array): void {
  for (let done = 0; done < source.byteLength; done += pieceBytes)
    target.set(change(source.subarray(done, done + pieceBytes)), done);
}

function portableCipher(key: Uint8Array): ChunkCipher {
  return {
    seal: (index, isLast, plain, target) => {
      const sealedBytes = plain.byteLength + tagBytes;
      chacha20poly1305(key, chunkNonce(index, isLast)).encrypt(plain, target.subarray(0, sealedBytes));
      return sealedBytes;
    },
    open: (index, isLast, sealed, target) => {
      if (sealed.byteLength < tagBytes) return null;
      const split = sealed.byteLength - tagBytes;
      try {
        chacha20poly1305(key, chunkNonce(index, isLast)).decrypt(sealed, target.subarray(0, split));
        return split;
      } catch {
        return null;
      }
    },
  };
}

/** How many bytes `plainBytes` of content become after header and nonce. */
export const payloadBytes = (plainBytes: number): number => plainBytes + tagBytes * chunkCount(plainBytes);

/** Empty content is one empty chunk. */
export const chunkCount = (plainBytes: number): number => Math.max(1, Math.ceil(plainBytes / chunkPlainBytes));

/** How many bytes of content lie in a payload of this size; null where no payload has that size. */
export function plainBytesOf(sealedBytes: number): number | null {
  const chunks = Math.max(1, Math.ceil(sealedBytes / chunkSealedBytes));
  const last = sealedBytes - (chunks - 1) * chunkSealedBytes;
  if (last < tagBytes || (chunks > 1 && last === tagBytes)) return null;
  return sealedBytes - tagBytes * chunks;
}
