/** The superior's plan as it arrives: kept whole beside our own, which it does not change (PX1 to PX3). */

import { planArrivals } from '../../../../../db/queries/arrivals.ts';
import { readOffice } from '../../../../../db/queries/office.ts';
import { superiorPlanOfDigest, superiorPlanVersions } from '../../../../../db/queries/superior.ts';
import { planChanges } from '../../../../../shared/coverage/plan-changes.ts';
import { type PlanStanding, planStanding } from '../../../../../shared/coverage/standing.ts';
import { superiorTasks } from '../../../../../shared/coverage/tasks.ts';
import type { Deps } from '../../../core/deps.ts';
import { ownUnit } from '../../../office/own-unit.ts';
import { isDraft, type SuperiorPlan } from '../../../superior/superior-plans.ts';
import type { Incoming, IncomingKind, Judgement } from './incoming-kind.ts';

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

export const incomingPlan: IncomingKind<'plan'> = {
  from: 'above',
  actLabel: 'Tiếp nhận gói của',
  judge: (deps, incoming) => {
    const known = knownOf(deps, incoming);
    const standing = standingOf(deps, incoming, known);
    const warnings = warningsOf(incoming, standing, known);
    return {
      standing: shownAs(standing),
      standingText: words[standing],
      warnings,
      undecided: false,
      receivable: isReceivable(standing),
      quiet: warnings.length === 0,
    };
  },
  receive: (deps, batch, incoming) => {
    const known = knownOf(deps, incoming);
    const standing = standingOf(deps, incoming, known);
    if (!isReceivable(standing)) return null;
    const { data, digest, fingerprint, unitId } = incoming;
    const isOlder = standing === 'cu-hon';
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
    return { id, standing: shownAs(standing), text: doneText(incoming, isOlder, known) };
  },
  find: (deps, digest) => superiorPlanOfDigest(deps.db, digest),
  arrivals: ({ db }) => planArrivals(db),
};

const shownAs = (standing: PlanStanding): Judgement['standing'] =>
  standing === 'khong-phai-cap-tren' || standing === 'cho-don-vi-khac' ? 'khong-nhan' : standing;

const isReceivable = (standing: PlanStanding): boolean => !refused.includes(standing) && standing !== 'xung-dot';

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
