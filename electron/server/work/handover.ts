/** What goes over when one person hands posts and tasks to the next, read on the day, and the minute it makes. */

import { proofTitlesOfPlan } from '../../../db/queries/evidence.ts';
import { holdingsOn, readOffice, readPeople, readPosts, readWindows } from '../../../db/queries/office.ts';
import { listPlans, type PlanLine } from '../../../db/queries/plans.ts';
import type { RowOf } from '../../../db/tables.ts';
import type { contract } from '../../../shared/api/contract/contract.ts';
import type { BodyOf } from '../../../shared/api/endpoint.ts';
import type { OfficialDocument } from '../../../shared/document/model.ts';
import { buildHandover } from '../../../shared/office/build-handover.ts';
import type { HandoverContent, HandoverTask } from '../../../shared/office/handover.ts';
import { issuerLines, officeName } from '../../../shared/office/unit.ts';
import { lastDay, pieceOf, pieceWords, standingOfRow } from '../../../shared/overview/cell.ts';
import { areaName } from '../../../shared/overview/sums.ts';
import { entryOf } from '../../../shared/report/gather.ts';
import { proofNames } from '../../../shared/target/target.ts';
import { capital } from '../../../shared/text/letter-case.ts';
import type { Deps } from '../core/deps.ts';
import { unitOf } from '../office/own-unit.ts';
import { resultsOf } from './group-results.ts';
import { missingOf } from './result-gaps.ts';
import { taskTableView } from './task-table.ts';

export type HandoverChoice = BodyOf<typeof contract.handover.make>;

/** The plans a hand-over speaks of: those of the day's year, else the newest one. */
export function plansOn(deps: Deps, date: string): PlanLine[] {
  const plans = listPlans(deps.db);
  const ofYear = plans.filter(({ year }) => year === Number(date.slice(0, 4)));
  return ofYear.length > 0 ? ofYear : plans.slice(0, 1);
}

/** The quarter a day lies in, else the last window that ended before it, else the year's first. */
function windowOn(deps: Deps, year: number, date: string): RowOf<'reportingWindow'> | null {
  const windows = readWindows(deps.db).filter((window) => window.year === year);
  const around = windows.filter(({ fromDate, toDate }) => fromDate <= date && date <= toDate);
  return around[0] ?? windows.filter(({ toDate }) => toDate < date).at(-1) ?? windows[0] ?? null;
}

/** null when one of the two people is gone, or is the other. */
export function handoverContentOf(deps: Deps, asked: HandoverChoice): HandoverContent | null {
  const people = new Map(readPeople(deps.db).map((person) => [person.id, person]));
  const [from, to] = [people.get(asked.fromPersonId), people.get(asked.toPersonId)];
  if (!from || !to || from.id === to.id) return null;
  const posts = readPosts(deps.db).filter(({ id }) => asked.postIds.includes(id));
  const chosen = new Set(asked.taskIds);
  const tasks = plansOn(deps, asked.date).flatMap((plan) => tasksOf(deps, plan, asked, chosen));
  return {
    posts: posts.map(({ name }) => name),
    tasks,
    assigned: [...chosen],
    from: from.name,
    to: to.name,
    witness: { name: asked.witnessName, title: asked.witnessTitle },
  };
}

function tasksOf(
  deps: Deps,
  plan: PlanLine,
  { date, postIds }: HandoverChoice,
  chosen: ReadonlySet<string>,
): HandoverTask[] {
  const window = windowOn(deps, plan.year, date);
  const table = taskTableView(deps, plan.id, window?.id ?? null);
  const groups = new Map(table.groups.map((group) => [group.id, group]));
  const areas = new Map(table.areas.map(({ id, no, name }) => [id, areaName(no, name)]));
  const passed = table.tasks.filter(
    (task) =>
      chosen.has(task.id) || (task.assigneeId === null && task.leadPostIds.some((postId) => postIds.includes(postId))),
  );
  if (passed.length === 0) return [];
  const titles = proofTitles(deps, plan.id);
  const missing = window ? missingByGroup(deps, plan.id, window.id) : new Map<string, string[]>();
  return passed.map((task) => {
    const group = groups.get(task.groupId);
    const entry = entryOf(task);
    const standing = standingOfRow(task);
    const state = window ? pieceWords[pieceOf(standing, window, date)] : pieceWords.idle;
    return {
      taskId: task.id,
      planTitle: plan.title,
      area: areas.get(group?.areaId ?? '') ?? '',
      text: task.text,
      time: task.time,
      state: capital(state),
      doneText: entry?.doneText ?? '',
      by: window && standing.due ? lastDay(standing, window) : null,
      evidence: titles.get(task.id) ?? [],
      missing: missing.get(task.groupId) ?? [],
    };
  });
}

/** Beyond so many a minute only counts; the table itself has them all. */
const mostTitles = 500;

function proofTitles(deps: Deps, planId: string): Map<string, string[]> {
  const titles = new Map<string, string[]>();
  for (const { taskId, title } of proofTitlesOfPlan(deps.db, planId)) {
    const known = titles.get(taskId);
    if (!known) titles.set(taskId, [title]);
    else if (known.length < mostTitles) known.push(title);
  }
  return titles;
}

/** Kinds of proof the results of a group ask for and nobody brought or explained, in words. */
function missingByGroup(deps: Deps, planId: string, windowId: string): Map<string, string[]> {
  const groups = resultsOf(deps, { planId, windowId, groupId: null });
  return new Map(
    [...groups].map(([groupId, group]) => [
      groupId,
      [...new Set(missingOf(group).flatMap(({ missing }) => missing.map((kind) => proofNames[kind])))],
    ]),
  );
}

/** The minute as it prints; null while the office has no name. */
export function handoverDocument(
  deps: Deps,
  { date, content, note }: { date: string; content: HandoverContent; note: string },
): OfficialDocument | null {
  const record = readOffice(deps.db);
  if (!record) return null;
  const unit = unitOf(record.unit);
  const office = { issuer: issuerLines(unit), name: officeName(unit), place: record.office.place };
  return buildHandover({ office, date, content, note });
}

/** Posts a person holds on a day. */
export const heldOn = (deps: Deps, personId: string, date: string) =>
  holdingsOn(deps.db, date).filter((holding) => holding.personId === personId);
