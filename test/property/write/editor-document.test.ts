import { getSchema } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { draftFrom, draftText, withMadeIds } from '../../../renderer/features/write/written-plan.ts';
import { blocksOfDocument, documentOf } from '../../../renderer/parts/editor/editor-document.ts';
import { Item, Numbered, Paragraph } from '../../../renderer/parts/editor/nodes.ts';
import { foreign } from '../../../renderer/parts/editor/schema.ts';
import { usualStyle } from '../../../shared/plan/numbering.ts';
import { sectionsOf, type WrittenBlock } from '../../../shared/plan/written-blocks.ts';

const seeded = { seed: 20240111, numRuns: 300 };
const schema = getSchema([StarterKit.configure(foreign), Paragraph, Numbered, Item]);

const text = fc.oneof(
  fc.constant(''),
  fc.string({ unit: 'grapheme', maxLength: 30 }).filter((each) => !/[\r\n]/.test(each)),
  fc.constantFrom('<script>alert(1)</script>', '&amp; “Nhân dân”', 'Đời  sống'),
);
const block: fc.Arbitrary<WrittenBlock> = fc.oneof(
  fc.record({ type: fc.constant('paragraph' as const), text }),
  fc.record({ type: fc.constant('item' as const), marker: fc.constantFrom('-' as const, '+' as const), text }),
  fc.record({
    type: fc.constant('numbered' as const),
    id: fc.constantFrom('', 's-1', 's_2', 'moi-1'),
    level: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
    titled: fc.boolean(),
    typed: fc.constantFrom(null, '', 'I.', 'Điều 1.'),
    text,
  }),
);
const blocks = fc.array(block, { minLength: 1, maxLength: 12 });

it('W6: lines → the editor, through its own schema → lines is the same', () => {
  fc.assert(
    fc.property(blocks, (lines) => {
      const document = schema.nodeFromJSON(documentOf(lines));
      document.check();
      expect(blocksOfDocument(document.toJSON())).toEqual(lines);
    }),
    seeded,
  );
});

it('W11: the schema has three kinds of line and no marks at all', () => {
  expect(Object.keys(schema.nodes).sort()).toEqual(['doc', 'item', 'numbered', 'paragraph', 'text']);
  expect(Object.keys(schema.marks)).toEqual([]);
  expect(documentOf([]).content).toHaveLength(1);
});

it('a draft comes back as it was kept; anything else is none', () => {
  const head = {
    number: '',
    date: '',
    place: '',
    title: 'Tên',
    basis: [],
    preamble: [],
    closing: [],
    recipients: [],
    signer: { authority: '', title: '', name: '' },
  };
  fc.assert(
    fc.property(blocks, fc.integer({ min: 1, max: 9999 }), (lines, revision) => {
      const plan = { head, blocks: lines, style: usualStyle };
      expect(draftFrom(draftText(plan, revision))).toEqual({ plan, revision });
    }),
    seeded,
  );
  for (const bad of [undefined, '', 'x', '{}', '[]', '{"revision":1,"plan":{}}']) expect(draftFrom(bad)).toBeNull();
});

it('lines of new sections stand for the records made for them', () => {
  const lines: WrittenBlock[] = [
    { type: 'numbered', id: 'moi-1', level: 1, titled: true, typed: null, text: 'Một' },
    { type: 'paragraph', text: 'Hai' },
  ];
  const [section] = sectionsOf(withMadeIds(lines, new Map([['moi-1', 's-9']])));
  expect(section).toMatchObject({ id: 's-9', heading: 'Một', paragraphs: ['Hai'] });
});
