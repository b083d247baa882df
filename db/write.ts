/**
 * The one way in for data: every change of a record goes through a batch, which checks the revision the person saw, writes the record,
 * its journal entry and its search text in one transaction, and can be undone as a whole.
 *
 * Prepared statements rather than drizzle's builder: 20 times faster for an import of thousands of rows.
 */
import { createHash } from 'node:crypto';
import type { Sqlite } from './sqlite.ts';
import {
  type NewRowOf,
  type RecordRow,
  type RecordTable,
  type RecordTableName,
  type RowOf,
  recordTables,
} from './tables.ts';

/** Who acts, when, and what the act is called in the person's own words ("Sửa nhiệm vụ"). */
export type Act = {
  readonly actor: string;
  readonly at: number;
  readonly action: string;
  readonly label: string;
  /** False for acts that left the office or were sealed: they are corrected by a new act, not taken back. */
  readonly undoable: boolean;
};

/** The record was changed or removed since the person saw it; nothing was written. `current` is what stands there now. */
export class StaleWrite extends Error {
  readonly table: RecordTableName;
  readonly current: RecordRow | null;
  constructor(table: RecordTableName, current: RecordRow | null) {
    super(`stale write to ${table}`);
    this.table = table;
    this.current = current;
  }
}

export type Batch = {
  readonly id: string;
  get<T extends RecordTableName>(table: T, id: string): RowOf<T> | null;
  insert<T extends RecordTableName>(table: T, row: NewRowOf<T>): RowOf<T>;
  /** `seen` is the revision the person saw; null where the program itself decides on what it has just read. */
  update<T extends RecordTableName>(
    table: T,
    id: string,
    seen: number | null,
    patch: Partial<Omit<RowOf<T>, 'id' | 'revision'>>,
  ): RowOf<T>;
  remove(table: RecordTableName, id: string, seen: number | null): void;
};

export type JournalKind = { kind: 'do' } | { kind: 'undo' | 'redo'; target: string };

export type Writer = {
  /** Runs `work` as one batch: everything or nothing. Throws StaleWrite when a record moved on. */
  run<T>(act: Act, batchId: string, work: (batch: Batch) => T, kind?: JournalKind): T;
};

export function createWriter(sqlite: Sqlite): Writer {
  const statements = new Map<RecordTableName, TableStatements>();
  const of = (table: RecordTableName): TableStatements => {
    const known = statements.get(table) ?? prepareTable(sqlite, recordTables[table]);
    statements.set(table, known);
    return known;
  };
  const log = prepareLog(sqlite);

  return {
    run: (act, batchId, work, kind = { kind: 'do' }) =>
      sqlite.transaction(() => {
        log.batch(act, batchId, kind);
        return work(openBatch(batchId, of, (table, before, after) => log.entry(act, batchId, table, before, after)));
      })(),
  };
}

type Note = (table: RecordTableName, before: RecordRow | null, after: RecordRow | null) => void;

function openBatch(id: string, of: (table: RecordTableName) => TableStatements, note: Note): Batch {
  const current = (table: RecordTableName, rowId: string, seen: number | null): RecordRow => {
    const row = of(table).get(rowId);
    if (!row || (seen !== null && row.revision !== seen)) throw new StaleWrite(table, row);
    return row;
  };
  return {
    id,
    get: <T extends RecordTableName>(table: T, rowId: string) => of(table).get(rowId) as RowOf<T> | null,
    insert: <T extends RecordTableName>(table: T, fields: NewRowOf<T>) => {
      const row = recordTables[table].whole({ ...fields, revision: 1 });
      of(table).insert(row);
      note(table, null, row);
      return row as unknown as RowOf<T>;
    },
    update: <T extends RecordTableName>(table: T, rowId: string, seen: number | null, patch: object) => {
      const before = current(table, rowId, seen);
      const after: RecordRow = { ...before, ...patch, id: before.id, revision: before.revision + 1 };
      of(table).update(after);
      note(table, before, after);
      return after as unknown as RowOf<T>;
    },
    remove: (table, rowId, seen) => {
      const before = current(table, rowId, seen);
      of(table).remove(rowId);
      note(table, before, null);
    },
  };
}

type TableStatements = {
  get(id: string): RecordRow | null;
  insert(row: RecordRow): void;
  update(row: RecordRow): void;
  remove(id: string): void;
};

function prepareTable(sqlite: Sqlite, table: RecordTable): TableStatements {
  const { columns, name, searchText } = table;
  const names = columns.map((column) => column.name);
  const select = sqlite.prepare(`select ${names.join(', ')} from ${name} where id = ?`);
  const insert = sqlite.prepare(
    `insert into ${name} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`,
  );
  const update = sqlite.prepare(`update ${name} set ${names.map((column) => `${column} = ?`).join(', ')} where id = ?`);
  const remove = sqlite.prepare(`delete from ${name} where id = ?`);
  const find = sqlite.prepare(
    'insert into search_entry (kind, ref, folded) values (?, ?, ?) on conflict (ref) do update set folded = excluded.folded',
  );
  const forget = sqlite.prepare('delete from search_entry where ref = ?');
  const values = (row: RecordRow) => columns.map((column) => column.toDriver(row[column.key]));
  const index = (row: RecordRow) => {
    if (searchText) find.run(name, row.id, searchText(row));
  };
  return {
    get: (id) => {
      const raw = select.get(id) as Record<string, unknown> | undefined;
      if (!raw) return null;
      return Object.fromEntries(
        columns.map((column) => [column.key, column.fromDriver(raw[column.name])]),
      ) as RecordRow;
    },
    insert: (row) => {
      insert.run(...values(row));
      index(row);
    },
    update: (row) => {
      update.run(...values(row), row.id);
      index(row);
    },
    remove: (id) => {
      remove.run(id);
      if (searchText) forget.run(id);
    },
  };
}

function prepareLog(sqlite: Sqlite) {
  const addBatch = sqlite.prepare(
    'insert into batch (id, at, actor, action, label, undoable, kind, target) values (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const lastHash = sqlite.prepare('select hash from journal order by seq desc limit 1').pluck();
  const addEntry = sqlite.prepare(
    `insert into journal (batch_id, at, actor, action, table_name, row_id, revision, before, after, previous_hash, hash)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return {
    batch: (act: Act, id: string, kind: JournalKind) =>
      addBatch.run(
        id,
        act.at,
        act.actor,
        act.action,
        act.label,
        act.undoable ? 1 : 0,
        kind.kind,
        kind.kind === 'do' ? null : kind.target,
      ),
    entry: (act: Act, batchId: string, table: RecordTableName, before: RecordRow | null, after: RecordRow | null) => {
      const row = after ?? before;
      if (!row) throw new Error('a journal entry needs a record');
      const entry: JournalEntry = {
        batchId,
        at: act.at,
        actor: act.actor,
        action: act.action,
        table,
        rowId: row.id,
        revision: row.revision,
        before: before && JSON.stringify(before),
        after: after && JSON.stringify(after),
      };
      const previous = (lastHash.get() as string | undefined) ?? '';
      const { at, actor, action, rowId, revision } = entry;
      addEntry.run(
        batchId,
        at,
        actor,
        action,
        table,
        rowId,
        revision,
        entry.before,
        entry.after,
        previous,
        entryHash(previous, entry),
      );
    },
  };
}

export type JournalEntry = {
  batchId: string;
  at: number;
  actor: string;
  action: string;
  table: string;
  rowId: string;
  revision: number;
  before: string | null;
  after: string | null;
};

/** Hash of a journal entry over the entry before it; `db/check.ts` walks the chain with the same function. */
export function entryHash(previous: string, entry: JournalEntry): string {
  const { batchId, at, actor, action, table, rowId, revision, before, after } = entry;
  const text = JSON.stringify([previous, batchId, at, actor, action, table, rowId, revision, before, after]);
  return createHash('sha256').update(text).digest('hex');
}
