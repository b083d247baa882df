/** Who changed what, when, from what to what: append-only, each entry sealed to the one before by SHA-256. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One act of a person: what Ctrl+Z takes back as a whole. `kind` is do, undo or redo; `target` the act undone or redone. */
export const batch = sqliteTable('batch', {
  seq: integer('seq').primaryKey(),
  id: text('id').notNull(),
  at: integer('at').notNull(),
  actor: text('actor').notNull(),
  action: text('action').notNull(),
  label: text('label').notNull(),
  undoable: integer('undoable', { mode: 'boolean' }).notNull(),
  kind: text('kind').notNull(),
  target: text('target'),
});

export const journal = sqliteTable('journal', {
  seq: integer('seq').primaryKey(),
  batchId: text('batch_id').notNull(),
  at: integer('at').notNull(),
  actor: text('actor').notNull(),
  action: text('action').notNull(),
  table: text('table_name').notNull(),
  rowId: text('row_id').notNull(),
  revision: integer('revision').notNull(),
  before: text('before'),
  after: text('after'),
  previousHash: text('previous_hash').notNull(),
  hash: text('hash').notNull(),
});

/** Folded text of everything that can be found by typing; the full-text table follows it by triggers. */
export const searchEntry = sqliteTable('search_entry', {
  rowid: integer('rowid').primaryKey(),
  kind: text('kind').notNull(),
  ref: text('ref').notNull(),
  folded: text('folded').notNull(),
});
