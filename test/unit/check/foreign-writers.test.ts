/** The same layout as other programs write it: right ways are silent, faults are found however they are expressed. */
import { describe, expect, it } from 'vitest';
import { check, type Edit, edited, inPart, inText, paragraphOf, planFile, runsOf } from './right-document.ts';

const rulesAfter = async (...edits: Edit[]): Promise<string[]> => [
  ...new Set(check(edited(await planFile, ...edits)).findings.map(({ rule }) => rule)),
];

const headers = ['word/header1.xml', 'word/header2.xml', 'word/header3.xml', 'word/header4.xml'];
const inHeaders =
  (from: RegExp, to: string): Edit =>
  (part, set) => {
    for (const name of headers) if (part(name).includes('PAGE')) set(name, part(name).replace(from, to));
  };
const floating = (words: string): Edit =>
  inText(
    /(<w:pStyle w:val="BodyText"\/>(?:(?!<\/w:pPr>).)*<\/w:pPr>)/,
    `$1<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t>${words}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
  );

describe('right, said in another way', () => {
  it.each<[string, ...Edit[]]>([
    ['a size for other scripts only', runsOf('BodyText', '<w:szCs w:val="20"/>', true)],
    ['one twentieth of a point less than the margin', inText(/w:left="1701"/, 'w:left="1700"')],
    [
      'empty lists of cell borders, as LibreOffice writes them',
      inText(/<w:tcPr>/g, '<w:tcPr><w:tcBorders></w:tcBorders>'),
    ],
    [
      'the page number inside a content control',
      inHeaders(/(<w:p>.*<\/w:p>)/, '<w:sdt><w:sdtPr/><w:sdtContent>$1</w:sdtContent></w:sdt>'),
    ],
    [
      'the page number as a simple field',
      inHeaders(
        /<w:r>.*<\/w:r>/,
        '<w:fldSimple w:instr=" PAGE \\* MERGEFORMAT "><w:r><w:t>2</w:t></w:r></w:fldSimple>',
      ),
    ],
    [
      'words that were struck out in another font',
      inText(
        '<w:r><w:t xml:space="preserve">Công khai',
        '<w:del><w:r><w:rPr><w:rFonts w:ascii="Arial"/></w:rPr><w:delText>Bỏ</w:delText></w:r></w:del><w:r><w:t xml:space="preserve">Công khai',
      ),
    ],
  ])('%s', async (_name, ...edits) => {
    expect(await rulesAfter(...edits)).toEqual([]);
  });

  it('a stamp in a text box beside the text is no part of the text', async () => {
    const found = await rulesAfter(floating('DỰ THẢO'));
    for (const rule of ['body.align', 'body.indent', 'body.spacing', 'body.size']) expect(found).not.toContain(rule);
  });
});

describe('a fault, said in another way', () => {
  it.each<[rule: string, name: string, ...Edit[]]>([
    [
      'page.font',
      'a theme font over a named one',
      runsOf('BodyText', '<w:rFonts w:ascii="Times New Roman" w:asciiTheme="minorHAnsi"/>'),
    ],
    [
      'body.size',
      'a size in the style',
      inPart('word/styles.xml', /(w:styleId="BodyText".*?<w:rPr>)/, '$1<w:sz w:val="24"/>'),
    ],
    ['body.spacing', 'no space within one style', paragraphOf('BodyText', '<w:contextualSpacing/>', true)],
    [
      'pageNumber.place',
      'a frame at the right',
      inHeaders(/<w:pPr>/, '<w:pPr><w:framePr w:wrap="around" w:xAlign="right"/>'),
    ],
    ['pageNumber.format', 'the field asks for Roman digits', inHeaders(/PAGE/, 'PAGE \\* roman')],
  ])('%s: %s', async (rule, _name, ...edits) => {
    expect(await rulesAfter(...edits)).toContain(rule);
  });
});
