/**
 * The place of the next bundle in this installation's row (BN32): number, and digest of the one before. Kept twice, in the ledger and in
 * a small file beside the keys, because the ledger goes back in time when somebody restores an old copy of the data, and a number given
 * twice would look to the receiver like a contradiction (NH9).
 *
 * A place is held before the first byte is written, with the digest the finished file will have: a run that was killed after the file got
 * its name and before the ledger knew it neither gives the number away again nor loses the link to it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { DataFolder } from '../../../../db/data-folder.ts';
import { lastSent } from '../../../../db/queries/sent.ts';
import { writeWhole } from '../../../../db/write-whole.ts';
import type { Deps } from '../../core/deps.ts';

const link = z.object({ sequence: z.number().int().nonnegative(), digest: z.string().nullable() });
const rowFile = z.object({ last: link, held: link.extend({ key: z.string(), head: z.unknown() }).nullable() });

type Link = z.infer<typeof link>;
type RowFile = z.infer<typeof rowFile>;

/** What goes into the head of the next bundle. */
export type NextPlace = { sequence: number; previous: string | null };

/** `key` names what is sent, so that the same content asked for again after a crash gets the same head. */
export type HeldPlace = { key: string; sequence: number; digest: string; head: unknown };

const nothing: RowFile = { last: { sequence: 0, digest: null }, held: null };
const pathOf = (folder: DataFolder): string => join(folder.keys, 'so-goi-gui.json');

/** A file that is there but broken is a defect, never silently replaced: its number may be the only one that is right. */
function readRow(folder: DataFolder): RowFile {
  let text: string;
  try {
    text = readFileSync(pathOf(folder), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return nothing;
    throw error;
  }
  return rowFile.parse(JSON.parse(text));
}

const writeRow = (folder: DataFolder, row: RowFile): void => writeWhole(pathOf(folder), JSON.stringify(row));

/** The newest bundle the ledger knows: reports and everything else that left. */
const lastInLedger = ({ db }: Deps): Link => lastSent(db) ?? nothing.last;

const newer = (a: Link, b: Link): Link => (b.sequence > a.sequence ? b : a);

/** A place that is held counts: its file may lie on a stick somewhere. */
export function nextPlace(deps: Deps): NextPlace {
  const { last, held } = readRow(deps.folder);
  const before = newer(newer(lastInLedger(deps), last), held ?? nothing.last);
  return { sequence: before.sequence + 1, previous: before.digest };
}

/** Head and content digest made for `key` by a run that did not end; null where there is none. */
export function heldPlace<T>(deps: Deps, key: string): { head: T; digest: string | null } | null {
  const { held } = readRow(deps.folder);
  return held?.key === key ? { head: held.head as T, digest: held.digest } : null;
}

/** Called before writing. The place held before it, if any, is passed by for good: nobody knows whether that file got out. */
export function holdPlace(deps: Deps, place: HeldPlace): void {
  const { last, held } = readRow(deps.folder);
  const passed = held && held.sequence !== place.sequence ? newer(last, held) : last;
  writeRow(deps.folder, { last: { sequence: passed.sequence, digest: passed.digest }, held: place });
}

/** Called when the bundle stands in the ledger. */
export function placeTaken(deps: Deps, { sequence, digest }: HeldPlace): void {
  const { last } = readRow(deps.folder);
  const now = newer(last, { sequence, digest });
  writeRow(deps.folder, { last: { sequence: now.sequence, digest: now.digest }, held: null });
}

/** Called when nothing was written (a failure, a cancel): the number is free again. */
export function placeFree(deps: Deps): void {
  const row = readRow(deps.folder);
  if (row.held) writeRow(deps.folder, { ...row, held: null });
}

/**
 * Numbers that left this installation and that the ledger has lost: the data were put back from an older copy. Null when nothing is
 * missing.
 */
export function lostNumbers(deps: Deps): { from: number; to: number } | null {
  const { last } = readRow(deps.folder);
  const { sequence } = lastInLedger(deps);
  return last.sequence > sequence ? { from: sequence + 1, to: last.sequence } : null;
}

const running = new WeakMap<Deps, Promise<unknown>>();

/** One bundle at a time: two that are written at once would take one number. */
export function oneAtATime<T>(deps: Deps, work: () => Promise<T>): Promise<T> {
  const before = running.get(deps) ?? Promise.resolve();
  const mine = before.then(work, work);
  running.set(
    deps,
    mine.catch(() => undefined),
  );
  return mine;
}
