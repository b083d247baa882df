/**
 * A reporting regime (chế độ báo cáo): who reports to whom, over which days, by when. Regimes are data with a source and the
 * years they hold for; a window's days follow from the regime and a year. Nothing here knows a regime by name.
 */
import { z } from 'zod';
import { addDays, daysInMonth, type IsoDate, isCalendarDate } from '../text/dates.ts';

/** A day of a reporting year: `year` counts from it (-1: the year before), `day` is `MM-DD`. */
const yearDay = z.object({
  year: z.number().int().min(-1).max(1),
  day: z.string().refine((text) => isCalendarDate(`2024-${text}`), 'Ngày không có trong lịch.'),
});

/** A printed due date; `strict` for "trước ngày", which is kept at the latest the day before. */
const dueDay = yearDay.extend({ strict: z.boolean() });

export const regimeWindowKind = z.enum(['thang', 'quy', '6-thang', '9-thang', 'nam']);

export const regimeWindow = z.object({
  /** Unique in its regime: `Q1`, `H1`, `H2`, `M9`, `T05`, `Y`. */
  suffix: z.string().regex(/^(Q[1-4]|H[12]|M9|T(0[1-9]|1[0-2])|Y)$/),
  kind: regimeWindowKind,
  from: yearDay,
  to: yearDay,
  /** When the office itself reports; null when its superior has not said. */
  due: dueDay.nullable(),
  /** When the superior reports upward with these data; null when not known. */
  superiorDue: dueDay.nullable(),
});

export const regime = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,60}$/),
  name: z.string().min(1).max(200),
  source: z.string().min(1).max(500),
  /** Reporting years it holds for; `lastYear` null while no end is known. */
  firstYear: z.number().int(),
  lastYear: z.number().int().nullable(),
  reporter: z.string().max(200),
  recipient: z.string().max(200),
  via: z.string().max(200),
  /** The report this one is a section of, "" for a report of its own. */
  partOf: z.string().max(200),
  /** What the source leaves open, for the person who adopts it. */
  note: z.string().max(500),
  windows: z.array(regimeWindow).min(1).max(40),
});
export type Regime = z.infer<typeof regime>;

/** The id of a regime that is just being typed; the server gives it one of its own when it is adopted. */
export const newRegimeId = 'nhap-moi';
export type RegimeWindow = z.infer<typeof regimeWindow>;

export type DueDate = {
  /** As printed. */
  readonly date: IsoDate;
  readonly strict: boolean;
  /** The last day that keeps it. */
  readonly lastDay: IsoDate;
};

export type PlacedWindow = {
  readonly key: string;
  readonly kind: RegimeWindow['kind'];
  readonly year: number;
  readonly label: string;
  readonly fromDate: IsoDate;
  readonly toDate: IsoDate;
  readonly due: DueDate | null;
  readonly superiorDue: DueDate | null;
  /** True when a shorter window of the regime begins on the same day: its data are counted in this one again. */
  readonly cumulative: boolean;
  readonly source: string;
};

export const holdsIn = (regime: Regime, year: number): boolean =>
  regime.firstYear <= year && (regime.lastYear === null || year <= regime.lastYear);

/** The windows of a regime in a year, in the order their data end. A year the regime does not hold for has none. */
export function placeWindows(regime: Regime, year: number): PlacedWindow[] {
  if (!holdsIn(regime, year)) return [];
  const placed = regime.windows.map((window) => ({
    key: `${year}-${window.suffix}`,
    kind: window.kind,
    year,
    label: labelOf(window.suffix, year),
    fromDate: place(window.from, year),
    toDate: place(window.to, year),
    due: window.due && placeDue(window.due, year),
    superiorDue: window.superiorDue && placeDue(window.superiorDue, year),
    source: regime.source,
  }));
  return placed
    .map((window) => ({
      ...window,
      cumulative: placed.some((other) => other.fromDate === window.fromDate && other.toDate < window.toDate),
    }))
    .sort((a, b) => (a.toDate < b.toDate ? -1 : a.toDate > b.toDate ? 1 : a.fromDate > b.fromDate ? -1 : 1));
}

/** 29 February of a year without one is its 28th. */
function place({ year: shift, day }: z.infer<typeof yearDay>, year: number): IsoDate {
  const text = `${year + shift}-${day}`;
  return isCalendarDate(text) ? text : `${year + shift}-02-${daysInMonth(year + shift, 2)}`;
}

function placeDue(due: z.infer<typeof dueDay>, year: number): DueDate {
  const date = place(due, year);
  return { date, strict: due.strict, lastDay: due.strict ? addDays(date, -1) : date };
}

function labelOf(suffix: string, year: number): string {
  if (suffix.startsWith('Q')) return `Quý ${['I', 'II', 'III', 'IV'][Number(suffix[1]) - 1]}/${year}`;
  if (suffix.startsWith('T'))
    return `Tháng ${Number(suffix.slice(1)) <= 2 ? suffix.slice(1) : Number(suffix.slice(1))}/${year}`;
  if (suffix === 'H1') return `6 tháng đầu năm ${year}`;
  if (suffix === 'H2') return `6 tháng cuối năm ${year}`;
  return suffix === 'M9' ? `9 tháng năm ${year}` : `Năm ${year}`;
}
