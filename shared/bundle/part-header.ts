/**
 * Parts of a bundle too large for mail: each is a file of its own that says what it is a part of, so that parts may come renamed,
 * in any order, twice, from different folders. Rules BN100 to BN105 of SPEC.md.
 */
import { z } from 'zod';
import { fail, ok, type Result } from '../core/result.ts';
import { canonicalJson, parseCanonicalJson } from './canonical.ts';
import { pathFault } from './paths.ts';

export const partMagic = 'so-viec/phan 1';

/** No header of ours is half as long. */
export const longestPartHeader = 4096;

export const mostParts = 999;
const mostBytes = 64 * 1024 ** 3;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const whole = z.number().int().positive();

const partFields = z.looseObject({
  /** Name of the file all parts make together. */
  fileName: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,149}$/),
  number: whole.max(mostParts),
  count: whole.max(mostParts),
  /** Bytes of this part's content, and its digest. */
  bytes: whole.max(mostBytes),
  sha256,
  /** Bytes of the whole file, and its digest: what tells this set of parts from all others. */
  totalBytes: whole.max(mostBytes),
  totalSha256: sha256,
});
export type PartHeader = z.infer<typeof partFields>;

const partHeader = partFields
  .refine(({ fileName }) => pathFault(fileName) === null, 'Tên tệp không dùng được.')
  .refine((part) => part.number <= part.count && part.bytes === sliceOf(part).bytes, 'Số phần không khớp.');

/** Where a part lies in the whole: all parts are as long as the first, but the last, which has the rest (BN102). */
export function sliceOf(part: Pick<PartHeader, 'number' | 'count' | 'totalBytes'>): { offset: number; bytes: number } {
  const length = Math.ceil(part.totalBytes / part.count);
  const offset = (part.number - 1) * length;
  return { offset, bytes: Math.min(length, part.totalBytes - offset) };
}

/** The fewest parts of which none, header included, is longer than `limit` bytes; null where that takes too many. */
export function partCount(totalBytes: number, limit: number): number | null {
  const room = limit - longestPartHeader;
  if (room < 1) return null;
  const count = Math.ceil(totalBytes / room);
  return count >= 1 && count <= mostParts ? count : null;
}

/** The lines in front of a part's content. The third is their own digest, so that a changed header is known from the header alone. */
export function partHeaderText(part: PartHeader, sha256Of: (text: string) => string): string {
  const lines = `${partMagic}\n${canonicalJson(part)}\n`;
  return `${lines}${sha256Of(lines)}\n`;
}

/** Reads the beginning of a file; `no-part` where it is none, `damaged` where it was one. `length` is where the content begins. */
export function readPartHeader(
  start: string,
  sha256Of: (text: string) => string,
): Result<{ part: PartHeader; length: number }, 'no-part' | 'damaged'> {
  if (!start.startsWith(`${partMagic}\n`)) return fail('no-part');
  const jsonEnd = start.indexOf('\n', partMagic.length + 1);
  const digest = start.slice(jsonEnd + 1, jsonEnd + 66);
  const lines = start.slice(0, jsonEnd + 1);
  if (jsonEnd < 0 || digest !== `${sha256Of(lines)}\n`) return fail('damaged');
  const value = parseCanonicalJson(start.slice(partMagic.length + 1, jsonEnd));
  const parsed = value.ok ? partHeader.safeParse(value.value) : null;
  return parsed?.success ? ok({ part: parsed.data, length: jsonEnd + 66 }) : fail('damaged');
}

/** `bao-cao-2024-q1-xa-nhu-quynh-so-7.phan-01-cua-05.goi`; both numbers have the same width, so that folders list them in order. */
export function partFileName({ fileName, number, count }: Pick<PartHeader, 'fileName' | 'number' | 'count'>): string {
  const width = Math.max(2, String(count).length);
  const stem = fileName.replace(/(\.zip)?(\.age)?$/, '');
  return `${stem}.phan-${String(number).padStart(width, '0')}-cua-${String(count).padStart(width, '0')}.goi`;
}

/** `2`, `2 và 4`, `2, 4 và 5`: numbers as they are read out. */
export const listedNumbers = (numbers: readonly number[]): string =>
  numbers.length < 2 ? numbers.join('') : `${numbers.slice(0, -1).join(', ')} và ${numbers.at(-1)}`;
