/** The name a bundle's file gets: readable, ASCII, the same on every system, and different for each sending. */
import { type AnyBundle, withKind } from './kinds.ts';
import { readableFileName } from './paths.ts';
import { bundleUnitName } from './unit-card.ts';

/**
 * `bao-cao-2024-q1-xa-nhu-quynh-so-7.zip`: what it is, window or year, unit it is from (a verdict: to), sequence number. Further:
 * `thu-hoi-…`, `tra-loi-…`, `ke-hoach-2025-tinh-hung-yen-so-2.zip`.
 */
export function bundleFileName(data: AnyBundle): string {
  const stem = readableFileName(wordsOf(data), new Set());
  return `${stem}-so-${data.bundle.sequence}.zip`;
}

function wordsOf(any: AnyBundle): string {
  const { kind, data } = withKind(any);
  const from = bundleUnitName(data.sender.unit);
  if (kind === 'report') return `bao-cao ${data.window.key} ${from}`;
  if (kind === 'recall') return `thu-hoi ${data.window.key} ${from}`;
  if (kind === 'verdict') return `tra-loi ${data.window.key} ${data.receiver.name.replace(/^UBND\s+/, '')}`;
  return `ke-hoach ${data.plan.year} ${from}`;
}

/** Folder of the evidence inside a bundle; names come from `readableFileName`. */
export const evidenceFolder = 'data/minh-chung/';
