/** Activities (tuyên truyền, kiểm tra, đối thoại …): recorded once, counted in every report whose days hold them. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { storedJson } from '../stored/json-column.ts';
import { fieldsByName } from '../stored/shapes.ts';

/** `details` hold the fields of the kind (shared/activity). A stretch of days (công khai từ … đến …) has `toDate`. */
export const activity = sqliteTable('activity', {
  id: text('id').primaryKey(),
  kind: text('kind').notNull(),
  date: text('date').notNull(),
  toDate: text('to_date'),
  title: text('title').notNull(),
  details: storedJson('activity.details', fieldsByName).notNull(),
  /** Names of people: stays out of bundles, and only its kind and day go into a report's annex. */
  sensitive: integer('sensitive', { mode: 'boolean' }).notNull(),
  personId: text('person_id'),
  addedAt: integer('added_at').notNull(),
  revision: integer('revision').notNull(),
});

/** An activity serves any number of tasks. */
export const activityTask = sqliteTable('activity_task', {
  id: text('id').primaryKey(),
  activityId: text('activity_id').notNull(),
  taskId: text('task_id').notNull(),
  revision: integer('revision').notNull(),
});

export const activityEvidence = sqliteTable('activity_evidence', {
  id: text('id').primaryKey(),
  activityId: text('activity_id').notNull(),
  evidenceId: text('evidence_id').notNull(),
  revision: integer('revision').notNull(),
});

/**
 * Words inside a stored file, for finding it. Not a record of a person: it follows from the bytes, is never journaled, and can be
 * made again at any time. `state`: `doc-duoc`, `khong-co-chu` (a scan), `khong-doc-duoc`.
 */
export const fileText = sqliteTable('file_text', {
  sha256: text('sha256').primaryKey(),
  state: text('state').$type<'doc-duoc' | 'khong-co-chu' | 'khong-doc-duoc'>().notNull(),
  text: text('text').notNull(),
  readAt: integer('read_at').notNull(),
});
