/** A superior's verdict in words and badges, the same on every screen. Pure. */
import type { RowVerdict } from '../../../shared/api/contract/answers.ts';
import type { BundleStateName } from '../../ui/state-badge.tsx';

export const verdictWords: Readonly<Record<RowVerdict, string>> = {
  'chap-nhan': 'Chấp nhận',
  'tra-lai': 'Yêu cầu bổ sung',
  'gop-y': 'Góp ý',
};

export const verdictBadges: Readonly<Record<RowVerdict, BundleStateName>> = {
  'chap-nhan': 'accepted',
  'tra-lai': 'moreWanted',
  'gop-y': 'received',
};

export const wholeWords = {
  nhan: 'Đã nhận, chưa kết luận',
  'chap-nhan': 'Chấp nhận báo cáo',
  'tra-lai': 'Trả lại, yêu cầu bổ sung',
} as const;

export const wholeBadges: Readonly<Record<keyof typeof wholeWords, BundleStateName>> = {
  nhan: 'received',
  'chap-nhan': 'accepted',
  'tra-lai': 'moreWanted',
};
