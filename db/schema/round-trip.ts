/** The way back and down: trust in other units' keys, answers row by row, verdicts, the superior's plan and its coverage. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { BundleKind } from '../../shared/bundle/kind-names.ts';
import { planBundle } from '../../shared/bundle/plan-v1.ts';
import { unitCard } from '../../shared/bundle/unit-card.ts';
import { verdictBundle } from '../../shared/bundle/verdict-v1.ts';
import { storedJson } from '../stored/json-column.ts';
import { bundle, leftData, leftHead } from '../stored/shapes.ts';

/**
 * A key a unit signed with. `moi`: seen, nobody has compared it; `tin`: compared and believed; `da-thay`: another key took its
 * place (`replacedBy`); `tu-choi`: a person said no.
 */
export const unitKey = sqliteTable('unit_key', {
  id: text('id').primaryKey(),
  unitId: text('unit_id').notNull(),
  installationId: text('installation_id').notNull(),
  fingerprint: text('fingerprint').notNull(),
  card: storedJson('unit_key.card', bundle(unitCard)).notNull(),
  standing: text('standing').$type<'moi' | 'tin' | 'da-thay' | 'tu-choi'>().notNull(),
  firstSeenAt: integer('first_seen_at').notNull(),
  decidedAt: integer('decided_at'),
  replacedBy: text('replaced_by'),
  revision: integer('revision').notNull(),
});

/** Bundles that left and are no report: verdicts back, plans down, recalls. `subjectId`: received report, plan, or sent bundle. */
export const outgoing = sqliteTable('outgoing', {
  id: text('id').primaryKey(),
  kind: text('kind').$type<Exclude<BundleKind, 'report'>>().notNull(),
  subjectId: text('subject_id').notNull(),
  unitId: text('unit_id'),
  head: storedJson('outgoing.head', leftHead).notNull(),
  /** By kind: a recall or a verdict as it went, of a plan what tells it again (`queries/sent.ts`). */
  data: storedJson('outgoing.data', leftData).notNull(),
  sequence: integer('sequence').notNull(),
  fileName: text('file_name').notNull(),
  placeLabel: text('place_label').notNull(),
  bytes: integer('bytes').notNull(),
  digest: text('digest').notNull(),
  sentAt: integer('sent_at').notNull(),
  revision: integer('revision').notNull(),
});

/** The superior's word on one row of a received report; `revisionSeen` says which words of the commune it answers. */
export const rowAnswer = sqliteTable('row_answer', {
  id: text('id').primaryKey(),
  receivedId: text('received_id').notNull(),
  taskId: text('task_id').notNull(),
  verdict: text('verdict').$type<'chap-nhan' | 'tra-lai' | 'gop-y'>().notNull(),
  words: text('words').notNull(),
  revisionSeen: integer('revision_seen').notNull(),
  personId: text('person_id'),
  answeredAt: integer('answered_at').notNull(),
  revision: integer('revision').notNull(),
});

/** The superior's word on a received report as a whole. */
export const wholeAnswer = sqliteTable('whole_answer', {
  id: text('id').primaryKey(),
  receivedId: text('received_id').notNull(),
  verdict: text('verdict').$type<'chap-nhan' | 'tra-lai'>().notNull(),
  words: text('words').notNull(),
  /** The day by which a returned report is expected again. */
  resubmitBy: text('resubmit_by'),
  personId: text('person_id'),
  answeredAt: integer('answered_at').notNull(),
  revision: integer('revision').notNull(),
});

/** A verdict that came back from the superior, kept whole; the newest of a report's version is the one that counts. */
export const receivedVerdict = sqliteTable('received_verdict', {
  id: text('id').primaryKey(),
  reportId: text('report_id').notNull(),
  reportVersion: integer('report_version').notNull(),
  unitId: text('unit_id').notNull(),
  bundleId: text('bundle_id').notNull(),
  sequence: integer('sequence').notNull(),
  digest: text('digest').notNull(),
  fingerprint: text('fingerprint').notNull(),
  verdict: text('verdict').notNull(),
  data: storedJson('received_verdict.data', bundle(verdictBundle)).notNull(),
  receivedAt: integer('received_at').notNull(),
  superseded: integer('superseded', { mode: 'boolean' }).notNull(),
  revision: integer('revision').notNull(),
});

/** A plan the superior issued downward, kept whole. `planId` is its id at the superior. */
export const superiorPlan = sqliteTable('superior_plan', {
  id: text('id').primaryKey(),
  unitId: text('unit_id').notNull(),
  planId: text('plan_id').notNull(),
  year: integer('year').notNull(),
  number: text('number').notNull(),
  title: text('title').notNull(),
  bundleId: text('bundle_id').notNull(),
  sequence: integer('sequence').notNull(),
  digest: text('digest').notNull(),
  fingerprint: text('fingerprint').notNull(),
  data: storedJson('superior_plan.data', bundle(planBundle)).notNull(),
  receivedAt: integer('received_at').notNull(),
  superseded: integer('superseded', { mode: 'boolean' }).notNull(),
  revision: integer('revision').notNull(),
});

/**
 * Which task of ours answers a task of the superior's plan. `taskId` null: none does; with a `reason` where it does not concern this unit.
 * Neither id is a reference: links outlive a task taken out, and a version of the superior's plan.
 */
export const coverage = sqliteTable('coverage', {
  id: text('id').primaryKey(),
  planId: text('plan_id').notNull(),
  superiorTaskId: text('superior_task_id').notNull(),
  taskId: text('task_id'),
  reason: text('reason').notNull(),
  revision: integer('revision').notNull(),
});

/** Two different bundles with one sequence number of one installation: an old backup was restored there, or a PC was cloned. */
export const forkedInstallation = sqliteTable('forked_installation', {
  id: text('id').primaryKey(),
  installationId: text('installation_id').notNull(),
  unitId: text('unit_id').notNull(),
  sequence: integer('sequence').notNull(),
  digest: text('digest').notNull(),
  otherDigest: text('other_digest').notNull(),
  seenAt: integer('seen_at').notNull(),
  revision: integer('revision').notNull(),
});
