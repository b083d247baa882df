/** This office as its bundles and its card name it, and who they are for. */
import { readOffice } from '../../../db/queries/office.ts';
import type { RowOf } from '../../../db/tables.ts';
import type { BundleUnit } from '../../../shared/bundle/manifest-v1.ts';
import { officeName, unitKind, unitName } from '../../../shared/office/unit.ts';
import type { Deps } from '../core/deps.ts';

/** A unit of the tables as documents name it. */
export const unitOf = ({ kind, name }: Pick<RowOf<'unit'>, 'kind' | 'name'>) => ({ kind: unitKind.parse(kind), name });

/** Null before the office is set up. */
export function ownUnit(deps: Deps): BundleUnit | null {
  const record = readOffice(deps.db);
  if (!record) return null;
  const { unit, superior } = record;
  return {
    id: unit.id,
    kind: unit.kind,
    name: unit.name,
    superiorName: superior ? unitName(unitOf(superior)) : '',
  };
}

/** The office this one reports to; null where none was named. */
export function ownSuperior(deps: Deps): { id: string; officeName: string } | null {
  const superior = readOffice(deps.db)?.superior;
  return superior ? { id: superior.id, officeName: officeName(unitOf(superior)) } : null;
}
