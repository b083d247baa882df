/** Activities: recorded, changed and taken away, with the tasks they serve and their proofs. */

import type { Hono } from 'hono';
import { linkRows, readActivities } from '../../../db/queries/activities.ts';
import { readPlanRow } from '../../../db/queries/plans.ts';
import { allThere, namedTasks } from '../../../db/queries/tasks.ts';
import type { Batch } from '../../../db/write.ts';
import { type ActivityInput, activityNames, isActivityKind } from '../../../shared/activity/activity.ts';
import { suggestTasks } from '../../../shared/activity/suggest.ts';
import { remedyOverdue, runsOn, villagesOf } from '../../../shared/activity/totals.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import { act, type Deps, today } from '../core/deps.ts';
import { implement, type ServerEnv } from '../core/implement.ts';
import { refuse } from '../core/refusal.ts';

export function activityRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { activities } = contract;

  implement(app, deps, activities.list, ({ query }) => {
    const day = today(deps);
    const tasks = namedTasks(deps.db, null);
    return {
      activities: readActivities(deps.db, query).map(({ activity, taskIds, evidenceIds, ...row }) => ({
        ...row,
        activity,
        tasks: taskIds.flatMap((id) => tasks.get(id) ?? []),
        evidenceIds: [...evidenceIds],
        running: runsOn(activity, day),
        overdue: remedyOverdue(activity, day),
      })),
      villages: usedVillages(deps),
    };
  });

  implement(app, deps, activities.add, ({ body, actor }) => {
    if (!areLinksThere(deps, body)) return refuse('khong-tim-thay');
    const id = deps.newId();
    const { value, batchId } = act(
      deps,
      actor,
      'activity.add',
      `Ghi hoạt động ${activityNames[body.activity.kind].toLowerCase()}`,
      (batch) => {
        const row = batch.insert('activity', {
          id,
          ...rowOf(body.activity),
          personId: actor.personId,
          addedAt: deps.clock(),
        });
        setLinks(deps, batch, id, body);
        return row;
      },
    );
    return { id, revision: value.revision, batchId };
  });

  implement(app, deps, activities.change, ({ params, body, actor }) => {
    if (!areLinksThere(deps, body)) return refuse('khong-tim-thay');
    const { value, batchId } = act(deps, actor, 'activity.change', 'Sửa hoạt động', (batch) => {
      const row = batch.update('activity', params.id, body.revision, rowOf(body.activity));
      setLinks(deps, batch, params.id, body);
      return row;
    });
    return { id: params.id, revision: value.revision, batchId };
  });

  implement(app, deps, activities.remove, ({ params, query, actor }) => {
    const { batchId } = act(deps, actor, 'activity.remove', 'Xóa hoạt động', (batch) => {
      setLinks(deps, batch, params.id, { taskIds: [], evidenceIds: [] });
      batch.remove('activity', params.id, query.revision);
    });
    return { batchId };
  });

  implement(app, deps, activities.suggest, ({ query }) => {
    if (!readPlanRow(deps.db, query.plan)) return refuse('khong-tim-thay');
    if (!isActivityKind(query.kind)) return refuse('sai-du-lieu');
    const tasks = namedTasks(deps.db, query.plan ?? null);
    const found = suggestTasks({ kind: query.kind, words: query.words }, [...tasks.values()]);
    return { tasks: found.flatMap(({ id }) => tasks.get(id) ?? []) };
  });
}

const rowOf = ({ kind, date, toDate, title, sensitive, details }: ActivityInput) => ({
  kind,
  date,
  toDate,
  title,
  sensitive,
  details: details as Record<string, unknown>,
});

type Links = { readonly taskIds: readonly string[]; readonly evidenceIds: readonly string[] };

/** Makes the links those that are asked for; what stays is not touched. */
function setLinks(deps: Deps, batch: Batch, activityId: string, { taskIds, evidenceIds }: Links): void {
  const tasks = linkRows(deps.db, 'activity_task', activityId);
  const proofs = linkRows(deps.db, 'activity_evidence', activityId);
  for (const row of tasks) if (!taskIds.includes(row.other)) batch.remove('activityTask', row.id, null);
  for (const row of proofs) if (!evidenceIds.includes(row.other)) batch.remove('activityEvidence', row.id, null);
  for (const taskId of new Set(taskIds))
    if (!tasks.some((row) => row.other === taskId))
      batch.insert('activityTask', { id: deps.newId(), activityId, taskId });
  for (const evidenceId of new Set(evidenceIds))
    if (!proofs.some((row) => row.other === evidenceId))
      batch.insert('activityEvidence', { id: deps.newId(), activityId, evidenceId });
}

const areLinksThere = ({ db }: Deps, { taskIds, evidenceIds }: Links): boolean =>
  allThere(db, 'task', taskIds) && allThere(db, 'evidence', evidenceIds);

/** Most used first; a name is offered as it was written last. */
function usedVillages(deps: Deps): string[] {
  const used = new Map<string, { name: string; count: number }>();
  for (const { activity } of readActivities(deps.db))
    for (const name of villagesOf(activity)) {
      const key = name.toLowerCase();
      const known = used.get(key);
      if (known) known.count += 1;
      else used.set(key, { name, count: 1 });
    }
  return [...used.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, 100)
    .map(({ name }) => name);
}
