/** A kept plan and its year's results as the rules of next year's plan need them. */
import { readPlanRow } from '../../db/queries/plans.ts';
import { readTaskTable } from '../../db/queries/task-table.ts';
import type { RowOf } from '../../db/tables.ts';
import { type NextYear, nextYear, type RowToCarry, type TaskToCarry } from '../../shared/plan/next-year.ts';
import type { Deps } from './deps.ts';
import { readPlanView } from './plan-view.ts';

/** null when there is no such plan. */
export function planOfNextYear(deps: Deps, planId: string, keep?: ReadonlySet<string>): NextYear | null {
  const plan = readPlanRow(deps.db, planId);
  const view = plan && readPlanView(deps.db, planId);
  if (!view) return null;
  const { year, sections, ...head } = view;
  return nextYear({ year, header: { ...head, year, sections, doubts: [] }, rows: rowsOf(deps, planId) }, keep);
}

/** The state each task was left in: its newest window's. */
function lastStates({ db }: Deps, planId: string): Map<string, TaskToCarry['state']> {
  const rows = db.sqlite
    .prepare(
      `select p.task_id as taskId, p.state from progress p join task t on t.id = p.task_id
       join reporting_window w on w.id = p.window_id where t.plan_id = ? order by w.to_date, w.from_date desc`,
    )
    .all(planId) as { taskId: string; state: TaskToCarry['state'] }[];
  return new Map(rows.map(({ taskId, state }) => [taskId, state]));
}

/** Tasks with a lead or time of their own stand in rows of their own below their group. */
function rowsOf(deps: Deps, planId: string): RowToCarry[] {
  const states = lastStates(deps, planId);
  const { areas, components, groups, tasks } = readTaskTable(deps.db, planId, null);
  const areaOf = new Map(areas.map((area) => [area.id, area]));
  const nameOf = new Map(components.map(({ id, name }) => [id, name]));
  const rows: RowToCarry[] = [];
  for (const group of groups) {
    const area = areaOf.get(group.areaId);
    const own = tasks.map(({ task }) => task).filter((task) => task.groupId === group.id);
    const follows = (task: RowOf<'task'>): boolean => task.lead === null && task.time === null;
    const [first = '', ...further] = group.componentIds.map((id) => nameOf.get(id) ?? '');
    const base = {
      no: area?.no ?? '',
      dimension: area?.name ?? '',
      results: group.results,
      lead: group.lead,
      executors: group.executors,
      time: group.time,
      note: group.note,
      sharesWith: null,
      doubts: [],
      place: null,
    };
    const carry = ({ id, text, time }: RowOf<'task'>): TaskToCarry => ({
      id,
      text,
      state: states.get(id) ?? null,
      time: time ?? group.time,
    });
    const owner = rows.length;
    if (own.some(follows) || own.length === 0) {
      rows.push({ ...base, component: first, tasks: own.filter(follows).map(carry) });
      for (const component of further) rows.push({ ...base, component, tasks: [], sharesWith: owner });
    }
    for (const task of own.filter((each) => !follows(each)))
      rows.push({
        ...base,
        component: first,
        tasks: [carry(task)],
        lead: task.lead ?? base.lead,
        time: task.time ?? base.time,
      });
  }
  return rows;
}
