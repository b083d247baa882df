/** From what was read to what is kept: the plan, its sections, its task table, the posts it names and the windows of its year, as one act. */

import { readPosts } from '../../../db/queries/office.ts';
import { windowKeys } from '../../../db/queries/time.ts';
import type { Batch } from '../../../db/write.ts';
import type { KeptView } from '../../../shared/api/contract/plans.ts';
import { createPostIndex, isGenericWording, type PostWords } from '../../../shared/office/posts.ts';
import { standardPosts } from '../../../shared/office/standard-posts.ts';
import { windowsOfYear } from '../../../shared/period/windows.ts';
import { flatSections } from '../../../shared/plan/compare-text.ts';
import type { ReadHeader, ReadRow, ReadSection } from '../../../shared/plan/read-plan.ts';
import { shapeOfRows } from '../../../shared/plan/table-shape.ts';
import { oneLine } from '../../../shared/text/fold.ts';
import { capital } from '../../../shared/text/letter-case.ts';
import type { Deps } from '../core/deps.ts';

export type PlanToKeep = {
  year: number;
  header: ReadHeader;
  rows: ReadRow[];
  sourceName: string;
  sourceSha256: string | null;
};

/** Room between neighbours, so that a task put between two needs no renumbering. */
export const positionStep = 1000;

export function keepPlan(
  deps: Deps,
  batch: Batch,
  { year, header, rows, sourceName, sourceSha256 }: PlanToKeep,
): Omit<KeptView, 'batchId'> {
  const planId = deps.newId();
  const { number, date, place, issuer, title, basis, preamble = [], closing = [], annexTitle = [] } = header;
  const { recipients, signer } = header;
  batch.insert('plan', {
    id: planId,
    year,
    number,
    date,
    place,
    issuer,
    title,
    basis,
    preamble,
    closing,
    annexTitle,
    recipients,
    signer,
    sourceName,
    sourceSha256,
    createdAt: deps.clock(),
  });
  const sections = keepSections(deps, batch, planId, header.sections);
  const table = keepTable(deps, batch, planId, rows);
  keepWindows(deps, batch, year);
  const postsAdded = addNamedPosts(deps, batch, rows);
  return { planId, sections, postsAdded, ...table };
}

function keepSections(deps: Deps, batch: Batch, planId: string, sections: readonly ReadSection[]): number {
  const flat = flatSections(sections);
  const ids = flat.map(() => deps.newId());
  flat.forEach(({ parent, label, heading, paragraphs }, index) => {
    const parentId = parent === null ? null : ids[parent]!;
    batch.insert('section', {
      id: ids[index]!,
      planId,
      parentId,
      position: (index + 1) * positionStep,
      label,
      heading,
      paragraphs,
    });
  });
  return flat.length;
}

type Counts = { areas: number; components: number; groups: number; tasks: number };

function keepTable(deps: Deps, batch: Batch, planId: string, rows: readonly ReadRow[]): Counts {
  const { areas, components, groups, tasks } = shapeOfRows(rows);
  const ids = <T>(list: readonly T[]): string[] => list.map(() => deps.newId());
  const [areaIds, componentIds, groupIds] = [ids(areas), ids(components), ids(groups)];
  const position = (index: number): number => (index + 1) * positionStep;
  areas.forEach(({ no, name }, index) => {
    batch.insert('area', { id: areaIds[index]!, planId, position: position(index), no, name });
  });
  components.forEach(({ area, name }, index) => {
    const id = componentIds[index]!;
    batch.insert('component', { id, planId, areaId: areaIds[area]!, position: position(index), name });
  });
  groups.forEach(({ area, components: names, results, lead, executors, time, note }, index) => {
    batch.insert('taskGroup', {
      id: groupIds[index]!,
      planId,
      areaId: areaIds[area]!,
      position: position(index),
      componentIds: names.map((component) => componentIds[component]!),
      results,
      lead,
      executors,
      time,
      note,
    });
  });
  tasks.forEach(({ group, text }, index) => {
    batch.insert('task', {
      id: deps.newId(),
      planId,
      groupId: groupIds[group]!,
      position: position(index),
      text,
      lead: null,
      time: null,
      assigneeId: null,
    });
  });
  return { areas: areas.length, components: components.length, groups: groups.length, tasks: tasks.length };
}

/** The decree's windows of a year, where those keys are not taken. */
export function keepWindows(deps: Deps, batch: Batch, year: number): void {
  const known = windowKeys(deps.db);
  for (const window of windowsOfYear(year))
    if (!known.has(window.key))
      batch.insert('reportingWindow', { id: window.key, dueDate: null, cumulative: window.kind !== 'quy', ...window });
}

/** Posts that the plan names and the office does not have yet; generic groups make none, a person must say who is meant. */
export function addNamedPosts(deps: Deps, batch: Batch, rows: readonly Pick<ReadRow, 'lead' | 'executors'>[]): number {
  const posts: PostWords[] = readPosts(deps.db).map(({ id, name, aliases }) => ({ id, name, aliases }));
  const standard = createPostIndex(standardPosts.map(({ name, aliases }) => ({ id: name, name, aliases })));
  const before = posts.length;
  for (const wording of new Set(rows.flatMap((row) => [row.lead, ...row.executors]).map(oneLine))) {
    if (wording === '' || isGenericWording(wording) || createPostIndex(posts).resolve(wording) !== null) continue;
    const usual = standardPosts.find(({ name }) => name === standard.resolve(wording));
    const name = usual?.name ?? capital(wording);
    const post = { id: deps.newId(), name, aliases: [...(usual?.aliases ?? [])] };
    batch.insert('post', { ...post, position: posts.length, archived: false });
    posts.push(post);
  }
  return posts.length - before;
}
