/** The ledger of everything that left and came in, and what the superior received. */

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { reportBundle } from '../../shared/bundle/manifest-v1.ts';
import { storedAs } from '../../shared/core/stored.ts';
import { storedJson } from '../stored/json-column.ts';
import { bundle, texts } from '../stored/shapes.ts';

export const sentBundle = sqliteTable('sent_bundle', {
  id: text('id').primaryKey(),
  reportId: text('report_id').notNull(),
  /** Frozen version of the report; sending the same version again sends the same content. */
  reportVersion: integer('report_version').notNull(),
  purpose: text('purpose').notNull(),
  /** What the bundle says of itself (manifest v1, `bundle`), so that the same content can be written again. */
  head: storedJson('sent_bundle.head', storedAs(reportBundle.shape.bundle)).notNull(),
  sequence: integer('sequence').notNull(),
  fileName: text('file_name').notNull(),
  placeLabel: text('place_label').notNull(),
  bytes: integer('bytes').notNull(),
  /** Identity of the content, however it is packed (bundle SPEC BN24). */
  digest: text('digest').notNull(),
  sentAt: integer('sent_at').notNull(),
  revision: integer('revision').notNull(),
  /** Fingerprint of the key it was encrypted to, `mat-khau` for a password, null for an open bundle. */
  encryptedTo: text('encrypted_to'),
  parts: integer('parts').notNull().default(1),
  /** Ids of the proof whose files travelled; null where the frozen report's own choice was taken. */
  carried: storedJson('sent_bundle.carried', texts),
  /** The receipt code that was read over the telephone and typed in, once it was right. */
  receipt: text('receipt'),
  receiptAt: integer('receipt_at'),
});

/** A report received from a unit. `data` is the bundle's own data (manifest v1), kept whole, unknown fields included. */
export const receivedReport = sqliteTable('received_report', {
  id: text('id').primaryKey(),
  unitId: text('unit_id').notNull(),
  windowKey: text('window_key').notNull(),
  windowLabel: text('window_label').notNull(),
  sequence: integer('sequence').notNull(),
  bundleId: text('bundle_id').notNull(),
  digest: text('digest').notNull(),
  fingerprint: text('fingerprint').notNull(),
  fileName: text('file_name').notNull(),
  bytes: integer('bytes').notNull(),
  receivedAt: integer('received_at').notNull(),
  superseded: integer('superseded', { mode: 'boolean' }).notNull(),
  rowCount: integer('row_count').notNull(),
  answeredCount: integer('answered_count').notNull(),
  evidenceCount: integer('evidence_count').notNull(),
  data: storedJson('received_report.data', bundle(reportBundle)).notNull(),
  revision: integer('revision').notNull(),
  /** `da-nhan`, `tra-lai`, `chap-nhan` or `thu-hoi` (recalled by its sender). */
  state: text('state').$type<'da-nhan' | 'tra-lai' | 'chap-nhan' | 'thu-hoi'>().notNull().default('da-nhan'),
  recalledAt: integer('recalled_at'),
  /** Content digest of the sender's bundle before this one, and the installation it came from: they show gaps and forks. */
  previous: text('previous'),
  installationId: text('installation_id'),
});

/** A recall that came in. It is remembered even when the report it names is not here (yet). */
export const receivedRecall = sqliteTable('received_recall', {
  id: text('id').primaryKey(),
  unitId: text('unit_id').notNull(),
  bundleId: text('bundle_id').notNull(),
  /** Id of the bundle withdrawn. */
  replaces: text('replaces').notNull(),
  installationId: text('installation_id').notNull(),
  sequence: integer('sequence').notNull(),
  previous: text('previous'),
  digest: text('digest').notNull(),
  fingerprint: text('fingerprint').notNull(),
  windowLabel: text('window_label').notNull(),
  title: text('title').notNull(),
  reason: text('reason').notNull(),
  receivedAt: integer('received_at').notNull(),
  revision: integer('revision').notNull(),
});
