/** Whether a task is late on a day. Rule SC17. Pure. */
import { addDays, type IsoDate } from '../text/dates.ts';

/** A window as far as being late goes; `dueDate` as printed, `dueStrict` for "trước ngày". */
export type JudgedWindow = {
  readonly toDate: IsoDate;
  readonly dueDate: IsoDate | null;
  readonly dueStrict: boolean;
};

/** The last day that keeps the window's own due date; its last day of data where none is set. */
export const lastDayOf = ({ toDate, dueDate, dueStrict }: JudgedWindow): IsoDate =>
  dueDate === null ? toDate : dueStrict ? addDays(dueDate, -1) : dueDate;

/** A task that is due and unfinished is late after its own last day; without one, after the window's. */
export function isOverdue(
  due: { readonly due: boolean; readonly by: IsoDate | null },
  state: string | null,
  window: JudgedWindow,
  today: IsoDate,
): boolean {
  if (!due.due || state === 'xong' || state === 'khong-phat-sinh') return false;
  return today > (due.by ?? lastDayOf(window));
}
