/** Doubts about rows and header: what looks wrong, why, and what to offer instead. Nothing here changes a text. */
import { groupOf } from '../core/sure.ts';
import { kindWord, parseUnit, type UnitKind } from '../office/unit.ts';
import type { Doubt, ReadRow, SourcePlace } from '../plan/read-plan.ts';
import { fold } from '../text/fold.ts';
import { findSlips, type Slip, type Vocabulary } from './slips.ts';

export type DoubtContext = {
  planYear: number | null;
  unitKind: UnitKind | null;
  vocabulary: Vocabulary;
};

type Text = { field: string; text: string; place: SourcePlace | null };

export const makeDoubt = (
  field: string,
  why: string,
  source: string,
  suggestion: string | null = null,
  place: SourcePlace | null = null,
): Doubt => ({ field, why, source, suggestion, place });

/** Kind of the issuing unit, from its name ("UBND thị trấn Như Quỳnh"); null when the name does not say. */
export const kindOfIssuer = (issuer: string): UnitKind | null => parseUnit(issuer)?.kind ?? null;

/** Doubts every text can raise: slips, a stale year, another kind of unit, a target above 100 %. */
export function textDoubts({ field, text, place }: Text, context: DoubtContext): Doubt[] {
  const doubts = findSlips(text, context.vocabulary).map((slip: Slip) =>
    makeDoubt(field, slip.why, slip.source, slip.suggestion, place),
  );
  doubts.push(...yearDoubts({ field, text, place }, context.planYear));
  doubts.push(...unitDoubts({ field, text, place }, context.unitKind));
  if (field === 'results' || field === 'tasks') doubts.push(...targetDoubts({ field, text, place }));
  return doubts;
}

/** Words before a year that name another document, a comparison or a span: the year is meant. */
const citing =
  /(?:ngày\s+\d{1,2}\s+tháng\s+\d{1,2}|tháng\s+\d{1,2}|so với|từ|đến|giai đoạn|kể từ|sau|trước|cuối|hiến pháp|kết quả\p{L}*(?:\s+\p{L}+){0,6}|tồn tại(?:\s+\p{L}+){0,6}|kết luận(?:\s+\p{L}+){0,6})\s+$/iu;

/** "năm 2023" in a plan for 2024. Spans that reach the year of the plan are told in softer words. */
export function yearDoubts({ field, text, place }: Text, planYear: number | null): Doubt[] {
  if (planYear === null) return [];
  const doubts: Doubt[] = [];
  const onlyTime = field === 'time';
  for (const found of text.matchAll(/(?:trong\s+)?năm\s+(20\d\d)(?:\s*[-–]\s*(20\d\d))?/giu)) {
    const [from, to] = [Number(found[1]), found[2] === undefined ? Number(found[1]) : Number(found[2])];
    if (from === planYear || (!onlyTime && (from > planYear || from < planYear - 3))) continue;
    const before = text.slice(Math.max(0, found.index - 60), found.index);
    const after = text.slice(found.index + found[0].length, found.index + found[0].length + 24);
    if (!onlyTime && (citing.test(before) || /^\s*(?:trở về trước|và (?:những|các) năm)/iu.test(after))) continue;
    if (from < planYear && to >= planYear) {
      if (onlyTime)
        doubts.push(makeDoubt(field, `Thời gian bắt đầu trước năm ${planYear} của kế hoạch.`, found[0], null, place));
    } else if (!(onlyTime && hasYear(text, planYear))) {
      const suggestion = found[2] === undefined ? found[0].replace(String(from), String(planYear)) : null;
      doubts.push(makeDoubt(field, `Năm ${from} khác năm ${planYear} của kế hoạch.`, found[0], suggestion, place));
    }
  }
  return doubts;
}

const hasYear = (text: string, year: number): boolean => new RegExp(`(?<!\\d)${year}(?!\\d)`).test(text);

const communeKinds: readonly UnitKind[] = ['xa', 'phuong', 'thi-tran', 'dac-khu'];

/** "UBND xã" in the plan of a thị trấn: text taken over from another unit's plan. Lists of kinds and names of laws are no slip. */
export function unitDoubts({ field, text, place }: Text, own: UnitKind | null): Doubt[] {
  if (own === null || !communeKinds.includes(own)) return [];
  const doubts: Doubt[] = [];
  for (const kind of communeKinds) {
    if (kind === own) continue;
    const word = kindWord(kind);
    const pattern = new RegExp(
      `(?<!\\p{L})(UBND|HĐND|Đảng ủy|(?:Ủy|Uỷ) ban nhân dân|MTTQ|Trụ sở|Bộ phận (?:Một cửa|tiếp nhận và trả kết quả)|Đài truyền thanh|Trạm [Yy] tế|trên địa bàn|địa bàn|toàn|tại các|các)\\s+(${word})(?!\\s+hội)(?!\\s*[,/]\\s*(?:xã|phường|thị trấn))(?!\\p{L})`,
      'giu',
    );
    for (const found of text.matchAll(pattern)) {
      const suggestion = /^(?:các|tại các)$/iu.test(groupOf(found, 1)) ? null : `${found[1]} ${kindWord(own)}`;
      doubts.push(
        makeDoubt(field, `Văn bản của ${kindWord(own)} nhưng chỗ này ghi ${word}.`, found[0], suggestion, place),
      );
    }
  }
  for (const found of text.matchAll(/(?<!\p{L})các xã,\s*(?:phường|thị trấn)(?!\s*[,/])(?!\p{L})/giu)) {
    doubts.push(
      makeDoubt(field, `Văn bản của một ${kindWord(own)} nhưng chỗ này nói về nhiều đơn vị.`, found[0], null, place),
    );
  }
  return unique(doubts);
}

function targetDoubts({ field, text, place }: Text): Doubt[] {
  const doubts: Doubt[] = [];
  for (const found of text.matchAll(/(?:(trên|hơn|vượt)\s+)?(?<!\d)(\d{3,6}(?:[.,]\d{1,4})?)\s*%(\s*trở lên)?/giu)) {
    const value = Number(groupOf(found, 2).replace(',', '.'));
    if (value > 100 || (value === 100 && (found[1] !== undefined || found[3] !== undefined))) {
      doubts.push(makeDoubt(field, 'Chỉ tiêu vượt quá 100%.', found[0], value === 100 ? '100%' : null, place));
    }
  }
  return doubts;
}

const unique = (doubts: Doubt[]): Doubt[] =>
  doubts.filter(
    (doubt, index) =>
      doubts.findIndex((other) => other.field === doubt.field && other.source === doubt.source) === index,
  );

/** Columns a table has, so that a cell left blank there is worth a mark. */
export type Blanks = { lead: boolean; executors: boolean; time: boolean; tasks: boolean };

/** Cells left blank. Rows that share the cells of another have nothing of their own to miss. */
export function blankDoubts(row: ReadRow, has: Blanks, places: Readonly<Record<string, SourcePlace | null>>): Doubt[] {
  if (row.sharesWith !== null) return [];
  const doubts: Doubt[] = [];
  const blank = (field: string, why: string) =>
    doubts.push(makeDoubt(field, why, '', null, places[field] ?? row.place));
  if (has.tasks && row.tasks.length === 0) blank('tasks', 'Ô nhiệm vụ để trống; có thể dùng chung với hàng trên.');
  if (has.lead && row.lead === '') blank('lead', 'Chưa ghi đơn vị chủ trì.');
  if (has.executors && row.executors.length === 0) blank('executors', 'Chưa ghi đơn vị thực hiện.');
  if (has.time && row.time === '') blank('time', 'Chưa ghi thời gian thực hiện.');
  return doubts;
}

/** A component written again in a cell of its own under the same area, told on the later row. */
export function repeatedComponents(rows: readonly ReadRow[], ownComponent: readonly boolean[]): (Doubt | null)[] {
  const seen = new Set<string>();
  return rows.map((row, index) => {
    if (row.component === '' || !ownComponent[index]) return null;
    const key = `${fold(row.dimension)}|${fold(row.component)}`;
    if (seen.has(key))
      return makeDoubt('component', 'Nội dung thành phần này đã có ở hàng trên.', row.component, null, row.place);
    seen.add(key);
    return null;
  });
}
