/** Plain lines from another program → lines of a plan. Nothing but words and the numbers in front of them comes in (rule W11). */
import { nfc, oneLine } from '../text/fold.ts';
import type { SectionLevel } from './numbering.ts';
import { lineBlock, type WrittenBlock } from './written-blocks.ts';

/** `heading`: 1 to 6 where the source marks the line as one, else 0. */
export type PastedLine = { text: string; heading: number };

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

export function blocksOfPasted(lines: readonly PastedLine[]): WrittenBlock[] {
  return lines.slice(0, mostLines).flatMap(({ text, heading }): WrittenBlock[] => {
    const line = oneLine(nfc(text).replace(/[\p{Cc}\p{Cf}]+/gu, ' ')).slice(0, longestLine);
    if (line === '') return [];
    for (const [level, pattern] of marks) {
      const found = pattern.exec(line);
      if (!found) continue;
      const rest = line.slice(found[0].length).trim();
      const titled = heading > 0 || (level < 3 && isTitle(rest));
      return [{ type: 'numbered', id: '', level, titled, typed: null, text: rest }];
    }
    if (heading > 0) {
      const level = Math.min(heading, 4) as SectionLevel;
      return [{ type: 'numbered', id: '', level, titled: true, typed: null, text: line }];
    }
    // Word writes its bullets as letters of symbol fonts; a lone "o" is one of them.
    return [lineBlock(line.replace(/^(?:[·•▪●○§\uF0A7\uF0B7\uF0D8]|o(?=\s))\s*/u, '- '))];
  });
}
