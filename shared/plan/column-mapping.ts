/** How a person read the columns of a table, remembered by the captions: whatever their order, accents and case. */
import { fold } from '../text/fold.ts';
import type { ColumnMeaning, ReadPlan } from './read-plan.ts';

export type ColumnMapping = { captions: string[]; meanings: ColumnMeaning[] };

/** One key for all tables that have these captions. */
export const captionsKey = (captions: readonly string[]): string => JSON.stringify(captions.map(fold).sort());

/** The mapping put on columns in their own order; null when the captions are others. The same caption twice is taken in order. */
export function mappingFor(columns: ReadPlan['columns'], known: ColumnMapping): ColumnMeaning[] | null {
  const waiting = new Map<string, ColumnMeaning[]>();
  known.captions.forEach((caption, index) => {
    const key = fold(caption);
    waiting.set(key, [...(waiting.get(key) ?? []), known.meanings[index] ?? 'unknown']);
  });
  const meanings = columns.map(({ caption }) => waiting.get(fold(caption))?.shift());
  return columns.length === known.captions.length && meanings.every((meaning) => meaning !== undefined)
    ? meanings
    : null;
}
