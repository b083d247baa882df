/**
 * A year's days off before its notice is known: what the law fixes, with the make-up days of Bộ luật Lao động, Điều 111 and 112, and
 * Nghị quyết 28/2026/QH16 (24/11). An estimate, marked as such; the office corrects it when the notice comes. Rule PE6.
 */
import { addDays, type IsoDate } from '../text/dates.ts';
import type { WorkingYear } from './working-days.ts';

/** First day of the lunar year and Giỗ Tổ (10/3 lunar) at UTC+7, as far as published calendars agree. */
const lunarDays: Readonly<Record<number, { tet: string; gioTo: string }>> = {
  2027: { tet: '02-06', gioTo: '04-16' },
  2028: { tet: '01-26', gioTo: '04-04' },
  2029: { tet: '02-13', gioTo: '04-23' },
};

const weekdayOf = (date: IsoDate): number => new Date(`${date}T00:00:00Z`).getUTCDay();
const isWeekend = (date: IsoDate): boolean => weekdayOf(date) === 0 || weekdayOf(date) === 6;

/** The year as far as the law tells it. Tết: the last day of the old lunar year and the first four of the new one. */
export function estimateYear(year: number): WorkingYear {
  const lunar = lunarDays[year];
  const tet = lunar ? [-1, 0, 1, 2, 3].map((days) => addDays(`${year}-${lunar.tet}`, days)) : [];
  const national = [`${year}-09-02`, weekdayOf(`${year}-09-02`) === 1 ? `${year}-09-03` : `${year}-09-01`];
  const holidays = [
    `${year}-01-01`,
    ...tet,
    ...(lunar ? [`${year}-${lunar.gioTo}`] : []),
    `${year}-04-30`,
    `${year}-05-01`,
    ...national,
  ];
  const off = new Set(holidays.filter((day) => !isWeekend(day)));
  for (const day of holidays.filter(isWeekend)) {
    let next = addDays(day, 1);
    while (isWeekend(next) || off.has(next) || holidays.includes(next)) next = addDays(next, 1);
    off.add(next);
  }
  const culture = `${year}-11-24`;
  if (year >= 2026 && !isWeekend(culture)) off.add(culture);
  const missing = lunar ? '' : '; chưa có ngày Tết Âm lịch và Giỗ Tổ, cần nhập thêm';
  return {
    year,
    off: [...off].sort().map((day) => day.slice(5)),
    worked: [],
    confirmed: false,
    source: `Ước tính theo Bộ luật Lao động; chưa có thông báo${missing}`,
  };
}
