/** Numbers, letters and dashes in front of a paragraph, as people type them. */
import { groupOf } from '../core/sure.ts';

export type LabelKind =
  | 'part'
  | 'capital'
  | 'roman'
  | 'article'
  | 'number'
  | 'number2'
  | 'number3'
  | 'letter'
  | 'bracket'
  | 'dash'
  | 'plus'
  | 'dot';

/** `label` as written (`I.`, `1.1.`, `a)`, `-`), `ordinal` its place in its row (0 where it has none), `rest` the words after it. */
export type Label = { label: string; kind: LabelKind; ordinal: number; rest: string };

const dashes = '\\-\u2010-\u2015\u2212';
const dots = '•●○▪■□◦‣➢➤►▶·§\u25E6\uF0A7\uF0B7\uF0D8\uF076\uF0FC';
const bulletPattern = new RegExp(`^([${dashes}]+|\\++|\\*+|[${dots}]|o(?=\\s))\\s*(?=\\S|$)`, 'u');

/** Điểm a, b, c, d, đ, e, g …: the alphabet of Decree 30 has đ but no f, j, w, z; both rows are met. */
const letters = 'abcdđeghiklmnopqrstuvxy';

/** The label a text begins with, or null. `1.000 người`, `11/01/2024` and `2,5%` begin with numbers that are no labels. */
export function parseLabel(text: string): Label | null {
  const line = text.trimStart();
  return (
    match(line, /^((?:Phần|Chương|Mục)\s+(?:thứ\s+\p{L}+|[IVXLC]+|\d{1,2})\s*[.:]?)(?=\s|$)/u, 'part', (written) => {
      const number = /([IVXLC]+|\d+)\s*[.:]?$/.exec(written)?.[1] ?? '';
      return /^\d/.test(number) ? Number(number) : romanValue(number);
    }) ??
    match(line, /^(Điều\s+\d{1,3}\s*[.:]?)(?=\s|$)/u, 'article', (written) => Number(/\d+/.exec(written)?.[0])) ??
    match(line, /^([IVX]{1,5}\s*(?:[.)]|\/(?=\s)))(?!\p{L}?[./])/u, 'roman', (written) =>
      romanValue(/^[IVX]+/.exec(written)?.[0] ?? ''),
    ) ??
    match(line, /^([IVX]{1,5}\s*[-–:])(?=\s)/u, 'roman', (written) => romanValue(/^[IVX]+/.exec(written)?.[0] ?? '')) ??
    match(
      line,
      /^([A-EĐGH]\s*[./)])(?=\s)/u,
      'capital',
      (written) => letters.indexOf(written.charAt(0).toLowerCase()) + 1,
    ) ??
    numbered(line) ??
    match(
      line,
      /^([a-zđ]\s*(?:\)|\.(?=\s)))(?!\p{L}\.)/u,
      'letter',
      (written) => letters.indexOf(written.charAt(0)) + 1,
    ) ??
    match(line, /^(\(\s*(?:\d{1,2}|[a-zđ])\s*\))/u, 'bracket', (written) => Number(/\d+/.exec(written)?.[0] ?? 0)) ??
    bullet(line)
  );
}

function match(line: string, pattern: RegExp, kind: LabelKind, ordinal: (written: string) => number): Label | null {
  const found = pattern.exec(line)?.[1];
  if (found === undefined) return null;
  return {
    label: found.replace(/\s+(?=[./):-]$)/, ''),
    kind,
    ordinal: ordinal(found),
    rest: line.slice(found.length).trim(),
  };
}

function numbered(line: string): Label | null {
  const found = /^(\d{1,3}(?:\.\d{1,2}){0,3})(\s?[.)]|\/(?=\s))?(?![\d%/,])/u.exec(line);
  if (!found) return null;
  const [written, number = '', mark] = found;
  const levels = number.split('.').length;
  const after = line.slice(written.length);
  // A lone number needs its mark; "1.1 Nội dung" does without, "15.3 tỷ" is told apart by what follows.
  if (mark === undefined && (levels === 1 || !/^\s+\p{Lu}/u.test(after))) return null;
  const kind =
    mark?.trim() === ')' && levels === 1 ? 'bracket' : levels === 1 ? 'number' : levels === 2 ? 'number2' : 'number3';
  return { label: written.replace(/\s/g, ''), kind, ordinal: Number(number.split('.').at(-1)), rest: after.trim() };
}

function bullet(line: string): Label | null {
  const found = bulletPattern.exec(line);
  if (!found) return null;
  const mark = groupOf(found, 1);
  const kind = mark.startsWith('+') ? 'plus' : /^[-\u2010-\u2015\u2212]/.test(mark) ? 'dash' : 'dot';
  return {
    label: kind === 'dash' ? '-' : kind === 'plus' ? '+' : mark,
    kind,
    ordinal: 0,
    rest: line.slice(found[0].length).trim(),
  };
}

export function romanValue(text: string): number {
  const worth: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
  let total = 0;
  for (let index = 0; index < text.length; index++) {
    const value = worth[text.charAt(index)] ?? 0;
    total += value < (worth[text[index + 1] ?? ''] ?? 0) ? -value : value;
  }
  return total;
}

export const isBullet = (label: Label): boolean =>
  label.kind === 'dash' || label.kind === 'plus' || label.kind === 'dot';

/** Words of a line without the marks of the list it stands in; doubled marks (`- -`, `- 1.`, `b) b)`) go as well. */
export function withoutMarker(line: string): string {
  let words = line.trim();
  for (let turn = 0; turn < 3; turn++) {
    const label = parseLabel(words);
    if (!label || label.kind === 'part' || label.kind === 'article') return words;
    words = label.rest;
  }
  return words;
}
