/** Time as the office keeps it: regimes, working years, events, answers; figures of targets; hand-overs from one person to the next. */
import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { z } from 'zod';
import { completedBy, storedAs } from '../../shared/core/stored.ts';
import { handoverContent } from '../../shared/office/handover.ts';
import { regime } from '../../shared/period/regime.ts';
import { schedule } from '../../shared/schedule/schedule.ts';
import { chosenTarget } from '../../shared/target/group-targets.ts';
import { type ProofKind, proofKind } from '../../shared/target/target.ts';
import { storedJson } from '../stored/json-column.ts';
import { texts } from '../stored/shapes.ts';

/** A regime entered here (`nhap`) or brought by the superior's bundle (`cap-tren`, then `issuerUnitId` says whose). */
export const reportingRegime = sqliteTable('reporting_regime', {
  id: text('id').primaryKey(),
  data: storedJson('reporting_regime.data', storedAs(regime)).notNull(),
  origin: text('origin').$type<'nhap' | 'cap-tren'>().notNull(),
  issuerUnitId: text('issuer_unit_id'),
  revision: integer('revision').notNull(),
});

/** A year's days off and worked weekend days (`MM-DD`) as the office corrected them; takes the place of the year the program brings. */
export const workingYear = sqliteTable('working_year', {
  id: text('id').primaryKey(),
  year: integer('year').notNull(),
  off: storedJson('working_year.off', texts).notNull(),
  worked: storedJson('working_year.worked', texts).notNull(),
  confirmed: integer('confirmed', { mode: 'boolean' }).notNull(),
  source: text('source').notNull(),
  revision: integer('revision').notNull(),
});

/** An event that rows wait for ("có quyết định phê duyệt"), recorded with its day. `eventKey` is how its words compare. */
export const officeEvent = sqliteTable('office_event', {
  id: text('id').primaryKey(),
  words: text('words').notNull(),
  eventKey: text('event_key').notNull(),
  date: text('date').notNull(),
  lastDay: text('last_day'),
  knownOn: text('known_on'),
  note: text('note').notNull(),
  revision: integer('revision').notNull(),
});

/** What a person said the words of a time mean in a plan; answered once for every row with these words. */
export const scheduleAnswer = sqliteTable('schedule_answer', {
  id: text('id').primaryKey(),
  planId: text('plan_id').notNull(),
  words: text('words').notNull(),
  schedule: storedJson('schedule_answer.schedule', storedAs(schedule)).notNull(),
  revision: integer('revision').notNull(),
});

/** What a person corrected of the targets and kinds of proof read from a result's words; null leaves the reading as it is. */
export const targetChoice = sqliteTable('target_choice', {
  id: text('id').primaryKey(),
  groupId: text('group_id').notNull(),
  words: text('words').notNull(),
  targets: storedJson('target_choice.targets', storedAs(z.array(chosenTarget))),
  proofs: storedJson('target_choice.proofs', storedAs(z.array(proofKind))),
  revision: integer('revision').notNull(),
});

/** The figures of one target in one window. `targetKey` names the target among the results of its group. */
export const measurement = sqliteTable('measurement', {
  id: text('id').primaryKey(),
  groupId: text('group_id').notNull(),
  targetKey: text('target_key').notNull(),
  windowId: text('window_id').notNull(),
  numerator: real('numerator'),
  denominator: real('denominator'),
  note: text('note').notNull(),
  personId: text('person_id'),
  updatedAt: integer('updated_at').notNull(),
  revision: integer('revision').notNull(),
  lateReason: text('late_reason').notNull().default(''),
});

/** Why a proof that a result asks for could not be had in a window. `words` is the result's name (shared/target `resultName`). */
export const proofReason = sqliteTable('proof_reason', {
  id: text('id').primaryKey(),
  groupId: text('group_id').notNull(),
  words: text('words').notNull(),
  proofKind: text('proof_kind').$type<ProofKind>().notNull(),
  windowId: text('window_id').notNull(),
  reason: text('reason').notNull(),
  revision: integer('revision').notNull(),
});

/** Posts that went from one person to another on a day, with what was open then, as the minute prints it. */
export const handover = sqliteTable('handover', {
  id: text('id').primaryKey(),
  fromPersonId: text('from_person_id').notNull(),
  toPersonId: text('to_person_id').notNull(),
  date: text('date').notNull(),
  postIds: storedJson('handover.post_ids', texts).notNull(),
  content: storedJson('handover.content', completedBy(handoverContent)).notNull(),
  note: text('note').notNull(),
  madeAt: integer('made_at').notNull(),
  revision: integer('revision').notNull(),
});
