import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type DiffPiece, wordDiff } from '../../../shared/compare/word-diff.ts';

const shown = (pieces: readonly DiffPiece[]) =>
  pieces.map(({ kind, text }) => `${{ same: '', old: '-', new: '+' }[kind]}${text.trim()}`);
const side = (pieces: readonly DiffPiece[], kind: 'old' | 'new') =>
  pieces
    .filter((piece) => piece.kind === 'same' || piece.kind === kind)
    .map(({ text }) => text.trim())
    .join(' ');

it.each([
  ['Niêm yết tại thôn', 'Niêm yết tại thôn', ['Niêm yết tại thôn']],
  ['Niêm yết tại thôn', 'Niêm yết ở các thôn', ['Niêm yết', '-tại', '+ở các', 'thôn']],
  ['Quý I', 'Quý I, II', ['Quý', '-I', '+I, II']],
  ['', 'Văn phòng', ['+Văn phòng']],
  ['Văn phòng', '', ['-Văn phòng']],
  ['a b c d', 'b c x d', ['-a', 'b c', '+x', 'd']],
])('%s → %s', (before, after, expected) => expect(shown(wordDiff(before, after))).toEqual(expected));

it('either side can be read back from the pieces, and equal texts have one piece', () => {
  const text = fc
    .array(fc.constantFrom('Công', 'khai', 'ngân', 'sách', 'xã'), { maxLength: 12 })
    .map((words) => words.join(' '));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = wordDiff(before, after);
      expect(side(pieces, 'old')).toBe(before);
      expect(side(pieces, 'new')).toBe(after);
      if (before === after && before !== '') expect(pieces).toHaveLength(1);
    }),
    { seed: 20240402, numRuns: 200 },
  );
});

it('a cell of thousands of words is one replacement, not a wait', () => {
  const long = (word: string) => Array.from({ length: 5000 }, (_, index) => `${word}${index}`).join(' ');
  expect(wordDiff(long('a'), long('b')).map(({ kind }) => kind)).toEqual(['old', 'new']);
});
