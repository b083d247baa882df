/** RV6, RV12: an annex that is announced but not there; body and annex that name different areas. */
import type { PlainSection } from '../body/body-blocks.ts';
import { fold } from '../text/fold.ts';
import type { Path, ReviewFinding, ReviewInput } from './input.ts';
import { ownRows, type PlacedText, rowWhere, short, walkSections } from './texts.ts';

const announced =
  /(?<!\p{L})(?:Phụ lục|[Bb]iểu [Tt]ổng hợp(?: nhiệm vụ)?|Bảng (?:phân công|tổng hợp) nhiệm vụ)[^.;:]{0,60}?\(?(?:[Gg]ửi )?kèm theo(?!\s+(?:Nghị định|Nghị quyết|Thông tư|Quyết định|Chỉ thị|Công văn|Hướng dẫn|Kế hoạch số|Chương trình|Văn bản|Luật))|\((?:[Cc]ó )?(?:Phụ lục|[Bb]iểu|[Bb]ảng)[^)]{0,60}kèm theo[^)]*\)/u;

/** One finding, at the first place that announces it. Annexes of laws and of other documents are not the plan's own. */
export function missingAnnex(plan: ReviewInput, texts: readonly PlacedText[]): ReviewFinding[] {
  if (plan.annex === 'table' && plan.rows.length > 0) return [];
  for (const { part, where, path, text } of texts) {
    const found = part === 'annexTitle' ? null : announced.exec(text);
    if (!found) continue;
    return [
      {
        rule: 'annex-missing',
        level: 'fault',
        where,
        path,
        text: found[0],
        why: 'Kế hoạch nói có phụ lục (biểu) kèm theo nhưng không thấy bảng nhiệm vụ. Hãy đính kèm phụ lục hoặc bỏ câu này.',
        fix: null,
      },
    ];
  }
  return [];
}

type Named = { name: string; where: string; path: Path };

/** Differences between the areas the body lists, the number of areas its sentences claim, and the areas of the annex. */
export function bodyAgainstAnnex(plan: ReviewInput, texts: readonly PlacedText[]): ReviewFinding[] {
  const annex = annexAreas(plan);
  const claims = claimedCounts(texts);
  const findings: ReviewFinding[] = [];
  const body = annex.length < 3 ? [] : bodyAreas(plan.sections, annex);
  if (body.length > 0) findings.push(...differences(body, annex));
  const [count, source] =
    annex.length >= 3 ? [annex.length, 'phụ lục có'] : [claims[0]?.count ?? 0, `${claims[0]?.where ?? ''} ghi`];
  for (const claim of claims)
    if (count > 0 && claim.count !== count)
      findings.push(difference(claim, claim.text, `Chỗ này ghi ${claim.count} lĩnh vực, còn ${source} ${count}.`));
  return findings;
}

const difference = ({ where, path }: { where: string; path: Path }, text: string, why: string): ReviewFinding => ({
  rule: 'body-annex',
  level: 'fault',
  where,
  path,
  text,
  why,
  fix: null,
});

function annexAreas(plan: ReviewInput): Named[] {
  const areas = new Map<string, Named>();
  for (const [at, row] of ownRows(plan).entries())
    if (row.area.trim() !== '' && !areas.has(keyOf(row.area)))
      areas.set(keyOf(row.area), { name: row.area, where: rowWhere(plan, at, 'lĩnh vực'), path: ['rows', at, 'area'] });
  return [...areas.values()];
}

const keyOf = (name: string): string =>
  fold(name)
    .replace(/^\s*[a-z0-9]{1,3}[.)]\s*/, '')
    .replace(/^noi dung\s+(?=["“”'])/, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** The headings under one section that name areas of the annex most often; less than three are no list of areas. */
function bodyAreas(sections: readonly PlainSection[], annex: readonly Named[]): Named[] {
  const lists = new Map<string, Named[]>();
  walkSections(sections, ({ heading }, { where, path }) => {
    const parent = path.slice(0, -1).join('/');
    if (heading.trim() === '') return;
    lists.set(parent, [...(lists.get(parent) ?? []), { name: heading, where, path: [...path, 'heading'] }]);
  });
  let best: Named[] = [];
  let bestMatches = 2;
  for (const list of lists.values()) {
    const matches = list.filter(({ name }) => closest(name, annex) !== null).length;
    if (matches > bestMatches) [best, bestMatches] = [list, matches];
  }
  return best;
}

/** Share of words two names have in common to be the same area under two wordings. */
const sameArea = 0.5;

function closest(name: string, among: readonly Named[]): Named | null {
  let best: { area: Named; share: number } | null = null;
  for (const area of among) {
    const share = common(keyOf(name), keyOf(area.name));
    if (share >= sameArea && (best === null || share > best.share)) best = { area, share };
  }
  return best?.area ?? null;
}

/** 1 when one name begins with the other ("Công khai, minh bạch"), else the words in common among all their words. */
function common(one: string, other: string): number {
  const [shorter = '', longer = ''] = [one, other].sort((a, b) => a.length - b.length);
  if (shorter.split(' ').length >= 3 && `${longer} `.startsWith(`${shorter} `)) return 1;
  const [left, right] = [new Set(one.split(' ')), new Set(other.split(' '))];
  const both = [...left].filter((word) => right.has(word)).length;
  return both / (left.size + right.size - both);
}

function differences(body: readonly Named[], annex: readonly Named[]): ReviewFinding[] {
  const findings: ReviewFinding[] = [];
  const met = new Set<Named>();
  for (const area of body) {
    const same = closest(area.name, annex);
    if (same === null) {
      findings.push(
        difference(area, short(area.name), 'Lĩnh vực này có trong phần thân nhưng không có trong phụ lục.'),
      );
      continue;
    }
    met.add(same);
    if (keyOf(same.name) !== keyOf(area.name))
      findings.push({
        ...difference(area, short(area.name), `Phụ lục gọi lĩnh vực này là “${short(same.name)}”.`),
        level: common(keyOf(same.name), keyOf(area.name)) === 1 ? 'note' : 'fault',
      });
  }
  for (const area of annex)
    if (!met.has(area))
      findings.push(
        difference(area, short(area.name), 'Lĩnh vực này có trong phụ lục nhưng không có trong phần thân.'),
      );
  return findings;
}

/** "trên 9 lĩnh vực Chỉ số PAPI", "08 nội dung … của Chỉ số PAPI". Contents of other numbers than the index ever had are other contents. */
function claimedCounts(texts: readonly PlacedText[]): { count: number; where: string; path: Path; text: string }[] {
  const claim =
    /(?<![\p{L}\d.,])(?:(0?[3-9]|1[0-2])\s+(?:lĩnh vực|chỉ số nội dung|trục nội dung)|(0?[689])\s+nội dung)(?!\p{L}|\s+thành phần)/giu;
  return texts.flatMap(({ where, path, text }) =>
    [...text.matchAll(claim)]
      .filter((found) => /PAPI/i.test(text.slice(Math.max(0, found.index - 80), found.index + 100)))
      .map((found) => ({ count: Number(found[1] ?? found[2]), where, path, text: found[0] })),
  );
}
