/**
 * The task table prepared once for everything the screen asks of it: plan order, one folded text per task and per group,
 * the distinct words of time. Pure; folded texts are remembered per record, so that an edit folds one record again, not 5,000.
 */
import type { GroupRow, TaskRow, TaskTable } from '../../../../shared/api/contract/plans.ts';
import { fold } from '../../../../shared/text/fold.ts';

export type Area = TaskTable['areas'][number];
export type Component = TaskTable['components'][number];

export type IndexedGroup = {
  group: GroupRow;
  area: Area;
  components: Component[];
  /** Same for neighbouring groups whose component cell is one cell on paper. */
  componentKey: string;
  /** Everything the tasks of the group share and that can be searched: area, components, results, executors, note. */
  folded: string;
  tasks: IndexedTask[];
};

export type IndexedTask = {
  task: TaskRow;
  group: IndexedGroup;
  /** What the row itself says: task, lead, time. */
  folded: string;
  timeKey: string;
};

export type TaskIndex = {
  table: TaskTable;
  groups: IndexedGroup[];
  tasks: IndexedTask[];
  byTaskId: ReadonlyMap<string, IndexedTask>;
  byGroupId: ReadonlyMap<string, IndexedGroup>;
};

const remembered = new WeakMap<object, string>();

function remember(record: object, words: () => string): string {
  const known = remembered.get(record);
  if (known !== undefined) return known;
  const folded = words();
  remembered.set(record, folded);
  return folded;
}

const timeKeys = new Map<string, string>();
/** A plan has a few dozen wordings of time; what office after office types must not pile up here. */
const mostTimeKeys = 5000;

/** Two wordings of one time count as the same choice when they differ only in case, accents or spacing. */
export function timeKeyOf(time: string): string {
  const known = timeKeys.get(time);
  if (known !== undefined) return known;
  if (timeKeys.size >= mostTimeKeys) timeKeys.clear();
  const key = fold(time);
  timeKeys.set(time, key);
  return key;
}

/** Prepares a table; groups are listed area by area in the plan's own order. */
export function indexTable(table: TaskTable): TaskIndex {
  const components = new Map(table.components.map((component) => [component.id, component]));
  const tasks = new Map(table.tasks.map((task) => [task.id, task]));
  const groupsOfArea = new Map<string, GroupRow[]>();
  for (const group of table.groups) {
    const known = groupsOfArea.get(group.areaId);
    if (known) known.push(group);
    else groupsOfArea.set(group.areaId, [group]);
  }
  const groups: IndexedGroup[] = [];
  for (const area of table.areas)
    for (const group of groupsOfArea.get(area.id) ?? []) groups.push(indexGroup(group, area, components, tasks));
  const ordered = groups.flatMap((group) => group.tasks);
  return {
    table,
    groups,
    tasks: ordered,
    byTaskId: new Map(ordered.map((item) => [item.task.id, item])),
    byGroupId: new Map(groups.map((item) => [item.group.id, item])),
  };
}

function indexGroup(
  group: GroupRow,
  area: Area,
  components: ReadonlyMap<string, Component>,
  tasks: ReadonlyMap<string, TaskRow>,
): IndexedGroup {
  const own = group.componentIds.flatMap((id) => components.get(id) ?? []);
  const folded = [
    remember(area, () => fold(`${area.no} ${area.name}`)),
    ...own.map((component) => remember(component, () => fold(component.name))),
    remember(group, () => fold([...group.results, ...group.executors, group.note].join('\n'))),
  ].join('\n');
  const indexed: IndexedGroup = {
    group,
    area,
    components: own,
    componentKey: `${area.id}/${group.componentIds.join('+')}`,
    folded,
    tasks: [],
  };
  for (const id of group.taskIds) {
    const task = tasks.get(id);
    if (task) indexed.tasks.push(indexTask(task, indexed));
  }
  return indexed;
}

function indexTask(task: TaskRow, group: IndexedGroup): IndexedTask {
  return {
    task,
    group,
    folded: remember(task, () => fold(`${task.text}\n${task.lead}\n${task.time}`)),
    timeKey: timeKeyOf(task.time),
  };
}

/** The words of time that occur, each once as first written, in the order of the plan. */
export function distinctTimes(index: TaskIndex): { key: string; words: string; tasks: number }[] {
  const found = new Map<string, { key: string; words: string; tasks: number }>();
  for (const { task, timeKey } of index.tasks) {
    const known = found.get(timeKey);
    if (known) known.tasks += 1;
    else found.set(timeKey, { key: timeKey, words: task.time, tasks: 1 });
  }
  return [...found.values()];
}
