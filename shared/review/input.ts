/** What is proof-read and what is found. Paths name a place in the input, so that a screen can go there with one click. */
import { z } from 'zod';
import { plainSection } from '../body/body-blocks.ts';
import { isoDate } from '../text/dates.ts';

/** The rules by name, in the order their findings are told; the sentence names the rule to a person. `SPEC.md` has each. */
export const ruleNames = {
  'header-blank': 'Số, ngày văn bản còn trống',
  'stale-year': 'Năm cũ còn sót',
  'other-unit': 'Tên hoặc cấp của đơn vị khác',
  'annex-unit': 'Tên phụ lục ghi đơn vị khác',
  numbering: 'Số thứ tự nhảy hoặc lặp',
  'repeated-text': 'Đoạn hoặc nhiệm vụ lặp lại',
  'annex-missing': 'Nhắc đến phụ lục nhưng không kèm',
  'area-empty': 'Lĩnh vực không có nhiệm vụ',
  'row-incomplete': 'Thiếu chủ trì, sản phẩm hoặc thời gian',
  target: 'Chỉ tiêu không thể đạt hoặc để trống',
  citation: 'Căn cứ đã thay thế hoặc ghi sai',
  'late-issue': 'Ban hành muộn so với kế hoạch cấp trên',
  'body-annex': 'Phần thân và phụ lục khác nhau',
  'citation-conflict': 'Một văn bản được dẫn hai cách',
  'number-form': 'Số, ký hiệu viết sai',
  slip: 'Có thể gõ sai chữ',
} as const;

export type RuleName = keyof typeof ruleNames;
const ruleName = z.enum(Object.keys(ruleNames) as [RuleName, ...RuleName[]]);

const words = z.string().max(20_000);
const lines = z.array(words).max(2000);

/** One group of the task table. Rows that share the cells of an earlier one name it in `sharesWith`. */
export const reviewRow = z.object({
  no: words,
  area: words,
  component: words,
  tasks: lines,
  results: lines,
  lead: words,
  executors: lines,
  time: words,
  sharesWith: z.number().int().nullable().default(null),
});
export type ReviewRow = z.infer<typeof reviewRow>;

export const reviewInput = z.object({
  /** Year of the plan; null where nothing says it, and rules about years are silent. */
  year: z.number().int().nullable(),
  /** `UBND thị trấn Như Quỳnh`; empty where nothing says it, and rules about units are silent. */
  issuer: words,
  /** Null for an annex alone: rules about the head are silent. `date` is `YYYY-MM-DD` or empty. */
  head: z.object({ number: words, date: words, title: words }).nullable(),
  basis: lines,
  preamble: lines,
  sections: z.array(plainSection),
  closing: lines,
  annexTitle: lines,
  /** `table`: rows stand in the document's task table; `none`: they were only gathered from the sections. */
  annex: z.enum(['table', 'none']),
  /** Areas with no row at all, for plans that keep their areas apart from the rows. */
  emptyAreas: z.array(z.object({ no: words, name: words })).default([]),
  rows: z.array(reviewRow).max(20_000),
  /** Plans of the superior that came down and that this one answers, with their days (RV11). */
  superiorPlans: z
    .array(z.object({ text: words, date: isoDate }))
    .max(50)
    .optional(),
  /** Rules a person has put to silence, with the reason. */
  silenced: z.array(z.object({ rule: ruleName, reason: z.string().trim().min(1).max(500) })).default([]),
});
export type ReviewInput = z.infer<typeof reviewInput>;

export type Path = readonly (string | number)[];

/**
 * One place to look at. `where` names the place in Vietnamese, `path` the same place in the input; `text` the words found there,
 * `why` a sentence; `fix` the words to put in place of `text`, null where only a person can know. A note needs no change.
 */
export type ReviewFinding = {
  rule: RuleName;
  level: 'fault' | 'note';
  where: string;
  path: Path;
  text: string;
  why: string;
  fix: string | null;
};

export type Review = {
  findings: ReviewFinding[];
  /** What the silenced rules would have said, so that silence stays visible. */
  silenced: { rule: RuleName; reason: string; count: number }[];
};
