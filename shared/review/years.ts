/** RV1: years that stayed behind from last year's plan. */
import { isReference } from '../plan/annex-title.ts';
import { yearDoubts } from '../reading/doubts.ts';
import type { ReviewFinding, ReviewInput } from './input.ts';
import { type PlacedText, withoutCited } from './texts.ts';

/** Last year is meant: something done ("đã thực hiện trong năm 2023"), what was found in it, or a comparison ("cao hơn năm 2023"). */
const past =
  /(?<!\p{L})(?:đã|trước đây|vừa qua|hạn chế|thiếu sót|rút kinh nghiệm|công bố)(?!\p{L})[^.;]{0,60}$|(?<!\p{L})(?:hơn|bằng|như|vượt|cùng kỳ)\s*$/iu;

export function staleYears(plan: ReviewInput, texts: readonly PlacedText[]): ReviewFinding[] {
  const { year } = plan;
  if (year === null) return [];
  return texts.flatMap((placed) => {
    if (placed.part === 'annexTitle' && isReference(placed.text)) return [];
    const text = placed.part === 'basis' ? afterCitations(placed.text) : withoutCited(placed.text);
    const finding = (found: string, why: string, fix: string | null): ReviewFinding => ({
      rule: 'stale-year',
      level: 'fault',
      where: placed.where,
      path: placed.path,
      text: found,
      why,
      fix,
    });
    const field = placed.part === 'time' ? 'time' : 'text';
    const found = yearDoubts({ field, text, place: null }, year)
      .filter(({ source }) => !reaches(source, year) && !past.test(text.slice(0, text.indexOf(source))))
      .map(({ source, suggestion }) =>
        finding(source, `Kế hoạch của năm ${year} nhưng chỗ này ghi năm khác.`, suggestion),
      );
    if (found.length > 0 || placed.part !== 'time') return found;
    const years = [...text.matchAll(/(?<!\d)20\d\d(?!\d)/g)].map(([each]) => Number(each));
    const last = Math.max(...years);
    if (years.length === 0 || last >= year) return [];
    return [finding(text.trim(), `Thời gian thực hiện đã qua trước năm ${year} của kế hoạch.`, null)];
  });
}

/** "năm 2023-2025" in a plan for 2024: a span that reaches the plan's year is meant. */
function reaches(source: string, year: number): boolean {
  const years = [...source.matchAll(/20\d\d/g)].map(([each]) => Number(each));
  return years.length > 1 && Math.max(...years) >= year;
}

/** A basis names other documents by their own years; only the plan it ends with is ours. */
function afterCitations(text: string): string {
  const own = /ban hành\s+[Kk]ế hoạch/u.exec(withoutCited(text));
  return own ? ' '.repeat(own.index) + text.slice(own.index) : '';
}
