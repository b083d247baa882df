/** A decision: who decides, basis, articles, and the chapters of the regulation it carries. */
import { describe, expect, it } from 'vitest';
import { toDocx } from '../../../electron/documents/write/to-docx.ts';
import type { DocumentNode } from '../../../shared/document/model.ts';
import { documentOf, head, signature } from '../document/samples-of-nodes.ts';
import { check, type Edit, edited, inText, paragraphOf } from './right-document.ts';

const text = (words: string): DocumentNode => ({ type: 'paragraph', runs: [{ text: words }] });
const article = (number: string, words: string): DocumentNode => ({
  type: 'paragraph',
  runs: [{ text: `Điều ${number}. `, bold: true }, { text: words }],
});

const file = toDocx(
  documentOf([
    { ...head, symbol: 'QĐ-UBND' } as DocumentNode,
    { type: 'typeTitle', typeName: 'Quyết định', subject: ['Ban hành Quy chế tiếp công dân'] },
    text('NGƯỜI QUYẾT ĐỊNH'),
    { type: 'basis', lines: ['Căn cứ Luật Tiếp công dân', 'Theo đề nghị của Chánh Văn phòng'] },
    text('QUYẾT ĐỊNH:'),
    text('Chương I'),
    text('QUY ĐỊNH CHUNG'),
    article('1', 'Phạm vi điều chỉnh của Quy chế.'),
    text('1. Tiếp công dân tại trụ sở;'),
    text('2. Tiếp công dân tại thôn.'),
    article('2', 'Thời gian tiếp công dân.'),
    text('1. Sáng thứ Hai;'),
    text('2. Chiều thứ Năm./.'),
    signature,
  ]),
);

/** What the model has no node for: centred bold lines. */
const centred = (words: string): Edit =>
  inText(
    new RegExp(`<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r>(<w:t[^>]*>${words}</w:t></w:r></w:p>)`),
    '<w:p><w:pPr><w:pStyle w:val="BodyText"/><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr>$1',
  );
const set = ['NGƯỜI QUYẾT ĐỊNH', 'QUYẾT ĐỊNH:', 'Chương I', 'QUY ĐỊNH CHUNG'].map(centred);
const rulesAfter = async (...edits: Edit[]): Promise<string[]> => [
  ...new Set(check(edited(await file, ...set, ...edits)).findings.map(({ rule }) => rule)),
];

describe('TT10, TT16 decisions and regulations', () => {
  it('a right one has no finding; clauses start anew under each article', async () => {
    expect(await rulesAfter()).toEqual([]);
    const { passed } = check(edited(await file, ...set));
    for (const rule of ['basis.marks', 'article.bold', 'division.align', 'numbering.article', 'numbering.arabic'])
      expect(passed).toContain(rule);
  });

  it.each<[string, Edit]>([
    ['numbering.article', inText('Điều 2. ', 'Điều 3. ')],
    ['numbering.article', inText('Điều 2. ', 'Điều 1. ')],
    ['article.form', inText('Điều 2. ', 'Điều 2: ')],
    ['article.bold', inText(/<w:rPr><w:b\/><w:bCs\/><\/w:rPr>(<w:t[^>]*>Điều 2)/, '$1')],
    ['numbering.arabic', inText('2. Chiều thứ Năm', '3. Chiều thứ Năm')],
    ['division.number', inText('Chương I<', 'Chương 1<')],
    ['division.letters', inText('QUY ĐỊNH CHUNG', 'Quy định chung')],
    ['division.bold', inText(/<w:rPr><w:b\/><\/w:rPr>(<w:t[^>]*>Chương I)/, '$1')],
    ['divisionTitle.bold', inText(/<w:rPr><w:b\/><\/w:rPr>(<w:t[^>]*>QUY ĐỊNH CHUNG)/, '$1')],
    [
      'division.align',
      inText(/<w:jc w:val="center"\/>(<\/w:pPr><w:r><w:rPr><w:b\/><\/w:rPr><w:t[^>]*>Chương I)/, '$1'),
    ],
  ])('%s', async (rule, edit) => {
    expect(await rulesAfter(edit)).toEqual([rule]);
  });

  it('division.size', async () => {
    const sized = (half: number) =>
      inText(/<w:rPr><w:b\/><\/w:rPr>(<w:t[^>]*>Chương I)/, `<w:rPr><w:b/><w:sz w:val="${half}"/></w:rPr>$1`);
    for (const wrong of [25, 29]) expect(await rulesAfter(sized(wrong))).toEqual(['division.size']);
    expect(await rulesAfter(paragraphOf('NationalName', '<w:keepNext/>'))).toEqual([]);
  });
});

it('TT18 a chairman who decides in his own right signs for nobody', async () => {
  const signed = edited(await file, ...set, inText('TM. ỦY BAN NHÂN DÂN', ''), inText('KT. CHỦ TỊCH', 'CHỦ TỊCH'));
  const rulesOf = (bytes: Uint8Array) => check(bytes).findings.map(({ rule }) => rule);
  expect(rulesOf(edited(signed, inText('PHÓ CHỦ TỊCH', '')))).toContain('signing.collective');
  const own = inText('NGƯỜI QUYẾT ĐỊNH', 'CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ AN BÌNH');
  expect(rulesOf(edited(signed, own, inText('PHÓ CHỦ TỊCH', '')))).not.toContain('signing.collective');
});
