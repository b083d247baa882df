/** Reading activities with the tasks they serve and the proofs that belong to them. */
import { type Activity, isActivityKind, readDetails } from '../../shared/activity/activity.ts';
import type { Database } from '../open.ts';

export type ActivityRecord = {
  readonly activity: Activity;
  readonly revision: number;
  readonly addedAt: number;
  readonly personId: string | null;
  readonly taskIds: readonly string[];
  readonly evidenceIds: readonly string[];
};

type Row = {
  id: string;
  kind: string;
  date: string;
  toDate: string | null;
  title: string;
  details: string;
  sensitive: number;
  personId: string | null;
  addedAt: number;
  revision: number;
};

const columns =
  'a.id, a.kind, a.date, a.to_date as toDate, a.title, a.details, a.sensitive, a.person_id as personId, a.added_at as addedAt, a.revision';

/** Those that count in a stretch of days, or all; newest day first. */
export function readActivities(
  db: Database,
  { from, to, ids }: { from?: string; to?: string; ids?: readonly string[] } = {},
): ActivityRecord[] {
  const rows = db.sqlite
    .prepare(
      `select ${columns} from activity a
       where (@to is null or a.date <= @to) and (@from is null or coalesce(a.to_date, a.date) >= @from)
         and (@ids is null or a.id in (select value from json_each(@ids)))
       order by a.date desc, a.added_at desc, a.id`,
    )
    .all({ from: from ?? null, to: to ?? null, ids: ids === undefined ? null : JSON.stringify(ids) }) as Row[];
  const tasks = linksOf(db, 'activity_task', 'task_id');
  const proofs = linksOf(db, 'activity_evidence', 'evidence_id');
  return rows.flatMap(({ kind, details, sensitive, personId, addedAt, revision, ...row }) => {
    // A kind from a newer program is not shown by this one; it stays in the data.
    if (!isActivityKind(kind)) return [];
    const activity = {
      ...row,
      kind,
      sensitive: sensitive === 1,
      details: readDetails(kind, JSON.parse(details)),
    } as Activity;
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

function linksOf(
  { sqlite }: Database,
  table: 'activity_task' | 'activity_evidence',
  column: string,
): Map<string, string[]> {
  const rows = sqlite.prepare(`select activity_id as id, ${column} as other from ${table} order by rowid`).all() as {
    id: string;
    other: string;
  }[];
  const found = new Map<string, string[]>();
  for (const { id, other } of rows) {
    const known = found.get(id);
    if (known) known.push(other);
    else found.set(id, [other]);
  }
  return found;
}

/** Ids of the links themselves, for taking them away. */
export const linkRows = (
  { sqlite }: Database,
  table: 'activity_task' | 'activity_evidence',
  activityId: string,
): { id: string; other: string }[] =>
  sqlite
    .prepare(
      `select id, ${table === 'activity_task' ? 'task_id' : 'evidence_id'} as other from ${table} where activity_id = ?`,
    )
    .all(activityId) as { id: string; other: string }[];
