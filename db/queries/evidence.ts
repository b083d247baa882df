/** Reading proofs and what they prove. */
import { desc, eq, inArray } from 'drizzle-orm';
import type { Database } from '../open.ts';
import { number, select, selectDistinct, selectValue, text } from '../rows.ts';
import * as schema from '../schema/index.ts';
import type { RowOf } from '../tables.ts';
import { type FileTextState, fileTextStates, readFileText } from './file-texts.ts';
import { searchRefs } from './search.ts';

export type EvidenceLinkView = {
  id: string;
  evidenceId: string;
  taskId: string;
  taskText: string;
  windowId: string;
  windowLabel: string;
  /** Why it was brought after the window was locked; null for one in time. */
  lateReason: string | null;
};
export type EvidenceRecord = RowOf<'evidence'> & { links: EvidenceLinkView[]; words: FileTextState | null };

/** Most the store's screen shows at once; finding by typing reaches the rest. */
const shownAtMost = 500;

/** Newest first; filters by task, window and typed words. */
export function listEvidence(db: Database, filter: { task?: string; window?: string; q?: string }): EvidenceRecord[] {
  const { orm } = db;
  let ids: string[] | null = null;
  const keep = (found: string[]) => {
    const earlier = ids;
    ids = earlier === null ? found : found.filter((id) => earlier.includes(id));
  };
  if (filter.task !== undefined || filter.window !== undefined)
    keep(linkedTo(db, filter.task ?? null, filter.window ?? null));
  if (filter.q) keep([...searchRefs(db, filter.q, 'evidence', shownAtMost), ...holdingWords(db, filter.q)]);
  const { evidence } = schema;
  const query = orm.select().from(evidence).orderBy(desc(evidence.addedAt), desc(evidence.id)).limit(shownAtMost);
  const rows = ids === null ? query.all() : query.where(inArray(evidence.id, ids)).all();
  const links = linksOf(
    db,
    rows.map((row) => row.id),
  );
  const states = fileTextStates(db);
  return rows.map((row) => ({
    ...row,
    links: links.get(row.id) ?? [],
    words: states.get(row.sha256 ?? '') ?? null,
  }));
}

/** Ids of proofs that hang on the task, in the window; null is any. */
const linkedTo = ({ sqlite }: Database, task: string | null, window: string | null): string[] =>
  selectValue(
    sqlite,
    schema.evidenceLink.evidenceId,
    `from evidence_link where (@task is null or task_id = @task) and (@window is null or window_id = @window)
     group by evidence_id`,
  ).all({ task, window });

/** Proofs whose file holds the words inside. */
function holdingWords(db: Database, typed: string): string[] {
  const digests = searchRefs(db, typed, 'file_text', shownAtMost);
  if (digests.length === 0) return [];
  return selectValue(
    db.sqlite,
    schema.evidence.id,
    'from evidence where sha256 in (select value from json_each(?))',
  ).all(JSON.stringify(digests));
}

export function readEvidence(db: Database, id: string): EvidenceRecord | null {
  const row = db.orm.select().from(schema.evidence).where(eq(schema.evidence.id, id)).get();
  if (!row) return null;
  const words = row.sha256 === null ? null : (readFileText(db, row.sha256)?.state ?? null);
  return { ...row, links: linksOf(db, [id]).get(id) ?? [], words };
}

/** A stored file with these bytes, if any: one proof serves many tasks. */
export const evidenceByDigest = ({ orm }: Database, sha256: string): RowOf<'evidence'> | null =>
  orm.select().from(schema.evidence).where(eq(schema.evidence.sha256, sha256)).get() ?? null;

/** Files and their bytes, each stored file once. */
export const evidenceTotals = ({ sqlite }: Database): { totalFiles: number; totalBytes: number } =>
  select(
    sqlite,
    { totalFiles: number('count(*)'), totalBytes: number('coalesce(sum(bytes), 0)') },
    'from (select distinct sha256, bytes from evidence where sha256 is not null)',
  ).get() ?? { totalFiles: 0, totalBytes: 0 };

/** Proofs of a plan's tasks in some windows, by task; each once. */
export function evidenceOfWindows(
  { sqlite, orm }: Database,
  planId: string,
  windowIds: readonly string[],
): Map<string, RowOf<'evidence'>[]> {
  const { taskId: linkedTask, evidenceId: linkedProof } = schema.evidenceLink;
  const links = select(
    sqlite,
    { taskId: linkedTask, evidenceId: linkedProof },
    `from evidence_link join task on task.id = evidence_link.task_id
     where task.plan_id = ? and evidence_link.window_id in (select value from json_each(?)) order by evidence_link.rowid`,
  ).all(planId, JSON.stringify(windowIds));
  const ids = [...new Set(links.map((link) => link.evidenceId))];
  const rows = new Map(
    chunks(ids)
      .flatMap((some) => orm.select().from(schema.evidence).where(inArray(schema.evidence.id, some)).all())
      .map((row) => [row.id, row]),
  );
  const byTask = new Map<string, RowOf<'evidence'>[]>();
  for (const { taskId, evidenceId } of links) {
    const row = rows.get(evidenceId);
    const known = byTask.get(taskId) ?? [];
    if (row && !known.includes(row)) byTask.set(taskId, [...known, row]);
  }
  return byTask;
}

/** Proofs brought to a window after it was locked, with their reasons, oldest first. */
export const lateProofs = (
  { sqlite }: Database,
  planId: string,
  windowId: string,
): { taskId: string; task: string; title: string; reason: string }[] =>
  select(
    sqlite,
    {
      taskId: schema.evidenceLink.taskId,
      task: schema.task.text,
      title: schema.evidence.title,
      reason: text('evidence_link.late_reason'),
    },
    `from evidence_link join task on task.id = evidence_link.task_id join evidence on evidence.id = evidence_link.evidence_id
     where task.plan_id = ? and evidence_link.window_id = ? and evidence_link.late_reason is not null order by evidence_link.rowid`,
  ).all(planId, windowId);

/** Titles of the proofs of a plan's tasks, each once a task, in the order they were brought. */
export const proofTitlesOfPlan = ({ sqlite }: Database, planId: string): { taskId: string; title: string }[] =>
  selectDistinct(
    sqlite,
    { taskId: schema.evidenceLink.taskId, title: schema.evidence.title },
    `from evidence_link join evidence on evidence.id = evidence_link.evidence_id join task on task.id = evidence_link.task_id
     where task.plan_id = ? order by evidence.added_at`,
  ).all(planId);

/** The window a link stands in; null where there is no such link. */
export const windowOfLink = ({ sqlite }: Database, linkId: string): string | null =>
  selectValue(sqlite, schema.evidenceLink.windowId, 'from evidence_link where id = ?').get(linkId);

function linksOf({ sqlite }: Database, ids: string[]): Map<string, EvidenceLinkView[]> {
  const { id, evidenceId, taskId, windowId, lateReason } = schema.evidenceLink;
  const rows = select(
    sqlite,
    {
      id,
      evidenceId,
      taskId,
      taskText: schema.task.text,
      windowId,
      windowLabel: schema.reportingWindow.label,
      lateReason,
    },
    `from evidence_link join task on task.id = evidence_link.task_id
     join reporting_window on reporting_window.id = evidence_link.window_id
     where evidence_link.evidence_id in (select value from json_each(?)) order by evidence_link.rowid`,
  ).all(JSON.stringify(ids));
  return Map.groupBy(rows, (row) => row.evidenceId);
}

/** SQLite takes a bounded number of parameters in one statement. */
function chunks<T>(all: T[], size = 500): T[][] {
  const parts: T[][] = [];
  for (let start = 0; start < all.length; start += size) parts.push(all.slice(start, start + size));
  return parts;
}
