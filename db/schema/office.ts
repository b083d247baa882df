/** The office itself and its people. Units, posts and holdings have validity periods because names, staff and tiers change. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { UnitKind } from '../../shared/office/unit.ts';
import { storedJson } from '../stored/json-column.ts';
import { texts } from '../stored/shapes.ts';

export const unit = sqliteTable('unit', {
  id: text('id').primaryKey(),
  kind: text('kind').$type<UnitKind>().notNull(),
  name: text('name').notNull(),
  superiorId: text('superior_id'),
  validFrom: text('valid_from'),
  validTo: text('valid_to'),
  revision: integer('revision').notNull(),
});

/** One row, id `own`: what the office prints about itself. */
export const office = sqliteTable('office', {
  id: text('id').primaryKey(),
  unitId: text('unit_id').notNull(),
  place: text('place').notNull(),
  chairTitle: text('chair_title').notNull(),
  chairName: text('chair_name').notNull(),
  practice: integer('practice', { mode: 'boolean' }).notNull(),
  revision: integer('revision').notNull(),
});

/** A post (bộ phận, chức danh); `aliases` are the wordings under which plans name it. */
export const post = sqliteTable('post', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  aliases: storedJson('post.aliases', texts).notNull(),
  position: integer('position').notNull(),
  archived: integer('archived', { mode: 'boolean' }).notNull(),
  revision: integer('revision').notNull(),
});

export const person = sqliteTable('person', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  archived: integer('archived', { mode: 'boolean' }).notNull(),
  revision: integer('revision').notNull(),
});

/** A person holds a post for a time; an open end is null. Tasks stay with the post when staff change. */
export const holding = sqliteTable('holding', {
  id: text('id').primaryKey(),
  personId: text('person_id').notNull(),
  postId: text('post_id').notNull(),
  fromDate: text('from_date').notNull(),
  toDate: text('to_date'),
  revision: integer('revision').notNull(),
});

/**
 * A reporting window (kỳ báo cáo): what period its data cover, and when it is due. `key` is e.g. `2024-Q1`. Due dates are as printed;
 * `…Strict` means "trước ngày". `cumulative`: shorter windows begin with it and are counted again. `lockedAt`: from then on an entry
 * needs a reason. `regimeId` null: Nghị định 09/2019.
 */
export const reportingWindow = sqliteTable('reporting_window', {
  id: text('id').primaryKey(),
  year: integer('year').notNull(),
  key: text('key').notNull(),
  kind: text('kind').notNull(),
  label: text('label').notNull(),
  fromDate: text('from_date').notNull(),
  toDate: text('to_date').notNull(),
  dueDate: text('due_date'),
  source: text('source').notNull(),
  revision: integer('revision').notNull(),
  regimeId: text('regime_id'),
  dueStrict: integer('due_strict', { mode: 'boolean' }).notNull().default(false),
  superiorDueDate: text('superior_due_date'),
  superiorDueStrict: integer('superior_due_strict', { mode: 'boolean' }).notNull().default(false),
  cumulative: integer('cumulative', { mode: 'boolean' }).notNull().default(false),
  lockedAt: integer('locked_at'),
});
