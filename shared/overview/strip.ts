/** The year strip: areas with their tasks down, quarters across. Rules OV20–OV22 of SPEC.md. Pure. */
import { itemAt } from '../core/sure.ts';
import { lastDayOf } from '../schedule/overdue.ts';
import { dayNumber, type IsoDate } from '../text/dates.ts';
import { type Piece, pieceOf } from './cell.ts';
import { areaName } from './sums.ts';
import type { YearCell, YearFacts, YearTask, YearWindow } from './year.ts';

export type StripCell = {
  readonly windowId: string;
  readonly piece: Piece;
  readonly by: IsoDate | null;
  readonly due: boolean;
};

export type StripRow =
  | { readonly kind: 'area'; readonly id: string; readonly name: string; readonly tasks: number }
  | { readonly kind: 'task'; readonly id: string; readonly task: YearTask; readonly cells: readonly StripCell[] };

/** Places of the windows that stand across: the quarters, else whatever shortest windows the year has. */
export function stripWindows(windows: readonly YearWindow[]): number[] {
  const placesOf = (kind: YearWindow['kind']) => windows.flatMap((window, at) => (window.kind === kind ? [at] : []));
  const quarters = placesOf('quy');
  if (quarters.length > 0) return quarters;
  const months = placesOf('thang');
  return months.length > 0 ? months : windows.map((_, at) => at);
}

/** In the plan's order; areas without tasks are left out. */
export function stripOf(facts: YearFacts, today: IsoDate): StripRow[] {
  const across = stripWindows(facts.windows);
  const areaOf = new Map(facts.groups.map((group) => [group.id, group.areaId]));
  const byArea = new Map<string, YearTask[]>(facts.areas.map(({ id }) => [id, []]));
  for (const task of facts.tasks) byArea.get(areaOf.get(task.groupId) ?? '')?.push(task);
  return facts.areas.flatMap(({ id, no, name }): StripRow[] => {
    const tasks = byArea.get(id) ?? [];
    if (tasks.length === 0) return [];
    return [
      { kind: 'area', id, name: areaName(no, name), tasks: tasks.length },
      ...tasks.map(
        (task): StripRow => ({
          kind: 'task',
          id: task.id,
          task,
          cells: across.map((at) => stripCell(task.cells[at], itemAt(facts.windows, at), today)),
        }),
      ),
    ];
  });
}

function stripCell(cell: YearCell | undefined, window: YearWindow, today: IsoDate): StripCell {
  if (!cell) return { windowId: window.id, piece: 'idle', by: null, due: false };
  return { windowId: window.id, piece: pieceOf(cell, window, today), by: cell.due ? cell.by : null, due: cell.due };
}

/** Where a day lies across the windows, from 0 to 1; null outside of them. Every window is as wide as the others. */
export function placeOfDay(windows: readonly YearWindow[], day: IsoDate): number | null {
  for (const [at, window] of windows.entries()) {
    if (day < window.fromDate || day > window.toDate) continue;
    const length = dayNumber(window.toDate) - dayNumber(window.fromDate) + 1;
    return (at + (dayNumber(day) - dayNumber(window.fromDate) + 0.5) / length) / windows.length;
  }
  return null;
}

/** The day a window's report must be ready, as its head says it. */
export const dueDayOf = (window: YearWindow): IsoDate => lastDayOf(window);
