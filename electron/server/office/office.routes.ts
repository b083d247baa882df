/** Setting up the office and its subordinate units. */
import type { Hono } from 'hono';
import { readOffice } from '../../../db/queries/office.ts';
import type { Batch } from '../../../db/write.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import { type UnitKind, unitName } from '../../../shared/office/unit.ts';
import { fold } from '../../../shared/text/fold.ts';
import { act, type Deps } from '../core/deps.ts';
import { implement, type ServerEnv } from '../core/implement.ts';
import { refuse } from '../core/refusal.ts';

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

function insertSuperior(deps: Deps, batch: Batch, { superiorKind, superiorName }: OfficeFields): string | null {
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

export function officeRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { office } = contract;

  implement(app, deps, office.setUp, ({ body, actor }) => {
    if (readOffice(deps.db)) return refuse('da-co-co-quan');
    const { batchId } = act(
      deps,
      actor,
      'office.setUp',
      'Khai cơ quan',
      (batch) => insertOffice(deps, batch, body, false),
      false,
    );
    return { id: 'own', revision: 1, batchId };
  });

  implement(app, deps, office.change, ({ body, actor }) => {
    const record = readOffice(deps.db);
    if (!record) return refuse('chua-co-co-quan');
    const { value, batchId } = act(deps, actor, 'office.change', 'Sửa thông tin cơ quan', (batch) => {
      const { kind, name, place, chairTitle, chairName, superiorKind, superiorName } = body;
      const written = batch.update('office', 'own', body.revision, { place, chairTitle, chairName });
      const { superior } = record;
      const keeps = superior && superiorKind !== null && superiorName !== '';
      if (keeps && (superior.kind !== superiorKind || superior.name !== superiorName))
        batch.update('unit', superior.id, null, { kind: superiorKind, name: superiorName });
      const superiorId = keeps ? superior.id : insertSuperior(deps, batch, body);
      batch.update('unit', record.unit.id, null, { kind, name, superiorId });
      return written;
    });
    return { id: 'own', revision: value.revision, batchId };
  });

  implement(app, deps, office.addSubordinate, ({ body, actor }) => {
    const record = readOffice(deps.db);
    if (!record) return refuse('chua-co-co-quan');
    const same = record.subordinates.find((unit) => unit.kind === body.kind && fold(unit.name) === fold(body.name));
    if (same)
      return refuse(
        'sai-du-lieu',
        { fieldErrors: { name: ['Đơn vị này đã có trong danh sách.'] } },
        'Đơn vị này đã có trong danh sách nên không thêm nữa.',
      );
    const id = deps.newId();
    const { batchId } = act(deps, actor, 'unit.add', `Thêm đơn vị ${unitName(body)}`, (batch) =>
      batch.insert('unit', {
        id,
        kind: body.kind,
        name: body.name,
        superiorId: record.unit.id,
        validFrom: null,
        validTo: null,
      }),
    );
    return { id, revision: 1, batchId };
  });
}
