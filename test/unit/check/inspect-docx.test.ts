/** What a Word file looks like on paper, from files as other programs write them. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { inspectDocx } from '../../../electron/documents/inspect/inspect-docx.ts';
import { checkLayout } from '../../../shared/check/check.ts';
import type { LaidOutDocument, LaidOutParagraph } from '../../../shared/check/structure/laid-out.ts';

const named = 'xmlns:w="w" xmlns:r="r" xmlns:a="a" xmlns:wp="wp" xmlns:wps="wps" xmlns:v="v" xmlns:mc="mc"';
const word = (root: string, content: string): Uint8Array => strToU8(`<w:${root} ${named}>${content}</w:${root}>`);

const docx = (body: string, parts: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync({ 'word/document.xml': word('document', `<w:body>${body}</w:body>`), ...parts });

const inspected = (bytes: Uint8Array): LaidOutDocument => {
  const result = inspectDocx(bytes);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

const paragraphsOf = (document: LaidOutDocument): LaidOutParagraph[] =>
  document.sections.flatMap((section) =>
    section.blocks.flatMap((block) => (block.type === 'paragraph' ? [block] : [])),
  );

const styles = (content: string) => ({ 'word/styles.xml': word('styles', content) });
const text = (words: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr><w:t>${words}</w:t></w:r>`;
const first = (document: LaidOutDocument): LaidOutParagraph => paragraphsOf(document)[0] as LaidOutParagraph;

describe('formatting in force', () => {
  const chain = styles(`
    <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:sz w:val="22"/></w:rPr></w:rPrDefault>
      <w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
    <w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:sz w:val="28"/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="N"/><w:pPr><w:jc w:val="both"/><w:ind w:firstLine="720"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/><w:rPr><w:i/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="X"><w:basedOn w:val="Y"/></w:style>
    <w:style w:type="paragraph" w:styleId="Y"><w:basedOn w:val="X"/><w:rPr><w:i/></w:rPr></w:style>
    <w:style w:type="character" w:styleId="C"><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:b w:val="0"/></w:rPr></w:style>`);
  const theme = {
    'word/theme/theme1.xml': strToU8(
      `<a:theme ${named}><a:themeElements><a:fontScheme><a:majorFont><a:latin typeface="Cambria"/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>`,
    ),
  };

  it('defaults, theme fonts, style over its ancestors, character style, direct settings', () => {
    const body = `<w:p>${text('một')}</w:p><w:p><w:pPr><w:pStyle w:val="B"/><w:spacing w:after="0"/></w:pPr>${text('hai')}${text('ba', '<w:rStyle w:val="C"/><w:sz w:val="26"/>')}</w:p>`;
    const [plain, styled] = paragraphsOf(inspected(docx(body, { ...chain, ...theme })));
    expect(plain?.runs[0]).toMatchObject({ font: 'Calibri', accentFont: 'Calibri', size: 14, bold: false });
    expect(plain).toMatchObject({ align: 'left', spacing: { before: 0, after: 8 } });
    expect(styled).toMatchObject({ align: 'justify', spacing: { after: 0 }, indent: { firstLine: 12.7 } });
    expect(styled?.runs).toMatchObject([
      { text: 'hai', bold: true, italic: true, size: 14, font: 'Calibri' },
      { text: 'ba', bold: false, italic: true, size: 13, font: 'Arial' },
    ]);
  });

  it('styles based on each other end', () => {
    expect(
      first(inspected(docx(`<w:p><w:pPr><w:pStyle w:val="X"/></w:pPr>${text('a')}</w:p>`, chain))).runs,
    ).toHaveLength(1);
  });

  it('automatic labels, capitals, hidden and struck-out text, legacy fonts', () => {
    const numbering = {
      'word/numbering.xml': word(
        'numbering',
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>',
      ),
    };
    const list = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr></w:pPr>';
    const body = `<w:p>${list}${text('mục đích', '<w:caps/>')}${text('ẩn', '<w:vanish/>')}<w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del></w:p><w:p>${list}${text('§éc lËp', '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>')}</w:p>`;
    const [one, two] = paragraphsOf(inspected(docx(body, numbering)));
    expect(one).toMatchObject({ text: 'I. MỤC ĐÍCH', automaticLabel: 'I.' });
    expect(one?.indent.left).toBeCloseTo(12.7);
    expect(one?.indent.firstLine).toBeCloseTo(-6.35);
    expect(two?.text).toBe('II. Độc lập');
    expect(two?.runs[0]?.font).toBe('.VnTime');
  });
});

describe('pages', () => {
  const section = (more: string) =>
    `<w:sectPr>${more}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1418" w:gutter="283"/></w:sectPr>`;
  const header = (content: string) => ({
    'word/header1.xml': word('hdr', content),
    'word/_rels/document.xml.rels': strToU8(
      '<Relationships><Relationship Id="h" Target="header1.xml"/><Relationship Id="x" Target="http://la.example/header1.xml" TargetMode="External"/></Relationships>',
    ),
  });
  const use = (id: string) => `<w:headerReference w:type="default" r:id="${id}"/>`;
  const field =
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE \\* MERGEFORMAT </w:instrText></w:r>';
  const aligned = (content: string, id = 'h') =>
    inspected(docx(`<w:p>${text('a')}</w:p>${section(use(id))}`, header(content))).sections[0]?.pageNumbers.map(
      ({ align }) => align,
    );

  it('size, margins with the room for binding, orientation; Letter where nothing is said', () => {
    const [page] = inspected(docx(`<w:p>${text('a')}</w:p>${section('<w:titlePg/>')}`)).sections;
    expect(page).toMatchObject({ orientation: 'portrait', firstPageDiffers: true, numbersFrom: null });
    expect(page?.margins.left).toBeCloseTo(30, 1);
    expect(inspected(docx(`<w:p>${text('a')}</w:p>`)).sections[0]?.paper.width).toBeCloseTo(215.9);
  });

  it('a page number as field, simple field, framed, behind tabs, in a box; none elsewhere', () => {
    expect(aligned(`<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${field}</w:p>`)).toEqual(['center']);
    expect(aligned(`<w:p><w:fldSimple w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p>`)).toEqual(['left']);
    expect(aligned(`<w:p><w:pPr><w:framePr w:xAlign="center"/></w:pPr>${field}</w:p>`)).toEqual(['center']);
    expect(aligned(`<w:p><w:r><w:tab/></w:r>${field}</w:p>`)).toEqual(['center']);
    expect(aligned(`<w:p><w:r><w:tab/><w:tab/></w:r>${field}</w:p>`)).toEqual(['right']);
    expect(aligned(`<w:sdt><w:sdtContent><w:p>${field}</w:p></w:sdtContent></w:sdt>`)).toEqual(['left']);
    const box = `<w:p><w:r><w:pict><v:textbox><w:txbxContent><w:p>${field}</w:p></w:txbxContent></v:textbox></w:pict></w:r></w:p>`;
    expect(aligned(box)).toEqual([null]);
    expect(aligned(`<w:p><w:r><w:instrText> NUMPAGES </w:instrText></w:r></w:p>`)).toEqual([]);
  });

  it('a later section without headers of its own keeps those before; nothing outside the file is followed', () => {
    const body = `<w:p><w:pPr>${section(use('h'))}</w:pPr>${text('a')}</w:p><w:p>${text('b')}</w:p>${section('')}`;
    const { sections } = inspected(docx(body, header(`<w:p>${field}</w:p>`)));
    expect(sections.map(({ pageNumbers, blocks }) => [pageNumbers.length, blocks.length])).toEqual([
      [1, 1],
      [1, 1],
    ]);
    expect(aligned(`<w:p>${field}</w:p>`, 'x')).toEqual([]);
  });
});

describe('tables', () => {
  const grid = styles(
    '<w:style w:type="table" w:styleId="G"><w:tblPr><w:tblBorders><w:insideH w:val="single"/><w:insideV w:val="single"/></w:tblBorders></w:tblPr></w:style><w:style w:type="table" w:styleId="H"><w:basedOn w:val="G"/></w:style>',
  );
  const cell = (borders = '') =>
    `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>${borders === '' ? '' : `<w:tcBorders>${borders}</w:tcBorders>`}</w:tcPr><w:p>${text('a')}</w:p></w:tc>`;
  const ruled = (settings: string, cells = cell() + cell()) => {
    const [table] =
      inspected(docx(`<w:tbl><w:tblPr>${settings}</w:tblPr><w:tr>${cells}</w:tr></w:tbl>`, grid)).sections[0]?.blocks ??
      [];
    return table?.type === 'table' && table.ruled;
  };

  it('lines between cells: from the style, its ancestor, the table or the cells, the nearest wins', () => {
    expect(ruled('')).toBe(false);
    expect(ruled('<w:tblStyle w:val="H"/>')).toBe(true);
    expect(
      ruled('<w:tblStyle w:val="H"/><w:tblBorders><w:insideH w:val="nil"/><w:insideV w:val="nil"/></w:tblBorders>'),
    ).toBe(false);
    expect(ruled('<w:tblBorders><w:insideV w:val="single"/></w:tblBorders>')).toBe(true);
    expect(ruled('', cell('<w:left w:val="single"/>') + cell('<w:left w:val="single"/>'))).toBe(true);
    expect(ruled('<w:tblStyle w:val="G"/>', cell('<w:left w:val="nil"/>') + cell('<w:left w:val="nil"/>'))).toBe(false);
  });

  it('columns, spans, merged cells once, the room inside', () => {
    const spanned = `<w:tr><w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/><w:vMerge w:val="restart"/></w:tcPr><w:p/></w:tc><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p>${text('b')}</w:p></w:tc></w:tr>`;
    const second = `<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>${cell()}${cell()}</w:tr>`;
    const [table] =
      inspected(
        docx(
          `<w:tbl><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="1000"/><w:gridCol w:w="1000"/></w:tblGrid>${spanned}${second}</w:tbl>`,
        ),
      ).sections[0]?.blocks ?? [];
    const rows = table?.type === 'table' ? table.rows : [];
    expect(rows.map((row) => row.map(({ column, columnSpan }) => [column, columnSpan]))).toEqual([
      [
        [0, 1],
        [1, 2],
      ],
      [
        [1, 1],
        [2, 1],
      ],
    ]);
    const [paragraph] = rows[0]?.[1]?.blocks ?? [];
    expect(paragraph?.type === 'paragraph' && paragraph.room).toBeCloseTo(((2000 - 216) * 25.4) / 1440);
  });
});

describe('files that are refused', () => {
  const codeOf = (bytes: Uint8Array): string => {
    const result = inspectDocx(bytes);
    if (result.ok) return 'inspected';
    expect(result.error.message).toContain('Chưa lưu gì.');
    return result.error.code;
  };
  const good = docx(`<w:p>${text('Kế hoạch')}</w:p>`);

  it('TT23 with the sentences of the reader, and what is no Word file with its own', () => {
    expect(codeOf(new Uint8Array())).toBe('empty');
    expect(codeOf(strToU8('%PDF-1.7\n'))).toBe('pdf');
    expect(codeOf(strToU8('{\\rtf1}'))).toBe('rtf');
    expect(codeOf(strToU8('chữ'))).toBe('not-word');
    expect(codeOf(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }))).toBe('not-word');
    expect(codeOf(zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') }))).toBe('opendocument');
    expect(codeOf(good.slice(0, good.length - 30))).toBe('broken');
    expect(codeOf(docx('<w:p/>'))).toBe('no-text');
    expect(codeOf(zipSync({ 'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a/>') }))).toBe('unsafe');
    const deep = `${'<w:tbl><w:tr><w:tc>'.repeat(200)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(200)}`;
    expect(codeOf(docx(deep))).toBe('broken');
    expect(
      codeOf(docx(`<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999"/></w:tcPr>${'<w:p/>'}</w:tc></w:tr></w:tbl>`)),
    ).toBe('too-large');
  });

  it('endless words of a date or a reference stall nothing', () => {
    const words = ['ngày tháng ', 'Số: ', '(Kèm theo số / ngày của ', 'a\t\tngày tháng '].map((each) =>
      each.repeat(8_000),
    );
    const body = words.map((each) => `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${text(each)}</w:p>`).join('');
    const label = `<w:p>${text('Phụ lục')}</w:p>`;
    expect(checkLayout(inspected(docx(`${body}${label}${body}`))).findings.length).toBeGreaterThan(0);
  });

  it('never throws on XML damaged at random', () => {
    let seed = 30;
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    const body = `<w:tbl><w:tr><w:tc><w:p>${text('Số: 8/KH')}</w:p></w:tc></w:tr></w:tbl><w:p><w:pPr><w:ind w:left="1"/></w:pPr>${text('I. a')}</w:p><w:sectPr><w:pgSz w:w="1" w:h="2"/></w:sectPr>`;
    for (let turn = 0; turn < 300; turn++) {
      const from = random(body.length);
      const piece = ['', '<', '>', '&', '"', '</w:tc>', '<w:tr>', '<w:p>', '\uFFFF'][random(9)];
      const damaged = docx(body.slice(0, from) + piece + body.slice(from + random(30)));
      expect(() => {
        const result = inspectDocx(damaged);
        if (result.ok) checkLayout(result.value);
      }).not.toThrow();
    }
  });
});
