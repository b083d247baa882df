import { getSchema } from '@tiptap/react';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { partNode } from '../../../renderer/features/report/writer/part-node.ts';
import {
  isWritten,
  reportDocument,
  sectionsOfDocument,
  writtenSince,
} from '../../../renderer/features/report/writer/report-document.ts';
import { schemaExtensions } from '../../../renderer/parts/editor/schema.ts';
import type { ReportSection } from '../../../shared/api/contract/reports.ts';
import type { BodyBlock } from '../../../shared/body/body-blocks.ts';

const seeded = { seed: 20260331, numRuns: 200 };
const schema = getSchema([...schemaExtensions, partNode({ marks: new Map(), refused: () => undefined })]);

const words = fc.constantFrom(
  'Đã niêm yết tại 9/11 thôn (81,8%).',
  '- Gạch đầu dòng; có “trích”.',
  '+ Gạch con',
  'a) Tri thức công dân: xong.',
  'b) Bầu cử: xong.',
  'đ) Nhảy chữ',
  '1. Không phải mục',
  '…………………………',
);
const text = fc.array(words, { maxLength: 5 }).map((lines) => lines.join('\n'));
const blocks: fc.Arbitrary<BodyBlock[]> = fc.array(
  fc.oneof(
    words,
    words.map(
      (each): BodyBlock => ({ type: 'rich', runs: [{ text: 'Đậm: ', bold: true }, { text: each.replace(/^- /, '') }] }),
    ),
    fc.constant<BodyBlock>({
      type: 'table',
      columns: [
        { share: 240, align: 'left' },
        { share: 240, align: 'left' },
      ],
      headerRows: 1,
      rows: [
        ['Thôn', 'Đạt'],
        ['Ngọc', ''],
      ].map((row) =>
        row.map((each) => ({ paragraphs: each === '' ? [] : [[{ text: each }]], columnSpan: 1, rowSpan: 1 })),
      ),
    }),
  ),
  { minLength: 1, maxLength: 5 },
);
const base = { auto: '', edited: false, stale: false };
const generated = (key: string, label: string, level: number): fc.Arbitrary<ReportSection> =>
  fc.record({ text, blocks: fc.option(blocks) }).map((said) => ({
    ...base,
    key,
    label,
    level,
    heading: label === '' ? '' : `Mục ${key}`,
    own: false,
    ...said,
  }));
const own = fc
  .record({ level: fc.constantFrom(1, 2, 3), text, blocks: fc.option(blocks) })
  .map((said): ReportSection => ({ ...base, key: 'own:moi-1', label: '', heading: 'Mục riêng', own: true, ...said }));
const report = fc.tuple(
  generated('opening', '', 0),
  generated('direction', 'I.', 1),
  generated('area:mot', '1.', 2),
  own,
  generated('closing', '', 0),
);

it('RE20: a report → the editor, through its own schema → the same sections; nothing untouched counts as written', () => {
  fc.assert(
    fc.property(report, (sections) => {
      const document = schema.nodeFromJSON(reportDocument(sections));
      document.check();
      const back = sectionsOfDocument(document.toJSON());
      expect(back.map(({ key }) => key)).toEqual(sections.map(({ key }) => key));
      back.forEach(({ blocks: now }, at) => {
        const section = sections[at]!;
        expect(now).toEqual(section.blocks ?? section.text.split('\n').filter((line) => line !== ''));
      });
      expect(isWritten(document.toJSON(), sections)).toBe(false);
      expect(writtenSince(document.toJSON(), sections).every((each) => each.blocks === null)).toBe(true);
    }),
    seeded,
  );
});
