/** The doubts about one field as marks in its words: what stands there now, by what was decided. */
import { decisionOn } from './logic/corrections.ts';
import type { DoubtRef } from './logic/doubts.ts';
import type { TextMark } from './marked-text.tsx';
import type { Review } from './review-store.ts';

export const marksOf = ({ read, corrections, doubtKey }: Review, refs: readonly DoubtRef[]): TextMark[] =>
  refs.map((ref) => {
    const decision = decisionOn(read, ref, corrections);
    return {
      words: decision === 'change' ? (ref.doubt.suggestion ?? ref.doubt.source) : ref.doubt.source,
      decision,
      current: ref.key === doubtKey,
    };
  });
