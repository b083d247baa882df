/** What an earlier window of the year asked for once and nobody has told of since: no later window asks again. Rule OV28 of SPEC.md. Pure. */
import type { IsoDate } from '../text/dates.ts';
import { daysLate, lastDay, pieceOf } from './cell.ts';
import type { YearFacts, YearTask } from './year.ts';

export type Owed = {
  readonly windowLabel: string;
  readonly by: IsoDate;
  readonly daysLate: number;
  readonly estimated: boolean;
};

/** Null for a task that owes nothing from before, and for one that is due in the window itself, which asks for it. */
export function owedBefore(
  { windows }: Pick<YearFacts, 'windows'>,
  task: Pick<YearTask, 'cells'>,
  at: number,
  today: IsoDate,
): Owed | null {
  const shown = windows[at];
  if (!shown || task.cells[at]?.due) return null;
  let owed: Owed | null = null;
  for (const [index, window] of windows.entries()) {
    const cell = task.cells[index];
    if (!cell || window.toDate >= shown.fromDate || pieceOf(cell, window, today) !== 'late') continue;
    const told = task.cells.some(
      ({ state }, other) =>
        (state === 'xong' || state === 'khong-phat-sinh') && (windows[other]?.toDate ?? '') >= window.toDate,
    );
    const by = lastDay(cell, window);
    if (!told && (owed === null || by < owed.by))
      owed = { windowLabel: window.label, by, daysLate: daysLate(cell, window, today), estimated: !cell.confirmed };
  }
  return owed;
}
