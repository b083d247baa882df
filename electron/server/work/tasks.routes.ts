/** Working in the task table: editing in place, adding and taking away tasks. */
import type { Hono } from 'hono';
import { readWindow } from '../../../db/queries/office.ts';
import { readPlanRow } from '../../../db/queries/plans.ts';
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
    const group = deps.db.sqlite.prepare('select id, plan_id as planId from task_group where id = ?').get(params.id) as
      | { id: string; planId: string }
      | undefined;
    if (!group) return refuse('khong-tim-thay');
    const siblings = deps.db.sqlite
      .prepare('select id, position from task where group_id = ? order by position')
      .all(group.id) as {
      id: string;
      position: number;
    }[];
    const after = siblings.findIndex((task) => task.id === body.afterTaskId);
    const position =
      (after < 0 ? (siblings.at(-1)?.position ?? endOfPlan(deps, group.planId)) : (siblings[after]?.position ?? 0)) + 1;
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
    if (patch.assigneeId && !deps.db.sqlite.prepare('select 1 from person where id = ?').get(patch.assigneeId))
      return refuse('khong-tim-thay');
    const { value, batchId } = act(deps, actor, 'task.change', 'Sửa nhiệm vụ', (batch) =>
      batch.update('task', params.id, revision, patch),
    );
    return { id: params.id, revision: value.revision, batchId };
  });

  implement(app, deps, plans.removeTask, ({ params, query, actor }) => {
    const used = deps.db.sqlite
      .prepare(
        'select (select count(*) from progress where task_id = ?) + (select count(*) from evidence_link where task_id = ?)',
      )
      .pluck()
      .get(params.id, params.id) as number;
    if (used > 0)
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

const endOfPlan = (deps: Deps, planId: string): number =>
  deps.db.sqlite.prepare('select coalesce(max(position), 0) from task where plan_id = ?').pluck().get(planId) as number;

/** Keeping a plan leaves gaps between positions; only a place used up by many insertions moves the tasks behind it. */
function makeRoom(deps: Deps, batch: Batch, planId: string, position: number): void {
  const taken = deps.db.sqlite.prepare('select 1 from task where plan_id = ? and position = ?');
  if (!taken.get(planId, position)) return;
  const behind = deps.db.sqlite
    .prepare('select id, position from task where plan_id = ? and position >= ? order by position desc')
    .all(planId, position) as {
    id: string;
    position: number;
  }[];
  for (const task of behind) batch.update('task', task.id, null, { position: task.position + 1 });
}
