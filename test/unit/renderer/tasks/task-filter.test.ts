import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  concernOf,
  filterTasks,
  isFiltered,
  noFilters,
  type Officer,
  stateFilters,
  type TaskFilters,
} from '../../../../renderer/features/tasks/logic/task-filter.ts';
import { distinctTimes, indexTable, timeKeyOf } from '../../../../renderer/features/tasks/logic/task-index.ts';
import type { TaskTable } from '../../../../shared/api/contract/plans.ts';
import { fold } from '../../../../shared/text/fold.ts';
import { group, progress, sampleTable, task } from './table-sample.ts';

const found = (filters: Partial<TaskFilters>, table = sampleTable()) =>
  filterTasks(indexTable(table), { ...noFilters, ...filters }).map((item) => item.task.id);

describe('finding by typing', () => {
  it('finds without accents, in any order, over task, lead, time, results, executors, component and area', () => {
    expect(found({ find: 'niem yet' })).toEqual(['t1', 't2']);
    expect(found({ find: 'ngheo HO danh' })).toEqual(['t1', 't2']);
    expect(found({ find: 'dia chinh' })).toEqual(['t3']);
    expect(found({ find: 'quy ii' })).toEqual(['t3']);
    expect(found({ find: '100%' })).toEqual(['t1', 't2']);
    expect(found({ find: 'truong thon' })).toEqual(['t1', 't2']);
    expect(found({ find: 'đất đai' })).toEqual(['t3']);
    expect(found({ find: 'giai trinh' })).toEqual(['t4', 't5']);
    expect(found({ find: 'giai trinh doi thoai' })).toEqual(['t4']);
    expect(found({ find: 'không có chữ này' })).toEqual([]);
  });

  it('looks at what a task says itself where it differs from its group', () => {
    expect(found({ find: 'tram y te' })).toEqual(['t2']);
    expect(found({ find: 'van hoa xa hoi' })).toEqual(['t1']);
    expect(found({ find: '6 thang' })).toEqual(['t4']);
  });

  it('lists in plan order, whatever the order of the records', () => {
    expect(found({})).toEqual(['t1', 't2', 't3', 't4', 't5']);
  });
});

describe('choices', () => {
  it('filters by state; a task nobody wrote about counts as without a result', () => {
    expect(found({ state: 'chua' })).toEqual(['t2']);
    expect(found({ state: 'xong' })).toEqual(['t1', 't3']);
    expect(found({ state: 'dang-lam' })).toEqual(['t4']);
    expect(found({ state: 'khong-phat-sinh' })).toEqual(['t5']);
  });

  it('finds finished tasks that nothing proves (TK8)', () => {
    expect(found({ state: 'thieu-minh-chung' })).toEqual(['t1']);
  });

  it('filters by area and by wording of time', () => {
    expect(found({ areaId: 'a2' })).toEqual(['t4', 't5']);
    expect(found({ timeKey: timeKeyOf('thường  XUYÊN') })).toEqual(['t1', 't2', 't5']);
    expect(distinctTimes(indexTable(sampleTable())).map(({ words, tasks }) => [words, tasks])).toEqual([
      ['Thường xuyên', 3],
      ['Quý II, III năm 2024', 1],
      ['6 tháng, năm', 1],
    ]);
  });

  it('filters by person, by post and by nobody', () => {
    expect(found({ officer: { kind: 'person', id: 'minh', postIds: [] } })).toEqual(['t2']);
    expect(found({ officer: { kind: 'person', id: 'hoa', postIds: ['post-thon'] } })).toEqual(['t1', 't2']);
    expect(found({ officer: { kind: 'post', id: 'post-vhxh' } })).toEqual(['t1']);
    expect(found({ officer: { kind: 'nobody' } })).toEqual(['t3', 't4', 't5']);
  });

  it('tells who answers from who carries out', () => {
    const [t1] = filterTasks(indexTable(sampleTable()), noFilters);
    if (!t1) throw new Error('no task');
    expect(concernOf(t1, { kind: 'person', id: 'lan', postIds: ['post-thon'] })).toBe('answers');
    expect(concernOf(t1, { kind: 'post', id: 'post-thon' })).toBe('executes');
    expect(concernOf(t1, { kind: 'post', id: 'post-khac' })).toBeNull();
  });

  it('knows when nothing is filtered', () => {
    expect(isFiltered(noFilters)).toBe(false);
    expect(isFiltered({ ...noFilters, find: '  ' })).toBe(false);
    expect(isFiltered({ ...noFilters, timeKey: '' })).toBe(true);
  });
});

/** The same questions asked of each task alone, folding everything each time. */
function naive(table: TaskTable, filters: TaskFilters): string[] {
  const words = fold(filters.find).split(' ').filter(Boolean);
  const ordered = table.areas.flatMap((area) =>
    table.groups
      .filter((each) => each.areaId === area.id)
      .flatMap((each) =>
        each.taskIds.map((id) => ({ area, group: each, task: table.tasks.find((one) => one.id === id) })),
      ),
  );
  return ordered
    .filter(({ area, group: of, task: one }) => {
      if (!one) return false;
      const names = of.componentIds.map((id) => table.components.find((component) => component.id === id)?.name ?? '');
      const text = fold(
        [area.no, area.name, ...names, ...of.results, ...of.executors, of.note, one.text, one.lead, one.time].join(
          '\n',
        ),
      );
      const state = one.progress?.state ?? 'chua';
      const { officer } = filters;
      return (
        words.every((word) => text.includes(word)) &&
        (filters.areaId === null || area.id === filters.areaId) &&
        (filters.timeKey === null || fold(one.time) === filters.timeKey) &&
        (filters.state === null ||
          (filters.state === 'thieu-minh-chung'
            ? state === 'xong' && one.evidenceCount === 0
            : state === filters.state)) &&
        (officer === null ||
          (officer.kind === 'nobody'
            ? one.personIds.length === 0
            : officer.kind === 'post'
              ? [...one.leadPostIds, ...of.executorPostIds].includes(officer.id)
              : one.personIds.includes(officer.id) ||
                one.assigneeId === officer.id ||
                of.executorPostIds.some((id) => officer.postIds.includes(id))))
      );
    })
    .map(({ task: one }) => one?.id ?? '');
}

const syllable = fc.constantFrom(
  'đất',
  'Đất',
  'dat',
  'hộ',
  'nghèo',
  'niêm',
  'yết',
  'thôn',
  'Quý II',
  'xã-hội',
  '100%',
  '',
);
const words = fc.array(syllable, { maxLength: 4 }).map((parts) => parts.join(' '));
const ids = fc.array(fc.constantFrom('p1', 'p2'), { maxLength: 2 });

const someTable: fc.Arbitrary<TaskTable> = fc
  .array(
    fc.record({
      area: fc.constantFrom('a1', 'a2'),
      results: fc.array(words, { maxLength: 2 }),
      executors: fc.array(words, { maxLength: 2 }),
      executorPostIds: ids,
      lead: words,
      time: words,
      note: words,
      tasks: fc.array(
        fc.record({
          text: words,
          lead: fc.option(words),
          time: fc.option(words),
          leadPostIds: ids,
          personIds: fc.array(fc.constantFrom('lan', 'minh'), { maxLength: 1 }),
          state: fc.option(fc.constantFrom('chua', 'dang-lam', 'xong', 'khong-phat-sinh')),
          evidenceCount: fc.nat({ max: 1 }),
        }),
        { maxLength: 4 },
      ),
    }),
    { maxLength: 5 },
  )
  .map((groups) => {
    const made = groups.map(({ tasks, area, ...rest }, at) => {
      const of = group(`g${at}`, {
        ...rest,
        areaId: area,
        componentIds: [`c${at % 2}`],
        taskIds: tasks.map((_, index) => `g${at}t${index}`),
      });
      const rows = tasks.map(({ lead, time, state, ...one }, index) =>
        task(`g${at}t${index}`, of, {
          ...one,
          leadOverride: lead,
          timeOverride: time,
          progress: state === null ? null : progress(`g${at}t${index}`, state),
        }),
      );
      return { of, rows };
    });
    return {
      planId: 'plan',
      windowId: '2024-Q2',
      areas: [
        { id: 'a2', no: '2', name: 'Đất đai', revision: 1 },
        { id: 'a1', no: '1', name: 'Hộ nghèo', revision: 1 },
      ],
      components: [
        { id: 'c0', areaId: 'a1', name: 'a) Niêm yết', revision: 1 },
        { id: 'c1', areaId: 'a2', name: 'b) Thôn', revision: 1 },
      ],
      groups: made.map(({ of }) => of),
      tasks: made.flatMap(({ rows }) => rows),
    };
  });

const officer: fc.Arbitrary<Officer | null> = fc.option(
  fc.oneof(
    fc.constant<Officer>({ kind: 'nobody' }),
    fc.constantFrom<Officer>({ kind: 'post', id: 'p1' }, { kind: 'post', id: 'p2' }),
    fc.constantFrom<Officer>(
      { kind: 'person', id: 'lan', postIds: ['p1'] },
      { kind: 'person', id: 'minh', postIds: [] },
    ),
  ),
);
const someFilters: fc.Arbitrary<TaskFilters> = fc.record({
  find: words,
  officer,
  areaId: fc.option(fc.constantFrom('a1', 'a2')),
  state: fc.option(fc.constantFrom(...stateFilters)),
  timeKey: fc.option(words.map(fold)),
  due: fc.constant(null),
});

it('finds exactly what asking every task alone finds (TK2)', () => {
  fc.assert(
    fc.property(someTable, someFilters, (table, filters) => {
      const quick = filterTasks(indexTable(table), filters).map((item) => item.task.id);
      expect(quick).toEqual(naive(table, filters));
    }),
    { seed: 20_240_111, numRuns: 400 },
  );
});
