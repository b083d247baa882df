/** A comparison in numbers: by rows of the task table (one row is one group, as `read` prints them) and by tasks. */
import { itemAt } from '../core/sure.ts';
import type { Comparison, RecordChange } from './compare-plan.ts';
import type { StoredTable } from './stored-table.ts';
import type { TableShape } from './table-shape.ts';

export type Counts = { added: number; changed: number; unchanged: number; removed: number; kept: number };
export type CompareCounts = { rows: Counts; tasks: Counts; moved: number; conflicts: number };

export type RowState = 'added' | 'changed' | 'unchanged';

/** State of each row: changed when anything its cells show changed, came or went; moved rows alone are unchanged. */
export function rowStates(stored: StoredTable, fresh: TableShape, compared: Comparison): RowState[] {
  const isChanged = ({ state }: RecordChange) => state === 'changed' || state === 'added';
  const touched = new Set<number>();
  for (const task of compared.tasks)
    if (task.at !== null && isChanged(task)) touched.add(itemAt(fresh.tasks, task.at).group);
  const groupOf = new Map(stored.tasks.map(({ id, groupId }) => [id, groupId]));
  const freshGroup = new Map(compared.groups.map(({ id, at }) => [id, at]));
  const left = [
    ...compared.tasks.filter(({ state }) => state === 'removed').map(({ id }) => groupOf.get(id ?? '')),
    ...compared.tasks
      .filter(({ state, moved }) => moved && state !== 'added')
      .flatMap(({ id, at }) => {
        if (at === null) return [];
        const before = groupOf.get(id ?? '');
        const group = itemAt(fresh.tasks, at).group;
        if (before === itemAt(compared.groups, group).id) return [];
        touched.add(group);
        return [before];
      }),
  ];
  for (const id of left) {
    const at = freshGroup.get(id ?? null);
    if (at !== null && at !== undefined) touched.add(at);
  }
  return fresh.groupOfRow.map((group, row) => {
    const componentAt = itemAt(fresh.componentOfRow, row);
    const [component, shaped] = [itemAt(compared.components, componentAt), itemAt(fresh.components, componentAt)];
    const [own, shapedOwn] = [itemAt(compared.groups, group), itemAt(fresh.groups, group)];
    const namesComponent = shaped.row === row;
    const area = itemAt(compared.areas, shaped.area);
    const namesArea = itemAt(fresh.areas, shaped.area).row === row;
    const ownGroup = shapedOwn.row === row;
    if ((ownGroup ? own : component).state === 'added') return 'added';
    const parts = [
      ...(ownGroup ? [isChanged(own), touched.has(group)] : []),
      namesComponent && isChanged(component),
      namesArea && isChanged(area),
    ];
    return parts.some(Boolean) ? 'changed' : 'unchanged';
  });
}

export function countChanges(stored: StoredTable, fresh: TableShape, compared: Comparison): CompareCounts {
  const states = rowStates(stored, fresh, compared);
  const all = [...compared.areas, ...compared.components, ...compared.groups, ...compared.tasks];
  const lost = (changes: readonly RecordChange[], state: RecordChange['state']) =>
    changes.filter((change) => change.state === state).length;
  const rows = (state: RowState) => states.filter((each) => each === state).length;
  const tasks = (state: RecordChange['state']) => lost(compared.tasks, state);
  return {
    rows: {
      added: rows('added'),
      changed: rows('changed'),
      unchanged: rows('unchanged'),
      removed: lost(compared.groups, 'removed'),
      kept: lost(compared.groups, 'kept'),
    },
    tasks: {
      added: tasks('added'),
      changed: tasks('changed'),
      unchanged: tasks('unchanged'),
      removed: tasks('removed'),
      kept: tasks('kept'),
    },
    moved: all.filter((change) => change.moved).length,
    conflicts: all.flatMap((change) => change.fields).filter((field) => field.kind === 'both').length,
  };
}
