/** A reporting window as the screens see it. */
import type { RowOf } from '../../../db/tables.ts';
import type { WindowView } from '../../../shared/api/contract/office.ts';

export const windowView = (row: RowOf<'reportingWindow'>): WindowView => ({
  id: row.id,
  key: row.key,
  kind: row.kind,
  year: row.year,
  label: row.label,
  fromDate: row.fromDate,
  toDate: row.toDate,
  dueDate: row.dueDate,
  dueStrict: row.dueStrict,
  superiorDueDate: row.superiorDueDate,
  superiorDueStrict: row.superiorDueStrict,
  cumulative: row.cumulative,
  regimeId: row.regimeId,
  lockedAt: row.lockedAt,
  source: row.source,
});
