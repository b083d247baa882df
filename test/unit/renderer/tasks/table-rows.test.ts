import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTasks, stateWords } from '../../../../renderer/features/tasks/logic/area-counts.ts';
import { newLineId, rowSpans, tableParts } from '../../../../renderer/features/tasks/logic/table-rows.ts';
import { filterTasks, noFilters } from '../../../../renderer/features/tasks/logic/task-filter.ts';
import { indexTable } from '../../../../renderer/features/tasks/logic/task-index.ts';
import { sampleTable } from './table-sample.ts';

const index = () => indexTable(sampleTable());

describe('areas and rows', () => {
  it('stand in plan order, and a group without tasks keeps a place to add one', () => {
    const table = index();
    const parts = tableParts(table, table.tasks, true, null);
    expect(parts.map((part) => [part.area.id, part.lines.map((line) => line.id)])).toEqual([
      ['a1', ['t1', 't2', 't3']],
      ['a2', ['t4', 't5', 'empty-g4']],
    ]);
  });

  it('leave out areas and groups that a filter empties, and say how many of how many', () => {
    const table = index();
    const matching = filterTasks(table, { ...noFilters, find: 'đối thoại' });
    const parts = tableParts(table, matching, false, null);
    expect(parts.map((part) => [part.area.id, part.lines.length, part.counts.tasks, part.total])).toEqual([
      ['a2', 1, 1, 2],
    ]);
  });

  it('say the expected results once, with the first shown task of the group (TK3)', () => {
    const table = index();
    const carrying = (find: string) =>
      tableParts(table, filterTasks(table, { ...noFilters, find }), false, null)
        .flatMap((part) => part.lines)
        .flatMap((line) => (line.kind === 'task' && line.carriesResults ? [line.id] : []));
    expect(carrying('')).toEqual(['t1']);
    expect(carrying('cận nghèo')).toEqual(['t2']);
  });

  it('put the line of a new task below its neighbour, or at the end of the group', () => {
    const table = index();
    const ids = (afterTaskId: string | null) =>
      tableParts(table, table.tasks, true, { groupId: 'g1', afterTaskId })[0]?.lines.map((line) => line.id);
    expect(ids('t1')).toEqual(['t1', newLineId, 't2', 't3']);
    expect(ids(null)).toEqual(['t1', 't2', newLineId, 't3']);
    const inEmpty = tableParts(table, table.tasks, true, { groupId: 'g4', afterTaskId: null })[1];
    expect(inEmpty?.lines.map((line) => line.id)).toEqual(['t4', 't5', newLineId]);
  });

  it('keep the same line object for a task that a filter keeps', () => {
    const table = index();
    const line = (find: string) =>
      tableParts(table, filterTasks(table, { ...noFilters, find }), false, null)[0]?.lines[0];
    expect(line('hộ nghèo')).toBe(line(''));
  });

  it('give neighbouring groups of the same components one merged cell', () => {
    const keys = index().groups.map((group) => group.componentKey);
    expect(keys[2]).toBe(keys[3]);
    expect(new Set(keys).size).toBe(3);
  });
});

describe('counts of an area', () => {
  it('count components, states and what lacks proof', () => {
    const counts = countTasks(index().tasks);
    expect(counts).toEqual({
      components: 4,
      tasks: 5,
      done: 2,
      doing: 1,
      notArisen: 1,
      without: 1,
      lackingEvidence: 1,
    });
    expect(stateWords(counts)).toBe(
      '2 hoàn thành, 1 đang làm, 1 không phát sinh, 1 chưa có kết quả, 1 thiếu minh chứng',
    );
    expect(stateWords(countTasks([]))).toBe('');
  });
});

describe('row spans on paper', () => {
  it('join equal neighbours', () => {
    expect(rowSpans(['a', 'a', 'b', 'a'], (key) => key)).toEqual([2, 0, 1, 1]);
    expect(rowSpans([], (key: string) => key)).toEqual([]);
  });

  it('cover every row exactly once, never join different keys, never exceed twelve rows', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b'), { maxLength: 60 }), (keys) => {
        const spans = rowSpans(keys, (key) => key);
        expect(spans.reduce((sum, span) => sum + span, 0)).toBe(keys.length);
        let next = 0;
        spans.forEach((span, at) => {
          expect(span > 0).toBe(at === next);
          if (span === 0) return;
          expect(span).toBeLessThanOrEqual(12);
          expect(new Set(keys.slice(at, at + span)).size).toBe(1);
          next = at + span;
        });
      }),
      { seed: 20_240_111, numRuns: 200 },
    );
  });
});
