/** Reading what persons decided about results, the figures of targets, and reasons for proof that is not there. */
import type { ProofKind } from '../../shared/target/target.ts';
import type { Database } from '../open.ts';
import { columnsOf, type RowWith, select, selectDistinct, selectValue } from '../rows.ts';
import * as schema from '../schema/index.ts';
import type { RowOf } from '../tables.ts';

/** A plan's rows, or those of one of its groups. */
export type GroupsAsked = { readonly planId: string; readonly groupId: string | null };

const inPlan = (column: string) =>
  `${column} in (select id from task_group where plan_id = @planId and (@groupId is null or id = @groupId))`;

const { id, groupId, words, targets, proofs, revision } = schema.targetChoice;
const choice = { id, groupId, words, targets, proofs, revision };

export type ChoiceRow = RowWith<typeof choice>;

export const readChoices = ({ sqlite }: Database, asked: GroupsAsked): ChoiceRow[] =>
  select(sqlite, choice, `from target_choice where ${inPlan('group_id')}`).all(asked);

/** What was decided about the same words anywhere: `words` is the result's name. */
export const choicesOfWords = ({ sqlite }: Database, name: string): ChoiceRow[] =>
  select(sqlite, choice, 'from target_choice where words = ?').all(name);

export const choiceIdOf = ({ sqlite }: Database, group: string, name: string): string | null =>
  selectValue(sqlite, id, 'from target_choice where group_id = ? and words = ?').get(group, name);

export type MeasurementRow = RowOf<'measurement'>;

/** Every window's figures; a target keeps those of earlier years' windows out by the window's own year. */
export const readMeasurements = ({ sqlite }: Database, asked: GroupsAsked): MeasurementRow[] =>
  select(sqlite, columnsOf(schema.measurement), `from measurement where ${inPlan('group_id')}`).all(asked);

/** The figures of one target in one window: which record, and why it was written late; null before the first. */
export const measurementOf = (
  { sqlite }: Database,
  asked: { groupId: string; targetKey: string; windowId: string },
): { id: string; lateReason: string } | null =>
  select(
    sqlite,
    { id: schema.measurement.id, lateReason: schema.measurement.lateReason },
    'from measurement where group_id = @groupId and target_key = @targetKey and window_id = @windowId',
  ).get(asked);

/** Figures written to a window after it was locked, with their reasons and the first task of their row, oldest first. */
export const lateFigures = (
  { sqlite }: Database,
  planId: string,
  windowId: string,
): { taskId: string; task: string; numerator: number | null; denominator: number | null; reason: string }[] =>
  select(
    sqlite,
    {
      taskId: schema.task.id,
      task: schema.task.text,
      numerator: schema.measurement.numerator,
      denominator: schema.measurement.denominator,
      reason: schema.measurement.lateReason,
    },
    `from measurement
     join task on task.id = (select t.id from task t where t.group_id = measurement.group_id order by t.position limit 1)
     where task.plan_id = ? and measurement.window_id = ? and measurement.late_reason <> '' order by measurement.updated_at`,
  ).all(planId, windowId);

export type ReasonRow = RowOf<'proofReason'>;

export const readReasons = ({ sqlite }: Database, asked: GroupsAsked, windowId: string): ReasonRow[] =>
  select(
    sqlite,
    columnsOf(schema.proofReason),
    `from proof_reason where window_id = @windowId and ${inPlan('group_id')}`,
  ).all({ ...asked, windowId });

export const reasonIdOf = (
  { sqlite }: Database,
  asked: { groupId: string; words: string; proofKind: ProofKind; windowId: string },
): string | null =>
  selectValue(
    sqlite,
    schema.proofReason.id,
    'from proof_reason where group_id = @groupId and words = @words and proof_kind = @proofKind and window_id = @windowId',
  ).get(asked);

const groupProof = {
  groupId: schema.task.groupId,
  id: schema.evidence.id,
  kind: schema.evidence.kind,
  title: schema.evidence.title,
  fileName: schema.evidence.fileName,
  mediaType: schema.evidence.mediaType,
  number: schema.evidence.number,
  proofKind: schema.evidence.proofKind,
};

export type GroupProofRow = RowWith<typeof groupProof>;

/** Proofs linked to a task of the group in the windows named, each once a group. */
export const readGroupProofs = (
  { sqlite }: Database,
  asked: GroupsAsked,
  windowIds: readonly string[],
): GroupProofRow[] =>
  selectDistinct(
    sqlite,
    groupProof,
    `from evidence_link join task on task.id = evidence_link.task_id join evidence on evidence.id = evidence_link.evidence_id
     where task.plan_id = @planId and (@groupId is null or task.group_id = @groupId)
       and evidence_link.window_id in (select value from json_each(@windows))
     order by evidence.added_at`,
  ).all({ ...asked, windows: JSON.stringify(windowIds) });
