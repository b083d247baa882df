/** PL2 to PL11 of shared/plan/SPEC.md, case by case. */
import { describe, expect, it } from 'vitest';
import { countChanges, rowStates } from '../../../shared/plan/compare-counts.ts';
import { compareTable, type Decisions, noDecisions } from '../../../shared/plan/compare-plan.ts';
import { compareHead, compareSections, flatSections, type PlanHead } from '../../../shared/plan/compare-text.ts';
import { type Choice, mergeTable, wholeRow } from '../../../shared/plan/merge-plan.ts';
import type { ReadRow } from '../../../shared/plan/read-plan.ts';
import type { StoredTable } from '../../../shared/plan/stored-table.ts';
import { shapeOfRows } from '../../../shared/plan/table-shape.ts';
import { planRow, storedFrom } from '../../support/plan-table.ts';

const rows = [
  planRow('Tham gia', 'Cơ hội tham gia', ['Niêm yết danh sách cử tri', 'Tuyên truyền luật bầu cử trên loa'], {
    no: '1',
    lead: 'Văn phòng',
    time: 'Quý I',
  }),
  planRow('Tham gia', 'Đóng góp tự nguyện', ['Công khai các khoản đóng góp'], { no: '1', lead: 'Tài chính' }),
  planRow('Công khai, minh bạch', 'Danh sách hộ nghèo', ['Rà soát hộ nghèo cuối năm', 'Niêm yết danh sách hộ nghèo'], {
    no: '2',
    results: ['Danh sách được niêm yết'],
  }),
];

function changed(change: (rows: ReadRow[]) => void): ReadRow[] {
  const copy = structuredClone(rows);
  change(copy);
  return copy;
}

function run(
  fresh: readonly ReadRow[],
  { stored = storedFrom(rows), decisions = noDecisions as Decisions, choices = [] as Choice[] } = {},
) {
  const shape = shapeOfRows(fresh);
  const compared = compareTable(stored, shape, decisions);
  let made = 0;
  const merged = mergeTable(stored, shape, compared, choices, () => `n${++made}`);
  return {
    shape,
    compared,
    merged,
    counts: countChanges(stored, shape, compared),
    states: rowStates(stored, shape, compared),
  };
}

/** A stored table where somebody changed a task's words. */
function handEdited(id: string, text: string): StoredTable {
  const stored = storedFrom(rows);
  return { ...stored, tasks: stored.tasks.map((task) => (task.id === id ? { ...task, text } : task)) };
}
const task = (merged: ReturnType<typeof run>['merged'], id: string) => merged.tasks.find((each) => each.id === id);

describe('pairing', () => {
  it('PL2 a changed word is the same task, told old and new', () => {
    const { compared, counts, states } = run(
      changed((now) => {
        now[0]!.tasks[1] = 'Tuyên truyền luật bầu cử trên truyền thanh';
      }),
    );
    expect(compared.tasks.find(({ id }) => id === 't1')).toMatchObject({
      state: 'changed',
      fields: [{ field: 'text', kind: 'file', stored: 'Tuyên truyền luật bầu cử trên loa' }],
    });
    expect(counts.tasks).toEqual({ added: 0, changed: 1, unchanged: 4, removed: 0, kept: 0 });
    expect(states).toEqual(['changed', 'unchanged', 'unchanged']);
  });

  it('PL2 a short task rewritten between its neighbours keeps its place; something else entirely does not', () => {
    const short = [planRow('A', 'B', ['Họp thôn quý I', 'Lập danh sách', 'Báo cáo huyện'])];
    const stored = storedFrom(short);
    const near = run([planRow('A', 'B', ['Họp thôn quý I', 'Lập biểu', 'Báo cáo huyện'])], { stored });
    expect(near.merged.tasks.map(({ id }) => id)).toEqual(['t0', 't1', 't2']);
    const other = run([planRow('A', 'B', ['Họp thôn quý I', 'Sửa đường', 'Báo cáo huyện'])], { stored });
    expect(other.merged.tasks.map(({ id }) => id)).toEqual(['t0', 'n1', 't2']);
  });

  it('PL2 areas and components renamed beyond likeness are known by what they hold', () => {
    const { merged, compared } = run(
      changed((now) => {
        now[2]!.dimension = 'Nội dung hai';
        now[2]!.component = 'Thành phần khác hẳn';
      }),
    );
    expect(merged.areas.map(({ id, name }) => [id, name])).toEqual([
      ['a0', 'Tham gia'],
      ['a1', 'Nội dung hai'],
    ]);
    expect(compared.components.map(({ id, state }) => [id, state])).toEqual([
      ['c0', 'unchanged'],
      ['c1', 'unchanged'],
      ['c2', 'changed'],
    ]);
  });

  it('PL3 only the same words are followed into another area', () => {
    const moved = run(
      changed((now) => {
        const [text] = now[0]!.tasks.splice(1, 1);
        now[2]!.tasks.push(text!);
      }),
    );
    expect(task(moved.merged, 't1')?.groupId).toBe('g2');
    expect(moved.compared.tasks.find(({ id }) => id === 't1')).toMatchObject({ state: 'unchanged', moved: true });
    const alike = run(
      changed((now) => {
        now[0]!.tasks.splice(1, 1);
        now[2]!.tasks.push('Tuyên truyền luật bầu cử trên loa thôn');
      }),
    );
    expect(task(alike.merged, 't1')).toBeUndefined();
    expect(alike.compared.tasks.find(({ id }) => id === 't1')?.state).toBe('removed');
  });

  it('PL5 a likeness that deceives is let go', () => {
    const fresh = changed((now) => {
      now[0]!.tasks[1] = 'Tuyên truyền luật đất đai trên loa';
    });
    expect(task(run(fresh).merged, 't1')).toBeDefined();
    const apart = run(fresh, { decisions: { ...noDecisions, apart: new Set(['t1']) } });
    expect(task(apart.merged, 't1')).toBeUndefined();
    expect(apart.counts.tasks).toMatchObject({ added: 1, removed: 1, changed: 0 });
  });

  it('PL6 white space and decomposed letters are no change', () => {
    const { counts } = run(
      changed((now) => {
        now[0]!.tasks[0] = ' Niêm  yết danh\nsách cử tri '.normalize('NFD');
        now[0]!.lead = 'Văn  phòng';
      }),
    );
    expect(counts).toMatchObject({ rows: { changed: 0, unchanged: 3 }, tasks: { changed: 0 } });
  });

  it('tells the order that changed apart from the words', () => {
    const { merged, counts } = run([rows[1]!, rows[0]!, rows[2]!]);
    expect(merged.groups.map(({ id }) => id)).toEqual(['g1', 'g0', 'g2']);
    expect(counts).toMatchObject({ rows: { unchanged: 3, changed: 0 }, conflicts: 0 });
    expect(counts.moved).toBeGreaterThan(0);
  });
});

describe('PL7 what stays although the file lost it', () => {
  const without = changed((now) => {
    now.splice(2, 1);
    now[0]!.tasks.splice(0, 1);
  });

  it('goes where nothing hangs on it', () => {
    const { merged, counts } = run(without);
    expect(merged.removed).toEqual({ area: ['a1'], component: ['c2'], group: ['g2'], task: ['t0', 't3', 't4'] });
    expect(counts).toMatchObject({ rows: { removed: 1, changed: 1, unchanged: 1 }, tasks: { removed: 3 } });
  });

  it('keeps tasks with work where they stood, with what holds them', () => {
    const stored = { ...storedFrom(rows), worked: new Set(['t0', 't4']) };
    const { merged, compared, counts } = run(without, { stored });
    expect(merged.tasks.map(({ id, groupId }) => [id, groupId])).toEqual([
      ['t0', 'g0'],
      ['t1', 'g0'],
      ['t2', 'g1'],
      ['t4', 'g2'],
    ]);
    expect(merged.areas.map(({ id }) => id)).toEqual(['a0', 'a1']);
    expect(merged.groups[2]).toMatchObject({ id: 'g2', componentIds: ['c2'], results: ['Danh sách được niêm yết'] });
    expect(compared.tasks.filter(({ state }) => state === 'kept').map(({ id, why }) => [id, why])).toEqual([
      ['t0', 'worked'],
      ['t4', 'worked'],
    ]);
    expect(counts).toMatchObject({ rows: { removed: 0, kept: 1 }, tasks: { removed: 1, kept: 2 } });
  });

  it('keeps what was added by hand, and what a person asks to keep', () => {
    const base = storedFrom(rows);
    const stored = { ...base, tasks: [...base.tasks, { id: 'h', groupId: 'g1', text: 'Thêm tay trong máy' }] };
    const { merged, compared } = run(without, {
      stored,
      decisions: { ...noDecisions, keepRemoved: new Set(['t3']) },
    });
    expect(merged.tasks.map(({ id }) => id)).toEqual(['t1', 't2', 'h', 't3']);
    expect(compared.tasks.flatMap(({ id, why }) => (why ? [[id, why]] : []))).toEqual([
      ['t3', 'chosen'],
      ['h', 'by-hand'],
    ]);
  });
});

describe('PL8 words of a person and words of the file', () => {
  const mine = 'Niêm yết danh sách cử tri tại nhà văn hóa';
  const theirs = 'Niêm yết danh sách cử tri trước 30 ngày';
  const fresh = changed((now) => {
    now[0]!.tasks[0] = theirs;
  });

  it('the person’s stay while the file says what it said', () => {
    const { merged, counts, compared } = run(rows, { stored: handEdited('t0', mine) });
    expect(task(merged, 't0')?.text).toBe(mine);
    expect(compared.tasks[0]).toMatchObject({ state: 'unchanged', fields: [{ kind: 'hand' }] });
    expect(counts).toMatchObject({ conflicts: 0, rows: { changed: 0 } });
  });

  it('both changed is a conflict; undecided, the person’s stay and the file’s are remembered', () => {
    const { merged, counts } = run(fresh, { stored: handEdited('t0', mine) });
    expect(counts).toMatchObject({ conflicts: 1, tasks: { changed: 1 } });
    expect(task(merged, 't0')?.text).toBe(mine);
    expect(merged.fileWords.get('t0')).toEqual({ text: theirs });
  });

  it('decided for the file, the file’s are taken', () => {
    const choices: Choice[] = [{ id: 't0', field: 'text', take: 'file' }];
    const { merged } = run(fresh, { stored: handEdited('t0', mine), choices });
    expect(task(merged, 't0')?.text).toBe(theirs);
  });

  it('is asked field by field of a group', () => {
    const base = storedFrom(rows);
    const stored = { ...base, groups: base.groups.map((g) => (g.id === 'g0' ? { ...g, lead: 'Công an xã' } : g)) };
    const { merged, compared } = run(
      changed((now) => {
        now[0]!.time = 'Quý II';
      }),
      { stored },
    );
    expect(compared.groups[0]?.fields.map(({ field, kind }) => [field, kind])).toEqual([
      ['lead', 'hand'],
      ['time', 'file'],
    ]);
    expect(merged.groups[0]).toMatchObject({ lead: 'Công an xã', time: 'Quý II' });
    expect(merged.fileWords.get('g0')).toMatchObject({ lead: 'Văn phòng', time: 'Quý II' });
  });

  it('PL4 a task rewritten beyond likeness is still found by what the file said', () => {
    const { merged } = run(rows, { stored: handEdited('t0', 'Chữ hoàn toàn khác đi') });
    expect(task(merged, 't0')?.text).toBe('Chữ hoàn toàn khác đi');
    expect(merged.added.size).toBe(0);
  });
});

it('PL10 a task taken out by a person stays out, and comes back with its id when asked', () => {
  const base = storedFrom(rows);
  const stored = { ...base, tasks: base.tasks.filter(({ id }) => id !== 't1'), takenOut: [base.tasks[1]!] };
  const out = run(rows, { stored });
  expect(out.merged.tasks.map(({ id }) => id)).toEqual(['t0', 't2', 't3', 't4']);
  expect(out.counts).toMatchObject({ rows: { changed: 0, added: 0 }, tasks: { added: 0 } });
  const back = run(rows, { stored, choices: [{ id: 't1', field: wholeRow, take: 'file' }] });
  expect(back.merged.tasks.map(({ id }) => id)).toEqual(['t0', 't1', 't2', 't3', 't4']);
  expect([...back.merged.added]).toEqual(['t1']);
});

it('PL11 rows that share a merged cell are counted each for themselves', () => {
  const shared = [...rows, planRow('Công khai, minh bạch', 'Thu chi ngân sách', [], { sharesWith: 2 })];
  const { states, merged } = run(shared);
  expect(states).toEqual(['unchanged', 'unchanged', 'unchanged', 'added']);
  expect(merged.groups[2]?.componentIds).toEqual(['c2', 'n1']);
});

describe('PL9 head and sections', () => {
  const head: PlanHead = {
    number: '15/KH-UBND',
    date: '2024-01-20',
    place: 'An Thịnh',
    issuer: 'UBND xã An Thịnh',
    title: 'Nâng cao PAPI',
    basis: ['Thực hiện Kế hoạch số 08;'],
    recipients: ['Lưu: VT.'],
    signer: { authority: 'TM. ỦY BAN NHÂN DÂN', title: 'CHỦ TỊCH', name: 'Bình' },
  };
  const blank: PlanHead = {
    number: '',
    date: '',
    place: '',
    issuer: '',
    title: '',
    basis: [],
    recipients: [],
    signer: { authority: '', title: '', name: '' },
  };

  it('a file without a head changes nothing; one with another title does', () => {
    expect(compareHead(head, head, blank)).toEqual([]);
    expect(compareHead(head, head, { ...head, title: 'Nâng cao PAPI năm 2024' })).toMatchObject([
      { field: 'title', kind: 'file' },
    ]);
    expect(compareHead(head, { ...head, title: 'Sửa tay' }, { ...head, title: 'Khác' })).toMatchObject([
      { kind: 'both' },
    ]);
  });

  it('sections keep their ids when their number, their words or their place change', () => {
    const section = (label: string, heading: string, paragraphs: string[] = []) => ({ label, heading, paragraphs });
    const stored = [
      { id: 's1', parentId: null, ...section('I.', 'Mục đích') },
      { id: 's2', parentId: 's1', ...section('1.', '', ['Nâng cao chất lượng phục vụ Nhân dân.']) },
      { id: 's3', parentId: null, ...section('II.', 'Tổ chức thực hiện', ['Giao Văn phòng theo dõi.']) },
    ];
    const fromFile = new Map(stored.map((each) => [each.id, each as unknown as Record<string, string>]));
    const fresh = flatSections([
      {
        ...section('I.', 'Mục đích'),
        children: [{ ...section('1.', '', ['Nâng cao chất lượng phục vụ người dân.']), children: [] }],
      },
      { ...section('II.', 'Nhiệm vụ', ['Theo phụ lục.']), children: [] },
      { ...section('III.', 'Tổ chức thực hiện', ['Giao Văn phòng theo dõi.']), children: [] },
    ]);
    expect(compareSections(stored, fresh, fromFile).map(({ id, state }) => [id, state])).toEqual([
      ['s1', 'unchanged'],
      ['s2', 'changed'],
      [null, 'added'],
      ['s3', 'changed'],
    ]);
    expect(compareSections(stored, [], fromFile)).toEqual([]);
  });
});
