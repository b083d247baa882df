/** Answers in words and badges. Pure. */
import type { RowVerdict } from '../../../../shared/api/contract/answers.ts';
import type { BundleStateName } from '../../../ui/state-badge.tsx';

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
