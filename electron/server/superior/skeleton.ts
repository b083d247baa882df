/** An own plan begun from the superior's, as part of one act: its table copied with every task linked to the one it comes from (PX10 to PX12). */

import { readOffice } from '../../../db/queries/office.ts';
import { hasWindowsIn } from '../../../db/queries/time.ts';
import type { Batch } from '../../../db/write.ts';
import type { KeptView } from '../../../shared/api/contract/plans.ts';
import { type BodyBlock, plainTextOf } from '../../../shared/body/body-blocks.ts';
import { withPlainText } from '../../../shared/body/body-text.ts';
import { fromPlanBlock } from '../../../shared/bundle/plan-blocks.ts';
import type { PlanBundle } from '../../../shared/bundle/plan-v1.ts';
import { ownGround, skeletonHead } from '../../../shared/coverage/skeleton.ts';
import { unitName } from '../../../shared/office/unit.ts';
import type { Deps } from '../core/deps.ts';
import { unitOf } from '../office/own-unit.ts';
import { addNamedPosts, keepWindows, positionStep } from '../plan/keep-plan.ts';
import { adoptInheritedRegime } from '../time/windows.ts';
import { regimesOf, type SuperiorPlan, senderOffice } from './superior-plans.ts';

export type SkeletonWishes = {
  /** Who leads and who takes part, as the superior wrote it. */
  keepPeople: boolean;
  /** The superior's sections as proposals for our words. */
  sections: boolean;
  /** Its reporting regimes with their windows. */
  regimes: boolean;
};

type Place = { batch: Batch; planId: string };

/** Null before the office is set up. */
export function keepSkeleton(
  deps: Deps,
  batch: Batch,
  { data, unitId }: SuperiorPlan,
  wishes: SkeletonWishes,
): Omit<KeptView, 'batchId'> | null {
  const record = readOffice(deps.db);
  if (!record) return null;
  const { office, unit } = record;
  const { plan } = data;
  const own = unitOf(unit);
  const superior = senderOffice(data);
  const planId = deps.newId();
  const at: Place = { batch, planId };
  batch.insert('plan', {
    id: planId,
    year: plan.year,
    ...skeletonHead(plan, superior, { ...own, ...office }),
    annexTitle: [],
    sourceName: '',
    sourceSha256: null,
    createdAt: deps.clock(),
  });
  const sections = wishes.sections
    ? keepSections(deps, at, plan.sections, (text) => ownGround(text, superior, unitName(own)))
    : 0;
  const table = keepTable(deps, at, plan.areas, wishes.keepPeople);
  if (wishes.regimes)
    for (const regime of regimesOf(data))
      adoptInheritedRegime(deps, batch, { regime, issuerUnitId: unitId, year: plan.year });
  if (!hasWindowsIn(deps.db, plan.year)) keepWindows(deps, batch, plan.year);
  const postsAdded = wishes.keepPeople ? addNamedPosts(deps, batch, leadsOf(plan.areas)) : 0;
  return { planId, sections, postsAdded, ...table };
}

const leadsOf = (areas: PlanBundle['plan']['areas']): { lead: string; executors: string[] }[] =>
  areas.flatMap(({ groups }) => groups.map(({ lead, executors }) => ({ lead, executors })));

const position = (index: number): number => (index + 1) * positionStep;

function keepSections(
  deps: Deps,
  { batch, planId }: Place,
  sections: PlanBundle['plan']['sections'],
  inOurName: (text: string) => string,
): number {
  const ids = new Map(sections.map(({ id }) => [id, deps.newId()]));
  const block = (given: BodyBlock): BodyBlock => withPlainText(given, inOurName(plainTextOf(given)));
  sections.forEach(({ id, parentId, label, heading, blocks }, index) => {
    batch.insert('section', {
      id: ids.get(id) ?? deps.newId(),
      planId,
      parentId: parentId === null ? null : (ids.get(parentId) ?? null),
      position: position(index),
      label,
      heading: inOurName(heading),
      paragraphs: blocks.map((each) => block(fromPlanBlock(each))),
    });
  });
  return sections.length;
}

type Counts = { areas: number; components: number; groups: number; tasks: number };

/** Groups whose every task is the superior's own are left out; areas and components stay, so that the paper keeps its shape. */
function keepTable(
  deps: Deps,
  { batch, planId }: Place,
  areas: PlanBundle['plan']['areas'],
  keepPeople: boolean,
): Counts {
  const counts: Counts = { areas: 0, components: 0, groups: 0, tasks: 0 };
  for (const area of areas) {
    const areaId = deps.newId();
    batch.insert('area', { id: areaId, planId, position: position(counts.areas++), no: area.no, name: area.name });
    const componentIds = new Map<string, string>();
    for (const { id, name } of area.components) {
      const componentId = deps.newId();
      componentIds.set(id, componentId);
      batch.insert('component', { id: componentId, planId, areaId, position: position(counts.components++), name });
    }
    for (const group of area.groups) {
      const tasks = group.tasks.filter(({ forUnits }) => forUnits !== false);
      if (tasks.length === 0 && group.tasks.length > 0) continue;
      const groupId = deps.newId();
      batch.insert('taskGroup', {
        id: groupId,
        planId,
        areaId,
        position: position(counts.groups++),
        componentIds: group.componentIds.flatMap((id) => componentIds.get(id) ?? []),
        results: group.results,
        lead: keepPeople ? group.lead : '',
        executors: keepPeople ? group.executors : [],
        time: group.time,
        note: group.note,
      });
      for (const task of tasks) {
        const taskId = deps.newId();
        batch.insert('task', {
          id: taskId,
          planId,
          groupId,
          position: position(counts.tasks++),
          text: task.text,
          lead: keepPeople ? task.lead : null,
          time: task.time,
          assigneeId: null,
        });
        batch.insert('coverage', { id: deps.newId(), planId, superiorTaskId: task.id, taskId, reason: '' });
      }
    }
  }
  return counts;
}
