/** Named periods: quarters, months, half-years, years, school years, "định kỳ", "thường xuyên". */
import { firstOf, groupOf, itemAt } from '../core/sure.ts';
import { addFound, type Findings, numberOf, quarterOf } from './found.ts';
import { type Match, type Scan, take, takeAll } from './scan.ts';
import type { PeriodUnit } from './schedule.ts';
import { monthsOf } from './window-days.ts';

const edge = '(?:\\b(?:cham nhat|muon nhat|xong|het|den het|cuoi|dau|giua|trong|vao|la|thuoc)\\s*)*';
const ofYear =
  '(?:\\s*(?:[/.,(-]\\s*|cua\\s*)?(?:nam\\s*)?(20\\d\\d)\\)?|\\s*(?:trong\\s*)?nam\\s*(?:nay|ke hoach)|\\s*(?:hang|moi)\\s*nam)?';

const quarter =
  '0?(?:[il]?v|[il]{1,3}|[1-4]|mot|hai|ba|bon|tu)(?![\\p{L}\\d])(?!\\s*(?:lan|thang|ngay|tuan|cuoc|buoi|nam\\s*1))';
const quarters = new RegExp(
  `${edge}(?:\\b(?:cac|tu)\\s*)?(?<!\\p{L})(?:quy|qui|q)\\s*\\.?\\s*(${quarter})((?:\\s*(?:,|;|va|hoac|-|\\+|&|den het|den|/)\\s*(?:va\\s*)?(?:(?:cac\\s*)?(?:quy|qui|q)\\s*\\.?\\s*)?${quarter})*)${ofYear}`,
  'gu',
);

const quarterRange = new RegExp(
  `(?:\\btu\\s*)?(?<!\\p{L})(?:quy|qui|q)\\s*\\.?\\s*(${quarter})\\s*(?:nam|/)\\s*(20\\d\\d)\\s*(?:-|den het|den)\\s*(?:quy|qui|q)\\s*\\.?\\s*(${quarter})\\s*(?:nam|/)\\s*(20\\d\\d)`,
  'gu',
);

/** "Quý III/2023 - Quý II/2024": runs from the first day of the one to the last day of the other. */
export function takeQuarterRanges(scan: Scan, findings: Findings): void {
  takeAll(scan, quarterRange, ({ at, end, groups: [first, year, last, lastYear] }) => {
    const [from, to] = [quarterOf(first), quarterOf(last)];
    if (from === null || to === null) return null;
    const range = {
      from: monthsOf(Number(year), from * 3 - 2, from * 3).from,
      to: monthsOf(Number(lastYear), to * 3 - 2, to * 3).to,
    };
    if (range.from > range.to) return null;
    addFound(findings, at, { kind: 'range', ...range, by: 'day' }, true);
    return end;
  });
}

/** "Quý II, III năm 2024", "Q2", "quý 2 và 3", "từ quý I đến quý III". A dash or "đến" between two means all between them. */
export function takeQuarters(scan: Scan, findings: Findings): void {
  takeAll(scan, quarters, ({ at, end, groups: [first, more, year] }) => {
    const chosen = new Set<number>();
    let last = quarterOf(first);
    if (last === null) return null;
    chosen.add(last);
    for (const [, hinge, name] of (more ?? '').matchAll(
      /(,|;|va|hoac|-|\+|&|den het|den|\/)\s*(?:va\s*)?(?:cac\s*)?(?:quy|qui|q)?\s*\.?\s*(\p{L}+|\d+)/gu,
    )) {
      const next = quarterOf(name);
      if (next === null) return null;
      if ((hinge === '-' || hinge?.startsWith('den')) && next > last)
        for (let between = last; between < next; between++) chosen.add(between);
      chosen.add(next);
      last = next;
    }
    // "Từ quý II" does not say until when.
    if (chosen.size === 1 && /^tu\b/.test(scan.key.slice(at, end))) return null;
    const part = { kind: 'quarters', year: Number(year ?? findings.planYear), quarters: [...chosen].sort() } as const;
    addFound(findings, at, part, year !== undefined);
    return end;
  });
}

const months = new RegExp(
  `${edge}(?:\\bcac\\s*)?(?<!\\d\\s*)(?<!\\p{L})(?:thang|thg|t)\\s*\\.?\\s*(\\d{1,2})(?!\\d)((?:\\s*(?:,|;|va|hoac|&|\\+)\\s*(?:va\\s*)?(?:(?:thang|thg|t)\\s*)?\\d{1,2}(?!\\d|\\s*(?:thang|lan|ngay|[/.]\\s*\\d{1,2}(?!\\d))))*)${ofYear}`,
  'gu',
);

/** "trong tháng 3", "tháng 3, tháng 9 năm 2024", "T3", "3/2024". */
export function takeMonths(scan: Scan, findings: Findings): void {
  const add = (at: number, numbers: readonly number[], year: string | undefined): boolean => {
    if (numbers.some((month) => month < 1 || month > 12)) return false;
    const chosen = [...new Set(numbers)].sort((a, b) => a - b);
    addFound(
      findings,
      at,
      { kind: 'month', year: Number(year ?? findings.planYear), months: chosen },
      year !== undefined,
    );
    return true;
  };
  takeAll(scan, months, ({ at, end, groups }) => {
    const [, more, year] = groups;
    const numbers = [firstOf(groups), ...((more ?? '').match(/\d+/g) ?? [])].map(Number);
    return add(at, numbers, year) ? end : null;
  });
  takeAll(scan, /(?<![\d/.]\s*)(\d{1,2})\s*\/\s*(20\d\d)(?!\d)/g, ({ at, end, groups: [month, year] }) =>
    add(at, [Number(month)], year) ? end : null,
  );
}

const lead = '(?:(?:dinh k[yi]|bao cao|so ket|tong ket|theo|hang|moi|tung|cac|ca|va)\\s*(?:,\\s*)?)*';
const unit =
  '((?:0?6|sau)\\s*thang(?:\\s*(?:dau|cuoi)\\s*nam)?|(?:0?9|chin)\\s*thang(?:\\s*dau\\s*nam)?|(?:0?3|ba)\\s*thang(?:\\s*dau\\s*nam)?|qu[yi](?!\\s*(?:dinh|che|trinh|uoc|hoach|mo|dau|cuoi|[ivl]+\\b|\\d))|(?:0?1 |mot )?nam(?!\\s*(?:20\\d|hoc|tiep|sau|ke|nay|truoc|\\d))|(?<!\\d\\s*)thang(?!\\s*\\d)|tuan|ngay(?!\\s*\\d|\\s*(?:lam viec|ban hanh))|thuong nien)(?!\\p{L})';
const separator = '\\s*(?:(?:,|;|\\/|&|-|va|hoac|\\+)\\s*)?';
const periodList = new RegExp(`(?<!\\p{L})(${lead})${unit}((?:${separator}${lead}${unit})*)(?:\\s*(20\\d\\d))?`, 'gu');
/** "6 tháng và cả năm 2024". */
const halfAndNamedYear =
  /(?<!\p{L})(?:(?:dinh k[yi]|so ket|bao cao)\s*)?(?:0?6|sau)\s*thang(?:\s*dau\s*nam)?\s*(?:,|;|va|-|&)\s*(?:(?:va|ca|tong ket|bao cao)\s*)*nam\s*(20\d\d)(?!\d)/gu;
const repeats = /\b(?:hang|moi|tung)\b|\bcac (?:qu[yi]|thang)\b/;

function unitOf(text: string): PeriodUnit {
  if (/thang/.test(text) && /6|sau/.test(text)) return 'half-year';
  if (/thang/.test(text) && /9|chin/.test(text)) return 'nine-months';
  if (/thang/.test(text) && /3|ba\b/.test(text)) return 'quarter';
  if (/^qu/.test(text)) return 'quarter';
  if (/nam|nien/.test(text)) return 'year';
  if (text === 'thang') return 'month';
  return text === 'tuan' ? 'week' : 'day';
}

/** "hàng quý, 06 tháng, năm", "6 tháng đầu năm và cả năm", "hằng năm". One bare unit says no time and is left. */
export function takePeriodLists(scan: Scan, findings: Findings): void {
  takeAll(scan, halfAndNamedYear, ({ at, end, groups: [year] }) => {
    addFound(findings, at, { kind: 'half-year-and-year', year: Number(year) }, true);
    return end;
  });
  takeAll(scan, periodList, (match: Match) => {
    const text = scan.key.slice(match.at, match.end);
    const names = [...text.matchAll(new RegExp(unit, 'gu'))].map((found) => groupOf(found, 1));
    const every = [...new Set(names.map(unitOf))];
    const writtenYear = /(20\d\d)$/.exec(text)?.[1];
    const year = writtenYear === undefined ? null : Number(writtenYear);
    const yearly = every.includes('year');
    if (every.length === 1 && !repeats.test(text) && !/thuong nien|dinh k/.test(text)) {
      const single = singlePeriod(names, year ?? findings.planYear);
      if (single === null) return null;
      addFound(findings, match.at, single, year !== null);
    } else if (every.length === 2 && yearly && every.includes('half-year'))
      addFound(findings, match.at, { kind: 'half-year-and-year', year }, year !== null);
    else addFound(findings, match.at, { kind: 'periodic', every, times: null, year }, year !== null);
    return match.end;
  });
}

/** A period that is met once: "6 tháng đầu năm", "9 tháng đầu năm", "cả năm", "6 tháng đầu năm, 6 tháng cuối năm". */
function singlePeriod(names: readonly string[], year: number): Found {
  const [first = ''] = names;
  if (/(?:6|sau)\s*thang/.test(first) && names.length > 1)
    return { kind: 'periodic', every: ['half-year'], times: null, year };
  if (/(?:6|sau)\s*thang\s*(dau|cuoi)/.test(first))
    return { kind: 'half-year', year, half: first.includes('dau') ? 1 : 2 };
  if (/(?:3|ba)\s*thang\s*dau/.test(first)) return { kind: 'quarters', year, quarters: [1] };
  if (/(?:9|chin)\s*thang\s*dau/.test(first)) {
    const date = `${year}-09-30`;
    return { kind: 'deadline', date, strict: false, lastDay: date, yearly: false };
  }
  return null;
}
type Found = Parameters<typeof addFound>[2] | null;

const count = '(\\d{1,3}|mot|hai|ba|bon)';
const per = '(?:0?1 |mot )?(tuan|thang|quy|qui|(?:0?[36]|ba|sau)\\s*thang|nam)(?!\\p{L})';

/** "2 lần/năm", "mỗi quý 1 lần", "6 tháng/lần", and a day of every month: "ngày 20 hằng tháng". */
export function takeFrequencies(scan: Scan, findings: Findings): void {
  const add = (at: number, name: string, times: number | null): void =>
    addFound(findings, at, { kind: 'periodic', every: [unitOf(name)], times, year: null }, false);
  const atLeast = '(?:(?:it nhat|toi thieu|dinh ky)\\s*)?';
  takeAll(
    scan,
    new RegExp(`${atLeast}\\b${count}\\s*lan\\s*(?:/|trong|moi|tren|mot)\\s*${per}`, 'gu'),
    ({ at, end, groups }) => {
      const times = numberOf(groups[0]);
      if (times === null || times < 1 || times > 366) return null;
      add(at, itemAt(groups, 1), times);
      return end;
    },
  );
  takeAll(
    scan,
    new RegExp(
      `${atLeast}\\b(?:(?:hang|moi|dinh ky)\\s*)*${per}\\s*(?:/\\s*|,?\\s*(?:it nhat\\s*)?${count}\\s*)lan(?!\\p{L})`,
      'gu',
    ),
    ({ at, end, groups }) => {
      const times = groups[1] === undefined ? 1 : numberOf(groups[1]);
      if (times === null || times < 1 || times > 366) return null;
      add(at, firstOf(groups), times);
      return end;
    },
  );
  takeAll(
    scan,
    /\b(?:(?:truoc|cham nhat|vao|trong)\s*)?ngay\s*(\d{1,2})\s*(?:cua\s*)?(?:hang|moi)\s*thang\b/g,
    ({ at, end, groups }) => {
      if (Number(groups[0]) < 1 || Number(groups[0]) > 31) return null;
      add(at, 'thang', null);
      return end;
    },
  );
}

const afterYear =
  '(?:\\s*(?:va|,|-|;)?\\s*(?:duy tri\\s*)?(?:(?:nhung|cac|trong cac)\\s*)?nam\\s*(?:tiep theo|ke tiep|tiep|sau|toi)(?:\\s*do)?|\\s*(?:va|,)\\s*(?:hang|moi)\\s*nam|\\s*tro di|\\s*va ve sau)';

const writtenYear = (text: string | undefined, findings: Findings): number => Number(text ?? findings.planYear);

/** "năm 2024 và những năm tiếp theo", "năm 2024 và hằng năm", "từ năm 2024". */
export function takeYearsAndAfter(scan: Scan, findings: Findings): void {
  const add = ({ at, end, groups }: Match): number => {
    addFound(findings, at, { kind: 'year-and-after', year: writtenYear(groups[0], findings) }, true);
    return end;
  };
  takeAll(scan, new RegExp(`(?:\\b(?:tu|trong|ca)\\s*)*(?<!\\d)(?:nam\\s*)?(20\\d\\d)(?!\\d)${afterYear}`, 'g'), add);
  takeAll(scan, /\b(?:bat dau\s*)?tu\s*nam\s*(20\d\d)(?!\d|\s*(?:-|den))/g, add);
}

/** "trong năm 2024", "2024", "trong năm", "cuối năm". */
export function takeYears(scan: Scan, findings: Findings): void {
  takeAll(
    scan,
    /(?:\b(?:trong|suot|cuoi|het|ca|cua|xong|thuoc|den)\s*)*(?<![\d/])(?:nam\s*)?(20\d\d)(?![\d/])/g,
    ({ at, end, groups }) => {
      addFound(findings, at, { kind: 'year', year: writtenYear(groups[0], findings) }, true);
      return end;
    },
  );
  takeAll(
    scan,
    /\b(?:(?:trong|het|cuoi|ca|cua|den het|den cuoi)\s+)+nam\b(?:\s*(?:nay|ke hoach))?(?!\s*(?:hoc|sau|truoc|\d))/g,
    ({ at, end }) => {
      addFound(findings, at, { kind: 'year', year: findings.planYear }, false);
      return end;
    },
  );
}

export function takeSchoolYears(scan: Scan, findings: Findings): void {
  takeAll(
    scan,
    /(?:\b(?:trong|suot|ca|theo|cac)\s+)*\bnam\s*hoc\b(?:\s*(20\d\d)\s*[-/]\s*(20\d\d))?/g,
    ({ at, end, groups: [first, second] }) => {
      if (/\b(?:dau|truoc|cuoi|giua|sau|khai giang)\s+$/.test(scan.key.slice(0, at))) return null;
      if (first !== undefined && Number(second) !== Number(first) + 1) return null;
      addFound(findings, at, { kind: 'school-year', startYear: first === undefined ? null : Number(first) }, true);
      return end;
    },
  );
}

const continuousWords =
  /(?:\b(?:mot cach|duy tri)\s+)?\b(?:thuong\s*xuyen|lien\s*tuc|quanh\s*nam|(?:trong\s*)?suot(?:\s*ca)?\s*nam)\b(?:\s*(?:,|va)?\s*(?:thuong\s*xuyen|lien\s*tuc))*/g;

/** "Thường xuyên, liên tục", also with a letter wrong: "thường xuên". "Không thường xuyên" leaves its "không" behind and is asked. */
export function takeContinuous(scan: Scan, findings: Findings): void {
  const add = (at: number): void => addFound(findings, at, { kind: 'continuous', year: null }, false);
  takeAll(scan, continuousWords, ({ at, end }) => {
    add(at);
    return end;
  });
  for (const found of scan.key.matchAll(/(?<!\p{L})(\p{L}+)\s+(\p{L}+)(?!\p{L})/gu)) {
    const [first, second] = [groupOf(found, 1), groupOf(found, 2)];
    if (!first.startsWith('th') || !/x/.test(second) || distance(first + second, 'thuongxuyen') > 2) continue;
    add(found.index);
    take(scan, found.index, found.index + found[0].length);
  }
}

/** Letters to add, drop, change or swap to make one word of the other. */
function distance(a: string, b: string): number {
  let [before, row]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(change, row[j]! + 1, next[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, before[j - 2]! + 1);
      next.push(best);
    }
    [before, row] = [row, next];
  }
  return row[b.length]!;
}

/** "định kỳ" with no period beside it, and terms of office. */
export function takeBarePeriodic(scan: Scan, findings: Findings): void {
  takeAll(scan, /\b(?:theo |trong |dau |cuoi |moi |hang )*nhiem ky\b/g, ({ at, end }) => {
    addFound(findings, at, { kind: 'periodic', every: ['term'], times: null, year: null }, true);
    findings.doubts.push('Nhiệm kỳ này kết thúc ngày nào?');
    return end;
  });
  if (findings.found.some(({ part }) => part.kind === 'periodic' || part.kind === 'half-year-and-year')) return;
  takeAll(scan, /\bdinh\s*k[yi]\b/g, ({ at, end }) => {
    addFound(findings, at, { kind: 'periodic', every: [], times: null, year: null }, true);
    findings.doubts.push('Định kỳ là hằng tháng, hằng quý, 6 tháng hay hằng năm?');
    return end;
  });
}
