/**
 * Terms counted from the end of a named period: "10 ngày sau khi kết thúc quý". Nobody records that a quarter has ended, so these words
 * are dates of the calendar and no event to wait for (SC20).
 */
import type { IsoDate } from '../text/dates.ts';
import { termEnd } from './due.ts';
import { addFound, type Findings, quarterOf } from './found.ts';
import { type Scan, takeAll } from './scan.ts';
import type { SimpleSchedule } from './schedule.ts';
import { monthsOf } from './window-days.ts';

const amount = '(?<!\\d)(\\d{1,3})\\s*(?:\\([^)]{1,30}\\)\\s*)?(ngay lam viec|ngay|tuan|thang)';
const lead =
  '(?:\\b(?:cham nhat|muon nhat|khong qua|toi da|it nhat|trong(?: vong| thoi gian| thoi han)?|thoi han|han)\\s*(?:la\\s*)?)*';
const hinge = '(sau|truoc|ke tu|tinh tu|tu)';
const named =
  '(?:khi\\s+|ngay\\s+)?(?:ket thuc|het)\\s+(?:moi\\s+|tung\\s+|hang\\s+|cac\\s+)?' +
  '(quy|qui|(?:0?6|sau)\\s*thang(?:\\s*(?:dau|cuoi)\\s*nam)?|thang|nam|ky(?:\\s+bao\\s+cao)?)' +
  '(?:\\s*(iv|i{1,3}|\\d{1,2})(?![\\p{L}\\d])(?!\\s*(?:ngay|tuan|thang)))?(?:\\s*(?:/|nam)?\\s*(20\\d\\d))?';
const end = '(?=\\s*(?:$|[,;.)▮]|\\b(?:va|hoac)\\b))';

const countFirst = new RegExp(`${lead}${amount}\\s*,?\\s*${hinge}\\s+${named}${end}`, 'gu');
const countLast = new RegExp(`\\b${hinge}\\s+${named}\\s*,?\\s*${lead}${amount}${end}`, 'gu');
const noCount = new RegExp(`(?:\\bngay\\s+)?\\b(sau|truoc|khi)\\s+${named}${end}`, 'gu');

type Unit = Extract<SimpleSchedule, { kind: 'relative' }>['unit'];
const units: Readonly<Record<string, Unit>> = {
  ngay: 'day',
  tuan: 'week',
  thang: 'month',
  'ngay lam viec': 'working-day',
};

export function takePeriodEnds(scan: Scan, findings: Findings): void {
  const add = (
    at: number,
    [count, unit, direction]: readonly (string | undefined)[],
    period: readonly (string | undefined)[],
    text: string,
  ): void => {
    const days = endsOf(period, findings.planYear);
    const term = {
      count: Number(count),
      unit: units[unit ?? ''] ?? 'day',
      direction: direction === 'truoc' ? 'before' : 'after',
    } as const;
    // Without a period that has dates, or counted in working days that no calendar has confirmed, a person says the dates.
    if (days === null || term.unit === 'working-day' || term.count < 1)
      findings.doubts.push(`"${text}" là những ngày nào?`);
    else
      for (const day of days)
        addFound(findings, at, deadline(termEnd({ kind: 'relative', words: text, ...term }, day).date), true);
  };
  const text = (from: number, to: number): string => scan.words.slice(from, to).trim();
  takeAll(scan, countFirst, ({ at, end: to, groups: [count, unit, direction, ...period] }) => {
    add(at, [count, unit, direction], period, text(at, to));
    return to;
  });
  takeAll(scan, countLast, ({ at, end: to, groups: [direction, period, name, year, count, unit] }) => {
    add(at, [count, unit, direction], [period, name, year], text(at, to));
    return to;
  });
  takeAll(scan, noCount, ({ at, end: to, groups: [direction, ...period] }) => {
    const days = endsOf(period, findings.planYear);
    if (direction === 'sau' || days === null) findings.doubts.push(`"${text(at, to)}" là chậm nhất những ngày nào?`);
    else for (const day of days) addFound(findings, at, deadline(day), true);
    return to;
  });
}

const deadline = (date: IsoDate): SimpleSchedule => ({
  kind: 'deadline',
  date,
  strict: false,
  lastDay: date,
  yearly: false,
});

/** The last days of the named periods; null for one whose days the words do not tell. */
function endsOf([period = '', name, written]: readonly (string | undefined)[], planYear: number): IsoDate[] | null {
  const year = Number(written ?? planYear);
  const last = (month: number): IsoDate => monthsOf(year, month, month).to;
  if (/^qu/.test(period)) {
    const quarter = name === undefined ? null : quarterOf(name);
    if (name !== undefined && quarter === null) return null;
    return (quarter === null ? [1, 2, 3, 4] : [quarter]).map((each) => last(each * 3));
  }
  if (/dau nam$/.test(period)) return [last(6)];
  if (/cuoi nam$/.test(period)) return [last(12)];
  if (/^(?:0?6|sau)/.test(period)) return [last(6), last(12)];
  if (period === 'nam') return name === undefined ? [last(12)] : null;
  if (period !== 'thang') return null;
  const month = Number(name);
  if (name !== undefined) return month >= 1 && month <= 12 ? [last(month)] : null;
  return Array.from({ length: 12 }, (_, at) => last(at + 1));
}
