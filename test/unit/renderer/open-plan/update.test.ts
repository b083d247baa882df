/** What updating shows and sends: rules PL7, PL8 and PL10 of shared/plan/SPEC.md on the screen's side. */
import { describe, expect, it } from 'vitest';
import { columnSample, meaningWords } from '../../../../renderer/features/open-plan/logic/columns.ts';
import { startingCorrections } from '../../../../renderer/features/open-plan/logic/corrections.ts';
import {
  choicesOf,
  differenceWords,
  headFieldChange,
  indexChanges,
  isSame,
  openConflicts,
  rowFieldChange,
  takenFor,
  updateOf,
  withApart,
  withKeptRow,
  withTake,
} from '../../../../renderer/features/open-plan/logic/update.ts';
import type { CompareView, RecordChangeView } from '../../../../shared/api/contract/plans.ts';
import { readSample } from './read-sample.ts';

const change = (given: Partial<RecordChangeView>): RecordChangeView => ({
  kind: 'task',
  id: 't1',
  state: 'changed',
  moved: false,
  why: null,
  row: 0,
  item: 0,
  groupId: 'g1',
  words: '',
  worked: false,
  fields: [],
  ...given,
});
const both = { field: 'text', kind: 'both', stored: 'của xã', file: 'của tỉnh' } as const;
const counts = { added: 0, changed: 1, unchanged: 2, removed: 1, kept: 0 };
const view = (changes: RecordChangeView[], more: Partial<CompareView> = {}): CompareView => ({
  planId: 'p',
  stamp: 's',
  counts: { ...counts, moved: 0, conflicts: 0 },
  tasks: counts,
  head: [],
  sections: [],
  changes,
  ...more,
});
const start = { ...startingCorrections(readSample()), update: updateOf('p') };

describe('decisions', () => {
  it('are sent as record, field and side, also where an id holds dashes', () => {
    const made = withTake(withTake(start, '5a-6b', 'text', 'file'), '5a-6b', 'time', 'stored');
    expect(choicesOf(made.update!)).toEqual([
      { id: '5a-6b', field: 'text', take: 'file' },
      { id: '5a-6b', field: 'time', take: 'stored' },
    ]);
    expect(takenFor(made.update!, '5a-6b', 'text')).toBe('file');
    expect(takenFor(made.update!, '5a-6b', 'note')).toBeNull();
  });

  it('keep and let go of rows, part deceiving tasks, and do nothing where no plan is updated', () => {
    const kept = withKeptRow(start, ['g', 't'], true);
    expect(kept.update?.keepRemoved).toEqual(['g', 't']);
    expect(withKeptRow(kept, ['g', 't'], false).update?.keepRemoved).toEqual([]);
    expect(withApart(start, 't').update?.apart).toEqual(['t']);
    const asNew = { ...start, update: null };
    expect(withApart(asNew, 't')).toBe(asNew);
  });

  it('count as open until they are made, in rows, sections and head alike', () => {
    const shown = view([change({ fields: [both] })], {
      head: [{ ...both, field: 'title' }],
      sections: [
        { id: 's', at: 0, state: 'changed', moved: false, words: '', fields: [{ ...both, field: 'heading' }] },
      ],
    });
    expect(openConflicts(shown, start.update)).toBe(3);
    const decided = withTake(withTake(start, 't1', 'text', 'stored'), 'p', 'title', 'file');
    expect(openConflicts(shown, decided.update!)).toBe(1);
  });
});

describe('where a difference is shown', () => {
  const index = indexChanges(
    view([
      change({ kind: 'area', id: 'a', item: null, row: 0, fields: [{ ...both, field: 'name' }] }),
      change({ kind: 'group', id: 'g1', item: null, row: 0, fields: [{ ...both, field: 'time' }] }),
      change({ item: 2, fields: [both] }),
      change({ id: 'lost', state: 'removed', item: null, row: 0, words: 'mất' }),
      change({ kind: 'group', id: 'g9', state: 'removed', item: null, row: 1, groupId: null, words: 'A › B' }),
      change({ id: 'in-lost', state: 'kept', why: 'worked', item: null, row: 1, groupId: 'g9' }),
      change({ kind: 'group', id: null, state: 'added', item: null, row: 3, groupId: null }),
      change({ id: null, state: 'added', item: 0, row: 3, groupId: null }),
    ]),
  );

  it('each field and task has its own, lost ones stand in their row or behind it', () => {
    expect(rowFieldChange(index, 0, 'dimension')?.record.id).toBe('a');
    expect(rowFieldChange(index, 0, 'time')?.change.file).toBe('của tỉnh');
    expect(rowFieldChange(index, 0, 'lead')).toBeNull();
    expect(index.task(0, 2)?.id).toBe('t1');
    expect(index.task(0, 0)).toBeNull();
    expect(index.lostTasks(0).map(({ id }) => id)).toEqual(['lost']);
    expect(index.lostGroups(1).map(({ group, tasks }) => [group.id, tasks.map(({ id }) => id)])).toEqual([
      ['g9', ['in-lost']],
    ]);
    expect(index.lostTasks(1)).toEqual([]);
  });

  it('rows are marked new or changed, others not at all', () => {
    expect([0, 1, 2, 3].map((row) => index.mark(row))).toEqual(['changed', null, null, 'added']);
  });

  it('the signer is one field of the plan and three lines of the screen', () => {
    const signer = {
      field: 'signer',
      kind: 'file',
      stored: ['TM. UBND', 'CHỦ TỊCH', 'An'],
      file: ['TM. UBND', 'CHỦ TỊCH', 'Bình'],
    } as const;
    const shown = indexChanges(view([], { head: [{ ...signer, stored: [...signer.stored], file: [...signer.file] }] }));
    expect(headFieldChange(shown, 'signer.name')).toMatchObject({ stored: 'An', file: 'Bình' });
    expect(headFieldChange(shown, 'signer.title')).toBeNull();
  });
});

it('says in numbers what updating would do, and when it would do nothing', () => {
  expect(differenceWords(view([]))).toBe('1 hàng đổi · 1 hàng sẽ bỏ · 2 hàng giữ nguyên');
  expect(isSame(view([]))).toBe(true);
  expect(isSame(view([change({ state: 'unchanged', fields: [{ ...both, kind: 'hand' }] })]))).toBe(true);
  expect(isSame(view([change({ state: 'kept', why: 'by-hand' })]))).toBe(true);
  expect(isSame(view([change({ fields: [both] })]))).toBe(false);
  expect(isSame(view([change({ state: 'unchanged', moved: true })]))).toBe(false);
});

it('columns are told by what stands below their captions', () => {
  const read = readSample();
  const cell = (row: number, column: number, text: string) => ({ row, column, rowSpan: 1, columnSpan: 1, text });
  const sampled = {
    ...read,
    columns: [
      { caption: 'TT', meaning: 'no' as const },
      { caption: 'Thời gian / Quý I', meaning: 'time' as const },
    ],
    source: {
      ...read.source,
      blocks: [
        {
          type: 'table' as const,
          columns: 2,
          headerRows: 1,
          cells: [
            cell(0, 0, 'TT'),
            cell(0, 1, 'Quý\nI'),
            cell(1, 0, '(1)'),
            cell(1, 1, '(2)'),
            cell(2, 1, `x ${'dài '.repeat(40)}`),
          ],
        },
      ],
    },
  };
  expect(columnSample(sampled, 0)).toBe('');
  expect(columnSample(sampled, 1)).toMatch(/^x dài .*…$/);
  expect([meaningWords('dimension'), meaningWords('unknown')]).toEqual(['Lĩnh vực', 'Không lấy']);
});
