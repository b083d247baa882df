/** Last year beside this year (OV12–OV14); urgency with its reason (OV5–OV7); reminders (OV27); who was assigned (OV25). */
import { expect, it } from 'vitest';
import { assigneeOn } from '../../../shared/office/handover.ts';
import { reasonOf, type TermStanding, urgencyOf } from '../../../shared/overview/cell.ts';
import { reminderOf, reminderWords } from '../../../shared/overview/reminder.ts';
import { yearsBeside } from '../../../shared/overview/years-beside.ts';
import { yearOf } from '../../support/year-facts.ts';

const window = { toDate: '2024-06-14', dueDate: '2024-06-20', dueStrict: true };
const standing = (changes: Partial<TermStanding>): TermStanding => ({
  due: true,
  by: null,
  waiting: false,
  asks: false,
  confirmed: true,
  state: 'chua',
  proofs: 0,
  ...changes,
});

it.each([
  [{}, '2024-06-20', 'late', 'Quá hạn 1 ngày (hạn 19/6/2024)'],
  [{ by: '2024-06-01', confirmed: false }, '2024-06-04', 'late', 'Quá hạn 3 ngày (hạn 01/6/2024, tạm tính)'],
  [{}, '2024-06-19', 'due', 'Hạn 19/6/2024, hôm nay'],
  [{ state: 'dang-lam' }, '2024-06-10', 'due', 'Hạn 19/6/2024, còn 9 ngày'],
  [{ state: 'xong' }, '2024-12-01', 'unproven', 'Đã ghi xong, chưa có minh chứng'],
  [{ state: 'xong', proofs: 1 }, '2024-12-01', 'rest', 'Đã xong, có minh chứng'],
  [{ due: false, waiting: true }, '2024-06-10', 'waiting', 'Chờ quyết định'],
  [{ due: false, state: 'dang-lam' }, '2024-06-10', 'rest', 'Đang làm, chưa đến hạn'],
  [{ state: 'khong-phat-sinh' }, '2024-12-01', 'rest', 'Không phát sinh trong kỳ'],
] as const)('OV5–OV7: %o on %s is %s', (changes, today, urgency, words) => {
  const task = standing(changes);
  expect(urgencyOf(task, window, today)).toBe(urgency);
  expect(reasonOf(task, window, today, 'Chờ quyết định')).toBe(words);
});

it('OV12–OV14: components meet by their code, one without a partner has an empty side', () => {
  const now = yearOf(3, 60);
  const before = {
    ...yearOf(4, 60),
    groups: yearOf(4, 60).groups.map((group) => ({ ...group, codes: ['co-hoi-tham-gia'] })),
  };
  const pairs = yearsBeside(before, now);
  const of = (code: string) => pairs.find((pair) => pair.code === code)!;
  expect(of('co-hoi-tham-gia').before!.tasks).toBe(60);
  expect(of('tri-thuc-cong-dan').before).toBeNull();
  expect(pairs.at(-1)!.code).toBe('');
  for (const { now: side } of pairs)
    if (side) expect(side.done + side.doing + side.notArisen + side.open).toBe(side.tasks);
  const groupsOf = (code: string) => now.groups.filter((group) => (group.codes[0] ?? '') === code).map(({ id }) => id);
  expect(of('tri-thuc-cong-dan').now!.taskIds).toEqual(
    now.tasks.filter((task) => groupsOf('tri-thuc-cong-dan').includes(task.groupId)).map(({ id }) => id),
  );
});

it('OV13: a task stands as its newest window that was told of left it, with the figure last told', () => {
  const year = yearOf(5, 120);
  const [pair, ...more] = yearsBeside(yearOf(6, 0), {
    ...year,
    groups: year.groups.map((each) => ({ ...each, codes: [] })),
  });
  expect(more).toEqual([]);
  const left = year.tasks.map(({ cells }) => {
    let state: string = 'chua';
    let figure = '';
    for (const cell of cells) {
      if (cell.state !== 'chua') state = cell.state;
      if (cell.figure !== '') figure = cell.figure;
    }
    return { state, figure };
  });
  const count = (state: string) => left.filter((each) => each.state === state).length;
  expect(pair?.now).toMatchObject({
    done: count('xong'),
    doing: count('dang-lam'),
    notArisen: count('khong-phat-sinh'),
    open: count('chua'),
    figures: left.map(({ figure }) => figure).filter((figure) => figure !== ''),
  });
  // Some tasks were told of early and not again, or told otherwise later.
  expect(year.tasks.filter(({ cells }, at) => cells.at(-1)?.state !== left[at]?.state).length).toBeGreaterThan(5);
});

it('OV27: nothing to say is nothing said', () => {
  const item = (by: string | null, state: 'chua' | 'xong' = 'chua') => ({
    due: { due: true, by, waiting: false, why: '', confirmed: true, question: null, scheduleText: '', answered: false },
    progress: null,
    gathered:
      state === 'chua'
        ? null
        : {
            state,
            doneText: '',
            numerator: null,
            denominator: null,
            measure: '',
            obstacle: '',
            proposal: '',
            from: [],
          },
    evidenceCount: 0,
  });
  expect(reminderOf([item(null, 'xong')], window, '2024-05-01')).toBeNull();
  expect(reminderOf([item('2024-05-09')], window, '2024-05-01')).toBeNull();
  const said = reminderOf([item('2024-05-08'), item('2024-04-30'), item(null, 'xong')], window, '2024-05-01')!;
  expect(reminderWords(said)).toBe('1 việc quá hạn, 1 việc đến hạn trong 7 ngày tới, 1 việc thiếu minh chứng');
});

it('OV25: assignments are walked back over later hand-overs', () => {
  const over = (date: string, fromPersonId: string, toPersonId: string) => ({
    date,
    fromPersonId,
    toPersonId,
    madeAt: 1,
    assigned: new Set(['t']),
  });
  const past = [over('2024-07-01', 'b', 'c'), over('2024-04-01', 'a', 'b')];
  expect(
    ['2024-03-31', '2024-04-01', '2024-06-30', '2024-07-01'].map((day) => assigneeOn('t', 'c', day, past)),
  ).toEqual(['a', 'b', 'b', 'c']);
  expect(assigneeOn('t', 'x', '2024-01-01', past)).toBe('x');
  expect(assigneeOn('other', 'c', '2024-01-01', past)).toBe('c');
});
