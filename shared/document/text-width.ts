/**
 * How wide a line of Times New Roman is, so that the lines under motto, agency and subject have the length the decree asks
 * for, and a task table knows which rows share a page, in HTML and in Word alike. Accented letters are as wide as their base
 * letter; ơ and ư carry a horn.
 */

/** Advance widths in thousandths of the font size. */
const boldWidths: readonly (readonly [number, string])[] = [
  [250, ' ,.\u00A0'],
  [278, "il/'"],
  [333, 'fjt!():;-'],
  [389, 'Is'],
  [444, 'cerz'],
  [500, 'agovxyJ0123456789*#$?–“”'],
  [556, 'bdhknpquSđ'],
  [570, '+<=>'],
  [611, 'FP'],
  [667, 'BELTZ'],
  [722, 'ACDNRUVXYwĐ'],
  [778, 'GHKOQ'],
  [833, 'm&'],
  [944, 'M'],
  [1000, 'W%—…'],
];

const regularWidths: readonly (readonly [number, string])[] = [
  [250, ' ,.\u00A0'],
  [278, 'iljt/:;'],
  [333, 'frI!()-'],
  [389, 'sJ'],
  [444, 'acez?“”'],
  [500, 'bdghknopquvxyđ0123456789*#$–'],
  [556, 'FPS'],
  [564, '+<=>'],
  [611, 'ELTZ'],
  [667, 'BCR'],
  [722, 'ADGHKNOQUVXYwĐ'],
  [778, 'm&'],
  [833, '%'],
  [889, 'M'],
  [944, 'W'],
  [1000, '—…'],
];

type Weight = 'regular' | 'bold';

const tableOf = (widths: typeof boldWidths): ReadonlyMap<string, number> =>
  new Map(widths.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)));

const tables: Readonly<Record<Weight, ReadonlyMap<string, number>>> = {
  regular: tableOf(regularWidths),
  bold: tableOf(boldWidths),
};

const horn = '\u031B';
const hornWidth = 60;
const usualWidth = 520;
/** The widest letter with its marks, in parts of the size. */
const widest = 1.1;
export const millimetresPerPoint = 25.4 / 72;

/** Width of one letter in thousandths of the size; an accented one is as wide as its parts. */
function unitsOf(letter: string, weight: Weight): number {
  let units = 0;
  for (const part of letter.normalize('NFD')) {
    if (part === horn) units += hornWidth;
    else if (!/\p{M}/u.test(part)) units += tables[weight].get(part) ?? usualWidth;
  }
  return units;
}

/** Widths of the letters met so far: a large annex asks for the same few hundred a million times. */
const measured: Readonly<Record<Weight, Map<string, number>>> = { regular: new Map(), bold: new Map() };

/** Width in millimetres of one unbroken line at a size in points. Unknown letters count as an average one. */
export function textWidth(text: string, sizeInPoints: number, weight: Weight): number {
  const widths = measured[weight];
  let units = 0;
  for (const letter of text) {
    let width = widths.get(letter);
    if (width === undefined) {
      width = unitsOf(letter, weight);
      widths.set(letter, width);
    }
    units += width;
  }
  return (units / 1000) * sizeInPoints * millimetresPerPoint;
}

/** Length in millimetres of the line under a bold text: a share of its longest printed line, which is never wider than its room. */
export function ruleLength(lines: readonly string[], sizeInPoints: number, share: number, room: number): number {
  const longest = Math.max(0, ...lines.map((line) => textWidth(line, sizeInPoints, 'bold')));
  return Math.round(Math.min(longest, room) * share * 10) / 10;
}

/** Width in millimetres of the longest printed line of texts that are set in lines of equal length where they need several. */
export const balancedWidth = (lines: readonly string[], sizeInPoints: number, weight: Weight, room: number): number =>
  Math.max(
    0,
    ...lines.map((line) => textWidth(line, sizeInPoints, weight) / wrappedLines(line, sizeInPoints, weight, room)),
  );

/** Number of lines a text takes in a room of so many millimetres; a word wider than the room is broken. */
export const wrappedLines = (text: string, sizeInPoints: number, weight: Weight, room: number): number =>
  // No letter is wider than the widest: most cells of a table are known to be one line before they are measured.
  text.length * widest * sizeInPoints * millimetresPerPoint <= room
    ? 1
    : lineStarts(text, sizeInPoints, weight, room).length;

/** Where in the text each of its lines begins; the first is 0. A word wider than the room is broken. */
export function lineStarts(text: string, sizeInPoints: number, weight: Weight, room: number): number[] {
  const space = textWidth(' ', sizeInPoints, weight);
  const starts = [0];
  let used = 0;
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    const width = textWidth(word, sizeInPoints, weight);
    if (used > 0 && used + space + width > room) {
      starts.push(index);
      used = 0;
    }
    used += used > 0 ? space + width : width;
    for (let broken = 1; used > room; broken += 1) {
      starts.push(index + Math.min(word.length - 1, Math.floor((broken * room * word.length) / width)));
      used -= room;
    }
  }
  return starts;
}
