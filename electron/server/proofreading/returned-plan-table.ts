/** The task table of a plan after the accepted changes of a Word file: records keep their ids, what is new gets one. */
import { readTaskTable } from '../../../db/queries/task-table.ts';
import type { RowOf } from '../../../db/tables.ts';
import type { Batch } from '../../../db/write.ts';
import { lineKey } from '../../../shared/compare/compare-texts.ts';
import { positionsInOrder } from '../../../shared/compare/order.ts';
import type { ReadRow } from '../../../shared/plan/read-plan.ts';
import type { ReturnedAnnexTarget } from '../../../shared/returned/plan-annex-target.ts';
import { taskTextAfter } from '../../../shared/returned/plan-annex-tasks.ts';
import type { Deps } from '../core/deps.ts';
import { addNamedPosts, positionStep } from '../plan/keep-plan.ts';

type Area = RowOf<'area'>;
type Component = RowOf<'component'>;
type Group = RowOf<'taskGroup'>;
type Task = RowOf<'task'>;
type Of<Kind extends ReturnedAnnexTarget['kind']> = Extract<ReturnedAnnexTarget, { kind: Kind }>;

/** Records without the revision, which the writer keeps. */
type Table = { areas: Area[]; components: Component[]; groups: Group[]; tasks: Task[] };

/** Writes the accepted changes of the table as part of one act. Targets whose records are gone are left out. */
export function writeReturnedTable(
  deps: Deps,
  batch: Batch,
  planId: string,
  targets: readonly ReturnedAnnexTarget[],
): void {
  if (targets.length === 0) return;
  const stored = readTaskTable(deps.db, planId, null);
  const before: Table = { ...stored, tasks: stored.tasks.map(({ task }) => task) };
  const after = tableAfter(deps, planId, before, targets);
  writeList(batch, 'area', before.areas, after.areas);
  writeList(batch, 'component', before.components, after.components);
  writeList(batch, 'taskGroup', before.groups, after.groups);
  writeList(batch, 'task', before.tasks, after.tasks);
  removeLost(batch, 'task', before.tasks, after.tasks);
  removeLost(batch, 'taskGroup', before.groups, after.groups);
  removeLost(batch, 'component', before.components, after.components);
  removeLost(batch, 'area', before.areas, after.areas);
  addNamedPosts(deps, batch, targets.flatMap(namesIn));
}

/** Posts that the changes name and the office does not have yet, as keeping a plan adds them. */
function namesIn(target: ReturnedAnnexTarget): ReadRow[] {
  const row = (lead: string, executors: string[]): ReadRow[] => [
    {
      no: '',
      dimension: '',
      component: '',
      tasks: [],
      results: [],
      lead,
      executors,
      time: '',
      note: '',
      sharesWith: null,
      doubts: [],
      place: null,
    },
  ];
  if (target.kind === 'addGroup') return row(target.row.lead, target.row.executors);
  if (target.kind === 'group' && target.field === 'lead') return row(String(target.value), []);
  if (target.kind === 'group' && target.field === 'executors') return row('', [target.value].flat());
  return target.kind === 'ownTask' && target.field === 'lead' ? row(target.value, []) : [];
}

type TableName = 'area' | 'component' | 'taskGroup' | 'task';

/** New and changed records in their order, with the fewest new positions. */
function writeList<Row extends { id: string; position: number; revision: number }>(
  batch: Batch,
  table: TableName,
  before: readonly Row[],
  after: readonly Row[],
): void {
  const known = new Map(before.map((row) => [row.id, row]));
  const positions = positionsInOrder(
    after.map(({ id }) => known.get(id)?.position ?? null),
    positionStep,
  );
  after.forEach((row, at) => {
    const { revision: _seen, ...fields } = { ...row, position: positions[at] ?? row.position };
    const old = known.get(row.id);
    if (!old) batch.insert(table, fields as never);
    else if (Object.entries(fields).some(([key, value]) => !equal(value, old[key as keyof Row])))
      batch.update(table, row.id, old.revision, fields as never);
  });
}

const equal = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function removeLost(
  batch: Batch,
  table: TableName,
  before: readonly { id: string }[],
  after: readonly { id: string }[],
): void {
  const kept = new Set(after.map(({ id }) => id));
  for (const { id } of before) {
    if (kept.has(id)) continue;
    batch.remove(table, id, null);
    if (batch.get('fileWords', id)) batch.remove('fileWords', id, null);
  }
}

function tableAfter(deps: Deps, planId: string, before: Table, targets: readonly ReturnedAnnexTarget[]): Table {
  const table: Table = {
    areas: before.areas.map((row) => ({ ...row })),
    components: before.components.map((row) => ({ ...row })),
    groups: before.groups.map((row) => ({ ...row })),
    tasks: before.tasks.map((row) => ({ ...row })),
  };
  const each = <Kind extends ReturnedAnnexTarget['kind']>(kind: Kind, work: (target: Of<Kind>) => void): void => {
    for (const target of targets) if (target.kind === kind) work(target as Of<Kind>);
  };
  const find = <Row extends { id: string }>(list: Row[], id: string | null): Row | undefined =>
    list.find((row) => row.id === id);
  each('area', ({ id, field, value }) => Object.assign(find(table.areas, id) ?? {}, { [field]: value }));
  each('component', ({ id, name }) => Object.assign(find(table.components, id) ?? {}, { name }));
  each('group', ({ id, field, value }) => Object.assign(find(table.groups, id) ?? {}, { [field]: value }));
  each('ownTask', ({ id, field, value }) => Object.assign(find(table.tasks, id) ?? {}, { [field]: value }));
  const lines = new Map<string, Of<'taskLine'>[]>();
  each('taskLine', (target) => lines.set(target.id, [...(lines.get(target.id) ?? []), target]));
  for (const [id, changes] of lines) {
    const task = find(table.tasks, id);
    const text = task ? taskTextAfter(task.text, changes) : '';
    if (task && text !== '') task.text = text;
  }
  const gone = new Set<string>();
  each('removeTask', ({ id }) => gone.add(id));
  each('removeGroup', ({ taskIds }) => taskIds.forEach((id) => void gone.add(id)));
  table.tasks = table.tasks.filter(({ id }) => !gone.has(id));
  addTasks(deps, planId, table, targets);
  each('moveGroup', ({ id, after }) => {
    const group = find(table.groups, id);
    if (group)
      table.groups = placed(
        table.groups.filter((row) => row !== group),
        [group],
        after,
      );
  });
  const places = new Map<string, string>();
  each('place', ({ groupId, area, component }) => {
    const group = find(table.groups, groupId);
    if (group) stand(deps, planId, table, group, { no: '', area, component });
  });
  each('addGroup', ({ after, row }) => {
    const { results, lead, executors, time } = row;
    const group: Group = {
      id: deps.newId(),
      planId,
      position: 0,
      areaId: '',
      componentIds: [],
      results,
      lead,
      executors,
      time,
      note: '',
      revision: 0,
    };
    const anchor = (after !== null && places.get(after)) || after;
    table.groups = placed(table.groups, [group], anchor);
    places.set(after ?? '', group.id);
    stand(deps, planId, table, group, row);
    table.tasks.push(...row.tasks.map((text) => newTask(deps, planId, group.id, text)));
  });
  const removed = new Set<string>();
  each('removeGroup', ({ id }) => removed.add(id));
  table.groups = table.groups.filter(({ id }) => !removed.has(id) || table.tasks.some((task) => task.groupId === id));
  return tidy(before, table);
}

const newTask = (deps: Deps, planId: string, groupId: string, text: string): Task => ({
  id: deps.newId(),
  planId,
  groupId,
  position: 0,
  text,
  lead: null,
  time: null,
  assigneeId: null,
  revision: 0,
});

/** New and moved tasks stand behind the task they follow; several behind the same one keep the order of the file. */
function addTasks(deps: Deps, planId: string, table: Table, targets: readonly ReturnedAnnexTarget[]): void {
  const last = new Map<string, string>();
  for (const target of targets) {
    if (target.kind !== 'addTask' && target.kind !== 'moveTask') continue;
    const { groupId, after } = target;
    const task =
      target.kind === 'addTask'
        ? newTask(deps, planId, groupId, target.text)
        : table.tasks.find(({ id }) => id === target.id);
    if (!task) continue;
    const rest = table.tasks.filter((each) => each !== task);
    const anchor = last.get(`${groupId} ${after}`) ?? after;
    const first = rest.findIndex((each) => each.groupId === groupId);
    const at = rest.findIndex(({ id }) => id === anchor);
    const place = at >= 0 ? at + 1 : first >= 0 ? first : rest.length;
    table.tasks = [...rest.slice(0, place), task, ...rest.slice(place)];
    last.set(`${groupId} ${after}`, task.id);
  }
}

function placed<Row extends { id: string }>(list: readonly Row[], rows: readonly Row[], after: string | null): Row[] {
  const at = after === null ? -1 : list.findIndex(({ id }) => id === after);
  return [...list.slice(0, at + 1), ...rows, ...list.slice(at + 1)];
}

/** Puts a group under the area and component of these names; what the plan does not have yet is made, behind the area above. */
function stand(
  deps: Deps,
  planId: string,
  table: Table,
  group: Group,
  { no, area: name, component }: { no: string; area: string; component: string },
): void {
  const above = table.groups[table.groups.indexOf(group) - 1];
  const same = (a: string, b: string) => lineKey(a) === lineKey(b);
  const near = table.areas.find(({ id }) => id === above?.areaId);
  let area = near && same(near.name, name) ? near : table.areas.find((each) => same(each.name, name));
  if (!area) {
    area = { id: deps.newId(), planId, position: 0, no, name, revision: 0 };
    table.areas = placed(table.areas, [area], near?.id ?? null);
  }
  const areaId = area.id;
  let own = table.components.find((each) => each.areaId === areaId && same(each.name, component));
  if (!own) {
    own = { id: deps.newId(), planId, position: 0, areaId, name: component, revision: 0 };
    table.components = placed(table.components, [own], above?.componentIds.at(-1) ?? null);
  }
  group.areaId = areaId;
  group.componentIds = [own.id];
}

/** Children in the order of their parents; areas and components that just lost their last row go with it. */
function tidy(before: Table, table: Table): Table {
  const under = <Row>(
    list: readonly Row[],
    parents: readonly { id: string }[],
    parentOf: (row: Row) => string,
  ): Row[] => {
    const place = new Map(parents.map(({ id }, at) => [id, at]));
    return list.toSorted((a, b) => (place.get(parentOf(a)) ?? 0) - (place.get(parentOf(b)) ?? 0));
  };
  const groups = under(table.groups, table.areas, ({ areaId }) => areaId);
  const had = {
    areas: new Set(before.groups.map(({ areaId }) => areaId)),
    components: new Set(before.groups.flatMap(({ componentIds }) => componentIds)),
  };
  const has = {
    areas: new Set(groups.map(({ areaId }) => areaId)),
    components: new Set(groups.flatMap(({ componentIds }) => componentIds)),
  };
  const areas = table.areas.filter(({ id }) => has.areas.has(id) || !had.areas.has(id));
  const kept = new Set(areas.map(({ id }) => id));
  const components = table.components.filter(
    ({ id, areaId }) => kept.has(areaId) && (has.components.has(id) || !had.components.has(id)),
  );
  return {
    areas,
    components: under(components, areas, ({ areaId }) => areaId),
    groups,
    tasks: under(table.tasks, groups, ({ groupId }) => groupId),
  };
}
