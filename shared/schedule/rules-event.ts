/** Events and terms that run from an event. They come first: the words of an event may hold dates and periods of their own. */
import { addFound, type Findings, numberOf } from './found.ts';
import { type Match, quote, type Scan, takeAll } from './scan.ts';
import type { EventRelation } from './schedule.ts';

/** An expression that may stand behind an event without belonging to it: "khi có bầu cử, thường xuyên". */
const nextExpression =
  /[,;]?\s*(?:(?:,|;|\bva\b|\bhoac\b)\s*)?(?:\bthuong\s*xuyen\b|\blien tuc\b|\b(?:hang|moi) (?:nam|quy|thang)$|\bdinh ky (?:(?:hang|moi)\s+)?(?:quy|nam|thang|\d)|\bdinh ky$)|[,;]\s*(?:va\s+|hoac\s+)?(?=quy (?:[ivl]+|\d)\b|thang \d|trong (?:nam|quy|thang)\b|nam 20\d\d|truoc (?:ngay )?\d|cham nhat\b|sau khi\b|truoc khi\b|khi co\b)/;

/** Where an event's words end: at a semicolon, a full stop, a dash between spaces, a closing bracket, or the next expression. */
function clauseEnd(scan: Scan, from: number): number {
  const rest = scan.key.slice(from);
  const stop = /;|\.(?=\s|$)| [-+] |\)|▮/.exec(rest);
  const clause = stop ? rest.slice(0, stop.index) : rest;
  const next = nextExpression.exec(clause);
  return from + (next ? next.index : clause.length);
}

/** Noun phrases behind a bare "trước", "sau", "trong" that name an event and no time. */
const occasion =
  '(?:cac |moi |tung )?(?:(?:cuoc|ky|dot|dip|hoi nghi|phien|buoi|qua trinh|ngay bau cu|bau cu|dai hoi|le|tet|ket qua)\\b)';

const relativePatterns: readonly RegExp[] = [
  // 15 ngày làm việc sau khi …; trong vòng 15 ngày kể từ ngày …; 5 ngày trước khi …
  /(?:\b(?:cham nhat|muon nhat|khong qua|toi da|trong(?: vong| thoi gian| thoi han| thoi han khong qua)?|sau|truoc|thoi han|han)\s*(?:la\s*)?)*(?<!\d)(\d{1,3})\s*(?:\([^)]{1,30}\)\s*)?(ngay lam viec|ngay|tuan|thang)\s*,?\s*(ke tu(?: ngay| khi| thoi diem)?|tinh tu(?: ngay| khi)?|sau(?: khi| ngay| thoi gian)?|tu (?:ngay|khi)|truoc(?: khi| ngay)?)\s+(?!\d|ngay\s*\d)/g,
];

const openTerm =
  /(?:\b(?:cham nhat|khong qua|trong(?: vong| thoi gian| thoi han)?|sau|thoi han)\s*)(?:la\s*)?(\d{1,3})\s*(ngay lam viec|ngay|tuan)\b(?!\s*\d)/g;

const units = { 'ngay lam viec': 'working-day', ngay: 'day', tuan: 'week', thang: 'month' } as const;

/** "Trước khi bầu cử 10 ngày": the count stands behind the event. */
const countBehind = new RegExp(
  `(?:\\bcham nhat\\s+|\\bit nhat\\s+)?\\b(truoc|sau)\\s+(?:khi\\s+|ngay\\s+|(?=${occasion}))([^\\d;.,()▮]{3,120}?)\\s*,?\\s+((?:(?:trong(?: vong| thoi han)?|khong qua|cham nhat|muon nhat|toi da|toi thieu|it nhat|la)\\s+)*)(\\d{1,3})\\s*(?:\\([^)]{1,30}\\)\\s*)?(ngay lam viec|ngay|tuan|thang)(?=\\s*(?:$|[;.,)▮]))`,
  'g',
);

/** Behind these a count says how long the event itself takes. */
const lasts = /\b(?:keo dai|dien ra|trong|suot|lien tiep|lien tuc|moi|tung)$/;

const relativeTerm = (count: number, unit: string | undefined, hinge: string | undefined, words: string) =>
  ({
    kind: 'relative',
    count,
    unit: units[unit as keyof typeof units],
    direction: hinge?.startsWith('truoc') ? 'before' : 'after',
    words,
  }) as const;

export function takeRelative(scan: Scan, findings: Findings): void {
  takeAll(scan, countBehind, ({ at, end, groups: [hinge, event = '', bound = '', count, unit] }) => {
    const number = numberOf(count);
    if (number === null || number < 1 || (bound === '' && lasts.test(event))) return null;
    const from = scan.key.indexOf(event, at);
    const words = quote(scan, from, from + event.length);
    if (words === '') return null;
    addFound(findings, at, relativeTerm(number, unit, hinge, words), true);
    return end;
  });
  for (const pattern of relativePatterns) {
    takeAll(scan, pattern, ({ at, end, groups: [count, unit, hinge] }) => {
      const stop = clauseEnd(scan, end);
      const words = quote(scan, end, stop);
      const number = numberOf(count);
      if (words === '' || number === null || number < 1) return null;
      addFound(findings, at, relativeTerm(number, unit, hinge, words), true);
      return stop;
    });
  }
  takeAll(scan, openTerm, ({ end, groups: [count, unit] }) => {
    findings.doubts.push(`${count} ${unit === 'tuan' ? 'tuần' : 'ngày'} tính từ ngày nào?`);
    return end;
  });
}

type Marker = { readonly pattern: RegExp; readonly relation: EventRelation };

const markers: readonly Marker[] = [
  { pattern: /\btruoc\s*,\s*trong\s+va\s+sau(?: khi)?\s+/g, relation: 'before-during-after' },
  {
    pattern:
      /\btruoc(?: khi)?\s*(?:va|,|\/)\s*trong(?: qua trinh| thoi gian| khi| dot)?\s+(?!(?:ngay |nam |thang |quy )?\d)/g,
    relation: 'before-and-during',
  },
  { pattern: /\b(?:ngay\s+)?sau\s*khi\s+/g, relation: 'after' },
  { pattern: /\bke tu (?:khi|ngay)\s+(?!\d)/g, relation: 'after' },
  { pattern: new RegExp(`\\b(?:ngay\\s+)?sau\\s+(?=${occasion})`, 'g'), relation: 'after' },
  { pattern: /\btruoc\s+khi\s+/g, relation: 'before' },
  { pattern: new RegExp(`\\btruoc\\s+(?=${occasion})`, 'g'), relation: 'before' },
  {
    pattern: new RegExp(
      `\\btrong\\s+(?:qua trinh\\s+|(?:thoi gian\\s+)?(?:dien ra|to chuc)\\s+|thoi gian\\s+(?=${occasion})|(?=${occasion}))`,
      'g',
    ),
    relation: 'during',
  },
  { pattern: /\b(?:(?:va |hoac )?dot xuat,?\s+)?(?:(?:ngay|moi|cu|bat cu) )?khi\s+(?!nao\b)/g, relation: 'when' },
];

/** Conditions quoted whole: nothing but their own words says what is awaited. */
const conditions =
  /\b(?:neu (?:co|can(?: thiet)?|phat sinh|duoc)\b|phat sinh\b|dot xuat\b|theo (?:yeu cau|vu viec|thuc te|de nghi)\b|tuy theo (?:yeu cau|vu viec)\b)/g;

export function takeEvents(scan: Scan, findings: Findings): void {
  for (const { pattern, relation } of markers) {
    takeAll(scan, pattern, ({ at, end }: Match) => {
      const stop = clauseEnd(scan, end);
      const words = quote(scan, end, stop).replace(/\s+(?:và|hoặc)$/iu, '');
      // Half a sentence, cut off by the cell: "Khi có".
      if (words === '' || /^(?:có|được|co|duoc)$/iu.test(words)) return null;
      addFound(findings, at, { kind: 'event', relation, words }, true);
      return stop;
    });
  }
  takeAll(scan, conditions, ({ at, end }) => {
    const stop = clauseEnd(scan, end);
    addFound(findings, at, { kind: 'event', relation: 'when', words: quote(scan, at, stop) }, true);
    return stop;
  });
}
