/**
 * How wide a line of bold Times New Roman is, so that the lines under motto, agency and subject have the length the decree
 * asks for in HTML and in Word alike. Accented letters are as wide as their base letter; ơ and ư carry a horn.
 */

/** Advance widths of Times New Roman Bold in thousandths of the font size. */
const widths: readonly (readonly [number, string])[] = [
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

const widthOf = new Map(widths.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)));
const horn = '\u031B';
const hornWidth = 60;
const usual = 556;
const millimetresPerPoint = 25.4 / 72;

/** Width in millimetres of one unbroken line of bold text at a size in points. Unknown letters count as an average one. */
export function boldTextWidth(text: string, sizeInPoints: number): number {
  let units = 0;
  for (const part of text.normalize('NFD')) {
    if (part === horn) units += hornWidth;
    else if (!/\p{M}/u.test(part)) units += widthOf.get(part) ?? usual;
  }
  return (units / 1000) * sizeInPoints * millimetresPerPoint;
}

/** Length in millimetres of the line under a text: a share of its longest printed line, which is never wider than the room it has. */
export function ruleLength(lines: readonly string[], sizeInPoints: number, share: number, room: number): number {
  const longest = Math.max(0, ...lines.map((line) => boldTextWidth(line, sizeInPoints)));
  return Math.round(Math.min(longest, room) * share * 10) / 10;
}
