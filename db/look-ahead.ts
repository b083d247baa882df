/** What would be seen after a write, without the write: done in a transaction, looked at, and taken back. */
import type { Database } from './open.ts';

const takenBack = Symbol('taken back');

/** Runs `write`, gives what `look` sees then, and leaves the data as they were. What `write` or `look` throw is thrown on. */
export function seenAfter<T>({ sqlite }: Database, write: () => void, look: () => T): T {
  const seen: T[] = [];
  try {
    sqlite.transaction(() => {
      write();
      seen.push(look());
      throw takenBack;
    })();
  } catch (error) {
    if (error !== takenBack) throw error;
  }
  return seen[0] as T;
}
