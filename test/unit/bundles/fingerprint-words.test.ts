/** The words of a fingerprint (SPEC NH20): one for each pair of digits, none mistaken for another on a bad line. */
import { expect, test } from 'vitest';
import { fingerprintGroups, fingerprintWords } from '../../../shared/bundle/fingerprint-words.ts';
import { fold } from '../../../shared/text/fold.ts';

const pairs = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));

test('a hundred words that differ even without tones and accents', () => {
  const words = pairs.flatMap(fingerprintWords);
  expect(words).toHaveLength(100);
  expect(new Set(words.map(fold)).size).toBe(100);
  for (const word of words) expect(word).toMatch(/^\p{L}{2,7}$/u);
});

test('twelve words and six groups for a fingerprint, however it is separated; frozen', () => {
  expect(fingerprintWords('2928 0615 1055 8581 6376 5799')).toEqual(fingerprintWords('292806151055858163765799'));
  expect(fingerprintWords('2928 0615 1055 8581 6376 5799')).toEqual(
    'ổi nấm hoa sen nón chim thỏ nghé ngô gấu đồng vàng'.split(' '),
  );
  expect(fingerprintGroups('292806151055858163765799')).toEqual(['2928', '0615', '1055', '8581', '6376', '5799']);
});
