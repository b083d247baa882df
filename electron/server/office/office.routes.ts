/** Setting up the office and its subordinate units. */
import type { Hono } from 'hono';
import { readOffice } from '../../../db/queries/office.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import { unitName } from '../../../shared/office/unit.ts';
import { fold } from '../../../shared/text/fold.ts';
import { act, type Deps } from '../core/deps.ts';
import { implement, type ServerEnv } from '../core/implement.ts';
import { refuse } from '../core/refusal.ts';
import { insertOffice, insertSuperior } from './set-up.ts';

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
