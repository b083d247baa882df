/** A body with a table and bold words: to Word, back through the reader, and to the printer (rules BB1–BB4, DC11). */
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../electron/documents/read/read-document.ts';
import { toDocx } from '../../../electron/documents/write/to-docx.ts';
import type { BodyTable } from '../../../shared/body/body-blocks.ts';
import { toPrintHtml } from '../../../shared/document/to-html.ts';
import { buildPlan } from '../../../shared/plan/build-plan.ts';
import { readWord } from '../../unit/document/read-word.ts';

const cell = (text: string, columnSpan = 1, rowSpan = 1) => ({
  paragraphs: text === '' ? [] : [[{ text }]],
  columnSpan,
  rowSpan,
});

/** Two header rows with merged cells, bold words in a cell, and more rows than a page holds. */
const table: BodyTable = {
  type: 'table',
  columns: [
    { share: 1, align: 'center' },
    { share: 3, align: 'left' },
    { share: 2, align: 'left' },
  ],
  headerRows: 2,
  rows: [
    [cell('TT', 1, 2), cell('Số hộ', 2)],
    [cell('Thôn'), cell('Đã vận động')],
    ...Array.from({ length: 60 }, (_, at) => [
      cell(String(at + 1)),
      { ...cell(''), paragraphs: [[{ text: `Niêm yết lần ${at + 1} ` }, { text: 'tại thôn', bold: true }]] },
      cell(at === 0 ? '' : 'Một nửa'),
    ]),
  ],
};
const rich = {
  type: 'rich' as const,
  runs: [
    { text: 'Xong ' },
    { text: 'trước 15/6', bold: true },
    { text: ' và ' },
    { text: 'đúng', italic: true },
    { text: ' quy định.' },
  ],
};
const document = buildPlan({
  office: { issuer: ['ỦY BAN NHÂN DÂN', 'XÃ AN THỊNH'], name: 'UBND xã An Thịnh', place: 'An Thịnh' },
  number: '15',
  date: '2026-01-20',
  year: 2026,
  title: 'Kế hoạch nâng cao Chỉ số PAPI năm 2026',
  sections: [
    { label: '', heading: '', paragraphs: ['Ủy ban nhân dân xã ban hành Kế hoạch như sau:'], children: [] },
    { label: 'I.', heading: 'MỤC ĐÍCH', paragraphs: ['Làm đúng việc.'], children: [] },
    { label: 'II.', heading: 'NHIỆM VỤ', paragraphs: [rich, table, 'Các việc khác làm theo Phụ lục./.'], children: [] },
  ],
  rows: [],
  recipients: ['Lưu: VT.'],
  signer: { authority: 'TM. ỦY BAN NHÂN DÂN', title: 'CHỦ TỊCH', name: 'Nguyễn Văn An' },
});

describe('tables in the body', () => {
  it('BB4: Word has real header rows, merged cells and looks, and our own reader gives the same blocks back', async () => {
    const bytes = await toDocx(document);
    const written = readWord(bytes).find((block) => 'table' in block && block.table.length > 10);
    if (!written || !('table' in written)) throw new Error('the table is not in the Word file');
    expect(written.table.map((row) => row.header).slice(0, 3)).toEqual([true, true, false]);
    const read = readDocument(bytes, 'ke-hoach.docx');
    if (!read.ok) throw new Error(read.error.message);
    const section = read.value.plan?.sections.find(({ heading }) => heading === 'NHIỆM VỤ');
    expect(section?.paragraphs[0]).toEqual(rich);
    expect(section?.paragraphs[2]).toBe('Các việc khác làm theo Phụ lục./.');
    const back = section?.paragraphs[1];
    if (typeof back !== 'object' || back.type !== 'table') throw new Error('no table came back');
    expect({ ...back, columns: [] }).toEqual({ ...table, columns: [] });
    const total = back.columns.reduce((sum, { share }) => sum + share, 0);
    expect(back.columns.map(({ share }) => Math.round((share / total) * 6))).toEqual([1, 3, 2]);
    expect(back.columns.map(({ align }) => align)).toEqual(['center', 'left', 'left']);
  });

  it('the print has the head apart, so that the browser repeats it, and 12 pt letters', () => {
    const html = toPrintHtml(document);
    expect(html).toContain('<table class="grid" style="font-size:12pt">');
    expect(html).toMatch(/<thead><tr><th scope="col" rowspan="2"><p>TT<\/p><\/th><th scope="col" colspan="2">/);
    expect(html).toContain('<b>trước 15/6</b> và <i>đúng</i>');
    expect(html).toContain('<p>Niêm yết lần 60 <b>tại thôn</b></p>');
  });
});
