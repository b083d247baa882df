/** What was done, what proves it, and what was reported. */

import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ProgressState } from '../../shared/report/facts.ts';
import { readFrozenReport } from '../../shared/report/frozen-report.ts';
import type { ReportTemplate } from '../../shared/report/templates.ts';
import type { ProofKind } from '../../shared/target/target.ts';
import { storedJson } from '../stored/json-column.ts';
import { savedSections, signer, texts } from '../stored/shapes.ts';

/** One entry per task and reporting window. */
export const progress = sqliteTable('progress', {
  id: text('id').primaryKey(),
  taskId: text('task_id').notNull(),
  windowId: text('window_id').notNull(),
  state: text('state').$type<ProgressState>().notNull(),
  doneText: text('done_text').notNull(),
  numerator: real('numerator'),
  denominator: real('denominator'),
  measure: text('measure').notNull(),
  obstacle: text('obstacle').notNull(),
  proposal: text('proposal').notNull(),
  personId: text('person_id'),
  updatedAt: integer('updated_at').notNull(),
  revision: integer('revision').notNull(),
  /** Why it was written after the window was locked; "" for an entry in time. */
  lateReason: text('late_reason').notNull().default(''),
});

/** A proof: a file (bytes stored once by SHA-256), a link, or a reference to an official document. */
export const evidence = sqliteTable('evidence', {
  id: text('id').primaryKey(),
  kind: text('kind').$type<'file' | 'link' | 'document'>().notNull(),
  title: text('title').notNull(),
  fileName: text('file_name'),
  mediaType: text('media_type'),
  sha256: text('sha256'),
  bytes: integer('bytes'),
  url: text('url'),
  number: text('number'),
  date: text('date'),
  excerpt: text('excerpt'),
  sensitive: integer('sensitive', { mode: 'boolean' }).notNull(),
  addedAt: integer('added_at').notNull(),
  revision: integer('revision').notNull(),
  /** What kind of proof it is (shared/target `proofNames`); null while nobody said. */
  proofKind: text('proof_kind').$type<ProofKind>(),
  /** Who issued the document. */
  issuer: text('issuer'),
  /** The day a link was looked at, and the proof that is the picture of it. */
  seenOn: text('seen_on'),
  screenshotId: text('screenshot_id'),
  /** Why a sensitive proof goes into bundles all the same; null keeps it here. */
  bundleReason: text('bundle_reason'),
});

/** One proof serves many tasks; taking a link away never removes the proof. */
export const evidenceLink = sqliteTable('evidence_link', {
  id: text('id').primaryKey(),
  evidenceId: text('evidence_id').notNull(),
  taskId: text('task_id').notNull(),
  windowId: text('window_id').notNull(),
  revision: integer('revision').notNull(),
  /** Why it was brought after the window was locked; null for one in time. */
  lateReason: text('late_reason'),
});

/** Sections keep what a person typed; `frozenDocument` is the whole report as frozen, `docxSha256` its Word file in the evidence store. */
export const report = sqliteTable('report', {
  id: text('id').primaryKey(),
  planId: text('plan_id').notNull(),
  windowId: text('window_id').notNull(),
  status: text('status').$type<'draft' | 'frozen'>().notNull(),
  number: text('number').notNull(),
  date: text('date').notNull(),
  title: text('title').notNull(),
  /** Counts how often the report was frozen. */
  version: integer('version').notNull(),
  sections: storedJson('report.sections', savedSections).notNull(),
  frozen: storedJson('report.frozen', readFrozenReport),
  docxSha256: text('docx_sha256'),
  frozenAt: integer('frozen_at'),
  revision: integer('revision').notNull(),
  /** Null follows the office. */
  recipients: storedJson('report.recipients', texts),
  signer: storedJson('report.signer', signer),
  /** Null follows the window. */
  template: text('template').$type<ReportTemplate>(),
});
