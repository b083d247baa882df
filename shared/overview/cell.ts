/**
 * Where one task stands in one window, in one word. Every screen that counts or sorts tasks by how they stand asks here, so that two
 * numbers of the same thing can never differ. Rules OV4–OV6 of SPEC.md. Pure.
 */

import { entryOf } from '../report/gather.ts';
import { isOverdue, type JudgedWindow, lastDayOf } from '../schedule/overdue.ts';
import { dayNumber, type IsoDate, shortDate } from '../text/dates.ts';
import type { TaskRow } from './task-row.ts';

/** Exactly one for each task and window; together they are all tasks. In the order of urgency. */
export const pieces = ['late', 'none', 'doing', 'unproven', 'waiting', 'asks', 'done', 'notArisen', 'idle'] as const;
export type Piece = (typeof pieces)[number];

export const pieceWords: Readonly<Record<Piece, string>> = {
  late: 'quá hạn',
  none: 'đến hạn, chưa có kết quả',
  doing: 'đang làm',
  unproven: 'xong, thiếu minh chứng',
  waiting: 'chờ sự kiện',
  asks: 'chưa rõ thời gian',
  done: 'đã xong',
  notArisen: 'không phát sinh',
  idle: 'không đến hạn kỳ này',
};

export type TermStanding = {
  readonly due: boolean;
  /** Last day that keeps the term; null: the window's own. */
  readonly by: IsoDate | null;
  readonly waiting: boolean;
  readonly asks: boolean;
  /** False when the term counts days of a year whose holidays are not announced. */
  readonly confirmed: boolean;
  readonly state: 'chua' | 'dang-lam' | 'xong' | 'khong-phat-sinh';
  readonly proofs: number;
};

/** A row of the task table, or of "Việc của tôi", as it stands. */
export function standingOfRow(task: Pick<TaskRow, 'due' | 'progress' | 'gathered' | 'evidenceCount'>): TermStanding {
  return {
    due: task.due?.due ?? false,
    by: task.due?.by ?? null,
    waiting: task.due?.waiting ?? false,
    asks: task.due !== null && task.due.question !== null,
    confirmed: task.due?.confirmed ?? true,
    state: entryOf(task)?.state ?? 'chua',
    proofs: task.evidenceCount,
  };
}

export function pieceOf(task: TermStanding, window: JudgedWindow, today: IsoDate): Piece {
  if (task.state === 'xong') return task.proofs > 0 ? 'done' : 'unproven';
  if (task.state === 'khong-phat-sinh') return 'notArisen';
  if (isOverdue(task, task.state, window, today)) return 'late';
  if (task.state === 'dang-lam') return 'doing';
  if (task.due) return 'none';
  if (task.asks) return 'asks';
  return task.waiting ? 'waiting' : 'idle';
}

/** The last day that keeps the term of a task that is due. */
export const lastDay = (task: Pick<TermStanding, 'by'>, window: JudgedWindow): IsoDate => task.by ?? lastDayOf(window);

/** Calendar days past the last day; 0 while it is kept. */
export const daysLate = (task: Pick<TermStanding, 'by'>, window: JudgedWindow, today: IsoDate): number =>
  Math.max(0, dayNumber(today) - dayNumber(lastDay(task, window)));

/** Where "Việc của tôi" puts a task, the most urgent first (OV7). */
export const urgencies = ['late', 'due', 'unproven', 'waiting', 'rest'] as const;
export type Urgency = (typeof urgencies)[number];

export const urgencyWords: Readonly<Record<Urgency, string>> = {
  late: 'Quá hạn',
  due: 'Đến hạn kỳ này',
  unproven: 'Thiếu minh chứng',
  waiting: 'Chờ sự kiện',
  rest: 'Việc còn lại',
};

export function urgencyOf(task: TermStanding, window: JudgedWindow, today: IsoDate): Urgency {
  const piece = pieceOf(task, window, today);
  if (piece === 'late' || piece === 'unproven' || piece === 'waiting') return piece;
  return piece === 'none' || (piece === 'doing' && task.due) ? 'due' : 'rest';
}

/** Why a task stands where it stands, in one short Vietnamese sentence. `why` is what the reading of its time says. */
export function reasonOf(task: TermStanding, window: JudgedWindow, today: IsoDate, why = ''): string {
  const piece = pieceOf(task, window, today);
  const day = lastDay(task, window);
  const sure = task.confirmed ? '' : ', tạm tính';
  if (piece === 'late') return `Quá hạn ${daysLate(task, window, today)} ngày (hạn ${shortDate(day)}${sure})`;
  if (piece === 'unproven') return 'Đã ghi xong, chưa có minh chứng';
  if (piece === 'done') return 'Đã xong, có minh chứng';
  if (piece === 'notArisen') return 'Không phát sinh trong kỳ';
  if (piece === 'waiting' || piece === 'asks') return why || (piece === 'asks' ? 'Chưa rõ thời gian' : 'Chờ sự kiện');
  if (piece === 'idle') return why || 'Không đến hạn kỳ này';
  if (!task.due) return 'Đang làm, chưa đến hạn';
  const left = dayNumber(day) - dayNumber(today);
  return `Hạn ${shortDate(day)}${sure}, ${left === 0 ? 'hôm nay' : `còn ${left} ngày`}`;
}
