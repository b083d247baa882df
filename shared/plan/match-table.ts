/** Which stored record is which of the file. Rules PL2 to PL6 of SPEC.md. */

import { noPairs, type Pairing, pairByContent, pairByKey, pairByLikeness } from '../compare/pair-up.ts';
import { firstOf, itemAt } from '../core/sure.ts';
import { fold, oneLine } from '../text/fold.ts';
import type { StoredTable } from './stored-table.ts';
import type { TableShape } from './table-shape.ts';

export type TableMatch = { areas: Pairing; components: Pairing; groups: Pairing; tasks: Pairing };

/** How alike names and texts must be: alone in their place, in the same group, anywhere in the area. */
const likeInPlace = 0.3;
const likeInGroup = 0.5;
const likeInArea = 0.6;
const likeName = 0.5;

/** `apart`: tasks a person said are no task of the file but those that are the same word for word. */
export function matchTable(stored: StoredTable, fresh: TableShape, apart: ReadonlySet<string> = new Set()): TableMatch {
  const books = { stored: storedBook(stored), fresh: freshBook(fresh) };
  const areas = matchAreas(books);
  const components = matchComponents(books, areas);
  const groups = matchGroups(books, areas, components);
  const tasks = matchTasks(stored, books, { areas, components, groups }, apart);
  return { areas, components, groups, tasks };
}

/** `said`: as the file gave it last, so that a record corrected by hand is still found; `now`: as it stands. */
type Words = { said: string; now: string };

/** One side of the comparison, parents as indices: what stands where, and what each thing holds. */
type Book = {
  areas: readonly Words[];
  components: readonly (Words & { area: number })[];
  groups: readonly { area: number; components: readonly number[]; fields: string }[];
  tasks: readonly (Words & { group: number })[];
  /** Task texts held by each area, component and group. */
  inArea: string[][];
  inComponent: string[][];
  inGroup: string[][];
  results: string[];
};
type Books = { stored: Book; fresh: Book };

type Groups = readonly {
  results: readonly string[];
  lead: string;
  executors: readonly string[];
  time: string;
  note: string;
}[];

const fieldsOf = (group: Groups[number]): string =>
  oneLine(JSON.stringify([group.results, group.lead, group.executors, group.time, group.note]));

function storedBook(stored: StoredTable): Book {
  const areaAt = new Map(stored.areas.map(({ id }, index) => [id, index]));
  const componentAt = new Map(stored.components.map(({ id }, index) => [id, index]));
  const groupAt = new Map(stored.groups.map(({ id }, index) => [id, index]));
  const words = (id: string, field: string, now: string): Words => ({
    said: oneLine(String(stored.fromFile.get(id)?.[field] ?? now)),
    now: oneLine(now),
  });
  const groups = stored.groups.map((group) => ({ ...group, ...stored.fromFile.get(group.id) }));
  return bookOf(
    stored.areas.map(({ id, name }) => words(id, 'name', name)),
    stored.components.map(({ id, areaId, name }) => ({ ...words(id, 'name', name), area: areaAt.get(areaId) ?? -1 })),
    groups.map((group) => ({
      area: areaAt.get(group.areaId) ?? -1,
      components: group.componentIds.map((id) => componentAt.get(id) ?? -1),
      fields: fieldsOf(group),
    })),
    stored.tasks.map(({ id, groupId, text }) => ({ ...words(id, 'text', text), group: groupAt.get(groupId) ?? -1 })),
    groups,
  );
}

function freshBook(fresh: TableShape): Book {
  const words = (text: string): Words => ({ said: oneLine(text), now: oneLine(text) });
  return bookOf(
    fresh.areas.map(({ name }) => words(name)),
    fresh.components.map(({ area, name }) => ({ ...words(name), area })),
    fresh.groups.map((group) => ({ area: group.area, components: group.components, fields: fieldsOf(group) })),
    fresh.tasks.map(({ group, text }) => ({ ...words(text), group })),
    fresh.groups,
  );
}

function bookOf(
  areas: Book['areas'],
  components: Book['components'],
  groups: Book['groups'],
  tasks: Book['tasks'],
  whole: Groups,
): Book {
  const empty = (length: number): string[][] => Array.from({ length }, () => []);
  const [inArea, inComponent, inGroup] = [empty(areas.length), empty(components.length), empty(groups.length)];
  for (const { group, said } of tasks) {
    const place = groups[group];
    inGroup[group]?.push(said);
    inArea[place?.area ?? -1]?.push(said);
    for (const component of place?.components ?? []) inComponent[component]?.push(said);
  }
  return {
    areas,
    components,
    groups,
    tasks,
    inArea,
    inComponent,
    inGroup,
    results: whole.map(({ results }) => results.join('\n')),
  };
}

const key = (...parts: (string | number | null | readonly (string | number)[])[]): string => JSON.stringify(parts);

/** Ways to compare words exactly, the surest first. */
const exactly: readonly ((words: Words) => string)[] = [({ said }) => said, ({ now }) => now, ({ said }) => fold(said)];

const saidOf = ({ said }: Words): string => said;
const tasksOf = ({ tasks }: { tasks: readonly string[] }): readonly string[] => tasks;

function matchAreas(books: Books): Pairing {
  const placesOf = ({ areas, inArea }: Book) => areas.map((area, at) => ({ ...area, tasks: inArea[at] ?? [] }));
  const sides = { stored: placesOf(books.stored), fresh: placesOf(books.fresh) };
  const pairs = noPairs(sides.stored.length, sides.fresh.length);
  for (const by of exactly) pairByKey(pairs, sides, by);
  pairByContent(pairs, sides, tasksOf, () => true);
  pairByLikeness(pairs, sides, saidOf, () => likeName);
  return pairs;
}

/** A component with the area it stands in, by its fresh index on both sides; null where that area is gone. */
type ComponentPlace = Words & { area: number | null; tasks: readonly string[] };

function matchComponents(books: Books, areas: Pairing): Pairing {
  const placesOf = ({ components, inComponent }: Book, areaNow: (area: number) => number | null): ComponentPlace[] =>
    components.map((component, at) => ({
      ...component,
      area: areaNow(component.area),
      tasks: inComponent[at] ?? [],
    }));
  const sides = {
    stored: placesOf(books.stored, (area) => areas.freshOf[area] ?? null),
    fresh: placesOf(books.fresh, (area) => area),
  };
  const pairs = noPairs(sides.stored.length, sides.fresh.length);
  const sameArea = (old: ComponentPlace, now: ComponentPlace) => old.area === now.area;
  for (const by of exactly)
    pairByKey(pairs, sides, (place) => (place.area === null ? null : key(place.area, by(place))));
  pairByKey(pairs, sides, ({ said, tasks }) => (tasks.length === 0 ? null : key(said, tasks)));
  pairByContent(pairs, sides, tasksOf, sameArea);
  pairByLikeness(pairs, sides, saidOf, (old, now) => (sameArea(old, now) ? likeName : null));
  return pairs;
}

/** A group with its area and components by their fresh indices on both sides; an area that is gone is null. */
type GroupPlace = {
  area: number | null;
  components: string;
  fields: string;
  tasks: readonly string[];
  results: string;
};

function matchGroups(books: Books, areas: Pairing, components: Pairing): Pairing {
  const placesOf = (
    { groups, inGroup, results }: Book,
    areaNow: (area: number) => number | null,
    componentNow: (component: number) => number | string,
  ): GroupPlace[] =>
    groups.map((group, at) => ({
      area: areaNow(group.area),
      components: key(group.components.map(componentNow).sort()),
      fields: group.fields,
      tasks: inGroup[at] ?? [],
      results: itemAt(results, at),
    }));
  const sides = {
    stored: placesOf(
      books.stored,
      (area) => areas.freshOf[area] ?? null,
      (component) => components.freshOf[component] ?? `gone-${component}`,
    ),
    fresh: placesOf(
      books.fresh,
      (area) => area,
      (component) => component,
    ),
  };
  const pairs = noPairs(sides.stored.length, sides.fresh.length);
  const sameArea = (old: GroupPlace, now: GroupPlace) => old.area === now.area;
  const sameComponents = (old: GroupPlace, now: GroupPlace) => sameArea(old, now) && old.components === now.components;
  pairByKey(pairs, sides, ({ area, components: place, tasks, fields }) =>
    area === null ? null : key(area, place, tasks, fields),
  );
  pairByKey(pairs, sides, ({ area, components: place, tasks }) =>
    area === null || tasks.length === 0 ? null : key(area, place, tasks),
  );
  pairByKey(pairs, sides, ({ area, tasks }) => (area === null || tasks.length === 0 ? null : key(area, tasks)));
  pairByKey(pairs, sides, ({ tasks, fields }) => (tasks.length === 0 ? null : key(tasks, fields)));
  pairByContent(pairs, sides, tasksOf, sameComponents);
  pairByContent(pairs, sides, tasksOf, sameArea);
  pairByLikeness(
    pairs,
    sides,
    ({ tasks, results }) => [...tasks, results].join('\n'),
    (old, now) => (sameComponents(old, now) ? likeInPlace : sameArea(old, now) ? likeInArea : null),
  );
  return pairs;
}

/** A task with where it stands, by fresh indices on both sides; null where that place is gone. */
type TaskPlace = Words & { group: number | null; component: number | null; area: number | null; mayBeAlike: boolean };

function matchTasks(
  table: StoredTable,
  { stored, fresh }: Books,
  places: Omit<TableMatch, 'tasks'>,
  apart: ReadonlySet<string>,
): Pairing {
  const pairs = noPairs(stored.tasks.length, fresh.tasks.length);
  const sides = {
    stored: stored.tasks.map(({ group, ...words }, at): TaskPlace => {
      const { area = -1, components = [] } = stored.groups[group] ?? {};
      return {
        ...words,
        group: places.groups.freshOf[group] ?? null,
        component: places.components.freshOf[components[0] ?? -1] ?? null,
        area: places.areas.freshOf[area] ?? null,
        mayBeAlike: !apart.has(itemAt(table.tasks, at).id),
      };
    }),
    fresh: fresh.tasks.map(({ group, ...words }): TaskPlace => {
      const { area, components } = itemAt(fresh.groups, group);
      return { ...words, group, component: firstOf(components), area, mayBeAlike: true };
    }),
  };
  for (const by of exactly)
    for (const place of ['group', 'component', 'area'] as const)
      pairByKey(pairs, sides, (task) => (task[place] === null ? null : key(task[place], by(task))));
  pairByKey(pairs, sides, saidOf);
  pairByLikeness(pairs, sides, saidOf, (old, now) => (old.mayBeAlike && old.group === now.group ? likeInGroup : null));
  const withGaps = (list: readonly TaskPlace[], gaps: readonly string[]) =>
    list.map((task, at) => ({ ...task, gap: itemAt(gaps, at) }));
  const inGaps = {
    stored: withGaps(sides.stored, gapsOf(stored, pairs.freshOf)),
    fresh: withGaps(
      sides.fresh,
      gapsOf(
        fresh,
        pairs.storedOf.map((old, index) => (old === null ? null : index)),
      ),
    ),
  };
  pairByLikeness(pairs, inGaps, saidOf, (old, now) => {
    if (!old.mayBeAlike || old.area !== now.area) return null;
    return old.group === now.group && old.gap === now.gap ? likeInPlace : likeInArea;
  });
  return pairs;
}

/** For each task the paired neighbours before and after it in its group, named by their fresh index: the place it stands in. */
function gapsOf(book: Book, named: readonly (number | null)[]): string[] {
  const before: (number | null)[] = [];
  const after: (number | null)[] = [];
  const walk = (indices: readonly number[], into: (number | null)[]) => {
    const last = new Map<number, number>();
    for (const index of indices) {
      const { group } = itemAt(book.tasks, index);
      into[index] = last.get(group) ?? null;
      const name = named[index] ?? null;
      if (name !== null) last.set(group, name);
    }
  };
  const indices = book.tasks.map((_, index) => index);
  walk(indices, before);
  walk(indices.toReversed(), after);
  return indices.map((index) => `${before[index]}/${after[index]}`);
}
