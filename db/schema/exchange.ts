/** The ledger of everything that left and came in, and what the superior received. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const sentBundle = sqliteTable('sent_bundle', {
  id: text('id').primaryKey(),
  reportId: text('report_id').notNull(),
  sequence: integer('sequence').notNull(),
  fileName: text('file_name').notNull(),
  placeLabel: text('place_label').notNull(),
  bytes: integer('bytes').notNull(),
  sha256: text('sha256').notNull(),
  sentAt: integer('sent_at').notNull(),
  revision: integer('revision').notNull(),
});

/** A report received from a unit. `data` is the bundle's own data (manifest v1), kept whole, unknown fields included. */
export const receivedReport = sqliteTable('received_report', {
  id: text('id').primaryKey(),
  unitId: text('unit_id').notNull(),
  windowKey: text('window_key').notNull(),
  windowLabel: text('window_label').notNull(),
  sequence: integer('sequence').notNull(),
  digest: text('digest').notNull(),
  fingerprint: text('fingerprint').notNull(),
  fileName: text('file_name').notNull(),
  bytes: integer('bytes').notNull(),
  receivedAt: integer('received_at').notNull(),
  superseded: integer('superseded', { mode: 'boolean' }).notNull(),
  rowCount: integer('row_count').notNull(),
  answeredCount: integer('answered_count').notNull(),
  evidenceCount: integer('evidence_count').notNull(),
  data: text('data', { mode: 'json' }).$type<unknown>().notNull(),
  revision: integer('revision').notNull(),
});
