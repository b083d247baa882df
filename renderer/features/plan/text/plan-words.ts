/** A plan in a few words, the same wherever it is named. */
import type { PlanSummary } from '../../../../shared/api/contract/office.ts';
import { isCalendarDate, shortDate } from '../../../../shared/text/dates.ts';
import { formatCount } from '../../../ui/format.ts';

/** `Kế hoạch số 08/KH-UBND ngày 11/01/2024`; the year where there is no number yet. */
export function planName({ number, date, year }: Pick<PlanSummary, 'number' | 'date' | 'year'>): string {
  const name = number === '' ? `Kế hoạch năm ${year}` : `Kế hoạch số ${number}`;
  return isCalendarDate(date) ? `${name} ngày ${shortDate(date)}` : name;
}

export const countWords = ({ areas, groups, tasks }: Pick<PlanSummary, 'areas' | 'groups' | 'tasks'>): string =>
  `${formatCount(areas)} lĩnh vực, ${formatCount(groups)} nhóm, ${formatCount(tasks)} nhiệm vụ`;
