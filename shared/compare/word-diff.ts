/** Old and new words of one cell, in one line of reading: what stayed, what went, what came. */
import { nfc } from '../text/fold.ts';

export type DiffPiece = { kind: 'same' | 'old' | 'new'; text: string };

/** Beyond this many words on both sides together the middle is shown as one replacement; a cell is seldom a tenth of it. */
const mostWords = 4000;

/** Words with the white space behind them, so that pieces joined give the text again. */
const split = (text: string): string[] => nfc(text).match(/\S+\s*|^\s+/gu) ?? [];

const same = (a: string | undefined, b: string | undefined): boolean => a?.trimEnd() === b?.trimEnd();

/** Word by word, the longest common sequence; a replaced stretch shows the old words before the new. */
export function wordDiff(before: string, after: string): DiffPiece[] {
  const [old, now] = [split(before), split(after)];
  let start = 0;
  while (start < old.length && start < now.length && same(old[start], now[start])) start++;
  let end = 0;
  while (end < old.length - start && end < now.length - start && same(old.at(-1 - end), now.at(-1 - end))) end++;
  const pieces: DiffPiece[] = [];
  const put = (kind: DiffPiece['kind'], text: string) => {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += text;
    else if (text !== '') pieces.push({ kind, text });
  };
  put('same', now.slice(0, start).join(''));
  const [oldMiddle, newMiddle] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
  for (const { kind, text } of middle(oldMiddle, newMiddle)) put(kind, text);
  put('same', now.slice(now.length - end).join(''));
  return pieces;
}

function middle(old: readonly string[], now: readonly string[]): DiffPiece[] {
  const whole: DiffPiece[] = [
    { kind: 'old', text: old.join('') },
    { kind: 'new', text: now.join('') },
  ];
  if (old.length === 0 || now.length === 0 || old.length + now.length > mostWords) return whole;
  const width = now.length + 1;
  const common = new Uint16Array((old.length + 1) * width);
  for (let row = old.length - 1; row >= 0; row--)
    for (let column = now.length - 1; column >= 0; column--)
      common[row * width + column] = same(old[row], now[column])
        ? common[(row + 1) * width + column + 1]! + 1
        : Math.max(common[(row + 1) * width + column]!, common[row * width + column + 1]!);
  const pieces: DiffPiece[] = [];
  let [row, column] = [0, 0];
  while (row < old.length || column < now.length) {
    if (row < old.length && column < now.length && same(old[row], now[column])) {
      pieces.push({ kind: 'same', text: now[column]! });
      row++;
      column++;
    } else if (
      column >= now.length ||
      (row < old.length && common[(row + 1) * width + column]! >= common[row * width + column + 1]!)
    ) {
      pieces.push({ kind: 'old', text: old[row]! });
      row++;
    } else {
      pieces.push({ kind: 'new', text: now[column]! });
      column++;
    }
  }
  return pieces;
}
