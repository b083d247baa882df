/** Printed dates: ranges, last days ("trước ngày" is strict), and stretches of months and years. */
import { firstOf } from '../core/sure.ts';
import { addDays, daysInMonth, type IsoDate, isCalendarDate } from '../text/dates.ts';
import { addFound, type Findings, quarterOf } from './found.ts';
import { type Match, type Scan, takeAll } from './scan.ts';

const date =
  '(?:ngay\\s*)?(?<![\\d/])(?<!\\b(?:dot|lan|ky|tuan)\\s*)(\\d{1,2})\\s*(?:[/.-]|thang)\\s*(\\d{1,2})(?:\\s*(?:[/.-]|,?\\s*nam)\\s*(20\\d\\d))?(?!\\d)';
const bareDate = date.replaceAll('(?<![\\d/])', '');

const pad = (value: number): string => String(value).padStart(2, '0');

/** The date of day, month, year as written; null when the calendar has none such (31/6, 30/02). */
function dateOf(day: string | undefined, month: string | undefined, year: number): IsoDate | null {
  const text = `${year}-${pad(Number(month))}-${pad(Number(day))}`;
  return isCalendarDate(text) ? text : null;
}

const noSuchDay = (findings: Findings, day?: string, month?: string): void => {
  findings.doubts.push(`Lịch không có ngày ${day}/${month}. Ngày đúng là ngày nào?`);
};

/** "từ ngày 01/3 đến ngày 30/5/2024", "10/6 - 20/6". */
export function takeDateRanges(scan: Scan, findings: Findings): void {
  const pattern = new RegExp(`(?:\\btu\\s*)?${date}\\s*(?:-|den het|den)\\s*${bareDate}`, 'g');
  takeAll(scan, pattern, ({ at, end, groups: [day, month, year, lastDay, lastMonth, lastYear] }) => {
    const toYear = Number(lastYear ?? findings.planYear);
    const to = dateOf(lastDay, lastMonth, toYear);
    let fromYear = Number(year ?? toYear);
    // "từ 01/11 đến 31/5/2023" begins in the year before.
    if (year === undefined && Number(month) > Number(lastMonth)) fromYear -= 1;
    const from = dateOf(day, month, fromYear);
    if (from === null) noSuchDay(findings, day, month);
    else if (to === null) noSuchDay(findings, lastDay, lastMonth);
    else if (from > to) findings.doubts.push('Ngày bắt đầu sau ngày kết thúc. Từ ngày nào đến ngày nào?');
    else addFound(findings, at, { kind: 'range', from, to, by: 'day' }, true);
    return end;
  });
}

/** "từ ngày 15 đến ngày 20/3/2024", "15-20/3": the month is written once. */
export function takeDayRanges(scan: Scan, findings: Findings): void {
  const pattern = new RegExp(`(?:\\btu\\s*)?(?:ngay\\s*)?(?<![\\d/.-])(\\d{1,2})\\s*(?:-|den)\\s*${bareDate}`, 'g');
  takeAll(scan, pattern, ({ at, end, groups: [day, lastDay, month, year] }) => {
    const [from, to] = [day, lastDay].map((each) => dateOf(each, month, Number(year ?? findings.planYear)));
    if (!from || !to) noSuchDay(findings, from ? lastDay : day, month);
    else if (from > to) findings.doubts.push('Ngày bắt đầu sau ngày kết thúc. Từ ngày nào đến ngày nào?');
    else addFound(findings, at, { kind: 'range', from, to, by: 'day' }, true);
    return end;
  });
}

const mark =
  '\\b(cham nhat truoc|xong truoc|truoc|cham nhat(?: la| den| trong| vao)?|muon nhat(?: la)?|khong muon hon|den het|den|het|xong|han cuoi|han chot|vao|trong)\\s*(?:het\\s*)?';

/** "trước ngày 10/6", "chậm nhất 30/6/2024", a bare date; "hằng năm" behind it repeats it. */
export function takeDeadlines(scan: Scan, findings: Findings): void {
  const pattern = new RegExp(
    `(?:${mark})?${date}((?:\\s*(?:,|;|va)\\s*${bareDate.replaceAll('(\\d', '(?:\\d').replaceAll('(20', '(?:20')})*)(\\s*(?:hang|moi)\\s*nam)?`,
    'g',
  );
  takeAll(scan, pattern, ({ at, end, groups: [word, day, month, year, more, yearly] }) => {
    // Round the clock is no date.
    if (word === undefined && day === '24' && month === '7') return null;
    const strict = word?.endsWith('truoc') ?? false;
    const put = (d?: string, m?: string, y?: string): void => {
      const printed = dateOf(d, m, Number(y ?? findings.planYear));
      if (printed === null) noSuchDay(findings, d, m);
      else addFound(findings, at, deadlineOn(printed, strict, yearly !== undefined), y !== undefined);
    };
    put(day, month, year);
    for (const [, d, m, y] of (more ?? '').matchAll(new RegExp(bareDate, 'g'))) put(d, m, y);
    return end;
  });
}

const deadlineOn = (date: IsoDate, strict: boolean, yearly = false) =>
  ({ kind: 'deadline', date, strict, lastDay: strict ? addDays(date, -1) : date, yearly }) as const;

/** "trước quý III", "trước tháng 6", "trước năm 2025": the term ends the day before that period begins. */
export function takeBeforePeriods(scan: Scan, findings: Findings): void {
  const before = (at: number, year: number, month: number, written: boolean): void =>
    addFound(findings, at, deadlineOn(`${year}-${pad(month)}-01`, true), written);
  takeAll(scan, /\btruoc\s*quy\s*(iv|i{1,3}|[1-4])\b(?!\s*\d)(?:\s*(?:nam|\/)\s*(20\d\d))?/g, ({ at, end, groups }) => {
    const quarter = { i: 1, ii: 2, iii: 3, iv: 4 }[firstOf(groups)] ?? Number(groups[0]);
    before(at, Number(groups[1] ?? findings.planYear), quarter * 3 - 2, groups[1] !== undefined);
    return end;
  });
  takeAll(scan, /\btruoc\s*thang\s*(\d{1,2})(?!\d)(?:\s*(?:nam|\/)\s*(20\d\d))?/g, ({ at, end, groups }) => {
    const month = Number(groups[0]);
    if (month < 1 || month > 12) return null;
    before(at, Number(groups[1] ?? findings.planYear), month, groups[1] !== undefined);
    return end;
  });
  takeAll(scan, /\btruoc\s*nam\s*(20\d\d)/g, ({ at, end, groups }) => {
    before(at, Number(groups[0]), 1, true);
    return end;
  });
}

/** "có thời hạn cụ thể", "theo thời hạn …": a date is promised, none is given. */
export function takePromisedDeadline(scan: Scan, findings: Findings): void {
  takeAll(scan, /\b(?:co |theo )?(?:thoi han|thoi gian|thoi diem|moc thoi gian|han) cu the\b/g, ({ at, end }) => {
    addFound(findings, at, { kind: 'deadline', date: null, strict: false, lastDay: null, yearly: false }, true);
    findings.doubts.push('Hạn cụ thể là ngày nào?');
    return end;
  });
}

/** "từ quý II đến hết năm", "tháng 6 - cuối năm 2024": runs from the first day of the period to 31/12. */
export function takeUntilYearEnd(scan: Scan, findings: Findings): void {
  const pattern =
    /(?:\btu\s*)?(?:\b(?:quy|qui)\s*(iv|i{1,3}|[1-4])|(?<!\d\s*)\bthang\s*(\d{1,2}))(?!\p{L}|\d)(?:\s*(?:\/|nam)\s*(20\d\d))?\s*(?:-|den)\s*(?:(?:het|cuoi)\s*)+nam\b(?:\s*(20\d\d))?/gu;
  takeAll(scan, pattern, ({ at, end, groups: [quarter, name, year, lastYear] }) => {
    const month = quarter === undefined ? Number(name) : (quarterOf(quarter) ?? 0) * 3 - 2;
    if (month < 1 || month > 12) return null;
    const from = Number(year ?? lastYear ?? findings.planYear);
    const to = Number(lastYear ?? year ?? findings.planYear);
    if (from > to) return null;
    const part = { kind: 'range', from: `${from}-${pad(month)}-01`, to: `${to}-12-31`, by: 'day' } as const;
    addFound(findings, at, part, (year ?? lastYear) !== undefined);
    return end;
  });
}

/** "từ tháng 3 đến tháng 6/2024", "tháng 3 - tháng 6", "tháng 3-6". */
export function takeMonthRanges(scan: Scan, findings: Findings): void {
  const pattern =
    /(?:\btu\s*)?(?<!\d\s*)\bthang\s*(\d{1,2})(?!\d)(?:\s*(?:\/|nam)\s*(20\d\d))?\s*(?:-|den het|den)\s*(?:thang\s*)?(\d{1,2})(?!\d)(?:\s*(?:\/|nam)\s*(20\d\d))?/g;
  const bare = /(?:\btu\s*)?(?<![\d/])(\d{1,2})\s*\/\s*(20\d\d)\s*(?:-|den het|den)\s*(\d{1,2})\s*\/\s*(20\d\d)(?!\d)/g;
  const understand = ({ at, end, groups: [first, year, last, lastYear] }: Match): number | null => {
    const [from, to] = [Number(first), Number(last)];
    if (from < 1 || from > 12 || to < 1 || to > 12) return null;
    const toYear = Number(lastYear ?? year ?? findings.planYear);
    const fromYear = Number(year ?? (from > to ? toYear - 1 : toYear));
    const range = { from: `${fromYear}-${pad(from)}-01`, to: `${toYear}-${pad(to)}-${daysInMonth(toYear, to)}` };
    if (range.from > range.to) return null;
    addFound(findings, at, { kind: 'range', ...range, by: 'day' }, (lastYear ?? year) !== undefined);
    return end;
  };
  takeAll(scan, pattern, understand);
  takeAll(scan, bare, understand);
  // "5-6/2024" may be a day or two months: nobody can tell from the words.
  takeAll(scan, /(?<![\d/.-]\s*)(\d{1,2})\s*-\s*(\d{1,2})\s*\/\s*20\d\d(?!\d)/g, ({ end, groups: [first, last] }) => {
    if (Number(first) >= Number(last) || Number(last) > 12) return null;
    findings.doubts.push(`Là ngày ${first}/${last} hay từ tháng ${first} đến tháng ${last}?`);
    return end;
  });
}

/** "năm 2023-2025", "từ năm 2023 đến năm 2025", "giai đoạn 2021 - 2025", "các năm 2024, 2025". */
export function takeYearRanges(scan: Scan, findings: Findings): void {
  const pattern =
    /(?:\b(?:tu|trong|giai doan|nhiem ky|cac)\s*)*(?<![\d/])(?:nam\s*)?(20\d\d)\s*(?:-|den het|den|va|,|\/)\s*(?:nam\s*)?(20\d\d)(?!\d|\s*-\s*20\d\d)/g;
  takeAll(scan, pattern, ({ at, end, groups: [first, last] }) => {
    if (Number(first) > Number(last)) return null;
    addFound(findings, at, { kind: 'range', from: `${first}-01-01`, to: `${last}-12-31`, by: 'year' }, true);
    return end;
  });
}
