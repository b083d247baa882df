import { describe, expect, it } from 'vitest';
import type { DocumentNode } from '../../../shared/document/model.ts';
import { textWidth } from '../../../shared/document/text-width.ts';
import { bodyHtml, escapeHtml, toPreviewHtml, toPrintHtml } from '../../../shared/document/to-html.ts';
import { annexHead, documentOf, everyNode, grid, head, signature } from './samples-of-nodes.ts';

const html = (...nodes: DocumentNode[]): string => bodyHtml(documentOf(nodes)).replaceAll('\u00A0', '_');

/** The texts of all elements of one class, in order. */
const texts = (markup: string, name: string): string[] =>
  [...markup.matchAll(new RegExp(`<(\\w+) class="${name}(?: [^"]*)?"[^>]*>(.*?)</\\1>`, 'gs'))].map(
    (match) => match[2] ?? '',
  );

describe('print HTML: one node type at a time', () => {
  it('officialHead (DC3, DC4, DC5, DC6)', () => {
    const markup = html(head);
    expect(texts(markup, 'issuingAgency')).toEqual(['ỦY BAN NHÂN DÂN', 'XÃ AN BÌNH']);
    expect(texts(markup, 'superiorAgency')).toEqual([]);
    expect(texts(markup, 'nationalName')).toEqual(['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']);
    expect(texts(markup, 'number')).toEqual(['Số: 08/BC-UBND']);
    expect(texts(markup, 'placeAndDate')).toEqual(['An Bình, ngày 05 tháng 01 năm 2024']);
    expect(markup.match(/class="rule"/g)).toHaveLength(2);
    expect(texts(html({ ...head, superior: 'UBND huyện' } as DocumentNode), 'superiorAgency')).toEqual(['UBND HUYỆN']);
  });

  it('typeTitle with a line below (DC3, DC4)', () => {
    const markup = html({ type: 'typeTitle', typeName: 'Kế hoạch', subject: ['Nâng cao', 'năm 2024'] });
    expect(texts(markup, 'typeName')).toEqual(['KẾ HOẠCH']);
    expect(texts(markup, 'subject')).toEqual(['Nâng cao', 'năm 2024']);
    expect(markup).toContain('class="rule"');
  });

  it('addressees and basis (DC8)', () => {
    expect(texts(html({ type: 'addressees', names: ['UBND huyện'] }), 'addressees')).toEqual(['Kính gửi: UBND huyện.']);
    expect(html({ type: 'addressees', names: ['A', 'B'] })).toContain('<p>- A;</p><p>- B.</p>');
    expect(texts(html({ type: 'basis', lines: ['Căn cứ A', 'Căn cứ B'] }), 'basis')).toEqual([
      'Căn cứ A;',
      'Căn cứ B.',
    ]);
  });

  it('headings by level; only the first is in capitals (DC3)', () => {
    const markup = html(
      { type: 'heading', level: 1, label: 'I.', text: 'Kết quả' },
      { type: 'heading', level: 2, label: '1.', text: 'Kết quả' },
      { type: 'heading', level: 4, label: '', text: 'Kết quả' },
    );
    expect(markup).toContain('<h1 class="heading1">I. KẾT QUẢ</h1>');
    expect(markup).toContain('<h2 class="heading2">1. Kết quả</h2>');
    expect(markup).toContain('<h4 class="heading4">Kết quả</h4>');
  });

  it('paragraph and listItem with bold and italic runs', () => {
    expect(
      texts(html({ type: 'paragraph', runs: [{ text: 'a', bold: true, italic: true }, { text: 'b' }] }), 'body'),
    ).toEqual(['<b><i>a</i></b>b']);
    expect(texts(html({ type: 'listItem', level: 2, marker: '+', runs: [{ text: 'b' }] }), 'body item2')).toEqual([
      '+ b',
    ]);
    expect(texts(html({ type: 'paragraph', runs: [] }), 'body')).toEqual(['&nbsp;']);
  });

  it('table: header group, spans, several paragraphs (DC11)', () => {
    const markup = html(grid);
    expect(markup).toContain(
      '<thead><tr><th scope="col"><p>TT</p></th><th scope="col" colspan="2"><p>Nội dung</p></th></tr></thead>',
    );
    expect(markup).toContain('<td class="center" rowspan="2"><p>1</p></td>');
    expect(markup).toContain('<p>đoạn một</p><p>đoạn hai</p>');
    expect(markup).toContain('<tr><td class="left"><p>Cơ hội</p></td>');
  });

  it('signatureBlock; the text before keeps with it (DC7, DC8, DC15)', () => {
    const markup = html({ type: 'paragraph', runs: [{ text: 'hết./.' }] }, signature);
    expect(markup).toContain('<p class="body keep">hết./.</p>');
    expect(texts(markup, 'signingAuthority')).toEqual(['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']);
    expect(texts(markup, 'recipients')).toEqual(['- UBND huyện;', '- Lưu: VT.']);
    expect(texts(markup, 'signerName')).toEqual(['Trần Văn Bình']);
  });

  it('annexHead with blanks (DC10)', () => {
    const markup = html(annexHead);
    expect(texts(markup, 'annexTitle')).toEqual(['BIỂU TỔNG HỢP']);
    expect(texts(markup, 'annexReference')).toEqual([
      '(Kèm theo Báo cáo số ______/BC-UBND ngày _____ tháng _____ năm 2024 của UBND xã An Bình)',
    ]);
  });
});

describe('print HTML: the page', () => {
  it('DC1, DC2: a named page per section with its own counter, hidden on the first page', () => {
    const page = toPrintHtml(everyNode);
    expect(page).toMatch(
      /@page section1\{size:210mm 297mm;margin:20mm 15mm 20mm 30mm;counter-increment:section1;@top-center\{content:counter\(section1,afterFirst\)/,
    );
    expect(page).toMatch(/@page section2\{size:297mm 210mm/);
    expect(page).toContain('range:2 infinite');
    expect(page).toContain('<section class="sheet landscape section2">');
  });

  it('brings its own policy: nothing is loaded, nothing runs', () => {
    const page = toPrintHtml(everyNode);
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(page).not.toMatch(/<script|https?:|url\(/);
  });

  it('DC12: text is never markup, in print, preview and marks', () => {
    const nasty = '<img src=x onerror="alert(1)">&\u0000';
    const document = { ...documentOf([{ type: 'paragraph', runs: [{ text: nasty }] }]), title: nasty };
    for (const page of [toPrintHtml(document), toPreviewHtml(document, { marks: ['<img', nasty] })]) {
      expect(page).not.toContain('<img');
      expect(page).not.toContain('\u0000');
      expect(page).toContain('&lt;img');
    }
    expect(escapeHtml(`'"<>&`)).toBe('&#39;&quot;&lt;&gt;&amp;');
  });

  it('marks stretches on the screen and never on paper', () => {
    const document = documentOf([{ type: 'paragraph', runs: [{ text: 'tại 9/11 thôn và 9/11 phố' }] }]);
    const marks = ['9/11', '9/11 thôn', ''];
    expect(toPreviewHtml(document, { marks })).toContain('tại <mark>9/11 thôn</mark> và <mark>9/11</mark> phố');
    expect(toPrintHtml(document, { marks })).not.toContain('<mark>');
  });

  it('every class used in the body is styled, or known to need none', () => {
    const page = toPreviewHtml(everyNode);
    const [style = '', body = ''] = page.split('</style>');
    const used = new Set([...body.matchAll(/class="([^"]+)"/g)].flatMap((match) => (match[1] ?? '').split(' ')));
    const plain = ['agency', 'nation', 'portrait', 'item1'];
    expect([...used].filter((name) => !plain.includes(name) && !style.includes(`.${name}`))).toEqual([]);
  });
});

it('DC4: the line under a subject of two printed lines is a third to a half of these, not of the whole width', () => {
  const subject = 'Nâng cao Chỉ số Hiệu quả quản trị và hành chính công (PAPI) xã An Thịnh năm 2026';
  const markup = bodyHtml({
    title: 'x',
    sections: [{ orientation: 'portrait', nodes: [{ type: 'typeTitle', typeName: 'KẾ HOẠCH', subject: [subject] }] }],
  });
  const rule = Number(/class="rule" style="width:([\d.]+)mm"/.exec(markup)?.[1]);
  // Set in lines of equal length, each is about half as long as the subject in one.
  const printedLine = textWidth(subject, 14, 'bold') / 2;
  expect(printedLine).toBeLessThan(130);
  expect(rule).toBeGreaterThan(printedLine / 3);
  expect(rule).toBeLessThan(printedLine / 2);
});
