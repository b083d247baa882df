/** Opens an office's database: lock, durability, version gate, backup, migration. The only place that opens it for writing. */
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { fail, ok, type Result } from '../shared/core/result.ts';
import { backupNow } from './backup.ts';
import { createFolders, type DataFolder, lockFolder } from './data-folder.ts';
import { applySteps, pendingSteps, schemaVersion } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import * as schema from './schema/index.ts';
import { openSqlite, type Sqlite, sqliteCode } from './sqlite.ts';

export type OpenProblem =
  | { code: 'dang-mo'; since: string | null }
  | { code: 'tu-ban-moi'; version: number }
  | { code: 'buoc-bi-sua'; version: number }
  | { code: 'du-lieu-hong' }
  | { code: 'dia-day' }
  | { code: 'khong-ghi-duoc'; path: string };

/** Reading through drizzle; writing only through `db/write.ts`, which needs `sqlite`. */
export type Database = { readonly sqlite: Sqlite; readonly orm: ReturnType<typeof ormOver>; close(): void };

const ormOver = (sqlite: Sqlite) => drizzle(sqlite, { schema });

/** Before 3.51.3 two connections checkpointing in the same instant could corrupt a WAL database. */
const oldestSafeSqlite = [3, 51, 3];

/**
 * Settings of every writing connection, every start. FULL because the library's default in WAL mode is NORMAL, which loses the last
 * acknowledged rows in a power cut.
 */
export function setDurability(sqlite: Sqlite): void {
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma('foreign_keys = ON');
  sqlite.pragma('trusted_schema = OFF');
  sqlite.pragma('busy_timeout = 5000');
}

export function openDatabase(folder: DataFolder, now: number, steps = migrations): Result<Database, OpenProblem> {
  try {
    createFolders(folder);
  } catch (error) {
    return fail(fileProblem(error, folder.root));
  }
  const lock = lockFolder(folder, new Date(now).toISOString());
  if (!lock.ok) return lock;
  let sqlite: Sqlite | undefined;
  const giveUp = (problem: OpenProblem) => {
    sqlite?.close();
    lock.value.release();
    return fail(problem);
  };
  try {
    sqlite = openSqlite(folder.database);
    gateVersion(sqlite);
    const pending = pendingSteps(sqlite, steps);
    if (!pending.ok) return giveUp(pending.error);
    setDurability(sqlite);
    if (pending.value.length > 0) {
      if (schemaVersion(sqlite) > 0) backupNow(sqlite, folder, 'truoc-nang-cap');
      applySteps(sqlite, pending.value, now);
    }
    const opened = sqlite;
    return ok({
      sqlite: opened,
      orm: ormOver(opened),
      close: () => {
        opened.close();
        lock.value.release();
      },
    });
  } catch (error) {
    const problem = openingProblem(error, folder);
    if (problem) return giveUp(problem);
    giveUp({ code: 'du-lieu-hong' });
    throw error;
  }
}

function gateVersion(sqlite: Sqlite): void {
  const version = String(sqlite.prepare('select sqlite_version()').pluck().get());
  const parts = version.split('.').map(Number);
  for (const [index, least] of oldestSafeSqlite.entries()) {
    if ((parts[index] ?? 0) > least) return;
    if ((parts[index] ?? 0) < least) throw new Error(`SQLite ${version} is older than ${oldestSafeSqlite.join('.')}`);
  }
}

function openingProblem(error: unknown, folder: DataFolder): OpenProblem | null {
  const code = sqliteCode(error);
  if (code === 'SQLITE_NOTADB' || code?.startsWith('SQLITE_CORRUPT')) return { code: 'du-lieu-hong' };
  if (code === 'SQLITE_FULL') return { code: 'dia-day' };
  if (code === 'SQLITE_CANTOPEN' || code?.startsWith('SQLITE_READONLY'))
    return { code: 'khong-ghi-duoc', path: folder.root };
  return null;
}

function fileProblem(error: unknown, path: string): OpenProblem {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOSPC') return { code: 'dia-day' };
  return { code: 'khong-ghi-duoc', path };
}
