/** The ready answers to "việc này làm khi nào": what is chosen and typed becomes a schedule, or a sentence says what is missing. Pure. */
import type { PeriodUnit, Schedule, SimpleSchedule } from '../../../shared/schedule/schedule.ts';
import { addDays } from '../../../shared/text/dates.ts';

export const answerKinds = [
  { value: 'continuous', label: 'Thường xuyên' },
  { value: 'quarters', label: 'Theo quý' },
  { value: 'half-and-year', label: '6 tháng và năm' },
  { value: 'year', label: 'Cả năm' },
  { value: 'months', label: 'Theo tháng' },
  { value: 'deadline', label: 'Hạn ngày' },
  { value: 'range', label: 'Từ ngày – đến ngày' },
  { value: 'event', label: 'Khi có sự kiện' },
  { value: 'periodic', label: 'Định kỳ' },
  { value: 'school-year', label: 'Trong năm học' },
] as const;
export type AnswerKind = (typeof answerKinds)[number]['value'];

export type AnswerDraft = {
  kind: AnswerKind | null;
  quarters: readonly number[];
  months: readonly number[];
  date: string | null;
  strict: boolean;
  from: string | null;
  to: string | null;
  relation: 'when' | 'before' | 'after';
  event: string;
  every: PeriodUnit;
};

/** An event's words begin with the plan's own, so that nothing has to be typed where they name it. */
export const emptyAnswer = (words: string): AnswerDraft => ({
  kind: null,
  quarters: [],
  months: [],
  date: null,
  strict: false,
  from: null,
  to: null,
  relation: 'when',
  event: words.slice(0, 1000),
  every: 'quarter',
});

/** What was chosen as a schedule; a sentence while something is still open; null while nothing was chosen. */
export function scheduleOf(draft: AnswerDraft, year: number): { schedule: Schedule } | { open: string } | null {
  const done = (schedule: SimpleSchedule) => ({ schedule });
  switch (draft.kind) {
    case null:
      return null;
    case 'continuous':
      return done({ kind: 'continuous', year: null });
    case 'quarters':
      return draft.quarters.length === 0
        ? { open: 'Chọn ít nhất một quý.' }
        : done({ kind: 'quarters', year, quarters: [...draft.quarters].sort() });
    case 'half-and-year':
      return done({ kind: 'half-year-and-year', year: null });
    case 'year':
      return done({ kind: 'year', year });
    case 'months':
      return draft.months.length === 0
        ? { open: 'Chọn ít nhất một tháng.' }
        : done({ kind: 'month', year, months: [...draft.months].sort((a, b) => a - b) });
    case 'deadline': {
      const { date, strict } = draft;
      if (date === null) return { open: 'Nhập ngày hạn.' };
      return done({ kind: 'deadline', date, strict, lastDay: strict ? addDays(date, -1) : date, yearly: false });
    }
    case 'range': {
      const { from, to } = draft;
      if (from === null || to === null) return { open: 'Nhập cả ngày bắt đầu và ngày kết thúc.' };
      return from > to ? { open: 'Ngày kết thúc sớm hơn ngày bắt đầu.' } : done({ kind: 'range', from, to, by: 'day' });
    }
    case 'event': {
      const words = draft.event.trim();
      return words === '' ? { open: 'Ghi tên sự kiện.' } : done({ kind: 'event', relation: draft.relation, words });
    }
    case 'periodic':
      return done({ kind: 'periodic', every: [draft.every], times: null, year: null });
    default:
      return done({ kind: 'school-year', startYear: null });
  }
}
