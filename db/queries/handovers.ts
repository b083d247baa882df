/** Reading hand-overs from one person to the next. */
import { desc, eq } from 'drizzle-orm';
import type { PastHandover } from '../../shared/office/handover.ts';
import type { Database } from '../open.ts';
import { json, select } from '../rows.ts';
import * as schema from '../schema/index.ts';
import { texts } from '../stored/shapes.ts';
import type { RowOf } from '../tables.ts';

/** The newest first. */
export const readHandovers = ({ orm }: Database): RowOf<'handover'>[] =>
  orm.select().from(schema.handover).orderBy(desc(schema.handover.date), desc(schema.handover.madeAt)).all();

export const readHandover = ({ orm }: Database, id: string): RowOf<'handover'> | null =>
  orm.select().from(schema.handover).where(eq(schema.handover.id, id)).get() ?? null;

/** Single tasks that went over, the newest hand-over first, without the words of the minutes. */
export function assignmentsPassedOn({ sqlite }: Database): PastHandover[] {
  const { fromPersonId, toPersonId, date, madeAt } = schema.handover;
  const assigned = json('handover.content', "coalesce(json_extract(handover.content, '$.assigned'), '[]')", texts);
  return select(
    sqlite,
    { fromPersonId, toPersonId, date, madeAt, assigned },
    'from handover order by date desc, made_at desc',
  )
    .all()
    .map((row) => ({ ...row, assigned: new Set(row.assigned) }));
}
