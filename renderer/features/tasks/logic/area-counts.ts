/** What the heading of an area says about its tasks in the chosen window. Pure. */

import { entryOf } from '../../../../shared/report/gather.ts';
import { lacksEvidence } from './task-filter.ts';
import type { IndexedTask } from './task-index.ts';

export type AreaCounts = {
  components: number;
  tasks: number;
  done: number;
  doing: number;
  notArisen: number;
  without: number;
  lackingEvidence: number;
};

export function countTasks(items: readonly IndexedTask[]): AreaCounts {
  const components = new Set<string>();
  const counts: AreaCounts = {
    components: 0,
    tasks: items.length,
    done: 0,
    doing: 0,
    notArisen: 0,
    without: 0,
    lackingEvidence: 0,
  };
  for (const item of items) {
    for (const component of item.group.components) components.add(component.id);
    const state = entryOf(item.task)?.state ?? 'chua';
    if (state === 'xong') counts.done += 1;
    else if (state === 'dang-lam') counts.doing += 1;
    else if (state === 'khong-phat-sinh') counts.notArisen += 1;
    else counts.without += 1;
    if (lacksEvidence(item)) counts.lackingEvidence += 1;
  }
  counts.components = components.size;
  return counts;
}

/** "5 hoàn thành, 3 đang làm, 1 chưa có kết quả": only what there is. */
export function stateWords(counts: AreaCounts): string {
  const parts: [number, string][] = [
    [counts.done, 'hoàn thành'],
    [counts.doing, 'đang làm'],
    [counts.notArisen, 'không phát sinh'],
    [counts.without, 'chưa có kết quả'],
    [counts.lackingEvidence, 'thiếu minh chứng'],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count} ${words}`)
    .join(', ');
}
