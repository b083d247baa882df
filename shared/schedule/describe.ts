/** A schedule in short Vietnamese words: how the program understood a time, for the people who must trust it. */
import { unreachable } from '../core/result.ts';
import { type IsoDate, shortDate } from '../text/dates.ts';
import { capital } from '../text/letter-case.ts';
import { type EventRelation, type PeriodUnit, partsOf, type Schedule, type SimpleSchedule } from './schedule.ts';

/** `Quý II, III/2024`; several parts joined by "; ". Never empty. */
export const describeSchedule = (schedule: Schedule): string => partsOf(schedule).map(describePart).join('; ');

const romans = ['I', 'II', 'III', 'IV'];

const unitWords: Readonly<Record<PeriodUnit, string>> = {
  day: 'hằng ngày',
  week: 'hằng tuần',
  month: 'hằng tháng',
  quarter: 'hằng quý',
  'half-year': '6 tháng một lần',
  'nine-months': '9 tháng',
  year: 'hằng năm',
  term: 'theo nhiệm kỳ',
};

const relationWords: Readonly<Record<EventRelation, string>> = {
  when: 'Khi có',
  before: 'Trước',
  during: 'Trong',
  after: 'Sau',
  'before-and-during': 'Trước và trong',
  'before-during-after': 'Trước, trong và sau',
};

const countWords = { day: 'ngày', 'working-day': 'ngày làm việc', week: 'tuần', month: 'tháng' } as const;

const ofYear = (year: number | null): string => (year === null ? '' : ` năm ${year}`);

function describePart(part: SimpleSchedule): string {
  switch (part.kind) {
    case 'continuous':
      return `Thường xuyên${ofYear(part.year)}`;
    case 'quarters':
      return `Quý ${part.quarters.map((quarter) => romans[quarter - 1]).join(', ')}/${part.year}`;
    case 'half-year':
      return `6 tháng ${part.half === 1 ? 'đầu' : 'cuối'} năm ${part.year}`;
    case 'half-year-and-year':
      return part.year === null ? '6 tháng và năm' : `6 tháng và năm ${part.year}`;
    case 'year':
      return `Cả năm ${part.year}`;
    case 'year-and-after':
      return `Năm ${part.year} và các năm sau`;
    case 'range':
      return part.by === 'year'
        ? `Năm ${part.from.slice(0, 4)}–${part.to.slice(0, 4)}`
        : `Từ ${shortDate(part.from)} đến ${shortDate(part.to)}`;
    case 'school-year':
      return part.startYear === null ? 'Trong năm học' : `Năm học ${part.startYear}–${part.startYear + 1}`;
    case 'month':
      return `Tháng ${part.months.join(', ')}/${part.year}`;
    case 'event':
      return eventWords(relationWords[part.relation], part.words);
    case 'relative':
      return `${part.count} ${countWords[part.unit]} ${part.direction === 'after' ? 'sau' : 'trước'}: ${part.words}`;
    case 'deadline':
      return deadlineWords(part);
    case 'periodic': {
      const every = part.every.map((unit) => unitWords[unit]).join(', ');
      const times = part.times === null ? '' : `ít nhất ${part.times} lần, `;
      return `Định kỳ ${times}${every === '' ? 'chưa rõ kỳ' : every}${ofYear(part.year)}`;
    }
    case 'blank':
      return 'Chưa ghi';
    case 'unknown':
      return 'Chưa hiểu';
    default:
      return unreachable(part, 'describeSchedule');
  }
}

/** The plan's own words often begin with the relation ("khi có …"); it is not said twice. */
const eventWords = (relation: string, words: string): string =>
  /^(khi|sau|trước|trong|nếu|trường hợp)(?=\s|$)/iu.test(words.normalize('NFC'))
    ? capital(words)
    : `${relation}: ${words}`;

function deadlineWords(part: {
  date: IsoDate | null;
  strict: boolean;
  lastDay: IsoDate | null;
  yearly: boolean;
}): string {
  if (part.date === null) return 'Có hạn, chưa ghi ngày';
  if (part.yearly) {
    const [, month, day] = part.date.split('-');
    return `${part.strict ? 'Trước' : 'Hạn'} ${Number(day)}/${Number(month)} hằng năm`;
  }
  return `${part.strict ? 'Trước' : 'Hạn'} ${shortDate(part.date)}`;
}
