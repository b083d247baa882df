import { describe, expect, test } from 'vitest';
import { morningOf } from '../../../renderer/features/home/morning.ts';
import { nextSteps, type StepFacts, stepToDo } from '../../../renderer/features/home/next-steps.ts';
import type { PeopleView, StateView, WindowView } from '../../../shared/api/contract/office.ts';
import type { ProgressState, TaskRow, TaskTable } from '../../../shared/api/contract/plans.ts';
import { progressEntry } from '../../support/progress-entry.ts';

const people: PeopleView = {
  posts: [
    { id: 'dia-chinh', name: 'Địa chính', aliases: [], archived: false, revision: 1, holders: [], taskCount: 0 },
    { id: 'tu-phap', name: 'Tư pháp', aliases: [], archived: false, revision: 1, holders: [], taskCount: 0 },
  ],
  people: [
    { id: 'lan', name: 'Nguyễn Thị Lan', archived: false, revision: 1, postIds: ['tu-phap'] },
    { id: 'minh', name: 'Đỗ Minh', archived: false, revision: 1, postIds: [] },
  ],
  unresolved: [],
};

function task(id: string, given: Partial<TaskRow> & { state?: ProgressState; group?: string }): TaskRow {
  const { state, group = 'g1', ...rest } = given;
  return {
    id,
    groupId: group,
    text: `Việc ${id}`,
    lead: '',
    leadOverride: null,
    leadPostIds: [],
    time: '',
    timeOverride: null,
    assigneeId: null,
    personIds: [],
    revision: 1,
    progress: state ? progressEntry({ id: `p-${id}`, taskId: id, windowId: 'q4', state }) : null,
    gathered: null,
    evidenceCount: 0,
    due: null,
    ...rest,
  };
}

function table(tasks: TaskRow[]): TaskTable {
  const group = (id: string, areaId: string) => ({
    id,
    areaId,
    componentIds: [],
    results: [],
    lead: '',
    executors: [],
    executorPostIds: [],
    time: '',
    note: '',
    revision: 1,
    taskIds: [],
  });
  return {
    planId: 'plan',
    windowId: 'q4',
    areas: [
      { id: 'a1', no: '1', name: 'Tham gia', revision: 1 },
      { id: 'a2', no: '', name: 'Công khai', revision: 1 },
      { id: 'a3', no: '3', name: 'Giải trình', revision: 1 },
    ],
    components: [],
    groups: [group('g1', 'a1'), group('g2', 'a2')],
    tasks,
  };
}

describe('numbers of the morning', () => {
  const morning = morningOf(
    table([
      task('1', { state: 'xong', personIds: ['lan'], evidenceCount: 2 }),
      task('2', { state: 'xong', personIds: ['lan', 'minh'] }),
      task('3', { state: 'dang-lam', leadPostIds: ['dia-chinh'], group: 'g2' }),
      task('4', { state: 'khong-phat-sinh', personIds: ['minh'], group: 'g2' }),
      task('5', { lead: 'các công chức liên quan', group: 'g2' }),
      task('6', { state: 'chua', personIds: ['lan'] }),
    ]),
    people,
  );

  test('count each task once, by state; a task without an entry has no result', () => {
    expect(morning.counts).toEqual({ total: 6, done: 2, notArisen: 1, idle: 0, doing: 1, none: 2 });
  });

  test('every area stands in the plan’s order, also one without tasks', () => {
    expect(
      morning.areas.map(({ id, total, done, notArisen, doing, none }) => [id, total, done, notArisen, doing, none]),
    ).toEqual([
      ['a1', 3, 2, 0, 0, 1],
      ['a2', 3, 0, 1, 1, 1],
      ['a3', 0, 0, 0, 0, 0],
    ]);
  });

  test('a task of two people counts for both; without people for the post, else for the plan’s own words', () => {
    const rows = morning.holders.map(({ kind, name, total, open, missingProof }) => [
      kind,
      name,
      total,
      open,
      missingProof,
    ]);
    expect(rows).toEqual([
      ['person', 'Nguyễn Thị Lan', 3, 1, 1],
      ['post', 'Địa chính', 1, 1, 0],
      ['wording', 'các công chức liên quan', 1, 1, 0],
      ['person', 'Đỗ Minh', 2, 0, 1],
    ]);
  });

  test('only tasks reported as done lack proof; an area without a number is named without one', () => {
    expect(morning.unproven).toEqual([
      { id: '2', text: 'Việc 2', area: '1. Tham gia', who: 'Nguyễn Thị Lan, Đỗ Minh' },
    ]);
  });

  test('nobody answers for a task whose post has no holder', () => {
    expect(morning.unassigned).toBe(2);
  });
});

describe('the next step', () => {
  const window: WindowView = {
    id: 'q4',
    key: '2026-Q4',
    kind: 'quy',
    year: 2026,
    label: 'Quý IV/2026',
    fromDate: '2026-09-15',
    toDate: '2026-12-14',
    dueDate: null,
    dueStrict: false,
    superiorDueDate: null,
    superiorDueStrict: false,
    cumulative: false,
    regimeId: null,
    lockedAt: null,
    source: '',
  };
  const plan = { id: 'plan', year: 2026, number: '', date: '', title: '', issuer: '', areas: 1, groups: 1, tasks: 2 };
  const stateOn = (today: string, reports: StateView['reports'] = []) => ({ today, reports }) as StateView;
  const facts = (given: Partial<StepFacts>): StepFacts => ({
    plan,
    window,
    morning: null,
    state: stateOn('2026-11-20'),
    ...given,
  });
  const now = (given: Partial<StepFacts>) => {
    const all = facts(given);
    return stepToDo(nextSteps(all), all)?.key ?? null;
  };
  const morning = (tasks: TaskRow[]) => morningOf(table(tasks), people);
  const report = { id: 'r', planId: 'plan', windowId: 'q4', status: 'frozen' as const, version: 1, sentVersion: 1 };
  const sent = { state: stateOn('2026-11-20', [report]) };

  test('an empty office opens its plan', () => {
    expect(now({ plan: null, window: null })).toBe('plan');
  });

  test('assigning comes first while nobody answers for anything', () => {
    expect(now({ morning: morning([task('1', {}), task('2', {})]) })).toBe('assign');
  });

  test('some tasks nobody answers for do not hold up the results of the others', () => {
    expect(now({ morning: morning([task('1', { personIds: ['lan'] }), task('2', {})]) })).toBe('progress');
  });

  test('missing results hold up the report only while the window runs', () => {
    const half = morning([task('1', { personIds: ['lan'], state: 'xong' }), task('2', { personIds: ['lan'] })]);
    expect(now({ morning: half })).toBe('progress');
    expect(now({ morning: half, state: stateOn('2026-12-15') })).toBe('report');
  });

  test('what was left open comes back once the bundle is out; then nothing', () => {
    const half = morning([task('1', { personIds: ['lan'], state: 'xong' }), task('2', {})]);
    expect(now({ morning: half, ...sent })).toBe('progress');
    expect(now({ morning: morning([task('1', { personIds: ['lan'], state: 'xong' })]), ...sent })).toBeNull();
  });

  test('a report of another window or plan marks nothing', () => {
    for (const other of [
      { ...report, windowId: 'q3' },
      { ...report, planId: 'khac' },
    ])
      expect(doneSteps([other])).toEqual(['plan']);
  });

  test('a frozen report is done before it is sent, and a newer version must be sent again', () => {
    expect(doneSteps([{ ...report, sentVersion: null }])).toEqual(['plan', 'report']);
    expect(doneSteps([report])).toEqual(['plan', 'report', 'bundle']);
    expect(doneSteps([{ ...report, version: 2 }])).toEqual(['plan', 'report']);
    expect(doneSteps([{ ...report, status: 'draft' }])).toEqual(['plan']);
  });

  const doneSteps = (reports: StateView['reports']) =>
    nextSteps(facts({ state: stateOn('2026-11-20', reports) }))
      .filter((step) => step.done)
      .map((step) => step.key);
});
