/** Bytes of a plain text file as Unicode, the encoding found by evidence. */
import { fromTcvn3, fromVni } from '../../../../shared/reading/legacy-fonts.ts';
import { vietnameseScore } from '../../../../shared/reading/syllable.ts';

export type DecodedText = { text: string; encoding: string };

/** Characters looked at to choose between encodings. */
const judged = 60_000;

/**
 * Decodes text: a byte-order mark decides, then UTF-16 by its zero bytes, then UTF-8 if it is valid; what is left was
 * written before Unicode and is read as whichever of CP1258, TCVN3 and VNI gives most Vietnamese words. Null for bytes that
 * are no text.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes.subarray(2), 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes.subarray(2), 'utf-16be');
  const wide = wideOrder(bytes);
  if (wide) return decoded(bytes, wide);
  if (isBinary(bytes)) return null;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return oldest(bytes);
  }
}

const decoded = (bytes: Uint8Array, encoding: string): DecodedText => ({
  text: new TextDecoder(encoding).decode(bytes),
  encoding,
});

/** UTF-16 without a mark: in mostly Latin text every other byte is zero, or a small page number of Vietnamese letters. */
function wideOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const seen = Math.min(bytes.length & ~1, 4096);
  if (seen < 4) return null;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let at = 0; at < seen; at += 2) {
    if (bytes[at] === 0) evenZeros++;
    if (bytes[at + 1] === 0) oddZeros++;
  }
  const half = seen / 2;
  if (oddZeros > half * 0.4 && evenZeros < half * 0.05) return 'utf-16le';
  if (evenZeros > half * 0.4 && oddZeros < half * 0.05) return 'utf-16be';
  return null;
}

/** Text has no zero bytes and hardly any control characters. */
function isBinary(bytes: Uint8Array): boolean {
  const seen = Math.min(bytes.length, 65_536);
  let controls = 0;
  for (let at = 0; at < seen; at++) {
    const byte = bytes[at]!;
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) controls++;
  }
  return controls * 50 > seen;
}

/** Text of one byte a letter: each reading is scored on its Vietnamese words, the best is taken. */
function oldest(bytes: Uint8Array): DecodedText {
  const codes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const readings: { encoding: string; read: () => string }[] = [
    { encoding: 'windows-1258', read: () => new TextDecoder('windows-1258').decode(bytes) },
    { encoding: 'TCVN3', read: () => fromTcvn3(codes) },
    { encoding: 'VNI', read: () => fromVni(codes) },
    { encoding: 'windows-1252', read: () => new TextDecoder('windows-1252').decode(bytes) },
  ];
  let best = readings[0]!;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const reading of readings) {
    const score = vietnameseScore(reading.read().slice(0, judged));
    if (score > bestScore) {
      best = reading;
      bestScore = score;
    }
  }
  return { text: best.read(), encoding: best.encoding };
}

/** A page may name its encoding itself; it is believed where its bytes were not valid UTF-8 and the name is a known one. */
export function decodePage(bytes: Uint8Array, found: DecodedText): DecodedText {
  if (found.encoding.startsWith('utf')) return found;
  const declared = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(found.text.slice(0, 4000))?.[1]?.toLowerCase();
  return declared === 'windows-1258' ? decoded(bytes, declared) : found;
}
