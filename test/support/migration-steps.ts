/**
 * An office's database as each earlier program left it: the steps applied one after the other, and between two of them the rows that the
 * program of that time wrote. So a step always meets data that came the same way a real office's data come.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { blobPath } from '../../db/blobs.ts';
import { checkOffice, type OfficeCheck } from '../../db/check.ts';
import { type DataFolder, dataFolder } from '../../db/data-folder.ts';
import { migrations } from '../../db/migrations/index.ts';
import { type Database, openDatabase } from '../../db/open.ts';
import type { Sqlite } from '../../db/sqlite.ts';
import { temporaryFolder } from './make-office.ts';

/** A cell as SQLite keeps it. */
export type Cell = string | number | null;
export type Row = Readonly<Record<string, Cell>>;
/** Every row of every table, by its rowid; the tables behind the full-text index are left out, the index itself is checked apart. */
export type Held = Readonly<Record<string, readonly Row[]>>;

/** One step of the schema, the rows its program wrote, and what the step itself does to everything held before. */
export type StepCase = {
  readonly version: number;
  /** SQL that adds rows once the step is applied: at least one in each table the step makes, for the next steps to keep. */
  readonly rows: string;
  /** Tables the step makes in which no program ever wrote before the next step. */
  readonly unused?: readonly string[];
  /** The whole database right after the step. */
  after(before: Held): Held;
  /** What else must hold right after the step: constraints and triggers it brings. */
  also?(sqlite: Sqlite): void;
};

/** The same cells in each row of a table: what a step that adds columns with a default does to it. */
export const withCells = (held: Held, table: string, cells: Row): Held => ({
  ...held,
  [table]: (held[table] ?? []).map((row) => ({ ...row, ...cells })),
});

/** Stored bytes that rows may point to, so that the doctor finds them. */
export const storedBytes = Buffer.from('Biên bản họp thôn, quý I\n', 'utf8');
export const storedSha256 = createHash('sha256').update(storedBytes).digest('hex');

const openedAt = Date.parse('2024-04-02T02:00:00Z');

function open(folder: DataFolder, upTo: number): Database {
  const steps = migrations.filter(({ version }) => version <= upTo);
  const opened = openDatabase(folder, openedAt, steps);
  if (!opened.ok) throw new Error(`${folder.root}: ${opened.error.code}`);
  return opened.value;
}

/** Opens for the length of `look`, with the steps up to a version. */
export function within<T>(folder: DataFolder, upTo: number, look: (sqlite: Sqlite) => T): T {
  const db = open(folder, upTo);
  try {
    return look(db.sqlite);
  } finally {
    db.close();
  }
}

/**
 * The data folder of an office whose programs were those of `cases`, one after the other; removed when the test ends. `look` sees the
 * open database of each program once its rows are written.
 */
export function officeOf(
  cases: readonly StepCase[],
  look: (sqlite: Sqlite, version: number) => void = () => undefined,
): DataFolder {
  const folder = dataFolder(temporaryFolder());
  const stored = blobPath(folder, storedSha256);
  mkdirSync(dirname(stored), { recursive: true });
  writeFileSync(stored, storedBytes);
  for (const each of cases) work(folder, each, look);
  return folder;
}

/** The program of a step opens the office and writes its rows. */
export function work(
  folder: DataFolder,
  { version, rows }: StepCase,
  look: (sqlite: Sqlite, version: number) => void = () => undefined,
): void {
  within(folder, version, (sqlite) => {
    sqlite.exec(rows);
    look(sqlite, version);
  });
}

/** Applies the steps up to a version, this one included, and reads all that is there then; `look` sees the open database. */
export function heldAt(folder: DataFolder, version: number, look: (sqlite: Sqlite) => void = () => undefined): Held {
  return within(folder, version, (sqlite) => {
    const held = everything(sqlite);
    look(sqlite);
    return held;
  });
}

/** Opens with today's program and lets the doctor read all, bytes included. */
export function examined(folder: DataFolder): OfficeCheck {
  return within(folder, newestVersion, (sqlite) => checkOffice(sqlite, folder, { readBytes: true }));
}

export const newestVersion = Math.max(...migrations.map(({ version }) => version));

function everything(sqlite: Sqlite): Held {
  // FTS5 compares its index with the rows it is about, and throws when they differ.
  sqlite.exec(`insert into search_index (search_index) values ('integrity-check')`);
  const tables = sqlite
    .prepare(
      `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'search_index%'
       and name <> 'schema_step' order by name`,
    )
    .pluck()
    .all() as string[];
  return Object.fromEntries(
    tables.map((table) => [table, sqlite.prepare(`select * from ${table} order by rowid`).all() as Row[]]),
  );
}
