import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SectionLevel } from '../../../shared/body/numbering.ts';
import { blocksOf, sectionsOf, type WrittenBlock, type WrittenSection } from '../../../shared/body/written-blocks.ts';

const seeded = { seed: 20240111, numRuns: 200 };
const words = fc
  .array(fc.constantFrom('Nâng', 'cao', 'đời', 'sống', 'Nhân', 'dân;', '2024', '“xã”', '<b>', 'a)', 'tổ'), {
    minLength: 1,
    maxLength: 6,
  })
  .map((list) => list.join(' '));
const lines = fc.array(
  fc.oneof(
    words,
    words.map((text) => `- ${text}`),
    words.map((text) => `+ ${text}`),
  ),
  {
    maxLength: 4,
  },
);

/** Labels that may stand at a depth: one that belongs deeper would be drawn deeper. */
const titles = [
  ['I.', 'II.', 'Điều 1.', ''],
  ['1.', '2.', 'I.', ''],
  ['1.1.', 'a)', '1.', ''],
  ['a)', '1.', ''],
];
const points = [['I.'], ['1.', '2.'], ['a)', 'đ)', '1.'], ['-', 'a)', '1.1.']];

/** Any tree of four levels at most; a point has a label and its first paragraph. */
function tree(depth: number): fc.Arbitrary<WrittenSection[]> {
  const children = depth === 4 ? fc.constant([]) : tree(depth + 1);
  const titled = fc.record({
    label: fc.constantFrom(...(titles[depth - 1] ?? [])),
    heading: words,
    paragraphs: lines,
    children,
  });
  const point = fc.record({
    label: fc.constantFrom(...(points[depth - 1] ?? [])),
    heading: fc.constant(''),
    paragraphs: fc.tuple(words, lines).map(([first, rest]) => [first, ...rest]),
    children,
  });
  return fc.array(fc.oneof(titled, point), { maxLength: 3 }) as fc.Arbitrary<WrittenSection[]>;
}

function withIds(sections: readonly Omit<WrittenSection, 'id'>[], prefix = 's'): WrittenSection[] {
  return sections.map((section, at) => ({
    ...section,
    id: `${prefix}${at}`,
    children: withIds(section.children, `${prefix}${at}-`),
  }));
}

/** A level per line of a document that goes down one step at a time. */
const levels = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 12 }).map((wished) => {
  const chain: SectionLevel[] = [];
  for (const level of wished) chain.push(Math.min(level, (chain.at(-1) ?? 0) + 1) as SectionLevel);
  return chain;
});

it('WR6: sections → lines → sections is the same', () => {
  fc.assert(
    fc.property(
      tree(1).map((sections) => withIds(sections)),
      (sections) => {
        const { blocks, style } = blocksOf(sections);
        expect(sectionsOf(blocks, style)).toEqual(sections);
      },
    ),
    seeded,
  );
});

it('WR6: numbered lines → sections → lines is the same', () => {
  fc.assert(
    fc.property(levels, fc.array(words, { minLength: 12, maxLength: 12 }), fc.boolean(), (chain, texts, titled) => {
      const blocks = chain.map(
        (level, at): WrittenBlock => ({
          type: 'numbered',
          id: `s${at}`,
          level,
          titled: titled && level < 3,
          typed: null,
          text: texts[at] ?? 'x',
        }),
      );
      expect(blocksOf(sectionsOf(blocks)).blocks).toEqual(blocks);
    }),
    seeded,
  );
});

it('WR7, WR9: whatever the tree, no words are lost and their order stays', () => {
  const deep = fc.tuple(tree(1), tree(1), lines).map(([outer, inner, plain]) =>
    withIds([
      { label: '', heading: '', paragraphs: plain, children: [] },
      {
        label: 'I.',
        heading: 'Một',
        paragraphs: [],
        children: [{ id: '', label: '1.', heading: 'Hai', paragraphs: [], children: outer }],
      },
      { label: '', heading: '', paragraphs: plain, children: inner },
    ]),
  );
  fc.assert(
    fc.property(deep, (sections) => {
      const { blocks, style } = blocksOf(sections);
      const again = sectionsOf(blocks, style);
      expect(allWords(again)).toBe(allWords(sections));
      expect(sectionsOf(blocksOf(again).blocks, blocksOf(again).style)).toBeDefined();
    }),
    seeded,
  );
});

function allWords(sections: readonly WrittenSection[]): string {
  return sections
    .flatMap((section) => [section.label, section.heading, ...section.paragraphs, allWords(section.children)])
    .filter((text) => text !== '')
    .join(' ');
}
