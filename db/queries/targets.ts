/** Reading what persons decided about results, the figures of targets, and reasons for proof that is not there. */
import type { ChosenTarget } from '../../shared/target/group-targets.ts';
import type { ProofKind } from '../../shared/target/target.ts';
import type { Database } from '../open.ts';

/** A plan's rows, or those of one of its groups. */
export type GroupsAsked = { readonly planId: string; readonly groupId: string | null };

const inPlan =
  'group_id in (select id from task_group where plan_id = @planId and (@groupId is null or id = @groupId))';

export type ChoiceRow = {
  id: string;
  groupId: string;
  words: string;
  targets: ChosenTarget[] | null;
  proofs: ProofKind[] | null;
  revision: number;
};

export function readChoices({ sqlite }: Database, asked: GroupsAsked): ChoiceRow[] {
  const rows = sqlite
    .prepare(`select id, group_id as groupId, words, targets, proofs, revision from target_choice where ${inPlan}`)
    .all(asked) as (Omit<ChoiceRow, 'targets' | 'proofs'> & { targets: string | null; proofs: string | null })[];
  return rows.map((row) => ({
    ...row,
    targets: row.targets === null ? null : (JSON.parse(row.targets) as ChosenTarget[]),
    proofs: row.proofs === null ? null : (JSON.parse(row.proofs) as ProofKind[]),
  }));
}

export type MeasurementRow = {
  id: string;
  groupId: string;
  targetKey: string;
  windowId: string;
  numerator: number | null;
  denominator: number | null;
  note: string;
  personId: string | null;
  updatedAt: number;
  revision: number;
};

/** Every window's figures; a target keeps those of earlier years' windows out by the window's own year. */
export const readMeasurements = ({ sqlite }: Database, asked: GroupsAsked): MeasurementRow[] =>
  sqlite
    .prepare(
      `select id, group_id as groupId, target_key as targetKey, window_id as windowId, numerator, denominator, note,
       person_id as personId, updated_at as updatedAt, revision from measurement where ${inPlan}`,
    )
    .all(asked) as MeasurementRow[];

/** Figures written to a window after it was locked, with their reasons and the first task of their row, oldest first. */
export const lateFigures = (
  { sqlite }: Database,
  planId: string,
  windowId: string,
): { taskId: string; task: string; numerator: number | null; denominator: number | null; reason: string }[] =>
  sqlite
    .prepare(
      `select t.id as taskId, t.text as task, m.numerator, m.denominator, m.late_reason as reason from measurement m
       join task t on t.id = (select id from task where group_id = m.group_id order by position limit 1)
       where t.plan_id = ? and m.window_id = ? and m.late_reason <> '' order by m.updated_at`,
    )
    .all(planId, windowId) as ReturnType<typeof lateFigures>;

export type ReasonRow = {
  id: string;
  groupId: string;
  words: string;
  proofKind: ProofKind;
  windowId: string;
  reason: string;
  revision: number;
};

export const readReasons = ({ sqlite }: Database, asked: GroupsAsked, windowId: string): ReasonRow[] =>
  sqlite
    .prepare(
      `select id, group_id as groupId, words, proof_kind as proofKind, window_id as windowId, reason, revision
       from proof_reason where window_id = @windowId and ${inPlan}`,
    )
    .all({ ...asked, windowId }) as ReasonRow[];

export type GroupProofRow = {
  groupId: string;
  id: string;
  kind: string;
  title: string;
  fileName: string | null;
  mediaType: string | null;
  number: string | null;
  proofKind: ProofKind | null;
};

/** Proofs linked to a task of the group in the windows named, each once a group. */
export function readGroupProofs(
  { sqlite }: Database,
  asked: GroupsAsked,
  windowIds: readonly string[],
): GroupProofRow[] {
  return sqlite
    .prepare(
      `select distinct t.group_id as groupId, e.id, e.kind, e.title, e.file_name as fileName, e.media_type as mediaType, e.number,
       e.proof_kind as proofKind
       from evidence_link l join task t on t.id = l.task_id join evidence e on e.id = l.evidence_id
       where t.plan_id = @planId and (@groupId is null or t.group_id = @groupId)
         and l.window_id in (select value from json_each(@windows))
       order by e.added_at`,
    )
    .all({ ...asked, windows: JSON.stringify(windowIds) }) as GroupProofRow[];
}

export const planOfGroup = ({ sqlite }: Database, groupId: string): string | null =>
  (sqlite.prepare('select plan_id from task_group where id = ?').pluck().get(groupId) as string | undefined) ?? null;
