import { getSchema } from '@tiptap/react';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { draftFrom, draftText, withMadeIds } from '../../../renderer/features/write/written-plan.ts';
import {
  blocksOfDocument,
  documentOf,
  tableNode,
  tableOfNode,
} from '../../../renderer/parts/editor/editor-document.ts';
import { schemaExtensions } from '../../../renderer/parts/editor/schema.ts';
import { type BodyTable, bodyBlock, joinRuns } from '../../../shared/body/body-blocks.ts';
import { tableOfGrid } from '../../../shared/body/grid-table.ts';
import { usualStyle } from '../../../shared/body/numbering.ts';
import { sectionsOf, type WrittenBlock, wordsOf } from '../../../shared/body/written-blocks.ts';

const seeded = { seed: 20240111, numRuns: 300 };
const schema = getSchema(schemaExtensions);

const text = fc.oneof(
  fc.constant(''),
  fc.string({ unit: 'grapheme', maxLength: 30 }).filter((each) => !/[\r\n]/.test(each)),
  fc.constantFrom('<script>alert(1)</script>', '&amp; “Nhân dân”', 'Đời  sống'),
);
const run = fc.record({
  text: fc.constantFrom('Nâng cao ', 'đời sống', ' Nhân dân', '<b>', 'x'),
  bold: fc.boolean(),
  italic: fc.boolean(),
});
/** As the editor gives them: joined where they look alike, said only where something looks. */
const words = fc.oneof(
  text.map((each) => ({ text: each })),
  fc.array(run, { minLength: 1, maxLength: 4 }).map((list) => wordsOf(joinRuns(list))),
);
const cellRuns = fc.array(run, { minLength: 1, maxLength: 3 }).map(joinRuns);
/** Any cells over each other, made a table: merged both ways, holes filled. */
const table: fc.Arbitrary<BodyTable> = fc
  .record({
    rows: fc.integer({ min: 1, max: 5 }),
    columns: fc.integer({ min: 1, max: 5 }),
    headerRows: fc.integer({ min: 0, max: 2 }),
    cells: fc.array(
      fc.record({
        row: fc.nat(4),
        column: fc.nat(4),
        rowSpan: fc.integer({ min: 1, max: 3 }),
        columnSpan: fc.integer({ min: 1, max: 3 }),
        paragraphs: fc.array(cellRuns, { minLength: 1, maxLength: 2 }),
      }),
      { minLength: 1, maxLength: 12 },
    ),
  })
  .map(({ cells, ...facts }) => tableOfGrid([{ ...cells[0]!, row: 0, column: 0 }, ...cells], facts)!)
  .filter((made) => bodyBlock.safeParse(made).success);

const block: fc.Arbitrary<WrittenBlock> = fc.oneof(
  words.map((each) => ({ type: 'paragraph' as const, ...each })),
  fc.tuple(words, fc.constantFrom('-' as const, '+' as const)).map(([each, marker]) => ({
    type: 'item' as const,
    marker,
    ...each,
  })),
  fc
    .tuple(
      words,
      fc.record({
        id: fc.constantFrom('', 's-1', 's_2', 'moi-1'),
        level: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
        titled: fc.boolean(),
        typed: fc.constantFrom(null, '', 'I.', 'Điều 1.'),
      }),
    )
    .map(([each, attrs]) => ({ type: 'numbered' as const, ...attrs, ...each })),
);
const blocks = fc.array(block, { minLength: 1, maxLength: 12 });

it('WR6: lines → the editor, through its own schema → lines is the same', () => {
  fc.assert(
    fc.property(blocks, (lines) => {
      const document = schema.nodeFromJSON(documentOf(lines));
      document.check();
      expect(blocksOfDocument(document.toJSON())).toEqual(lines);
    }),
    seeded,
  );
});

it('BB1: a table → the editor, through its own schema → a table has the same cells, spans, heads and words', () => {
  fc.assert(
    fc.property(table, (made) => {
      const document = schema.nodeFromJSON(
        documentOf([
          { type: 'table', table: made },
          { type: 'paragraph', text: 'x' },
        ]),
      );
      document.check();
      const [back] = blocksOfDocument(document.toJSON());
      const { columns, ...rest } = back?.type === 'table' ? back.table : made;
      expect(rest).toEqual({ type: 'table', headerRows: made.headerRows, rows: made.rows });
      expect(columns).toHaveLength(made.columns.length);
      expect(bodyBlock.safeParse({ ...rest, columns }).success).toBe(true);
    }),
    seeded,
  );
});

it('BB1: a table that is kept again and again keeps the shares of its columns', () => {
  const made: BodyTable = {
    type: 'table',
    columns: [
      { share: 1, align: 'center' },
      { share: 3, align: 'left' },
      { share: 2, align: 'justify' },
    ],
    headerRows: 0,
    rows: [['a', 'b', 'c'].map((each) => ({ paragraphs: [[{ text: each }]], columnSpan: 1, rowSpan: 1 }))],
  };
  let now = made;
  for (let time = 0; time < 5; time++) now = tableOfNode(tableNode(now));
  const all = now.columns.reduce((sum, { share }) => sum + share, 0);
  expect(now.columns.map(({ share }) => Math.round((share / all) * 60))).toEqual([10, 30, 20]);
  expect(now.columns.map(({ align }) => align)).toEqual(['center', 'left', 'justify']);
});

it('WR11, BB5: the schema has lines, tables, bold and italic, and nothing else', () => {
  expect(Object.keys(schema.nodes).sort()).toEqual(
    ['doc', 'item', 'numbered', 'paragraph', 'table', 'tableCell', 'tableHeader', 'tableRow', 'text'].sort(),
  );
  expect(Object.keys(schema.marks).sort()).toEqual(['bold', 'italic']);
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
