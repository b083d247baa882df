/** The plan and its task table: area → component(s) → group → tasks. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { BodyBlock } from '../../shared/body/body-blocks.ts';
import type { ColumnMeaning } from '../../shared/plan/read-plan.ts';
import type { FileWords } from '../../shared/plan/stored-table.ts';
import type { PlanOrigin } from '../../shared/plan/turn-year.ts';

export const plan = sqliteTable('plan', {
  id: text('id').primaryKey(),
  year: integer('year').notNull(),
  number: text('number').notNull(),
  date: text('date').notNull(),
  place: text('place').notNull(),
  issuer: text('issuer').notNull(),
  title: text('title').notNull(),
  basis: text('basis', { mode: 'json' }).$type<string[]>().notNull(),
  /** Text before the first section that is no basis, and what closes the plan ("Trên đây là Kế hoạch …"). */
  preamble: text('preamble', { mode: 'json' }).$type<string[]>().notNull(),
  closing: text('closing', { mode: 'json' }).$type<string[]>().notNull(),
  recipients: text('recipients', { mode: 'json' }).$type<string[]>().notNull(),
  signer: text('signer', { mode: 'json' }).$type<{ authority: string; title: string; name: string }>().notNull(),
  sourceName: text('source_name').notNull(),
  sourceSha256: text('source_sha256'),
  createdAt: integer('created_at').notNull(),
  revision: integer('revision').notNull(),
  /** Title of the annex, line by line; empty: the program's own wording is printed. */
  annexTitle: text('annex_title', { mode: 'json' }).$type<string[]>().notNull().default([]),
});

export const section = sqliteTable('section', {
  id: text('id').primaryKey(),
  planId: text('plan_id').notNull(),
  parentId: text('parent_id'),
  position: integer('position').notNull(),
  label: text('label').notNull(),
  heading: text('heading').notNull(),
  paragraphs: text('paragraphs', { mode: 'json' }).$type<BodyBlock[]>().notNull(),
  revision: integer('revision').notNull(),
});

export const area = sqliteTable('area', {
  id: text('id').primaryKey(),
  planId: text('plan_id').notNull(),
  position: integer('position').notNull(),
  no: text('no').notNull(),
  name: text('name').notNull(),
  revision: integer('revision').notNull(),
});

export const component = sqliteTable('component', {
  id: text('id').primaryKey(),
  planId: text('plan_id').notNull(),
  areaId: text('area_id').notNull(),
  position: integer('position').notNull(),
  name: text('name').notNull(),
  revision: integer('revision').notNull(),
});

/** One set of results, lead, executors and time for one or several tasks; components share a group where the plan merges their cells. */
export const taskGroup = sqliteTable('task_group', {
  id: text('id').primaryKey(),
  planId: text('plan_id').notNull(),
  areaId: text('area_id').notNull(),
  position: integer('position').notNull(),
  componentIds: text('component_ids', { mode: 'json' }).$type<string[]>().notNull(),
  results: text('results', { mode: 'json' }).$type<string[]>().notNull(),
  lead: text('lead').notNull(),
  executors: text('executors', { mode: 'json' }).$type<string[]>().notNull(),
  time: text('time').notNull(),
  note: text('note').notNull(),
  revision: integer('revision').notNull(),
});

/** A task may override what its group says: null means "as the group". */
export const task = sqliteTable('task', {
  id: text('id').primaryKey(),
  planId: text('plan_id').notNull(),
  groupId: text('group_id').notNull(),
  position: integer('position').notNull(),
  text: text('text').notNull(),
  lead: text('lead'),
  time: text('time'),
  assigneeId: text('assignee_id'),
  revision: integer('revision').notNull(),
});

/**
 * What a file said of a record when a plan was last updated from it, by the record's id (the plan's own id for its head). Only
 * where that differs from what the record was first kept with, which the journal has; see `queries/stored-plan.ts`.
 */
export const fileWords = sqliteTable('file_words', {
  id: text('id').primaryKey(),
  words: text('words', { mode: 'json' }).$type<FileWords>().notNull(),
  revision: integer('revision').notNull(),
});

/** Where a plan made from the year before comes from; `id` is the plan's own. */
export const planOrigin = sqliteTable('plan_origin', {
  id: text('id').primaryKey(),
  fromPlanId: text('from_plan_id').notNull(),
  content: text('content', { mode: 'json' }).$type<PlanOrigin>().notNull(),
  revision: integer('revision').notNull(),
});

/** What a person said the columns of a table mean; `id` is the digest of the table's captions, whatever their order. */
export const columnMapping = sqliteTable('column_mapping', {
  id: text('id').primaryKey(),
  captions: text('captions', { mode: 'json' }).$type<string[]>().notNull(),
  meanings: text('meanings', { mode: 'json' }).$type<ColumnMeaning[]>().notNull(),
  revision: integer('revision').notNull(),
});
