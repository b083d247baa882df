/** A small task table with everything the screen has to tell apart: a group of several components, overrides, results, proof. */
import type { GroupRow, ProgressState, TaskRow, TaskTable } from '../../../../shared/api/contract/plans.ts';
import { progressEntry } from '../../../support/progress-entry.ts';

export const windowId = '2024-Q2';

export function group(id: string, changes: Partial<GroupRow> = {}): GroupRow {
  return {
    id,
    areaId: 'a1',
    componentIds: ['c1'],
    results: [],
    lead: 'Lãnh đạo UBND',
    executors: [],
    executorPostIds: [],
    time: 'Thường xuyên',
    note: '',
    revision: 1,
    taskIds: [],
    ...changes,
  };
}

export function task(id: string, of: GroupRow, changes: Partial<TaskRow> = {}): TaskRow {
  return {
    id,
    groupId: of.id,
    text: `Nhiệm vụ ${id}`,
    lead: changes.leadOverride ?? of.lead,
    leadOverride: null,
    leadPostIds: [],
    time: changes.timeOverride ?? of.time,
    timeOverride: null,
    assigneeId: null,
    personIds: [],
    revision: 1,
    progress: null,
    gathered: null,
    evidenceCount: 0,
    due: null,
    ...changes,
  };
}

export const progress = (taskId: string, state: ProgressState) =>
  progressEntry({ id: `p-${taskId}`, taskId, windowId, state });

/** Areas in an order that differs from the order of the groups' own list, as a table from the server may be. */
export function sampleTable(): TaskTable {
  const poor = group('g1', {
    results: ['100% thôn niêm yết danh sách'],
    lead: 'Văn hóa - Xã hội',
    executors: ['Trưởng các thôn'],
    executorPostIds: ['post-thon'],
    taskIds: ['t1', 't2'],
  });
  const land = group('g2', {
    componentIds: ['c2', 'c3'],
    lead: 'Địa chính',
    time: 'Quý II, III năm 2024',
    taskIds: ['t3'],
  });
  const talk = group('g3', { areaId: 'a2', componentIds: ['c4'], taskIds: ['t4', 't5'] });
  const empty = group('g4', { areaId: 'a2', componentIds: ['c4'], lead: 'Tư pháp - Hộ tịch' });
  return {
    planId: 'plan',
    windowId,
    areas: [
      { id: 'a1', no: '3', name: 'Công khai, minh bạch', revision: 1 },
      { id: 'a2', no: '4', name: 'Trách nhiệm giải trình', revision: 1 },
    ],
    components: [
      { id: 'c1', areaId: 'a1', name: 'b) Danh sách hộ nghèo', revision: 1 },
      { id: 'c2', areaId: 'a1', name: 'c) Ngân sách thị trấn', revision: 1 },
      { id: 'c3', areaId: 'a1', name: 'd) Quy hoạch đất đai', revision: 1 },
      { id: 'c4', areaId: 'a2', name: 'a) Tương tác với chính quyền', revision: 1 },
    ],
    groups: [talk, poor, land, empty],
    tasks: [
      task('t1', poor, {
        text: 'Niêm yết công khai danh sách hộ nghèo',
        leadPostIds: ['post-vhxh'],
        personIds: ['lan'],
        progress: progress('t1', 'xong'),
      }),
      task('t2', poor, {
        text: 'Rà soát hộ cận nghèo',
        leadOverride: 'Trạm Y tế',
        assigneeId: 'minh',
        personIds: ['minh'],
      }),
      task('t3', land, { text: 'Công bố kế hoạch sử dụng đất', progress: progress('t3', 'xong'), evidenceCount: 2 }),
      task('t4', talk, {
        text: 'Đối thoại với Nhân dân',
        timeOverride: '6 tháng, năm',
        progress: progress('t4', 'dang-lam'),
      }),
      task('t5', talk, { text: 'Tiếp công dân', progress: progress('t5', 'khong-phat-sinh') }),
    ],
  };
}
