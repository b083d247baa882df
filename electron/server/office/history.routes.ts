/** Taking back and redoing acts, safety copies, the doctor, and finding by typing. */
import type { Hono } from 'hono';
import { backupNow } from '../../../db/backup.ts';
import { checkOffice } from '../../../db/check.ts';
import { search } from '../../../db/queries/search.ts';
import { redoLast, undoBatch, undoLast } from '../../../db/undo.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { Deps } from '../core/deps.ts';
import { implement, type ServerEnv } from '../core/implement.ts';
import { refuse } from '../core/refusal.ts';
import { doctorLines } from './doctor-lines.ts';

export function historyRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { office } = contract;
  const { sqlite } = deps.db;

  implement(app, deps, office.undo, ({ body, actor }) => {
    const [at, id] = [deps.clock(), deps.newId()];
    const undone =
      body.batchId === null
        ? undoLast(sqlite, deps.writer, actor.id, at, id)
        : undoBatch(sqlite, deps.writer, body.batchId, actor.id, at, id);
    return undone.ok ? { label: undone.value.label } : refuse(undone.error.code);
  });

  implement(app, deps, office.redo, ({ actor }) => {
    const redone = redoLast(sqlite, deps.writer, actor.id, deps.clock(), deps.newId());
    return redone.ok
      ? { label: redone.value.label }
      : refuse(redone.error.code, undefined, 'Không còn việc nào để làm lại.');
  });

  implement(app, deps, office.backup, () => {
    const { name, at } = backupNow(sqlite, deps.folder, 'bang-tay');
    return { name, at };
  });

  implement(app, deps, office.doctor, () => {
    const report = checkOffice(sqlite, deps.folder, { readBytes: true });
    return { ok: report.ok, lines: doctorLines(report) };
  });

  implement(app, deps, office.search, ({ query }) => ({
    hits: search(deps.db, query.q, query.limit).map(({ kind, ref }) => ({
      kind,
      id: ref,
      ...describe(deps, kind, ref),
    })),
  }));
}

const titles: Record<string, string> = {
  task: `select t.text as title, a.name as context from task t join task_group g on g.id = t.group_id join area a on a.id = g.area_id where t.id = ?`,
  task_group: `select g.lead as title, a.name as context from task_group g join area a on a.id = g.area_id where g.id = ?`,
  section:
    'select s.heading as title, p.title as context from section s join plan p on p.id = s.plan_id where s.id = ?',
  plan: 'select title, number as context from plan where id = ?',
  progress:
    'select t.text as title, p.done_text as context from progress p join task t on t.id = p.task_id where p.id = ?',
  evidence: `select title, coalesce(file_name, url, number, '') as context from evidence where id = ?`,
};

function describe(deps: Deps, kind: string, ref: string): { title: string; context: string } {
  const sql = titles[kind];
  const row = sql === undefined ? undefined : deps.db.sqlite.prepare(sql).get(ref);
  return (row as { title: string; context: string } | undefined) ?? { title: '', context: '' };
}
