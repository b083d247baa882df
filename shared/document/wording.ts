/**
 * The fixed wordings of an official document (Decree 30/2020, Annex I): number and symbol, place and date, signing forms,
 * closing marks of lists. Both renderers print what these functions return.
 */
import { unreachable } from '../core/result.ts';
import { longDate, shortDate } from '../text/dates.ts';
import { oneLine } from '../text/fold.ts';
import type { DocumentDate, NodeOf, Signing } from './model.ts';

/** Room for a hand to write in: no-break spaces survive HTML, Word and copying alike. */
const blank = (width: number): string => '\u00A0'.repeat(width);

/** `08/KH-UBND`; a draft keeps room for the number: `      /KH-UBND`. One digit gets a leading zero. */
export function numberAndSymbol(number: string | null, symbol: string): string {
  const known = number === null ? '' : oneLine(number);
  const digits = /^\d$/.test(known) ? `0${known}` : known;
  return `${digits === '' ? blank(6) : digits}/${symbol}`;
}

/** `ngày 05 tháng 01 năm 2024`, blanks where a draft has nothing yet. Months 1 and 2 have a leading zero, the others none. */
export function dateInWords(date: DocumentDate): string {
  if (date.kind === 'full') return longDate(date.date);
  const month = date.month === null ? blank(5) : date.month <= 2 ? `0${date.month}` : String(date.month);
  return `ngày ${blank(5)} tháng ${month} năm ${date.year ?? blank(8)}`;
}

/** `Như Quỳnh, ngày 11 tháng 01 năm 2024`. */
export const placeAndDate = (place: string, date: DocumentDate): string => `${oneLine(place)}, ${dateInWords(date)}`;

/** `(Kèm theo Báo cáo số 08/BC-UBND ngày 11/01/2024 của Ủy ban nhân dân xã …)`. */
export function attachedLine(attachedTo: NodeOf<'annexHead'>['attachedTo']): string {
  const { typeName, number, symbol, date, issuer } = attachedTo;
  const day = date.kind === 'full' ? `ngày ${shortDate(date.date)}` : dateInWords(date);
  return `(Kèm theo ${typeName} số ${numberAndSymbol(number, symbol)} ${day} của ${issuer})`;
}

/** Lines above the signature, as they are printed before upper case is applied. */
export function signingLines(signing: Signing): string[] {
  switch (signing.form) {
    case 'direct':
      return [signing.position];
    case 'TM':
      return [`TM. ${signing.body}`, signing.position];
    case 'KT':
      return [...(signing.body === null ? [] : [`TM. ${signing.body}`]), `KT. ${signing.head}`, signing.position];
    case 'Q':
      return [...(signing.body === null ? [] : [`TM. ${signing.body}`]), `Q. ${signing.position}`];
    case 'TL':
      return [`TL. ${signing.head}`, signing.position];
    case 'TUQ':
      return [`TUQ. ${signing.head}`, signing.position];
    case 'asWritten':
      return signing.lines;
  }
  return unreachable(signing, 'signing form');
}

/**
 * The signing form behind two free texts as plans and settings hold them: authority ("TM. ỦY BAN NHÂN DÂN") and title
 * ("KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"; lines may be parted by a newline or a slash). What fits no form is kept line by line.
 */
export function readSigning(authority: string, title: string): Signing {
  const lines = `${authority}\n${title}`
    .split(/[\n/]/)
    .map(oneLine)
    .filter((line) => line !== '');
  const marks = lines.map((line) => /^(TM|KT|Q|TL|TUQ)\.\s*(.+)$/i.exec(line));
  const mark = (at: number): string => marks[at]?.[1]?.toUpperCase() ?? '';
  const rest = (at: number): string => marks[at]?.[2] ?? lines[at] ?? '';
  const shape = lines.map((_line, at) => mark(at) || 'line').join(' ');
  if (shape === 'line') return { form: 'direct', position: rest(0) };
  if (shape === 'TM line') return { form: 'TM', body: rest(0), position: rest(1) };
  if (shape === 'TM KT line') return { form: 'KT', body: rest(0), head: rest(1), position: rest(2) };
  if (shape === 'KT line') return { form: 'KT', body: null, head: rest(0), position: rest(1) };
  if (shape === 'TM Q') return { form: 'Q', body: rest(0), position: rest(1) };
  if (shape === 'Q') return { form: 'Q', body: null, position: rest(0) };
  if (shape === 'TL line') return { form: 'TL', head: rest(0), position: rest(1) };
  if (shape === 'TUQ line') return { form: 'TUQ', head: rest(0), position: rest(1) };
  return { form: 'asWritten', lines: lines.length === 0 ? [''] : lines };
}

const withoutEnd = (line: string): string => oneLine(line).replace(/[\s.;,]+$/, '');

/** Citations: ";" after each, "." after the last. */
export const basisLines = (lines: readonly string[]): string[] =>
  lines.map((line, at) => `${withoutEnd(line)}${at === lines.length - 1 ? '.' : ';'}`);

/** Recipients: "- " before, ";" after each, "." after the last. Marks already typed are not doubled. */
export const recipientLines = (lines: readonly string[]): string[] =>
  lines
    .map((line) => withoutEnd(line).replace(/^[-–+•]\s*/, ''))
    .filter((line) => line !== '')
    .map((line, at, all) => `- ${line}${at === all.length - 1 ? '.' : ';'}`);

/** "Kính gửi": one addressee stands on the same line, several on a line each. */
export function addresseeLines(names: readonly string[]): { head: string; lines: string[] } {
  if (names.length === 1) return { head: `Kính gửi: ${withoutEnd(names[0] ?? '')}.`, lines: [] };
  return { head: 'Kính gửi:', lines: recipientLines(names) };
}

/** The text with the closing mark "./." in place of whatever ends it. */
export const closed = (text: string, endMark: string): string =>
  `${text.trimEnd().replace(/[\s.;,/]+$/, '')}${endMark}`;

/**
 * The text without what paper cannot show and XML forbids: control characters (except line ends), halves of surrogate pairs,
 * non-characters. One such letter pasted from another program would make Word call the whole file damaged.
 */
export const printable = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .replace(/(?!\n)[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '');
