/** The three questions put to a bundle, answered in words a clerk can repeat over the telephone. Pure. */
import type { BundleCheck, ReceiveBody } from '../../../shared/api/contract/receiving.ts';

export { fingerprintGroups } from '../../../shared/bundle/fingerprint-words.ts';

/** `care`: neither yes nor no, a person should look first. */
export type Mark = 'yes' | 'no' | 'care';
export type CheckAnswer = { question: string; mark: Mark; words: string };

/** Nothing to ask of a file that is no bundle, is locked, or is one of several parts. */
export function answersOf(check: BundleCheck): CheckAnswer[] {
  if (check.given === 'goi') return [completeness(check), wholeness(check), origin(check)];
  return check.given === 'the' && check.from ? [origin(check)] : [];
}

function completeness({ complete, report, kind }: BundleCheck): CheckAnswer {
  const question = 'Đủ tệp không?';
  if (!complete) return { question, mark: 'no', words: 'Không đủ, hoặc không đọc được bảng kê của gói.' };
  const counted = report && kind === 'report' ? `: ${report.rows} nhiệm vụ, ${report.evidence} minh chứng` : '';
  return { question, mark: 'yes', words: `Đủ${counted}.` };
}

function wholeness({ unchanged }: BundleCheck): CheckAnswer {
  const question = 'Có bị sửa không?';
  return unchanged
    ? { question, mark: 'yes', words: 'Không, mọi tệp khớp mã và dấu niêm của nơi gửi.' }
    : { question, mark: 'no', words: 'Có chỗ không khớp mã hoặc dấu niêm: gói hỏng hoặc đã bị sửa.' };
}

function origin({ from, standing, receivable }: BundleCheck): CheckAnswer {
  const question = 'Của ai gửi?';
  if (from === null) return { question, mark: 'no', words: 'Không rõ, gói không có dấu niêm đọc được.' };
  // Nobody needs to compare digits for a bundle that will not be received anyway.
  if (standing === 'khong-nhan' && !receivable && from.known === 'lan-dau')
    return { question, mark: 'care', words: `Ghi là ${from.unitName}, chưa gửi lần nào.` };
  switch (from.known) {
    case 'tin':
      return { question, mark: 'yes', words: `${from.unitName}, đúng khóa đã so và tin.` };
    case 'quen':
      return { question, mark: 'yes', words: `${from.unitName}, đúng khóa của những lần trước.` };
    case 'lan-dau':
      return {
        question,
        mark: 'care',
        words: `${from.unitName}, lần đầu thấy khóa này: so dấu vân tay qua điện thoại.`,
      };
    case 'khoa-doi':
      return {
        question,
        mark: 'no',
        words: `Ghi là ${from.unitName} nhưng khóa KHÁC khóa đang biết. Có thể đơn vị cài lại máy, có máy thứ hai, hoặc có người giả mạo.`,
      };
    case 'da-thay':
      return { question, mark: 'no', words: `${from.unitName}, nhưng bằng khóa cũ đã bị thay.` };
    case 'tu-choi':
      return { question, mark: 'no', words: `Ghi là ${from.unitName}, bằng khóa cơ quan đã từ chối.` };
  }
}

export type Yes = { words: string; body: ReceiveBody };

/** Answers a person may give, the most likely first; empty where nothing can be received. */
export function yesesOf(check: BundleCheck): Yes[] {
  if (!check.receivable) return [];
  if (check.given === 'the') return cardYeses(check);
  if (check.from?.known === 'khoa-doi') return changedKeyYeses(check);
  if (check.undecided)
    return [
      { words: 'Lấy làm bản chính', body: { as: 'chinh' } },
      { words: 'Cất riêng', body: { as: 'cat-rieng' } },
    ];
  const words = standingYes(check);
  return check.from?.known === 'lan-dau' && check.standing !== 'da-co'
    ? [
        { words, body: { key: 'de-sau' } },
        { words: 'Đã so đúng: tin khóa và tiếp nhận', body: { key: 'tin' } },
      ]
    : [{ words, body: {} }];
}

function cardYeses({ from }: BundleCheck): Yes[] {
  if (from?.known === 'tin') return [];
  if (from?.known === 'khoa-doi')
    return [
      { words: 'Đã so đúng: thay khóa cũ', body: { key: 'thay' } },
      { words: 'Máy thứ hai: tin thêm', body: { key: 'them' } },
      { words: 'Để sau', body: { key: 'de-sau' } },
      { words: 'Từ chối', body: { key: 'tu-choi' } },
    ];
  return [
    { words: 'Đã so đúng: tin', body: { key: 'tin' } },
    { words: 'Để sau', body: { key: 'de-sau' } },
    { words: 'Từ chối', body: { key: 'tu-choi' } },
  ];
}

/** A key that changed is decided on before anything is received. Where numbers leave it open too, the bundle is put aside. */
function changedKeyYeses({ undecided }: BundleCheck): Yes[] {
  const as: ReceiveBody = undecided ? { as: 'cat-rieng' } : {};
  return [
    { words: 'Đã so đúng: thay khóa cũ và nhận', body: { ...(undecided && { as: 'chinh' as const }), key: 'thay' } },
    {
      words: undecided ? 'Máy thứ hai: tin thêm, cất riêng gói' : 'Máy thứ hai: tin thêm và nhận',
      body: { ...as, key: 'them' },
    },
    { words: 'Từ chối khóa này', body: { key: 'tu-choi' } },
  ];
}

function standingYes({ standing, kind }: BundleCheck): string {
  if (kind === 'recall') return standing === 'da-co' ? 'Xem lại' : 'Ghi thu hồi';
  switch (standing) {
    case 'thay-the':
      return 'Tiếp nhận bản thay thế';
    case 'cu-hon':
      return 'Cất bản cũ này';
    case 'da-thu-hoi':
      return 'Cất bản đã thu hồi';
    case 'da-co':
      return 'Mở bản đã nhận';
    default:
      return 'Tiếp nhận';
  }
}
