import { readDocument } from '../../../electron/documents/read/read-document.ts';
import type { ColumnMeaning, ReadPlan } from '../../../shared/plan/read-plan.ts';

/** Reads bytes that must be readable. */
export function readBytes(bytes: Uint8Array, options: { mapping?: ColumnMeaning[]; planYear?: number } = {}): ReadPlan {
  const result = readDocument(bytes, 'ke-hoach', options);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}
