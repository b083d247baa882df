/**
 * Calendar dates are text `YYYY-MM-DD`, never instants: a local midnight printed through UTC is the day before in UTC+7.
 * An instant (milliseconds) enters only through `dateInVietnam`.
 */
import { z } from 'zod';

/** Asia/Ho_Chi_Minh has been UTC+7 with no daylight saving since 1975; a fixed offset needs no time zone database. */
const vietnamOffset = 7 * 60 * 60 * 1000;

export const isoDate = z.string().refine(isCalendarDate, 'Ngày không có trong lịch.');
export type IsoDate = z.infer<typeof isoDate>;

/** True for a `YYYY-MM-DD` that exists in the calendar (2024-02-29 yes, 2023-02-29 no). */
export function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** The calendar date in Việt Nam at an instant, whatever the time zone of the machine. */
export const dateInVietnam = (epochMs: number): IsoDate => new Date(epochMs + vietnamOffset).toISOString().slice(0, 10);

/** `14:05` in Việt Nam at an instant. */
export const timeInVietnam = (epochMs: number): string => new Date(epochMs + vietnamOffset).toISOString().slice(11, 16);

/** Days are numbered from 1970-01-01 so that differences are plain subtraction. */
export const dayNumber = (date: IsoDate): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

export const addDays = (date: IsoDate, days: number): IsoDate =>
  new Date((dayNumber(date) + days) * 86_400_000).toISOString().slice(0, 10);

/** Short form used inside texts: `08/01/2024`, `22/3/2024`: zero before days < 10 and months 1 and 2 only (Decree 30/2020, Annex I). */
export function shortDate(date: IsoDate): string {
  const { day, month, year } = officialParts(date);
  return `${day}/${month}/${year}`;
}

/** Long form of a document head: `ngày 05 tháng 01 năm 2024` (Decree 30/2020, Annex I, same zero rule). */
export function longDate(date: IsoDate): string {
  const { day, month, year } = officialParts(date);
  return `ngày ${day} tháng ${month} năm ${year}`;
}

function officialParts(date: IsoDate): { day: string; month: string; year: string } {
  const [year = '', month = '', day = ''] = date.split('-');
  return { day, month: Number(month) <= 2 ? month : String(Number(month)), year };
}
