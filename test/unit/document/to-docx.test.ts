import { describe, expect, it } from 'vitest';
import { toDocx } from '../../../electron/documents/write/to-docx.ts';
import { decree30 } from '../../../shared/document/decree30.ts';
import type { DocumentNode } from '../../../shared/document/model.ts';
import { partOf, readWord, type WordBlock, type WordParagraph } from './read-word.ts';
import { annexHead, documentOf, everyNode, grid, head, signature } from './samples-of-nodes.ts';

const blocksOf = async (...nodes: DocumentNode[]): Promise<WordBlock[]> => readWord(await toDocx(documentOf(nodes)));
const paragraphs = (blocks: readonly WordBlock[]): WordParagraph[] => blocks.filter((block) => 'text' in block);
const styled = (blocks: readonly WordBlock[]): string[][] =>
  paragraphs(blocks)
    .filter((each) => each.text !== '')
    .map((each) => [each.style, each.text]);
const tables = (blocks: readonly WordBlock[]) => blocks.filter((block) => 'table' in block);

describe('Word: one node type at a time', () => {
  it('officialHead: agency and nation side by side, number and date on one line (DC3, DC5, DC6)', async () => {
    const [table] = tables(await blocksOf(head));
    expect(table?.ruled).toBe(false);
    expect(table?.table.map((row) => row.cells.map((cell) => cell.paragraphs.filter((text) => text !== '')))).toEqual([
      [
        ['ỦY BAN NHÂN DÂN', 'XÃ AN BÌNH'],
        ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'],
      ],
      [['Số: 08/BC-UBND'], ['An Bình, ngày 05 tháng 01 năm 2024']],
    ]);
  });

  it('officialHead: a superior agency stands above, not bold', async () => {
    const file = await toDocx(documentOf([{ ...head, superior: 'UBND huyện Văn Lâm' } as DocumentNode]));
    expect(partOf(file, 'word/document.xml')).toMatch(/SuperiorAgency"\/><\/w:pPr><w:r><w:t[^>]*>UBND HUYỆN VĂN LÂM</);
    expect(partOf(file, 'word/styles.xml')).toMatch(/w:styleId="SuperiorAgency".*?<w:b w:val="false"\/>/);
  });

  it('typeTitle, basis, heading, paragraph, listItem in their styles (DC3, DC8)', async () => {
    const blocks = await blocksOf(
      { type: 'typeTitle', typeName: 'Báo cáo', subject: ['Kết quả thực hiện'] },
      { type: 'basis', lines: ['Căn cứ A', 'Căn cứ B'] },
      { type: 'heading', level: 1, label: 'I.', text: 'Kết quả' },
      { type: 'heading', level: 3, label: 'đ)', text: 'Kết quả' },
      { type: 'paragraph', runs: [{ text: 'một ' }, { text: 'hai', bold: true }, { text: ' ba', italic: true }] },
      { type: 'listItem', level: 1, marker: '-', runs: [{ text: 'mục' }] },
    );
    expect(styled(blocks)).toEqual([
      ['TypeName', 'BÁO CÁO'],
      ['Subject', 'Kết quả thực hiện'],
      ['Basis', 'Căn cứ A;'],
      ['Basis', 'Căn cứ B.'],
      ['Heading1', 'I. KẾT QUẢ'],
      ['Heading3', 'đ) Kết quả'],
      ['BodyText', 'một hai ba'],
      ['BodyText', '- mục'],
    ]);
    const mixed = paragraphs(blocks).find((each) => each.text === 'một hai ba');
    expect([mixed?.bold, mixed?.italic]).toEqual(['hai', ' ba']);
  });

  it('addressees: one on the line, several below (DC8)', async () => {
    expect(styled(await blocksOf({ type: 'addressees', names: ['UBND huyện'] }))).toEqual([
      ['Addressees', 'Kính gửi: UBND huyện.'],
    ]);
    expect(styled(await blocksOf({ type: 'addressees', names: ['A', 'B'] })).map(([, text]) => text)).toEqual([
      'Kính gửi:',
      '- A;',
      '- B.',
    ]);
  });

  it('signatureBlock: recipients left, authority and name right; the text before keeps with it (DC7, DC8, DC15)', async () => {
    const blocks = await blocksOf({ type: 'paragraph', runs: [{ text: 'hết./.' }] }, signature);
    expect(paragraphs(blocks)[0]?.keepNext).toBe(true);
    const [table] = tables(blocks);
    expect(table?.table[0]?.cells.map((cell) => cell.paragraphs)).toEqual([
      ['Nơi nhận:', '- UBND huyện;', '- Lưu: VT.'],
      ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Trần Văn Bình'],
    ]);
  });

  it('table: header row repeated, merges with a real cell per row, no row torn (DC11)', async () => {
    const [table] = tables(await blocksOf(grid));
    expect(table?.ruled).toBe(true);
    expect(table?.table.map((row) => [row.header, row.whole])).toEqual([
      [true, true],
      [false, true],
      [false, true],
    ]);
    expect(
      table?.table.map((row) => row.cells.map((cell) => [cell.paragraphs.join('/'), cell.columnSpan, cell.merge])),
    ).toEqual([
      [
        ['TT', 1, 'none'],
        ['Nội dung', 2, 'none'],
      ],
      [
        ['1', 1, 'start'],
        ['Tri thức', 1, 'none'],
        ['đoạn một/đoạn hai', 1, 'none'],
      ],
      [
        ['', 1, 'continued'],
        ['Cơ hội', 1, 'none'],
        ['niêm yết', 1, 'none'],
      ],
    ]);
  });

  it('annexHead: label, title in capitals, reference (DC10)', async () => {
    expect(styled(await blocksOf(annexHead)).map(([style]) => style)).toEqual([
      'AnnexLabel',
      'AnnexTitle',
      'AnnexReference',
    ]);
  });
});

describe('Word: the whole file', () => {
  it('DC1, DC2: portrait then landscape, margins, own numbers from 1 that the first page does not show', async () => {
    const sections = readWord(await toDocx(everyNode)).flatMap((block) => ('section' in block ? [block.section] : []));
    const shared = { margins: [1134, 850, 1134, 1701], firstPageDiffers: true, numbersFrom: 1 };
    expect(sections).toEqual([
      { orientation: 'portrait', width: 11906, height: 16838, ...shared },
      { orientation: 'landscape', width: 16838, height: 11906, ...shared },
    ]);
  });

  it('DC2: the header of later pages holds the page number, the first one nothing', async () => {
    const file = await toDocx(everyNode);
    const headers = [1, 2].map((at) => partOf(file, `word/header${at}.xml`));
    expect(headers.filter((xml) => xml.includes('PAGE'))).toHaveLength(1);
  });

  it('DC3: one font in all four slots, black, styles of the layout sizes, no id twice', async () => {
    const styles = partOf(await toDocx(everyNode), 'word/styles.xml');
    for (const slot of ['ascii', 'hAnsi', 'cs', 'eastAsia']) expect(styles).toContain(`w:${slot}="Times New Roman"`);
    const size = (id: string) => Number(new RegExp(`w:styleId="${id}".*?<w:sz w:val="(\\d+)"`).exec(styles)?.[1]) / 2;
    expect([size('NationalName'), size('Motto'), size('BodyText'), size('RecipientsHead'), size('Recipients')]).toEqual(
      [13, 14, 14, 12, 11],
    );
    expect(styles).not.toMatch(/2E74B5|1F4D78/);
    const ids = [...styles.matchAll(/w:styleId="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('every style the text uses is defined in the file', async () => {
    const file = await toDocx(everyNode);
    const used = [...partOf(file, 'word/document.xml').matchAll(/<w:pStyle w:val="([^"]+)"/g)].map((match) => match[1]);
    const styles = partOf(file, 'word/styles.xml');
    expect(used.filter((id) => !styles.includes(`w:styleId="${id}"`))).toEqual([]);
    expect(used.length).toBeGreaterThan(20);
  });

  it('DC12: text is never markup, and no letter damages the file', async () => {
    const nasty = '</w:t></w:r> <b>"&amp;" \u0000\uD800 ]]> <w:p><w:pPr><w:pStyle w:val="GridSlot0"/></w:pPr></w:p>';
    const table = {
      ...grid,
      rows: [[1, 2, 3].map(() => ({ paragraphs: [[{ text: nasty }]], rowSpan: 1, columnSpan: 1 }))],
    } as DocumentNode;
    const blocks = await blocksOf({ type: 'paragraph', runs: [{ text: nasty }] }, table);
    const said = nasty.replace('\u0000\uD800', '');
    expect(paragraphs(blocks)[0]?.text).toBe(said);
    expect(tables(blocks)[0]?.table[0]?.cells.map((cell) => cell.paragraphs)).toEqual([[said], [said], [said]]);
  });

  it('another layout makes another file', async () => {
    const wide = { ...decree30, margins: { ...decree30.margins, left: { min: 30, max: 35, default: 35 } } };
    const [section] = readWord(await toDocx(documentOf([head]), wide)).flatMap((block) =>
      'section' in block ? [block.section] : [],
    );
    expect(section?.margins[3]).toBe(1984);
  });
});
