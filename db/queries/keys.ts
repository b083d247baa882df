/** Reading the keys of other units, and which unit of ours a card speaks of. */
import { asc, desc, eq } from 'drizzle-orm';
import type { Database } from '../open.ts';
import { selectValue } from '../rows.ts';
import * as schema from '../schema/index.ts';
import type { RowOf } from '../tables.ts';

/** Every key seen, oldest first. */
export const listKeys = ({ orm }: Database): RowOf<'unitKey'>[] =>
  orm.select().from(schema.unitKey).orderBy(asc(schema.unitKey.firstSeenAt), asc(schema.unitKey.id)).all();

export const keysOf = ({ orm }: Database, unitId: string): RowOf<'unitKey'>[] =>
  orm
    .select()
    .from(schema.unitKey)
    .where(eq(schema.unitKey.unitId, unitId))
    .orderBy(asc(schema.unitKey.firstSeenAt), asc(schema.unitKey.id))
    .all();

/** The unit a key seen before belongs to: a unit has its own id at every office that knows it. */
export const unitOfCardId = ({ sqlite }: Database, cardUnitId: string): string | null =>
  selectValue(
    sqlite,
    schema.unitKey.unitId,
    "from unit_key where json_extract(card, '$.unit.id') = ? order by first_seen_at limit 1",
  ).get(cardUnitId);

export const listForks = ({ orm }: Database): RowOf<'forkedInstallation'>[] =>
  orm.select().from(schema.forkedInstallation).orderBy(desc(schema.forkedInstallation.seenAt)).all();
