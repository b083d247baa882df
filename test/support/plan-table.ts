/** Small task tables for tests: written short, stored as the program would, and brought to a form that compares. */

import type { MergedTable } from '../../shared/plan/merge-plan.ts';
import type { ReadRow } from '../../shared/plan/read-plan.ts';
import type { FileWords, StoredTable } from '../../shared/plan/stored-table.ts';
import { shapeOfRows } from '../../shared/plan/table-shape.ts';

export const planRow = (
  dimension: string,
  component: string,
  tasks: string[],
  rest: Partial<ReadRow> = {},
): ReadRow => ({
  no: '',
  dimension,
  component,
  tasks,
  results: [],
  lead: '',
  executors: [],
  time: '',
  note: '',
  sharesWith: null,
  doubts: [],
  place: null,
  ...rest,
});

/** The rows as kept the first time: ids `a0`, `c0`, `g0`, `t0` …, everything as the file gave it. */
export function storedFrom(rows: readonly ReadRow[]): StoredTable {
  const shape = shapeOfRows(rows);
  const areas = shape.areas.map(({ no, name }, index) => ({ id: `a${index}`, no, name }));
  const components = shape.components.map(({ area, name }, index) => ({ id: `c${index}`, areaId: `a${area}`, name }));
  const groups = shape.groups.map((group, index) => ({
    id: `g${index}`,
    areaId: `a${group.area}`,
    componentIds: group.components.map((component) => `c${component}`),
    results: group.results,
    lead: group.lead,
    executors: group.executors,
    time: group.time,
    note: group.note,
  }));
  const tasks = shape.tasks.map(({ group, text }, index) => ({ id: `t${index}`, groupId: `g${group}`, text }));
  const fromFile = new Map<string, FileWords>();
  for (const record of [...areas, ...components, ...groups, ...tasks])
    fromFile.set(record.id, record as unknown as FileWords);
  return { areas, components, groups, tasks, fromFile, worked: new Set(), takenOut: [] };
}

/** The merged table without ids, to stand beside what storing the new rows at once would have given. */
export function plainTable({
  areas,
  components,
  groups,
  tasks,
}: Pick<MergedTable, 'areas' | 'components' | 'groups' | 'tasks'>) {
  const areaAt = new Map(areas.map(({ id }, index) => [id, index]));
  const componentAt = new Map(components.map(({ id }, index) => [id, index]));
  const groupAt = new Map(groups.map(({ id }, index) => [id, index]));
  return {
    areas: areas.map(({ no, name }) => ({ no, name })),
    components: components.map(({ areaId, name }) => ({ area: areaAt.get(areaId), name })),
    groups: groups.map(({ areaId, componentIds, results, lead, executors, time, note }) => ({
      area: areaAt.get(areaId),
      components: componentIds.map((id) => componentAt.get(id)),
      results,
      lead,
      executors,
      time,
      note,
    })),
    tasks: tasks.map(({ groupId, text }) => ({ group: groupAt.get(groupId), text })),
  };
}
