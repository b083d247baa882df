/** The task table of a plan as the screens see it: each task with who answers for it, what it owes in the window and what was told of it. */

import { assignmentsPassedOn } from '../../../db/queries/handovers.ts';
import { holdingsOn, readPosts, readWindow, readWindows } from '../../../db/queries/office.ts';
import { readPlanRow } from '../../../db/queries/plans.ts';
import { readTaskTable } from '../../../db/queries/task-table.ts';
import { entriesOfWindows, proofCounts } from '../../../db/queries/time.ts';
import type { RowOf } from '../../../db/tables.ts';
import type { TaskRow, TaskTable } from '../../../shared/api/contract/plans.ts';
import { assigneeOn } from '../../../shared/office/handover.ts';
import { createPostIndex } from '../../../shared/office/posts.ts';
import { executorsOf } from '../../../shared/office/roles.ts';
import type { TaskDue } from '../../../shared/overview/task-row.ts';
import { type GatherEntry, type Gathered, gather, windowsInside } from '../../../shared/report/gather.ts';
import { type Deps, today } from '../core/deps.ts';
import { dueReader } from '../time/due.ts';

const dueView = ({ due, by, waiting, why, confirmed, question, scheduleText, answered }: TaskDue): TaskDue => ({
  due,
  by,
  waiting,
  why,
  confirmed,
  question,
  scheduleText,
  answered,
});

/** What the windows inside `window` hold of a plan's tasks; null for a window that has none inside it. */
function shorterWindows(deps: Deps, planId: string, window: RowOf<'reportingWindow'>) {
  const inside = windowsInside(window, readWindows(deps.db));
  if (inside.length === 0) return null;
  const ids = inside.map(({ id }) => id);
  const byTask = new Map<string, GatherEntry[]>();
  for (const { taskId, ...entry } of entriesOfWindows(deps.db, planId, ids)) {
    const known = byTask.get(taskId);
    if (known) known.push(entry);
    else byTask.set(taskId, [entry]);
  }
  const gathered = (taskId: string): TaskRow['gathered'] => {
    const entries = byTask.get(taskId);
    const found: Gathered | null = entries ? gather(inside, entries) : null;
    return found && { ...found, from: [...found.from] };
  };
  return { gathered, proofs: proofCounts(deps.db, planId, [window.id, ...ids]) };
}

/** Windows whose proofs count in a window: itself and the shorter ones inside it (rule GA8). */
export function windowsCounted(deps: Deps, window: RowOf<'reportingWindow'>): string[] {
  return [window.id, ...windowsInside(window, readWindows(deps.db)).map(({ id }) => id)];
}

/**
 * The working table with people: the words of lead and executors are matched to posts, and posts to whoever holds them today. In a
 * window that has ended people are those of its last day, so that an old quarter still shows who answered for it.
 */
export function taskTableView(deps: Deps, planId: string, windowId: string | null): TaskTable {
  const record = readTaskTable(deps.db, planId, windowId);
  const window = windowId === null ? null : readWindow(deps.db, windowId);
  const now = today(deps);
  const day = window && window.toDate < now ? window.toDate : now;
  const index = createPostIndex(readPosts(deps.db));
  const holders = new Map<string, string[]>();
  for (const { postId, personId } of holdingsOn(deps.db, day).concat(day === now ? [] : holdingsOn(deps.db, now)))
    if (!holders.get(postId)?.includes(personId)) holders.set(postId, [...(holders.get(postId) ?? []), personId]);
  const resolved = (wording: string): string[] => {
    const post = index.resolve(wording);
    return post === null ? [] : [post];
  };
  const groups = new Map(record.groups.map((group) => [group.id, group]));
  const taskIds = new Map<string, string[]>();
  const plan = readPlanRow(deps.db, planId);
  const dueOf = plan && window && dueReader(deps, planId, plan.year, window);
  const shorter = window && shorterWindows(deps, planId, window);
  const passedOn = assignmentsPassedOn(deps.db);
  // As with holdings: of a window that has ended, who answered then and who answers now.
  const answering = (taskId: string, assigneeId: string): string[] => [
    ...new Set([day, now].flatMap((each) => assigneeOn(taskId, assigneeId, each, passedOn) ?? [])),
  ];
  const tasks = record.tasks.map(({ task, progress, evidenceCount }) => {
    const group = groups.get(task.groupId);
    const lead = task.lead ?? group?.lead ?? '';
    const leadPostIds = resolved(lead);
    const inGroup = taskIds.get(task.groupId);
    if (inGroup) inGroup.push(task.id);
    else taskIds.set(task.groupId, [task.id]);
    const time = task.time ?? group?.time ?? '';
    return {
      id: task.id,
      groupId: task.groupId,
      text: task.text,
      lead,
      leadOverride: task.lead,
      leadPostIds,
      time,
      timeOverride: task.time,
      assigneeId: task.assigneeId,
      personIds: task.assigneeId
        ? answering(task.id, task.assigneeId)
        : [...new Set(leadPostIds.flatMap((postId) => holders.get(postId) ?? []))],
      revision: task.revision,
      progress,
      gathered: progress || !shorter ? null : shorter.gathered(task.id),
      evidenceCount: shorter?.proofs.get(task.id) ?? evidenceCount,
      due: dueOf ? dueView(dueOf(time)) : null,
    };
  });
  return {
    planId,
    windowId,
    areas: record.areas.map(({ id, no, name, revision }) => ({ id, no, name, revision })),
    components: record.components.map(({ id, areaId, name, revision }) => ({ id, areaId, name, revision })),
    groups: record.groups.map(({ id, areaId, componentIds, results, lead, executors, time, note, revision }) => ({
      id,
      areaId,
      componentIds,
      results,
      lead,
      executors,
      executorPostIds: [...new Set(executorsOf(executors).flatMap(({ words }) => resolved(words)))],
      time,
      note,
      revision,
      taskIds: taskIds.get(id) ?? [],
    })),
    tasks,
  };
}
