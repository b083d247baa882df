/** The list of "Việc của tôi": what comes first, what a filter keeps. Pure. */
import type { TaskTable } from '../../../shared/api/contract/plans.ts';
import type { WorkItem } from '../../../shared/api/contract/work.ts';
import { entryOf } from '../../../shared/report/gather.ts';
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

/** What is due before what is not; by standing, and inside it in the plan's own order (the order given). */
export const sortForWork = <Item extends Progressing & Pick<WorkItem, 'due'>>(items: readonly Item[]): Item[] =>
  [false, true].flatMap((idle) =>
    standings.flatMap((standing) => items.filter((item) => isIdle(item) === idle && standingOf(item) === standing)),
  );

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
