/** A column that holds JSON. Whoever reads it, by whatever way, reads it through its schema. */
import { customType } from 'drizzle-orm/sqlite-core';
import type { StoredReader } from '../../shared/core/stored.ts';
import { readStoredText } from './unreadable.ts';

/**
 * `place` is `table.column`. Reading throws `Unreadable` where the stored text does not fit; writing stores what it is given. The writer and
 * the undo do not come this way: they move images as they are (`tables.ts`), so that an act on one field never trips over another.
 */
export const storedJson = <T>(place: `${string}.${string}`, read: StoredReader<T>) =>
  customType<{ data: T; driverData: string }>({
    dataType: () => 'text',
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (text) => readStoredText(place, read, text),
  })(place.slice(place.indexOf('.') + 1));
