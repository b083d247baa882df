/** Tasks of the superior's plan taken into an own one: in their area and component, with results and time, linked at once. */

import type { CoverageLink } from '../../../db/queries/superior.ts';
import { readTaskTable, type TaskTableRecord } from '../../../db/queries/task-table.ts';
import type { Batch } from '../../../db/write.ts';
import type { PlanBundle } from '../../../shared/bundle/plan-v1.ts';
import { placeKeys } from '../../../shared/coverage/tasks.ts';
import type { Deps } from '../core/deps.ts';
import { positionStep } from '../plan/keep-plan.ts';
import { writeAnswer } from './coverage.ts';

type Given = {
  plan: PlanBundle['plan'];
  planId: string;
  /** In the superior's order. */
  taskIds: readonly string[];
  links: ReadonlyMap<string, readonly CoverageLink[]>;
};

/** Writes the tasks and answers with their new ids. Tasks of one group of the superior come into one group of ours. */
export function addFromSuperior(deps: Deps, batch: Batch, { plan, planId, taskIds, links }: Given): string[] {
  const wanted = new Set(taskIds);
  const places = placesIn(deps, batch, planId);
  const added: string[] = [];
  for (const area of plan.areas)
    for (const group of area.groups) {
      const tasks = group.tasks.filter(({ id }) => wanted.has(id));
      if (tasks.length === 0) continue;
      const components = group.componentIds.flatMap((id) => area.components.find((each) => each.id === id) ?? []);
      const areaId = places.area(area);
      const groupId = deps.newId();
      batch.insert('taskGroup', {
        id: groupId,
        planId,
        areaId,
        position: places.next('group', areaId),
        componentIds: components.map((component) => places.component(component, areaId)),
        results: group.results,
        lead: '',
        executors: [],
        time: group.time,
        note: group.note,
      });
      for (const { id, text, time } of tasks) {
        const taskId = deps.newId();
        const position = places.next('task', areaId);
        batch.insert('task', { id: taskId, planId, groupId, position, text, lead: null, time, assigneeId: null });
        writeAnswer(deps, batch, links.get(id) ?? [], {
          planId,
          superiorTaskId: id,
          taskIds: [taskId],
          reason: '',
          none: false,
        });
        added.push(taskId);
      }
    }
  return added;
}

type Named = { name: string; code: string | null };

/** Areas and components of the own plan by key, made where they are missing, and free positions at the end of an area. */
function placesIn(deps: Deps, batch: Batch, planId: string) {
  const table = readTaskTable(deps.db, planId, null);
  const keys = placeKeys();
  const areaIds = new Map(table.areas.map((area) => [keys.area(area), area.id]));
  const areaKeys = new Map(table.areas.map((area) => [area.id, keys.area(area)]));
  const componentIds = new Map(
    table.components.map((each) => [
      `${each.areaId} ${keys.component(each, areaKeys.get(each.areaId) ?? '')}`,
      each.id,
    ]),
  );
  let [areaEnd, componentEnd] = [endOf(table.areas), endOf(table.components)];
  const lines = { group: linesOf(groupLines(table)), task: linesOf(taskLines(table)) };
  return {
    area: ({ name, code, no }: Named & { no: string }): string => {
      const key = keys.area({ name, code });
      const known = areaIds.get(key);
      if (known) return known;
      const id = deps.newId();
      areaEnd += positionStep;
      batch.insert('area', { id, planId, position: areaEnd, no, name });
      areaIds.set(key, id);
      areaKeys.set(id, key);
      return id;
    },
    component: ({ name, code }: Named, areaId: string): string => {
      const key = `${areaId} ${keys.component({ name, code }, areaKeys.get(areaId) ?? '')}`;
      const known = componentIds.get(key);
      if (known) return known;
      const id = deps.newId();
      componentEnd += positionStep;
      batch.insert('component', { id, planId, areaId, position: componentEnd, name });
      componentIds.set(key, id);
      return id;
    },
    next: (kind: 'group' | 'task', areaId: string): number => lines[kind](areaId),
  };
}

const endOf = (list: readonly { position: number }[]): number =>
  list.reduce((end, { position }) => Math.max(end, position), 0);

type Line = { areaId: string; position: number };

const groupLines = ({ groups }: TaskTableRecord): Line[] =>
  groups.map(({ areaId, position }) => ({ areaId, position }));

function taskLines({ groups, tasks }: TaskTableRecord): Line[] {
  const areaOf = new Map(groups.map(({ id, areaId }) => [id, areaId]));
  return tasks.map(({ task }) => ({ areaId: areaOf.get(task.groupId) ?? '', position: task.position }));
}

/** The next free position behind the last line of an area; keeping a plan leaves room there. */
function linesOf(lines: readonly Line[]): (areaId: string) => number {
  const taken = new Set(lines.map(({ position }) => position));
  const ends = new Map<string, number>();
  for (const { areaId, position } of lines) ends.set(areaId, Math.max(ends.get(areaId) ?? 0, position));
  return (areaId) => {
    let position = (ends.get(areaId) ?? Math.max(0, ...taken) + positionStep) + 1;
    while (taken.has(position)) position++;
    taken.add(position);
    ends.set(areaId, position);
    return position;
  };
}
