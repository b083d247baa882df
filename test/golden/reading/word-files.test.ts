import { describe, expect, it } from 'vitest';
import type { ReadPlan } from '../../../shared/plan/read-plan.ts';
import { layOut, smallPlan } from './plan-table.ts';
import { readBytes } from './read-bytes.ts';
import { docxByLibrary, docxOfXml, wordParagraph, wordTable } from './writers.ts';

const words = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const tc = (content: string, settings = '') => `<w:tc><w:tcPr>${settings}</w:tcPr>${content}</w:tc>`;
const cellOf = (text: string, settings = '') =>
  tc(
    text
      .split('\n')
      .map((line) => wordParagraph(line))
      .join(''),
    settings,
  );
const tr = (cells: string, settings = '') =>
  `<w:tr>${settings === '' ? '' : `<w:trPr>${settings}</w:trPr>`}${cells}</w:tr>`;
const tbl = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;
const head = tr(['TT', 'Nhiệm vụ', 'Kết quả', 'Đơn vị chủ trì', 'Thời gian'].map((text) => cellOf(text)).join(''));
const row = (...texts: string[]) => tr(texts.map((text) => cellOf(text)).join(''));
const texts = (plan: ReadPlan) =>
  plan.source.blocks.map((block) =>
    block.type === 'paragraph' ? block.text : block.cells.map((cell) => cell.text).join(' | '),
  );

describe('rows and tables cut by pages', () => {
  it('RD7 joins a row cut within a sentence, and one cut between tasks', () => {
    const plan = readBytes(
      docxOfXml(
        tbl(
          head,
          row('1', '- Công khai danh sách hộ nghèo tại trụ sở\n- Tổ chức họp dân để', 'Biên bản', 'UBND xã', 'Quý I'),
          row('', 'lấy ý kiến.\n- Niêm yết kết quả.', '', '', ''),
          row('2', '- Việc khác.', 'Báo cáo', 'Công an xã', 'Quý II'),
        ),
      ),
    );
    expect(plan.rows.map((one) => one.tasks)).toEqual([
      ['Công khai danh sách hộ nghèo tại trụ sở', 'Tổ chức họp dân để lấy ý kiến.', 'Niêm yết kết quả.'],
      ['Việc khác.'],
    ]);
  });

  it('RD7 carries a table on in the next one, with or without its head, past a page number', () => {
    const first = tbl(head, row('1', 'Việc một.', 'Báo cáo', 'UBND xã', 'Quý I'));
    const withHead = tbl(head, row('2', 'Việc hai.', 'Báo cáo', 'Công an xã', 'Quý II'));
    const withoutHead = tbl(row('3', 'Việc ba.', 'Báo cáo', 'Trạm Y tế', 'Quý III'));
    const plan = readBytes(docxOfXml(first + wordParagraph('7') + withHead + wordParagraph('') + withoutHead));
    expect(plan.rows.map((one) => [one.no, one.tasks[0], one.lead, one.time])).toEqual([
      ['1', 'Việc một.', 'UBND xã', 'Quý I'],
      ['2', 'Việc hai.', 'Công an xã', 'Quý II'],
      ['3', 'Việc ba.', 'Trạm Y tế', 'Quý III'],
    ]);
    expect(plan.rows.map((one) => one.place?.block)).toEqual([0, 2, 4]);
  });

  it('RD11 takes each table for the area of its heading where every area has a table', async () => {
    const areas = [smallPlan.slice(0, 2), smallPlan.slice(2, 4)];
    const grids = areas.map((rows) =>
      layOut(rows, { order: ['no', 'component', 'tasks', 'results', 'lead', 'executors', 'time'] }),
    );
    const plan = readBytes(
      await docxByLibrary(
        grids,
        areas.map((rows) => `${rows[0]!.no}. ${rows[0]!.dimension}`),
      ),
    );
    expect(plan.rows.map((one) => one.dimension)).toEqual(smallPlan.slice(0, 4).map((one) => one.dimension));
    expect(plan.rows.map((one) => one.component)).toEqual(smallPlan.slice(0, 4).map((one) => one.component));
  });
});

describe('cells that point above', () => {
  it('RD8 repeats the row above for nt, quotation marks and như trên', () => {
    const plan = readBytes(
      docxOfXml(
        tbl(
          head,
          row('1', 'Việc một.', 'Báo cáo năm', 'UBND xã', 'Quý I'),
          row('2', 'Việc hai.', 'nt', '-nt-', '"'),
          row('3', 'Việc ba.', '”', 'Như trên', 'nt.'),
        ),
      ),
    );
    expect(plan.rows.map((one) => [one.results, one.lead, one.time])).toEqual(
      Array.from({ length: 3 }, () => [['Báo cáo năm'], 'UBND xã', 'Quý I']),
    );
  });
});

describe('columns of quarters', () => {
  const quarterHead = [
    tr(
      [
        cellOf('TT', '<w:vMerge w:val="restart"/>'),
        cellOf('Nội dung nhiệm vụ', '<w:vMerge w:val="restart"/>'),
        cellOf('Bộ phận phụ trách', '<w:vMerge w:val="restart"/>'),
        cellOf('Tiến độ thực hiện', '<w:gridSpan w:val="4"/>'),
        cellOf('Ghi chú', '<w:vMerge w:val="restart"/>'),
      ].join(''),
    ),
    tr(
      [
        ...['', '', ''].map(() => tc('<w:p/>', '<w:vMerge/>')),
        ...['Quý I', 'Quý II', 'Quý III', 'Quý IV'].map((text) => cellOf(text)),
        tc('<w:p/>', '<w:vMerge/>'),
      ].join(''),
    ),
  ];

  it('RD10 gives the quarters that are ticked, and what is written in them', () => {
    const plan = readBytes(
      docxOfXml(
        tbl(
          ...quarterHead,
          row('1', 'Việc một.', 'Văn phòng', 'x', '', 'X', '', ''),
          row('2', 'Việc hai.', 'Công an xã', '', 'Báo cáo 6 tháng', '', 'Báo cáo năm', 'Gửi huyện'),
        ),
      ),
    );
    expect(plan.rows.map((one) => [one.lead, one.time, one.note])).toEqual([
      ['Văn phòng', 'Quý I, Quý III', ''],
      ['Công an xã', 'Quý II: Báo cáo 6 tháng; Quý IV: Báo cáo năm', 'Gửi huyện'],
    ]);
    expect(plan.columns.map((column) => column.meaning)).toEqual([
      'no',
      'task',
      'lead',
      'time',
      'time',
      'time',
      'time',
      'note',
    ]);
  });
});

describe('what Word keeps beside the words', () => {
  it('RD3 keeps insertions, drops deletions, moved text, deleted rows and comments', () => {
    const changed =
      '<w:p><w:r><w:t>Việc </w:t></w:r><w:del><w:r><w:delText>cũ</w:delText><w:t>cũ</w:t></w:r></w:del><w:ins><w:r><w:t>mới</w:t></w:r></w:ins>' +
      '<w:moveFrom><w:r><w:t> bỏ</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t> giữ</w:t></w:r></w:moveTo><w:commentRangeStart w:id="1"/><w:r><w:t>.</w:t></w:r><w:r><w:commentReference w:id="1"/></w:r></w:p>';
    const plan = readBytes(
      docxOfXml(
        tbl(
          head,
          tr([cellOf('1'), tc(changed), cellOf('Báo cáo'), cellOf('UBND xã'), cellOf('Quý I')].join('')),
          tr([cellOf('2'), cellOf('Hàng đã xóa'), cellOf('x'), cellOf('y'), cellOf('z')].join(''), '<w:del w:id="3"/>'),
        ),
        {
          'word/comments.xml': `<w:comments ${words}><w:comment><w:p><w:r><w:t>Ghi chú riêng</w:t></w:r></w:p></w:comment></w:comments>`,
        },
      ),
    );
    expect(plan.rows.map((one) => one.tasks)).toEqual([['Việc mới giữ.']]);
    expect(JSON.stringify(plan)).not.toContain('Ghi chú riêng');
  });

  it('joins paragraphs whose mark was deleted, reads text boxes once, skips hidden text', () => {
    const box =
      '<w:p><w:r><mc:AlternateContent xmlns:mc="x"><mc:Choice><w:drawing><wps:txbx xmlns:wps="y"><w:txbxContent><w:p><w:r><w:t>Trong khung</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>Trong khung</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>';
    const plan = readBytes(
      docxOfXml(
        `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">Đoạn đầu </w:t></w:r></w:p>${wordParagraph('nối tiếp.')}${box}<w:p><w:r><w:t>Thấy</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Ẩn</w:t></w:r></w:p>`,
      ),
    );
    expect(texts(plan).filter((text) => text !== '')).toEqual(['Đoạn đầu nối tiếp.', 'Trong khung', 'Thấy']);
  });

  it('computes automatic numbers: in lists, in empty cells, from styles, restarted and with levels', () => {
    const level = (index: number, format: string, pattern: string, more = '') =>
      `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${pattern}"/></w:lvl>`;
    const numbering = `<w:numbering ${words}><w:abstractNum w:abstractNumId="0">${level(0, 'upperRoman', '%1.', '<w:pStyle w:val="Muc"/>')}${level(1, 'decimal', '%2.')}${level(2, 'decimal', '%2.%3.')}${level(3, 'lowerLetter', '%4)')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${level(0, 'bullet', '\uF0B7')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>`;
    const styles = `<w:styles ${words}><w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="MucCon"><w:basedOn w:val="Muc"/></w:style></w:styles>`;
    const inList = (text: string, list: number, depth = 0) =>
      wordParagraph(text, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`);
    const numbered = (list: number) =>
      tc(`<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr></w:pPr></w:p>`);
    const body = [
      wordParagraph('MỤC ĐÍCH', '<w:pStyle w:val="Muc"/>'),
      inList('Mục đích', 1, 1),
      inList('Chi tiết', 1, 2),
      inList('Điểm', 1, 3),
      inList('Điểm nữa', 1, 3),
      wordParagraph('NHIỆM VỤ', '<w:pStyle w:val="MucCon"/>'),
      inList('Nhiệm vụ một', 1, 1),
      inList('Gạch đầu dòng', 3),
      tbl(
        head,
        tr(numbered(2) + ['Việc một.', 'Báo cáo', 'UBND xã', 'Quý I'].map((text) => cellOf(text)).join('')),
        tr(
          numbered(2) +
            [
              tc(inList('Việc hai.', 3) + inList('Việc ba.', 3)),
              ...['Báo cáo', 'UBND xã', 'Quý I'].map((text) => cellOf(text)),
            ].join(''),
        ),
      ),
      inList('Bắt đầu từ năm', 4),
      wordParagraph('Không số', '<w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
    ].join('');
    const plan = readBytes(docxOfXml(body, { 'word/numbering.xml': numbering, 'word/styles.xml': styles }));
    expect(texts(plan).filter((_, index) => index !== 8)).toEqual([
      'I. MỤC ĐÍCH',
      '1. Mục đích',
      '1.1. Chi tiết',
      'a) Điểm',
      'b) Điểm nữa',
      'II. NHIỆM VỤ',
      '1. Nhiệm vụ một',
      '• Gạch đầu dòng',
      '5 Bắt đầu từ năm',
      'Không số',
    ]);
    expect(plan.rows.map((one) => [one.no, one.tasks])).toEqual([
      ['1', ['Việc một.']],
      ['2', ['Việc hai.', 'Việc ba.']],
    ]);
    expect(plan.plan?.sections.map((section) => `${section.label} ${section.heading}`).slice(0, 2)).toEqual([
      'I. MỤC ĐÍCH',
      'II. NHIỆM VỤ',
    ]);
  });

  it('keeps the words of a table inside a cell and opens a frame of one cell', () => {
    const inner = tbl(row('a', 'b'), row('c', 'd'));
    const plan = readBytes(
      docxOfXml(
        tbl(tr(tc(wordTable(layOut(smallPlan)))), tr(tc(wordParagraph('Dưới bảng')))) +
          tbl(tr(tc(wordParagraph('Ngoài') + inner) + cellOf('bên'))),
      ),
    );
    expect(plan.rows).toHaveLength(smallPlan.length);
    expect(texts(plan).at(-1)).toBe('Ngoài\na b\nc d | bên');
  });

  it('RD3 reads combining marks, NBSP, soft hyphens and zero-width signs as plain composed text', () => {
    const plan = readBytes(
      docxOfXml(
        tbl(head, row('1', 'Công khai\u00A0ngân\u00ADsách\u200B.'.normalize('NFD'), 'Báo cáo', 'Uỷ ban', 'Quý I')),
      ),
    );
    expect(plan.rows[0]!.tasks).toEqual(['Công khai ngânsách.']);
    expect(plan.rows[0]!.tasks[0]).toBe(plan.rows[0]!.tasks[0]!.normalize('NFC'));
  });

  it('decodes runs in .VnTime, .VnTimeH and VNI-Times, each by its own font', () => {
    const run = (text: string, font: string) =>
      `<w:r><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
    const plan = readBytes(
      docxOfXml(
        [
          `<w:p>${run('ñy ban nh©n d©n', '.VnTimeH')}</w:p>`,
          `<w:p>${run('Céng hßa x· h', '.VnTime')}${run('éi chñ nghÜa ViÖt Nam', '.VnTime')}</w:p>`,
          `<w:p>${run('Coäng hoøa xaõ hoäi, Ñoäc laäp', 'VNI-Times')}</w:p>`,
          `<w:p>${run('Gõ Unicode trong phông cũ', '.VnTime')}</w:p>`,
          `<w:p>${run('H\uF0B9nh phóc', '.VnTime')}</w:p>`,
        ].join(''),
      ),
    );
    expect(texts(plan)).toEqual([
      'ỦY BAN NHÂN DÂN',
      'Cộng hòa xã hội chủ nghĩa Việt Nam',
      'Cộng hòa xã hội, Độc lập',
      'Gõ Unicode trong phông cũ',
      'Hạnh phúc',
    ]);
    expect(plan.encoding).toBe('TCVN3, VNI');
  });
});

describe('the head of a plan typed with tabs instead of a table', () => {
  const bold = (text: string) => wordParagraph(text, '<w:jc w:val="center"/>', '<w:b/>');
  const plan = readBytes(
    docxOfXml(
      [
        '<w:p><w:r><w:t>ỦY BAN NHÂN DÂN</w:t><w:tab/><w:t>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</w:t></w:r></w:p>',
        '<w:p><w:r><w:t>PHƯỜNG ĐƯỜNG HÀO</w:t><w:tab/><w:t>Độc lập - Tự do - Hạnh phúc</w:t></w:r></w:p>',
        '<w:p><w:r><w:t>Số: 15 /KH - UBND</w:t><w:tab/><w:t>Đường Hào, ngày 05 tháng 02 năm 2026</w:t></w:r></w:p>',
        bold('KẾ HOẠCH'),
        bold('Nâng cao Chỉ số PAPI'),
        bold('phường Đường Hào năm 2026'),
        wordParagraph(''),
        wordParagraph('Căn cứ Luật Tổ chức chính quyền địa phương;'),
        wordParagraph('Căn cứ Kế hoạch số 12/KH-UBND ngày 10/01/2026 của UBND tỉnh;'),
        wordParagraph('UBND phường ban hành kế hoạch như sau:'),
        wordParagraph('A. MỤC ĐÍCH', '', '<w:b/>'),
        wordParagraph('I. Chung', '', '<w:b/>'),
        wordParagraph('1. Một.'),
        wordParagraph('B. TỔ CHỨC THỰC HIỆN', '', '<w:b/>'),
        wordParagraph('1. Văn phòng HĐND và UBND có trách nhiệm theo dõi, đôn đốc.'),
        '<w:p><w:r><w:t>Nơi nhận:</w:t><w:tab/><w:t>TM. ỦY BAN NHÂN DÂN</w:t></w:r></w:p>',
        '<w:p><w:r><w:t>- UBND tỉnh;</w:t><w:tab/><w:t>KT. CHỦ TỊCH</w:t></w:r></w:p>',
        '<w:p><w:r><w:t>- Lưu: VT.</w:t><w:tab/><w:t>PHÓ CHỦ TỊCH</w:t></w:r></w:p>',
        '<w:p><w:r><w:tab/><w:t>Nguyễn Thị Hoa</w:t></w:r></w:p>',
      ].join(''),
    ),
  );

  it('gives number, date, issuer, title, basis, recipients and who signs', () => {
    expect(plan.plan).toMatchObject({
      number: '15/KH-UBND',
      date: '2026-02-05',
      place: 'Đường Hào',
      issuer: 'UBND phường Đường Hào',
      title: 'Nâng cao Chỉ số PAPI phường Đường Hào năm 2026',
      year: 2026,
      recipients: ['UBND tỉnh', 'Lưu: VT'],
      signer: { authority: 'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH', title: 'PHÓ CHỦ TỊCH', name: 'Nguyễn Thị Hoa' },
    });
    expect(plan.plan?.basis).toHaveLength(2);
    expect(plan.plan?.preamble).toEqual(['UBND phường ban hành kế hoạch như sau:']);
  });

  it('nests A, I and 1 and finds the officer inside the sentence', () => {
    const [first] = plan.plan!.sections;
    expect([first!.label, first!.children[0]!.label, first!.children[0]!.children[0]!.label]).toEqual([
      'A.',
      'I.',
      '1.',
    ]);
    expect(plan.rows.map((one) => [one.lead, one.tasks])).toEqual([
      ['Văn phòng HĐND và UBND', ['Có trách nhiệm theo dõi, đôn đốc.']],
    ]);
  });
});
