/** An office and the units it knows, as the screens see them. */
import type { OfficeRecord } from '../../../db/queries/office.ts';
import type { RowOf } from '../../../db/tables.ts';
import type { OfficeView } from '../../../shared/api/contract/office.ts';
import { unitName } from '../../../shared/office/unit.ts';

export const unitView = (row: RowOf<'unit'>) => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  fullName: unitName(row),
});

export const officeView = ({ office, unit, superior, subordinates }: OfficeRecord): OfficeView => ({
  unit: unitView(unit),
  superior: superior && unitView(superior),
  subordinates: subordinates.map((row) => ({ ...unitView(row), revision: row.revision })),
  place: office.place,
  chairTitle: office.chairTitle,
  chairName: office.chairName,
  practice: office.practice,
  revision: office.revision,
});
