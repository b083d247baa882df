/** A unit's report as it arrives: placed in the unit's chain of numbers, kept whole, and made the one that counts or put aside. */
import { reportArrivals } from '../../../../../db/queries/arrivals.ts';
import { receivedReportId, reportsOfBundle } from '../../../../../db/queries/standing.ts';
import type { ReceiveBody } from '../../../../../shared/api/contract/receiving.ts';
import { judgeReport, type ReportJudgement, type ReportStanding } from '../../../../../shared/bundle/standing.ts';
import type { Deps } from '../../../core/deps.ts';
import type { Incoming, IncomingKind } from './incoming-kind.ts';
import { arrivingOf, chainWarnings, isQuiet, keepFork, knownOfSender } from './number-chain.ts';

const words: Record<ReportStanding, string> = {
  moi: 'Gói mới, chưa nhận lần nào.',
  'da-co': 'Gói này đã nhận trước đây, nội dung giống hệt. Nhận lại không đổi gì.',
  'cu-hon': 'Gói cũ hơn bản đang giữ. Nếu tiếp nhận, gói được cất riêng, bản mới vẫn là bản chính.',
  'thay-the': 'Gói thay thế báo cáo đã nhận của kỳ này. Bản trước vẫn được giữ lại.',
  'xung-dot': 'Trùng số gói với gói đã nhận nhưng nội dung khác. Giữ bản đã nhận; hãy hỏi lại đơn vị gửi.',
  'chia-nhanh': 'Số gói của đơn vị này mâu thuẫn với gói đã nhận. Hãy gọi điện hỏi bản nào đúng, rồi chọn bên dưới.',
  'may-khac': 'Gói từ máy khác của đơn vị, không nhắc tới bản đang giữ. Hãy hỏi đơn vị lấy bản nào, rồi chọn bên dưới.',
  'da-thu-hoi': 'Đơn vị gửi đã thu hồi gói này. Nếu tiếp nhận, gói được cất lại và ghi là đã thu hồi.',
};

export const incomingReport: IncomingKind<'report'> = {
  from: 'below',
  actLabel: 'Tiếp nhận gói của',
  judge: (deps, bundle) => {
    const { standing, chain, undecided } = placeInChain(deps, bundle);
    return {
      standing,
      standingText: words[standing],
      warnings: chainWarnings(chain),
      undecided,
      receivable: standing !== 'xung-dot',
      quiet: isQuiet(chain, standing),
    };
  },
  find: (deps, digest) => receivedReportId(deps.db, digest),
  receive: (deps, batch, bundle, as) => {
    const place = placeInChain(deps, bundle);
    if (place.standing === 'xung-dot') return null;
    keepFork(deps, batch, bundle, place.chain);
    const { data, digest, fingerprint, unitId, fileName, bytes } = bundle;
    const counts = place.undecided ? as === 'chinh' : place.counts;
    if (counts)
      for (const bundleId of place.supersedes)
        for (const row of reportsOfBundle(deps.db, unitId, bundleId))
          batch.update('receivedReport', row, null, { superseded: true });
    const { id } = batch.insert('receivedReport', {
      id: deps.newId(),
      unitId,
      digest,
      fingerprint,
      windowKey: data.window.key,
      windowLabel: data.window.label,
      sequence: data.bundle.sequence,
      bundleId: data.bundle.id,
      fileName,
      bytes,
      receivedAt: deps.clock(),
      superseded: !counts,
      rowCount: data.rows.length,
      answeredCount: data.rows.filter((row) => row.state !== null).length,
      evidenceCount: data.evidence.length,
      data,
      state: place.recalled ? 'thu-hoi' : 'da-nhan',
      recalledAt: place.recalled ? deps.clock() : null,
      previous: data.bundle.previous,
      installationId: data.sender.installationId,
    });
    return { id, standing: place.standing, text: doneText(place.standing, as) };
  },
  arrivals: ({ db }) => reportArrivals(db),
};

function placeInChain(deps: Deps, bundle: Incoming<'report'>): ReportJudgement {
  const { held, recalls } = knownOfSender(deps, bundle.unitId);
  return judgeReport(arrivingOf(bundle, bundle.data.window.key), held, recalls);
}

function doneText(standing: ReportStanding, as: ReceiveBody['as']): string {
  if (standing === 'cu-hon' || as === 'cat-rieng') return 'Đã cất riêng. Bản đang tính không đổi.';
  if (standing === 'thay-the' || as === 'chinh') return 'Đã tiếp nhận làm bản chính. Bản trước vẫn được giữ lại.';
  return standing === 'da-thu-hoi' ? 'Đã cất lại, ghi là đơn vị đã thu hồi.' : 'Đã tiếp nhận.';
}
