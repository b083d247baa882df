/** Working in the task table: editing in place, adding and taking away tasks. */
import type { Hono } from 'hono';
import { hasPerson, readWindow } from '../../../db/queries/office.ts';
import { readPlanRow } from '../../../db/queries/plans.ts';
import { lastPosition, readGroupPlace, tasksOfGroup, tasksToMove, usesOfTask } from '../../../db/queries/tasks.ts';
import type { Batch } from '../../../db/write.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import { act, type Deps } from '../core/deps.ts';
import { implement, type ServerEnv } from '../core/implement.ts';
import { refuse } from '../core/refusal.ts';
import { taskTableView } from './task-table.ts';

export function taskRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { plans } = contract;

  implement(app, deps, plans.table, ({ params, query }) => {
    if (!readPlanRow(deps.db, params.id)) return refuse('khong-tim-thay');
    if (query.window !== undefined && !readWindow(deps.db, query.window)) return refuse('khong-tim-thay');
    return taskTableView(deps, params.id, query.window ?? null);
  });

  implement(app, deps, plans.addTask, ({ params, body, actor }) => {
    const group = readGroupPlace(deps.db, params.id);
    if (!group) return refuse('khong-tim-thay');
    const siblings = tasksOfGroup(deps.db, group.id);
    const after = siblings.findIndex((task) => task.id === body.afterTaskId);
    const position =
      (after < 0
        ? (siblings.at(-1)?.position ?? lastPosition(deps.db, group.planId))
        : (siblings[after]?.position ?? 0)) + 1;
    const id = deps.newId();
    const { batchId } = act(deps, actor, 'task.add', 'Thêm nhiệm vụ', (batch) => {
      makeRoom(deps, batch, group.planId, position);
      batch.insert('task', {
        id,
        planId: group.planId,
        groupId: group.id,
        position,
        text: body.text,
        lead: null,
        time: null,
        assigneeId: null,
      });
    });
    return { id, revision: 1, batchId };
  });

  implement(app, deps, plans.changeTask, ({ params, body, actor }) => {
    const { revision, ...patch } = body;
    if (patch.text === '') return refuse('sai-du-lieu', { fieldErrors: { text: ['Không được để trống.'] } });
    if (patch.assigneeId && !hasPerson(deps.db, patch.assigneeId)) return refuse('khong-tim-thay');
    const { value, batchId } = act(deps, actor, 'task.change', 'Sửa nhiệm vụ', (batch) =>
      batch.update('task', params.id, revision, patch),
    );
    return { id: params.id, revision: value.revision, batchId };
  });

  implement(app, deps, plans.removeTask, ({ params, query, actor }) => {
    if (usesOfTask(deps.db, params.id) > 0)
      return refuse(
        'con-dung',
        undefined,
        'Nhiệm vụ này đã có kết quả hoặc minh chứng nên chưa bỏ. Hãy gỡ kết quả, minh chứng trước nếu thật sự cần bỏ.',
      );
    const { batchId } = act(deps, actor, 'task.remove', 'Bỏ nhiệm vụ', (batch) =>
      batch.remove('task', params.id, query.revision),
    );
    return { batchId };
  });

  implement(app, deps, plans.changeGroup, ({ params, body, actor }) => {
    const { revision, ...patch } = body;
    const { value, batchId } = act(deps, actor, 'group.change', 'Sửa nhóm nhiệm vụ', (batch) =>
      batch.update('taskGroup', params.id, revision, patch),
    );
    return { id: params.id, revision: value.revision, batchId };
  });

  implement(app, deps, plans.changeArea, ({ params, body, actor }) => {
    const { revision, ...patch } = body;
    const { value, batchId } = act(deps, actor, 'area.change', 'Sửa lĩnh vực', (batch) =>
      batch.update('area', params.id, revision, patch),
    );
    return { id: params.id, revision: value.revision, batchId };
  });

  implement(app, deps, plans.changeComponent, ({ params, body, actor }) => {
    const { revision, ...patch } = body;
    const { value, batchId } = act(deps, actor, 'component.change', 'Sửa nội dung thành phần', (batch) =>
      batch.update('component', params.id, revision, patch),
    );
    return { id: params.id, revision: value.revision, batchId };
  });
}

/** Keeping a plan leaves gaps between positions; only a place used up by many insertions moves the tasks behind it. */
function makeRoom(deps: Deps, batch: Batch, planId: string, position: number): void {
  for (const task of tasksToMove(deps.db, planId, position))
    batch.update('task', task.id, null, { position: task.position + 1 });
}
