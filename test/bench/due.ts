/** What is due for 5,000 tasks in four windows, and the counts of the office view, against loops by hand over prepared data. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dueOfWindows } from '../../electron/server/time/due.ts';
import { taskTableView } from '../../electron/server/work/task-table.ts';
import { entryOf } from '../../shared/report/gather.ts';
import { openLargeOffice } from './large-office.ts';
import { check, inTurn, ratio, type Suite, timed } from './measure.ts';

const tasks = 5_000;
const windows = ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4'];

/** Words, and the quarters they are due in as a person says it: 400 wordings, most of them a date of its own. */
const wordings: readonly { words: string; quarters: readonly number[] }[] = [
  { words: 'Thường xuyên', quarters: [1, 2, 3, 4] },
  { words: 'Quý II, III năm 2024', quarters: [2, 3] },
  { words: '6 tháng, năm', quarters: [2, 4] },
  { words: 'Năm 2024 và những năm tiếp theo', quarters: [4] },
  { words: 'Khi có cuộc bầu cử', quarters: [2] },
  { words: 'Sau khi được phê duyệt', quarters: [] },
  { words: '', quarters: [] },
  { words: 'Theo kế hoạch của tỉnh', quarters: [] },
  ...Array.from({ length: 392 }, (_, at) => {
    const [day, month] = [(at % 28) + 1, (at % 12) + 1];
    const words = ['Chậm nhất', 'Hoàn thành ngày', 'Đến', 'Xong'][Math.floor(at / 84) % 4];
    return { words: `${words} ${day}/${month}/2024`, quarters: [Math.ceil(month / 3)] };
  }),
];

export const dueSuite: Suite = async (say) => {
  const folder = mkdtempSync(join(tmpdir(), 'so-viec-bench-'));
  const { office, planId } = openLargeOffice(folder, tasks);
  try {
    const { deps } = office;
    const { sqlite } = deps.db;
    say(`due: ${tasks} tasks, ${new Set(wordings.map(({ words }) => words)).size} wordings …`);
    prepare(sqlite, planId);

    // The floor: rows read once, the meaning of each wording said by hand.
    const quartersOf = new Map(wordings.map(({ words, quarters }) => [words, new Set(quarters)]));
    const rows = sqlite.prepare('select id, time from task where plan_id = ? order by position').all(planId) as {
      id: string;
      time: string;
    }[];
    const program = () => dueOfWindows(deps, planId, windows);
    const byHand = () =>
      windows.map((_, at) => new Map(rows.map(({ id, time }) => [id, quartersOf.get(time)!.has(at + 1)] as const)));

    const checked: string[] = [];
    const [found, expected] = [program(), byHand()];
    for (const [at, window] of windows.entries()) {
      const ofWindow = found.get(window)!;
      const wrong = rows.find(({ id }) => ofWindow.get(id)?.due !== expected[at]!.get(id));
      check(
        wrong === undefined && ofWindow.size === tasks,
        `${window}: every task due as by hand (${wrong?.time})`,
        checked,
      );
    }

    const view = () => windows.map((window) => countsOf(deps, planId, window));
    const viewByHand = () => windows.map((window, at) => countsByHand(sqlite, planId, window, expected[at]!));
    check(
      JSON.stringify(view()) === JSON.stringify(viewByHand()),
      'counts by person, area and window as by SQL',
      checked,
    );

    const times = await inTurn(9, {
      'due, 5,000 × 4': () => timed(program),
      'loop by hand': () => timed(byHand),
      'office view × 4': () => timed(view),
      'SQL and loop by hand × 4': () => timed(viewByHand),
    });
    return {
      suite: 'due',
      measured: times,
      ratios: {
        'due / loop over prepared data': ratio(times['due, 5,000 × 4'], times['loop by hand']),
        'office view / SQL by hand': ratio(times['office view × 4'], times['SQL and loop by hand × 4']),
      },
      checked,
    };
  } finally {
    await office.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

type Db = Parameters<typeof dueOfWindows>[0]['db']['sqlite'];

/** Times by turns, one recorded event, six people, and entries for two tasks of three in the second quarter. */
function prepare(sqlite: Db, planId: string): void {
  const ids = sqlite.prepare('select id from task where plan_id = ? order by position').pluck().all(planId) as string[];
  const setTime = sqlite.prepare('update task set time = ?, assignee_id = ? where id = ?');
  const person = sqlite.prepare('insert into person (id, name, archived, revision) values (?, ?, 0, 1)');
  const entry = sqlite.prepare(
    `insert into progress (id, task_id, window_id, state, done_text, measure, obstacle, proposal, updated_at, revision)
     values (?, ?, '2024-Q2', ?, 'Đã làm', '', '', '', 1, 1)`,
  );
  sqlite.transaction(() => {
    for (let at = 0; at < 6; at++) person.run(`nguoi-${at}`, `Người ${at}`);
    ids.forEach((id, at) => {
      setTime.run(wordings[at % wordings.length]!.words, `nguoi-${at % 6}`, id);
      if (at % 3 < 2) entry.run(`p${at}`, id, at % 3 === 0 ? 'xong' : 'dang-lam');
    });
    sqlite
      .prepare(
        `insert into office_event (id, words, event_key, date, note, revision) values ('e', 'có cuộc bầu cử', 'co cuoc bau cu', '2024-05-02', '', 1)`,
      )
      .run();
  })();
}

type Counts = Record<string, { due: number; open: number }>;

function add(counts: Counts, key: string, open: boolean): void {
  counts[key] ??= { due: 0, open: 0 };
  counts[key].due += 1;
  if (open) counts[key].open += 1;
}

const sorted = (counts: Counts) => Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1));

/** What is due and still open by person and by area, from the table the screens read. */
function countsOf(deps: Parameters<typeof taskTableView>[0], planId: string, windowId: string) {
  const table = taskTableView(deps, planId, windowId);
  const areaOf = new Map(table.groups.map(({ id, areaId }) => [id, areaId]));
  const counts: Counts = {};
  for (const task of table.tasks) {
    if (!task.due?.due) continue;
    const open = entryOf(task)?.state !== 'xong';
    for (const person of task.personIds) add(counts, `person ${person}`, open);
    add(counts, `area ${areaOf.get(task.groupId)}`, open);
  }
  return sorted(counts);
}

function countsByHand(sqlite: Db, planId: string, windowId: string, due: ReadonlyMap<string, boolean>) {
  const rows = sqlite
    .prepare(
      `select t.id, t.assignee_id as person, g.area_id as area, p.state from task t join task_group g on g.id = t.group_id
       left join progress p on p.task_id = t.id and p.window_id = ? where t.plan_id = ?`,
    )
    .all(windowId, planId) as { id: string; person: string; area: string; state: string | null }[];
  const counts: Counts = {};
  for (const { id, person, area, state } of rows) {
    if (!due.get(id)) continue;
    add(counts, `person ${person}`, state !== 'xong');
    add(counts, `area ${area}`, state !== 'xong');
  }
  return sorted(counts);
}
