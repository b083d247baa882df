/** What the caption of a column means. Captions are compared folded, so accents, case and dashes do not matter. */

import type { ColumnMeaning } from '../plan/read-plan.ts';
import { fold } from '../text/fold.ts';

/** `weak`: a caption that has this meaning only while no other column has it more clearly ("Nội dung"). */
export type CaptionGuess = { meaning: ColumnMeaning; weak: boolean; bothRoles?: boolean };

const rules: readonly [RegExp, ColumnMeaning][] = [
  [/^(tt|s ?tt|so tt|so thu tu|thu tu|no|#)$/, 'no'],
  [/ghi chu|chu thich/, 'note'],
  [
    /\b(thoi gian|thoi han|thoi diem|tien do|han hoan thanh|han thuc hien|ky han|lo trinh)\b|\b(ngay|thang|quy) hoan thanh|hoan thanh (truoc|trong)/,
    'time',
  ],
  [
    /^(quy|q) ?([ivx]+|\d)([ ./].*)?$|^(thang|t) ?\d{1,2}$|^\d{1,2} thang( dau nam| cuoi nam)?$|^(ca )?nam( \d{4})?$/,
    'time',
  ],
  [/\b(ket qua|san pham|dau ra|chi tieu|muc tieu|yeu cau (can )?dat|minh chung|tai lieu kiem chung)\b/, 'result'],
  [/\b(chu tri|phu trach|dau moi|chiu trach nhiem chinh|tham muu)\b/, 'lead'],
  [
    /phoi hop|(don vi|co quan|bo phan|nguoi|ca nhan|to chuc|can bo|cong chuc|thanh phan) (duoc )?(thuc hien|tham gia|giao)|phan cong|trach nhiem|nguoi lam/,
    'executor',
  ],
  [/thanh phan|tieu chi|chi so con|noi dung chi tiet/, 'component'],
  [
    /chi so noi dung|noi dung chi so|linh vuc|truc noi dung|nhom (noi dung|chi so|nhiem vu)|^(ten )?chi so|^noi dung lon|^truc$/,
    'dimension',
  ],
  [
    /nhiem vu|cong viec|giai phap|hoat dong|dau viec|noi dung (thuc hien|trien khai|cong tac)|bien phap|viec (can )?(lam|thuc hien)/,
    'task',
  ],
];

const weakRules: readonly [RegExp, ColumnMeaning][] = [
  [/^noi dung$|^noi dung /, 'task'],
  [/^(don vi|co quan|bo phan)( thuc hien)?$|^thuc hien$|^chuc danh$/, 'executor'],
  [/^muc$|^de muc$|^chi so/, 'component'],
];

/** Captions in full, to find one behind a slip of the scanner ("Thòi gian", "Nhiệm yụ"). */
const wellKnown = [
  'chi so noi dung',
  'noi dung thanh phan',
  'nhiem vu',
  'ket qua',
  'san pham',
  'don vi chu tri',
  'co quan chu tri',
  'don vi thuc hien',
  'don vi phoi hop',
  'thoi gian thuc hien',
  'thoi gian',
  'thoi han hoan thanh',
  'tien do',
  'ghi chu',
];

/** The meaning of one caption; `unknown` when nothing fits. Line breaks inside a caption are spaces. */
export function guessCaption(caption: string): CaptionGuess {
  const key = fold(caption)
    .replace(/[().:;,"“”*]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (key === '' || key.length > 90) return { meaning: 'unknown', weak: false };
  return byRules(key) ?? byRules(nearest(key)) ?? { meaning: 'unknown', weak: false };
}

function byRules(key: string): CaptionGuess | null {
  for (const [pattern, meaning] of rules) {
    if (!pattern.test(key)) continue;
    const bothRoles = /chu tri/.test(key) && /phoi hop|thuc hien/.test(key);
    return bothRoles && meaning === 'lead' ? { meaning, weak: false, bothRoles } : { meaning, weak: false };
  }
  for (const [pattern, meaning] of weakRules) if (pattern.test(key)) return { meaning, weak: true };
  return null;
}

/** A well-known caption at most one letter away, two for long ones; the key itself when there is none. */
function nearest(key: string): string {
  if (key.length < 6) return key;
  const allowed = key.length < 12 ? 1 : 2;
  return wellKnown.find((caption) => distance(caption, key, allowed) <= allowed) ?? key;
}

/** Edit distance, given up as soon as it must exceed `most`. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const change = a[row - 1] === b[column - 1] ? 0 : 1;
      current[column] = Math.min(previous[column]! + 1, current[column - 1]! + 1, previous[column - 1]! + change);
    }
    if (Math.min(...current) > most) return most + 1;
    previous = current;
  }
  return previous[b.length]!;
}
