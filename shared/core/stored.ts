/**
 * Reading back what the program itself stored as JSON. What stands in a column was good when it was written; what is asked here is whether
 * this program still understands it: a newer one may have written it, or the bytes are no longer what they were.
 */
import type { z } from 'zod';
import { fail, ok, type Result } from './result.ts';

/** `newer`: a version this program does not know. `place`: the first field that does not fit, never its words. */
export type StoredFault = { readonly newer: boolean; readonly place: string };

/** Takes the value as JSON gives it. Refuses, never repairs. */
export type StoredReader<T> = (value: unknown) => Result<T, StoredFault>;

/**
 * What fits the schema, exactly as it was stored: with fields that the schema does not name, and in the order they were written, so that
 * comparing and signing what was stored see the same text as before.
 */
export const storedAs =
  <T>(schema: z.ZodType<unknown, T>): StoredReader<T> =>
  (value) => {
    const read = schema.safeParse(value);
    return read.success ? ok(value as T) : fail({ newer: false, place: placeOf(read.error) });
  };

/** What the schema makes of the stored value: for columns whose older values lack fields that came later and have a default. */
export const completedBy =
  <T>(schema: z.ZodType<T>): StoredReader<T> =>
  (value) => {
    const read = schema.safeParse(value);
    return read.success ? ok(read.data) : fail({ newer: false, place: placeOf(read.error) });
  };

/** The same, for values that say of themselves which version they are; `isNewer` sees what `read` refused. */
export const orNewer =
  <T>(read: StoredReader<T>, isNewer: (value: unknown) => boolean): StoredReader<T> =>
  (value) => {
    const found = read(value);
    return found.ok || !isNewer(value) ? found : fail({ newer: true, place: '' });
  };

const placeOf = (error: z.ZodError): string => error.issues[0]?.path.join('.') ?? '';
