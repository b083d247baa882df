/**
 * DB9, DB10 over schema steps: an act that an earlier program journaled, with images that lack the columns which came later, is taken back
 * and brought back by today's program. The defaults the writer fills in must be those the steps filled in.
 */
import { expect, it } from 'vitest';
import type { Sqlite } from '../../../db/sqlite.ts';
import { recordTables } from '../../../db/tables.ts';
import { redoLast, undoBatch } from '../../../db/undo.ts';
import { createWriter, entryHash, type JournalEntry } from '../../../db/write.ts';
import { examined, heldAt, newestVersion, officeOf, type Row, within } from '../../support/migration-steps.ts';
import { cases, casesUpTo } from './cases.ts';

/** Every record table that got columns after the step that made it, with a field that a person's act had changed. */
const changed = [
  { table: 'evidence', field: 'title', was: 'Biên bản cũ' },
  { table: 'evidenceLink', field: 'windowId', was: 'w2' },
  { table: 'measurement', field: 'note', was: '' },
  { table: 'plan', field: 'title', was: 'Tên cũ' },
  { table: 'progress', field: 'doneText', was: 'Chưa làm' },
  { table: 'receivedReport', field: 'windowLabel', was: 'Quý một' },
  { table: 'report', field: 'title', was: 'Báo cáo cũ' },
  { table: 'reportingWindow', field: 'label', was: 'Quý một' },
  { table: 'sentBundle', field: 'placeLabel', was: 'Ổ D:' },
] as const;

/** Word files that went out are remembered by acts that nobody can take back, so that a renamed column of theirs does no harm. */
const neverUndone = ['exportedWord'];

/** The step whose program first wrote in a table. */
const madeBy = (name: string): number =>
  cases.find(({ rows }) => new RegExp(`insert into ${name}\\b`).test(rows))?.version ?? Number.NaN;

it('the list names every table that grew', () => {
  const counted = Object.fromEntries(Object.keys(recordTables).map((key) => [key, new Set<number>()]));
  officeOf(cases, (sqlite) => {
    for (const [key, { name }] of Object.entries(recordTables)) {
      const columns = (sqlite.pragma(`table_info(${name})`) as unknown[]).length;
      if (columns > 0) counted[key]?.add(columns);
    }
  });
  const grown = Object.keys(recordTables).filter((key) => (counted[key]?.size ?? 0) > 1);
  expect(grown.sort()).toEqual([...changed.map(({ table }) => table), ...neverUndone].sort());
});

it.for(changed)('an old act on $table is undone and redone', ({ table, field, was }) => {
  const { name, columns } = recordTables[table];
  const column = columns.find(({ key }) => key === field)?.name ?? '';
  const made = madeBy(name);
  const folder = officeOf(casesUpTo(made));
  within(folder, made, (sqlite) => journalChange(sqlite, table, field, was));

  const rows = heldAt(folder, newestVersion)[name] ?? [];
  const [first] = rows;
  const revision = Number(first?.revision);
  within(folder, newestVersion, (sqlite) => {
    const writer = createWriter(sqlite);
    const read = () => sqlite.prepare(`select * from ${name} order by rowid`).all() as Row[];
    expect(undoBatch(sqlite, writer, 'old', 'ng', 5, 'undone')).toMatchObject({ ok: true, value: { label: 'Sửa' } });
    expect(read()).toEqual([{ ...first, [column]: was, revision: revision + 1 }, ...rows.slice(1)]);
    expect(redoLast(sqlite, writer, 'ng', 6, 'redone')).toMatchObject({ ok: true });
    expect(read()).toEqual([{ ...first, revision: revision + 2 }, ...rows.slice(1)]);
  });
  expect(examined(folder)).toMatchObject({ ok: true });
});

/** Writes what the program of that time journaled when a person changed the first row of a table: images of the columns there were. */
function journalChange(sqlite: Sqlite, table: keyof typeof recordTables, field: string, was: string): void {
  const { name, columns } = recordTables[table];
  const row = sqlite.prepare(`select * from ${name} order by rowid`).get() as Row;
  const known = columns.filter((column) => column.name in row);
  const after = Object.fromEntries(known.map((column) => [column.key, column.fromDriver(row[column.name])]));
  const before = { ...after, [field]: was, revision: Number(row.revision) - 1 };
  const previous = sqlite.prepare('select hash from journal order by seq desc limit 1').pluck().get() as string;
  const entry: JournalEntry = {
    batchId: 'old',
    at: 4,
    actor: 'ng',
    action: 'change',
    table,
    rowId: String(row.id),
    revision: Number(row.revision),
    before: JSON.stringify(before),
    after: JSON.stringify(after),
  };
  sqlite
    .prepare(
      `insert into batch (id, at, actor, action, label, undoable, kind) values ('old', 4, 'ng', 'change', 'Sửa', 1, 'do')`,
    )
    .run();
  sqlite
    .prepare(
      `insert into journal (batch_id, at, actor, action, table_name, row_id, revision, before, after, previous_hash, hash)
       values (:batchId, :at, :actor, :action, :table, :rowId, :revision, :before, :after, :previous, :hash)`,
    )
    .run({ ...entry, previous, hash: entryHash(previous, entry) });
}
