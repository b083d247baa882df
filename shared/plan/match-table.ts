/** Which stored record is which of the file. Rules C2 to C6 of SPEC.md. */

import { noPairs, type Pairing, pairByContent, pairByKey, pairByLikeness } from '../compare/pair-up.ts';
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

const contents = (books: Books, of: 'inArea' | 'inComponent' | 'inGroup') => ({
  stored: (index: number) => books.stored[of][index] ?? [],
  fresh: (index: number) => books.fresh[of][index] ?? [],
});

const key = (...parts: (string | number | null | readonly (string | number)[])[]): string => JSON.stringify(parts);

/** Ways to compare words exactly, the surest first. */
const exactly: readonly ((words: Words) => string)[] = [({ said }) => said, ({ now }) => now, ({ said }) => fold(said)];

function matchAreas(books: Books): Pairing {
  const { stored, fresh } = books;
  const pairs = noPairs(stored.areas.length, fresh.areas.length);
  for (const by of exactly)
    pairByKey(
      pairs,
      (index) => by(stored.areas[index]!),
      (index) => by(fresh.areas[index]!),
    );
  pairByContent(pairs, contents(books, 'inArea'), () => true);
  pairByLikeness(pairs, saidIn(stored.areas, fresh.areas), () => likeName);
  return pairs;
}

const saidIn = (stored: readonly Words[], fresh: readonly Words[]) => ({
  stored: (index: number) => stored[index]!.said,
  fresh: (index: number) => fresh[index]!.said,
});

function matchComponents(books: Books, areas: Pairing): Pairing {
  const { stored, fresh } = books;
  const pairs = noPairs(stored.components.length, fresh.components.length);
  const areaNow = (old: number) => areas.freshOf[stored.components[old]!.area] ?? null;
  const sameArea = (old: number, now: number) => areaNow(old) === fresh.components[now]!.area;
  for (const by of exactly)
    pairByKey(
      pairs,
      (index) => (areaNow(index) === null ? null : key(areaNow(index), by(stored.components[index]!))),
      (index) => key(fresh.components[index]!.area, by(fresh.components[index]!)),
    );
  const whole = (book: Book) => (index: number) =>
    book.inComponent[index]!.length === 0 ? null : key(book.components[index]!.said, book.inComponent[index]!);
  pairByKey(pairs, whole(stored), whole(fresh));
  pairByContent(pairs, contents(books, 'inComponent'), sameArea);
  pairByLikeness(pairs, saidIn(stored.components, fresh.components), (old, now) =>
    sameArea(old, now) ? likeName : null,
  );
  return pairs;
}

function matchGroups(books: Books, areas: Pairing, components: Pairing): Pairing {
  const { stored, fresh } = books;
  const pairs = noPairs(stored.groups.length, fresh.groups.length);
  const storedPlace = stored.groups.map((group) => ({
    area: areas.freshOf[group.area] ?? null,
    components: key(group.components.map((component) => components.freshOf[component] ?? `gone-${component}`).sort()),
  }));
  const freshPlace = fresh.groups.map((group) => ({ area: group.area, components: key([...group.components].sort()) }));
  const sameArea = (old: number, now: number) => storedPlace[old]!.area === freshPlace[now]!.area;
  const sameComponents = (old: number, now: number) =>
    sameArea(old, now) && storedPlace[old]!.components === freshPlace[now]!.components;
  const pass = (of: (book: Book, place: { area: number | null; components: string }, index: number) => string | null) =>
    pairByKey(
      pairs,
      (index) => of(stored, storedPlace[index]!, index),
      (index) => of(fresh, freshPlace[index]!, index),
    );
  const tasksOf = (book: Book, index: number) => book.inGroup[index] ?? [];
  pass((book, { area, components: place }, index) =>
    area === null ? null : key(area, place, tasksOf(book, index), book.groups[index]!.fields),
  );
  pass((book, { area, components: place }, index) =>
    area === null || tasksOf(book, index).length === 0 ? null : key(area, place, tasksOf(book, index)),
  );
  pass((book, { area }, index) =>
    area === null || tasksOf(book, index).length === 0 ? null : key(area, tasksOf(book, index)),
  );
  pass((book, _, index) =>
    tasksOf(book, index).length === 0 ? null : key(tasksOf(book, index), book.groups[index]!.fields),
  );
  pairByContent(pairs, contents(books, 'inGroup'), sameComponents);
  pairByContent(pairs, contents(books, 'inGroup'), sameArea);
  const text = (book: Book) => (index: number) => [...tasksOf(book, index), book.results[index]].join('\n');
  pairByLikeness(pairs, { stored: text(stored), fresh: text(fresh) }, (old, now) =>
    sameComponents(old, now) ? likeInPlace : sameArea(old, now) ? likeInArea : null,
  );
  return pairs;
}

function matchTasks(
  table: StoredTable,
  { stored, fresh }: Books,
  places: Omit<TableMatch, 'tasks'>,
  apart: ReadonlySet<string>,
): Pairing {
  const pairs = noPairs(stored.tasks.length, fresh.tasks.length);
  const storedPlace = stored.tasks.map(({ group }) => {
    const { area = -1, components = [] } = stored.groups[group] ?? {};
    return {
      group: places.groups.freshOf[group] ?? null,
      component: places.components.freshOf[components[0] ?? -1] ?? null,
      area: places.areas.freshOf[area] ?? null,
    };
  });
  const freshPlace = fresh.tasks.map(({ group }) => {
    const { area, components } = fresh.groups[group]!;
    return { group, component: components[0]!, area };
  });
  for (const by of exactly)
    for (const place of ['group', 'component', 'area'] as const)
      pairByKey(
        pairs,
        (index) => {
          const at = storedPlace[index]![place];
          return at === null ? null : key(at, by(stored.tasks[index]!));
        },
        (index) => key(freshPlace[index]![place], by(fresh.tasks[index]!)),
      );
  const texts = saidIn(stored.tasks, fresh.tasks);
  pairByKey(pairs, texts.stored, texts.fresh);
  const may = (old: number) => !apart.has(table.tasks[old]!.id);
  pairByLikeness(pairs, texts, (old, now) =>
    may(old) && storedPlace[old]!.group === freshPlace[now]!.group ? likeInGroup : null,
  );
  const gaps = {
    stored: gapsOf(stored, pairs.freshOf),
    fresh: gapsOf(
      fresh,
      pairs.storedOf.map((old, index) => (old === null ? null : index)),
    ),
  };
  pairByLikeness(pairs, texts, (old, now) => {
    if (!may(old) || storedPlace[old]!.area !== freshPlace[now]!.area) return null;
    const inPlace = storedPlace[old]!.group === freshPlace[now]!.group && gaps.stored[old] === gaps.fresh[now];
    return inPlace ? likeInPlace : likeInArea;
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
      const { group } = book.tasks[index]!;
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
