/** The one place that names the SQLite library, so that a bundled program finds its binary. */
import BetterSqlite from 'better-sqlite3';
import { nativeBinding } from './native-binding.ts';

export type Sqlite = BetterSqlite.Database;

const binding = nativeBinding();

/** Opens a database file; takes the library's own options. */
export function openSqlite(path: string, options: BetterSqlite.Options = {}): Sqlite {
  return new BetterSqlite(path, binding === undefined ? options : { ...options, nativeBinding: binding });
}

/** SQLite's own name of an error (`SQLITE_FULL`, `SQLITE_CORRUPT` …), or null when it is no database error. */
export const sqliteCode = (error: unknown): string | null =>
  error instanceof BetterSqlite.SqliteError ? error.code : null;
