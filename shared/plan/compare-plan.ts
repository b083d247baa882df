/**
 * A kept plan against the same plan read again: record by record what stayed, changed, came, went or moved. Pure and
 * deterministic; the rules are in SPEC.md beside this file.
 */

import { onLongestRise } from '../compare/order.ts';
import type { Pairing } from '../compare/pair-up.ts';
import { type FieldChange, fieldChanges } from '../compare/three-way.ts';
import { itemAt } from '../core/sure.ts';
import { oneLine } from '../text/fold.ts';
import { matchTable, type TableMatch } from './match-table.ts';
import type { StoredTable } from './stored-table.ts';
import type { TableShape } from './table-shape.ts';

export type RecordKind = 'area' | 'component' | 'group' | 'task';

/** Fields a file can say of each kind. */
export const fieldsOfKind = {
  area: ['no', 'name'],
  component: ['name'],
  group: ['results', 'lead', 'executors', 'time', 'note'],
  task: ['text'],
} as const satisfies Record<RecordKind, readonly string[]>;

/**
 * `removed`: the file lost it and it goes. `kept`: the file lost it and it stays, `why` says so. `taken-out`: a person took it
 * out here, the file still has it, and it stays out unless asked for.
 */
export type RecordState = 'unchanged' | 'changed' | 'added' | 'removed' | 'kept' | 'taken-out';

export type KeptBecause = 'worked' | 'by-hand' | 'chosen' | 'holds-kept';

export type RecordChange = {
  kind: RecordKind;
  /** The stored record; null for one that is added. */
  id: string | null;
  /** Its index in the table the file describes; null when the file lost it. */
  at: number | null;
  state: RecordState;
  /** Stands elsewhere among its neighbours, or under another parent. */
  moved: boolean;
  fields: FieldChange[];
  why: KeptBecause | null;
};

export type Decisions = {
  /** Records the file lost that stay all the same. */
  keepRemoved: ReadonlySet<string>;
  /** Tasks that are paired only with the same words, because a person said the likeness deceives. */
  apart: ReadonlySet<string>;
};

export const noDecisions: Decisions = { keepRemoved: new Set(), apart: new Set() };

export type Comparison = {
  match: TableMatch;
  areas: RecordChange[];
  components: RecordChange[];
  groups: RecordChange[];
  tasks: RecordChange[];
};

/** Every record of both sides once, in the order of the file, what the file lost behind. */
export function compareTable(stored: StoredTable, fresh: TableShape, decisions: Decisions = noDecisions): Comparison {
  const match = matchTable(stored, fresh, decisions.apart);
  const lost = lostRecords(stored, match, decisions);
  const idAt = (list: readonly { id: string }[], pairs: Pairing, index: number): string | null => {
    const old = pairs.storedOf[index];
    return old === null || old === undefined ? null : itemAt(list, old).id;
  };
  const areaNow = (index: number) => idAt(stored.areas, match.areas, index);
  const componentNow = (index: number) => idAt(stored.components, match.components, index);
  const groupNow = (index: number) => idAt(stored.groups, match.groups, index);
  const kind = { stored, lost };
  const areas = changesOf(kind, 'area', stored.areas, fresh.areas, match.areas, { stored: () => '', fresh: () => '' });
  const components = changesOf(kind, 'component', stored.components, fresh.components, match.components, {
    stored: ({ areaId }) => areaId,
    fresh: ({ area }) => areaNow(area),
  });
  const groups = changesOf(kind, 'group', stored.groups, fresh.groups, match.groups, {
    stored: ({ areaId, componentIds }) => [areaId, ...componentIds].join(' '),
    fresh: (group) => [areaNow(group.area), ...group.components.map(componentNow)].join(' '),
  });
  const tasks = changesOf(kind, 'task', stored.tasks, fresh.tasks, match.tasks, {
    stored: ({ groupId }) => groupId,
    fresh: ({ group }) => groupNow(group),
  });
  return { match, areas, components, groups, tasks: withTakenOut(stored, fresh, tasks, groupNow) };
}

function changesOf<S extends { id: string }, F extends object>(
  { stored: { fromFile }, lost }: { stored: StoredTable; lost: ReadonlyMap<string, KeptBecause | null> },
  kind: RecordKind,
  stored: readonly S[],
  fresh: readonly F[],
  pairs: Pairing,
  parent: { stored(record: S): string; fresh(record: F): string | null },
): RecordChange[] {
  const moved = movedAmong(
    fresh.map((record, at) => ({ parent: parent.fresh(record), old: pairs.storedOf[at] ?? null })),
    stored.map((record) => parent.stored(record)),
  );
  const present = fresh.map((record, at): RecordChange => {
    const old = pairs.storedOf[at] ?? null;
    if (old === null) return { kind, id: null, at, state: 'added', moved: false, fields: [], why: null };
    const before = itemAt(stored, old);
    const fields = fieldChanges(
      fieldsOfKind[kind],
      fromFile.get(before.id),
      before as Record<string, unknown>,
      record as Record<string, unknown>,
    );
    const state = fields.some((field) => field.kind !== 'hand') ? 'changed' : 'unchanged';
    return { kind, id: before.id, at, state, moved: itemAt(moved, at), fields, why: null };
  });
  const absent = stored.flatMap(({ id }, old): RecordChange[] => {
    if (pairs.freshOf[old] !== null) return [];
    const why = lost.get(id) ?? null;
    return [{ kind, id, at: null, state: why ? 'kept' : 'removed', moved: false, fields: [], why }];
  });
  return [...present, ...absent];
}

/** A record has moved when its parent is another one, or when it left the longest run of siblings still in order. */
function movedAmong(
  fresh: readonly { parent: string | null; old: number | null }[],
  storedParent: readonly string[],
): boolean[] {
  const moved = new Array<boolean>(fresh.length).fill(false);
  const siblings = new Map<string, number[]>();
  fresh.forEach(({ parent, old }, at) => {
    if (old === null) return;
    if (parent === null || parent !== storedParent[old]) {
      moved[at] = true;
      return;
    }
    const line = siblings.get(parent);
    if (line) line.push(at);
    else siblings.set(parent, [at]);
  });
  for (const line of siblings.values()) {
    const inLine = onLongestRise(line.map((at) => itemAt(fresh, at).old));
    line.forEach((at, index) => {
      if (!inLine[index]) moved[at] = true;
    });
  }
  return moved;
}

/** What the file lost: why each record stays, or null where it goes. What holds something that stays, stays. */
function lostRecords(
  stored: StoredTable,
  match: TableMatch,
  { keepRemoved }: Decisions,
): ReadonlyMap<string, KeptBecause | null> {
  const lost = new Map<string, KeptBecause | null>();
  const isLost = (pairs: Pairing, index: number) => pairs.freshOf[index] === null;
  const holding = new Set<string>();
  stored.tasks.forEach(({ id, groupId }, index) => {
    if (!isLost(match.tasks, index)) return;
    const why = stored.worked.has(id)
      ? 'worked'
      : !stored.fromFile.has(id)
        ? 'by-hand'
        : keepRemoved.has(id)
          ? 'chosen'
          : null;
    lost.set(id, why);
    if (why) holding.add(groupId);
  });
  const stays = (id: string): KeptBecause | null =>
    holding.has(id) ? 'holds-kept' : keepRemoved.has(id) ? 'chosen' : null;
  stored.groups.forEach(({ id, areaId, componentIds }, index) => {
    if (!isLost(match.groups, index)) return;
    const why = stays(id);
    lost.set(id, why);
    if (why) for (const parent of [areaId, ...componentIds]) holding.add(parent);
  });
  stored.components.forEach(({ id, areaId }, index) => {
    if (!isLost(match.components, index)) return;
    const why = stays(id);
    lost.set(id, why);
    if (why) holding.add(areaId);
  });
  stored.areas.forEach(({ id }, index) => {
    if (isLost(match.areas, index)) lost.set(id, stays(id));
  });
  return lost;
}

/** An added task that is, word for word, one that a person took out of the same group stays out. */
function withTakenOut(
  stored: StoredTable,
  fresh: TableShape,
  tasks: RecordChange[],
  groupNow: (index: number) => string | null,
): RecordChange[] {
  if (stored.takenOut.length === 0) return tasks;
  const waiting = new Map<string, string[]>();
  for (const { id, groupId, text } of stored.takenOut) {
    const key = `${groupId} ${oneLine(text)}`;
    waiting.set(key, [...(waiting.get(key) ?? []), id]);
  }
  return tasks.map((change) => {
    if (change.state !== 'added' || change.at === null) return change;
    const { group, text } = itemAt(fresh.tasks, change.at);
    const id = waiting.get(`${groupNow(group)} ${oneLine(text)}`)?.shift();
    return id === undefined ? change : { ...change, id, state: 'taken-out' };
  });
}
