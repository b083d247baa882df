/** cli due: what every task of the kept plans owes in a reporting window, and what is late on a day. */
import { readWindows } from '../../db/queries/office.ts';
import { listPlans } from '../../db/queries/plans.ts';
import { entryOf } from '../../shared/report/gather.ts';
import { isOverdue } from '../../shared/schedule/overdue.ts';
import { isCalendarDate, shortDate } from '../../shared/text/dates.ts';
import { today as todayOf } from '../server/core/deps.ts';
import type { Office } from '../server/open-office.ts';
import { taskTableView } from '../server/work/task-table.ts';
import { type Command, type CommandInput, CommandRefused, required, WrongUsage } from './command.ts';
import { withExistingOffice } from './given-plan.ts';

type DueRow = {
  planId: string;
  taskId: string;
  text: string;
  time: string;
  scheduleText: string;
  due: boolean;
  by: string | null;
  waiting: boolean;
  confirmed: boolean;
  why: string;
  question: string | null;
  state: string | null;
  overdue: boolean;
};

export const due: Command = {
  usage: 'due --data THƯ_MỤC --window KỲ [--plan MÃ] [--today YYYY-MM-DD] [--json]',
  about: 'việc nào đến hạn trong một kỳ báo cáo (KỲ là mã kỳ, ví dụ 2024-Q2)',
  options: {
    data: { type: 'string' },
    window: { type: 'string' },
    plan: { type: 'string' },
    today: { type: 'string' },
  },
  run: async (input, output) => {
    if (input.positionals.length > 0) throw new WrongUsage('Lệnh due không nhận thêm chữ.');
    const [data, window] = [required(input, 'data'), required(input, 'window')];
    const day = input.values.today;
    if (day !== undefined && (typeof day !== 'string' || !isCalendarDate(day)))
      throw new WrongUsage('--today là một ngày có trong lịch, ví dụ 2024-06-30.');
    const answer = await withExistingOffice(data, async (office) => dueAnswer(office, window, input, day));
    output.result(answer, [
      `${answer.window.label}: ${answer.rows.filter((row) => row.due).length}/${answer.rows.length} việc đến hạn`,
      ...answer.rows.map(lineOf),
    ]);
    return true;
  },
};

function dueAnswer(office: Office, given: string, input: CommandInput, day: string | undefined) {
  const { deps } = office;
  const windows = readWindows(deps.db);
  const window = windows.find(({ id, key }) => id === given || key === given);
  if (!window) {
    const known = windows.map(({ key }) => key).join(', ');
    throw new CommandRefused(
      'khong-tim-thay',
      `Không có kỳ báo cáo nào mang mã ${given}. ${known === '' ? 'Dữ liệu này chưa có kỳ nào.' : `Các kỳ đang có: ${known}.`}`,
    );
  }
  const plans = listPlans(deps.db).filter(({ id, year }) =>
    input.values.plan === undefined ? year === window.year : id === input.values.plan,
  );
  if (plans.length === 0)
    throw new CommandRefused(
      'khong-tim-thay',
      input.values.plan === undefined
        ? `Chưa có kế hoạch nào của năm ${window.year}.`
        : `Không có kế hoạch nào mang mã ${String(input.values.plan)}.`,
    );
  const today = day ?? todayOf(deps);
  const rows = plans.flatMap((plan) =>
    taskTableView(deps, plan.id, window.id).tasks.flatMap((task): DueRow[] => {
      if (!task.due) return [];
      const { due: isDue, by, waiting, confirmed, why, question, scheduleText } = task.due;
      const state = entryOf(task)?.state ?? null;
      return [
        {
          planId: plan.id,
          taskId: task.id,
          text: task.text,
          time: task.time,
          scheduleText,
          due: isDue,
          by,
          waiting,
          confirmed,
          why,
          question,
          state,
          overdue: isOverdue(task.due, state, window, today),
        },
      ];
    }),
  );
  const { id, key, label, fromDate, toDate, dueDate } = window;
  return { window: { id, key, label, fromDate, toDate, dueDate }, today, rows };
}

function lineOf(row: DueRow): string {
  const mark = row.overdue ? '! quá hạn' : row.due ? '✓ đến hạn' : row.waiting ? '… chờ' : '– chưa';
  const by = row.by === null ? '' : ` (hạn ${shortDate(row.by)})`;
  return `${mark}${by}: ${row.text} — ${row.why}${row.question === null ? '' : ` ? ${row.question}`}`;
}
