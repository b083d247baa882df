/**
 * Real plans, and what the checker says of each. Every finding was held against the file and is right; a change here is to be
 * looked at in the file before it is kept.
 */
import { expect, it } from 'vitest';
import { describeWithSamples, sample } from '../../support/samples.ts';
import { check } from './right-document.ts';

const findingsOf = (name: string): string[][] =>
  check(sample(name)).findings.map(({ severity, rule, found, paragraphs }) => [
    severity,
    rule,
    found,
    String(paragraphs.length),
  ]);

describeWithSamples('real plans', () => {
  it('Lục Ba: đ left out, points with a dot and in bold italics, recipients, signature without TM.', () => {
    expect(findingsOf('luc-ba-2024.docx')).toEqual([
      ['error', 'numbering.alphabet', 'e.', '1'],
      ['error', 'recipients.marks', '- TT Đảng ủy, TT HĐND xã', '1'],
      ['error', 'recipients.archive', '- Lưu: VP.', '1'],
      ['warning', 'heading3.bold', 'chữ đậm', '9'],
      ['warning', 'heading3.italic', 'chữ nghiêng', '9'],
      ...['a.', 'b.', 'c.', 'd.', 'e.'].map((label) => ['warning', 'numbering.form', label, '1']),
      ['warning', 'signing.collective', 'CHỦ TỊCH', '1'],
    ]);
  });

  it('Minh Tiến: a draft typed with tabs, otherwise right', () => {
    expect(findingsOf('minh-tien-2024.docx')).toEqual([
      ['note', 'number.blank', 'để trống', '1'],
      ['note', 'date.blank', 'để trống', '1'],
      ['note', 'body.tab', 'thụt đầu dòng bằng phím Tab', '53'],
    ]);
  });

  it('Như Quỳnh: section I twice, narrow annex pages, annex numbered on from the text', () => {
    expect(findingsOf('nhu-quynh-2024.docx')).toEqual([
      ['error', 'numbering.roman', 'I.', '1'],
      ['warning', 'page.margin.top.landscape', '18 mm', '0'],
      ['warning', 'page.margin.bottom.landscape', '15 mm', '0'],
      ['warning', 'page.margin.left.landscape', '18 mm', '0'],
      ['warning', 'page.margin.right.landscape', '12 mm', '0'],
      ['warning', 'pageNumber.hiddenOnAnnexFirst', 'trang đầu của phụ lục có số trang', '0'],
      ['warning', 'pageNumber.annexOwn', 'đánh số tiếp theo văn bản', '1'],
      ['note', 'heading4.italic', 'chữ nghiêng', '10'],
      ['note', 'numbering.decimal.used', 'đánh số kiểu 1.1, 1.2', '10'],
    ]);
  });
});
