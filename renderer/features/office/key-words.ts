/** A key of another unit in words, and what a person may decide about it. Pure. */
import type { KeyDecision, KeyView } from '../../../shared/api/contract/trust.ts';
import { dateInVietnam } from '../../../shared/text/dates.ts';
import { typedDate } from '../../ui/typed-date.ts';

export function keyWords({ standing, decidedAt, replacedBy, changed, relation }: KeyView): string {
  const whose = relation === 'cap-tren' ? 'Cấp trên · ' : '';
  const day = decidedAt === null ? '' : ` ${typedDate(dateInVietnam(decidedAt))}`;
  switch (standing) {
    case 'tin':
      return `${whose}Đã tin${day}`;
    case 'moi':
      return changed ? `${whose}Chưa so, khác khóa đang biết` : `${whose}Lần đầu thấy, chưa so`;
    case 'da-thay':
      return `${whose}Đã thay${day}${replacedBy ? ` bằng ${replacedBy.digits.slice(0, 9)} …` : ''}`;
    case 'tu-choi':
      return `${whose}Đã từ chối${day}`;
  }
}

/** `question` is asked first where the step is hard to see through. */
export type Decision = { decision: KeyDecision; words: string; question: string | null };

const refuse: Decision = {
  decision: 'tu-choi',
  words: 'Từ chối',
  question: 'Gói ký bằng khóa này sẽ không nhận nữa. Gói đã nhận vẫn giữ. Đổi ý thì tin lại được ở đây.',
};

export function decisionsOf({ standing, changed }: KeyView): Decision[] {
  if (standing === 'tin') return [{ decision: 'bo-tin', words: 'Bỏ tin', question: null }, refuse];
  if (standing === 'tu-choi' || standing === 'da-thay')
    return [
      {
        decision: 'them',
        words: 'Tin lại',
        question: 'Chỉ tin lại sau khi đã gọi điện so đúng dấu vân tay với người quen ở đơn vị đó.',
      },
    ];
  if (!changed) return [{ decision: 'tin', words: 'Đã so đúng: tin', question: null }, refuse];
  return [
    {
      decision: 'thay',
      words: 'Thay khóa cũ',
      question:
        'Các khóa trước của đơn vị này thôi có giá trị: gói ký bằng khóa cũ không nhận nữa. Lịch sử vẫn giữ. Chỉ làm sau khi đã gọi điện so đúng.',
    },
    { decision: 'them', words: 'Máy thứ hai: tin thêm', question: null },
    refuse,
  ];
}
