/** What was found in a file, and what keeping it did, in short words. Pure. */
import type { KeptView } from '../../../../shared/api/contract/plans.ts';
import type { ReadPlan } from '../../../../shared/plan/read-plan.ts';
import { formatCount } from '../../../ui/format.ts';
import { meaningWords } from './columns.ts';
import { ownerRow } from './corrections.ts';

/** "9 lĩnh vực, 32 hàng, 99 nhiệm vụ, 4 phần": only what there is. */
export function foundWords(read: ReadPlan): string {
  const areas = read.rows.filter((_, row) => ownerRow(read, row, 'dimension') === row).length;
  const tasks = read.rows.reduce((sum, row) => sum + (row.sharesWith === null ? row.tasks.length : 0), 0);
  const sections = read.plan?.sections.length ?? 0;
  const parts = [
    [areas, 'lĩnh vực'],
    [read.rows.length, 'hàng'],
    [tasks, 'nhiệm vụ'],
    [sections, 'phần'],
  ] as const;
  const found = parts.filter(([count]) => count > 0).map(([count, noun]) => `${formatCount(count)} ${noun}`);
  return found.length > 0 ? found.join(', ') : 'chữ, chưa thấy bảng nhiệm vụ hay mục nào';
}

/** What keeping did, for the toast. */
export function keptWords(kept: KeptView): string {
  const parts = [
    [kept.areas, 'lĩnh vực'],
    [kept.groups, 'nhóm'],
    [kept.tasks, 'nhiệm vụ'],
    [kept.sections, 'mục lời'],
  ] as const;
  const counts = parts.filter(([count]) => count > 0).map(([count, noun]) => `${formatCount(count)} ${noun}`);
  const posts = kept.postsAdded > 0 ? ` Thêm ${kept.postsAdded} bộ phận có tên trong kế hoạch.` : '';
  return `Đã giữ kế hoạch: ${counts.join(', ')}.${posts}`;
}

/** The columns of the file with what they mean to the program. */
export const columnWords = (read: ReadPlan): { caption: string; meaning: string }[] =>
  read.columns.map(({ caption, meaning }) => ({ caption, meaning: meaningWords(meaning) }));
