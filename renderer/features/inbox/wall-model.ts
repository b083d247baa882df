/** Who has sent what: units down, reporting windows across. Lateness is not judged here: due dates of subordinates are not known yet. Pure. */
import type { InboxView } from '../../../shared/api/contract/reports.ts';
import { compareVi, fold, matchesFolded } from '../../../shared/text/fold.ts';
import { capital } from '../../../shared/text/letter-case.ts';

export type Received = InboxView['units'][number]['received'][number];
export type WallCell = { windowKey: string; received: Received | null; expected: boolean };
export type WallRow = { unitId: string; name: string; cells: WallCell[] };
export type Wall = { windows: { key: string; label: string; received: number; expected: number }[]; rows: WallRow[] };

/** The years that occur, newest first; a window's key begins with its year. */
export const yearsOf = (inbox: InboxView): string[] =>
  [...new Set(inbox.windows.map((window) => window.key.slice(0, 4)))].sort().reverse();

/** One year's wall, units in dictionary order, those that fit the query. Counts are of all units, whatever the query. */
export function wallOf(inbox: InboxView, { year, query }: { year: string | null; query: string }): Wall {
  const windows = inbox.windows.filter((window) => year === null || window.key.startsWith(`${year}-`));
  const folded = fold(query);
  const rows = inbox.units
    .map(({ unit, expected, received }) => ({
      unitId: unit.id,
      name: capital(unit.fullName),
      cells: windows.map(({ key }) => ({ windowKey: key, received: newest(received, key), expected })),
    }))
    .sort((a, b) => compareVi(a.name, b.name));
  return {
    windows: windows.map(({ key, label }, at) => ({
      key,
      label,
      received: rows.filter((row) => counts(row.cells[at]?.received)).length,
      expected: rows.filter((row) => row.cells[at]?.expected || row.cells[at]?.received).length,
    })),
    rows: rows.filter((row) => matchesFolded(fold(row.name), folded)),
  };
}

/** A report its sender withdrew has come, and counts no more. */
const counts = (received: Received | null | undefined): boolean => !!received && received.state !== 'thu-hoi';

/** The bundle that counts for a window. A unit of several computers may have two; the one received last is shown. */
const newest = (received: readonly Received[], windowKey: string): Received | null =>
  received
    .filter((each) => each.windowKey === windowKey)
    .reduce<Received | null>((best, each) => (best === null || each.receivedAt > best.receivedAt ? each : best), null);
