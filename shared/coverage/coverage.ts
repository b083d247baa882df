/** A commune's plan held against its superior's: what answers each task, what has no counterpart, what is the commune's own. SPEC.md. */
import { type Proposal, propose } from './propose.ts';
import type { CoverTask } from './tasks.ts';

/** What a person (or the skeleton) said of a task of the superior. `taskId` null: none of ours, out of scope where a reason is given. */
export type CoverLink = { readonly superiorTaskId: string; readonly taskId: string | null; readonly reason: string };

/**
 * `da-co` linked; `de-xuat` something may answer it, nobody has said so; `chua-co` nothing does; `ngoai` out of this unit's scope, with
 * the reason; `cap-tren` the superior does it alone.
 */
export const coverStates = ['da-co', 'de-xuat', 'chua-co', 'ngoai', 'cap-tren'] as const;
export type CoverState = (typeof coverStates)[number];

export type CoverRow = {
  readonly superiorTaskId: string;
  readonly state: CoverState;
  /** Own tasks linked to it, in the order of their links. */
  readonly taskIds: readonly string[];
  readonly reason: string;
  readonly proposals: readonly Proposal[];
};

export type CoverCounts = {
  /** Tasks the superior asks of its units. */
  readonly asked: number;
  readonly covered: number;
  readonly sure: number;
  readonly unsure: number;
  readonly missing: number;
  readonly outside: number;
  readonly beyond: number;
};

export type Coverage = {
  readonly rows: readonly CoverRow[];
  /** Own tasks that answer nothing of the superior's and are not proposed for anything. */
  readonly beyond: readonly string[];
  readonly counts: CoverCounts;
};

/** The coverage of a superior's plan by an own one, rows in the superior's order. */
export function coverageOf(
  superior: readonly (CoverTask & { readonly forUnits: boolean })[],
  own: readonly CoverTask[],
  links: readonly CoverLink[],
): Coverage {
  const here = new Set(own.map(({ id }) => id));
  const said = new Map<string, CoverLink[]>();
  for (const link of links) {
    if (link.taskId !== null && !here.has(link.taskId)) continue;
    said.set(link.superiorTaskId, [...(said.get(link.superiorTaskId) ?? []), link]);
  }
  const asked = new Set(superior.flatMap(({ id, forUnits }) => (forUnits ? [id] : [])));
  const linked = new Set<string>();
  for (const [id, list] of said)
    if (asked.has(id)) for (const { taskId } of list) if (taskId !== null) linked.add(taskId);
  const open = superior.filter(({ id, forUnits }) => forUnits && !said.has(id));
  const proposals = propose(open, own, linked);
  const rows = superior.map((task) => rowOf(task, said.get(task.id) ?? [], proposals.get(task.id) ?? []));
  const named = new Set(rows.flatMap((row) => row.proposals.map(({ taskId }) => taskId)));
  const beyond = own.map(({ id }) => id).filter((id) => !linked.has(id) && !named.has(id));
  const count = (state: CoverState): number => rows.filter((row) => row.state === state).length;
  const sure = rows.filter(isSure).length;
  return {
    rows,
    beyond,
    counts: {
      asked: asked.size,
      covered: count('da-co'),
      sure,
      unsure: count('de-xuat') - sure,
      missing: count('chua-co'),
      outside: count('ngoai'),
      beyond: beyond.length,
    },
  };
}

/** A row whose first proposal is sure. */
export const isSure = ({ proposals }: Pick<CoverRow, 'proposals'>): boolean => proposals[0]?.sure ?? false;

function rowOf(
  { id, forUnits }: { readonly id: string; readonly forUnits: boolean },
  said: readonly CoverLink[],
  proposals: readonly Proposal[],
): CoverRow {
  const empty = { superiorTaskId: id, taskIds: [], reason: '', proposals: [] };
  if (!forUnits) return { ...empty, state: 'cap-tren' };
  const taskIds = said.flatMap(({ taskId }) => (taskId === null ? [] : [taskId]));
  if (taskIds.length > 0) return { ...empty, state: 'da-co', taskIds };
  const [word] = said;
  if (word) return { ...empty, state: word.reason === '' ? 'chua-co' : 'ngoai', reason: word.reason };
  return { ...empty, state: proposals.length > 0 ? 'de-xuat' : 'chua-co', proposals };
}
