/** A kept plan and its year's results as the rules of next year's plan need them. */
import { readPeople } from '../../../db/queries/office.ts';
import { readPlanRow } from '../../../db/queries/plans.ts';
import { readTaskTable } from '../../../db/queries/task-table.ts';
import { assigneesOfPlan, statesByWindow, taskIdsOfPlan } from '../../../db/queries/tasks.ts';
import type { RowOf } from '../../../db/tables.ts';
import type { Batch } from '../../../db/write.ts';
import type { KeptView } from '../../../shared/api/contract/plans.ts';
import type { NextYearView } from '../../../shared/api/contract/writing.ts';
import { areaName } from '../../../shared/overview/sums.ts';
import { matchDimension } from '../../../shared/papi/match.ts';
import {
  moveYears,
  type NextYear,
  nextYear,
  type RowToCarry,
  saysEveryYear,
  type TaskToCarry,
} from '../../../shared/plan/next-year.ts';
import { shapeOfRows } from '../../../shared/plan/table-shape.ts';
import {
  carryOf,
  codesOfPlace,
  comesBack,
  isPlaceless,
  markedNote,
  type PlanOrigin,
  type TaxonomyChoice,
  taxonomyChoices,
} from '../../../shared/plan/turn-year.ts';
import type { Schedule } from '../../../shared/schedule/schedule.ts';
import type { Deps } from '../core/deps.ts';
import { dueReader } from '../time/due.ts';
import { keepPlan } from './keep-plan.ts';
import { readPlanView } from './plan-view.ts';

export type YearChoices = {
  readonly keep: ReadonlySet<string>;
  readonly leave: ReadonlySet<string>;
  /** New parts of the set of areas to add without tasks. */
  readonly add: readonly string[];
  readonly taxonomyId: string | null;
};

const asProposed: YearChoices = { keep: new Set(), leave: new Set(), add: [], taxonomyId: null };

type TurnedTask = NextYearView['tasks'][number];

export type TurnedYear = {
  readonly next: NextYear;
  readonly tasks: readonly TurnedTask[];
  readonly taxonomies: readonly TaxonomyChoice[];
  readonly origin: PlanOrigin;
};

/** Next year's plan as chosen, with what is proposed for each task; null when there is no such plan. */
export function planOfNextYear(deps: Deps, planId: string, choices: YearChoices = asProposed): TurnedYear | null {
  const plan = readPlanRow(deps.db, planId);
  const view = plan && readPlanView(deps.db, planId);
  if (!view) return null;
  const { year, sections, ...head } = view;
  const times = carriedTimes(deps, planId, year);
  const rows = rowsOf(deps, planId).map((row) => ({
    ...row,
    tasks: row.tasks.map((task) => ({
      ...task,
      comesBack: saysEveryYear(task.time) || comesBack(times(task.time).schedule, year),
    })),
  }));
  const header = { ...head, year, sections, doubts: [] };
  const taken = nextYear({ year, header, rows }, choices.keep, choices.leave);
  const codes = rows.map((row) => codesOfPlace(row.dimension, row.component));
  const taxonomies = taxonomyChoices([...new Set(codes.flat())], year);
  const tasks = turnedTasks(deps, planId, { year, rows, codes, times, taxonomies });
  const next = { ...taken, rows: withNewParts(marked(taken, tasks, year), taxonomies, choices) };
  return {
    next,
    tasks,
    taxonomies,
    origin: originOf({ plan: { ...view, id: planId }, next, tasks, taxonomies, choices }),
  };
}

type Times = (words: string) => { schedule: Schedule; waiting: boolean };

/** What the words of a time meant in the plan's whole year. */
function carriedTimes(deps: Deps, planId: string, year: number): Times {
  return dueReader(deps, planId, year, { kind: 'nam', year, fromDate: `${year}-01-01`, toDate: `${year}-12-31` });
}

type Turning = {
  readonly year: number;
  readonly rows: readonly RowToCarry[];
  readonly codes: readonly (readonly string[])[];
  readonly times: Times;
  readonly taxonomies: readonly TaxonomyChoice[];
};

function turnedTasks(deps: Deps, planId: string, { year, rows, codes, times, taxonomies }: Turning): TurnedTask[] {
  const people = new Map(readPeople(deps.db).map((person) => [person.id, person]));
  const assigned = assigneesOfPlan(deps.db, planId);
  return rows.flatMap((row, at) =>
    row.tasks.map((task) => {
      const person = people.get(assigned.get(task.id) ?? '');
      return {
        id: task.id,
        text: task.text,
        area: areaName(row.no, row.dimension),
        time: task.time,
        timeNext: moveYears(task.time, year).text,
        ...carryOf({ state: task.state, comesBack: task.comesBack === true, waiting: times(task.time).waiting }, year),
        assignee: person && !person.archived ? person.name : null,
        placelessIn: taxonomies.filter(({ id }) => isPlaceless(codes[at] ?? [], id)).map(({ id }) => id),
      };
    }),
  );
}

/** Rows with the mark of what was not finished. */
function marked({ rows, sources }: NextYear, tasks: readonly TurnedTask[], year: number): NextYear['rows'] {
  const unfinished = new Set(tasks.filter(({ kind }) => kind === 'chua-xong').map(({ id }) => id));
  return rows.map((row, at) => {
    const own = sources[at] ?? [];
    const places = own.flatMap((id, place) => (unfinished.has(id) ? [place + 1] : []));
    return { ...row, note: markedNote(row.note, year, places, own.length) };
  });
}

/** New parts of the chosen set, each in its area where the plan has it, else in an area of its own at the end; without tasks. */
function withNewParts(
  rows: NextYear['rows'],
  taxonomies: readonly TaxonomyChoice[],
  { add, taxonomyId }: YearChoices,
): NextYear['rows'] {
  const chosen = taxonomies.find(({ id }) => id === taxonomyId);
  const wanted = chosen?.added.filter(({ code, area }) => area !== '' && add.includes(code)) ?? [];
  const all = [...rows];
  for (const { name, area } of wanted) {
    const home = matchDimension(area)?.code;
    const last = all.findLastIndex((row) => matchDimension(row.dimension)?.code === home);
    const near = all[last];
    const row = {
      ...{ no: near?.no ?? '', dimension: near?.dimension ?? area, component: name, tasks: [], results: [], lead: '' },
      ...{ executors: [], time: '', note: '', sharesWith: null, doubts: [], place: null },
    };
    const at = last < 0 ? all.length : last + 1;
    // Rows that share the cells of another name it by its place: those behind the new row move down by one.
    for (let place = at; place < all.length; place += 1) {
      const later = all[place]!;
      if (later.sharesWith !== null && later.sharesWith >= at)
        all[place] = { ...later, sharesWith: later.sharesWith + 1 };
    }
    all.splice(at, 0, row);
  }
  return all;
}

type OriginParts = {
  readonly plan: { readonly id: string; readonly title: string; readonly year: number };
  readonly next: NextYear;
  readonly tasks: readonly TurnedTask[];
  readonly taxonomies: readonly TaxonomyChoice[];
  readonly choices: YearChoices;
};

/** What is kept with the new plan; the ids of its own tasks are filled in once they are known. */
function originOf({ plan, next, tasks, taxonomies, choices }: OriginParts): PlanOrigin {
  const carried = new Set(next.sources.flat());
  const chosen = taxonomies.find(({ id }) => id === choices.taxonomyId);
  return {
    fromPlanId: plan.id,
    fromTitle: plan.title,
    fromYear: plan.year,
    carried: tasks
      .filter(({ id }) => carried.has(id))
      .map(({ id, kind, reason }) => ({ taskId: '', fromTaskId: id, kind, reason })),
    left: tasks
      .filter(({ id }) => !carried.has(id))
      .map(({ text, reason, take }) => ({ text, reason: take ? `Không chuyển theo lựa chọn. ${reason}` : reason })),
    notMoved: next.notMoved,
    taxonomy: chosen
      ? { name: chosen.name, gone: chosen.gone.map(({ name }) => name), added: chosen.added.map(({ name }) => name) }
      : null,
  };
}

/** Keeps the plan of the next year with its assignments and where it comes from. */
export function keepNextYear(deps: Deps, batch: Batch, { next, origin }: TurnedYear): Omit<KeptView, 'batchId'> {
  const { year, header, rows, sources } = next;
  const kept = keepPlan(deps, batch, { year, header, rows, sourceName: '', sourceSha256: null });
  const ids = taskIdsOfPlan(deps.db, kept.planId);
  // Sources follow the rows that were carried; rows added since have no tasks.
  const told = sources.filter((own) => own.length > 0);
  const sourceOfRow = new Map(rows.filter(({ tasks }) => tasks.length > 0).map((row, at) => [row, told[at]]));
  const from = shapeOfRows(rows).tasks.map(({ row, item }) => sourceOfRow.get(rows[row]!)?.[item] ?? null);
  const assigned = assigneesOfPlan(deps.db, origin.fromPlanId);
  const serving = new Set(
    readPeople(deps.db)
      .filter(({ archived }) => !archived)
      .map(({ id }) => id),
  );
  const newIds = new Map<string, string>();
  ids.forEach((id, at) => {
    const source = from[at];
    if (!source) return;
    newIds.set(source, id);
    const assigneeId = assigned.get(source);
    if (assigneeId !== undefined && serving.has(assigneeId)) batch.update('task', id, null, { assigneeId });
  });
  const carried = origin.carried.map((each) => ({ ...each, taskId: newIds.get(each.fromTaskId) ?? '' }));
  batch.insert('planOrigin', { id: kept.planId, fromPlanId: origin.fromPlanId, content: { ...origin, carried } });
  return kept;
}

/** The state each task was left in: its newest window's. */
const lastStates = ({ db }: Deps, planId: string): Map<string, TaskToCarry['state']> =>
  new Map(statesByWindow(db, planId).map(({ taskId, state }) => [taskId, state]));

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
