/** RV11, RV13: the documents a plan names with number, date and issuer, held against each other and against the plan's own day. */
import { kindWord, parseUnit, type UnitKind, unitKinds } from '../office/unit.ts';
import { type WorkingCalendar, workingCalendar } from '../period/working-days.ts';
import { isCalendarDate, shortDate } from '../text/dates.ts';
import { fold } from '../text/fold.ts';
import type { Path, ReviewFinding, ReviewInput } from './input.ts';
import type { PlacedText } from './texts.ts';

export type CitedDocument = {
  where: string;
  path: Path;
  text: string;
  kind: string;
  number: number;
  symbol: string;
  /** Empty where the text gives none. */
  date: string;
  issuer: UnitKind | null;
  subject: string;
};

const cited =
  /(Kế hoạch|Chỉ thị|Quyết định|Nghị quyết|Công văn|Hướng dẫn|Chương trình)\s+(?:số\s*:?\s*)?(\d{1,5})\s*\/+\s*((?:\d{4}\s*\/\s*)?[A-ZĐ][A-Za-zĐ]*(?:\s*-\s*[A-ZĐ][A-Za-zĐ]*)*),?(?:\s*,?\s*ngày\s*(\d{1,2})(?:\s*\/\s*|\s+tháng\s+)(\d{1,2})(?:\s*\/\s*|\s+năm\s+)(\d{4}))?/gu;

const issuedBy = new RegExp(
  `^\\s*,?\\s*của\\s+(?:Chủ tịch\\s+)?(?:UBND|(?:Ủy|Uỷ) ban nhân dân)\\s+(${unitKinds.map(kindWord).join('|')})(?!\\p{L})`,
  'iu',
);

export function citedDocuments(texts: readonly PlacedText[]): CitedDocument[] {
  return texts.flatMap(({ where, path, text }) => {
    const matches = [...text.matchAll(cited)];
    return matches.map((found, at): CitedDocument => {
      const [whole, kind = '', number = '', symbol = '', day = '', month = '', year = ''] = found;
      const end = found.index + whole.length;
      const rest = text.slice(end, matches[at + 1]?.index ?? text.length);
      const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
      const issuer = issuedBy.exec(rest)?.[1]?.toLowerCase();
      return {
        where,
        path,
        text: whole.replace(/[,\s]+$/, ''),
        kind,
        number: Number(number),
        symbol: symbol.replace(/\s+/g, ''),
        date: isCalendarDate(date) ? date : '',
        issuer: unitKinds.find((each) => kindWord(each) === issuer) ?? null,
        subject: fold(/^[^;]*?(?=;|\.\s|\.$|$)/u.exec(rest)?.[0] ?? ''),
      };
    });
  });
}

/** About the index the plan itself is about; offices issue many plans a day. */
const aboutPapi = ({ subject }: CitedDocument): boolean => /\bpapi\b|hieu qua quan tri/.test(subject);
const yearOf = ({ subject }: CitedDocument): string => /\bnam (20\d\d)\b/.exec(subject)?.[1] ?? '';

/** RV13: the same plan of the same superior with two numbers or two dates. */
export function citationConflicts(texts: readonly PlacedText[]): ReviewFinding[] {
  const documents = citedDocuments(texts);
  const findings: ReviewFinding[] = [];
  for (const [at, document] of documents.entries()) {
    const other = documents.slice(0, at).find((earlier) => contradicts(earlier, document));
    if (!other) continue;
    findings.push({
      rule: 'citation-conflict',
      level: 'fault',
      where: document.where,
      path: document.path,
      text: document.text,
      why: `Văn bản này ở ${other.where} lại ghi “${other.text}”. Hãy kiểm tra số và ngày nào đúng.`,
      fix: null,
    });
  }
  return findings;
}

function contradicts(one: CitedDocument, other: CitedDocument): boolean {
  if (one.kind !== other.kind || one.symbol !== other.symbol || one.issuer === null || one.issuer !== other.issuer)
    return false;
  const [sameNumber, sameDate] = [one.number === other.number, one.date === other.date];
  if (sameNumber && sameDate) return false;
  if (sameNumber) return one.date !== '' && other.date !== '' && one.date.slice(0, 4) === other.date.slice(0, 4);
  const sameSubject = aboutPapi(one) && aboutPapi(other) && yearOf(one) !== '' && yearOf(one) === yearOf(other);
  return (
    one.kind === 'Kế hoạch' && sameSubject && /tuyen truyen/.test(one.subject) === /tuyen truyen/.test(other.subject)
  );
}

/** Working days a lower plan has after the superior's, and who says so. */
export const lowerPlanTerm = { days: 15, source: 'các kế hoạch cấp trên yêu cầu ban hành chậm nhất 15 ngày làm việc' };

/** From the lowest to the highest: a superior is one of a later group. */
const tiers: readonly (readonly UnitKind[])[] = [
  ['xa', 'phuong', 'thi-tran', 'dac-khu'],
  ['huyen', 'quan', 'thi-xa', 'thanh-pho'],
  ['tinh', 'thanh-pho'],
];

const tierOf = (kind: UnitKind): number => tiers.findIndex((tier) => tier.includes(kind));

/** RV11: counted from the latest plan of a superior, since the nearest superior issues last. */
export function lateIssue(
  plan: ReviewInput,
  texts: readonly PlacedText[],
  calendar: WorkingCalendar = workingCalendar(),
): ReviewFinding[] {
  const issued = plan.head?.date ?? '';
  const own = parseUnit(plan.issuer);
  if (issued === '' || own === null) return [];
  const superiors = citedDocuments(texts).filter(
    ({ kind, symbol, date, issuer, ...document }) =>
      kind === 'Kế hoạch' &&
      symbol.endsWith('UBND') &&
      date !== '' &&
      issuer !== null &&
      tierOf(issuer) > tierOf(own.kind) &&
      aboutPapi({ kind, symbol, date, issuer, ...document }) &&
      (yearOf({ kind, symbol, date, issuer, ...document }) || String(plan.year)) === String(plan.year),
  );
  // PX13: a plan that came down says its day itself, however ours cites it.
  const given = plan.superiorPlans ?? [];
  const latest = [...superiors, ...given].sort((a, b) => a.date.localeCompare(b.date)).at(-1);
  if (!latest) return [];
  const due = calendar.after(latest.date, lowerPlanTerm.days);
  if (issued <= due.date) return [];
  const days = calendar.between(latest.date, issued);
  const estimate = due.confirmed ? '' : ' Ngày nghỉ của năm này mới là ước tính.';
  return [
    {
      rule: 'late-issue',
      level: 'fault',
      where: 'Ngày ban hành',
      path: ['head', 'date'],
      text: shortDate(issued),
      why: `Ban hành sau ${latest.text} của cấp trên ${days} ngày làm việc; hạn là ${shortDate(due.date)} (${lowerPlanTerm.source}).${estimate}`,
      fix: null,
    },
  ];
}
