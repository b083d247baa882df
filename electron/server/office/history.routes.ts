/** Taking back and redoing acts, safety copies, the doctor, and finding by typing. */
import type { Hono } from 'hono';
import { backupNow } from '../../../db/backup.ts';
import { checkOffice } from '../../../db/check.ts';
import { foundTitle } from '../../../db/queries/finding.ts';
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
      ...(foundTitle(deps.db, kind, ref) ?? { title: '', context: '' }),
    })),
  }));
}
