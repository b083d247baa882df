/** A unit withdraws a report it sent: the report stays, struck through, and counts no more (NH3). */
import { recallArrivals } from '../../../../../db/queries/arrivals.ts';
import { receivedRecallId, reportsOfBundle } from '../../../../../db/queries/standing.ts';
import { type Chain, judgeRecall, type RecallStanding } from '../../../../../shared/bundle/standing.ts';
import type { Deps } from '../../../core/deps.ts';
import type { Incoming, IncomingKind } from './incoming-kind.ts';
import { arrivingOf, chainWarnings, isQuiet, keepFork, knownOfSender } from './number-chain.ts';

const words: Record<RecallStanding, string> = {
  moi: 'Đơn vị thu hồi báo cáo đã nhận. Nếu tiếp nhận, báo cáo vẫn giữ lại nhưng ghi là đã thu hồi, không tính nữa.',
  'da-co': 'Việc thu hồi này đã ghi trước đây. Nhận lại không đổi gì.',
  'xung-dot': 'Trùng số gói với gói đã nhận nhưng nội dung khác. Không đổi gì; hãy hỏi lại đơn vị gửi.',
  'chua-co-goi': 'Thu hồi một báo cáo chưa tới đây. Nếu tiếp nhận, khi báo cáo đó tới sẽ được ghi là đã thu hồi.',
  'da-thay': 'Thu hồi một bản đã có bản khác thay. Bản đang tính không đổi.',
};

export const incomingRecall: IncomingKind<'recall'> = {
  from: 'below',
  actLabel: 'Ghi thu hồi của',
  judge: (deps, bundle) => {
    const { standing, chain } = placeInChain(deps, bundle);
    return {
      standing,
      standingText: words[standing],
      warnings: chainWarnings(chain),
      undecided: false,
      receivable: standing !== 'xung-dot',
      quiet: isQuiet(chain, standing),
    };
  },
  find: (deps, digest) => receivedRecallId(deps.db, digest),
  receive: (deps, batch, incoming) => {
    const { standing, chain } = placeInChain(deps, incoming);
    if (standing === 'xung-dot') return null;
    keepFork(deps, batch, incoming, chain);
    const { data, digest, fingerprint, unitId } = incoming;
    const { bundle, sender, window, recall } = data;
    const receivedAt = deps.clock();
    const { id } = batch.insert('receivedRecall', {
      id: deps.newId(),
      unitId,
      digest,
      fingerprint,
      bundleId: bundle.id,
      replaces: bundle.replaces,
      installationId: sender.installationId,
      sequence: bundle.sequence,
      previous: bundle.previous,
      windowLabel: window.label,
      title: recall.title,
      reason: recall.reason,
      receivedAt,
    });
    for (const row of reportsOfBundle(deps.db, unitId, bundle.replaces))
      batch.update('receivedReport', row, null, { state: 'thu-hoi', recalledAt: receivedAt });
    const text =
      standing === 'chua-co-goi'
        ? 'Đã ghi thu hồi. Khi báo cáo đó tới sẽ được ghi là đã thu hồi.'
        : 'Đã ghi thu hồi. Báo cáo vẫn được giữ lại, không tính nữa.';
    return { id, standing, text };
  },
  arrivals: ({ db }) => recallArrivals(db),
};

function placeInChain(deps: Deps, bundle: Incoming<'recall'>): { standing: RecallStanding; chain: Chain } {
  const { held, recalls } = knownOfSender(deps, bundle.unitId);
  return judgeRecall(arrivingOf(bundle, null), bundle.data.recall.contentDigest, held, recalls);
}
