import { deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../electron/documents/read/read-document.ts';
import { layOut, smallPlan } from './plan-table.ts';
import { readBytes } from './read-bytes.ts';
import { columnName, docxOfXml, sheetXml, wordParagraph, wordTable, xlsxOfXml } from './writers.ts';

const codeOf = (bytes: Uint8Array): string => {
  const result = readDocument(bytes, 'la.docx');
  if (result.ok) return `read ${result.value.rows.length} rows`;
  expect(result.error.message).toContain('Chưa lưu gì.');
  return result.error.code;
};

const good = docxOfXml(wordTable(layOut(smallPlan)));
const text = (words: string): Uint8Array => new TextEncoder().encode(words);

/** The first place where four bytes stand, counted from the end. */
function findLast(bytes: Uint8Array, signature: number): number {
  const view = Buffer.from(bytes);
  for (let at = bytes.length - 4; at >= 0; at--) if (view.readUInt32LE(at) === signature) return at;
  return -1;
}

/** A zip of one deflated part whose directory may say something else than is true. */
function zipOf(name: string, packed: Uint8Array, declared: { size: number; crc: number }): Uint8Array {
  const local = Buffer.alloc(30 + name.length);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(declared.crc, 14);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(declared.size, 22);
  local.writeUInt16LE(name.length, 26);
  local.write(name, 30, 'latin1');
  const entry = Buffer.alloc(46 + name.length);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(declared.crc, 16);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(declared.size, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.write(name, 46, 'latin1');
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length + packed.length, 16);
  return Buffer.concat([local, packed, entry, end]);
}

describe('files that are not what they seem', () => {
  it('RD1 decides by content, whatever the name says', () => {
    expect(readDocument(good, 'ke-hoach.xlsx').ok).toBe(true);
    expect(readDocument(xlsxOfXml([{ name: 'A', xml: sheetXml(layOut(smallPlan)) }]), 'ke-hoach.doc').ok).toBe(true);
    expect(readDocument(text('TT\tNhiệm vụ\tChủ trì\tThời gian\n1\tViệc.\tUBND\tQuý I'), 'anh.jpg').ok).toBe(true);
  });

  it('RD1 refuses what is empty, strange, cut or without text', () => {
    expect(codeOf(new Uint8Array())).toBe('empty');
    expect(codeOf(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]))).toBe('unknown');
    expect(codeOf(Uint8Array.from({ length: 4000 }, (_, index) => (index * 37 + 11) % 256))).toBe('unknown');
    expect(codeOf(text('%PDF-1.7\n%âãÏÓ'))).toBe('pdf');
    expect(codeOf(text('{\\rtf1\\ansi}'))).toBe('rtf');
    expect(codeOf(text('   \n \n'))).toBe('no-text');
    expect(codeOf(docxOfXml('<w:p/>'))).toBe('no-text');
    expect(codeOf(zipSync({ 'anh.jpg': strToU8('x') }))).toBe('unknown');
    for (const part of [0.1, 0.5, 0.9, 0.99]) expect(codeOf(good.slice(0, good.length * part))).toBe('broken');
  });

  it('says that a file has a password', () => {
    const container = Buffer.alloc(1536);
    Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(container);
    Buffer.from('EncryptedPackage', 'utf16le').copy(container, 1024);
    expect(codeOf(container)).toBe('protected');
    const encrypted = Buffer.from(good);
    const entry = findLast(encrypted, 0x02014b50);
    for (let at = 0; at < entry + 4; at++)
      if (encrypted.readUInt32LE(at) === 0x02014b50) encrypted.writeUInt16LE(1, at + 8);
    expect(codeOf(encrypted)).toBe('protected');
  });

  it('refuses a file above 50 MB before looking at it', () => {
    expect(codeOf(new Uint8Array(50 * 1024 * 1024 + 1).fill(32))).toBe('too-large');
  });
});

describe('containers made to hurt', () => {
  it('stops unpacking at the limit whatever size is declared', () => {
    const bomb = deflateRawSync(Buffer.alloc(80 * 1024 * 1024, 32));
    expect(codeOf(zipOf('word/document.xml', bomb, { size: 100, crc: 0 }))).toBe('too-large');
    const modest = deflateRawSync(Buffer.alloc(8 * 1024 * 1024, 32));
    expect(codeOf(zipOf('word/document.xml', modest, { size: 8 * 1024 * 1024, crc: 0 }))).toBe('too-large');
  });

  it('does not believe sizes or checksums', () => {
    const packed = deflateRawSync(Buffer.from('<a/>'.repeat(100)));
    expect(codeOf(zipOf('word/document.xml', packed, { size: 0xffffffff, crc: 7 }))).toBe('broken');
    const wrong = Buffer.from(good);
    wrong.writeUInt32LE(0x7fffffff, findLast(wrong, 0x06054b50) + 16);
    expect(codeOf(wrong)).toBe('broken');
    const many = Buffer.from(good);
    many.writeUInt16LE(0xfffe, findLast(many, 0x06054b50) + 10);
    expect(codeOf(many)).toBe('too-large');
  });

  it('RD2 reads no part by a path outside, no link, no macro, no other file', () => {
    const bytes = docxOfXml(
      `${wordTable(layOut(smallPlan))}<w:p><w:hyperlink r:id="rId9" xmlns:r="x"><w:r><w:t>bấm vào đây</w:t></w:r></w:hyperlink><w:r><w:fldChar w:fldCharType="begin"/><w:instrText> INCLUDETEXT "C:\\\\bi-mat.txt" </w:instrText><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
      {
        'word/_rels/document.xml.rels':
          '<Relationships><Relationship Id="rId9" Type="hyperlink" Target="file:///etc/passwd" TargetMode="External"/><Relationship Id="rId1" Type="attachedTemplate" Target="http://la.example/mau.dotm" TargetMode="External"/></Relationships>',
        'word/vbaProject.bin': 'macro',
        '../../../tmp/ra-ngoai.txt': 'x',
      },
    );
    const plan = readBytes(bytes);
    expect(plan.rows).toHaveLength(smallPlan.length);
    expect(JSON.stringify(plan)).not.toMatch(/passwd|bi-mat|la\.example|macro/);
  });
});

describe('XML made to hurt', () => {
  const document = (xml: string) => zipSync({ 'word/document.xml': strToU8(xml) });

  it('RD2 refuses document types and entities of their own', () => {
    const lol = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>';
    expect(codeOf(document(lol))).toBe('unsafe');
    expect(codeOf(document('<?xml version="1.0"?><!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'))).toBe('unsafe');
    expect(codeOf(document(Buffer.from(`\uFEFF${lol}`, 'utf16le').toString('latin1')))).toMatch(/broken|unsafe/);
    expect(codeOf(zipSync({ 'word/document.xml': new Uint8Array(Buffer.from(`\uFEFF${lol}`, 'utf16le')) }))).toBe(
      'unsafe',
    );
  });

  it('refuses deep nesting, of elements and of tables in tables', () => {
    expect(codeOf(document(`${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`))).toBe('broken');
    let nested = wordParagraph('trong cùng');
    for (let depth = 0; depth < 200; depth++)
      nested = `<w:tbl><w:tr><w:tc>${nested}</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>`;
    expect(codeOf(docxOfXml(nested))).toBe('broken');
  });

  it('refuses more tags than any document has, and attributes that name themselves after the language', () => {
    expect(codeOf(document(`<w:document xmlns:w="x"><w:body>${'<a/>'.repeat(4_100_000)}</w:body></w:document>`))).toBe(
      'too-large',
    );
    expect(codeOf(docxOfXml('<w:p __proto__="x" constructor="y"><w:r><w:t>chữ</w:t></w:r></w:p>'))).toMatch(
      /read 0|broken/,
    );
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  it('refuses spans and rows that would fill the memory', () => {
    const wide =
      '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="100000000"/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>';
    expect(codeOf(docxOfXml(wide))).toBe('too-large');
    const cells = Array.from(
      { length: 300 },
      (_, column) => `<c r="${columnName(column)}1" t="inlineStr"><is><t>x</t></is></c>`,
    );
    const sheet = `<worksheet xmlns="x"><sheetData><row r="1">${cells.join('')}</row></sheetData></worksheet>`;
    expect(codeOf(xlsxOfXml([{ name: 'A', xml: sheet }]))).toBe('too-large');
    expect(
      codeOf(
        text(
          `<table><tr><td colspan=99999999>a<td rowspan=99999999>b</table><table><tr>${'<td colspan=200>x'.repeat(3)}</table>`,
        ),
      ),
    ).toBe('too-large');
  });

  it('shows formula strings and markup as the letters they are', () => {
    const words = ['=HYPERLINK("http://la.example")', '<script>alert(1)</script>', '@SUM(A1)', '{{7*7}}'];
    const rows = smallPlan.map((row, index) => ({ ...row, lead: words[index % words.length]! }));
    const plan = readBytes(docxOfXml(wordTable(layOut(rows))));
    expect(plan.rows.map((row) => row.lead)).toEqual(rows.map((row) => row.lead));
  });
});

describe('cells and lines made to be slow', () => {
  const length = 150_000;
  const patterns = {
    spaces: `a${' '.repeat(length)}b`,
    digits: '1'.repeat(length),
    letters: 'ê'.repeat(length),
    'wrong words': 'kêt đât bộvà '.repeat(length / 13),
    marks: '- A; '.repeat(length / 5),
    separators: `chủ trì: ${';'.repeat(length)}`,
    years: 'năm 2023-'.repeat(length / 9),
  };
  for (const [what, words] of Object.entries(patterns)) {
    // A pattern that a search walks again from every place would take minutes here and end in the time limit of the test.
    it(`reads or refuses ${what} without end`, () => {
      const rows = smallPlan.map((row) => ({ ...row, tasks: [words], lead: words, time: words }));
      expect(() =>
        readDocument(docxOfXml(wordParagraph(words) + wordTable(layOut(rows.slice(0, 1)))), 'x'),
      ).not.toThrow();
      expect(() => readDocument(text(`KẾ HOẠCH\n${words}\nTT\nNội dung\n${words}`), 'x')).not.toThrow();
      expect(() => readDocument(text(`<table><tr><td>${words}<td>${words}</table>`), 'x')).not.toThrow();
    });
  }
});

describe('files changed at random', () => {
  /** A fixed row of numbers, so that a failure can be repeated. */
  const random = (seed: number) => () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  const kinds: Record<string, Uint8Array> = {
    docx: good,
    xlsx: xlsxOfXml([{ name: 'A', xml: sheetXml(layOut(smallPlan)) }]),
    text: text('KẾ HOẠCH\nNâng cao\n\nI. MỤC ĐÍCH\n1. Một\n- Hai'),
  };
  for (const [kind, bytes] of Object.entries(kinds)) {
    it(`never crashes on a damaged ${kind}`, () => {
      const next = random(20_260_101);
      for (let turn = 0; turn < 300; turn++) {
        const damaged = new Uint8Array(bytes);
        for (let change = 0; change < 1 + turn / 30; change++)
          damaged[Math.floor(next() * damaged.length)] = Math.floor(next() * 256);
        expect(() => readDocument(damaged, 'x')).not.toThrow();
      }
    });
  }

  it('never crashes on damaged XML inside a sound container', () => {
    const next = random(7);
    const xml = wordTable(layOut(smallPlan));
    for (let turn = 0; turn < 300; turn++) {
      const from = Math.floor(next() * xml.length);
      const cut =
        xml.slice(0, from) +
        ['', '<', '>', '&', '"', '</w:tc>', '<w:tr>', '<w:vMerge/>', '\uFFFF'][Math.floor(next() * 9)] +
        xml.slice(from + Math.floor(next() * 30));
      expect(() => readDocument(docxOfXml(cut), 'x')).not.toThrow();
    }
  });
});
