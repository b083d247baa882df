/** The days a reporting window stands for. */
import { daysInMonth, type IsoDate } from '../text/dates.ts';

/**
 * A reporting window as far as due dates go. `fromDate`–`toDate` say which data are counted; the name (quarter, half-year …)
 * says which calendar period of the plan it reports on. Kinds without a name of their own report on exactly their dates.
 */
export type DueWindow = {
  readonly kind: string;
  readonly year: number;
  readonly fromDate: IsoDate;
  readonly toDate: IsoDate;
};

export type Days = { readonly from: IsoDate; readonly to: IsoDate };

const pad = (value: number): string => String(value).padStart(2, '0');

export const monthsOf = (year: number, first: number, last: number): Days => ({
  from: `${year}-${pad(first)}-01`,
  to: `${year}-${pad(last)}-${daysInMonth(year, last)}`,
});

/** The calendar period the window is named after. The month its data end in tells which quarter, half or month it is. */
export function namedPeriod({ kind, year, fromDate, toDate }: DueWindow): Days {
  const month = Number(toDate.slice(5, 7));
  switch (kind) {
    case 'thang':
      return monthsOf(year, month, month);
    case 'quy': {
      const last = Math.ceil(month / 3) * 3;
      return monthsOf(year, last - 2, last);
    }
    case '6-thang':
      return month <= 8 ? monthsOf(year, 1, 6) : monthsOf(year, 7, 12);
    case '9-thang':
      return monthsOf(year, 1, 9);
    case 'nam':
      return monthsOf(year, 1, 12);
    default:
      return { from: fromDate, to: toDate };
  }
}

export const holds = ({ from, to }: Days, date: IsoDate): boolean => from <= date && date <= to;

export const meet = (a: Days, b: Days): boolean => a.from <= b.to && b.from <= a.to;
