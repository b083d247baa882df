/** This office as its bundles and its card name it, and who they are for. */
import { readOffice } from '../../db/queries/office.ts';
import type { BundleUnit } from '../../shared/bundle/manifest-v1.ts';
import { officeName, type UnitKind, unitName } from '../../shared/office/unit.ts';
import type { Deps } from './deps.ts';

/** Null before the office is set up. */
export function ownUnit(deps: Deps): BundleUnit | null {
  const record = readOffice(deps.db);
  if (!record) return null;
  const { unit, superior } = record;
  return {
    id: unit.id,
    kind: unit.kind,
    name: unit.name,
    superiorName: superior ? unitName({ kind: superior.kind as UnitKind, name: superior.name }) : '',
  };
}

/** The office this one reports to; null where none was named. */
export function ownSuperior(deps: Deps): { id: string; officeName: string } | null {
  const superior = readOffice(deps.db)?.superior;
  return superior
    ? { id: superior.id, officeName: officeName({ kind: superior.kind as UnitKind, name: superior.name }) }
    : null;
}
