/** From a place in the source to what was read there, and back. Pure. */
import type { ReadPlan, SourcePlace } from '../../../../shared/plan/read-plan.ts';
import { type RowField, rowFieldNamed } from './fields.ts';
import { flatSections } from './sections.ts';

export type Target =
  | { tab: 'head' }
  | { tab: 'body'; path: string }
  | { tab: 'annex'; row: number; field: RowField | null };

/** What was read at a place: the row whose cells begin at or above it, else the section it lies in, else the head. */
export function targetAt(read: ReadPlan, place: SourcePlace): Target | null {
  if (place.row !== undefined) {
    let found = -1;
    let foundRow = -1;
    read.rows.forEach(({ place: start }, index) => {
      if (start?.block !== place.block || start.row === undefined || start.row > (place.row ?? 0)) return;
      if (start.row >= foundRow) {
        found = index;
        foundRow = start.row;
      }
    });
    if (found >= 0) return { tab: 'annex', row: found, field: fieldOfColumn(read, place.column) };
    if (read.rows.some((row) => row.place?.block === place.block)) return null;
  }
  let path: string | null = null;
  for (const { path: candidate, section } of flatSections(read))
    if (section.place && section.place.block <= place.block) path = candidate;
  return path === null ? { tab: 'head' } : { tab: 'body', path };
}

function fieldOfColumn(read: ReadPlan, column: number | undefined): RowField | null {
  const meaning = column === undefined ? undefined : read.columns[column]?.meaning;
  return meaning === undefined ? null : rowFieldNamed(meaning);
}

/** Where what was read stands in the source; with a field, the cell of its column. Null when the reader left no place. */
export function placeOf(read: ReadPlan, target: Target): SourcePlace | null {
  if (target.tab === 'head') return read.source.blocks.length > 0 ? { block: 0 } : null;
  if (target.tab === 'body') return flatSections(read).find(({ path }) => path === target.path)?.section.place ?? null;
  const place = read.rows[target.row]?.place ?? null;
  if (!place || target.field === null) return place;
  const column = read.columns.findIndex(({ meaning }) => rowFieldNamed(meaning) === target.field);
  return column < 0 ? place : { ...place, column };
}
