/** Plans put together from right and wrong pieces at random: every finding points at its words, and every fix ends its finding. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadSection } from '../../../shared/plan/read-plan.ts';
import { textAt, withFix } from '../../../shared/review/fix.ts';
import { type ReviewFinding, type ReviewInput, type RuleName, reviewInput } from '../../../shared/review/input.ts';
import { reviewPlan } from '../../../shared/review/review.ts';

const pieces = [
  'Hoàn thành trong năm 2025',
  'so với năm 2025',
  'theo Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND tỉnh về nâng cao Chỉ số PAPI năm 2026;',
  'theo Kế hoạch số 13//KH-UBND ngày 06/01/2026 của UBND tỉnh về nâng cao Chỉ số PAPI năm 2026;',
  'cuộc thi “Tìm hiểu PAPI năm 2025 tại UBND phường”',
  'tại UBND phường',
  'tại UBND xã Bình Minh',
  'các huyện ngoại thành',
  'Pháp lệnh thực hiện dân chủ ở xã, phường, thị trấn',
  'Luật bảo vệ môi trường năm 2023',
  'dịch vụ công mức độ 3, mức độ 4',
  'đạt 100% trở lên',
  'đạt … %',
  'tình hình hình thực hiện',
  'trên 9 lĩnh vực của Chỉ số PAPI',
  'Phụ lục kèm theo Kế hoạch này',
  'niêm yết công khai tại trụ sở và tại nhà văn hóa của tất cả các thôn trong thời gian quy định',
];
const words = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 12 })), {
  maxLength: 4,
});
const text = words.map((parts) => parts.join(' '));
const texts = fc.array(text, { maxLength: 3 });
const label = fc.constantFrom(
  '',
  'I.',
  'II.',
  'III.',
  '1.',
  '2.',
  '3.',
  '1.1.',
  '2.1.',
  'a)',
  'b)',
  'd)',
  'đ)',
  'e)',
  'f)',
  '-',
  '(a)',
);

/** Sections down to the third level. */
const sectionOf = (children: fc.Arbitrary<ReadSection[]>): fc.Arbitrary<ReadSection> =>
  fc.record({ label, heading: text, paragraphs: texts, children });
const below = (inner: fc.Arbitrary<ReadSection>): fc.Arbitrary<ReadSection[]> => fc.array(inner, { maxLength: 4 });
const section = sectionOf(below(sectionOf(below(sectionOf(fc.constant([]))))));

const row = fc.record({
  no: fc.constantFrom('', '1', '2', '3.', 'II', '7'),
  area: fc.constantFrom('Quản trị điện tử', 'Thủ tục hành chính công', 'Cung ứng dịch vụ công', ''),
  component: fc.constantFrom('', 'a) Tiếp cận thông tin', 'b) Dân chủ', 'e) Điện tử'),
  tasks: texts,
  results: texts,
  lead: fc.constantFrom('', 'Tư pháp'),
  executors: fc.constant([]),
  time: fc.oneof(text, fc.constantFrom('', 'Quý I', 'Trong năm 2025', 'Trước 30/6/2025')),
  sharesWith: fc.constant(null),
});

const plan: fc.Arbitrary<ReviewInput> = fc
  .record({
    year: fc.constantFrom(null, 2026),
    issuer: fc.constantFrom('', 'UBND xã An Thịnh', 'UBND tỉnh Sông Lam', 'Phòng Nội vụ'),
    head: fc.oneof(
      fc.constant(null),
      fc.record({ number: fc.constantFrom('', '15//KH-UBND'), date: fc.constantFrom('', '2026-06-20'), title: text }),
    ),
    basis: texts,
    preamble: texts,
    sections: fc.array(section, { maxLength: 4 }),
    closing: texts,
    annexTitle: texts,
    annex: fc.constantFrom('table' as const, 'none' as const),
    rows: fc.array(row, { maxLength: 5 }),
  })
  .map((value) => reviewInput.parse(value));

const options = { seed: 7, numRuns: 300 };
/** Rules whose `text` is the words at the place, word for word. */
const literal: readonly RuleName[] = [
  'stale-year',
  'other-unit',
  'annex-unit',
  'numbering',
  'target',
  'citation',
  'citation-conflict',
  'number-form',
  'slip',
  'annex-missing',
];

const keyOf = ({ rule, path, text: found }: ReviewFinding): string => JSON.stringify([rule, path, found]);

describe('proof-reading any plan', () => {
  it('points at its words, in a place a person can find', () => {
    fc.assert(
      fc.property(plan, (input) => {
        for (const finding of reviewPlan(input).findings) {
          expect(finding.where).not.toBe('');
          expect(finding.why).toMatch(/\S/);
          if (literal.includes(finding.rule)) expect(textAt(input, finding.path)).toContain(finding.text);
        }
      }),
      options,
    );
  });

  it('RV20 every fix can be put in place and ends its finding', () => {
    fc.assert(
      fc.property(plan, (input) => {
        for (const finding of reviewPlan(input).findings) {
          if (finding.fix === null) continue;
          const fixed = withFix(input, finding);
          expect(fixed).not.toBeNull();
          expect(reviewPlan(fixed!).findings.map(keyOf)).not.toContain(keyOf(finding));
        }
      }),
      { ...options, numRuns: 40 },
    );
  });

  it('RV20 a place that is gone changes nothing', () => {
    fc.assert(
      fc.property(plan, plan, (input, other) => {
        for (const finding of reviewPlan(input).findings) {
          const before = structuredClone(other);
          const at = textAt(other, finding.path);
          if (at === null || !at.includes(finding.text)) expect(withFix(other, finding)).toBeNull();
          expect(other).toEqual(before);
        }
      }),
      options,
    );
  });
});
