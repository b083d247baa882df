/** The standing of a checked report or recall here, in words: what receiving it would do, and what a person should know first. */
import { heldOf, recallsOf } from '../../../../db/queries/standing.ts';
import type { BundleCheck } from '../../../../shared/api/contract/receiving.ts';
import type { KindOfBundle } from '../../../../shared/bundle/kinds.ts';
import {
  type Arriving,
  type Chain,
  judgeRecall,
  judgeReport,
  type RecallStanding,
  type ReportJudgement,
  type ReportStanding,
} from '../../../../shared/bundle/standing.ts';
import type { Deps } from '../../core/deps.ts';

export type Upward = Extract<KindOfBundle, { kind: 'report' | 'recall' }>;

export type UpwardJudgement = Pick<
  BundleCheck,
  'standing' | 'standingText' | 'warnings' | 'undecided' | 'receivable'
> & {
  chain: Chain;
  /** For a report: what it would do to what counts. */
  report: ReportJudgement | null;
};

const reportWords: Record<ReportStanding, string> = {
  moi: 'Gói mới, chưa nhận lần nào.',
  'da-co': 'Gói này đã nhận trước đây, nội dung giống hệt. Nhận lại không đổi gì.',
  'cu-hon': 'Gói cũ hơn bản đang giữ. Nếu tiếp nhận, gói được cất riêng, bản mới vẫn là bản chính.',
  'thay-the': 'Gói thay thế báo cáo đã nhận của kỳ này. Bản trước vẫn được giữ lại.',
  'xung-dot': 'Trùng số gói với gói đã nhận nhưng nội dung khác. Giữ bản đã nhận; hãy hỏi lại đơn vị gửi.',
  'chia-nhanh': 'Số gói của đơn vị này mâu thuẫn với gói đã nhận. Hãy gọi điện hỏi bản nào đúng, rồi chọn bên dưới.',
  'may-khac': 'Gói từ máy khác của đơn vị, không nhắc tới bản đang giữ. Hãy hỏi đơn vị lấy bản nào, rồi chọn bên dưới.',
  'da-thu-hoi': 'Đơn vị gửi đã thu hồi gói này. Nếu tiếp nhận, gói được cất lại và ghi là đã thu hồi.',
};

const recallWords: Record<RecallStanding, string> = {
  moi: 'Đơn vị thu hồi báo cáo đã nhận. Nếu tiếp nhận, báo cáo vẫn giữ lại nhưng ghi là đã thu hồi, không tính nữa.',
  'da-co': 'Việc thu hồi này đã ghi trước đây. Nhận lại không đổi gì.',
  'xung-dot': 'Trùng số gói với gói đã nhận nhưng nội dung khác. Không đổi gì; hãy hỏi lại đơn vị gửi.',
  'chua-co-goi': 'Thu hồi một báo cáo chưa tới đây. Nếu tiếp nhận, khi báo cáo đó tới sẽ được ghi là đã thu hồi.',
  'da-thay': 'Thu hồi một bản đã có bản khác thay. Bản đang tính không đổi.',
};

/** Undefined `unitId`: the unit is not known here, so nothing of it can be here. */
export function judgeUpward(deps: Deps, bundle: Upward, digest: string, unitId: string | null): UpwardJudgement {
  const arriving = arrivingOf(bundle, digest, unitId ?? bundle.data.sender.unit.id);
  const held = unitId === null ? [] : heldOf(deps.db, unitId);
  const recalls = unitId === null ? new Set<string>() : recallsOf(deps.db, unitId);
  if (bundle.kind === 'recall') {
    const { standing, chain } = judgeRecall(arriving, bundle.data.recall.contentDigest, held, recalls);
    return {
      standing,
      standingText: recallWords[standing],
      warnings: chainWarnings(chain),
      undecided: false,
      receivable: standing !== 'xung-dot',
      chain,
      report: null,
    };
  }
  const report = judgeReport(arriving, held, recalls);
  return {
    standing: report.standing,
    standingText: reportWords[report.standing],
    warnings: chainWarnings(report.chain),
    undecided: report.undecided,
    receivable: report.standing !== 'xung-dot',
    chain: report.chain,
    report,
  };
}

const arrivingOf = ({ kind, data }: Upward, digest: string, unitId: string): Arriving => ({
  bundleId: data.bundle.id,
  digest,
  unitId,
  installationId: data.sender.installationId,
  sequence: data.bundle.sequence,
  previous: data.bundle.previous,
  windowKey: kind === 'report' ? data.window.key : null,
  replaces: data.bundle.replaces,
});

/** NH9, NH11 in words. */
export function chainWarnings({ fork, missing }: Chain): string[] {
  const warnings: string[] = [];
  if (fork)
    warnings.push(
      `Đơn vị này có thể đã khôi phục bản sao lưu cũ hoặc nhân bản máy: có hai gói khác nhau cùng đứng ở số ${fork.sequence}.`,
    );
  if (missing)
    warnings.push(
      missing.from === missing.to
        ? `Gói số ${missing.from} của đơn vị này chưa tới đây.`
        : `Các gói số ${missing.from} đến ${missing.to} của đơn vị này chưa tới đây.`,
    );
  return warnings;
}
