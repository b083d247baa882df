/** The three questions put to a bundle, answered in words a clerk can repeat over the telephone. Pure. */
import type { BundleCheck } from '../../../shared/api/contract/reports.ts';

/** `care`: neither yes nor no, a person should look first. */
export type Mark = 'yes' | 'no' | 'care';
export type CheckAnswer = { question: string; mark: Mark; words: string };

export function answersOf(check: BundleCheck): CheckAnswer[] {
  return [completeness(check), wholeness(check), origin(check)];
}

function completeness({ complete, report }: BundleCheck): CheckAnswer {
  const question = 'Đủ tệp không?';
  if (!complete) return { question, mark: 'no', words: 'Không đủ, hoặc không đọc được bảng kê của gói.' };
  const counted = report ? `: ${report.rows} nhiệm vụ, ${report.evidence} minh chứng` : '';
  return { question, mark: 'yes', words: `Đủ${counted}.` };
}

function wholeness({ unchanged }: BundleCheck): CheckAnswer {
  const question = 'Có bị sửa không?';
  return unchanged
    ? { question, mark: 'yes', words: 'Không, mọi tệp khớp mã và dấu niêm của nơi gửi.' }
    : { question, mark: 'no', words: 'Có chỗ không khớp mã hoặc dấu niêm: gói hỏng hoặc đã bị sửa.' };
}

function origin({ from, standing }: BundleCheck): CheckAnswer {
  const question = 'Của ai gửi?';
  if (from === null) return { question, mark: 'no', words: 'Không rõ, gói không có dấu niêm đọc được.' };
  // Nobody needs to compare digits for a bundle that will not be received anyway.
  if (standing === 'khong-nhan' && from.known === 'lan-dau')
    return { question, mark: 'care', words: `Ghi là ${from.unitName}, chưa gửi lần nào.` };
  switch (from.known) {
    case 'quen':
      return { question, mark: 'yes', words: `${from.unitName}, đúng mã của những lần trước.` };
    case 'lan-dau':
      return {
        question,
        mark: 'care',
        words: `${from.unitName}, gửi lần đầu. Nên gọi điện đọc mã bên dưới để đối chiếu một lần.`,
      };
    case 'khoa-doi':
      return {
        question,
        mark: 'no',
        words: `Ghi là ${from.unitName} nhưng mã khác những lần trước. Hãy gọi điện hỏi trước khi nhận.`,
      };
  }
}

/** Whether a yes may be asked for, and in which words. */
export function receiveWords({ standing }: Pick<BundleCheck, 'standing'>): string | null {
  switch (standing) {
    case 'moi':
      return 'Tiếp nhận';
    case 'thay-the':
      return 'Tiếp nhận bản thay thế';
    case 'cu-hon':
      return 'Cất bản cũ này';
    case 'da-co':
      return 'Mở bản đã nhận';
    case 'xung-dot':
    case 'khong-nhan':
      return null;
  }
}

/** Digits of a fingerprint in groups of four, whatever separated them before. */
export const fingerprintGroups = (fingerprint: string): string[] =>
  fingerprint.replace(/[\s-]+/g, '').match(/.{1,4}/g) ?? [];
