/** Reporting windows of an office: regimes adopted for a year, changed without losing what hangs on them, locked and opened. */

import { readWindows } from '../../../db/queries/office.ts';
import { frozenWindows } from '../../../db/queries/reports.ts';
import { hasWindow, readRegimes, windowsLockedByHand, windowUses } from '../../../db/queries/time.ts';
import type { NewRowOf, RowOf } from '../../../db/tables.ts';
import type { Batch } from '../../../db/write.ts';
import type { PlacedView } from '../../../shared/api/contract/time.ts';
import { type DueDate, holdsIn, type PlacedWindow, placeWindows, type Regime } from '../../../shared/period/regime.ts';
import { regimes as presets } from '../../../shared/period/regimes.ts';
import type { WorkingCalendar } from '../../../shared/period/working-days.ts';
import { type IsoDate, shortDate } from '../../../shared/text/dates.ts';
import type { Deps } from '../core/deps.ts';
import { officeCalendar } from './due.ts';

export type KnownRegime = {
  regime: Regime;
  origin: 'san-co' | 'nhap' | 'cap-tren';
  row: RowOf<'reportingRegime'> | null;
};

/** The regimes the program brings and the office's own; an own one with the same id takes the place of the program's. */
export function knownRegimes(deps: Deps): KnownRegime[] {
  const rows = readRegimes(deps.db);
  const own = new Set(rows.map(({ id }) => id));
  return [
    ...rows.map((row) => ({ regime: row.data, origin: row.origin, row })),
    ...presets.filter(({ id }) => !own.has(id)).map((regime) => ({ regime, origin: 'san-co' as const, row: null })),
  ];
}

export type AdoptMode = 'replace' | 'beside';

type Change = {
  placed: PlacedWindow;
  key: string;
  label: string;
  known: RowOf<'reportingWindow'> | null;
  change: 'new' | 'changed' | 'same';
  entries: number;
};

/**
 * What adopting a regime does to a year's windows. A window keeps its id and its key; `beside` leaves those of another regime alone and
 * gives the new ones a letter more. Nothing is ever removed.
 */
export function regimeChanges(deps: Deps, regime: Regime, year: number, mode: AdoptMode): Change[] {
  const windows = readWindows(deps.db).filter((window) => window.year === year);
  const uses = windowUses(deps.db);
  const taken = new Set(windows.map(({ key }) => key));
  return placeWindows(regime, year).map((placed) => {
    const named = windows.filter(
      ({ key }) => key === placed.key || (key.startsWith(placed.key) && /^[b-z]$/.test(key.slice(placed.key.length))),
    );
    const mine = named.find(({ regimeId }) => regimeId === regime.id);
    const known = mine ?? (mode === 'replace' ? (named.find(({ key }) => key === placed.key) ?? null) : null);
    const key = known?.key ?? freeKey(placed.key, taken);
    taken.add(key);
    const label = key === placed.key ? placed.label : `${placed.label} (${regime.name})`.slice(0, 200);
    const use = known && uses.get(known.id);
    const change = known === null ? 'new' : sameWindow(known, rowOf(placed, regime, key, label)) ? 'same' : 'changed';
    return { placed, key, label, known, change, entries: use ? use.entries + use.proofs + use.reports : 0 };
  });
}

const freeKey = (key: string, taken: ReadonlySet<string>): string =>
  ['', ...'bcdefghijklmnopqrstuvwxyz'].map((letter) => key + letter).find((each) => !taken.has(each)) ?? `${key}zz`;

type WindowFields = Omit<NewRowOf<'reportingWindow'>, 'id' | 'lockedAt'>;

const rowOf = (placed: PlacedWindow, regime: Regime, key: string, label: string): WindowFields => ({
  year: placed.year,
  key,
  kind: placed.kind,
  label,
  fromDate: placed.fromDate,
  toDate: placed.toDate,
  dueDate: placed.due?.date ?? null,
  dueStrict: placed.due?.strict ?? false,
  superiorDueDate: placed.superiorDue?.date ?? null,
  superiorDueStrict: placed.superiorDue?.strict ?? false,
  cumulative: placed.cumulative,
  regimeId: regime.id,
  source: placed.source,
});

/** The regime of windows that came with a plan. */
const decree = 'nd-09-2019';

const sameWindow = (known: RowOf<'reportingWindow'>, next: WindowFields): boolean =>
  (Object.keys(next) as (keyof WindowFields)[]).every(
    (field) => (field === 'regimeId' ? (known.regimeId ?? decree) : known[field]) === next[field],
  );

/** True when a change moves the days of a window that something hangs on: to be agreed to. */
export const movesEntries = ({ change, known, placed, entries }: Change): boolean =>
  change === 'changed' && entries > 0 && (known?.fromDate !== placed.fromDate || known?.toDate !== placed.toDate);

/** Writes the windows of a regime in a year as part of one act. */
export function writeWindows(deps: Deps, batch: Batch, regime: Regime, changes: readonly Change[]) {
  for (const { placed, key, label, known, change } of changes) {
    if (change === 'same') continue;
    const fields = rowOf(placed, regime, key, label);
    if (known) batch.update('reportingWindow', known.id, known.revision, fields);
    else batch.insert('reportingWindow', { id: windowIdOf(deps, key), ...fields });
  }
  return {
    added: changes.filter(({ change }) => change === 'new').length,
    changed: changes.filter(({ change }) => change === 'changed').length,
  };
}

/** A window's id is its key, as plans made them so far; a key whose id was used before gets a new one. */
const windowIdOf = (deps: Deps, key: string): string => (hasWindow(deps.db, key) ? deps.newId() : key);

/** Keeps a regime as the office's own, new or again. */
export function keepRegime(
  deps: Deps,
  batch: Batch,
  regime: Regime,
  origin: 'nhap' | 'cap-tren',
  issuerUnitId: string | null,
): void {
  const known = readRegimes(deps.db).find(({ id }) => id === regime.id);
  if (known) batch.update('reportingRegime', known.id, known.revision, { data: regime, origin, issuerUnitId });
  else batch.insert('reportingRegime', { id: regime.id, data: regime, origin, issuerUnitId });
}

/**
 * A regime that came with the superior's bundle: kept as the superior's, and its windows placed in `year` when it holds then. Windows
 * that hold entries keep their days unless `moveEntries` is set; they are named in the answer. Part of the caller's act.
 */
export function adoptInheritedRegime(
  deps: Deps,
  batch: Batch,
  given: { regime: Regime; issuerUnitId: string; year: number; moveEntries?: boolean },
): { added: number; changed: number; untouched: string[] } {
  const { regime, issuerUnitId, year, moveEntries = false } = given;
  keepRegime(deps, batch, regime, 'cap-tren', issuerUnitId);
  if (!holdsIn(regime, year)) return { added: 0, changed: 0, untouched: [] };
  const changes = regimeChanges(deps, regime, year, 'replace');
  const held = moveEntries ? [] : changes.filter(movesEntries);
  const written = writeWindows(
    deps,
    batch,
    regime,
    changes.filter((change) => !held.includes(change)),
  );
  return { ...written, untouched: held.map(({ label }) => label) };
}

/** A due date with its last day and what is awkward about it. */
export function dueDateView(due: DueDate | null, calendar: WorkingCalendar) {
  return due && { ...due, mark: markOf(due.lastDay, calendar) };
}

function markOf(day: IsoDate, calendar: WorkingCalendar): string | null {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (!calendar.isWorkingDay(day)) {
    const named = weekday === 0 ? 'Chủ nhật' : weekday === 6 ? 'thứ Bảy' : 'ngày nghỉ lễ';
    return `Ngày cuối ${shortDate(day)} là ${named}, không làm việc.`;
  }
  return calendar.isConfirmed(day) ? null : `Lịch nghỉ năm ${day.slice(0, 4)} chưa công bố.`;
}

export function placedViews(deps: Deps, changes: readonly Change[]): PlacedView[] {
  const calendar = officeCalendar(deps);
  return changes.map((each) => ({
    key: each.key,
    label: each.label,
    fromDate: each.placed.fromDate,
    toDate: each.placed.toDate,
    due: dueDateView(each.placed.due, calendar),
    superiorDue: dueDateView(each.placed.superiorDue, calendar),
    cumulative: each.placed.cumulative,
    change: each.change,
    entries: each.entries,
    moves: movesEntries(each),
    before: each.change === 'changed' && each.known ? daysText(each.known) : null,
  }));
}

const daysText = ({ fromDate, toDate, dueDate, dueStrict }: RowOf<'reportingWindow'>): string =>
  `${shortDate(fromDate)}–${shortDate(toDate)}${dueDate === null ? '' : `, hạn ${dueStrict ? 'trước ' : ''}${shortDate(dueDate)}`}`;

/** Whether an entry of a locked window may be written: with a reason, now or kept from before. */
export const lacksReason = (deps: Deps, windowId: string, reason: string): boolean =>
  reason.trim() === '' && lockedWindows(deps).has(windowId);

export type WindowLock = { at: number; by: 'person' | 'report' };

/** Windows that are locked: by a person, or while a report of theirs is frozen. */
export function lockedWindows(deps: Deps): Map<string, WindowLock> {
  return new Map<string, WindowLock>([
    ...frozenWindows(deps.db).map(({ id, at }) => [id, { at, by: 'report' as const }] as const),
    ...windowsLockedByHand(deps.db).map(({ id, at }) => [id, { at, by: 'person' as const }] as const),
  ]);
}
