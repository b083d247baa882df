/** DB1 to DB5, DB13: opening, locking, migrating, copying. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, it } from 'vitest';
import { backupNow, keptBackups, listBackups } from '../../db/backup.ts';
import { dataFolder } from '../../db/data-folder.ts';
import { migrations } from '../../db/migrations/index.ts';
import { openDatabase } from '../../db/open.ts';
import * as schema from '../../db/schema/index.ts';
import { openSqlite } from '../../db/sqlite.ts';
import { temporaryFolder } from '../support/make-office.ts';

const now = Date.parse('2024-04-02T02:00:00Z');

function open(root: string, steps = migrations) {
  const opened = openDatabase(dataFolder(root), now, steps);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

describe('opening', () => {
  it('DB1 is durable at every start', () => {
    const root = temporaryFolder();
    for (let start = 0; start < 2; start++) {
      const db = open(root);
      expect(db.sqlite.pragma('journal_mode', { simple: true })).toBe('wal');
      expect(db.sqlite.pragma('synchronous', { simple: true })).toBe(2);
      expect(db.sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
      db.close();
    }
  });

  it('DB2 refuses a second opening and leaves the first at work', () => {
    const root = temporaryFolder();
    const first = open(root);
    const second = openDatabase(dataFolder(root), now);
    expect(second).toMatchObject({ ok: false, error: { code: 'dang-mo', since: '2024-04-02T02:00:00.000Z' } });
    first.sqlite.exec(`insert into person values ('a', 'A', 0, 1)`);
    first.close();
    const third = open(root);
    expect(third.sqlite.prepare('select count(*) from person').pluck().get()).toBe(1);
    third.close();
  });

  it('DB3 refuses a file from a newer program and changes no byte of it', () => {
    const root = temporaryFolder();
    const newer = open(root, [
      ...migrations,
      { version: 9990, name: 'later', sql: 'create table later (id text) strict' },
    ]);
    newer.close();
    const path = dataFolder(root).database;
    const before = readFileSync(path);
    expect(openDatabase(dataFolder(root), now)).toMatchObject({
      ok: false,
      error: { code: 'tu-ban-moi', version: 9990 },
    });
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(existsSync(`${path}-wal`)).toBe(false);
  });

  it('DB3 refuses a file whose applied step was another one', () => {
    const root = temporaryFolder();
    open(root, [{ version: 10, name: 'initial', sql: 'create table other (id text) strict' }]).close();
    expect(openDatabase(dataFolder(root), now)).toMatchObject({
      ok: false,
      error: { code: 'buoc-bi-sua', version: 10 },
    });
  });

  it('refuses a file that is no database, and leaves it', () => {
    const root = temporaryFolder();
    open(root).close();
    const path = dataFolder(root).database;
    writeFileSync(path, 'khong phai co so du lieu '.repeat(500));
    const before = readFileSync(path);
    expect(openDatabase(dataFolder(root), now)).toMatchObject({ ok: false, error: { code: 'du-lieu-hong' } });
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe('migration', () => {
  const next = { version: 9900, name: 'next', sql: 'alter table person add column note text' };

  it('DB4 copies data before applying a step, and the copy holds them', () => {
    const root = temporaryFolder();
    const first = open(root);
    expect(listBackups(dataFolder(root))).toEqual([]);
    first.sqlite.exec(`insert into person values ('a', 'Nguyễn Văn Á', 0, 1)`);
    first.close();
    open(root, [...migrations, next]).close();
    const [copy] = listBackups(dataFolder(root));
    expect(copy?.reason).toBe('truoc-nang-cap');
    const old = openSqlite(join(dataFolder(root).backups, copy!.name), { readonly: true });
    expect(old.prepare('select name from person').pluck().get()).toBe('Nguyễn Văn Á');
    expect(old.prepare('select max(version) from schema_step').pluck().get()).toBe(migrations.at(-1)?.version);
    old.close();
  });

  it('DB5 does not apply a step that breaks a reference', () => {
    const root = temporaryFolder();
    const first = open(root);
    first.sqlite.exec(`insert into unit values ('u', 'xa', 'An Thịnh', null, null, null, 1)`);
    first.sqlite.exec(`insert into office values ('own', 'u', 'An Thịnh', 'CHỦ TỊCH', '', 0, 1)`);
    first.close();
    const breaking = { version: 9900, name: 'breaking', sql: 'delete from unit' };
    expect(() => open(root, [...migrations, breaking])).toThrow(/broken references/);
    const again = open(root);
    expect(again.sqlite.prepare('select count(*) from unit').pluck().get()).toBe(1);
    again.close();
  });

  it('keeps child rows when a parent table is rebuilt', () => {
    const root = temporaryFolder();
    const first = open(root);
    first.sqlite.exec(`insert into person values ('p', 'A', 0, 1); insert into post values ('b', 'B', '[]', 0, 0, 1);
      insert into holding values ('h', 'p', 'b', '2024-01-01', null, 1)`);
    first.close();
    const rebuild = {
      version: 9900,
      name: 'rebuild',
      sql: `create table person_new (id text primary key, name text not null, archived integer not null, revision integer not null) strict;
        insert into person_new select * from person; drop table person; alter table person_new rename to person;`,
    };
    const db = open(root, [...migrations, rebuild]);
    expect(db.sqlite.prepare('select count(*) from holding').pluck().get()).toBe(1);
    db.close();
  });

  it('makes the tables that the schema describes, column by column', () => {
    const db = open(temporaryFolder());
    const tables = Object.values(schema).filter((value) => is(value, SQLiteTable));
    expect(tables.length).toBeGreaterThan(15);
    for (const table of tables) {
      const columns = db.sqlite.pragma(`table_info(${getTableName(table)})`) as {
        name: string;
        type: string;
        notnull: number;
        pk: number;
      }[];
      const made = columns.map((column) => [
        column.name,
        column.type.toLowerCase(),
        column.notnull === 1 || column.pk === 1,
      ]);
      const described = Object.values(getTableColumns(table)).map((column) => [
        column.name,
        column.getSQLType(),
        column.notNull || column.primary,
      ]);
      expect([getTableName(table), ...made]).toEqual([getTableName(table), ...described]);
    }
    db.close();
  });
});

it('DB13 keeps the newest copies by number', () => {
  const root = temporaryFolder();
  const folder = dataFolder(root);
  const db = open(root);
  for (let count = 0; count < keptBackups + 3; count++) backupNow(db.sqlite, folder, 'thu');
  const numbers = listBackups(folder).map((backup) => backup.number);
  expect(numbers).toHaveLength(keptBackups);
  expect([numbers[0], numbers.at(-1)]).toEqual([keptBackups + 3, 4]);
  db.close();
});
