/** RV9, RV14, RV16: targets that cannot be met or were left blank, malformed numbers, slips of the keyboard. */
import { textDoubts } from '../reading/doubts.ts';
import { findSlips, type Vocabulary } from '../reading/slips.ts';
import type { ReviewFinding, ReviewInput } from './input.ts';
import type { PlacedText } from './texts.ts';

/** "đạt … %", "từ % trở lên": the number was never filled in. */
const blankTarget =
  /(?<!\p{L})(?:đạt|đạt mức|đạt từ|từ|trên|dưới|ít nhất|tối thiểu|không quá)(?:\s*[.…_]{2,}\s*|\s*…\s*|\s+)%(?:\s*trở lên)?/giu;

export function targets(texts: readonly PlacedText[], vocabulary: Vocabulary): ReviewFinding[] {
  return texts.flatMap(({ where, path, text }) => {
    const slips = new Set(findSlips(text, vocabulary).map(({ source }) => source));
    const finding = (found: string, why: string, fix: string | null): ReviewFinding => ({
      rule: 'target',
      level: 'fault',
      where,
      path,
      text: found,
      why,
      fix,
    });
    // Without year and unit the reader's doubts about a result are its slips and its targets.
    const impossible = textDoubts(
      { field: 'results', text, place: null },
      { planYear: null, unitKind: null, vocabulary },
    )
      .filter(({ source }) => !slips.has(source))
      .map(({ source, why, suggestion }) => finding(source, why, suggestion));
    const blank = [...text.matchAll(blankTarget)].map(([found]) =>
      finding(found, 'Chỉ tiêu để trống, chưa có con số.', null),
    );
    return [...impossible, ...blank];
  });
}

export function numberForms(plan: ReviewInput, texts: readonly PlacedText[]): ReviewFinding[] {
  const head = plan.head ? [{ where: 'Số văn bản', path: ['head', 'number'], text: plan.head.number }] : [];
  return [...head, ...texts].flatMap(({ where, path, text }) =>
    [...text.matchAll(/(?<!\d)\d+\s{0,3}\/(?:\s{0,3}\/)+\s{0,3}[A-ZĐ][\p{L}-]*/gu)].map(
      ([found]): ReviewFinding => ({
        rule: 'number-form',
        level: 'fault',
        where,
        path,
        text: found,
        why: 'Số, ký hiệu văn bản có hai dấu gạch chéo liền nhau.',
        fix: found.replace(/\s*\/(?:\s*\/)+\s*/, '/'),
      }),
    ),
  );
}

export const slips = (texts: readonly PlacedText[], vocabulary: Vocabulary): ReviewFinding[] =>
  texts.flatMap(({ where, path, text }) =>
    findSlips(text, vocabulary).map(
      ({ source, suggestion, why }): ReviewFinding => ({
        rule: 'slip',
        level: 'note',
        where,
        path,
        text: source,
        why,
        fix: suggestion,
      }),
    ),
  );
