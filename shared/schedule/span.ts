/** The years a schedule speaks of, to find one left over from another year's plan. */
import { partsOf, type Schedule, type SimpleSchedule } from './schedule.ts';

export type Years = { readonly first: number; readonly last: number };

const yearOf = (date: string): number => Number(date.slice(0, 4));
const far = 9999;

/**
 * From the first to the last year of all parts; null when no part is bound to a year. A last day in the first quarter of a year
 * also counts for the year before, whose work it closes (a year's report is due in January).
 */
export function writtenYears(schedule: Schedule): Years | null {
  const spans = partsOf(schedule).flatMap((part) => yearsOf(part) ?? []);
  if (spans.length === 0) return null;
  return {
    first: Math.min(...spans.map(({ first }) => first)),
    last: Math.max(...spans.map(({ last }) => last)),
  };
}

function yearsOf(part: SimpleSchedule): Years | null {
  switch (part.kind) {
    case 'year-and-after':
      return { first: part.year, last: far };
    case 'range':
      return { first: yearOf(part.from), last: yearOf(part.to) };
    case 'school-year':
      return part.startYear === null ? null : { first: part.startYear, last: part.startYear + 1 };
    case 'deadline': {
      if (part.lastDay === null || part.yearly) return null;
      const year = yearOf(part.lastDay);
      return { first: Number(part.lastDay.slice(5, 7)) <= 3 ? year - 1 : year, last: year };
    }
    case 'continuous':
    case 'half-year-and-year':
    case 'periodic':
    case 'quarters':
    case 'half-year':
    case 'month':
    case 'year':
      return part.year === null ? null : { first: part.year, last: part.year };
    default:
      return null;
  }
}
