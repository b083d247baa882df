/** What is due, events, answers, windows, locks and working days over the server: shared/schedule SC…, shared/period PE…, shared/report GA…. */
import { beforeEach, describe, expect, it } from 'vitest';
import { due } from '../../electron/commands/due.ts';
import { act } from '../../electron/server/core/deps.ts';
import { adoptInheritedRegime } from '../../electron/server/time/windows.ts';
import { contract } from '../../shared/api/contract/contract.ts';
import type { Regime } from '../../shared/period/regime.ts';
import { regimes } from '../../shared/period/regimes.ts';
import { windowKey } from '../../shared/period/windows.ts';
import { makeOffice, type TestOffice } from '../support/make-office.ts';

const { office, plans, work, time, reports, targets } = contract;

let made: TestOffice;
let planId: string;

beforeEach(async () => {
  made = makeOffice();
  await made.ask(office.practice, { body: {} });
  planId = (await made.ask(office.state)).plans[0]!.id;
});

const table = (window: string) => made.ask(plans.table, { params: { id: planId }, query: { window } });
const undo = () => made.ask(office.undo, { body: { batchId: null } });

/** Gives the first task these words of time. */
async function firstTaskWith(words: string): Promise<string> {
  const task = (await table('2024-Q1')).tasks[0]!;
  await made.ask(plans.changeTask, { params: { id: task.id }, body: { revision: task.revision, time: words } });
  return task.id;
}
const dueOf = async (taskId: string, window: string) =>
  (await table(window)).tasks.find((task) => task.id === taskId)!.due!;
const wordsOf = async (words: string) =>
  (await made.ask(time.words, { params: { id: planId } })).words.find((each) => each.words === words)!;

const regimeOf = (id: string): Regime => regimes.find((each) => each.id === id)!;

const entry = (taskId: string, windowId: string, doneText: string, rest: object = {}) => ({
  taskId,
  windowId,
  revision: null,
  state: 'xong' as const,
  doneText,
  numerator: null,
  denominator: null,
  measure: '',
  obstacle: '',
  proposal: '',
  ...rest,
});

describe('times', () => {
  it('SC10: a row knows in which windows it is due, and how its words were understood', async () => {
    const taskId = await firstTaskWith('Quý II, III năm 2024');
    expect(await dueOf(taskId, '2024-Q2')).toMatchObject({
      due: true,
      by: '2024-06-30',
      scheduleText: 'Quý II, III/2024',
    });
    expect(await dueOf(taskId, '2024-Q1')).toMatchObject({ due: false, question: null });
    expect(await dueOf(taskId, '2024-H1')).toMatchObject({ due: true });
  });

  it('SC18: an answer serves every spelling of the words, changes no word of the plan, and is taken back', async () => {
    const taskId = await firstTaskWith('Định kỳ');
    const asked = await wordsOf('Định kỳ');
    expect(asked).toMatchObject({ tasks: 1, answer: null });
    expect(asked.question).toMatch(/\?$/);
    const schedule = { kind: 'quarters' as const, year: 2024, quarters: [2] };
    const tried = await made.ask(time.tryAnswer, { params: { id: planId }, body: { schedule } });
    expect(tried.dueIn.filter(({ due }) => due).map(({ key }) => key)).toEqual(['2024-Q2', '2024-H1', '2024-Y']);
    await made.ask(time.answer, { params: { id: planId }, body: { words: ' định  kỳ', schedule, revision: null } });
    expect(await dueOf(taskId, '2024-Q2')).toMatchObject({ due: true, question: null, answered: true });
    expect((await table('2024-Q2')).tasks[0]!.time).toBe('Định kỳ');
    await undo();
    expect((await dueOf(taskId, '2024-Q2')).question).not.toBeNull();
  });

  it('an answer can be changed and given up, also over words that were understood', async () => {
    const taskId = await firstTaskWith('Quý I');
    const first = await made.ask(time.answer, {
      params: { id: planId },
      body: { words: 'Quý I', schedule: { kind: 'continuous', year: null }, revision: null },
    });
    expect((await dueOf(taskId, '2024-Q3')).due).toBe(true);
    const second = await made.ask(time.answer, {
      params: { id: planId },
      body: { words: 'Quý I', schedule: { kind: 'year', year: 2024 }, revision: first.revision },
    });
    expect((await dueOf(taskId, '2024-Q3')).due).toBe(false);
    const stale = await made.refusal(time.answer, {
      params: { id: planId },
      body: { words: 'Quý I', schedule: { kind: 'year', year: 2025 }, revision: first.revision },
    });
    expect(stale.code).toBe('da-doi');
    await made.ask(time.forgetAnswer, { params: { id: second.id }, query: { revision: second.revision } });
    expect(await dueOf(taskId, '2024-Q1')).toMatchObject({ due: true, answered: false });
  });

  it('SC12: a row waits for its event, in whatever spelling it is recorded', async () => {
    const taskId = await firstTaskWith('Khi có dịch bệnh trên đàn vật nuôi');
    expect(await dueOf(taskId, '2024-Q2')).toMatchObject({ due: false, waiting: true });
    const { awaited } = await made.ask(time.events, { params: { id: planId } });
    const waits = awaited.find((each) => /dịch bệnh/.test(each.words))!;
    expect(waits).toMatchObject({ tasks: 1, recorded: 0 });
    const event = { words: waits.words.toUpperCase(), date: '2024-05-02', lastDay: '', knownOn: '', note: '' };
    const added = await made.ask(time.addEvent, { body: event });
    expect(await dueOf(taskId, '2024-Q2')).toMatchObject({ due: true, waiting: false });
    expect((await dueOf(taskId, '2024-Q1')).due).toBe(false);
    await made.ask(time.changeEvent, { params: { id: added.id }, body: { ...event, date: '2024-02-01', revision: 1 } });
    expect((await dueOf(taskId, '2024-Q1')).due).toBe(true);
    const wrong = await made.refusal(time.addEvent, { body: { ...event, lastDay: '2024-05-01' } });
    expect(wrong.code).toBe('sai-du-lieu');
    await made.ask(time.removeEvent, { params: { id: added.id }, query: { revision: 2 } });
    expect((await dueOf(taskId, '2024-Q1')).waiting).toBe(true);
  });
});

describe('windows', () => {
  it('PE7: adopting a regime moves a window, keeps its id, entries and key, asks before, and is undone', async () => {
    const regime = regimeOf('nhu-quynh-2024');
    const taskId = (await table('2024-H1')).tasks[0]!.id;
    await made.ask(work.saveProgress, { body: entry(taskId, '2024-H1', 'Đã làm') });
    const body = { regime, year: 2024, mode: 'replace' as const };
    const { windows } = await made.ask(time.tryRegime, { body });
    expect(windows.map(({ key, change, entries }) => [key, change, entries])).toEqual([
      ['2024-H1', 'changed', 1],
      ['2024-Y', 'changed', 0],
    ]);
    expect(windows[0]).toMatchObject({ due: { date: '2024-07-03', strict: true, lastDay: '2024-07-02', mark: null } });
    expect((await made.refusal(time.adopt, { body: { ...body, sure: false } })).code).toBe('ky-co-so-lieu');
    await made.ask(time.adopt, { body: { ...body, sure: true } });
    expect((await made.ask(office.state)).lastBackup?.reason).toBe('truoc-khi-doi-ky');
    const state = await made.ask(office.state);
    expect(state.windows.find(({ id }) => id === '2024-H1')).toMatchObject({
      fromDate: '2024-01-01',
      dueDate: '2024-07-03',
      dueStrict: true,
      regimeId: 'nhu-quynh-2024',
    });
    expect((await table('2024-H1')).tasks[0]!.progress?.doneText).toBe('Đã làm');
    await undo();
    expect((await made.ask(office.state)).windows.find(({ id }) => id === '2024-H1')?.fromDate).toBe('2023-12-15');
  });

  it('PE7: a second regime stands beside the first with keys of its own that a bundle can carry', async () => {
    const body = { regime: regimeOf('cchc'), year: 2024, mode: 'beside' as const, sure: false };
    expect(await made.ask(time.adopt, { body })).toMatchObject({ added: 4, changed: 0 });
    expect(await made.ask(time.adopt, { body })).toMatchObject({ added: 0, changed: 0 });
    const keys = (await made.ask(office.state)).windows.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toContain('2024-H1b');
    for (const key of keys) expect(windowKey.safeParse(key).success).toBe(true);
    const { windows, regimes: listed } = await made.ask(time.windows, { query: { year: 2024 } });
    expect(windows.find(({ key }) => key === '2024-Q3b')).toMatchObject({ partOf: 'Báo cáo cải cách hành chính' });
    expect(listed.filter(({ adopted }) => adopted).map(({ regime }) => regime.id)).toEqual(['nd-09-2019', 'cchc']);
  });

  it('refuses a regime that ends before it begins, or holds for other years', async () => {
    const regime = regimeOf('nhu-quynh-2024');
    const other = await made.refusal(time.adopt, { body: { regime, year: 2026, mode: 'replace', sure: true } });
    expect(other.message).toMatch(/2026/);
    const first = regime.windows[0]!;
    const backwards = { ...regime, windows: [{ ...first, from: first.to, to: first.from }] };
    const refused = await made.refusal(time.adopt, {
      body: { regime: backwards, year: 2024, mode: 'replace', sure: true },
    });
    expect(refused.message).toMatch(/sớm hơn/);
  });

  it("PE7: the superior's regime is kept as the superior's and leaves windows with entries alone", async () => {
    const taskId = (await table('2024-H1')).tasks[0]!.id;
    await made.ask(work.saveProgress, { body: entry(taskId, '2024-H1', 'Đã làm') });
    const { deps } = made.office;
    const unitId = deps.db.sqlite.prepare('select unit_id from office').pluck().get() as string;
    const given = { regime: regimeOf('nhu-quynh-2024'), issuerUnitId: unitId, year: 2024 };
    const { value } = act(deps, { id: 'office', personId: null }, 'regime.inherit', 'Nhận chế độ', (batch) =>
      adoptInheritedRegime(deps, batch, given),
    );
    expect(value).toMatchObject({ added: 0, changed: 1, untouched: ['6 tháng đầu năm 2024'] });
    const { regimes: listed } = await made.ask(time.windows, { query: { year: 2024 } });
    expect(listed[0]).toMatchObject({ origin: 'cap-tren', issuer: 'xã An Thịnh', adopted: true });
  });

  it('a window in use is not removed; an empty one is, and comes back', async () => {
    const { windows } = await made.ask(time.windows, { query: { year: 2024 } });
    const used = windows.find(({ key }) => key === '2024-Q2')!;
    const empty = windows.find(({ key }) => key === '2024-Q4')!;
    const remove = (each: typeof used) => ({ params: { id: each.id }, query: { revision: each.revision } });
    expect((await made.refusal(time.removeWindow, remove(used))).code).toBe('con-dung');
    await made.ask(time.removeWindow, remove(empty));
    expect((await made.ask(office.state)).windows).toHaveLength(5);
    await undo();
    expect((await made.ask(office.state)).windows).toHaveLength(6);
  });

  it('PE9: the dates of one window change by themselves, with a question where it holds entries, and come back', async () => {
    const { windows } = await made.ask(time.windows, { query: { year: 2024 } });
    const [q1, q2] = [windows.find(({ key }) => key === '2024-Q1')!, windows.find(({ key }) => key === '2024-Q2')!];
    const days = (each: typeof q1, more: object = {}) => ({
      params: { id: each.id },
      body: {
        revision: each.revision,
        fromDate: each.fromDate,
        toDate: each.toDate,
        dueDate: '2024-03-20' as string | null,
        dueStrict: true,
        superiorDueDate: null,
        superiorDueStrict: true,
        sure: false,
        ...more,
      },
    });
    await made.ask(time.changeWindow, days(q1, { fromDate: '2024-01-01' }));
    const now = async (id: string) => (await made.ask(office.state)).windows.find((each) => each.id === id);
    expect(await now(q1.id)).toMatchObject({
      fromDate: '2024-01-01',
      toDate: q1.toDate,
      dueDate: '2024-03-20',
      dueStrict: true,
      superiorDueDate: null,
      superiorDueStrict: false,
    });
    await undo();
    expect(await now(q1.id)).toMatchObject({ fromDate: q1.fromDate, dueDate: q1.dueDate });
    const later = { fromDate: '2024-04-01', dueDate: '2024-06-20' };
    expect((await made.refusal(time.changeWindow, days(q2, later))).code).toBe('ky-co-so-lieu');
    // Its due date alone moves no entry out of it.
    const moved = await made.ask(time.changeWindow, days(q2, { dueDate: '2024-06-25' }));
    await made.ask(time.changeWindow, days({ ...q2, revision: moved.revision }, { ...later, sure: true }));
    expect((await made.ask(office.state)).lastBackup?.reason).toBe('truoc-khi-doi-ky');
    const wrong = await made.refusal(time.changeWindow, days(q1, { toDate: '2023-01-01' }));
    expect(wrong.message).toMatch(/sớm hơn/);
    expect((await made.refusal(time.changeWindow, days(q1, { dueDate: '2029-01-01' }))).message).toMatch(/2024/);
  });

  it('PE8: a locked window takes a figure of a target only with a reason, which stays with the figure', async () => {
    const { groupId } = (await table('2024-Q1')).tasks[0]!;
    const q1 = (await made.ask(time.windows, { query: { year: 2024 } })).windows[0]!;
    const figure = (numerator: number, revision: number | null = null, lateReason?: string) => ({
      body: { groupId, key: 'viec/r0', windowId: q1.id, revision, numerator, denominator: 11, note: '', lateReason },
    });
    const inTime = await made.ask(targets.saveFigure, figure(8));
    await made.ask(time.lockWindow, { params: { id: q1.id }, body: { revision: q1.revision, locked: true } });
    expect((await made.refusal(targets.saveFigure, figure(9, inTime.revision))).code).toBe('ky-da-khoa');
    expect((await made.refusal(targets.saveFigure, figure(9, inTime.revision, ' '))).code).toBe('ky-da-khoa');
    const late = await made.ask(targets.saveFigure, figure(9, inTime.revision, 'Thôn gửi số liệu muộn'));
    await made.ask(targets.saveFigure, figure(10, late.revision));
    const report = await made.ask(reports.open, { body: { planId, windowId: q1.id } });
    expect(report.late.map(({ reason }) => reason)).toEqual(['số liệu 10/11: Thôn gửi số liệu muộn']);
  });

  it('PE8: a locked window takes an entry and a proof only with a reason, which is kept', async () => {
    const taskId = (await table('2024-Q1')).tasks[0]!.id;
    const q1 = (await made.ask(time.windows, { query: { year: 2024 } })).windows[0]!;
    await made.ask(time.lockWindow, { params: { id: q1.id }, body: { revision: q1.revision, locked: true } });
    expect((await made.refusal(work.saveProgress, { body: entry(taskId, q1.id, 'Muộn') })).code).toBe('ky-da-khoa');
    const link = { title: 'Bài', url: 'https://a.vn', taskId, windowId: q1.id, seenOn: '' };
    expect((await made.refusal(work.addLink, { body: link })).code).toBe('ky-da-khoa');
    const lateReason = 'Số liệu của Công an về muộn';
    const saved = await made.ask(work.saveProgress, { body: { ...entry(taskId, q1.id, 'Muộn'), lateReason } });
    // The entry's reason is not the proof's: bringing a proof late, and taking it away again, is explained on its own.
    expect((await made.refusal(work.addLink, { body: link })).code).toBe('ky-da-khoa');
    const { evidence } = await made.ask(work.addLink, { body: { ...link, lateReason: 'Trang mới đăng' } });
    expect(evidence.links).toMatchObject([{ taskId, windowId: q1.id, lateReason: 'Trang mới đăng' }]);
    const unlink = { params: { id: evidence.links[0]!.id } };
    expect((await made.refusal(work.unlinkEvidence, unlink)).code).toBe('ky-da-khoa');
    const { late } = await made.ask(reports.open, { body: { planId, windowId: q1.id } });
    expect(late.map(({ reason }) => reason)).toEqual([lateReason, 'minh chứng “Bài”: Trang mới đăng']);
    await made.ask(work.unlinkEvidence, { ...unlink, query: { lateReason: 'Gắn nhầm' } });
    const { html } = await made.ask(reports.open, { body: { planId, windowId: q1.id } });
    expect(html).toContain('(nhập sau khi khóa kỳ: Số liệu của Công an về muộn)');
    await made.ask(work.saveProgress, { body: { ...entry(taskId, q1.id, 'Sửa'), revision: saved.revision } });
    expect((await table(q1.id)).tasks[0]!.progress).toMatchObject({ doneText: 'Sửa', lateReason });
    const locked = (await made.ask(time.windows, { query: { year: 2024 } })).windows[0]!;
    expect(locked).toMatchObject({ lockedBy: 'person' });
    await made.ask(time.lockWindow, { params: { id: q1.id }, body: { revision: locked.revision, locked: false } });
    const other = (await table(q1.id)).tasks[1]!.id;
    await made.ask(work.saveProgress, { body: entry(other, q1.id, 'Đúng hạn') });
  });
});

describe('gathering', () => {
  it('GA1–GA8: six months begin with what the quarters hold, in the table and in the report; writing makes an own entry', async () => {
    const taskId = (await table('2024-Q1')).tasks[0]!.id;
    const figures = (numerator: number) => ({ numerator, denominator: 10, measure: 'thôn' });
    await made.ask(work.saveProgress, { body: entry(taskId, '2024-Q1', 'Niêm yết lần một', figures(4)) });
    const q2 = (await table('2024-Q2')).tasks[0]!.progress;
    await made.ask(work.saveProgress, {
      body: { ...entry(taskId, '2024-Q2', 'Niêm yết lần hai', figures(5)), revision: q2?.revision ?? null },
    });
    const half = (await table('2024-H1')).tasks[0]!;
    expect(half.progress).toBeNull();
    expect(half.gathered).toMatchObject({ state: 'xong', numerator: 9, denominator: 20, measure: 'thôn' });
    expect(half.gathered!.doneText).toBe('Quý I/2024: Niêm yết lần một\nQuý II/2024: Niêm yết lần hai');
    expect(half.evidenceCount).toBe((await table('2024-Q2')).tasks[0]!.evidenceCount);
    const report = await made.ask(reports.open, { body: { planId, windowId: '2024-H1' } });
    expect(report.html).toContain('Niêm yết lần hai');
    await made.ask(work.saveProgress, { body: entry(taskId, '2024-H1', 'Gộp gọn lại') });
    expect((await table('2024-H1')).tasks[0]).toMatchObject({ gathered: null, progress: { doneText: 'Gộp gọn lại' } });
    expect((await table('2024-Y')).tasks[0]!.gathered).toMatchObject({ doneText: '6 tháng đầu năm 2024: Gộp gọn lại' });
  });

  it('RE5: a row that is not due and has no entry is counted apart, never as missing', async () => {
    const taskId = await firstTaskWith('Quý IV/2024');
    const report = await made.ask(reports.open, { body: { planId, windowId: '2024-Q1' } });
    expect(report.missing.map((item) => item.taskId)).not.toContain(taskId);
    const { tasks, done, doing, none, notDue, notArisen } = report.counts;
    expect(notDue).toBeGreaterThanOrEqual(1);
    expect(done + doing + none + notDue + notArisen).toBe(tasks);
  });
});

describe('working years', () => {
  it('PE6: a year is corrected, a term counts by it, and it goes back to the one the program brings', async () => {
    const taskId = await firstTaskWith('15 ngày làm việc sau khi có quyết định phê duyệt');
    const { awaited } = await made.ask(time.events, { params: { id: planId } });
    const words = awaited.find((each) => /quyết định phê duyệt/.test(each.words))!.words;
    await made.ask(time.addEvent, { body: { words, date: '2024-03-22', lastDay: '', knownOn: '', note: '' } });
    expect(await dueOf(taskId, '2024-Q2')).toMatchObject({ due: true, by: '2024-04-12', confirmed: true });
    const { years, next } = await made.ask(time.workingYears);
    const given = years.find(({ year }) => year === 2024)!;
    const body = { off: [...given.off, '04-01'], worked: given.worked, confirmed: true, source: 'Thử', revision: null };
    const saved = await made.ask(time.saveWorkingYear, { params: { year: 2024 }, body });
    expect((await dueOf(taskId, '2024-Q2')).by).toBe('2024-04-15');
    await made.ask(time.forgetWorkingYear, { params: { year: 2024 }, query: { revision: saved.revision } });
    expect((await dueOf(taskId, '2024-Q2')).by).toBe('2024-04-12');
    expect(next).toMatchObject({ year: 2028, confirmed: false });
    expect(next.off).toContain('01-26');
  });

  it('refuses days that are not in the year, idle days and working days named as worked', async () => {
    const save = (off: string[], worked: string[]) =>
      made.refusal(time.saveWorkingYear, {
        params: { year: 2025 },
        body: { off, worked, confirmed: true, source: '', revision: null },
      });
    expect((await save(['02-29'], [])).message).toMatch(/29\/2 không có/);
    expect((await save(['01-04'], [])).message).toMatch(/cuối tuần/);
    expect((await save([], ['01-06'])).message).toMatch(/không phải thứ Bảy/);
  });
});

describe('cli due', () => {
  const lines: { value: unknown; lines: readonly string[] }[] = [];
  const output = {
    say: () => undefined,
    result: (value: unknown, text: readonly string[]) => void lines.push({ value, lines: text }),
  };
  const run = (values: Record<string, string>) => due.run({ positionals: [], values }, output);

  it('tells what each task owes in a window given by its key, and what is late on a day', async () => {
    const taskId = await firstTaskWith('trước ngày 15/2');
    await made.close();
    await run({ data: made.dataDir, window: '2024-Q1', today: '2024-02-15' });
    await run({ data: made.dataDir, window: '2024-Q1', today: '2024-02-14' });
    const rowsOf = (at: number) => (lines[at]!.value as { rows: Record<string, unknown>[] }).rows;
    const rowOf = (at: number) => rowsOf(at).find((row) => row.taskId === taskId);
    expect(rowOf(0)).toMatchObject({ due: true, by: '2024-02-14', waiting: false, question: null, overdue: true });
    expect(rowOf(1)).toMatchObject({ due: true, overdue: false });
    expect(lines[0]!.lines).toHaveLength(rowsOf(0).length + 1);
  });

  it('says which windows there are when it is asked for another, and refuses a day that is none', async () => {
    await made.close();
    await expect(run({ data: made.dataDir, window: '2024-Q7' })).rejects.toThrow(/2024-Q1, 2024-Q2, 2024-H1/);
    await expect(run({ data: made.dataDir, window: '2024-Q1', today: '31/5' })).rejects.toThrow(/--today/);
    await expect(run({ data: made.dataDir, window: '2024-Q1', plan: 'khong-co' })).rejects.toThrow(/khong-co/);
  });
});
