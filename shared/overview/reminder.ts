/** What is said once a day when the program starts or wakes. Rule OV27 of SPEC.md. Pure. */
import type { JudgedWindow } from '../schedule/overdue.ts';
import { dayNumber, type IsoDate } from '../text/dates.ts';
import { lastDay, standingOfRow, urgencyOf } from './cell.ts';
import type { TaskRow } from './task-row.ts';

/** Calendar days ahead that are worth a word in the morning. */
const soonDays = 7;

export type Reminder = { readonly late: number; readonly soon: number; readonly unproven: number };

type Told = Pick<TaskRow, 'due' | 'progress' | 'gathered' | 'evidenceCount'>;

/** null when there is nothing to say. */
export function reminderOf(items: readonly Told[], window: JudgedWindow, today: IsoDate): Reminder | null {
  let [late, soon, unproven] = [0, 0, 0];
  for (const item of items) {
    const standing = standingOfRow(item);
    const urgency = urgencyOf(standing, window, today);
    if (urgency === 'late') late += 1;
    else if (urgency === 'unproven') unproven += 1;
    else if (urgency === 'due' && dayNumber(lastDay(standing, window)) - dayNumber(today) <= soonDays) soon += 1;
  }
  return late + soon === 0 ? null : { late, soon, unproven };
}

/** `3 việc quá hạn, 2 việc đến hạn trong 7 ngày tới, 1 việc thiếu minh chứng`. */
export const reminderWords = ({ late, soon, unproven }: Reminder): string =>
  [
    late > 0 ? `${late} việc quá hạn` : '',
    soon > 0 ? `${soon} việc đến hạn trong ${soonDays} ngày tới` : '',
    unproven > 0 ? `${unproven} việc thiếu minh chứng` : '',
  ]
    .filter((words) => words !== '')
    .join(', ');
