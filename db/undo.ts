/**
 * Ctrl+Z: takes back a person's last act as a whole, from the journal's own images. The undo is itself a batch in the journal, so that
 * nothing is ever erased from the history, and it can be redone.
 */
import { fail, ok, type Result } from '../shared/core/result.ts';
import { columnsOf, type RowWith, select, selectValue } from './rows.ts';
import * as schema from './schema/index.ts';
import { type Sqlite, sqliteCode } from './sqlite.ts';
import { type RecordRow, type RecordTableName, recordTables } from './tables.ts';
import type { Batch, Writer } from './write.ts';

export type UndoProblem = { code: 'khong-con-gi' } | { code: 'da-doi-tiep'; label: string };
export type Undone = { batchId: string; label: string };

type BatchRow = typeof schema.batch.$inferSelect;
const batches = columnsOf(schema.batch);

/** Takes back the actor's newest act that still stands. Refused when a record it touched was changed again afterwards. */
export function undoLast(
  sqlite: Sqlite,
  writer: Writer,
  actor: string,
  at: number,
  batchId: string,
): Result<Undone, UndoProblem> {
  const target = lastStanding(sqlite, actor);
  return target ? reverse(sqlite, writer, target, 'undo', actor, at, batchId) : fail({ code: 'khong-con-gi' });
}

/** Takes back one named act, e.g. the import that has just been made. */
export function undoBatch(
  sqlite: Sqlite,
  writer: Writer,
  id: string,
  actor: string,
  at: number,
  batchId: string,
): Result<Undone, UndoProblem> {
  const target = select(sqlite, batches, "from batch where id = ? and kind = 'do' and undoable = 1").get(id);
  if (!target || stateOf(sqlite, target.id) === 'undone') return fail({ code: 'khong-con-gi' });
  return reverse(sqlite, writer, target, 'undo', actor, at, batchId);
}

/** Redoes what was undone last, unless the actor has done something new since. */
export function redoLast(
  sqlite: Sqlite,
  writer: Writer,
  actor: string,
  at: number,
  batchId: string,
): Result<Undone, UndoProblem> {
  let undone: BatchRow | null = null;
  for (const row of select(sqlite, batches, 'from batch where actor = ? order by seq desc').each(actor)) {
    if (row.kind === 'do') break;
    if (row.kind !== 'undo' || row.target === null || stateOf(sqlite, row.target) !== 'undone') continue;
    undone = select(sqlite, batches, 'from batch where id = ?').get(row.target);
    break;
  }
  return undone ? reverse(sqlite, writer, undone, 'redo', actor, at, batchId) : fail({ code: 'khong-con-gi' });
}

/** Words of the act that Ctrl+Z would take back now; null when there is none. */
export const nextUndo = (sqlite: Sqlite, actor: string): string | null => lastStanding(sqlite, actor)?.label ?? null;

/** Acts that cannot be taken back (a report frozen, a bundle sent) are passed over: Ctrl+Z then means the act before them. */
function lastStanding(sqlite: Sqlite, actor: string): BatchRow | null {
  const rows = select(
    sqlite,
    batches,
    "from batch where actor = ? and kind = 'do' and undoable = 1 order by seq desc limit 200",
  ).all(actor);
  return rows.find((row) => stateOf(sqlite, row.id) === 'done') ?? null;
}

function stateOf(sqlite: Sqlite, id: string): 'done' | 'undone' {
  const last = selectValue(sqlite, schema.batch.kind, 'from batch where target = ? order by seq desc limit 1').get(id);
  return last === 'undo' ? 'undone' : 'done';
}

const { table, rowId, before, after } = schema.journal;
const imageFields = { table, rowId, before, after };
type Image = RowWith<typeof imageFields>;

const isRecordTable = (name: string): name is RecordTableName => name in recordTables;

function reverse(
  sqlite: Sqlite,
  writer: Writer,
  target: BatchRow,
  kind: 'undo' | 'redo',
  actor: string,
  at: number,
  batchId: string,
): Result<Undone, UndoProblem> {
  const images = select(sqlite, imageFields, 'from journal where batch_id = ? order by seq').all(target.id);
  const steps =
    kind === 'undo'
      ? images.reverse().map((image) => ({ ...image, before: image.after, after: image.before }))
      : images;
  const label = target.label;
  try {
    writer.run(
      { actor, at, action: kind, label, undoable: false },
      batchId,
      (batch) => {
        for (const step of steps) apply(batch, step);
      },
      {
        kind,
        target: target.id,
      },
    );
    return ok({ batchId, label });
  } catch (error) {
    // A reference that would break: something was hung on what this act made, for instance progress on a task it added.
    if (error instanceof MovedOn || sqliteCode(error) === 'SQLITE_CONSTRAINT_FOREIGNKEY')
      return fail({ code: 'da-doi-tiep', label });
    throw error;
  }
}

/** Inside a transaction only: leaving by this error rolls the half-done undo back. */
class MovedOn extends Error {}

function apply(batch: Batch, step: Image): void {
  const { table: name } = step;
  if (!isRecordTable(name)) throw new Error(`journal names an unknown table ${name}`);
  const now = batch.get(name, step.rowId) as RecordRow | null;
  const { whole } = recordTables[name];
  if (image(now) !== image(parse(step.before, whole))) throw new MovedOn();
  const wanted = parse(step.after, whole);
  if (!wanted) batch.remove(name, step.rowId, null);
  else if (now) batch.update(name, step.rowId, null, withoutRevision(wanted) as never);
  else batch.insert(name, withoutRevision(wanted) as never);
}

/** An image from before a schema step lacks the columns that came with it: they are filled as the step filled them in the rows. */
const parse = (text: string | null, whole: (fields: object) => RecordRow): RecordRow | null =>
  text === null ? null : whole(JSON.parse(text) as RecordRow);

function withoutRevision(row: RecordRow): Omit<RecordRow, 'revision'> {
  const { revision: _, ...rest } = row;
  return rest;
}

const image = (row: RecordRow | null): string => JSON.stringify(row && withoutRevision(row));
