/** What was stored and this program cannot read: the one error for it, and the one place where stored JSON is read. */
import type { StoredReader } from '../../shared/core/stored.ts';

/**
 * One stored value cannot be read. `newer`: a newer program wrote it; else it is damaged. Nothing was changed; everything that does not
 * need this value goes on working. The message says in which column and at which field, without any of its words.
 */
export class Unreadable extends Error {
  /** Its code in `shared/api/problems.ts`. */
  readonly problem: 'muc-tu-ban-moi' | 'muc-hong';
  constructor(column: string, newer: boolean, place: string) {
    super(`unreadable ${column}${place === '' ? '' : ` at ${place}`}: ${newer ? 'of a newer program' : 'damaged'}`);
    this.problem = newer ? 'muc-tu-ban-moi' : 'muc-hong';
  }
}

/** A value that came out of JSON already. Throws Unreadable. */
export function readStored<T>(column: string, read: StoredReader<T>, value: unknown): T {
  const found = read(value);
  if (!found.ok) throw new Unreadable(column, found.error.newer, found.error.place);
  return found.value;
}

/** The text of a column. Throws Unreadable, also for text that is no JSON. */
export function readStoredText<T>(column: string, read: StoredReader<T>, text: string): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Unreadable(column, false, '');
  }
  return readStored(column, read, value);
}
