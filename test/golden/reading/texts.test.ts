import { describe, expect, it } from 'vitest';
import { readBytes } from './read-bytes.ts';

const plan = [
  'ỦY BAN NHÂN DÂN',
  'XÃ HỒNG TIẾN',
  'Số: 07/KH-UBND',
  'Hồng Tiến, ngày 09 tháng 01 năm 2026',
  '',
  'KẾ HOẠCH',
  'Nâng cao Chỉ số PAPI xã Hồng Tiến năm 2026',
  '',
  'Căn cứ Kế hoạch số 12/KH-UBND của Ủy ban nhân dân tỉnh;',
  'I. MỤC ĐÍCH, YÊU CẦU',
  '1. Mục đích',
  '- Nâng cao chất lượng phục vụ người dân.',
  'II. NHIỆM VỤ',
  '1. Công khai, minh bạch',
  '- Niêm yết danh sách hộ nghèo.',
  '- Công khai ngân sách.',
].join('\r\n');

const utf16 = (text: string, mark: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2 + (mark ? 2 : 0));
  const view = new DataView(bytes.buffer);
  if (mark) view.setUint16(0, 0xfeff, true);
  for (let index = 0; index < text.length; index++)
    view.setUint16(index * 2 + (mark ? 2 : 0), text.charCodeAt(index), true);
  return bytes;
};

/** CP1258 writes the tone after its letter; the table holds what these sentences need. */
const cp1258 = (text: string): Uint8Array => {
  const marks: Record<string, number> = {
    '\u0300': 0xcc,
    '\u0309': 0xd2,
    '\u0303': 0xde,
    '\u0301': 0xec,
    '\u0323': 0xf2,
  };
  const letters: Record<string, number> = {
    Ă: 0xc3,
    ă: 0xe3,
    Â: 0xc2,
    â: 0xe2,
    Đ: 0xd0,
    đ: 0xf0,
    Ê: 0xca,
    ê: 0xea,
    Ô: 0xd4,
    ô: 0xf4,
    Ơ: 0xd5,
    ơ: 0xf5,
    Ư: 0xdd,
    ư: 0xfd,
  };
  const bytes: number[] = [];
  for (const sign of text) {
    const tone = [...sign.normalize('NFD')].find((part) => part in marks);
    const base = tone === undefined ? sign : sign.normalize('NFD').replace(tone, '').normalize('NFC');
    bytes.push(letters[base] ?? base.charCodeAt(0));
    if (tone !== undefined) bytes.push(marks[tone]!);
  }
  return Uint8Array.from(bytes);
};

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

describe('plain text', () => {
  for (const [encoding, bytes] of [
    ['utf-8', new TextEncoder().encode(plan)],
    ['utf-8', new TextEncoder().encode(`\uFEFF${plan.normalize('NFD')}`)],
    ['utf-16le', utf16(plan, true)],
    ['utf-16le', utf16(plan, false)],
    ['windows-1258', cp1258(plan)],
  ] as const) {
    it(`reads ${encoding} (${bytes.length} bytes)`, () => {
      const read = readBytes(bytes);
      expect(read.encoding).toBe(encoding);
      expect(read.kind).toBe('text');
      expect(read.plan).toMatchObject({
        number: '07/KH-UBND',
        date: '2026-01-09',
        issuer: 'UBND xã Hồng Tiến',
        title: 'Nâng cao Chỉ số PAPI xã Hồng Tiến năm 2026',
      });
      expect(read.plan?.sections.map((section) => section.label)).toEqual(['I.', 'II.']);
      expect(read.rows.map((row) => [row.dimension, row.tasks])).toEqual([
        ['Công khai, minh bạch', ['Niêm yết danh sách hộ nghèo.', 'Công khai ngân sách.']],
      ]);
    });
  }

  it('finds TCVN3 and VNI by what the letters say', () => {
    const abc =
      'KÕ ho¹ch tuyªn truyÒn n¨m 2026\r\n1. C«ng khai danh s¸ch hé nghÌo t¹i trô së\r\n2. TiÕp c«ng d©n ®Þnh kú';
    expect(readBytes(latin1(abc)).encoding).toBe('TCVN3');
    expect(readBytes(latin1(abc)).source.blocks[1]).toMatchObject({
      text: '1. Công khai danh sách hộ nghèo tại trụ sở',
    });
    const vni =
      'Keá hoaïch tuyeân truyeàn naêm 2026\r\n1. Coâng khai danh saùch hoä ngheøo taïi truï sôû\r\n2. Tieáp coâng daân ñònh kyø';
    expect(readBytes(latin1(vni)).encoding).toBe('VNI');
    expect(readBytes(latin1(vni)).source.blocks[2]).toMatchObject({ text: '2. Tiếp công dân định kỳ' });
    // Pasted from a program that took the codes for letters: Unicode outside, TCVN3 inside.
    expect(readBytes(new TextEncoder().encode(abc)).encoding).toBe('TCVN3');
  });

  it('joins lines a page cut, drops page numbers, keeps lists apart', () => {
    const copied = [
      'KẾ HOẠCH',
      'Nâng cao Chỉ số PAPI năm 2026',
      '',
      'I. MỤC ĐÍCH',
      'a) Tổ chức thực hiện có hiệu quả các nhiệm vụ nâng cao chỉ số hiệu quả quản',
      'trị và hành chính công của xã, phối hợp với các tổ chức chính trị',
      '- xã hội và đoàn thể để xây dựng nền hành chính minh bạch và phục vụ',
      '',
      '',
      '2',
      '',
      'người dân.',
      'b) Xác định rõ trách nhiệm.',
    ].join('\n');
    const [section] = readBytes(new TextEncoder().encode(copied)).plan!.sections;
    expect(section!.children.map((child) => [child.label, child.paragraphs[0]])).toEqual([
      [
        'a)',
        'Tổ chức thực hiện có hiệu quả các nhiệm vụ nâng cao chỉ số hiệu quả quản trị và hành chính công của xã, phối hợp với các tổ chức chính trị - xã hội và đoàn thể để xây dựng nền hành chính minh bạch và phục vụ người dân.',
      ],
      ['b)', 'Xác định rõ trách nhiệm.'],
    ]);
  });
});

describe('separated values', () => {
  const rows = [
    ['TT', 'Nhiệm vụ', 'Đơn vị chủ trì', 'Thời gian'],
    ['1', '- Việc một, có dấu phẩy;\n- Việc "hai".', 'UBND xã', 'Quý I'],
    ['2', 'Việc ba; bốn', 'Công an xã', '30/6/2026'],
  ];
  for (const delimiter of [',', ';', '\t']) {
    it(`finds ${JSON.stringify(delimiter)}`, () => {
      const text = rows
        .map((row) =>
          row.map((field) => (/[",;\n\t]/.test(field) ? `"${field.replace(/"/g, '""')}"` : field)).join(delimiter),
        )
        .join('\r\n');
      const read = readBytes(utf16(text, true));
      expect(read.kind).toBe('annex');
      expect(read.rows.map((row) => [row.no, row.tasks, row.lead, row.time])).toEqual([
        ['1', ['Việc một, có dấu phẩy;', 'Việc "hai".'], 'UBND xã', 'Quý I'],
        ['2', ['Việc ba; bốn'], 'Công an xã', '30/6/2026'],
      ]);
    });
  }

  it('takes running text with commas for text', () => {
    expect(readBytes(new TextEncoder().encode(plan)).kind).toBe('text');
  });

  it('reads a table drawn with bars', () => {
    const text =
      'Phụ lục\n\n| TT | Nhiệm vụ | Chủ trì | Thời gian |\n|---|---|---|---|\n| 1 | Việc một. | UBND xã | Quý I |\n| 2 | Việc hai. | Công an xã | Quý II |\n';
    expect(readBytes(new TextEncoder().encode(text)).rows.map((row) => row.lead)).toEqual(['UBND xã', 'Công an xã']);
  });
});

describe('pages and the clipboard', () => {
  const page = (inside: string) =>
    new TextEncoder().encode(
      `<!DOCTYPE html><html><head><title>Không phải chữ của trang</title><script>var t = "<td>x</td>";</script></head><body>${inside}</body></html>`,
    );
  const table = (...rows: string[]) =>
    `<table><thead><tr><th>TT<th>Nhiệm vụ<th>Chủ trì<th>Thời gian</tr></thead>${rows.join('')}</table>`;

  it('reads rows without closing tags, character references, hidden rows and list marks of Word', () => {
    const read = readBytes(
      page(
        `<h1>K&#7871; ho&#x1EA1;ch</h1>${table(
          '<tr><td>1<td><p>Vi&#7879;c&nbsp;m&#7897;t&nbsp;&amp;&nbsp;hai.<br>C&ocirc;ng khai<td>UBND x&atilde;<td>Quý I',
          '<tr style="display: none"><td>2<td>Ẩn<td>a<td>b',
          `<tr><td>3<td><p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>-<span>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Việc ba.</p><p><![if !supportLists]>-<![endif]>Việc bốn.</p><!-- ghi chú --><td>Công an<td>Quý II`,
        )}`,
      ),
    );
    expect(read.rows.map((row) => [row.no, row.tasks, row.lead])).toEqual([
      ['1', ['Việc một & hai.', 'Công khai'], 'UBND xã'],
      ['3', ['Việc ba.', 'Việc bốn.'], 'Công an'],
    ]);
    expect(JSON.stringify(read)).not.toContain('Không phải chữ');
  });

  it('reads the envelope of the Windows clipboard and fonts given by classes', () => {
    const html = `Version:1.0\r\nStartHTML:0000000105\r\nEndHTML:0000000999\r\n<html><head><style>.xl65 {mso-style-parent:style0; font-family:".VnTime", sans-serif;}</style></head><body>${table('<tr><td>1<td class=xl65>C«ng khai ng©n s¸ch<td>UBND<td>Quý I')}</body></html>`;
    const read = readBytes(new TextEncoder().encode(html));
    expect(read.rows[0]!.tasks).toEqual(['Công khai ngân sách']);
    expect(read.encoding).toBe('TCVN3');
  });

  it('numbers ordered lists and nests lists and tables', () => {
    const read = readBytes(
      page(
        `<ol type="a" start=2><li>Hai</li><li>Ba<ul><li>Gạch</li></ul></li></ol><table><tr><td>${table('<tr><td>1<td>Việc.<td>UBND<td>Quý I')}</td></tr></table>`,
      ),
    );
    expect(read.source.blocks.filter((block) => block.type === 'paragraph').map((block) => block.text)).toEqual([
      'b) Hai',
      'c) Ba',
      '- Gạch',
    ]);
    expect(read.rows).toHaveLength(1);
  });
});
