/** Reading the office, its people and its reporting windows. */
import { and, asc, desc, eq, gt, isNull, or, sql } from 'drizzle-orm';
import type { Database } from '../open.ts';
import { exists, selectValue } from '../rows.ts';
import * as schema from '../schema/index.ts';
import { openSqlite } from '../sqlite.ts';
import type { RowOf } from '../tables.ts';

export type OfficeRecord = {
  office: RowOf<'office'>;
  unit: RowOf<'unit'>;
  superior: RowOf<'unit'> | null;
  subordinates: RowOf<'unit'>[];
};

/** The office as set up, or null before the first run is finished. */
export function readOffice({ orm }: Database): OfficeRecord | null {
  const office = orm.select().from(schema.office).get();
  const unit = office && orm.select().from(schema.unit).where(eq(schema.unit.id, office.unitId)).get();
  if (!office || !unit) return null;
  const superior = unit.superiorId
    ? orm.select().from(schema.unit).where(eq(schema.unit.id, unit.superiorId)).get()
    : undefined;
  const subordinates = orm
    .select()
    .from(schema.unit)
    .where(eq(schema.unit.superiorId, unit.id))
    .orderBy(asc(schema.unit.name))
    .all();
  return { office, unit, superior: superior ?? null, subordinates };
}

export const readUnit = ({ orm }: Database, id: string): RowOf<'unit'> | null =>
  orm.select().from(schema.unit).where(eq(schema.unit.id, id)).get() ?? null;

export const listUnits = ({ orm }: Database): RowOf<'unit'>[] => orm.select().from(schema.unit).all();

export const readPosts = ({ orm }: Database) => orm.select().from(schema.post).orderBy(asc(schema.post.position)).all();

export const readPeople = ({ orm }: Database) =>
  orm.select().from(schema.person).orderBy(asc(schema.person.name)).all();

export const hasPerson = ({ sqlite }: Database, id: string): boolean => exists(sqlite, 'from person where id = ?')(id);

/** Whether a person is here and has not left. */
export const isServing = ({ sqlite }: Database, id: string): boolean =>
  exists(sqlite, 'from person where id = ? and archived = 0')(id);

/** Who holds which post on a day. */
export function holdingsOn(
  { orm }: Database,
  day: string,
): { id: string; personId: string; postId: string; name: string; fromDate: string; toDate: string | null }[] {
  const { holding, person } = schema;
  return orm
    .select({
      id: holding.id,
      personId: holding.personId,
      postId: holding.postId,
      name: person.name,
      fromDate: holding.fromDate,
      toDate: holding.toDate,
    })
    .from(holding)
    .innerJoin(person, eq(person.id, holding.personId))
    .where(
      and(
        sql`${holding.fromDate} <= ${day}`,
        or(isNull(holding.toDate), gt(holding.toDate, day)),
        eq(person.archived, false),
      ),
    )
    .orderBy(asc(holding.fromDate))
    .all();
}

/** All windows in the order of the years, oldest first; in a year as their data end, the shorter first. */
export const readWindows = ({ orm }: Database) =>
  orm
    .select()
    .from(schema.reportingWindow)
    .orderBy(
      asc(schema.reportingWindow.year),
      asc(schema.reportingWindow.toDate),
      desc(schema.reportingWindow.fromDate),
    )
    .all();

export const readWindow = ({ orm }: Database, id: string) =>
  orm.select().from(schema.reportingWindow).where(eq(schema.reportingWindow.id, id)).get() ?? null;

/** Newest batch of the journal: when something was last saved, and what an undo by `actor` would take back. */
export function lastAct({ orm }: Database): { at: number } | null {
  return orm.select({ at: schema.batch.at }).from(schema.batch).orderBy(desc(schema.batch.seq)).limit(1).get() ?? null;
}

/** Whether the database in a file is a practice office's; false for a file that cannot be read. Opens it for reading and closes it again. */
export function isPracticeFile(path: string): boolean {
  try {
    const sqlite = openSqlite(path, { readonly: true });
    try {
      return selectValue(sqlite, schema.office.practice, 'from office').get() === true;
    } finally {
      sqlite.close();
    }
  } catch {
    return false;
  }
}
