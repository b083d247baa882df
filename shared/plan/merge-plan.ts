/**
 * The table a kept plan becomes when the file's changes are taken: matched records keep their ids, what stays although the file
 * lost it stands where it stood. Pure; new ids come from the caller.
 */

import { sameValue, type Value } from '../compare/three-way.ts';
import { itemAt } from '../core/sure.ts';
import { type Comparison, fieldsOfKind, type RecordChange, type RecordKind } from './compare-plan.ts';
import type { FileWords, StoredArea, StoredComponent, StoredGroup, StoredTable, StoredTask } from './stored-table.ts';
import type { TableShape } from './table-shape.ts';

/** A choice about one field of one record; `row` as the field brings back a task that was taken out. */
export type Choice = { id: string; field: string; take: 'file' | 'stored' };
export const wholeRow = 'row';

export type MergedTable = {
  areas: readonly StoredArea[];
  components: readonly StoredComponent[];
  groups: readonly StoredGroup[];
  tasks: readonly StoredTask[];
  /** Ids that did not stand in the plan before. */
  added: ReadonlySet<string>;
  removed: Record<RecordKind, string[]>;
  /** What the file says now of records it said something else of before: the next comparison must know (rule PL8). */
  fileWords: ReadonlyMap<string, FileWords>;
};

type Chosen = ReadonlyMap<string, Choice['take']>;

export function mergeTable(
  stored: StoredTable,
  fresh: TableShape,
  compared: Comparison,
  choices: readonly Choice[],
  newId: () => string,
): MergedTable {
  const chosen: Chosen = new Map(choices.map(({ id, field, take }) => [`${id} ${field}`, take]));
  const { idOf, added, areaId, componentId, groupId } = giveIds(compared, chosen, newId);
  const { settle, fileWords } = settling(stored, chosen);
  const present = <F extends object, R>(
    changes: readonly RecordChange[],
    list: readonly F[],
    make: (id: string, file: F) => R,
  ) =>
    changes.flatMap((change) => {
      const id = idOf.get(change);
      if (change.at === null || id === undefined) return [];
      return [make(id, settle(change, id, itemAt(list, change.at)))];
    });
  const areas = withKept(
    present(compared.areas, fresh.areas, (id, { no, name }) => ({ id, no, name })),
    kept(compared.areas, stored.areas),
    () => '',
  );
  const components = withKept(
    present(compared.components, fresh.components, (id, { area, name }) => ({ id, areaId: areaId(area), name })),
    kept(compared.components, stored.components),
    (component) => component.areaId,
  );
  const groups = withKept(
    present(compared.groups, fresh.groups, (id, { area, components: names, results, lead, executors, time, note }) => ({
      id,
      areaId: areaId(area),
      componentIds: names.map(componentId),
      results,
      lead,
      executors,
      time,
      note,
    })),
    kept(compared.groups, stored.groups),
    (group) => group.areaId,
  );
  const tasks = withKept(
    present(compared.tasks, fresh.tasks, (id, { group, text }) => ({ id, groupId: groupId(group), text })),
    kept(compared.tasks, stored.tasks),
    (task) => task.groupId,
  );
  const orderedGroups = underParents(groups, areas, (group) => group.areaId);
  return {
    areas,
    components: underParents(components, areas, (component) => component.areaId),
    groups: orderedGroups,
    tasks: underParents(tasks, orderedGroups, (task) => task.groupId),
    added,
    removed: {
      area: removedOf(compared.areas),
      component: removedOf(compared.components),
      group: removedOf(compared.groups),
      task: removedOf(compared.tasks),
    },
    fileWords,
  };
}

/** The ids of all records of the file that will stand in the plan, and of those at a place in the file (`areaId(2)`). */
function giveIds(compared: Comparison, chosen: Chosen, newId: () => string) {
  const added = new Set<string>();
  const idOf = new Map<RecordChange, string>();
  const wanted = (change: RecordChange): boolean =>
    change.state !== 'taken-out' || chosen.get(`${change.id} ${wholeRow}`) === 'file';
  const identify = (change: RecordChange): string => {
    const isNew = change.state === 'added' || change.state === 'taken-out';
    const id = change.id ?? newId();
    if (isNew) added.add(id);
    idOf.set(change, id);
    return id;
  };
  const idAt = (changes: readonly RecordChange[]) => {
    const ids: string[] = [];
    for (const change of changes) if (change.at !== null && wanted(change)) ids[change.at] = identify(change);
    return (index: number): string => itemAt(ids, index);
  };
  const [areaId, componentId, groupId] = [idAt(compared.areas), idAt(compared.components), idAt(compared.groups)];
  idAt(compared.tasks);
  return { idOf, added, areaId, componentId, groupId };
}

/** `settle` gives a record of the file the words it will have; what the file says now is gathered in `fileWords`. */
function settling(stored: StoredTable, chosen: Chosen) {
  const fileWords = new Map<string, FileWords>();
  const before = new Map<string, object>();
  for (const list of [stored.areas, stored.components, stored.groups, stored.tasks])
    for (const record of list) before.set(record.id, record);
  /** The file's words where they are taken, else those that stand. */
  const settle = <F extends object>(change: RecordChange, id: string, file: F): F => {
    const settled = { ...file } as Record<string, unknown>;
    const standing = before.get(id) as Record<string, unknown> | undefined;
    if (standing) for (const field of fieldsOfKind[change.kind]) settled[field] = standing[field];
    for (const { field, kind, file: said, stored: own } of change.fields) {
      const take = chosen.get(`${id} ${field}`) ?? (kind === 'file' ? 'file' : 'stored');
      settled[field] = take === 'file' ? said : own;
    }
    const words = wordsOf(change.kind, file);
    const last = stored.fromFile.get(id);
    const isNew = change.state === 'added';
    if (!isNew && (!last || Object.entries(words).some(([field, value]) => !sameValue(value, last[field] ?? ''))))
      fileWords.set(id, words);
    return settled as unknown as F;
  };
  return { settle, fileWords };
}

/** The records that stay although the file lost them, with the list they stand in. */
function kept<S extends { id: string }>(changes: readonly RecordChange[], list: readonly S[]) {
  const stays = new Set(changes.flatMap(({ state, id }) => (state === 'kept' && id !== null ? [id] : [])));
  return { list, stays };
}

/** Records in the order of their parents; those of one parent stay as they are. */
function underParents<R>(list: R[], parents: readonly { id: string }[], parentOf: (record: R) => string): R[] {
  const place = new Map(parents.map(({ id }, index) => [id, index]));
  return list.toSorted((a, b) => (place.get(parentOf(a)) ?? 0) - (place.get(parentOf(b)) ?? 0));
}

const wordsOf = (kind: RecordKind, file: object): FileWords =>
  Object.fromEntries(fieldsOfKind[kind].map((field) => [field, (file as Record<string, Value>)[field]!]));

const removedOf = (changes: readonly RecordChange[]): string[] =>
  changes.flatMap(({ state, id }) => (state === 'removed' && id !== null ? [id] : []));

/** Puts each kept record behind the sibling it stood behind; without one, before its first sibling, else at the end. */
function withKept<R extends { id: string }>(
  present: R[],
  { list, stays }: { list: readonly R[]; stays: ReadonlySet<string> },
  parentOf: (record: R) => string,
): R[] {
  if (stays.size === 0) return present;
  const parents = new Map(present.map((record) => [record.id, parentOf(record)]));
  const behind = new Map<string, R[]>();
  const before = new Map<string, R[]>();
  const last = new Map<string, string>();
  const into = (map: Map<string, R[]>, key: string, record: R) => map.set(key, [...(map.get(key) ?? []), record]);
  for (const record of list) {
    const parent = parentOf(record);
    if (parents.get(record.id) === parent) last.set(parent, record.id);
    if (!stays.has(record.id)) continue;
    const anchor = last.get(parent);
    if (anchor !== undefined) into(behind, anchor, record);
    else into(before, parent, record);
  }
  const ordered: R[] = [];
  for (const record of present) {
    const parent = parentOf(record);
    ordered.push(...(before.get(parent) ?? []));
    before.delete(parent);
    ordered.push(record, ...(behind.get(record.id) ?? []));
  }
  return [...ordered, ...[...before.values()].flat()];
}
