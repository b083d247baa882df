/** The name a bundle's file gets: readable, ASCII, the same on every system, and different for each sending. */
import { type AnyBundle, fileWordsOf, withKind } from './kinds.ts';
import { readableFileName } from './paths.ts';

/**
 * `bao-cao-2024-q1-xa-nhu-quynh-so-7.zip`: what it is, window or year, unit it is from (a verdict: to), sequence number. Further:
 * `thu-hoi-…`, `tra-loi-…`, `ke-hoach-2025-tinh-hung-yen-so-2.zip`.
 */
export function bundleFileName(data: AnyBundle): string {
  const stem = readableFileName(fileWordsOf(withKind(data)), new Set());
  return `${stem}-so-${data.bundle.sequence}.zip`;
}

/** Folder of the evidence inside a bundle; names come from `readableFileName`. */
export const evidenceFolder = 'data/minh-chung/';
