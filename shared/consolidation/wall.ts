/** The completeness wall: where each unit stands with each window, and how many kept the due date (CO1, CO2). */
import type { IsoDate } from '../text/dates.ts';
import { addDays } from '../text/dates.ts';
import type { ReportState } from './unit-report.ts';

export const wallStates = ['chua-den-han', 'den-han', 'tre', 'da-nhan', 'tra-lai', 'chap-nhan', 'thu-hoi'] as const;
export type WallState = (typeof wallStates)[number];

export type WallWindow = {
  readonly key: string;
  readonly toDate: IsoDate;
  /** As printed; null when nobody set one. */
  readonly dueDate: IsoDate | null;
  readonly dueStrict: boolean;
};

/** A bundle that came, in any order; replaced and recalled ones included. */
export type Arrival = {
  readonly unitId: string;
  readonly windowKey: string;
  readonly receivedOn: IsoDate;
  readonly sequence: number;
  readonly state: ReportState;
  readonly superseded: boolean;
};

export type WallCell = {
  readonly unitId: string;
  readonly windowKey: string;
  readonly state: WallState;
  /** Of the report that counts; null while none is there. */
  readonly receivedOn: IsoDate | null;
  /** Null while it cannot be said: no due date, or nothing received and the date not over. */
  readonly onTime: boolean | null;
  /** Days after the last day that keeps the date; 0 when in time or not late yet. */
  readonly daysLate: number;
};

/** The last day that keeps a window's due date. */
export const lastDayOf = ({ dueDate, dueStrict }: Pick<WallWindow, 'dueDate' | 'dueStrict'>): IsoDate | null =>
  dueDate === null ? null : dueStrict ? addDays(dueDate, -1) : dueDate;

export function wallCells(
  unitIds: readonly string[],
  windows: readonly WallWindow[],
  arrivals: readonly Arrival[],
  today: IsoDate,
): WallCell[] {
  const byCell = Map.groupBy(arrivals, ({ unitId, windowKey }) => `${unitId} ${windowKey}`);
  return windows.flatMap((window) =>
    unitIds.map((unitId) => cellOf(unitId, window, byCell.get(`${unitId} ${window.key}`) ?? [], today)),
  );
}

function cellOf(unitId: string, window: WallWindow, arrivals: readonly Arrival[], today: IsoDate): WallCell {
  const last = lastDayOf(window);
  const standing = arrivals.filter(({ state }) => state !== 'thu-hoi');
  const current = standing
    .filter(({ superseded }) => !superseded)
    .reduce<Arrival | null>(
      (newest, each) => (newest === null || each.sequence > newest.sequence ? each : newest),
      null,
    );
  const first = standing.map(({ receivedOn }) => receivedOn).sort()[0];
  if (current && first !== undefined) {
    const onTime = last === null ? null : first <= last;
    return {
      unitId,
      windowKey: window.key,
      state: current.state,
      receivedOn: current.receivedOn,
      onTime,
      daysLate: last === null || first <= last ? 0 : daysBetween(last, first),
    };
  }
  const late = last !== null && today > last;
  const recalled = arrivals.length > 0;
  const waiting: WallState = late ? 'tre' : today > window.toDate ? 'den-han' : 'chua-den-han';
  return {
    unitId,
    windowKey: window.key,
    state: recalled && !late ? 'thu-hoi' : waiting,
    receivedOn: null,
    onTime: late ? false : null,
    daysLate: late ? daysBetween(last, today) : 0,
  };
}

const daysBetween = (from: IsoDate, to: IsoDate): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

export type OnTimeRate = { readonly onTime: number; readonly judged: number };

/** `judged` 0 is "không phát sinh", never 100 % (CO2). */
export function onTimeRate(cells: readonly WallCell[]): OnTimeRate {
  const judged = cells.filter(({ onTime }) => onTime !== null);
  return { onTime: judged.filter(({ onTime }) => onTime).length, judged: judged.length };
}
