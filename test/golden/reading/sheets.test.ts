import { describe, expect, it } from 'vitest';
import { layOut, smallPlan } from './plan-table.ts';
import { readBytes } from './read-bytes.ts';
import { sheetXml, xlsxOfXml } from './writers.ts';

const space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const sheet = (inside: string) => `<worksheet ${space}>${inside}</worksheet>`;
const text = (ref: string, words: string) => `<c r="${ref}" t="inlineStr"><is><t>${words}</t></is></c>`;
const head = (row: number) =>
  `<row r="${row}">${['TT', 'Nhiệm vụ', 'Kết quả', 'Đơn vị chủ trì', 'Thời gian', 'Ghi chú'].map((words, index) => text(`${'ABCDEF'[index]}${row}`, words)).join('')}</row>`;
const line = (row: number, words: readonly string[], attributes = '') =>
  `<row r="${row}"${attributes}>${words.map((word, index) => (word === '' ? '' : text(`${'ABCDEF'[index]}${row}`, word))).join('')}</row>`;
const styles = `<styleSheet ${space}><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="[$-42A]d\\ &quot;tháng&quot;\\ m\\ yyyy;@"/><numFmt numFmtId="166" formatCode="mm/yyyy"/><numFmt numFmtId="167" formatCode="m/d/yy"/></numFmts><fonts><font><name val="Times New Roman"/></font><font><b/><name val=".VnTime"/></font></fonts><cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="164" fontId="0"/><xf numFmtId="165" fontId="0"/><xf numFmtId="166" fontId="0"/><xf numFmtId="9" fontId="0"/><xf numFmtId="3" fontId="0"/><xf numFmtId="0" fontId="1"/><xf numFmtId="167" fontId="0"/><xf numFmtId="2" fontId="0"/></cellXfs></styleSheet>`;
const number = (ref: string, value: string, style = 0) => `<c r="${ref}" s="${style}"><v>${value}</v></c>`;

describe('values of cells', () => {
  it('shows dates by their serial, day first, with the year 1900 as Excel counts it', () => {
    const times = [
      number('E2', '46203', 1),
      number('E3', '46203', 2),
      number('E4', '46203', 3),
      number('E5', '46203', 7),
      number('E6', '60', 1),
      number('E7', '59', 1),
      '<c r="E8" t="d"><v>2026-06-30T00:00:00</v></c>',
    ];
    const rows = times.map(
      (cell, index) =>
        `<row r="${index + 2}">${number(`A${index + 2}`, String(index + 1))}${text(`B${index + 2}`, `Việc ${index + 1}.`)}${text(`D${index + 2}`, 'UBND')}${cell}</row>`,
    );
    const plan = readBytes(
      xlsxOfXml([{ name: 'Sheet1', xml: sheet(`<sheetData>${head(1)}${rows.join('')}</sheetData>`) }], {
        'xl/styles.xml': styles,
      }),
    );
    expect(plan.rows.map((row) => row.time)).toEqual([
      '30/06/2026',
      '30/6/2026',
      '06/2026',
      '30/6/2026',
      '29/02/1900',
      '28/02/1900',
      '30/06/2026',
    ]);
    expect(plan.rows.map((row) => row.no)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  });

  it('counts from 1904 where the workbook says so', () => {
    const xml = sheet(
      `<sheetData>${head(1)}<row r="2">${number('A2', '1')}${text('B2', 'Việc.')}${number('E2', '44741', 1)}</row></sheetData>`,
    );
    const plan = readBytes(xlsxOfXml([{ name: 'A', xml }], { 'xl/styles.xml': styles }, '<workbookPr date1904="1"/>'));
    expect(plan.rows[0]!.time).toBe('30/06/2026');
  });

  it('shows the saved value of a formula, never the formula; percentages, thousands and decimals as on the sheet', () => {
    const cells = `${number('A2', '1.1', 8)}${text('B2', 'Việc.')}<c r="C2" s="4"><f>1-0.05</f><v>0.95</v></c><c r="D2" t="str"><f>CONCATENATE("UBND"," xã")</f><v>UBND xã</v></c><c r="E2" t="e"><f>1/0</f><v>#DIV/0!</v></c>${number('F2', '1250000', 5)}`;
    const plan = readBytes(
      xlsxOfXml([{ name: 'A', xml: sheet(`<sheetData>${head(1)}<row r="2">${cells}</row></sheetData>`) }], {
        'xl/styles.xml': styles,
      }),
    );
    const [row] = plan.rows;
    expect([row!.no, row!.results, row!.lead, row!.time, row!.note]).toEqual([
      '1.10',
      ['95%'],
      'UBND xã',
      '#DIV/0!',
      '1.250.000',
    ]);
    expect(JSON.stringify(plan)).not.toContain('CONCATENATE');
  });

  it('reads shared and rich texts, each run in its font, and text whose cell has a legacy font', () => {
    const shared = `<sst ${space}><si><t>C«ng khai ng©n s¸ch</t></si><si><r><rPr><rFont val="VNI-Times"/></rPr><t>Coâng an xaõ</t></r><r><rPr><rFont val="Arial"/></rPr><t xml:space="preserve"> phụ trách</t></r></si><si><t>Dòng một_x000D_\nDòng hai</t><rPh sb="0" eb="1"><t>phiên âm</t></rPh></si></sst>`;
    const cells = `${number('A2', '1')}<c r="B2" s="6" t="s"><v>0</v></c><c r="C2" t="s"><v>2</v></c><c r="D2" t="s"><v>1</v></c>`;
    const plan = readBytes(
      xlsxOfXml([{ name: 'A', xml: sheet(`<sheetData>${head(1)}<row r="2">${cells}</row></sheetData>`) }], {
        'xl/styles.xml': styles,
        'xl/sharedStrings.xml': shared,
      }),
    );
    expect([plan.rows[0]!.tasks, plan.rows[0]!.results, plan.rows[0]!.lead]).toEqual([
      ['Công khai ngân sách'],
      ['Dòng một', 'Dòng hai'],
      'Công an xã phụ trách',
    ]);
    expect(plan.encoding).toBe('TCVN3, VNI');
  });
});

describe('what is hidden', () => {
  const rows = [
    line(2, ['1', 'Việc một.', 'Báo cáo', 'UBND', 'Quý I']),
    line(3, ['2', 'Việc ẩn.', 'Báo cáo', 'UBND', 'Quý II'], ' hidden="1"'),
    line(4, ['3', 'Việc ba.', 'Báo cáo', 'UBND', 'Quý III']),
  ];

  it('RD12 leaves out rows and columns hidden by hand, and says so', () => {
    const xml = sheet(
      `<cols><col min="6" max="16384" hidden="1"/></cols><sheetData>${head(1)}${rows.join('')}</sheetData>`,
    );
    const plan = readBytes(
      xlsxOfXml([
        { name: 'Biểu', xml },
        { name: 'Bản cũ', xml, state: 'veryHidden' },
      ]),
    );
    expect(plan.rows.map((row) => row.tasks[0])).toEqual(['Việc một.', 'Việc ba.']);
    expect(plan.columns.map((column) => column.caption)).not.toContain('Ghi chú');
    expect(plan.warnings.join('\n')).toMatch(/“Biểu” có 1 hàng và 1 cột đang ẩn/);
    expect(plan.warnings.join('\n')).toContain('“Bản cũ” đang ẩn');
  });

  it('RD12 keeps rows a filter hides, marked', () => {
    const xml = sheet(`<sheetData>${head(1)}${rows.join('')}</sheetData><autoFilter ref="A1:F4"/>`);
    const plan = readBytes(xlsxOfXml([{ name: 'Biểu', xml }]));
    expect(plan.rows.map((row) => row.tasks[0])).toEqual(['Việc một.', 'Việc ẩn.', 'Việc ba.']);
    expect(plan.rows.map((row) => row.doubts.some((doubt) => doubt.why.includes('bộ lọc')))).toEqual([
      false,
      true,
      false,
    ]);
  });
});

describe('layouts of workbooks', () => {
  it('reads one area a sheet, named by the sheet', () => {
    const order = ['no', 'component', 'tasks', 'results', 'lead', 'executors', 'time'] as const;
    const sheets = [smallPlan.slice(0, 2), smallPlan.slice(2, 4)].map((rows) => ({
      name: rows[0]!.dimension.slice(0, 30),
      xml: sheetXml(layOut(rows, { order })),
    }));
    const plan = readBytes(xlsxOfXml(sheets));
    expect(plan.rows.map((row) => row.dimension)).toEqual([
      ...sheets.map((one) => one.name).flatMap((name) => [name, name]),
    ]);
  });

  it('opens a sheet that declares a million rows and the last column as if it had only its text', () => {
    const far = `<row r="1048576">${text('XFD1048576', 'xa')}</row>`;
    const xml = sheet(
      `<dimension ref="A1:XFD1048576"/><sheetData>${head(1)}${line(2, ['1', 'Việc một.', 'Báo cáo', 'UBND', 'Quý I'])}${far}</sheetData><mergeCells><mergeCell ref="G5:G1048576"/><mergeCell ref="A3:XFD3"/></mergeCells>`,
    );
    const plan = readBytes(xlsxOfXml([{ name: 'A', xml }]));
    expect(plan.rows[0]!.tasks).toEqual(['Việc một.']);
    expect(plan.source.blocks[0]).toMatchObject({ type: 'table', columns: 7 });
  });

  it('takes the head above the table and the signature below it for the plan’s', () => {
    const grid = layOut(smallPlan);
    const rows = [
      line(1, ['ỦY BAN NHÂN DÂN', '', '', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']),
      line(2, ['XÃ HỒNG TIẾN', '', '', 'Độc lập - Tự do - Hạnh phúc']),
      line(3, ['Số: 07/KH-UBND', '', '', 'Hồng Tiến, ngày 09 tháng 01 năm 2026']),
      line(4, ['KẾ HOẠCH']),
      line(5, ['Nâng cao Chỉ số PAPI năm 2026']),
      head(6),
      line(7, ['1', 'Việc một.', 'Báo cáo', 'UBND xã', 'Quý I']),
      line(8, ['Nơi nhận:', '', '', 'TM. ỦY BAN NHÂN DÂN']),
      line(9, ['- UBND tỉnh;', '', '', 'CHỦ TỊCH']),
      line(10, ['- Lưu: VT.', '', '', 'Nguyễn Văn An']),
    ];
    const plan = readBytes(xlsxOfXml([{ name: 'A', xml: sheet(`<sheetData>${rows.join('')}</sheetData>`) }]));
    expect(plan.kind).toBe('plan');
    expect(plan.rows.map((row) => row.tasks)).toEqual([['Việc một.']]);
    expect(plan.plan).toMatchObject({
      number: '07/KH-UBND',
      date: '2026-01-09',
      issuer: 'UBND xã Hồng Tiến',
      title: 'Nâng cao Chỉ số PAPI năm 2026',
      recipients: ['UBND tỉnh', 'Lưu: VT'],
      signer: { authority: 'TM. ỦY BAN NHÂN DÂN', title: 'CHỦ TỊCH', name: 'Nguyễn Văn An' },
    });
    expect(readBytes(xlsxOfXml([{ name: 'A', xml: sheetXml(grid, { titles: ['PHỤ LỤC'] }) }])).plan).toBeNull();
  });

  it('RD5 keeps a column it does not understand in the source and asks', () => {
    const xml = sheet(
      `<sheetData><row r="1">${['TT', 'Nhiệm vụ', 'Đơn vị chủ trì', 'Thời gian', 'Mã hồ sơ'].map((words, index) => text(`${'ABCDE'[index]}1`, words)).join('')}</row>${line(2, ['1', 'Việc.', 'UBND', 'Quý I', 'HS-01'])}</sheetData>`,
    );
    const plan = readBytes(xlsxOfXml([{ name: 'A', xml }]));
    expect(plan.columns.at(-1)).toEqual({ caption: 'Mã hồ sơ', meaning: 'unknown' });
    expect(plan.warnings.join(' ')).toContain('“Mã hồ sơ”');
    const mapped = readBytes(xlsxOfXml([{ name: 'A', xml }]), { mapping: ['no', 'task', 'lead', 'time', 'note'] });
    expect(mapped.rows[0]!.note).toBe('HS-01');
  });

  it('RD5 offers the columns of a table whose captions say nothing, and reads it once they are named', () => {
    const rows = [
      'Cột một|Cột hai|Cột ba|Cột bốn',
      '1|Việc một.|UBND xã|Quý I',
      '2|Việc hai.|Công an xã|Quý II',
      '3|Việc ba.|Trạm Y tế|Quý III',
    ].map((words, index) => line(index + 1, words.split('|')));
    const bytes = xlsxOfXml([{ name: 'A', xml: sheet(`<sheetData>${rows.join('')}</sheetData>`) }]);
    const before = readBytes(bytes);
    expect(before.rows).toEqual([]);
    expect(before.columns.map((column) => column.meaning)).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
    const after = readBytes(bytes, { mapping: ['no', 'task', 'lead', 'time'] });
    expect(after.rows.map((row) => [row.no, row.tasks[0], row.lead, row.time])).toEqual([
      ['1', 'Việc một.', 'UBND xã', 'Quý I'],
      ['2', 'Việc hai.', 'Công an xã', 'Quý II'],
      ['3', 'Việc ba.', 'Trạm Y tế', 'Quý III'],
    ]);
  });
});
