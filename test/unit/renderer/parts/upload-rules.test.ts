import { describe, expect, it } from 'vitest';
import {
  pastedName,
  pasteMeansFiles,
  refusedBeforehand,
  sendableName,
} from '../../../../renderer/parts/evidence/upload-rules.ts';

describe('names of files', () => {
  it('keeps an ordinary name and shortens a long one before its ending', () => {
    expect(sendableName(' Biên bản.pdf ')).toBe('Biên bản.pdf');
    const long = sendableName(`${'a'.repeat(400)}.docx`);
    expect(long).toHaveLength(255);
    expect(long.endsWith('a.docx')).toBe(true);
    expect(sendableName('a'.repeat(300))).toHaveLength(255);
    expect(sendableName('   ')).toBe('tep-khong-ten');
  });

  it('gives pasted pictures a name to find them by, and leaves real names alone', () => {
    expect(pastedName('image.png', '2024-06-14', '09:41')).toBe('Ảnh dán 14-06-2024 09h41.png');
    expect(pastedName('', '2024-06-14', '09:41')).toBe('Ảnh dán 14-06-2024 09h41.png');
    expect(pastedName('image.jpeg', '2024-06-14', '09:41')).toBe('Ảnh dán 14-06-2024 09h41.jpeg');
    expect(pastedName('z4567.jpg', '2024-06-14', '09:41')).toBe('z4567.jpg');
  });
});

describe('before the first byte', () => {
  it('refuses an empty file and one beyond the limit, with a sentence that says what to do', () => {
    expect(refusedBeforehand({ size: 0 })).toMatch(/rỗng.*chọn lại/);
    expect(refusedBeforehand({ size: 600 * 1024 * 1024 })).toMatch(/lớn quá/);
    expect(refusedBeforehand({ size: 1 })).toBeNull();
  });
});

describe('a paste (MN8)', () => {
  it('means its words inside a text field, even with a picture of them beside', () => {
    expect(pasteMeansFiles(1, true, true)).toBe(false);
  });
  it('means its files where there are no words, or where no words would be written', () => {
    expect(pasteMeansFiles(1, false, true)).toBe(true);
    expect(pasteMeansFiles(2, true, false)).toBe(true);
  });
  it('without files is nobody else’s business', () => {
    expect(pasteMeansFiles(0, true, false)).toBe(false);
    expect(pasteMeansFiles(0, false, false)).toBe(false);
  });
});
