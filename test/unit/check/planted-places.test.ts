/** Faults of place and presence, and elements our plan does not have: letters, superiors, second annexes. */
import { describe, expect, it } from 'vitest';
import { toDocx } from '../../../electron/documents/write/to-docx.ts';
import type { DocumentNode } from '../../../shared/document/model.ts';
import { documentOf, head, signature } from '../document/samples-of-nodes.ts';
import { check, type Edit, edited, inSection, inText, plan, planFile, report, runsOf } from './right-document.ts';

const rulesOf = (file: Uint8Array): string[] => [...new Set(check(file).findings.map(({ rule }) => rule))];
const rulesAfter = async (...edits: Edit[]): Promise<string[]> => rulesOf(edited(await planFile, ...edits));

/** Changes the cells of a table of the text, from 0, row by row. */
const inTable =
  (which: number, change: (rows: string[][]) => string[][]): Edit =>
  (part, set) => {
    let at = -1;
    const xml = part('word/document.xml').replace(/<w:tbl>.*?<\/w:tbl>/g, (table) => {
      at += 1;
      if (at !== which) return table;
      const start = table.slice(0, table.indexOf('<w:tr>'));
      const rows = [...table.matchAll(/<w:tr>.*?<\/w:tr>/g)].map((row) =>
        [...row[0].matchAll(/<w:tc>.*?<\/w:tc>/g)].map((cell) => cell[0]),
      );
      return `${start}${change(rows)
        .map((cells) => `<w:tr>${cells.join('')}</w:tr>`)
        .join('')}</w:tbl>`;
    });
    set('word/document.xml', xml);
  };

const without = (style: string): Edit =>
  inText(new RegExp(`<w:p><w:pPr><w:pStyle w:val="${style}"/>(?:(?!</w:p>).)*</w:p>`, 'g'), '<w:p/>');

describe('TT8 what must be there', () => {
  it('motto, agency, type, subject, authority', async () => {
    expect(await rulesAfter(without('Motto'))).toEqual(['motto.present']);
    expect(await rulesAfter(without('IssuingAgency'))).toEqual(['issuingAgency.present']);
    expect(await rulesAfter(without('TypeName'))).toContain('typeName.present');
    expect(await rulesAfter(without('SigningAuthority'), without('SignerName'))).toEqual([
      'signingAuthority.present',
      'signerName.present',
    ]);
    const noSubject = [
      without('Subject'),
      inText(/<w:p><w:pPr><w:pBdr>(?:(?!<\/w:p>).)*<w:ind w:left="[3-9]\d{3}".*?<\/w:p>/, ''),
    ];
    expect(await rulesAfter(...noSubject)).toEqual(['subject.present']);
  });
});

describe('TT9 places', () => {
  it('agency and nation have changed sides', async () => {
    const found = await rulesAfter(inTable(0, ([first = [], second = []]) => [[...first].reverse(), second]));
    expect(found).toEqual(['nationalName.place', 'issuingAgency.place', 'number.place', 'placeAndDate.place']);
  });

  it('number and date have changed sides', async () => {
    const found = await rulesAfter(inTable(0, ([first = [], second = []]) => [first, [...second].reverse()]));
    expect(found).toEqual(['number.place', 'placeAndDate.place']);
  });

  it('the date stands below the number', async () => {
    const empty = '<w:tc><w:p/></w:tc>';
    const found = await rulesAfter(
      inTable(0, ([first = [], second = []]) => [first, [second[0] ?? '', empty], [empty, second[1] ?? '']]),
    );
    expect(found).toEqual(['placeAndDate.place']);
  });

  it('the signature stands left of the recipients', async () => {
    expect(await rulesAfter(inTable(1, (rows) => rows.map((cells) => [...cells].reverse())))).toEqual([
      'signingAuthority.place',
    ]);
  });

  it('the nation alone across the page', async () => {
    const nation = /<w:p><w:pPr><w:pStyle w:val="NationalName"\/>.*?<\/w:p>/;
    const alone: Edit = (part, set) => {
      const xml = part('word/document.xml');
      const [paragraph = ''] = nation.exec(xml) ?? [];
      set('word/document.xml', xml.replace(nation, '').replace('<w:body>', `<w:body>${paragraph}`));
    };
    expect(await rulesAfter(alone)).toContain('nationalName.place');
  });

  it('the body on landscape pages', async () => {
    const turned = inSection(1, 'w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906"');
    // The line under the subject is measured from the edges of the page and grows with it.
    expect(await rulesAfter(turned)).toEqual(['page.orientation', 'subject.lineLength']);
  });
});

describe('TT13 lines', () => {
  it.each([
    ['issuingAgency.line', /(XÃ AN BÌNH<\/w:t><\/w:r><\/w:p>)<w:p><w:pPr><w:pBdr>.*?<\/w:p>/],
    ['subject.line', /(An Bình năm 2024<\/w:t><\/w:r><\/w:p>)<w:p><w:pPr><w:pBdr>.*?<\/w:p>/],
  ] as const)('%s: none', async (rule, pattern) => {
    expect(await rulesAfter(inText(pattern, '$1'))).toEqual([rule]);
  });

  const motto = /(Hạnh phúc<\/w:t><\/w:r>)(<\/w:p>)<w:p><w:pPr><w:pBdr>.*?<\/w:p>/;
  const drawing = (emu: number) =>
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:extent cx="${emu}" cy="0"/><a:graphic><a:graphicData><wps:wsp><wps:spPr><a:prstGeom prst="line"/></wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:line from="0,0" to="10pt,0"/></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

  it('a line drawn as a shape is a line, and is noted', async () => {
    expect(await rulesAfter(inText(motto, `$1${drawing(60 * 36_000)}$2`))).toEqual(['line.drawn']);
    expect(await rulesAfter(inText(motto, `$1${drawing(30 * 36_000)}$2`))).toEqual(['motto.lineLength', 'line.drawn']);
    const old = '<w:r><w:pict><v:line from="20pt,5pt" to="190pt,5pt"/></w:pict></w:r>';
    expect(await rulesAfter(inText(motto, `$1${old}$2`))).toEqual(['line.drawn']);
  });
});

describe('elements a plan does not have', () => {
  const opening: DocumentNode = { type: 'paragraph', runs: [{ text: 'Thực hiện theo quy định./.' }] };
  const parts = (...more: DocumentNode[]) =>
    toDocx(
      documentOf([head, { type: 'typeTitle', typeName: 'Báo cáo', subject: ['Kết quả'] }, ...more, opening, signature]),
    );

  it('TT10, TT21 a department has its committee above it, in capitals and not bold', async () => {
    const department = {
      ...head,
      superior: 'UBND xã An Bình',
      issuer: ['Phòng Văn hóa - Xã hội'],
      symbol: 'BC-VHXH',
    } as DocumentNode;
    const file = await toDocx(
      documentOf([department, { type: 'typeTitle', typeName: 'Báo cáo', subject: ['Kết quả'] }, opening, signature]),
    );
    const { findings, passed } = check(file);
    expect(findings).toEqual([]);
    expect(passed).toContain('superiorAgency.size');
    expect(rulesOf(edited(file, runsOf('SuperiorAgency', '<w:b/>')))).toEqual(['superiorAgency.bold']);
    expect(rulesOf(edited(file, runsOf('SuperiorAgency', '<w:sz w:val="23"/>')))).toEqual(['superiorAgency.size']);
    expect(rulesOf(edited(file, inText('UBND XÃ AN BÌNH', 'UBND xã An Bình')))).toEqual(['superiorAgency.letters']);
  });

  it('TT15 addressees: one on the line, several below with their marks', async () => {
    const several = await parts({ type: 'addressees', names: ['Sở Nội vụ', 'Sở Tài chính'] });
    expect(rulesOf(several)).toEqual([]);
    expect(rulesOf(edited(several, inText('- Sở Nội vụ;', '- Sở Nội vụ')))).toEqual(['addressees.form']);
    const one = await toDocx(report);
    const drafts = ['number.blank', 'date.blank'];
    expect(rulesOf(edited(one, inText('Kính gửi:', 'Kính gửi')))).toEqual(['addressees.form', ...drafts]);
    expect(rulesOf(edited(one, runsOf('Addressees', '<w:sz w:val="25"/>')))).toEqual(['addressees.size', ...drafts]);
    expect(rulesOf(edited(one, runsOf('Addressees', '<w:b/>')))).toEqual(['addressees.bold', ...drafts]);
    expect(rulesOf(edited(one, inText(/Kính gửi: [^<]*/, 'KÍNH GỬI: SỞ NỘI VỤ.')))).toContain('addressees.letters');
  });

  it('TT8, TT10 a letter has "V/v" under its number instead of type and subject', async () => {
    const subject = (properties: string) =>
      `<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr>${properties}</w:rPr><w:t>V/v công khai thủ tục hành chính</w:t></w:r></w:p>`;
    const file = await toDocx(
      documentOf([
        { ...head, symbol: 'UBND-VP' } as DocumentNode,
        { type: 'addressees', names: ['Sở Nội vụ'] },
        opening,
        signature,
      ]),
    );
    const letter = (properties: string) =>
      edited(file, inText(/(Số: 08\/UBND-VP<\/w:t><\/w:r><\/w:p>)/, `$1${subject(properties)}`));
    expect(rulesOf(letter('<w:sz w:val="24"/>'))).toEqual([]);
    expect(rulesOf(letter('<w:sz w:val="26"/>'))).toEqual([]);
    for (const wrong of ['<w:sz w:val="23"/>', '<w:sz w:val="27"/>', '<w:sz w:val="24"/><w:b/>'])
      expect(rulesOf(letter(wrong))).toEqual(['letterSubject.look']);
  });

  it('TT16 decimal numbers follow the one above them, and are noted', async () => {
    const decimals = (...labels: string[]) =>
      parts(
        { type: 'heading', level: 1, label: 'I.', text: 'Kết quả' },
        { type: 'heading', level: 2, label: '1.', text: 'Chung' },
        ...labels.map((label) => ({ type: 'heading', level: 3, label, text: 'Nội dung' }) as DocumentNode),
      );
    expect(rulesOf(await decimals('1.1.', '1.2.'))).toEqual(['numbering.decimal.used']);
    expect(rulesOf(await decimals('1.1.', '1.3.'))).toEqual(['numbering.decimal', 'numbering.decimal.used']);
    expect(rulesOf(await decimals('2.1.', '2.2.'))).toEqual(['numbering.decimal', 'numbering.decimal.used']);
  });

  it('TT20 two annexes carry Roman numbers in order', async () => {
    const annex = plan.sections[1];
    const labelled = (label: string) => ({
      ...annex,
      orientation: 'landscape' as const,
      nodes: (annex?.nodes ?? []).map((node) => (node.type === 'annexHead' ? { ...node, label } : node)),
    });
    const withAnnexes = async (...labels: string[]) =>
      rulesOf(await toDocx({ ...plan, sections: [...plan.sections.slice(0, 1), ...labels.map(labelled)] }));
    expect(await withAnnexes('Phụ lục I', 'Phụ lục II')).toEqual([]);
    expect(await withAnnexes('Phụ lục', 'Phụ lục')).toEqual(['annexLabel.number']);
    expect(await withAnnexes('Phụ lục I', 'Phụ lục III')).toEqual(['annexLabel.number']);
  });

  it('a long table without a repeated header row is noted', async () => {
    const [row] = plan.sections[1]?.nodes.flatMap((node) => (node.type === 'table' ? node.rows.slice(-1) : [])) ?? [];
    const tall = inText(/<w:tblHeader\/>/, '');
    expect(await rulesAfter(tall)).toEqual([]);
    expect(row).toBeDefined();
    const many: Edit = inTable(2, (rows) => [...rows, ...Array.from({ length: 12 }, () => rows.at(-1) ?? [])]);
    expect(await rulesAfter(many)).toEqual(['table.header']);
  });

  it.each([
    ['placeAndDate.letters', 'An Bình, ngày 05 tháng 01 năm 2024', 'AN BÌNH, NGÀY 05 THÁNG 01 NĂM 2024'],
    ['recipientsHead.letters', 'Nơi nhận:', 'NƠI NHẬN:'],
    ['heading2.letters', '1. Mục đích', '1. MỤC ĐÍCH'],
  ])('%s: capitals', async (rule, from, to) => {
    expect(await rulesAfter(inText(from, to))).toEqual([rule]);
  });

  it('subject.letters: capitals', async () => {
    const upper: Edit = (part, set) =>
      set(
        'word/document.xml',
        part('word/document.xml').replace(
          /(<w:pStyle w:val="Subject"\/><\/w:pPr><w:r><w:t[^>]*>)([^<]*)/g,
          (_whole, start: string, words: string) => `${start}${words.toUpperCase()}`,
        ),
      );
    expect(await rulesAfter(upper)).toEqual(['subject.letters']);
  });
});

describe('TT9 a head typed on one line with tabs', () => {
  const paragraph = (style: string, ...runs: [string, string][]) =>
    `<w:p><w:pPr>${style}</w:pPr>${runs.map(([properties, words]) => `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`).join('<w:r><w:tab/></w:r>')}</w:p>`;
  const typed = (nation: string): Edit =>
    inText(
      /<w:tbl>.*?<\/w:tbl>/,
      [
        paragraph(
          '',
          ['<w:b/><w:sz w:val="26"/>', 'ỦY BAN NHÂN DÂN'],
          [`<w:b/><w:sz w:val="${nation}"/>`, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
        ),
        paragraph(
          '',
          ['<w:b/><w:sz w:val="26"/>', 'XÃ AN BÌNH'],
          ['<w:b/><w:sz w:val="28"/>', 'Độc lập - Tự do - Hạnh phúc'],
        ),
        paragraph(
          '',
          ['<w:sz w:val="26"/>', 'Số: 08/KH-UBND'],
          ['<w:i/><w:sz w:val="28"/>', 'An Bình, ngày 05 tháng 01 năm 2024'],
        ),
      ].join(''),
    );

  it('every element is found and judged; only the lines are missing, and the tabs are noted', async () => {
    const lines = ['issuingAgency.line', 'motto.line'];
    const found = await rulesAfter(typed('26'));
    expect([...found].sort()).toEqual([...lines, 'head.sideBySide'].sort());
    expect(await rulesAfter(typed('29'))).toContain('nationalName.size');
  });
});
