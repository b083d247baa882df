/** The name a bundle's file gets: readable, ASCII, the same on every system, and different for each sending. */
import type { ReportBundle } from './manifest-v1.ts';
import { readableFileName } from './paths.ts';
import { bundleUnitName } from './unit-card.ts';

/** `bao-cao-2024-q1-xa-nhu-quynh-so-7.zip`: window, unit, the installation's sequence number. */
export function bundleFileName({ window, sender, bundle }: Pick<ReportBundle, 'window' | 'sender' | 'bundle'>): string {
  const stem = readableFileName(`bao-cao ${window.key} ${bundleUnitName(sender.unit)}`, new Set());
  return `${stem}-so-${bundle.sequence}.zip`;
}

/** Folder of the evidence inside a bundle; names come from `readableFileName`. */
export const evidenceFolder = 'data/minh-chung/';
