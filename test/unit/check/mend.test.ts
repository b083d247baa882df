/** TT25: safe faults are put right in a copy; the words stay, parts without a fault keep their bytes, what is not safe stays. */

import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { inspectDocx } from '../../../electron/documents/inspect/inspect-docx.ts';
import { mendDocx } from '../../../electron/documents/mend/mend-docx.ts';
import { parseSource, spliced } from '../../../electron/documents/mend/source-xml.ts';
import type { LaidOutBlock } from '../../../shared/check/structure/laid-out.ts';
import { describeWithSamples, sample } from '../../support/samples.ts';
import { planted } from './planted.ts';
import { check, type Edit, edited, inSection, inText, paragraphOf, planFile, runsOf } from './right-document.ts';

const mended = (file: Uint8Array) => {
  const result = mendDocx(file);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

function lettersOf(file: Uint8Array): string {
  const inspected = inspectDocx(file);
  if (!inspected.ok) throw new Error(inspected.error.message);
  const walk = (blocks: readonly LaidOutBlock[]): string =>
    blocks
      .map((block) =>
        block.type === 'paragraph'
          ? block.text
          : block.rows.map((row) => row.map((cell) => walk(cell.blocks)).join(' ')).join(' '),
      )
      .join(' ');
  return inspected.value.sections
    .map((section) => walk(section.blocks))
    .join(' ')
    .toLowerCase()
    .replace(/(?<!\d)0+(?=\d)/g, '')
    .replace(/[^\p{L}\d]/gu, '');
}

/** Findings that only a person can put right: something is missing, or another is meant. */
const forPeople =
  /\.present$|\.line$|\.lineLength$|^numbering\.|^number\.(type|blank|slash|hyphen)$|^date\.(words|real|blank)$|^annex(Reference|Label)|^signing\.(deputy|collective)|^signerName\.(title|letters)$|^recipients\.archive$|^superiorAgency\.commune$|^basis\.citation$|^body\.tab$|^motto\.letters$|^heading2\./;

describe('TT25 every planted fault', () => {
  it.each(planted.map(([rule, fault, ...edits]) => ({ rule, fault, edits })))(
    '$rule: $fault',
    async ({ rule, edits }) => {
      const file = edited(await planFile, ...edits);
      const { bytes, changed, left } = mended(file);
      expect(check(bytes).findings.map((each) => each.rule)).toEqual(left.map((each) => each.rule));
      expect(lettersOf(bytes)).toBe(lettersOf(file));
      const isKept = forPeople.test(rule) && left.some((each) => each.rule === rule);
      // A Roman number by the field's own switch is its writer's to change.
      const isField = rule === 'pageNumber.format' && changed.length === 0;
      if (!isKept && !isField) {
        expect(left.map((each) => each.rule)).not.toContain(rule);
        expect(changed.map((each) => each.rule)).toContain(rule);
      }
    },
  );
});

describe('what is touched', () => {
  it('only the parts with a fault; all others keep their bytes, and a right file is given back as it is', async () => {
    const file = edited(await planFile, paragraphOf('BodyText', '<w:jc w:val="left"/>'));
    const [before, after] = [unzipSync(file), unzipSync(mended(file).bytes)];
    expect(Object.keys(after)).toEqual(Object.keys(before));
    for (const name of Object.keys(before).filter((each) => each !== 'word/document.xml'))
      expect(after[name]).toEqual(before[name]);
    const text = (parts: typeof before) => strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    expect(text(after)).toBe(text(before).replace('<w:jc w:val="left"/>', '<w:jc w:val="both"/>'));
    const right = await planFile;
    expect(mended(right)).toMatchObject({ bytes: right, changed: [], left: [] });
  });

  it('made twice, the copy has the same bytes, and mending it again changes nothing', async () => {
    const file = edited(await planFile, inSection(1, /w:top="\d+"/, 'w:top="600"'));
    const once = mended(file).bytes;
    expect(mended(file).bytes).toEqual(once);
    expect(mended(once).bytes).toBe(once);
  });

  it('a mark that stands in a run of its own, and a day parted into runs', async () => {
    const parted = edited(
      await planFile,
      inText(
        /<w:r>(<w:rPr>.*?<\/w:rPr>)?<w:t[^>]*>An Bình, ngày 05 tháng 01 năm 2024<\/w:t><\/w:r>/,
        '<w:r><w:t xml:space="preserve">An Bình, ngày </w:t></w:r><w:r><w:t>5</w:t></w:r><w:r><w:t xml:space="preserve"> tháng 1 năm 2024</w:t></w:r>',
      ),
    );
    const { bytes, changed } = mended(parted);
    expect(changed.map((each) => each.rule)).toEqual(['date.dayZero', 'date.monthZero']);
    expect(check(bytes).findings).toEqual([]);
    const inspected = inspectDocx(bytes);
    expect(JSON.stringify(inspected)).toContain('An Bình, ngày 05 tháng 01 năm 2024');
  });

  it('several faults of one file together, in text, page and headers', async () => {
    const faults: Edit[] = [
      inSection(1, /w:left="\d+"/, 'w:left="1000"'),
      inSection(1, '<w:titlePg/>', ''),
      runsOf('BodyText', '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="22"/>', true),
      paragraphOf('BodyText', '<w:spacing w:after="0"/>', true),
      inText('Thực hiện đúng Kế hoạch này./.', 'Thực hiện đúng Kế hoạch này'),
      inText('- Các thôn;', '- Các thôn'),
    ];
    const { bytes, left } = mended(edited(await planFile, ...faults));
    expect(left).toEqual([]);
    expect(check(bytes).findings).toEqual([]);
  });
});

describe('what is not', () => {
  it('letters of picture fonts and of old encodings keep their font', async () => {
    for (const font of ['Wingdings', '.VnTime']) {
      const file = edited(await planFile, runsOf('Recipients', `<w:rFonts w:ascii="${font}" w:hAnsi="${font}"/>`));
      expect(mended(file).left.map((each) => each.rule)).toContain('page.font');
    }
  });

  it('a footer with words of its own keeps them', async () => {
    const words: Edit = (part, set) => {
      set(
        'word/document.xml',
        part('word/document.xml').replaceAll(
          '<w:headerReference w:type="default"',
          '<w:footerReference w:type="default"',
        ),
      );
      for (const name of ['word/header1.xml', 'word/header2.xml', 'word/header3.xml', 'word/header4.xml'])
        if (part(name).includes('PAGE'))
          set(name, part(name).replace('<w:r>', '<w:r><w:t>Số 12 đường Nguyễn Du</w:t></w:r><w:r>'));
    };
    expect(mended(edited(await planFile, words)).left.map((each) => each.rule)).toContain('pageNumber.place');
  });

  it('refuses what the check refuses', () => {
    expect(mendDocx(new TextEncoder().encode('không phải Word'))).toMatchObject({ ok: false });
  });
});

describe('XML that knows its place', () => {
  it('every element is found again in the text, whatever attributes and comments stand there', () => {
    const name = fc.constantFrom('w:p', 'w:r', 'a', 'x:y');
    const value = fc.stringMatching(/^[a-zđư >/=' ]{0,12}$/);
    const tree: fc.Memo<string> = fc.memo((depth) =>
      depth <= 1
        ? fc.stringMatching(/^[a-zđ ]{0,8}$/)
        : fc
            .record({ name, value, children: fc.array(tree(depth - 1), { maxLength: 3 }), comment: fc.boolean() })
            .map(
              (each) =>
                `${each.comment ? '<!-- <w:p> -->' : ''}<${each.name} k="${each.value}">${each.children.join('')}</${each.name}>`,
            ),
    );
    fc.assert(
      fc.property(tree(4), (inner) => {
        const text = `<root>${inner}</root>`;
        const walk = (element: ReturnType<typeof parseSource>): void => {
          const own = text.slice(element.start, element.end);
          expect(own.startsWith(`<${element.tag}`)).toBe(true);
          expect(own.endsWith('>')).toBe(true);
          for (const child of element.children) if (typeof child !== 'string') walk(child);
        };
        walk(parseSource(new TextEncoder().encode(text)));
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  it('splices that overlap are a defect', () => {
    expect(
      spliced('abcd', [
        { from: 1, to: 2, text: 'X' },
        { from: 2, to: 2, text: 'Y' },
      ]),
    ).toBe('aXYcd');
    expect(() =>
      spliced('abcd', [
        { from: 0, to: 3, text: '' },
        { from: 2, to: 4, text: '' },
      ]),
    ).toThrow();
  });
});

describeWithSamples('real plans', () => {
  it.each(['luc-ba-2024.docx', 'minh-tien-2024.docx', 'nhu-quynh-2024.docx'])('%s keeps its words', (name) => {
    const file = sample(name);
    const { bytes } = mended(file);
    expect(lettersOf(bytes)).toBe(lettersOf(file));
  });
});
