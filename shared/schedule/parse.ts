/** The words of "Thời gian thực hiện" and the plan's year, understood: a schedule, or a short question to the person. */
import { firstOf } from '../core/sure.ts';
import { isCalendarDate } from '../text/dates.ts';
import type { Findings, Found } from './found.ts';
import {
  takeBeforePeriods,
  takeDateRanges,
  takeDayRanges,
  takeDeadlines,
  takeMonthRanges,
  takePromisedDeadline,
  takeUntilYearEnd,
  takeYearRanges,
} from './rules-date.ts';
import { takeEvents, takeRelative } from './rules-event.ts';
import {
  takeBarePeriodic,
  takeContinuous,
  takeFrequencies,
  takeMonths,
  takePeriodLists,
  takeQuarterRanges,
  takeQuarters,
  takeSchoolYears,
  takeYears,
  takeYearsAndAfter,
} from './rules-period.ts';
import { takePeriodEnds } from './rules-period-end.ts';
import { leftover, type Scan, startScan } from './scan.ts';
import type { Schedule, SimpleSchedule } from './schedule.ts';
import { writtenYears } from './span.ts';

export type ReadTime = {
  readonly schedule: Schedule;
  /** One short Vietnamese question when something is open; null when all was understood. */
  readonly question: string | null;
};

/** A cell of a task table is short; anything longer is no time. */
const longestTime = 500;

/** The order matters: what holds other expressions inside it comes first. */
const rules: readonly ((scan: Scan, findings: Findings) => void)[] = [
  takePeriodEnds,
  takeRelative,
  takeEvents,
  takePromisedDeadline,
  takeSchoolYears,
  takeFrequencies,
  takeYearRanges,
  takeUntilYearEnd,
  takeMonthRanges,
  takeBeforePeriods,
  takeQuarterRanges,
  takeQuarters,
  takeDateRanges,
  takeDayRanges,
  takeDeadlines,
  takeMonths,
  takeContinuous,
  takeYearsAndAfter,
  takePeriodLists,
  takeYears,
  takeBarePeriodic,
];

/** Understands a time of a plan of `planYear`. Never guesses: words that no rule knows make the schedule `unknown`, with a question. */
export function readTime(text: string, planYear: number): ReadTime {
  const scan = startScan(text);
  if (!/[\p{L}\d]/u.test(scan.words))
    return { schedule: { kind: 'blank' }, question: 'Chưa ghi thời gian thực hiện. Việc này làm khi nào?' };
  if (scan.words.length > longestTime)
    return unknown(scan, 'Thời gian thực hiện dài quá 500 chữ. Việc này làm khi nào?');
  const findings: Findings = { planYear, found: [], doubts: [] };
  for (const rule of rules) rule(scan, findings);
  const rest = leftover(scan);
  if (findings.found.length === 0 && /^theo (?!nhiem ky)/.test(scan.key))
    return unknown(scan, `"${shorten(scan.words)}" chưa cho biết ngày. Hạn là ngày nào?`);
  if (rest.length > 0)
    return unknown(scan, `Chưa hiểu "${shorten(rest.join(' … '))}". Việc này làm khi nào, hạn ngày nào?`);
  const parts = joinParts(findings.found);
  if (parts.length === 0)
    return unknown(
      scan,
      findings.doubts[0] ?? `"${shorten(scan.words)}" chưa cho biết thời gian. Việc này làm khi nào?`,
    );
  const schedule: Schedule = parts.length === 1 ? firstOf(parts) : { kind: 'combined', parts: parts.slice(0, 20) };
  return { schedule, question: findings.doubts[0] ?? staleYear(schedule, planYear) };
}

const unknown = (scan: Scan, question: string): ReadTime => ({
  schedule: { kind: 'unknown', words: scan.words.slice(0, 1000) },
  question,
});

const shorten = (words: string): string => (words.length > 60 ? `${words.slice(0, 57)}…` : words);

/** Parts in the order written, said once; a lone year beside another part only tells that part its year. */
function joinParts(found: readonly Found[]): SimpleSchedule[] {
  const ordered = [...found].sort((a, b) => a.at - b.at);
  const years = ordered.flatMap(({ part }) => (part.kind === 'year' ? [part.year] : []));
  const others = ordered.filter(({ part }) => part.kind !== 'year');
  const year = years[0];
  const takers = others.filter(({ part, yearWritten }) => takesYear(part) && !yearWritten);
  const parts =
    year !== undefined && new Set(years).size === 1 && takers.length > 0
      ? others.map((each) => (takers.includes(each) ? withYear(each.part, year) : each.part))
      : ordered.map(({ part }) => part);
  const said = new Set<string>();
  return parts.filter((part) => {
    const text = JSON.stringify(part);
    return !said.has(text) && said.add(text);
  });
}

type Dated = Extract<SimpleSchedule, { year: number | null }>;

const takesYear = (part: SimpleSchedule): part is Dated | Extract<SimpleSchedule, { kind: 'deadline' }> =>
  ['continuous', 'quarters', 'half-year', 'half-year-and-year', 'month', 'periodic', 'deadline'].includes(part.kind);

function withYear(part: SimpleSchedule, year: number): SimpleSchedule {
  if (part.kind !== 'deadline') return takesYear(part) ? ({ ...part, year } as SimpleSchedule) : part;
  const moved = (date: string | null) => date && `${year}${date.slice(4)}`;
  const [date, lastDay] = [moved(part.date), moved(part.lastDay)];
  return date !== null && lastDay !== null && isCalendarDate(date) && isCalendarDate(lastDay)
    ? { ...part, date, lastDay }
    : part;
}

/** A year that cannot be meant by this plan: most often left over from last year's file. */
function staleYear(schedule: Schedule, planYear: number): string | null {
  const written = writtenYears(schedule);
  if (written === null || (written.first <= planYear && planYear <= written.last)) return null;
  const named = written.first === written.last ? `năm ${written.first}` : `năm ${written.first}-${written.last}`;
  return `Kế hoạch của năm ${planYear} nhưng thời gian ghi ${named}. Có phải năm ${planYear} không?`;
}
