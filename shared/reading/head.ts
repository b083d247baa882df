/** Number, date, place, issuer and title of a plan, from the lines above its first section. */

import { groupOf, itemAt } from '../core/sure.ts';
import type { SourcePlace } from '../plan/read-plan.ts';
import { isCalendarDate } from '../text/dates.ts';
import { flat } from './clean-text.ts';
import { parseLabel } from './labels.ts';
import { isUpper, type Line, laidOut } from './lines.ts';

export type Head = {
  number: string;
  /** `/KH-UBND` where the number itself is left blank. */
  symbol: string;
  date: string;
  place: string;
  issuer: string;
  title: string;
  year: number | null;
  numberPlace: SourcePlace | null;
  datePlace: SourcePlace | null;
  titlePlace: SourcePlace | null;
  /** Index of the first line after the title. */
  end: number;
  /** A type name, a number, or a national motto was found. */
  found: boolean;
};

const typeNames =
  /^(KẾ HOẠCH|CHƯƠNG TRÌNH|ĐỀ ÁN|PHƯƠNG ÁN|BÁO CÁO|QUYẾT ĐỊNH|THÔNG BÁO|HƯỚNG DẪN|NGHỊ QUYẾT|CHỈ THỊ)(?=$|\s)\s*/u;
const motto = /^(?:cộng hòa|cộng hoà|độc lập)/iu;
const kinds = 'xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh';
const committee = /^(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd)(?!\p{L})\s*/iu;

/** Lines of a title begin here at the latest; more are text. */
const longestHead = 60;
/** Characters of a line of the head. */
const longestHeadLine = 500;

export function readHead(lines: readonly Line[]): Head {
  const titleAt = lines.findIndex((line, index) => index < longestHead && isTypeLine(line));
  const stop = titleAt >= 0 ? titleAt : headWithoutTitle(lines);
  const head: Head = {
    number: '',
    symbol: '',
    date: '',
    place: '',
    issuer: '',
    title: '',
    year: null,
    numberPlace: null,
    datePlace: null,
    titlePlace: null,
    end: stop,
    found: titleAt >= 0,
  };
  readAbove(lines.slice(0, stop), head);
  if (titleAt >= 0) readTitle(lines, titleAt, head);
  head.year = yearIn(head.title) ?? head.year;
  return head;
}

const isTypeLine = (line: Line): boolean => {
  const text = flat(line.text);
  return typeNames.test(text) && (text.length < 20 || line.bold || line.align === 'center') && line.column === null;
};

/** Where no type name stands, the head is the lines down to the last that carries a number, a date or the motto. */
function headWithoutTitle(lines: readonly Line[]): number {
  let end = 0;
  for (let index = 0; index < Math.min(lines.length, 20); index++) {
    const { text } = itemAt(lines, index);
    if (text.length > longestHeadLine) continue;
    if (numberOf(text) || dateOf(text) || laidOut(text).some((part) => motto.test(part))) end = index + 1;
  }
  return end;
}

function readAbove(lines: readonly Line[], head: Head): void {
  const issuer: string[] = [];
  for (const line of lines) {
    if (line.text.length > longestHeadLine) continue;
    // Number and date leave their blanks as spaces, so they are looked for before a line is taken apart at its gaps.
    const number = numberOf(line.text);
    const date = dateOf(line.text);
    if (number && head.numberPlace === null) {
      head.number = number.number;
      head.symbol = number.symbol;
      head.numberPlace = line.place;
      head.found = true;
    }
    if (date && head.datePlace === null) {
      head.date = date.date;
      head.place = date.place;
      head.year = date.year;
      head.datePlace = line.place;
    }
    for (const part of laidOut(line.text)) {
      if (motto.test(part)) head.found = true;
      else if (!number && !date && head.numberPlace === null && isAgencyLine(part)) issuer.push(flat(part));
    }
  }
  head.issuer = issuerName(issuer);
}

const isAgencyLine = (text: string): boolean =>
  !text.includes('/') &&
  text.length < 90 &&
  parseLabel(text) === null &&
  (isUpper(text) || committee.test(text)) &&
  !/^[-–_*.\s]+$/.test(text);

/** "Số: 08/KH-UBND"; the number may be blank, spaces may stand anywhere. */
function numberOf(text: string): { number: string; symbol: string } | null {
  const found = /(?:^|\s)Số\s*:?\s*([\d.…_ ]*?)\s*\/+\s*([A-ZĐ][A-Za-zĐđ]*(?:\s*[-–]\s*[A-ZĐ][A-Za-zĐđ&.]*)*)/u.exec(
    text,
  );
  if (!found) return null;
  const digits = groupOf(found, 1).replace(/[^\d]/g, '');
  const symbol = groupOf(found, 2).replace(/\s*[-–]\s*/g, '-');
  return { number: digits === '' ? '' : `${digits}/${symbol}`, symbol: `/${symbol}` };
}

/** "Như Quỳnh, ngày 11 tháng 01 năm 2024"; day and month may be left blank. */
function dateOf(text: string): { date: string; place: string; year: number | null } | null {
  // The number may stand on the same line, before the place.
  const alone = text.replace(/^.*\/\s*[A-ZĐ][A-Za-zĐđ]*(?:\s*[-–]\s*[A-ZĐ][A-Za-zĐđ]*)*\s+/u, '');
  const found = /^(.*?)[,.]?\s*ngày([\s\d.…_/]*)tháng([\s\d.…_/]*)năm([\s\d.…_]*)/iu.exec(alone);
  if (!found || groupOf(found, 1).length > 60) return null;
  const digitsOf = (group: number) => groupOf(found, group).replace(/\D/g, '');
  const [day, month, year] = [digitsOf(2), digitsOf(3), digitsOf(4)];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const place = flat(groupOf(found, 1)).replace(/[,.]$/, '');
  return {
    date: isCalendarDate(date) ? date : '',
    place,
    year: /^20\d\d$/.test(year) ? Number(year) : null,
  };
}

/** The whole name of the issuing body: "UBND thị trấn Như Quỳnh" of "ỦY BAN NHÂN DÂN / THỊ TRẤN NHƯ QUỲNH". */
export function issuerName(lines: readonly string[]): string {
  const last = lines.at(-1);
  if (last === undefined) return '';
  const unit = new RegExp(`^(${kinds})\\s+(.+)$`, 'iu').exec(last.replace(committee, ''));
  const above = lines.slice(0, -1).some((line) => committee.test(line));
  const named = (found: RegExpMatchArray) => `${groupOf(found, 1).toLowerCase()} ${properName(groupOf(found, 2))}`;
  if (unit && (committee.test(last) || above)) return `UBND ${named(unit)}`;
  if (committee.test(last) && last.replace(committee, '') === '' && lines.length > 1)
    return issuerName(lines.slice(0, -1));
  if (unit) return named(unit);
  return sentenceCase(last);
}

/** Place names: each word with a capital. Mixed case is left as typed. */
const properName = (text: string): string =>
  isUpper(text)
    ? text
        .toLowerCase()
        .replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    : flat(text);

const abbreviations = /(?<!\p{L})(?:ubnd|hđnd|mttq|papi|qs|tt)(?!\p{L})/giu;

/** Names of departments: first word and words after a dash with a capital, abbreviations kept. */
function sentenceCase(text: string): string {
  if (!isUpper(text)) return flat(text);
  return flat(text)
    .toLowerCase()
    .replace(/(^|\s[-–]\s*)(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(abbreviations, (found) => found.toUpperCase());
}

/** The subject under the type name: centred or bold lines until an empty one, or on the line of the type name itself. */
function readTitle(lines: readonly Line[], at: number, head: Head): void {
  const looks = itemAt(lines, at);
  const first = flat(looks.text).replace(typeNames, '');
  const parts = first === '' ? [] : [first];
  let index = at + 1;
  for (; index < lines.length; index++) {
    const line = itemAt(lines, index);
    const text = flat(line.text);
    if (text === '' || /^[-–_*\s]+$/.test(text)) {
      if (parts.length > 0) break;
      continue;
    }
    if (startsText(text) || parts.length >= 6) break;
    const sameLooks = (line.align === 'center' && looks.align === 'center') || (line.bold && looks.bold);
    const plain = looks.align !== 'center' && !looks.bold;
    if (!sameLooks && !plain) break;
    parts.push(text);
  }
  head.title = flat(parts.join(' '));
  head.titlePlace = lines[Math.min(at + (first === '' ? 1 : 0), lines.length - 1)]?.place ?? null;
  head.end = index;
}

/** The first words of the text that follows a title. */
export const startsText = (text: string): boolean =>
  /^(?:căn cứ|thực hiện|theo|xét|trên cơ sở|nhằm|để|phần|chương|kính gửi|ubnd|ủy ban|uỷ ban)(?!\p{L})/iu.test(text) ||
  ['roman', 'capital', 'number', 'part'].includes(parseLabel(text)?.kind ?? '');

/** The year a text names last ("… năm 2024"), or null. */
export function yearIn(text: string): number | null {
  const years = [...text.matchAll(/năm\s+(20\d\d)/giu)].map((found) => Number(found[1]));
  return years.at(-1) ?? null;
}
