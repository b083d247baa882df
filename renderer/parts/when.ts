/** Instants and days as people say them, always in Vietnamese time. */
import { dateInVietnam, dayNumber, type IsoDate, shortDate, timeInVietnam } from '../../shared/text/dates.ts';

const weekdays = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];

/** `Thứ Sáu, 20/11/2026`. */
export const dayWords = (date: IsoDate): string =>
  // 1970-01-01 was a Thursday.
  `${weekdays[(((dayNumber(date) + 4) % 7) + 7) % 7]}, ${shortDate(date)}`;

/** `hôm nay 17:02`, `hôm qua 17:02`, `12/10/2026 17:02`. */
export function whenWords(at: number, today: IsoDate): string {
  const date = dateInVietnam(at);
  const ago = dayNumber(today) - dayNumber(date);
  const day = ago === 0 ? 'hôm nay' : ago === 1 ? 'hôm qua' : shortDate(date);
  return `${day} ${timeInVietnam(at)}`;
}

/** How a day lies to today: `còn 5 ngày`, `hôm nay`, `đã qua 3 ngày`. */
export function daysAway(date: IsoDate, today: IsoDate): string {
  const days = dayNumber(date) - dayNumber(today);
  if (days === 0) return 'hôm nay';
  return days > 0 ? `còn ${days} ngày` : `đã qua ${-days} ngày`;
}
