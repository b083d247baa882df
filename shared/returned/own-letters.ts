/** Words that the paper sets in capitals, brought back into the letters they were kept in. */

import { wordDiff } from '../compare/word-diff.ts';
import { oneLine } from '../text/fold.ts';
import { capital } from '../text/letter-case.ts';

/** Known words as they were kept, new ones in small letters; a text that is not all capitals, or was kept in capitals, stays. */
export function inOwnLetters(stored: string, text: string): string {
  const isSetByPaper = text === text.toUpperCase() && stored !== stored.toUpperCase();
  if (!isSetByPaper) return text;
  const kept = oneLine(stored).split(' ');
  let at = 0;
  const letters = wordDiff(oneLine(stored).toUpperCase(), oneLine(text)).flatMap((piece) => {
    const list = piece.text.trim().split(' ').filter(Boolean);
    if (piece.kind === 'new') return list.map((word) => word.toLowerCase());
    at += list.length;
    return piece.kind === 'same' ? kept.slice(at - list.length, at) : [];
  });
  const joined = letters.join(' ');
  return capital(joined);
}
