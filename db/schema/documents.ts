/** What became of a document outside: issued and signed, taken out as Word; and what the review may leave unsaid. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * A report or plan as it was issued: number and date it got, and the signed file, byte for byte. `ownerKind` is `report` or `plan`,
 * `version` the report's frozen version (0 for a plan), `documentSha256` the Word file that was frozen then.
 */
export const issuedDocument = sqliteTable('issued_document', {
  id: text('id').primaryKey(),
  ownerKind: text('owner_kind').notNull(),
  ownerId: text('owner_id').notNull(),
  version: integer('version').notNull(),
  number: text('number').notNull(),
  date: text('date').notNull(),
  title: text('title').notNull(),
  documentSha256: text('document_sha256'),
  fileName: text('file_name').notNull(),
  mediaType: text('media_type').notNull(),
  sha256: text('sha256').notNull(),
  bytes: integer('bytes').notNull(),
  issuedAt: integer('issued_at').notNull(),
  revision: integer('revision').notNull(),
});

/**
 * Word files of a draft that went out, so that a file brought back tells its edits from what the program changed since.
 * `ownerKind` is `report` or `plan`. The id stands in the file itself as a document property.
 */
export const exportedWord = sqliteTable('exported_word', {
  id: text('id').primaryKey(),
  ownerId: text('owner_id').notNull(),
  sha256: text('sha256').notNull(),
  exportedAt: integer('exported_at').notNull(),
  revision: integer('revision').notNull(),
  ownerKind: text('owner_kind').notNull().default('report'),
});

/** A rule of the review that a person put to silence for one plan, with the reason. */
export const silencedRule = sqliteTable('silenced_rule', {
  id: text('id').primaryKey(),
  planId: text('plan_id').notNull(),
  rule: text('rule').notNull(),
  reason: text('reason').notNull(),
  at: integer('at').notNull(),
  revision: integer('revision').notNull(),
});

/**
 * A rule of layout that a person put to silence, with the reason. `ownerKind` is `plan`, `report` or `file`; for foreign Word files
 * `ownerId` is the abbreviation of their type ("KH", "CV" …), because nothing else of them is kept.
 */
export const silencedLayout = sqliteTable('silenced_layout', {
  id: text('id').primaryKey(),
  ownerKind: text('owner_kind').notNull(),
  ownerId: text('owner_id').notNull(),
  rule: text('rule').notNull(),
  reason: text('reason').notNull(),
  at: integer('at').notNull(),
  revision: integer('revision').notNull(),
});
