import { describe, expect, it } from 'vitest';
import {
  aboutProof,
  citation,
  hostOf,
  kindWord,
  proofSearchText,
  usedForWords,
} from '../../../../renderer/parts/evidence/evidence-words.ts';
import { fold, matchesFolded } from '../../../../shared/text/fold.ts';
import { linkOf, proofOf } from './proof-sample.ts';

describe('words for a proof', () => {
  it('names the kind by what the bytes are, and by the ending where they do not tell', () => {
    expect(kindWord(proofOf({ mediaType: 'image/jpeg', fileName: 'anh.docx' }))).toBe('Ảnh');
    expect(kindWord(proofOf({ mediaType: 'application/pdf' }))).toBe('PDF');
    expect(kindWord(proofOf({ mediaType: 'application/octet-stream', fileName: 'Biểu 60.XLSX' }))).toBe('Excel');
    expect(kindWord(proofOf({ mediaType: null, fileName: 'lạ' }))).toBe('Tệp');
    expect(kindWord(proofOf({ mediaType: null, fileName: 'a.constructor' }))).toBe('Tệp');
    expect(kindWord(proofOf({ kind: 'link' }))).toBe('Đường link');
    expect(kindWord(proofOf({ kind: 'document' }))).toBe('Văn bản');
  });

  it('says size, host or number, and the day in Việt Nam', () => {
    // 2024-06-14 23:30 UTC is the 15th in Việt Nam.
    const addedAt = Date.UTC(2024, 5, 14, 23, 30);
    expect(aboutProof(proofOf({ mediaType: 'image/png', bytes: 140 * 1024, addedAt }))).toBe(
      'Ảnh · 140 KB · thêm 15/6/2024',
    );
    expect(aboutProof(proofOf({ kind: 'link', url: 'https://nhuquynh.gov.vn/tin?x=1', addedAt }))).toBe(
      'Đường link · nhuquynh.gov.vn · thêm 15/6/2024',
    );
    expect(aboutProof(proofOf({ kind: 'document', number: '14/BB-UBND', date: '2024-06-10', addedAt }))).toBe(
      'Văn bản · số 14/BB-UBND ngày 10/6/2024 · thêm 15/6/2024',
    );
  });

  it('cites what is known of a paper', () => {
    expect(citation({ number: null, date: '2024-06-10' })).toBe('ngày 10/6/2024');
    expect(citation({ number: '', date: '' })).toBe('');
  });

  it('takes the host out of an address and leaves other text alone', () => {
    expect(hostOf('http://a.vn:8080/x')).toBe('a.vn:8080');
    expect(hostOf('không phải địa chỉ')).toBe('không phải địa chỉ');
    expect(hostOf(null)).toBe('');
  });

  it('counts a task once however many windows it is linked in', () => {
    const links = [
      linkOf({ taskId: 'a', windowId: 'q1' }),
      linkOf({ taskId: 'a', windowId: 'q2' }),
      linkOf({ taskId: 'b' }),
    ];
    expect(usedForWords({ links })).toBe('dùng cho 2 nhiệm vụ');
    expect(usedForWords({ links: [] })).toBe('chưa dùng cho nhiệm vụ nào');
  });

  it('is found by its own words and by those of its tasks, without accents', () => {
    const text = proofSearchText(
      proofOf({ title: 'Ảnh niêm yết', links: [linkOf({ taskText: 'Công khai hộ nghèo' })] }),
    );
    expect(matchesFolded(text, fold('niem yet'))).toBe(true);
    expect(matchesFolded(text, fold('ho ngheo anh'))).toBe(true);
    expect(matchesFolded(text, fold('ngan sach'))).toBe(false);
  });
});
