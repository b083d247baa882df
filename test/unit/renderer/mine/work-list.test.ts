import { describe, expect, it } from 'vitest';
import {
  countStandings,
  countUrgencies,
  inEarlierOrder,
  itemFromTable,
  searchText,
  shownItems,
  sortForWork,
  standingOf,
} from '../../../../renderer/features/mine/work-list.ts';
import type { ProgressState, TaskTable } from '../../../../shared/api/contract/plans.ts';
import type { WorkItem } from '../../../../shared/api/contract/work.ts';
import { progressEntry } from '../../../support/progress-entry.ts';

const window = { toDate: '2024-06-14', dueDate: null, dueStrict: false };

const itemOf = (
  id: string,
  state: ProgressState | null,
  evidenceCount = 0,
  changes: Partial<WorkItem> = {},
): WorkItem => ({
  id,
  groupId: 'g',
  text: `Việc ${id}`,
  lead: 'Văn phòng',
  leadOverride: null,
  leadPostIds: [],
  time: 'Thường xuyên',
  timeOverride: null,
  assigneeId: null,
  personIds: [],
  revision: 1,
  progress: state === null ? null : progressEntry({ id: 'p', taskId: 't', windowId: 'w', state }),
  gathered: null,
  evidenceCount,
  due: null,
  areaNo: '1',
  areaName: 'Công khai, minh bạch',
  componentName: 'Đất đai',
  results: [],
  executors: [],
  role: 'lead',
  ...changes,
});

const ids = (items: readonly { id: string }[]) => items.map((item) => item.id);

describe('the order of work (MN7)', () => {
  const items = [
    itemOf('done', 'xong', 1),
    itemOf('nothing', 'khong-phat-sinh'),
    itemOf('unproven', 'xong'),
    itemOf('working', 'dang-lam', 2),
    itemOf('told-nothing', 'chua'),
    itemOf('silent', null),
  ];

  const timed = (due: boolean, by: string | null, waiting = false): Partial<WorkItem> => ({
    due: { due, by, waiting, why: '', confirmed: true, question: null, scheduleText: '', answered: false },
  });

  it('MN7, OV7: overdue, due, missing proof, waiting, the rest; inside each the plan’s order', () => {
    const due = items.map((item) => ({ ...item, ...timed(true, null) }));
    const more = [
      itemOf('waits', null, 0, timed(false, null, true)),
      itemOf('late', null, 0, timed(true, '2024-04-30')),
    ];
    const idle = itemOf('idle', null, 0, timed(false, null));
    expect(ids(sortForWork([idle, ...due, ...more], window, '2024-05-01'))).toEqual([
      ...['late', 'told-nothing', 'silent', 'working', 'unproven', 'waits', 'done', 'nothing', 'idle'],
    ]);
    expect(countUrgencies([idle, ...due, ...more], window, '2024-05-01')).toEqual({
      late: 1,
      due: 3,
      unproven: 1,
      waiting: 1,
      rest: 3,
    });
  });

  it('asks no proof for what did not arise', () => {
    expect(standingOf(itemOf('a', 'khong-phat-sinh'))).toBe('done');
    expect(standingOf(itemOf('a', 'xong'))).toBe('unproven');
    expect(standingOf(itemOf('a', 'dang-lam'))).toBe('working');
  });

  it('counts each task once', () => {
    expect(countStandings(items)).toEqual({ none: 2, working: 1, unproven: 1, done: 2 });
  });
});

describe('an order that holds still', () => {
  it('keeps the earlier places although the standing changed', () => {
    const now = sortForWork([itemOf('a', 'xong', 1), itemOf('b', null), itemOf('c', null)], window, '2024-05-01');
    expect(ids(now)).toEqual(['b', 'c', 'a']);
    expect(ids(inEarlierOrder(['a', 'b', 'c'], now))).toEqual(['a', 'b', 'c']);
  });

  it('drops what is gone and puts what is new at the end', () => {
    expect(ids(inEarlierOrder(['gone', 'b'], [itemOf('new', null), itemOf('b', null)]))).toEqual(['b', 'new']);
  });
});

describe('what the list shows', () => {
  const items = [
    itemOf('a', null, 0, { text: 'Niêm yết hộ nghèo' }),
    itemOf('b', 'xong', 1, { text: 'Đăng ngân sách' }),
  ];
  const show = (filter: Parameters<typeof shownItems>[1]) => ids(shownItems(items, filter, searchText));

  it('finds without accents, also by area and lead', () => {
    expect(show({ query: 'ho ngheo', standing: null, keep: null })).toEqual(['a']);
    expect(show({ query: 'dang ngan sach', standing: null, keep: null })).toEqual(['b']);
    expect(show({ query: 'MINH BACH van phong', standing: null, keep: null })).toEqual(['a', 'b']);
    expect(show({ query: 'không có', standing: null, keep: null })).toEqual([]);
  });

  it('filters by standing and never takes the chosen task away', () => {
    expect(show({ query: '', standing: 'none', keep: null })).toEqual(['a']);
    expect(show({ query: '', standing: 'none', keep: 'b' })).toEqual(['a', 'b']);
  });
});

describe('a task opened from elsewhere', () => {
  const { areaNo, areaName, componentName, results, executors, role, ...task } = itemOf('t', null);
  const table: TaskTable = {
    planId: 'plan',
    windowId: null,
    areas: [{ id: 'area', no: '3', name: 'Trách nhiệm giải trình', revision: 1 }],
    components: [
      { id: 'c1', areaId: 'area', name: 'a) Tiếp dân', revision: 1 },
      { id: 'c2', areaId: 'area', name: 'b) Đối thoại', revision: 1 },
    ],
    groups: [
      {
        id: 'g',
        areaId: 'area',
        componentIds: ['c1', 'c2'],
        results: ['02 buổi'],
        lead: '',
        executors: ['Các thôn'],
        executorPostIds: [],
        time: '',
        note: '',
        revision: 1,
        taskIds: ['t'],
      },
    ],
    tasks: [task],
  };

  it('carries its place in the plan', () => {
    expect(itemFromTable(table, 't')).toMatchObject({
      id: 't',
      areaNo: '3',
      areaName: 'Trách nhiệm giải trình',
      componentName: 'a) Tiếp dân; b) Đối thoại',
      results: ['02 buổi'],
      executors: ['Các thôn'],
    });
  });

  it('is none where the plan has no such task', () => {
    expect(itemFromTable(table, 'other')).toBeNull();
  });
});
