/** From what was read to what is kept: the plan, its sections, its task table, the posts it names and the windows of its year, as one act. */
import { readPosts } from '../../db/queries/office.ts';
import type { Batch } from '../../db/write.ts';
import type { KeptView } from '../../shared/api/contract/plans.ts';
import { createPostIndex, isGenericWording, type PostWords } from '../../shared/office/posts.ts';
import { standardPosts } from '../../shared/office/standard-posts.ts';
import { windowsOfYear } from '../../shared/period/windows.ts';
import type { ReadHeader, ReadRow, ReadSection } from '../../shared/plan/read-plan.ts';
import { oneLine } from '../../shared/text/fold.ts';
import type { Deps } from './deps.ts';

export type PlanToKeep = {
  year: number;
  header: ReadHeader;
  rows: ReadRow[];
  sourceName: string;
  sourceSha256: string | null;
};

/** Room between neighbours, so that a task put between two needs no renumbering. */
const positionStep = 1000;

export function keepPlan(
  deps: Deps,
  batch: Batch,
  { year, header, rows, sourceName, sourceSha256 }: PlanToKeep,
): Omit<KeptView, 'batchId'> {
  const planId = deps.newId();
  const { number, date, place, issuer, title, basis, recipients, signer } = header;
  batch.insert('plan', {
    id: planId,
    year,
    number,
    date,
    place,
    issuer,
    title,
    basis,
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
  let position = 0;
  const keep = (section: ReadSection, parentId: string | null) => {
    const id = deps.newId();
    const { label, heading, paragraphs, children } = section;
    batch.insert('section', { id, planId, parentId, position: position++, label, heading, paragraphs });
    for (const child of children) keep(child, id);
  };
  for (const section of sections) keep(section, null);
  return position;
}

type Counts = { areas: number; components: number; groups: number; tasks: number };

/** Rows come filled down: a new area or component begins where its words change. */
function keepTable(deps: Deps, batch: Batch, planId: string, rows: readonly ReadRow[]): Counts {
  const counts: Counts = { areas: 0, components: 0, groups: 0, tasks: 0 };
  const groupOfRow: (string | null)[] = [];
  let area: { id: string; key: string } | null = null;
  let component: { id: string; key: string } | null = null;
  for (const row of rows) {
    const areaKey = oneLine(row.dimension);
    if (area === null || area.key !== areaKey) {
      area = { id: deps.newId(), key: areaKey };
      component = null;
      batch.insert('area', { id: area.id, planId, position: counts.areas++, no: oneLine(row.no), name: areaKey });
    }
    const componentKey = oneLine(row.component);
    if (component === null || component.key !== componentKey) {
      component = { id: deps.newId(), key: componentKey };
      batch.insert('component', {
        id: component.id,
        planId,
        areaId: area.id,
        position: counts.components++,
        name: componentKey,
      });
    }
    const shared = row.sharesWith === null ? null : (groupOfRow[row.sharesWith] ?? null);
    if (shared !== null) {
      const group = batch.get('taskGroup', shared);
      if (group) batch.update('taskGroup', shared, null, { componentIds: [...group.componentIds, component.id] });
      groupOfRow.push(shared);
      continue;
    }
    const groupId = deps.newId();
    groupOfRow.push(groupId);
    batch.insert('taskGroup', {
      id: groupId,
      planId,
      areaId: area.id,
      position: counts.groups++,
      componentIds: [component.id],
      results: row.results,
      lead: oneLine(row.lead),
      executors: row.executors.map(oneLine).filter((words) => words !== ''),
      time: oneLine(row.time),
      note: row.note,
    });
    for (const text of row.tasks) {
      if (text.trim() === '') continue;
      counts.tasks++;
      batch.insert('task', {
        id: deps.newId(),
        planId,
        groupId,
        position: counts.tasks * positionStep,
        text: text.trim(),
        lead: null,
        time: null,
        assigneeId: null,
      });
    }
  }
  return counts;
}

function keepWindows(deps: Deps, batch: Batch, year: number): void {
  const known = new Set(deps.db.sqlite.prepare('select key from reporting_window').pluck().all() as string[]);
  for (const window of windowsOfYear(year))
    if (!known.has(window.key)) batch.insert('reportingWindow', { id: window.key, dueDate: null, ...window });
}

/** Posts that the plan names and the office does not have yet; generic groups make none, a person must say who is meant. */
function addNamedPosts(deps: Deps, batch: Batch, rows: readonly ReadRow[]): number {
  const posts: PostWords[] = readPosts(deps.db).map(({ id, name, aliases }) => ({ id, name, aliases }));
  const standard = createPostIndex(standardPosts.map(({ name, aliases }) => ({ id: name, name, aliases })));
  const before = posts.length;
  for (const wording of new Set(rows.flatMap((row) => [row.lead, ...row.executors]).map(oneLine))) {
    if (wording === '' || isGenericWording(wording) || createPostIndex(posts).resolve(wording) !== null) continue;
    const usual = standardPosts.find(({ name }) => name === standard.resolve(wording));
    const name = usual?.name ?? wording.charAt(0).toUpperCase() + wording.slice(1);
    const post = { id: deps.newId(), name, aliases: [...(usual?.aliases ?? [])] };
    batch.insert('post', { ...post, position: posts.length, archived: false });
    posts.push(post);
  }
  return posts.length - before;
}
