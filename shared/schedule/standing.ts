/** Where a task stands to its time in a window, in one word for lists and filters. Rule SC19. Pure. */
import type { IsoDate } from '../text/dates.ts';
import { isOverdue, type JudgedWindow } from './overdue.ts';

/** In the order of urgency. `asks`: the words of its time are open; `later`: not due in this window. */
export const timeStandings = ['late', 'due', 'asks', 'waiting', 'later'] as const;
export type TimeStanding = (typeof timeStandings)[number];

export const timeStandingWords: Readonly<Record<TimeStanding, string>> = {
  late: 'Quá hạn',
  due: 'Đến hạn trong kỳ',
  asks: 'Cần hỏi thời gian',
  waiting: 'Chờ sự kiện',
  later: 'Không đến hạn kỳ này',
};

type Time = {
  readonly due: boolean;
  readonly by: IsoDate | null;
  readonly waiting: boolean;
  readonly question: string | null;
};

/** Null without a window: nothing is due then. A task that is due is due, whatever else its words leave open. */
export function timeStanding(
  due: Time | null,
  state: string | null,
  window: JudgedWindow | null,
  today: IsoDate,
): TimeStanding | null {
  if (due === null || window === null) return null;
  if (isOverdue(due, state, window, today)) return 'late';
  if (due.due) return 'due';
  if (due.question !== null) return 'asks';
  return due.waiting ? 'waiting' : 'later';
}
