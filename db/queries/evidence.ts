/** Reading proofs and what they prove. */
import { desc, eq, inArray } from 'drizzle-orm';
import type { Database } from '../open.ts';
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
  const { orm, sqlite } = db;
  let ids: string[] | null = null;
  const keep = (found: string[]) => {
    const earlier = ids;
    ids = earlier === null ? found : found.filter((id) => earlier.includes(id));
  };
  if (filter.task !== undefined || filter.window !== undefined)
    keep(
      sqlite
        .prepare(
          'select distinct evidence_id from evidence_link where (? is null or task_id = ?) and (? is null or window_id = ?)',
        )
        .pluck()
        .all(filter.task ?? null, filter.task ?? null, filter.window ?? null, filter.window ?? null) as string[],
    );
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

/** Proofs whose file holds the words inside. */
function holdingWords(db: Database, typed: string): string[] {
  const digests = searchRefs(db, typed, 'file_text', shownAtMost);
  if (digests.length === 0) return [];
  return db.sqlite
    .prepare('select id from evidence where sha256 in (select value from json_each(?))')
    .pluck()
    .all(JSON.stringify(digests)) as string[];
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

export function evidenceTotals({ sqlite }: Database): { totalFiles: number; totalBytes: number } {
  const row = sqlite
    .prepare(
      'select count(*) as totalFiles, coalesce(sum(bytes), 0) as totalBytes from (select distinct sha256, bytes from evidence where sha256 is not null)',
    )
    .get();
  return row as { totalFiles: number; totalBytes: number };
}

/** Proofs of a plan's tasks in some windows, by task; each once. */
export function evidenceOfWindows(
  { sqlite, orm }: Database,
  planId: string,
  windowIds: readonly string[],
): Map<string, RowOf<'evidence'>[]> {
  const links = sqlite
    .prepare(
      `select l.task_id as taskId, l.evidence_id as evidenceId from evidence_link l join task t on t.id = l.task_id
       where t.plan_id = ? and l.window_id in (${windowIds.map(() => '?').join(', ')}) order by l.rowid`,
    )
    .all(planId, ...windowIds) as { taskId: string; evidenceId: string }[];
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
  sqlite
    .prepare(
      `select l.task_id as taskId, t.text as task, e.title, l.late_reason as reason from evidence_link l
       join task t on t.id = l.task_id join evidence e on e.id = l.evidence_id
       where t.plan_id = ? and l.window_id = ? and l.late_reason is not null order by l.rowid`,
    )
    .all(planId, windowId) as { taskId: string; task: string; title: string; reason: string }[];

function linksOf({ sqlite }: Database, ids: string[]): Map<string, EvidenceLinkView[]> {
  const byEvidence = new Map<string, EvidenceLinkView[]>();
  for (const some of chunks(ids)) {
    const rows = sqlite
      .prepare(
        `select l.id, l.evidence_id as evidenceId, l.task_id as taskId, t.text as taskText, l.window_id as windowId, w.label as windowLabel,
         l.late_reason as lateReason
         from evidence_link l join task t on t.id = l.task_id join reporting_window w on w.id = l.window_id
         where l.evidence_id in (${some.map(() => '?').join(', ')}) order by l.rowid`,
      )
      .all(...some) as EvidenceLinkView[];
    for (const row of rows) byEvidence.set(row.evidenceId, [...(byEvidence.get(row.evidenceId) ?? []), row]);
  }
  return byEvidence;
}

/** SQLite takes a bounded number of parameters in one statement. */
function chunks<T>(all: T[], size = 500): T[][] {
  const parts: T[][] = [];
  for (let start = 0; start < all.length; start += size) parts.push(all.slice(start, start + size));
  return parts;
}
