/**
 * Word files of a draft that went out: kept, so that one that comes back tells the person's edits from what the program changed since.
 * The id of the remembered file stands in the file itself, as a document property that Word and LibreOffice keep.
 */
import { readFile } from 'node:fs/promises';
import { blobPath, putBytes } from '../../../db/blobs.ts';
import { exportedOf, readExported } from '../../../db/queries/exported.ts';
import type { RowOf } from '../../../db/tables.ts';
import type { OfficialDocument } from '../../../shared/document/model.ts';
import type { SourceBlock } from '../../../shared/plan/read-plan.ts';
import type { WorkControl } from '../../work/run-in-worker.ts';
import { readPlanFile, renderWord } from '../../work/tasks.ts';
import { type Actor, act, type Deps } from '../core/deps.ts';
import { type Refusal, refuse } from '../core/refusal.ts';

export type ExportOwner = { kind: 'report' | 'plan'; id: string };

/** A clerk edits one of the last files; beyond these an older one is still kept for a quarter, up to so many. */
const newestKept = 20;
const keptDays = 90;
const mostKept = 60;

/** The draft as a Word file that names itself, remembered before it goes out. */
export async function exportWord(
  deps: Deps,
  actor: Actor,
  owner: ExportOwner,
  document: OfficialDocument,
): Promise<Uint8Array | Refusal> {
  const id = deps.newId();
  const bytes = await renderWord(document, undefined, id);
  const stored = await putBytes(deps.folder, bytes);
  if (!stored.ok) return refuse(stored.error.code);
  const exportedAt = deps.clock();
  const row = { id, ownerId: owner.id, ownerKind: owner.kind, sha256: stored.value.sha256, exportedAt };
  const label = owner.kind === 'plan' ? 'Xuất kế hoạch ra Word' : 'Xuất báo cáo ra Word';
  act(
    deps,
    actor,
    `${owner.kind}.word`,
    label,
    (batch) => {
      batch.insert('exportedWord', row);
      for (const old of tooOld(deps, owner, exportedAt)) batch.remove('exportedWord', old, null);
    },
    false,
  );
  return bytes;
}

/** What nobody will need any more: beyond the newest and older than a quarter, or beyond the most that are kept. */
function tooOld(deps: Deps, { id }: ExportOwner, now: number): string[] {
  const since = now - keptDays * 24 * 60 * 60 * 1000;
  return exportedOf(deps.db, id)
    .filter(({ exportedAt }, at) => at >= mostKept || (at >= newestKept && exportedAt < since))
    .map((row) => row.id);
}

/** The remembered file that this one says it was made from; null where it says none or it is forgotten. */
export const exportNamed = (deps: Deps, id: string | undefined): RowOf<'exportedWord'> | null =>
  id === undefined ? null : readExported(deps.db, id);

/** Files looked at where the returned one does not say which it is: a clerk edits the newest, or one of the few before it. */
const lookedAt = 4;

export type EarlierExport = { blocks: SourceBlock[]; at: number };

/** How the file went out; null where that is not known. `alike` says how much of the file an exported one explains, 0 to 1. */
export async function earlierExport(
  deps: Deps,
  owner: ExportOwner,
  mark: string | undefined,
  alike: (blocks: readonly SourceBlock[]) => number,
  control: WorkControl,
): Promise<EarlierExport | null> {
  const named = exportNamed(deps, mark);
  const rows = named?.ownerId === owner.id ? [named] : exportedOf(deps.db, owner.id).slice(0, lookedAt);
  let best: (EarlierExport & { common: number }) | null = null;
  for (const { sha256, exportedAt } of rows) {
    const bytes = await readFile(blobPath(deps.folder, sha256)).catch(() => null);
    const blocks = bytes && (await blocksOfWord(new Uint8Array(bytes), control));
    if (!blocks) continue;
    const common = alike(blocks);
    if (best === null || common > best.common) best = { blocks, at: exportedAt, common };
  }
  return best;
}

/** A Word file of the program's own as the reader sees it; null when it cannot be read any more. */
export async function blocksOfWord(bytes: Uint8Array, control: WorkControl): Promise<SourceBlock[] | null> {
  const read = await readPlanFile({ bytes, name: 'ban-xuat.docx' }, control);
  return read.ok ? read.value.source.blocks : null;
}
