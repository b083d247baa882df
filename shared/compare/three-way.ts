/** One field seen three ways: as the file gave it last, as it stands in the program, as the file gives it now. */
import { oneLine } from '../text/fold.ts';

export type Value = string | readonly string[];

/**
 * `file`: only the file changed it; `hand`: only a person did, here; `both`: the file and a person did, and somebody must choose.
 */
export type FieldChange = { field: string; kind: 'file' | 'hand' | 'both'; stored: Value; file: Value };

/** Equal but for white space and the way letters are composed. */
export function sameValue(a: Value, b: Value): boolean {
  if (typeof a === 'string' && typeof b === 'string') return oneLine(a) === oneLine(b);
  if (typeof a === 'string' || typeof b === 'string') return false;
  return a.length === b.length && a.every((entry, index) => oneLine(entry) === oneLine(b[index] ?? ''));
}

/** Null where stored and file agree. Without `before` (never in a file) a difference is of both. */
export function fieldChange(field: string, before: Value | undefined, stored: Value, file: Value): FieldChange | null {
  if (sameValue(stored, file)) return null;
  const byHand = before === undefined || !sameValue(before, stored);
  const byFile = before === undefined || !sameValue(before, file);
  return { field, kind: byHand && byFile ? 'both' : byFile ? 'file' : 'hand', stored, file };
}

/** The changes of several fields of one record. */
export const fieldChanges = (
  fields: readonly string[],
  before: Readonly<Record<string, Value>> | undefined,
  stored: Readonly<Record<string, unknown>>,
  file: Readonly<Record<string, unknown>>,
): FieldChange[] =>
  fields.flatMap((field) => fieldChange(field, before?.[field], stored[field] as Value, file[field] as Value) ?? []);
