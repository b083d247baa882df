/** The plan and its task table: area → component(s) → group → tasks. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { z } from 'zod';
import { storedAs } from '../../shared/core/stored.ts';
import { columnMeaning } from '../../shared/plan/read-plan.ts';
import { planOrigin as originOfPlan } from '../../shared/plan/turn-year.ts';
import { storedJson } from '../stored/json-column.ts';
import { bodyBlocks, signer, texts, wordsOfFile } from '../stored/shapes.ts';

export const plan = sqliteTable('plan', {
  id: text('id').primaryKey(),
  year: integer('year').notNull(),
  number: text('number').notNull(),
  date: text('date').notNull(),
  place: text('place').notNull(),
  issuer: text('issuer').notNull(),
  title: text('title').notNull(),
  basis: storedJson('plan.basis', texts).notNull(),
  /** Text before the first section that is no basis, and what closes the plan ("Trên đây là Kế hoạch …"). */
  preamble: storedJson('plan.preamble', texts).notNull(),
  closing: storedJson('plan.closing', texts).notNull(),
  recipients: storedJson('plan.recipients', texts).notNull(),
  signer: storedJson('plan.signer', signer).notNull(),
  sourceName: text('source_name').notNull(),
  sourceSha256: text('source_sha256'),
  createdAt: integer('created_at').notNull(),
  revision: integer('revision').notNull(),
  /** Title of the annex, line by line; empty: the program's own wording is printed. */
  annexTitle: storedJson('plan.annex_title', texts).notNull().default([]),
});

export const section = sqliteTable('section', {
  id: text('id').primaryKey(),
  planId: text('plan_id').notNull(),
  parentId: text('parent_id'),
  position: integer('position').notNull(),
  label: text('label').notNull(),
  heading: text('heading').notNull(),
  paragraphs: storedJson('section.paragraphs', bodyBlocks).notNull(),
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
  componentIds: storedJson('task_group.component_ids', texts).notNull(),
  results: storedJson('task_group.results', texts).notNull(),
  lead: text('lead').notNull(),
  executors: storedJson('task_group.executors', texts).notNull(),
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
  words: storedJson('file_words.words', wordsOfFile).notNull(),
  revision: integer('revision').notNull(),
});

/** Where a plan made from the year before comes from; `id` is the plan's own. */
export const planOrigin = sqliteTable('plan_origin', {
  id: text('id').primaryKey(),
  fromPlanId: text('from_plan_id').notNull(),
  content: storedJson('plan_origin.content', storedAs(originOfPlan)).notNull(),
  revision: integer('revision').notNull(),
});

/** What a person said the columns of a table mean; `id` is the digest of the table's captions, whatever their order. */
export const columnMapping = sqliteTable('column_mapping', {
  id: text('id').primaryKey(),
  captions: storedJson('column_mapping.captions', texts).notNull(),
  meanings: storedJson('column_mapping.meanings', storedAs(z.array(columnMeaning))).notNull(),
  revision: integer('revision').notNull(),
});
