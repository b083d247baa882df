/** The commune's side of a plan that came down: reading it, following its regimes, beginning from it, holding the own plan against it. */
import type { Hono } from 'hono';
import { backupNow } from '../../../db/backup.ts';
import { readPlanRow } from '../../../db/queries/plans.ts';
import { countingSuperiorPlans, coverageLinks, readSuperiorPlan } from '../../../db/queries/superior.ts';
import { taskIdsOfPlan } from '../../../db/queries/tasks.ts';
import { contract } from '../../../shared/api/contract/contract.ts';
import { isSure } from '../../../shared/coverage/coverage.ts';
import { superiorTasks } from '../../../shared/coverage/tasks.ts';
import { holdsIn } from '../../../shared/period/regime.ts';
import { act, type Deps } from '../core/deps.ts';
import { implement, type ServerEnv } from '../core/implement.ts';
import { refuse } from '../core/refusal.ts';
import { storedFileAddress } from '../core/stored-file.ts';
import { adoptInheritedRegime, movesEntries, regimeChanges } from '../time/windows.ts';
import { addFromSuperior } from './add-from-superior.ts';
import { bySuperiorTask, coverageMaterial, coverageView, linksStamp, writeAnswer } from './coverage.ts';
import { keepSkeleton } from './skeleton.ts';
import { regimesOf, superiorPlanSummary, superiorPlanView } from './superior-plans.ts';

export function superiorPlanRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { planDown } = contract;

  implement(app, deps, planDown.list, () => ({ plans: countingSuperiorPlans(deps.db).map(superiorPlanSummary) }));

  implement(app, deps, planDown.get, ({ params }) => {
    const superior = readSuperiorPlan(deps.db, params.id);
    return superior ? superiorPlanView(deps, superior) : refuse('khong-tim-thay');
  });

  implement(app, deps, planDown.file, ({ params, body }) => {
    const file = readSuperiorPlan(deps.db, params.id)?.data.plan.files.find(({ sha256 }) => sha256 === params.sha256);
    if (!file) return refuse('khong-tim-thay');
    const { sha256, bytes, mediaType, title } = file;
    return storedFileAddress(deps, { sha256, bytes, mediaType, fileName: title }, body.download);
  });

  implement(app, deps, planDown.adopt, ({ params, body, actor }) => {
    const superior = readSuperiorPlan(deps.db, params.id);
    const regime = superior && regimesOf(superior.data).find(({ id }) => id === params.regime);
    if (!superior || !regime) return refuse('khong-tim-thay');
    const { year, unitId } = superior;
    if (!holdsIn(regime, year))
      return refuse('sai-du-lieu', undefined, `Chế độ báo cáo này không áp dụng cho năm ${year}. Chưa đổi gì.`);
    const moves = body.moveEntries && regimeChanges(deps, regime, year, 'replace').some(movesEntries);
    if (moves) backupNow(deps.db.sqlite, deps.folder, 'truoc-khi-doi-ky');
    const { value, batchId } = act(deps, actor, 'regime.adopt', `Áp dụng ${regime.name} do cấp trên giao`, (batch) =>
      adoptInheritedRegime(deps, batch, { regime, issuerUnitId: unitId, year, moveEntries: body.moveEntries }),
    );
    return { batchId, ...value };
  });

  implement(app, deps, planDown.skeleton, ({ params, body, actor }) => {
    const superior = readSuperiorPlan(deps.db, params.id);
    if (!superior) return refuse('khong-tim-thay');
    const label = `Lập kế hoạch năm ${superior.year} từ kế hoạch của cấp trên`;
    const { value, batchId } = act(deps, actor, 'plan.skeleton', label, (batch) =>
      keepSkeleton(deps, batch, superior, body),
    );
    return value ? { ...value, batchId } : refuse('chua-co-co-quan');
  });

  coverageRoutes(app, deps);
}

function coverageRoutes(app: Hono<ServerEnv>, deps: Deps): void {
  const { planDown } = contract;

  implement(app, deps, planDown.coverage, ({ params, query }) => {
    const superior = readSuperiorPlan(deps.db, params.id);
    const view = superior && coverageView(deps, superior, query.plan);
    return view ?? refuse('khong-tim-thay');
  });

  implement(app, deps, planDown.acceptSure, ({ params, body, actor }) => {
    const superior = readSuperiorPlan(deps.db, params.id);
    if (!superior || !readPlanRow(deps.db, body.planId)) return refuse('khong-tim-thay');
    const { coverage } = coverageMaterial(deps, superior, body.planId);
    const sure = coverage.rows.filter(isSure);
    const { batchId } = act(deps, actor, 'coverage.accept', `Nối ${sure.length} nhiệm vụ với cấp trên`, (batch) => {
      for (const { superiorTaskId, proposals } of sure)
        writeAnswer(deps, batch, [], {
          planId: body.planId,
          superiorTaskId,
          taskIds: proposals.slice(0, 1).map(({ taskId }) => taskId),
          reason: '',
          none: false,
        });
    });
    return { batchId, linked: sure.length };
  });

  implement(app, deps, planDown.addTasks, ({ params, body, actor }) => {
    const superior = readSuperiorPlan(deps.db, params.id);
    if (!superior || !readPlanRow(deps.db, body.planId)) return refuse('khong-tim-thay');
    const { plan } = superior.data;
    const known = new Set(superiorTasks(plan).flatMap(({ id, forUnits }) => (forUnits ? [id] : [])));
    if (body.superiorTaskIds.some((id) => !known.has(id))) return refuse('khong-tim-thay');
    const { coverage, links } = coverageMaterial(deps, superior, body.planId);
    const covered = new Set(coverage.rows.flatMap((row) => (row.state === 'da-co' ? [row.superiorTaskId] : [])));
    const taskIds = body.superiorTaskIds.filter((id) => !covered.has(id));
    const label =
      taskIds.length === 1 ? 'Thêm nhiệm vụ cấp trên giao' : `Thêm ${taskIds.length} nhiệm vụ cấp trên giao`;
    const { value, batchId } = act(deps, actor, 'coverage.add', label, (batch) =>
      addFromSuperior(deps, batch, { plan, planId: body.planId, taskIds, links: bySuperiorTask(links) }),
    );
    return { batchId, added: value.length, taskIds: value };
  });

  implement(app, deps, planDown.answer, ({ params, body, actor }) => {
    const superior = readSuperiorPlan(deps.db, params.id);
    const { planId, stamp, taskIds, reason, none } = body;
    if (!superior || !readPlanRow(deps.db, planId)) return refuse('khong-tim-thay');
    if (!superiorTasks(superior.data.plan).some(({ id }) => id === params.task)) return refuse('khong-tim-thay');
    const own = new Set(taskIdsOfPlan(deps.db, planId));
    if (taskIds.some((id) => !own.has(id))) return refuse('khong-tim-thay');
    const before = bySuperiorTask(coverageLinks(deps.db, planId)).get(params.task) ?? [];
    if (linksStamp(before) !== stamp) return refuse('da-doi');
    const { batchId } = act(deps, actor, 'coverage.answer', 'Đối chiếu một nhiệm vụ cấp trên', (batch) =>
      writeAnswer(deps, batch, before, { planId, superiorTaskId: params.task, taskIds, reason, none }),
    );
    return { batchId };
  });
}
