/** Which of our tasks answers which of the superior's: read for the screen, written on a person's word, told to reports (PX8, PX9, PX14). */

import type { Database } from '../../../db/open.ts';
import { readPlanRow } from '../../../db/queries/plans.ts';
import { type CoverageLink, coverageLinks, superiorPlanVersions } from '../../../db/queries/superior.ts';
import { readTaskTable } from '../../../db/queries/task-table.ts';
import type { Batch } from '../../../db/write.ts';
import type { CoverageView, CoverOwnTask } from '../../../shared/api/contract/plan-down.ts';
import { type Coverage, coverageOf } from '../../../shared/coverage/coverage.ts';
import { type CoverTask, placeKeys, type SuperiorTask, superiorTasks } from '../../../shared/coverage/tasks.ts';
import { lowerPlanTerm } from '../../../shared/review/cited-documents.ts';
import type { Deps } from '../core/deps.ts';
import { officeCalendar } from '../time/due.ts';
import { changesOf, type SuperiorPlan } from './superior-plans.ts';

/** PX14: by own task the superior's task it was linked to first. */
export function superiorTaskOf(db: Database, planId: string): Map<string, string> {
  const first = new Map<string, string>();
  for (const { taskId, superiorTaskId } of coverageLinks(db, planId))
    if (taskId !== null && !first.has(taskId)) first.set(taskId, superiorTaskId);
  return first;
}

/** What a write must have seen of a task's links. */
export const linksStamp = (links: readonly CoverageLink[]): string =>
  links.map(({ id, revision }) => `${id}.${revision}`).join(' ');

type OwnTask = CoverTask & { view: CoverOwnTask };

function ownTasks(db: Database, planId: string): OwnTask[] {
  const { areas, components, groups, tasks } = readTaskTable(db, planId, null);
  const keys = placeKeys();
  const areaOf = new Map(areas.map((area) => [area.id, { name: area.name, key: keys.area(area) }]));
  const componentOf = new Map(
    components.map((component) => [
      component.id,
      { name: component.name, key: keys.component(component, areaOf.get(component.areaId)?.key ?? '') },
    ]),
  );
  const places = new Map(
    groups.map(({ id, areaId, componentIds }) => {
      const own = componentIds.flatMap((each) => componentOf.get(each) ?? []);
      const area = areaOf.get(areaId) ?? { name: '', key: '' };
      return [
        id,
        { area, componentKeys: own.map(({ key }) => key), component: own.map(({ name }) => name).join('; ') },
      ];
    }),
  );
  return tasks.flatMap(({ task: { id, text, groupId } }) => {
    const place = places.get(groupId);
    if (!place) return [];
    const { area, component, componentKeys } = place;
    return [{ id, text, areaKey: area.key, componentKeys, view: { taskId: id, text, area: area.name, component } }];
  });
}

type Material = { tasks: SuperiorTask[]; own: OwnTask[]; links: CoverageLink[]; coverage: Coverage };

/** A superior's plan beside an own one, with what is linked and what is proposed. */
export function coverageMaterial(deps: Deps, superior: SuperiorPlan, planId: string): Material {
  const tasks = superiorTasks(superior.data.plan);
  const own = ownTasks(deps.db, planId);
  const links = coverageLinks(deps.db, planId);
  return { tasks, own, links, coverage: coverageOf(tasks, own, links) };
}

/** Null when the own plan is gone. */
export function coverageView(deps: Deps, superior: SuperiorPlan, planId: string): CoverageView | null {
  const plan = readPlanRow(deps.db, planId);
  if (!plan) return null;
  const { tasks, own, links, coverage } = coverageMaterial(deps, superior, planId);
  const views = new Map(own.map(({ id, view }) => [id, view]));
  const known = new Map(tasks.map((task) => [task.id, task]));
  const said = bySuperiorTask(links);
  const changes = new Map(changesOf(superiorPlanVersions(deps.db, superior)).map((change) => [change.id, change]));
  const rows = coverage.rows.flatMap((row): CoverageView['rows'] => {
    const task = known.get(row.superiorTaskId);
    if (!task) return [];
    const { no, area, component, text, results, time } = task;
    const change = changes.get(task.id)?.kind;
    return [
      {
        superiorTaskId: task.id,
        no,
        area,
        component,
        text,
        results: [...results],
        time,
        state: row.state,
        reason: row.reason,
        stamp: linksStamp(said.get(task.id) ?? []),
        links: row.taskIds.flatMap((id) => views.get(id) ?? []),
        proposals: row.proposals.flatMap(({ taskId, sure, likeness }) => {
          const view = views.get(taskId);
          return view ? [{ ...view, sure, likeness }] : [];
        }),
        change: change === 'moi' || change === 'doi' ? change : null,
      },
    ];
  });
  const gone = [...changes.values()].flatMap(({ id, kind, text }) =>
    kind === 'bo'
      ? [
          {
            superiorTaskId: id,
            text,
            links: (said.get(id) ?? []).flatMap(({ taskId }) => views.get(taskId ?? '') ?? []),
          },
        ]
      : [],
  );
  return {
    planId,
    planTitle: plan.title,
    counts: { ...coverage.counts },
    rows,
    beyond: coverage.beyond.flatMap((id) => views.get(id) ?? []),
    gone,
    issue: issueOf(deps, superior.data.plan.date, plan.date),
  };
}

export const bySuperiorTask = (links: readonly CoverageLink[]): Map<string, CoverageLink[]> =>
  Map.groupBy(links, ({ superiorTaskId }) => superiorTaskId);

/** PX13, as RV11 counts it. */
function issueOf(deps: Deps, superiorDate: string, issued: string): CoverageView['issue'] {
  if (superiorDate === '') return null;
  const calendar = officeCalendar(deps);
  const { date: due, confirmed } = calendar.after(superiorDate, lowerPlanTerm.days);
  const days = issued === '' || issued < superiorDate ? null : calendar.between(superiorDate, issued);
  return { superiorDate, due, confirmed, issued, late: issued > due, days };
}

/** A person's word on one task of the superior takes the place of what was said before; links that stay keep their records. */
export function writeAnswer(
  deps: Deps,
  batch: Batch,
  before: readonly CoverageLink[],
  said: { planId: string; superiorTaskId: string; taskIds: readonly string[]; reason: string; none: boolean },
): void {
  const { planId, superiorTaskId, taskIds, reason, none } = said;
  const stays = (link: CoverageLink): boolean => link.taskId !== null && taskIds.includes(link.taskId);
  for (const link of before) if (!stays(link)) batch.remove('coverage', link.id, link.revision);
  const kept = new Set(before.filter(stays).map(({ taskId }) => taskId));
  for (const taskId of new Set(taskIds))
    if (!kept.has(taskId)) batch.insert('coverage', { id: deps.newId(), planId, superiorTaskId, taskId, reason: '' });
  if (taskIds.length === 0 && (reason !== '' || none))
    batch.insert('coverage', { id: deps.newId(), planId, superiorTaskId, taskId: null, reason });
}
