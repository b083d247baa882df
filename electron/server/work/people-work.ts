/** A plan's year as the office looks at it: every task in every window with the people who answer for it and who help. */
import { holdingsOn, readPeople, readPosts, readWindows } from '../../../db/queries/office.ts';
import { newestPlanOfYear, readPlanRow } from '../../../db/queries/plans.ts';
import type { RowOf } from '../../../db/tables.ts';
import type { TaskRow, TaskTable } from '../../../shared/api/contract/plans.ts';
import { createPostIndex, type PostIndex } from '../../../shared/office/posts.ts';
import { type ExecutorRole, executorsOf } from '../../../shared/office/roles.ts';
import { type BriefingAsked, briefingOf, zaloText } from '../../../shared/overview/briefing.ts';
import { standingOfRow } from '../../../shared/overview/cell.ts';
import type { YearCell, YearFacts } from '../../../shared/overview/year.ts';
import { matchComponent, matchDimension } from '../../../shared/papi/match.ts';
import { entryOf } from '../../../shared/report/gather.ts';
import { oneLine } from '../../../shared/text/fold.ts';
import { type Deps, today } from '../core/deps.ts';
import { officeCalendar } from '../time/due.ts';
import { windowView } from '../time/window-view.ts';
import { taskTableView } from './task-table.ts';

/** null when there is no such plan, or its year has no reporting window. */
export function yearFactsOf(deps: Deps, planId: string): YearFacts | null {
  const plan = readPlanRow(deps.db, planId);
  if (!plan) return null;
  const windows = readWindows(deps.db).filter(({ year }) => year === plan.year);
  const tables = windows.map((window) => taskTableView(deps, planId, window.id));
  const table = tables[0];
  if (!table) return null;
  const people = readPeople(deps.db);
  const posts = readPosts(deps.db);
  const holdings = holdingsOn(deps.db, today(deps));
  const postNames = new Map(posts.map((post) => [post.id, post.name]));
  return {
    planId,
    year: plan.year,
    title: plan.title,
    windows: windows.map((row) => {
      const { id, key, kind, label, fromDate, toDate, dueDate, dueStrict } = windowView(row);
      return { id, key, kind, label, fromDate, toDate, dueDate, dueStrict };
    }),
    areas: table.areas.map(({ id, no, name }) => ({ id, no, name })),
    groups: groupsOf(table, partnersOf(createPostIndex(posts), holdings)),
    tasks: table.tasks.map((task, at) => ({
      id: task.id,
      groupId: task.groupId,
      text: task.text,
      time: task.time,
      lead: task.lead,
      postId: task.leadPostIds[0] ?? null,
      cells: tables.map((each) => cellOf(each.tasks[at] ?? task)),
    })),
    people: people.map(({ id, name }) => ({
      id,
      name,
      posts: holdings.filter(({ personId }) => personId === id).map(({ postId }) => postNames.get(postId) ?? ''),
    })),
    posts: posts.map(({ id, name }) => ({ id, name })),
  };
}

function cellOf(task: TaskRow): YearCell {
  const entry = entryOf(task);
  return {
    people: task.personIds,
    ...standingOfRow(task),
    proposal: entry?.proposal.trim() ?? '',
    figure: entry ? figureWords(entry) : '',
  };
}

function figureWords({ numerator, denominator, measure }: NonNullable<TaskRow['progress' | 'gathered']>): string {
  if (numerator === null) return '';
  const number = denominator === null ? numerator : `${numerator}/${denominator}`;
  return oneLine(`${number} ${measure}`);
}

type Holding = { readonly postId: string; readonly personId: string };
type Partner = YearFacts['groups'][number]['partners'][number];

/** Who the executors' words mean today; a person named twice helps in the stronger role. */
function partnersOf(index: PostIndex, holdings: readonly Holding[]): (executors: readonly string[]) => Partner[] {
  const holders = new Map<string, string[]>();
  for (const { postId, personId } of holdings) holders.set(postId, [...(holders.get(postId) ?? []), personId]);
  return (executors) => {
    const roles = new Map<string, ExecutorRole>();
    for (const { words, role } of executorsOf(executors))
      for (const personId of holders.get(index.resolve(words) ?? '') ?? [])
        if (roles.get(personId) !== 'executor') roles.set(personId, role);
    return [...roles].map(([personId, role]) => ({ personId, role }));
  };
}

function groupsOf(table: TaskTable, partners: ReturnType<typeof partnersOf>): YearFacts['groups'] {
  const names = new Map(table.components.map(({ id, name }) => [id, name]));
  const areaCodes = new Map(table.areas.map(({ id, name }) => [id, matchDimension(name)?.code]));
  const codes = new Map<string, string[]>();
  const codesOf = (name: string, areaId: string): string[] => {
    const key = `${areaId}\n${name}`;
    const known = codes.get(key) ?? matchComponent(name, areaCodes.get(areaId))?.codes ?? matchComponent(name)?.codes;
    const found = [...(known ?? [])];
    codes.set(key, found);
    return found;
  };
  return table.groups.map((group) => {
    const components = group.componentIds.map((id) => names.get(id) ?? '').filter((name) => name !== '');
    return {
      id: group.id,
      areaId: group.areaId,
      component: components.join('; '),
      codes: [...new Set(components.flatMap((name) => codesOf(name, group.areaId)))],
      partners: partners(group.executors),
    };
  });
}

/** The newest kept plan of the year before; null when there is none. */
export function planOfYearBefore(deps: Deps, planId: string): RowOf<'plan'> | null {
  const plan = readPlanRow(deps.db, planId);
  if (!plan) return null;
  const id = newestPlanOfYear(deps.db, plan.year - 1);
  return id === null ? null : readPlanRow(deps.db, id);
}

/** Working days ahead that count as soon. */
const soon = 10;

/** What the Chủ tịch has to know of a window, and the text for each officer who still owes something; null without plan or window. */
export function morningBriefing(deps: Deps, planId: string, windowId: string) {
  const facts = yearFactsOf(deps, planId);
  if (!facts) return null;
  const now = today(deps);
  const asked: BriefingAsked = {
    at: facts.windows.findIndex(({ id }) => id === windowId),
    today: now,
    until: officeCalendar(deps).after(now, soon).date,
  };
  const brief = briefingOf(facts, asked);
  if (!brief) return null;
  const officers = facts.people.flatMap(({ id, name }) => {
    const said = zaloText(facts, asked, id);
    return said ? [{ personId: id, name, ...said }] : [];
  });
  return { brief, officers };
}
