/** Lines and tables from another program → lines of a plan. Words, bold, italic and the numbers in front come in (rules WR11, BB5). */
import { type Run, textOf } from '../document/model.ts';
import { nfc } from '../text/fold.ts';
import { type BodyTable, tidyRuns } from './body-blocks.ts';
import type { SectionLevel } from './numbering.ts';
import { lineBlock, type WrittenBlock, withoutStart, wordsOf } from './written-blocks.ts';

/** `heading`: 1 to 6 where the source marks the line as one, else 0. */
export type PastedLine = { text: string; heading: number; runs?: readonly Run[] };
export type Pasted = PastedLine | BodyTable;

/** Far above any plan; what is longer is no text to paste. */
const mostLines = 5000;
const longestLine = 20_000;

const marks: readonly [SectionLevel, RegExp][] = [
  [1, /^([IVXLC]{1,6}\s*[.)])\s+(?=\S)/],
  [2, /^(\d{1,2}\s*\.)\s+(?=\S)/],
  [3, /^((?:\p{Ll}\s*\)|\d{1,2}\.\d{1,2}\.?))\s+(?=\S)/u],
];

/** A short line without a full stop reads as a title; a long one is a numbered sentence. */
const isTitle = (text: string): boolean => text.length <= 150 && !/[.;:,]$/.test(text);

/** Signs that say nothing, on the clipboard of every program. */
const silent = /[\p{Cc}\p{Cf}]+/gu;

export function blocksOfPasted(items: readonly Pasted[]): WrittenBlock[] {
  return items.slice(0, mostLines).flatMap((item): WrittenBlock[] => {
    if ('type' in item) return [{ type: 'table', table: item }];
    const { heading } = item;
    const said = item.runs ?? [{ text: item.text }];
    let runs = tidyRuns(said.map((run) => ({ ...run, text: nfc(run.text).replace(silent, ' ') })));
    const line = textOf(runs);
    if (line === '') return [];
    if (line.length > longestLine) runs = [{ text: line.slice(0, longestLine) }];
    for (const [level, pattern] of marks) {
      const found = pattern.exec(line);
      if (!found) continue;
      const rest = tidyRuns(withoutStart(runs, found[0].length));
      const titled = heading > 0 || (level < 3 && isTitle(textOf(rest)));
      const words = titled ? { text: textOf(rest) } : wordsOf(rest);
      return [{ type: 'numbered', id: '', level, titled, typed: null, ...words }];
    }
    if (heading > 0) {
      const level = Math.min(heading, 4) as SectionLevel;
      return [{ type: 'numbered', id: '', level, titled: true, typed: null, text: line }];
    }
    // Word writes its bullets as letters of symbol fonts; a lone "o" is one of them.
    const bullet = /^(?:[·•▪●○§\uF0A7\uF0B7\uF0D8]|o(?=\s))\s*/u.exec(line);
    return [lineBlock(bullet ? [{ text: '- ' }, ...withoutStart(runs, bullet[0].length)] : runs)];
  });
}
