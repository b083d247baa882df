/** Coverage in a clerk's words, and which rows a filter shows. Pure. */
import type { CoverageRow, CoverageView } from '../../../../shared/api/contract/plan-down.ts';
import { fold, matchesFolded } from '../../../../shared/text/fold.ts';
import type { TaskStateName } from '../../../ui/state-badge.tsx';

/** A row's state as the screen tells it: proposals are split by whether they are sure. */
export const shownStates = ['chua-co', 'chac', 'khong-chac', 'da-co', 'ngoai', 'cap-tren'] as const;
export type ShownState = (typeof shownStates)[number];

export const stateOf = ({ state, proposals }: CoverageRow): ShownState =>
  state === 'de-xuat' ? (proposals[0]?.sure ? 'chac' : 'khong-chac') : state;

export const stateWords: Record<ShownState, string> = {
  'chua-co': 'Chưa có',
  chac: 'Chờ xác nhận',
  'khong-chac': 'Có thể có',
  'da-co': 'Đã có',
  ngoai: 'Ngoài phạm vi',
  'cap-tren': 'Cấp trên tự làm',
};

export const stateBadges: Record<ShownState, TaskStateName> = {
  'chua-co': 'late',
  chac: 'waitingEvent',
  'khong-chac': 'due',
  'da-co': 'done',
  ngoai: 'notNeeded',
  'cap-tren': 'notNeeded',
};

export const changeWords = { moi: 'Nhiệm vụ mới', doi: 'Cấp trên đã sửa' } as const;

export function countStates(rows: readonly CoverageRow[]): Record<ShownState, number> {
  const counts = Object.fromEntries(shownStates.map((state) => [state, 0])) as Record<ShownState, number>;
  for (const row of rows) counts[stateOf(row)]++;
  return counts;
}

export function shownRows(
  { rows }: Pick<CoverageView, 'rows'>,
  { query, state }: { query: string; state: ShownState | null },
): CoverageRow[] {
  const asked = fold(query);
  return rows.filter(
    (row) =>
      (state === null || stateOf(row) === state) &&
      (asked === '' || matchesFolded(fold([row.text, ...row.links.map(({ text }) => text)].join(' ')), asked)),
  );
}

/** Rows under their areas, in the superior's order. */
export function byArea(rows: readonly CoverageRow[]): { id: string; label: string; rows: CoverageRow[] }[] {
  const groups: { id: string; label: string; rows: CoverageRow[] }[] = [];
  for (const row of rows) {
    const label = [row.no, row.area].filter(Boolean).join('. ');
    const last = groups.at(-1);
    if (last?.label === label) last.rows.push(row);
    else groups.push({ id: `${groups.length}`, label, rows: [row] });
  }
  return groups;
}
