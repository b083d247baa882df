/**
 * Labels of numbered lines, computed from their levels. Labels are kept as text (they must survive Word and copying), so an
 * existing plan's own way of numbering is recognised first and continued; what does not follow from it is kept and told apart.
 * Chain and letters: Decree 30/2020, Annex I (I. → 1. → a) → -; đ after d, no f, j, w, z). Rules WR1–WR5 in SPEC.md.
 */

export type SectionLevel = 1 | 2 | 3 | 4;
export const deepestLevel = 4;

/** A line to number. `typed`: null numbers it; a text is kept as it is, empty for a heading without a number. */
export type NumberedLine = { level: SectionLevel; typed: string | null };

/** `differs`: the label was typed and is not what the place asks for. */
export type LineNumber = { label: string; automatic: string; differs: boolean };

type Format = { readonly matches: RegExp; readonly write: (path: readonly number[]) => string };

const letters = [...'abcdđeghiklmnopqrstuvxy'];

/** a … y, then aa, ab …: more than 23 points under one heading are rare but must not repeat a letter. */
export function letterOf(ordinal: number): string {
  const rest = Math.floor((ordinal - 1) / letters.length);
  return `${rest > 0 ? letterOf(rest) : ''}${letters[(ordinal - 1) % letters.length]}`;
}

/** 1 to 3,999; there is no Roman number for anything else, which stays in digits. */
export function romanOf(ordinal: number): string {
  if (ordinal < 1 || ordinal > 3999) return String(ordinal);
  const steps: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let [rest, text] = [ordinal, ''];
  for (const [value, sign] of steps)
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  return text;
}

const last = (path: readonly number[]): number => path.at(-1) ?? 1;
/** The chain below the Roman part: the second level counts alone, deeper ones carry it along. */
const chain = (path: readonly number[]): string => path.slice(1).join('.') || String(last(path));

const roman: Format = { matches: /^[IVXLC]+\.$/, write: (path) => `${romanOf(last(path))}.` };
const romanBare: Format = { matches: /^[IVXLC]+$/, write: (path) => romanOf(last(path)) };
const capital: Format = { matches: /^[A-ZĐ]\.$/, write: (path) => `${letterOf(last(path)).toUpperCase()}.` };
const number: Format = { matches: /^\d+\.$/, write: (path) => `${last(path)}.` };
const letter: Format = { matches: /^\p{Ll}{1,2}\)$/u, write: (path) => `${letterOf(last(path))})` };
const letterDot: Format = { matches: /^\p{Ll}{1,2}\.$/u, write: (path) => `${letterOf(last(path))}.` };
const numbers: Format = { matches: /^\d+(\.\d+)+\.$/, write: (path) => `${chain(path)}.` };
const numbersBare: Format = { matches: /^\d+(\.\d+)+$/, write: (path) => chain(path) };
const dash: Format = { matches: /^[-–]$/, write: () => '-' };
const plus: Format = { matches: /^\+$/, write: () => '+' };

/** By level, the usual way first. */
const formats: Readonly<Record<SectionLevel, readonly Format[]>> = {
  1: [roman, romanBare, capital, number],
  2: [number, letter, numbers, numbersBare],
  3: [letter, letterDot, numbers, numbersBare, dash],
  4: [dash, plus, letter, numbers, numbersBare],
};

export type NumberingStyle = Readonly<Record<SectionLevel, number>>;
export const usualStyle: NumberingStyle = { 1: 0, 2: 0, 3: 0, 4: 0 };

/** The way most labels of each level are written; the usual way where none is or nothing tells. */
export function styleOf(lines: readonly NumberedLine[]): NumberingStyle {
  const best = (level: SectionLevel): number => {
    const labels = lines.filter((each) => each.level === level && each.typed).map((each) => each.typed ?? '');
    const counts = formats[level].map(({ matches }) => labels.filter((label) => matches.test(label)).length);
    const most = Math.max(...counts);
    return most === 0 ? 0 : counts.indexOf(most);
  };
  return { 1: best(1), 2: best(2), 3: best(3), 4: best(4) };
}

/** The label of every line. Unnumbered lines (typed empty) take no number, so the next one does not skip. */
export function numberLines(lines: readonly NumberedLine[], style: NumberingStyle = usualStyle): LineNumber[] {
  const counters = [0, 0, 0, 0];
  return lines.map(({ level, typed }) => {
    if (typed === '') return { label: '', automatic: '', differs: false };
    counters[level - 1] = (counters[level - 1] ?? 0) + 1;
    counters.fill(0, level);
    const path = counters.slice(0, level).map((count) => Math.max(count, 1));
    const automatic = formats[level][style[level]]?.write(path) ?? '';
    return { label: typed ?? automatic, automatic, differs: typed !== null && typed !== automatic };
  });
}

/** Lines of a kept plan: a label that says what its place asks for becomes automatic, another stays typed. */
export function withAutomaticNumbers<Line extends NumberedLine>(
  lines: readonly Line[],
): { lines: Line[]; style: NumberingStyle } {
  const style = styleOf(lines);
  const numbers = numberLines(lines, style);
  return {
    style,
    lines: lines.map((each, at) =>
      each.typed !== '' && numbers[at]?.differs === false ? { ...each, typed: null } : each,
    ),
  };
}
