/**
 * Empties every record table of a practice office. The journal stays: its chain still tells what was there, and a safety copy was made
 * by the caller. Acts before the erasure can no longer be undone.
 */
import type { Sqlite } from './sqlite.ts';
import { recordTables } from './tables.ts';

export function eraseRecords(sqlite: Sqlite): void {
  sqlite.pragma('foreign_keys = OFF');
  try {
    sqlite.transaction(() => {
      for (const table of Object.values(recordTables)) sqlite.prepare(`delete from ${table.name}`).run();
      sqlite.prepare('delete from search_entry').run();
      sqlite.prepare('update batch set undoable = 0').run();
    })();
  } finally {
    sqlite.pragma('foreign_keys = ON');
  }
}
