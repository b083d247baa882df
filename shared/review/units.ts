/** RV2, RV3: words that belong to the plan of another unit. */
import { kindWord, parseUnit, type UnitKind } from '../office/unit.ts';
import { isReference } from '../plan/annex-title.ts';
import { annexDoubts } from '../reading/annex.ts';
import { unitDoubts } from '../reading/doubts.ts';
import { fold } from '../text/fold.ts';
import type { ReviewFinding, ReviewInput } from './input.ts';
import { type PlacedText, withoutCited } from './texts.ts';

const communeKinds: readonly UnitKind[] = ['xa', 'phuong', 'thi-tran', 'dac-khu'];

export function otherUnits(plan: ReviewInput, texts: readonly PlacedText[]): ReviewFinding[] {
  const own = parseUnit(plan.issuer);
  if (own === null) return [];
  const isCommune = communeKinds.includes(own.kind);
  return texts.flatMap((placed): ReviewFinding[] => {
    if (placed.part === 'annexTitle' && isReference(placed.text)) return [];
    const text = ofOneself(withoutCited(placed.text));
    const finding = (found: string, why: string, fix: string | null): ReviewFinding => ({
      rule: 'other-unit',
      level: 'fault',
      where: placed.where,
      path: placed.path,
      text: found,
      why,
      fix,
    });
    const names = otherNames(text, own, isCommune ? communeKinds : [own.kind]).map(({ found, name }) =>
      finding(found, `Kế hoạch của ${kindWord(own.kind)} ${own.name} nhưng chỗ này ghi ${name}.`, null),
    );
    if (!isCommune) return names;
    const kinds = unitDoubts({ field: placed.part, text, place: null }, own.kind)
      .filter(({ source }) => !names.some((name) => name.text.includes(source) || source.includes(name.text)))
      .map(({ source, why, suggestion }) => finding(source, why, suggestion));
    const many = manyUnits(text, own.kind).map((found) =>
      finding(
        found,
        `Kế hoạch của một ${kindWord(own.kind)} nhưng chỗ này nói như của cấp trên, về nhiều đơn vị.`,
        null,
      ),
    );
    return [...names, ...kinds, ...many];
  });
}

/** Units spoken of as others on purpose: neighbours, those of the whole province, those before a merger ("xã Tân Quang cũ"). */
const others =
  /(?:các\s+)?(?:xã|phường|thị trấn|huyện|quận)(?:\s*,\s*(?:xã|phường|thị trấn|đặc khu|thị xã|thành phố))*(?:\s+\p{Lu}[\p{Ll}']*){0,4}\s+(?:\(?cũ|trước đây|trước (?:khi )?sáp nhập|khác|bạn|lân cận|giáp ranh|trên địa bàn tỉnh|trong tỉnh|toàn tỉnh|trong cả nước)(?!\p{L})/gu;

/** The text without units that are meant to be others, at the same length. */
const ofOneself = (text: string): string => text.replace(others, (found) => ' '.repeat(found.length));

/** "xã Lục Ba" in the plan of xã Minh Tiến: a unit's kind and at least two words with capitals that are not its own name. */
function otherNames(
  text: string,
  own: { kind: UnitKind; name: string },
  kinds: readonly UnitKind[],
): { found: string; name: string }[] {
  const spoken = text === text.toUpperCase() ? titleCase(text) : text;
  const pattern = new RegExp(
    `(?<!\\p{L})(?:${kinds.map(kindWord).join('|')})\\s+(\\p{Lu}[\\p{Ll}']+(?:\\s+\\p{Lu}[\\p{Ll}']+){1,3})`,
    'gu',
  );
  const ownName = fold(own.name);
  const found: { found: string; name: string }[] = [];
  for (const match of spoken.matchAll(pattern)) {
    const name = match[1] ?? '';
    if (fold(name).startsWith(ownName) || noNames.test(name)) continue;
    found.push({ found: text.slice(match.index, match.index + match[0].length), name: match[0] });
  }
  return found;
}

/** Where a line break was lost, the next sentence or an office follows the kind: "UBND tỉnh Giao Thủ trưởng …". */
const noNames =
  /^(?:Giao|Thực|Đề|Chủ|Phó|Trưởng|Công|Văn|Phòng|Ban|Ủy|Uỷ|Hội|Đoàn|Đài|Trạm|Tổ|Bộ|Sở|Các|Nông|Về|Căn|Theo)(?!\p{L})/u;

/** Same length as the text, so that places in one are places in the other. Unit kinds stay small. */
const titleCase = (text: string): string =>
  text
    .toLowerCase()
    .replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())
    .replace(/(?<!\p{L})(?:Xã|Phường|Thị Trấn|Đặc Khu|Huyện|Quận|Thị Xã|Thành Phố|Tỉnh)(?!\p{L})/gu, (kind) =>
      kind.toLowerCase(),
    );

/** "các phường" in the plan of one phường, "các huyện ngoại thành" in that of a commune. */
function manyUnits(text: string, kind: UnitKind): string[] {
  const plural = new RegExp(
    `(?<!\\p{L})(?:các ${kindWord(kind)}(?!\\s+(?:hội|viên)|\\s*[,/]|\\p{L})|(?:các )?huyện ngoại thành|các (?:huyện|quận)(?!\\p{L}))`,
    'giu',
  );
  return [...text.matchAll(plural)].map(([found]) => found);
}

/** RV3: the annex is often the superior's, title and all. A title that names the own unit as well only says where it lies. */
export function annexUnits(plan: ReviewInput, texts: readonly PlacedText[]): ReviewFinding[] {
  const own = parseUnit(plan.issuer);
  if (own === null) return [];
  return texts.flatMap(({ part, where, path, text }): ReviewFinding[] => {
    if (part !== 'annexTitle' || isReference(text) || fold(text).includes(fold(own.name))) return [];
    const line = { text, bold: false, align: 'center', level: null, place: { block: 0 }, column: null } as const;
    return annexDoubts(line, { planYear: null, unitKind: own.kind, vocabulary: new Map() })
      .filter(({ source }) => {
        const named = parseUnit(source);
        return named !== null && named.kind !== own.kind;
      })
      .map(({ source }) => ({
        rule: 'annex-unit',
        level: 'fault',
        where,
        path,
        text: source,
        why: `Phụ lục của ${kindWord(own.kind)} ${own.name} nhưng tên phụ lục ghi đơn vị khác.`,
        fix: source === source.toUpperCase() ? `${kindWord(own.kind)} ${own.name}`.toUpperCase() : null,
      }));
  });
}
