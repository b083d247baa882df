/**
 * What is due in a window: one pure function of schedule, recorded events and window. It takes no clock: whether something is
 * late is for whoever knows the day (`by` against today).
 */

import { unreachable } from '../core/result.ts';
import { firstOf } from '../core/sure.ts';
import { type WorkingCalendar, workingCalendar } from '../period/working-days.ts';
import { addDays, daysInMonth, type IsoDate, shortDate } from '../text/dates.ts';
import { fold } from '../text/fold.ts';
import { type PeriodUnit, partsOf, type Schedule, type SimpleSchedule } from './schedule.ts';
import { type Days, type DueWindow, holds, meet, monthsOf, namedPeriod } from './window-days.ts';

/** An event the office recorded, in the plan's words. `knownOn`: since when it is prepared for; `lastDay`: its end. */
export type RecordedEvent = {
  readonly words: string;
  readonly date: IsoDate;
  readonly lastDay?: IsoDate | null;
  readonly knownOn?: IsoDate | null;
};

export type Due = {
  readonly due: boolean;
  /** The last day that keeps the term; null when the task is only judged at the window's end or is not due. */
  readonly by: IsoDate | null;
  /** False when the term was counted over a year whose holidays are not announced yet. */
  readonly confirmed: boolean;
  /** True when it waits for an event that is not recorded. */
  readonly waiting: boolean;
  /** Why, in one Vietnamese sentence. */
  readonly why: string;
};

/** Words of one event compare without accents, case and dashes. */
export const eventKey = (words: string): string => fold(words).replace(/[.,;:]+$/, '');

const defaultCalendar = workingCalendar();

/** Due when any part is; the earliest last day counts. */
export function dueIn(
  schedule: Schedule,
  events: readonly RecordedEvent[],
  window: DueWindow,
  calendar: WorkingCalendar = defaultCalendar,
): Due {
  const all = partsOf(schedule).map((part) => partDue(part, events, window, calendar));
  const due = all.filter((each) => each.due);
  if (due.length === 0) return all.find((each) => each.waiting) ?? all[0] ?? no('Không có thời gian.');
  const terms = due.flatMap(({ by }) => by ?? []).sort();
  return {
    due: true,
    by: terms[0] ?? null,
    confirmed: due.every((each) => each.confirmed),
    waiting: false,
    why: due.map((each) => each.why).join(' '),
  };
}

const no = (why: string, waiting = false): Due => ({ due: false, by: null, confirmed: true, waiting, why });
const yes = (why: string, by: IsoDate | null, confirmed = true): Due => ({
  due: true,
  by,
  confirmed,
  waiting: false,
  why,
});

function partDue(
  part: SimpleSchedule,
  events: readonly RecordedEvent[],
  window: DueWindow,
  calendar: WorkingCalendar,
): Due {
  const period = namedPeriod(window);
  switch (part.kind) {
    case 'continuous':
      return part.year === null || part.year === window.year
        ? yes('Việc thường xuyên: đánh giá ở mọi kỳ báo cáo.', null)
        : no(`Việc thường xuyên của năm ${part.year}.`);
    case 'school-year':
      return runs(period, schoolYears(part.startYear, window.year), 'Năm học đang diễn ra trong kỳ.', 'Ngoài năm học.');
    case 'range':
      if (part.by === 'year') return atYearEnd(part.from <= period.from && period.to <= part.to, period, window.year);
      return runs(
        period,
        [part],
        `Từ ${shortDate(part.from)} đến ${shortDate(part.to)}.`,
        'Ngoài thời gian thực hiện.',
        part.to,
      );
    case 'periodic':
      return periodicDue(part.every, part.year, period, window.year);
    case 'event':
    case 'relative':
      return eventDue(part, events, window, calendar);
    case 'blank':
      return no('Chưa ghi thời gian thực hiện.');
    case 'unknown':
      return no('Chưa hiểu thời gian thực hiện.');
    default:
      return onLastDay(lastDays(part, window.year), period);
  }
}

type WithLastDays = Exclude<
  SimpleSchedule,
  { kind: 'continuous' | 'school-year' | 'range' | 'periodic' | 'event' | 'relative' | 'blank' | 'unknown' }
>;

/** The last days that the words of a plan set. A period is over on its last calendar day. */
function lastDays(part: WithLastDays, windowYear: number): IsoDate[] {
  switch (part.kind) {
    case 'quarters':
      return part.quarters.map((quarter) => monthsOf(part.year, quarter * 3, quarter * 3).to);
    case 'half-year':
      return [part.half === 1 ? `${part.year}-06-30` : `${part.year}-12-31`];
    case 'half-year-and-year': {
      const year = part.year ?? windowYear;
      return [`${year}-06-30`, `${year}-12-31`];
    }
    case 'year':
      return [`${part.year}-12-31`];
    case 'year-and-after':
      return windowYear >= part.year ? [`${windowYear}-12-31`] : [];
    case 'month':
      return part.months.map((month) => monthsOf(part.year, month, month).to);
    case 'deadline': {
      if (part.lastDay === null) return [];
      if (part.yearly) return [inYear(part.lastDay, windowYear)];
      // A last day in January closes the work of the year before, and no window of that year would hold it.
      return part.lastDay.startsWith(`${windowYear + 1}-01-`) ? [`${windowYear}-12-31`] : [part.lastDay];
    }
    default:
      return unreachable(part, 'lastDays');
  }
}

/** The same day of another year; 29 February becomes 28 where there is none. */
function inYear(date: IsoDate, year: number): IsoDate {
  const [month, day] = [Number(date.slice(5, 7)), Number(date.slice(8))];
  return `${year}-${date.slice(5, 7)}-${String(Math.min(day, daysInMonth(year, month))).padStart(2, '0')}`;
}

function onLastDay(days: readonly IsoDate[], period: Days): Due {
  const inside = days.filter((day) => holds(period, day));
  const by = inside[0];
  if (by !== undefined) return yes(`Hạn ${inside.map(shortDate).join(', ')} nằm trong kỳ.`, by);
  return no(days.length === 0 ? 'Chưa có ngày hạn.' : `Hạn ${days.map(shortDate).join(', ')} không nằm trong kỳ.`);
}

function runs(
  period: Days,
  stretches: readonly Days[],
  inside: string,
  outside: string,
  by: IsoDate | null = null,
): Due {
  if (!stretches.some((stretch) => meet(stretch, period))) return no(outside);
  return yes(inside, by !== null && holds(period, by) ? by : null);
}

/** A task of several whole years is judged at the end of each. */
function atYearEnd(within: boolean, period: Days, year: number): Due {
  return within ? onLastDay([`${year}-12-31`], period) : no('Ngoài các năm thực hiện.');
}

/** The school years that may touch a calendar year, 5 September to 31 May (the usual frame plan of provinces). */
const schoolYears = (startYear: number | null, year: number): Days[] =>
  (startYear === null ? [year - 1, year] : [startYear]).map((start) => ({
    from: `${start}-09-05`,
    to: `${start + 1}-05-31`,
  }));

const monthEnds: Readonly<Partial<Record<PeriodUnit, readonly number[]>>> = {
  quarter: [3, 6, 9, 12],
  'half-year': [6, 12],
  'nine-months': [9],
  year: [12],
};

function periodicDue(every: readonly PeriodUnit[], bound: number | null, period: Days, year: number): Due {
  if (bound !== null && bound !== year) return no(`Việc định kỳ của năm ${bound}.`);
  // Shorter than any window: every window holds at least one.
  if (every.some((unit) => unit === 'day' || unit === 'week' || unit === 'month'))
    return yes('Việc định kỳ: có trong mọi kỳ báo cáo.', null);
  const months = every.flatMap((unit) => monthEnds[unit] ?? []);
  if (months.length === 0)
    return no(every.includes('term') ? 'Theo nhiệm kỳ: chưa biết ngày kết thúc.' : 'Chưa rõ định kỳ bao lâu một lần.');
  return onLastDay(
    [...new Set(months)].sort((a, b) => a - b).map((month) => monthsOf(year, month, month).to),
    period,
  );
}

type AfterEvent = Extract<SimpleSchedule, { kind: 'event' | 'relative' }>;

/** Events are facts: they belong to the window whose data they are part of, by its dates and not by its name. */
function eventDue(
  part: AfterEvent,
  events: readonly RecordedEvent[],
  window: DueWindow,
  calendar: WorkingCalendar,
): Due {
  const key = eventKey(part.words);
  const recorded = events.filter((event) => eventKey(event.words) === key);
  if (recorded.length === 0) return no(`Chờ sự kiện: ${part.words}.`, true);
  const data: Days = { from: window.fromDate, to: window.toDate };
  const results = recorded.map((event) =>
    part.kind === 'relative' ? termDue(part, event, data, calendar) : stretchDue(part.relation, event, data),
  );
  const due = results.filter((result) => result.due).sort((a, b) => ((a.by ?? '9') < (b.by ?? '9') ? -1 : 1));
  return due[0] ?? firstOf(results);
}

type Relation = Extract<SimpleSchedule, { kind: 'event' }>['relation'];

function stretchDue(relation: Relation, event: RecordedEvent, data: Days): Due {
  const lastDay = event.lastDay ?? event.date;
  const named = `${event.words} (${shortDate(event.date)})`;
  const before = relation.startsWith('before');
  const from = before ? (event.knownOn ?? (relation === 'before' ? addDays(event.date, -1) : event.date)) : event.date;
  const to = relation === 'before' ? addDays(event.date, -1) : lastDay;
  if (!meet({ from: from < to ? from : to, to }, data)) return no(`Sự kiện ${named} không nằm trong kỳ.`);
  return yes(`Có sự kiện trong kỳ: ${named}.`, relation === 'after' || relation === 'when' ? null : to);
}

function termDue(
  part: Extract<SimpleSchedule, { kind: 'relative' }>,
  event: RecordedEvent,
  data: Days,
  calendar: WorkingCalendar,
): Due {
  const { date, confirmed } = termEnd(part, event.date, calendar);
  const why = `Hạn ${shortDate(date)}, tính từ ngày ${shortDate(event.date)}${confirmed ? '' : ' (lịch nghỉ chưa công bố)'}.`;
  return holds(data, date) ? yes(why, date, confirmed) : { ...no(why), confirmed };
}

/** The day a term of `count` units ends, counted from the day after the event (or back from the day before it). */
export function termEnd(
  part: Extract<SimpleSchedule, { kind: 'relative' }>,
  event: IsoDate,
  calendar: WorkingCalendar = defaultCalendar,
): { date: IsoDate; confirmed: boolean } {
  const sign = part.direction === 'after' ? 1 : -1;
  if (part.unit === 'working-day') {
    if (sign === 1) return calendar.after(event, part.count);
    let [date, left, confirmed] = [event, part.count, true];
    while (left > 0) {
      date = addDays(date, -1);
      confirmed &&= calendar.isConfirmed(date);
      if (calendar.isWorkingDay(date)) left--;
    }
    return { date, confirmed };
  }
  if (part.unit === 'month') return { date: addMonths(event, sign * part.count), confirmed: true };
  return { date: addDays(event, sign * part.count * (part.unit === 'week' ? 7 : 1)), confirmed: true };
}

/** The same day of a later month, or its last day where the month is shorter. */
function addMonths(date: IsoDate, count: number): IsoDate {
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + count;
  const [year, name] = [Math.floor(month / 12), (month % 12) + 1];
  const day = Math.min(Number(date.slice(8)), daysInMonth(year, name));
  return `${year}-${String(name).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
