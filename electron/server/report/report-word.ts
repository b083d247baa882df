/** The Word file of a report: its name, and the bytes that were kept when it was frozen or are made now. */
import { readFile } from 'node:fs/promises';
import { blobPath } from '../../../db/blobs.ts';
import { fold } from '../../../shared/text/fold.ts';
import { renderWord } from '../../work/tasks.ts';
import type { Deps } from '../core/deps.ts';
import { type Refusal, refuse } from '../core/refusal.ts';
import { buildNow } from './report-facts.ts';
import type { ReportMaterial } from './report-material.ts';

/** ASCII name people recognise in a folder: `BC-2024-Q1-nhu-quynh`. */
export const wordName = ({ window, office }: ReportMaterial): string =>
  `BC-${window.key}-${fold(office.unit.name).replace(/[^a-z0-9]+/g, '-')}`;

/** Refused where the frozen file is no longer in the store. */
export async function wordBytes(deps: Deps, material: ReportMaterial): Promise<Uint8Array | Refusal> {
  const { report } = material;
  if (report.docxSha256 === null) return renderWord(buildNow(material).document);
  return readFile(blobPath(deps.folder, report.docxSha256)).catch(() => refuse('mat-minh-chung'));
}
