/** Numbers, sizes and durations as Vietnamese clerks write them: 1.234,5 · 84 KB · 2 phút. */

const whole = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0 });
const tenth = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

/** `1.234`; a fraction is rounded to whole. */
export const formatCount = (value: number): string => whole.format(value);

/** `81,8%` from part and total; a total of zero has no percentage and gives `–`. */
export const formatPercent = (part: number, total: number): string =>
  total > 0 ? `${tenth.format((part / total) * 100)}%` : '–';

/** Bytes in the unit Windows Explorer would show: powers of 1.024, one decimal from MB upwards. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${whole.format(bytes)} byte`;
  const units = ['KB', 'MB', 'GB', 'TB'];
  let value = bytes / 1024;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${unit === 0 ? whole.format(value) : tenth.format(value)} ${units[unit]}`;
}

/** Rounded for people: `vài giây`, `40 giây`, `2 phút`, `1 giờ 10 phút`. */
export function formatDuration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 8) return 'vài giây';
  if (seconds < 55) return `${Math.round(seconds / 10) * 10} giây`;
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 60) return `${minutes} phút`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} giờ${rest > 0 ? ` ${rest} phút` : ''}`;
}

/** Up to two letters that stand for a person: given name last in Vietnamese, so `Nguyễn Thị Lan` gives `NL`. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words[0]?.[0] ?? '';
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : '';
  return (first + last).toLocaleUpperCase('vi');
}
