/** The office's first records: its own unit, its superior's, and what it prints. */
import type { Batch } from '../../../db/write.ts';
import type { UnitKind } from '../../../shared/office/unit.ts';
import type { Deps } from '../core/deps.ts';

/** What is asked when an office is set up; `superiorName` is empty where it reports to none. */
export type OfficeFields = {
  kind: UnitKind;
  name: string;
  superiorKind: UnitKind | null;
  superiorName: string;
  place: string;
  chairTitle: string;
  chairName: string;
};

/** Writes the office's own records: its unit, its superior's, and what it prints. */
export function insertOffice(deps: Deps, batch: Batch, fields: OfficeFields, practice: boolean): void {
  const superiorId = insertSuperior(deps, batch, fields);
  const unitId = deps.newId();
  batch.insert('unit', {
    id: unitId,
    kind: fields.kind,
    name: fields.name,
    superiorId,
    validFrom: null,
    validTo: null,
  });
  batch.insert('office', {
    id: 'own',
    unitId,
    place: fields.place,
    chairTitle: fields.chairTitle,
    chairName: fields.chairName,
    practice,
  });
}

/** The id of the superior's new unit; null where none is named. */
export function insertSuperior(deps: Deps, batch: Batch, { superiorKind, superiorName }: OfficeFields): string | null {
  if (superiorKind === null || superiorName === '') return null;
  const id = deps.newId();
  batch.insert('unit', {
    id,
    kind: superiorKind,
    name: superiorName,
    superiorId: null,
    validFrom: null,
    validTo: null,
  });
  return id;
}
