/**
 * Reading rows by statements written by hand, with the types of the schema: one list of fields makes both the columns of the statement and
 * the reader of its rows. A column that is misspelled, or that a reader forgets although its answer promises it, is a type error.
 *
 * Statements rather than drizzle's builder where joins, sums or many rows are read: the rows of SQLite are handed on as they are, and only
 * fields that mean something else than they say (a flag, stored JSON) are put in place.
 */
import { Column, type GetColumnData, getTableColumns, getTableName, is } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { StoredReader } from '../shared/core/stored.ts';
import type { Sqlite } from './sqlite.ts';
import { readStoredText } from './stored/unreadable.ts';

/** A value worked out by SQL. What it gives is said where it is made, below; the schema knows nothing of it. */
export type Expression<T> = { readonly sql: string; readonly read: ((value: unknown) => T) | null };

/** What is read, by the name it has in the row: columns of the schema, and expressions. */
export type Fields = Readonly<Record<string, Column | Expression<unknown>>>;

type ValueOf<F> = F extends Column ? GetColumnData<F, 'query'> : F extends Expression<infer T> ? T : never;

/** The row that a list of fields gives. */
export type RowWith<F extends Fields> = { -readonly [K in keyof F]: ValueOf<F[K]> };

/** A statement that is ready; each way of asking takes what its `?` or `@names` stand for. `each` reads one row at a time. */
export type Select<Row> = {
  all(...given: unknown[]): Row[];
  get(...given: unknown[]): Row | null;
  each(...given: unknown[]): Iterable<Row>;
};

/** Every column of a table: the whole record, with a column that comes tomorrow. */
export const columnsOf = <T extends SQLiteTable>(table: T): T['_']['columns'] => getTableColumns(table);

export const number = (sql: string): Expression<number> => ({ sql, read: null });
export const numberOrNull = (sql: string): Expression<number | null> => ({ sql, read: null });
/** `T` where the statement itself says which words there are. */
export const text = <T extends string = string>(sql: string): Expression<T> => ({ sql, read: null });
export const textOrNull = (sql: string): Expression<string | null> => ({ sql, read: null });
/** SQLite says 1 for true. */
export const flag = (sql: string): Expression<boolean> => ({ sql, read: (value) => value === 1 });
/** A part of stored JSON, read as a column of it would be. Throws Unreadable; `column` is where it stands. */
export const json = <T>(column: string, sql: string, read: StoredReader<T>): Expression<T> => ({
  sql,
  read: (value) => readStoredText(column, read, String(value)),
});

/**
 * `select <fields> <rest>`, prepared. `rest` begins with `from` and names tables as the schema does, without an alias; a table that is needed
 * twice takes its second name in an expression. Values are given as parameters, never written into `rest`.
 */
export const select = <F extends Fields>(sqlite: Sqlite, fields: F, rest: string): Select<RowWith<F>> =>
  prepared(sqlite, 'select', fields, rest);

/** The same with each row once. */
export const selectDistinct = <F extends Fields>(sqlite: Sqlite, fields: F, rest: string): Select<RowWith<F>> =>
  prepared(sqlite, 'select distinct', fields, rest);

function prepared<F extends Fields>(sqlite: Sqlite, verb: string, fields: F, rest: string): Select<RowWith<F>> {
  const list = Object.entries(fields).map(([key, field]) => `${sqlOf(field)} as "${key}"`);
  const statement = sqlite.prepare(`${verb} ${list.join(', ')} ${rest}`);
  const read = rowReader(fields);
  return {
    all: (...given) => statement.all(...given).map((row) => read(row)),
    each: function* (...given) {
      for (const row of statement.iterate(...given)) yield read(row);
    },
    get: (...given) => {
      const row = statement.get(...given);
      return row === undefined ? null : read(row);
    },
  };
}

/** One value of each row, without the row around it. */
export function selectValue<F extends Column | Expression<unknown>>(
  sqlite: Sqlite,
  field: F,
  rest: string,
): Select<ValueOf<F>> {
  const { all, each, get } = select(sqlite, { value: field }, rest);
  return {
    all: (...given) => all(...given).map(({ value }) => value),
    each: function* (...given) {
      for (const { value } of each(...given)) yield value;
    },
    get: (...given) => get(...given)?.value ?? null,
  };
}

/** Whether a statement finds anything; `rest` as for `select`. */
export function exists(sqlite: Sqlite, rest: string): (...given: unknown[]) => boolean {
  const statement = sqlite.prepare(`select 1 ${rest} limit 1`);
  return (...given) => statement.get(...given) !== undefined;
}

const nameOf = (column: Column): string => `${getTableName(column.table)}.${column.name}`;

const sqlOf = (field: Column | Expression<unknown>): string => (is(field, Column) ? nameOf(field) : field.sql);

/** Null where SQLite's own value is the value already. */
function readerOf(field: Column | Expression<unknown>): ((value: unknown) => unknown) | null {
  if (!is(field, Column)) return field.read;
  return field.dataType === 'string' || field.dataType === 'number' ? null : (value) => field.mapFromDriverValue(value);
}

/** Puts what means something else in place; the row itself stays the one that SQLite made. */
function rowReader<F extends Fields>(fields: F): (row: unknown) => RowWith<F> {
  const readers = Object.entries(fields).flatMap(([key, field]) => {
    const read = readerOf(field);
    return read === null ? [] : [[key, read] as const];
  });
  return (row) => {
    const values = row as Record<string, unknown>;
    for (const [key, read] of readers) if (values[key] !== null) values[key] = read(values[key]);
    // The one place where a row takes its type: every key is there, because the statement was made from the same fields.
    return values as RowWith<F>;
  };
}
