/** Reading activities with the tasks they serve and the proofs that belong to them. */
import { type Activity, isActivityKind, readDetails } from '../../shared/activity/activity.ts';
import type { Database } from '../open.ts';
import { columnsOf, select } from '../rows.ts';
import * as schema from '../schema/index.ts';

export type ActivityRecord = {
  readonly activity: Activity;
  readonly revision: number;
  readonly addedAt: number;
  readonly personId: string | null;
  readonly taskIds: readonly string[];
  readonly evidenceIds: readonly string[];
};

/** Those that count in a stretch of days, or all; newest day first. */
export function readActivities(
  db: Database,
  { from, to, ids }: { from?: string; to?: string; ids?: readonly string[] } = {},
): ActivityRecord[] {
  const rows = select(
    db.sqlite,
    columnsOf(schema.activity),
    `from activity
     where (@to is null or activity.date <= @to) and (@from is null or coalesce(activity.to_date, activity.date) >= @from)
       and (@ids is null or activity.id in (select value from json_each(@ids)))
     order by activity.date desc, activity.added_at desc, activity.id`,
  ).all({ from: from ?? null, to: to ?? null, ids: ids === undefined ? null : JSON.stringify(ids) });
  const tasks = othersOf(db, 'activity_task');
  const proofs = othersOf(db, 'activity_evidence');
  return rows.flatMap(({ kind, details, personId, addedAt, revision, ...row }) => {
    // A kind from a newer program is not shown by this one; it stays in the data.
    if (!isActivityKind(kind)) return [];
    // Kind and details belong together, which the type of a union cannot follow through a reader chosen by the kind.
    const activity = { ...row, kind, details: readDetails(kind, details) } as Activity;
    return [
      {
        activity,
        revision,
        addedAt,
        personId,
        taskIds: tasks.get(row.id) ?? [],
        evidenceIds: proofs.get(row.id) ?? [],
      },
    ];
  });
}

const links = {
  activity_task: {
    id: schema.activityTask.id,
    activityId: schema.activityTask.activityId,
    other: schema.activityTask.taskId,
  },
  activity_evidence: {
    id: schema.activityEvidence.id,
    activityId: schema.activityEvidence.activityId,
    other: schema.activityEvidence.evidenceId,
  },
};

/** By activity what hangs on it, in the order it was hung there. */
function othersOf({ sqlite }: Database, table: keyof typeof links): Map<string, string[]> {
  const { activityId, other } = links[table];
  const found = new Map<string, string[]>();
  for (const row of select(sqlite, { activityId, other }, `from ${table} order by ${table}.rowid`).all()) {
    const known = found.get(row.activityId);
    if (known) known.push(row.other);
    else found.set(row.activityId, [row.other]);
  }
  return found;
}

/** Ids of the links themselves, for taking them away. */
export function linkRows(
  { sqlite }: Database,
  table: keyof typeof links,
  activityId: string,
): { id: string; other: string }[] {
  const { id, other } = links[table];
  return select(sqlite, { id, other }, `from ${table} where activity_id = ?`).all(activityId);
}
