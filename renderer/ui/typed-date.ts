/** Dates as they are typed in a form. Words on a document follow the rules in shared/text/dates.ts, not these. */
import { isCalendarDate } from '../../shared/text/dates.ts';

/**
 * `14/6/2024`, `14-6-24`, `14.06.2024`, `14062024` and `14/6` (with the year given) become `2024-06-14`.
 * Empty gives null; words that make no date of the calendar give undefined.
 */
export function parseTypedDate(words: string, year: number): string | null | undefined {
  const text = words.trim();
  if (text === '') return null;
  const match =
    /^(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})(?:\s*[/.\-\s]\s*(\d{2}|\d{4}))?$/.exec(text) ??
    /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  if (!match) return undefined;
  const full = match[3] === undefined ? String(year) : match[3].length === 2 ? `20${match[3]}` : match[3];
  const date = `${full}-${(match[2] ?? '').padStart(2, '0')}-${(match[1] ?? '').padStart(2, '0')}`;
  return isCalendarDate(date) ? date : undefined;
}

/** `2024-06-14` shown as `14/6/2024`; null as nothing. */
export function typedDate(date: string | null): string {
  if (date === null) return '';
  const [year, month, day] = date.split('-');
  return `${Number(day)}/${Number(month)}/${year}`;
}
