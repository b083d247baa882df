/** The list of "Việc của tôi": what comes first, what a filter keeps. Pure. */
import type { TaskTable } from '../../../shared/api/contract/plans.ts';
import type { WorkItem } from '../../../shared/api/contract/work.ts';
import { standingOfRow, type Urgency, urgencies, urgencyOf } from '../../../shared/overview/cell.ts';
import { entryOf } from '../../../shared/report/gather.ts';
import type { JudgedWindow } from '../../../shared/schedule/overdue.ts';
import { fold, matchesFolded } from '../../../shared/text/fold.ts';

/** How far a task is, in the order the list shows: what still wants the officer's hand stands first. */
export const standings = ['none', 'working', 'unproven', 'done'] as const;
export type Standing = (typeof standings)[number];

type Progressing = Pick<WorkItem, 'progress' | 'gathered' | 'evidenceCount'>;

/** Finished without any proof is a standing of its own: the report would list it as missing. "Không phát sinh" needs no proof. */
export function standingOf(item: Progressing): Standing {
  const state = entryOf(item)?.state ?? 'chua';
  if (state === 'chua') return 'none';
  if (state === 'dang-lam') return 'working';
  return state === 'xong' && item.evidenceCount === 0 ? 'unproven' : 'done';
}

/** Nothing is owed in this window and nothing was told of it: out of the way until somebody asks for it. */
export const isIdle = (item: Progressing & Pick<WorkItem, 'due'>): boolean =>
  item.due?.due === false && item.due.question === null && standingOf(item) === 'none';

type Judged = Progressing & Pick<WorkItem, 'due'>;

/** Where a task stands in the list (OV7). Without a day to judge by, tasks with anything due stand first. */
export const urgencyOfItem = (item: Judged, window: JudgedWindow, today: string): Urgency =>
  urgencyOf(standingOfRow(item), window, today);

/** By urgency; what is not due at all last of the rest; inside it in the plan's own order (the order given). */
export const sortForWork = <Item extends Judged>(
  items: readonly Item[],
  window: JudgedWindow,
  today: string,
): Item[] => {
  const placed = items.map((item) => ({ item, urgency: urgencyOfItem(item, window, today), idle: isIdle(item) }));
  return urgencies.flatMap((urgency) =>
    [false, true].flatMap((idle) =>
      standings.flatMap((standing) =>
        placed
          .filter((each) => each.urgency === urgency && each.idle === idle && standingOf(each.item) === standing)
          .map(({ item }) => item),
      ),
    ),
  );
};

export const countUrgencies = (
  items: readonly Judged[],
  window: JudgedWindow,
  today: string,
): Record<Urgency, number> => {
  const counts: Record<Urgency, number> = { late: 0, due: 0, unproven: 0, waiting: 0, rest: 0 };
  for (const item of items) counts[urgencyOfItem(item, window, today)] += 1;
  return counts;
};

/**
 * The order of an earlier look at the same list: a task that was just finished stays under the cursor instead of jumping to the
 * end. Tasks that are new come where sorting puts them, at the end.
 */
export function inEarlierOrder<Item extends { id: string }>(
  earlier: readonly string[],
  sorted: readonly Item[],
): Item[] {
  const byId = new Map(sorted.map((item) => [item.id, item]));
  const known = earlier.flatMap((id) => byId.get(id) ?? []);
  const seen = new Set(earlier);
  return [...known, ...sorted.filter((item) => !seen.has(item.id))];
}

export const countStandings = (items: readonly Progressing[]): Record<Standing, number> => {
  const counts: Record<Standing, number> = { none: 0, working: 0, unproven: 0, done: 0 };
  for (const item of items) counts[standingOf(item)] += 1;
  return counts;
};

/** Folded words a search looks through. */
export const searchText = (item: WorkItem): string =>
  fold([item.text, item.areaName, item.componentName, item.lead, item.time, item.progress?.doneText ?? ''].join(' '));

/** What the list shows; the chosen task stays even when it no longer fits the filter, so that it never vanishes under the hand. */
export function shownItems<Item extends Progressing & { id: string }>(
  items: readonly Item[],
  filter: { query: string; standing: Standing | null; keep: string | null },
  textOf: (item: Item) => string,
): Item[] {
  const query = fold(filter.query);
  return items.filter(
    (item) =>
      item.id === filter.keep ||
      ((filter.standing === null || standingOf(item) === filter.standing) && matchesFolded(textOf(item), query)),
  );
}

/** A task of the plan's table as a line of work, for a task that is opened although it is not the acting person's own. */
export function itemFromTable(table: TaskTable, taskId: string): WorkItem | null {
  const task = table.tasks.find((each) => each.id === taskId);
  const group = table.groups.find((each) => each.id === task?.groupId);
  if (!task || !group) return null;
  const area = table.areas.find((each) => each.id === group.areaId);
  const components = group.componentIds.flatMap((id) => table.components.find((each) => each.id === id)?.name ?? []);
  return {
    ...task,
    areaNo: area?.no ?? '',
    areaName: area?.name ?? '',
    componentName: components.join('; '),
    results: group.results,
    executors: group.executors,
    role: 'executor',
  };
}
