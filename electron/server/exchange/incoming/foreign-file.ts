/** What a file is that is no bundle, by its first bytes, in words for the person who dropped it. The name is never believed. */

const kinds: readonly { readonly bytes: readonly number[]; readonly words: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46], words: 'tệp PDF' },
  { bytes: [0xff, 0xd8, 0xff], words: 'ảnh' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], words: 'ảnh' },
  { bytes: [0x47, 0x49, 0x46, 0x38], words: 'ảnh' },
  { bytes: [0x42, 0x4d], words: 'ảnh' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], words: 'tệp Word hoặc Excel đời cũ' },
  { bytes: [0x52, 0x61, 0x72, 0x21], words: 'tệp nén RAR' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], words: 'tệp nén 7z' },
  { bytes: [0x4d, 0x5a], words: 'chương trình Windows' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], words: 'chương trình' },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], words: 'tệp dữ liệu SQLite' },
  { bytes: [0x1f, 0x8b], words: 'tệp nén gzip' },
];

/** Names of the parts of an Office file stand in clear in its zip, near the beginning or in the list at the end. */
const office = [
  { mark: 'word/', words: 'tệp Word' },
  { mark: 'xl/', words: 'tệp Excel' },
  { mark: 'ppt/', words: 'tệp PowerPoint' },
] as const;

/** `start` and `end` are up to some tens of kilobytes of the file. */
export function foreignWords(start: Uint8Array, end: Uint8Array): string {
  const found = kinds.find(({ bytes }) => bytes.every((byte, index) => start[index] === byte));
  if (found) return found.words;
  if (start[0] === 0x50 && start[1] === 0x4b) {
    const names = Buffer.concat([start, end]).toString('latin1');
    return names.includes('[Content_Types].xml')
      ? (office.find(({ mark }) => names.includes(mark))?.words ?? 'tệp Office')
      : 'tệp nén zip thường';
  }
  const text = Buffer.from(start).toString('utf8');
  if (/^\s*(<!doctype html|<html)/i.test(text)) return 'trang web (HTML)';
  return /[^\P{Cc}\n\r\t\f]|\ufffd/u.test(text.slice(0, 2000)) ? 'tệp không rõ loại' : 'tệp chữ';
}

/** The refusal of a foreign file. */
export const foreignSentence = (words: string): string =>
  `Đây là ${words}, không phải gói của Sổ Việc. Chưa nhận gì. Hãy chọn đúng tệp đơn vị gửi (đuôi .zip, .age hoặc .the-don-vi.json).`;
