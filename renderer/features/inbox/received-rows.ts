/** Rows of a received report as its reader filters them. Pure. */
import type { ReceivedView } from '../../../shared/api/contract/reports.ts';
import { fold, matchesFolded } from '../../../shared/text/fold.ts';

export type ReceivedRow = ReceivedView['rows'][number];
export type ReceivedProof = ReceivedView['evidence'][number];

export const rowStates = ['xong', 'dang-lam', 'khong-phat-sinh', 'none', 'unproven'] as const;
export type RowState = (typeof rowStates)[number];

/** A row may be both finished and unproven; an unknown state counts as not answered. */
export function hasState(row: Pick<ReceivedRow, 'state' | 'evidenceIds'>, state: RowState): boolean {
  if (state === 'unproven') return row.state === 'xong' && row.evidenceIds.length === 0;
  if (state === 'none') return row.state === null || row.state === 'chua';
  return row.state === state;
}

export const countStates = (rows: readonly ReceivedRow[]): Record<RowState, number> =>
  Object.fromEntries(rowStates.map((state) => [state, rows.filter((row) => hasState(row, state)).length])) as Record<
    RowState,
    number
  >;

export function shownRows(
  rows: readonly ReceivedRow[],
  { query, state }: { query: string; state: RowState | null },
): ReceivedRow[] {
  const folded = fold(query);
  return rows.filter((row) => {
    const words = [row.text, row.area, row.component, row.lead, row.doneText, row.obstacle, row.proposal].join(' ');
    return (state === null || hasState(row, state)) && matchesFolded(fold(words), folded);
  });
}

export type AreaGroup = { area: string; no: string; rows: ReceivedRow[] };

/** Neighbouring rows of the same area together, in the order of the report. */
export function byArea(rows: readonly ReceivedRow[]): AreaGroup[] {
  const groups: AreaGroup[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.area === row.area && last.no === row.no) last.rows.push(row);
    else groups.push({ area: row.area, no: row.no, rows: [row] });
  }
  return groups;
}

/** The proofs a row names, in the order it names them; a name without a proof in the bundle is left away. */
export const proofsOf = (row: ReceivedRow, evidence: readonly ReceivedProof[]): ReceivedProof[] =>
  row.evidenceIds.flatMap((id) => evidence.find((proof) => proof.id === id) ?? []);
