/**
 * Working days of offices: which weekdays are off and which Saturdays are worked, year by year, as data. The Prime Minister
 * fixes Tết, the day beside 2/9 and the swapped Saturdays anew each year, so no rule can compute them: a year without its
 * notice is an estimate and says so. Law: Bộ luật Lao động 45/2019/QH14, Điều 111 and 112; Nghị quyết 28/2026/QH16 (24/11).
 */
import { addDays, type IsoDate } from '../text/dates.ts';

/** Days are `MM-DD`. `off` lists weekdays that are not worked, `worked` weekend days that are. */
export type WorkingYear = {
  readonly year: number;
  readonly off: readonly string[];
  readonly worked: readonly string[];
  /** False until the year's notice is known. */
  readonly confirmed: boolean;
  readonly source: string;
};

export const workingYears: readonly WorkingYear[] = [
  {
    year: 2023,
    off: ['01-02', '01-20', '01-23', '01-24', '01-25', '01-26', '05-01', '05-02', '05-03', '09-01', '09-04'],
    worked: [],
    confirmed: true,
    source: 'Thông báo 5034/TB-LĐTBXH',
  },
  {
    year: 2024,
    off: [
      ...['01-01', '02-08', '02-09', '02-12', '02-13', '02-14'],
      ...['04-18', '04-29', '04-30', '05-01', '09-02', '09-03'],
    ],
    worked: ['05-04'],
    confirmed: true,
    source: 'Thông báo 5015/TB-LĐTBXH và 1570/TB-LĐTBXH',
  },
  {
    year: 2025,
    off: [
      ...['01-01', '01-27', '01-28', '01-29', '01-30', '01-31'],
      ...['04-07', '04-30', '05-01', '05-02', '09-01', '09-02'],
    ],
    worked: ['04-26'],
    confirmed: true,
    source: 'Thông báo 6150/TB-BLĐTBXH',
  },
  {
    year: 2026,
    off: [
      ...['01-01', '01-02', '02-16', '02-17', '02-18', '02-19', '02-20'],
      ...['04-27', '04-30', '05-01', '08-31', '09-01', '09-02', '11-24'],
    ],
    worked: ['01-10', '08-22'],
    confirmed: true,
    source: 'Công văn 12729/VPCP-KGVX, Thông báo 9441/TB-BNV, Công văn 3383/BNV-CVL; Nghị quyết 28/2026/QH16',
  },
  {
    // Tết falls on Saturday 6/2; its days follow the pattern of 2024, when it fell on a Saturday too.
    year: 2027,
    off: [
      ...['01-01', '02-04', '02-05', '02-08', '02-09', '02-10'],
      ...['04-16', '04-30', '05-03', '09-02', '09-03', '11-24'],
    ],
    worked: [],
    confirmed: false,
    source: 'Ước tính theo Bộ luật Lao động và cách nghỉ Tết năm 2024; chưa có thông báo',
  },
];

export type WorkingCalendar = {
  /** True when the day is worked. A year not in the table knows only weekends. */
  isWorkingDay(date: IsoDate): boolean;
  /** True when the notice of the day's year is in the table. */
  isConfirmed(date: IsoDate): boolean;
  /**
   * The day on which `count` working days have passed, counted from the day after `from`. `confirmed` is false when any day
   * of the way lies in a year without its notice. A count below 1 is a defect of the caller and is thrown.
   */
  after(from: IsoDate, count: number): { date: IsoDate; confirmed: boolean };
  /** Working days after `from` up to and including `to`; 0 when `to` is not later. */
  between(from: IsoDate, to: IsoDate): number;
};

/** Far above any term of an office; a longer way is a defect and is thrown. */
const longestTerm = 1000;

export function workingCalendar(years: readonly WorkingYear[] = workingYears): WorkingCalendar {
  const byYear = new Map(
    years.map((year) => [year.year, { ...year, off: new Set(year.off), worked: new Set(year.worked) }]),
  );
  const yearOf = (date: IsoDate) => byYear.get(Number(date.slice(0, 4)));
  const isWorkingDay = (date: IsoDate): boolean => {
    const [year, day] = [yearOf(date), date.slice(5)];
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    return weekday === 0 || weekday === 6 ? (year?.worked.has(day) ?? false) : !(year?.off.has(day) ?? false);
  };
  const isConfirmed = (date: IsoDate): boolean => yearOf(date)?.confirmed ?? false;
  return {
    isWorkingDay,
    isConfirmed,
    after: (from, count) => {
      if (!Number.isInteger(count) || count < 1 || count > longestTerm) throw new RangeError(`working days: ${count}`);
      let [date, left, confirmed] = [from, count, true];
      while (left > 0) {
        date = addDays(date, 1);
        confirmed &&= isConfirmed(date);
        if (isWorkingDay(date)) left--;
      }
      return { date, confirmed };
    },
    between: (from, to) => {
      let days = 0;
      for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) if (isWorkingDay(date)) days++;
      return days;
    },
  };
}
