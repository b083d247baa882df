/** What a person did in a window, and the list of what concerns them. */
import type { Hono } from 'hono';
import { holdingsOn, readPosts, readWindow } from '../../../db/queries/office.ts';
import { readPlanRow } from '../../../db/queries/plans.ts';
import { hasTask, progressOf } from '../../../db/queries/tasks.ts';
import { hasWindow } from '../../../db/queries/time.ts';
import { StaleWrite } from '../../../db/write.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import type { WorkItem } from '../../../shared/api/contract/work.ts';
import { createPostIndex } from '../../../shared/office/posts.ts';
import { type ExecutorRole, executorsOf } from '../../../shared/office/roles.ts';
import { act, type Deps, today } from '../core/deps.ts';
import { implement, type ServerEnv } from '../core/implement.ts';
import { refuse } from '../core/refusal.ts';
import { lacksReason } from '../time/windows.ts';
import { taskTableView } from './task-table.ts';

export function workRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { work } = contract;

  implement(app, deps, work.mine, ({ query }) => {
    if (!readPlanRow(deps.db, query.plan) || !readWindow(deps.db, query.window)) return refuse('khong-tim-thay');
    return { items: itemsOf(deps, query.person, query.plan, query.window) };
  });

  implement(app, deps, work.saveProgress, ({ body, actor }) => {
    const { taskId, windowId, revision, lateReason, ...fields } = body;
    if (!hasTask(deps.db, taskId) || !hasWindow(deps.db, windowId)) return refuse('khong-tim-thay');
    const known = progressOf(deps.db, taskId, windowId);
    const reason = lateReason?.trim() || (known?.lateReason ?? '');
    if (lacksReason(deps, windowId, reason)) return refuse('ky-da-khoa');
    const row = { ...fields, lateReason: reason, personId: actor.personId, updatedAt: deps.clock() };
    const { value, batchId } = act(deps, actor, 'progress.save', 'Ghi kết quả', (batch) => {
      if (known === null) return batch.insert('progress', { id: deps.newId(), taskId, windowId, ...row });
      if (revision === null) throw new StaleWrite('progress', batch.get('progress', known.id));
      return batch.update('progress', known.id, revision, row);
    });
    return { id: value.id, revision: value.revision, batchId };
  });
}

/** Tasks that concern a person: assigned by name, led by a post they hold, or carried out by one; each once, in the plan's order. */
function itemsOf(deps: Deps, personId: string, planId: string, windowId: string): WorkItem[] {
  const table = taskTableView(deps, planId, windowId);
  const window = readWindow(deps.db, windowId);
  const days = [today(deps), ...(window ? [window.toDate] : [])];
  const held = new Set(
    days.flatMap((day) =>
      holdingsOn(deps.db, day)
        .filter((holding) => holding.personId === personId)
        .map((holding) => holding.postId),
    ),
  );
  const index = createPostIndex(readPosts(deps.db));
  const partIn = (executors: readonly string[]): ExecutorRole | null => {
    const own = executorsOf(executors).filter(({ words }) => held.has(index.resolve(words) ?? ''));
    return own.find(({ role }) => role === 'executor')?.role ?? own[0]?.role ?? null;
  };
  const groups = new Map(table.groups.map((group) => [group.id, group]));
  const areas = new Map(table.areas.map((area) => [area.id, area]));
  const components = new Map(table.components.map((component) => [component.id, component]));
  const items: WorkItem[] = [];
  for (const task of table.tasks) {
    const group = groups.get(task.groupId);
    const area = group && areas.get(group.areaId);
    if (!group || !area) continue;
    const leads =
      task.leadPostIds.some((id) => held.has(id)) && (task.assigneeId === null || task.assigneeId === personId);
    const assigned = task.assigneeId !== null && task.personIds.includes(personId);
    const role = assigned ? 'assignee' : leads ? 'lead' : partIn(group.executors);
    if (role === null) continue;
    items.push({
      ...task,
      areaNo: area.no,
      areaName: area.name,
      componentName: group.componentIds.map((id) => components.get(id)?.name ?? '').join('; '),
      results: group.results,
      executors: group.executors,
      role,
    });
  }
  return items;
}
