/** The superior's plan as it arrives: kept whole beside our own, which it does not change (PX1 to PX3). */

import { readOffice } from '../../../../../db/queries/office.ts';
import { superiorPlanOfDigest, superiorPlanVersions } from '../../../../../db/queries/superior.ts';
import { planChanges } from '../../../../../shared/coverage/plan-changes.ts';
import { type PlanStanding, planStanding } from '../../../../../shared/coverage/standing.ts';
import { superiorTasks } from '../../../../../shared/coverage/tasks.ts';
import type { Deps } from '../../../core/deps.ts';
import { ownUnit } from '../../../office/own-unit.ts';
import { isDraft, type SuperiorPlan } from '../../../superior/superior-plans.ts';
import type { Incoming, Judgement, KindHandler } from './handler.ts';

const words: Record<PlanStanding, string> = {
  moi: 'Kế hoạch cấp trên giao. Tiếp nhận thì kế hoạch được giữ riêng; kế hoạch của cơ quan không đổi.',
  'thay-the':
    'Bản mới của kế hoạch cấp trên đã giao, thay bản đang giữ. Bản trước vẫn được giữ lại; các nhiệm vụ đã nối vẫn nối.',
  'cu-hon': 'Bản cũ hơn bản đang giữ của kế hoạch này. Nếu tiếp nhận, bản này chỉ được cất lại.',
  'xung-dot': 'Trùng số gói với kế hoạch đã nhận nhưng nội dung khác. Không đổi gì; hãy hỏi lại cấp trên.',
  'khong-phai-cap-tren':
    'Kế hoạch này không phải của cấp trên đã khai. Không đổi gì. Nếu cấp trên đổi tên, hãy sửa ở Cơ quan rồi thả lại.',
  'cho-don-vi-khac': 'Gói này cấp trên gửi riêng cho đơn vị khác. Không đổi gì. Hãy xin gói của cơ quan mình.',
};

const refused: readonly PlanStanding[] = ['khong-phai-cap-tren', 'cho-don-vi-khac'];

export const planHandler: KindHandler<'plan'> = {
  judge: (deps, incoming): Judgement => {
    const known = knownOf(deps, incoming);
    const standing = standingOf(deps, incoming, known);
    const { data } = incoming;
    return {
      standing: refused.includes(standing) ? 'khong-nhan' : (standing as Judgement['standing']),
      standingText: words[standing],
      warnings: warningsOf(incoming, standing, known),
      receivable: !refused.includes(standing) && standing !== 'xung-dot',
      about: {
        title: data.plan.title,
        windowLabel: `năm ${data.plan.year}`,
        rows: superiorTasks(data.plan).length,
        evidence: 0,
        sequence: data.bundle.sequence,
        reason: '',
      },
    };
  },
  receive: (deps, batch, incoming, judged) => {
    const { data, digest, fingerprint, unitId } = incoming;
    const isOlder = judged.standing === 'cu-hon';
    const known = knownOf(deps, incoming);
    if (!isOlder)
      for (const row of known) if (!row.superseded) batch.update('superiorPlan', row.id, null, { superseded: true });
    const { plan, bundle } = data;
    const { id } = batch.insert('superiorPlan', {
      id: deps.newId(),
      unitId,
      planId: plan.id,
      year: plan.year,
      number: plan.number,
      title: plan.title,
      bundleId: bundle.id,
      sequence: bundle.sequence,
      digest,
      fingerprint,
      data,
      receivedAt: deps.clock(),
      superseded: isOlder,
    });
    return { id, text: doneText(incoming, isOlder, known) };
  },
  find: (deps, digest) => superiorPlanOfDigest(deps.db, digest),
};

const knownOf = (deps: Deps, { data, unitId }: Incoming<'plan'>): SuperiorPlan[] =>
  unitId === null ? [] : superiorPlanVersions(deps.db, { unitId, planId: data.plan.id });

function standingOf(
  deps: Deps,
  { data, digest, unitId }: Incoming<'plan'>,
  known: readonly SuperiorPlan[],
): PlanStanding {
  const superior = readOffice(deps.db)?.superior?.id ?? null;
  return planStanding(
    {
      planId: data.plan.id,
      installationId: data.sender.installationId,
      sequence: data.bundle.sequence,
      digest,
      receiverId: data.receiver.unitId,
    },
    known.map((row) => ({
      installationId: row.data.sender.installationId,
      sequence: row.sequence,
      digest: row.digest,
    })),
    { unitId: ownUnit(deps)?.id ?? null, fromSuperior: unitId !== null && unitId === superior },
  );
}

function warningsOf(incoming: Incoming<'plan'>, standing: PlanStanding, known: readonly SuperiorPlan[]): string[] {
  if (refused.includes(standing)) return [];
  const { data } = incoming;
  const otherComputer =
    standing === 'thay-the' && known.every((row) => row.data.sender.installationId !== data.sender.installationId);
  return [
    ...(isDraft(data) ? ['Kế hoạch chưa có số hoặc ngày: là dự thảo, cấp trên có thể gửi bản chính thức sau.'] : []),
    ...(otherComputer
      ? [
          'Gói từ máy khác của cấp trên nên không rõ bản nào mới hơn. Hãy hỏi lại trước khi tiếp nhận thay bản đang giữ.',
        ]
      : []),
  ];
}

function doneText({ data }: Incoming<'plan'>, isOlder: boolean, known: readonly SuperiorPlan[]): string {
  if (isOlder) return 'Đã cất riêng. Kế hoạch đang giữ không đổi.';
  const [before] = known;
  if (!before) return 'Đã nhận kế hoạch của cấp trên. Mở Kế hoạch để lập kế hoạch của cơ quan từ đó.';
  const changes = planChanges(superiorTasks(before.data.plan), superiorTasks(data.plan));
  const count = (kind: string): number => changes.filter((change) => change.kind === kind).length;
  return changes.length === 0
    ? 'Đã nhận bản mới. Các nhiệm vụ không đổi.'
    : `Đã nhận bản mới: ${count('moi')} nhiệm vụ mới, ${count('doi')} đổi, ${count('bo')} bỏ.`;
}
