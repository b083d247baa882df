/** Everything an office's program needs from outside, made once in `open-office.ts` and handed down; nothing here is global. */

import type { DataFolder } from '../../../db/data-folder.ts';
import type { Database } from '../../../db/open.ts';
import type { Act, Batch, Writer } from '../../../db/write.ts';
import type { ReadPlan } from '../../../shared/plan/read-plan.ts';
import { dateInVietnam, type IsoDate } from '../../../shared/text/dates.ts';
import type { PrintPdf } from '../../documents/write/print-pdf.ts';
import type { Capabilities } from './evidence-door.ts';
import type { FileTexts } from './file-texts.ts';
import type { Jobs } from './jobs.ts';
import type { NewestKept } from './newest-kept.ts';
import type { Places } from './places.ts';

/** A file that was read but not kept: bytes and result in memory only, so that nothing is stored before the person's yes. */
export type ReadFile = { readonly name: string; readonly bytes: Uint8Array; readonly plan: ReadPlan };

export type Deps = {
  readonly folder: DataFolder;
  readonly db: Database;
  readonly writer: Writer;
  readonly jobs: Jobs;
  readonly reads: NewestKept<ReadFile>;
  /** PDFs that were made and not fetched yet, by the job that made them. */
  readonly pdfs: NewestKept<Uint8Array>;
  readonly capabilities: Capabilities;
  readonly fileTexts: FileTexts;
  readonly places: Places;
  readonly printPdf: PrintPdf;
  readonly version: string;
  readonly clock: () => number;
  readonly newId: () => string;
  readonly log: (line: string) => void;
};

/** Who asks: a person of the office, or the office itself when nobody is chosen. */
export type Actor = { readonly id: string; readonly personId: string | null };

/** One person's act, journaled under one label and undone as a whole. */
export function act<T>(
  deps: Deps,
  actor: Actor,
  action: string,
  label: string,
  work: (batch: Batch) => T,
  undoable = true,
): { value: T; batchId: string } {
  const batchId = deps.newId();
  const given: Act = { actor: actor.id, at: deps.clock(), action, label, undoable };
  return { value: deps.writer.run(given, batchId, work), batchId };
}

export const today = (deps: Deps): IsoDate => dateInVietnam(deps.clock());
