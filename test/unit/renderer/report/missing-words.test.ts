import { describe, expect, it } from 'vitest';
import {
  blankSections,
  byLead,
  countByKind,
  type Missing,
  sectionName,
  wordFileName,
} from '../../../../renderer/features/report/fields/missing-words.ts';
import { fillHere } from '../../../../shared/report/selection.ts';

const missing = (lead: string, kind: Missing['kind'] = 'khong-co-ket-qua', taskId = lead): Missing => ({
  taskId,
  task: `Việc của ${lead}`,
  lead,
  kind,
  reason: '',
});

describe('what is missing (RP5)', () => {
  it('stands together per lead, tasks of nobody first', () => {
    const groups = byLead([
      missing('Địa chính', 'khong-co-ket-qua', 'a'),
      missing(''),
      missing('Địa chính', 'thieu-loi', 'b'),
    ]);
    expect(groups.map((group) => [group.lead, group.items.length])).toEqual([
      ['', 1],
      ['Địa chính', 2],
    ]);
  });

  it('is counted by kind, in a fixed order, without the kinds that do not occur', () => {
    expect(countByKind([missing('a', 'thieu-minh-chung'), missing('b'), missing('c')])).toEqual([
      '2 nhiệm vụ chưa có kết quả',
      '1 nhiệm vụ hoàn thành mà thiếu minh chứng',
    ]);
    expect(countByKind([])).toEqual([]);
  });

  it('includes places that wait for a person’s words', () => {
    const sections = [
      { label: '3.', heading: 'Nguyên nhân', text: `- Khách quan: ${fillHere}` },
      { label: 'V.', heading: 'Kiến nghị', text: 'Không có.' },
    ];
    expect(blankSections(sections)).toEqual(['3. Nguyên nhân']);
  });
});

describe('names', () => {
  it('gives parts without a heading a name by where they stand', () => {
    expect(sectionName({ label: 'II.', heading: 'Kết quả', key: 'results' })).toBe('II. Kết quả');
    expect(sectionName({ label: '', heading: '', key: 'opening' })).toBe('Phần mở đầu');
    expect(sectionName({ label: '', heading: '', key: 'closing' })).toBe('Phần kết');
  });

  it('gives the Word file an ASCII name', () => {
    expect(wordFileName({ window: { label: 'Quý II/2024' }, status: 'frozen' })).toBe('Bao-cao-quy-ii-2024.docx');
    expect(wordFileName({ window: { label: '6 tháng đầu năm 2024' }, status: 'draft' })).toBe(
      'Bao-cao-6-thang-dau-nam-2024-ban-thao.docx',
    );
  });
});
