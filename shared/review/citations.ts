/**
 * RV10: laws and terms that are no longer right, as data. Law changes: a new line here, with its day and source, is the whole change.
 * A fact that nobody has checked against its source yet is told as a note, never as a fault.
 */
import { shortDate } from '../text/dates.ts';
import type { ReviewFinding, ReviewInput } from './input.ts';
import type { PlacedText } from './texts.ts';

export type LegalFact = {
  readonly pattern: RegExp;
  /** First day on which the wording is wrong; null when it was never right. */
  readonly wrongFrom: string | null;
  /** Words to put in place of what was found; null where the sentence must be written anew. */
  readonly instead: string | null;
  readonly why: string;
  readonly source: string;
  readonly checked: boolean;
};

const communes = '(?:xã|phường|thị trấn)(?:\\s*,\\s*(?:xã|phường|thị trấn))*';

export const legalFacts: readonly LegalFact[] = [
  {
    pattern: new RegExp(
      `Pháp lệnh (?:số 34\\/2007\\/PL-UBTVQH11 )?(?:về )?(?:thực hiện )?dân chủ(?: ở (?:${communes}|cơ sở))?(?!\\p{L})`,
      'giu',
    ),
    wrongFrom: '2023-07-01',
    instead: 'Luật Thực hiện dân chủ ở cơ sở',
    why: 'Pháp lệnh Thực hiện dân chủ ở xã, phường, thị trấn đã được thay bằng Luật Thực hiện dân chủ ở cơ sở.',
    source: 'Luật số 10/2022/QH15, hiệu lực 01/7/2023',
    checked: true,
  },
  {
    pattern: new RegExp(`Luật (?:về )?thực hiện dân chủ ở ${communes}(?!\\p{L})`, 'giu'),
    wrongFrom: null,
    instead: 'Luật Thực hiện dân chủ ở cơ sở',
    why: 'Không có luật tên như vậy; tên đúng là Luật Thực hiện dân chủ ở cơ sở.',
    source: 'Luật số 10/2022/QH15',
    checked: true,
  },
  {
    pattern: /Luật [Bb]ảo vệ môi trường(?: năm| \(?năm)? (?!2020|72\/2020)(?:19|20)\d\d(?!\d)/gu,
    wrongFrom: '2022-01-01',
    instead: 'Luật Bảo vệ môi trường năm 2020',
    why: 'Luật Bảo vệ môi trường hiện hành được ban hành năm 2020.',
    source: 'Luật số 72/2020/QH14, hiệu lực 01/01/2022',
    checked: true,
  },
  {
    pattern:
      /(?:ở )?mức độ 3(?:\s*(?:,|và|hoặc|\/)\s*|\s*,\s*và\s*)(?:mức độ )?4|mức độ [34](?=[^\p{L}\d]*(?:trở lên|$|[,.;)]))/giu,
    wrongFrom: '2022-08-15',
    instead: null,
    why: 'Dịch vụ công trực tuyến nay chia thành “toàn trình” và “một phần”, không còn mức độ 3, mức độ 4.',
    source: 'Nghị định số 42/2022/NĐ-CP, hiệu lực 15/8/2022',
    checked: true,
  },
  {
    pattern: /Thông tư (?:số )?36\/2017\/TT-BGD\s?ĐT/giu,
    wrongFrom: '2024-07-19',
    instead: null,
    why: 'Thông tư 36/2017/TT-BGDĐT về công khai của cơ sở giáo dục có thể đã được thay thế (Thông tư 09/2024/TT-BGDĐT).',
    source: 'chưa đối chiếu với văn bản gốc',
    checked: false,
  },
  {
    pattern: /Nghị định (?:số )?61\/2018\/NĐ-CP/giu,
    wrongFrom: '2025-07-01',
    instead: null,
    why: 'Nghị định 61/2018/NĐ-CP về cơ chế một cửa có thể đã được thay thế (Nghị định 118/2025/NĐ-CP từ 01/7/2025).',
    source: 'chưa đối chiếu với văn bản gốc',
    checked: false,
  },
];

/** A sentence about the change itself: "… thay thế Pháp lệnh …". */
const replacing = /(?:thay thế|thay cho|bãi bỏ)(?:\s+cho)?\s+$/iu;

/** Words that were right on the day of the plan but not through its whole year are told as a note. */
export function citations(
  plan: ReviewInput,
  texts: readonly PlacedText[],
  facts: readonly LegalFact[] = legalFacts,
): ReviewFinding[] {
  const lastDay = plan.year === null ? null : `${plan.year}-12-31`;
  // A plan without a day may still have been issued on the first day of its year.
  const issued = plan.head?.date || (plan.year === null ? null : `${plan.year}-01-01`);
  return facts.flatMap((fact) => {
    const { wrongFrom } = fact;
    const wrongNow = wrongFrom === null || (issued !== null && issued >= wrongFrom);
    const wrongLater = wrongFrom !== null && lastDay !== null && lastDay >= wrongFrom;
    if (!wrongNow && !wrongLater) return [];
    return texts.flatMap(({ where, path, text }) =>
      [...text.matchAll(fact.pattern)]
        .filter(({ index }) => !replacing.test(text.slice(0, index)))
        .map(
          ([found]): ReviewFinding => ({
            rule: 'citation',
            level: wrongNow && fact.checked ? 'fault' : 'note',
            where,
            path,
            text: found,
            why: `${fact.why}${wrongNow || wrongFrom === null ? '' : ` Thay đổi này có hiệu lực từ ${shortDate(wrongFrom)}, trong năm của kế hoạch.`} Nguồn: ${fact.source}.`,
            fix: fact.instead,
          }),
        ),
    );
  });
}
