/** A verdict from the superior: lands on the report and version it names, and changes no word of ours (AN5 to AN7). */
import { bundlesOfOtherContent, verdictOfDigest, verdictsOfReport } from '../../../../../db/queries/answers.ts';
import { verdictArrivals } from '../../../../../db/queries/arrivals.ts';
import { readOffice } from '../../../../../db/queries/office.ts';
import { sentOfReport } from '../../../../../db/queries/sent.ts';
import { type VerdictStanding, verdictStanding } from '../../../../../shared/answer/answer.ts';
import type { VerdictBundle } from '../../../../../shared/bundle/verdict-v1.ts';
import type { Deps } from '../../../core/deps.ts';
import type { Incoming, IncomingKind, Judgement } from './incoming-kind.ts';

const words: Record<VerdictStanding, string> = {
  moi: 'Trả lời của cấp trên cho báo cáo đã gửi. Tiếp nhận thì lời trả lời hiện ngay ở từng dòng; chữ đã ghi không đổi.',
  'thay-the': 'Trả lời mới của cấp trên, thay trả lời trước của cùng bản báo cáo. Bản trước vẫn được giữ lại.',
  'cu-hon': 'Trả lời cũ hơn bản đang giữ. Nếu tiếp nhận, bản này chỉ được cất lại.',
  'xung-dot':
    'Trùng số gói với trả lời đã nhận nhưng nội dung khác. Giữ trả lời đã nhận; hãy đề nghị cấp trên xuất lại gói trả lời.',
  'khong-khop':
    'Trả lời này dành cho một báo cáo mà máy này chưa gửi (hoặc của máy khác trong cơ quan). Không đổi gì. Hãy mở ở máy đã xuất gói.',
  'khong-phai-cap-tren':
    'Gói trả lời không phải của cấp trên đã khai. Không đổi gì. Nếu cấp trên đổi tên, hãy sửa ở Cơ quan rồi thả lại.',
};

export const incomingVerdict: IncomingKind<'verdict'> = {
  from: 'above',
  actLabel: 'Tiếp nhận gói của',
  judge: (deps, incoming) => {
    const standing = standingOf(deps, incoming);
    const warnings = isReceivable(standing) ? olderWarnings(deps, incoming.data) : [];
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
    const standing = standingOf(deps, incoming);
    if (!isReceivable(standing)) return null;
    const { data, digest, fingerprint, unitId } = incoming;
    const isOlder = standing === 'cu-hon';
    if (!isOlder)
      for (const row of knownOf(deps, data))
        if (!row.superseded) batch.update('receivedVerdict', row.id, null, { superseded: true });
    const { id } = batch.insert('receivedVerdict', {
      id: deps.newId(),
      reportId: data.answers.reportId,
      reportVersion: data.answers.reportVersion,
      unitId,
      bundleId: data.bundle.id,
      sequence: data.bundle.sequence,
      digest,
      fingerprint,
      verdict: data.whole.verdict,
      data,
      receivedAt: deps.clock(),
      superseded: isOlder,
    });
    const text = isOlder ? 'Đã cất riêng. Trả lời đang giữ không đổi.' : doneText(data);
    return { id, standing: shownAs(standing), text };
  },
  find: (deps, digest) => verdictOfDigest(deps.db, digest),
  arrivals: ({ db }) => verdictArrivals(db),
};

const shownAs = (standing: VerdictStanding): Judgement['standing'] =>
  standing === 'khong-khop' || standing === 'khong-phai-cap-tren' ? 'khong-nhan' : standing;

const isReceivable = (standing: VerdictStanding): boolean =>
  shownAs(standing) !== 'khong-nhan' && standing !== 'xung-dot';

function doneText({ whole, rows }: VerdictBundle): string {
  const returned = rows.filter(({ verdict }) => verdict === 'tra-lai').length;
  if (whole.verdict === 'chap-nhan') return 'Cấp trên đã chấp nhận báo cáo.';
  if (whole.verdict === 'tra-lai' || returned > 0)
    return `Cấp trên yêu cầu bổ sung${returned > 0 ? ` ${returned} dòng` : ''}. Mở báo cáo để xem từng dòng.`;
  return 'Cấp trên đã nhận báo cáo, chưa trả lời.';
}

/** BN73: the superior answered what it had; meanwhile something newer may have left. */
function olderWarnings(deps: Deps, { answers }: VerdictBundle): string[] {
  const newest = sentOfReport(deps.db, answers.reportId).reduce((a, b) => (a.sequence > b.sequence ? a : b));
  if (newest.digest === answers.contentDigest) return [];
  return [
    `Trả lời này dành cho gói số ${answers.sequence} (bản ${answers.reportVersion}). Cơ quan đã gửi gói số ${newest.sequence} thay gói đó; cấp trên chưa trả lời gói mới.`,
  ];
}

const knownOf = (deps: Deps, { answers }: VerdictBundle) =>
  verdictsOfReport(deps.db, answers.reportId).filter((row) => row.reportVersion === answers.reportVersion);

function standingOf(deps: Deps, { data, unitId, digest }: Incoming<'verdict'>): VerdictStanding {
  const sent = sentOfReport(deps.db, data.answers.reportId).map(({ reportId, reportVersion, digest: left, head }) => ({
    reportId,
    reportVersion,
    digest: left,
    bundleId: head.id,
  }));
  const known = knownOf(deps, data).map((row) => ({
    sequence: row.sequence,
    installationId: row.data.sender.installationId,
  }));
  const superior = readOffice(deps.db)?.superior?.id ?? null;
  const taken = bundlesOfOtherContent(deps.db, data.bundle.id, digest);
  return verdictStanding(data, sent, known, unitId !== null && unitId === superior, taken);
}
