import { describe, expect, it } from 'vitest';
import { type DoubtContext, textDoubts, unitDoubts, yearDoubts } from '../../../shared/reading/doubts.ts';
import { findSlips, vocabularyOf } from '../../../shared/reading/slips.ts';
import { isSyllable, parseSyllable } from '../../../shared/reading/syllable.ts';
import { describeWithSamples, sample } from '../../support/samples.ts';

const clean =
  'Công khai kết luận, quyết định, bồi thường; một cửa; của các bộ và người dân; lượng, phương, cường; đất đai; kế hoạch năm.';
const slipsOf = (text: string) =>
  findSlips(text, vocabularyOf([clean, text])).map((slip) => [slip.source, slip.suggestion]);

describe('syllables', () => {
  it('that exist', () => {
    const words =
      'quyền quốc giếng gìn nghiêng thuở khuya tuyết ngoằn ươm yêu ỷ uống quýt huýt đẹp khuỷu kiếm ghế cá gì';
    for (const word of words.split(' ')) expect([word, isSyllable(word)]).toEqual([word, true]);
    expect(parseSyllable('Nghiệp')).toEqual({ onset: 'ngh', rime: 'iêp', tone: '\u0323' });
  });

  it('that cannot exist', () => {
    for (const word of 'kêt Quyêt đât lưọng phưong cưòng bồithường chyên yụ kông ngế ceo'.split(' '))
      expect([word, isSyllable(word)]).toEqual([word, false]);
  });
});

describe('RD14 slips', () => {
  it('of the scanner, by the company a word keeps or because it cannot exist', () => {
    expect(slipsOf('đường được cúng hóa, đối vói các trường họp')).toEqual([
      ['đối vói', 'đối với'],
      ['trường họp', 'trường hợp'],
      ['cúng hóa', 'cứng hóa'],
    ]);
    expect(slipsOf('Các kêt luận; Quyêt định; tăng cưòng số lưọng')).toEqual([
      ['kêt', 'kết'],
      ['Quyêt', 'Quyết'],
      ['cưòng', 'cường'],
      ['lưọng', 'lượng'],
    ]);
    expect(slipsOf('TỐNG HỢP; Đon vị; ĐON VỊ')).toEqual([
      ['Đon vị', 'Đơn vị'],
      ['ĐON VỊ', 'ĐƠN VỊ'],
      ['TỐNG HỢP', 'TỔNG HỢP'],
    ]);
  });

  it('of the keyboard: missing spaces, doubled words', () => {
    expect(slipsOf('phương án bồithường, bộvà ngườidân tại mộtcửa; công chứcVHXH; UBNDvà; năm 2024như')).toEqual([
      ['năm 2024như', 'năm 2024 như'],
      ['bồithường', 'bồi thường'],
      ['bộvà', 'bộ và'],
      ['ngườidân', 'người dân'],
      ['mộtcửa', 'một cửa'],
      ['chứcVHXH', 'chức VHXH'],
      ['UBNDvà', 'UBND và'],
    ]);
    expect(slipsOf('của của các các')).toEqual([
      ['của của', 'của'],
      ['các các', 'các'],
    ]);
  });

  it('are not seen in abbreviations, foreign and doubled words that are meant', () => {
    expect(
      slipsOf(
        'HĐND, QHKHSDĐ, TTĐT, BGDĐT; website, video, pano, Zalo; luôn luôn, từ từ, ngày ngày; Đắk Lắk; (PAPI); MTTQVN',
      ),
    ).toEqual([]);
    expect(
      slipsOf('Ủy ban, Uỷ ban, hòa, hoà, thủy, thuỷ, quý, quí, kỷ luật, cộng tác viên, sổ hộ khẩu, học tập'),
    ).toEqual([]);
  });
});

describeWithSamples('slips in real plans', () => {
  const text = (name: string) => new TextDecoder().decode(sample(name));

  it('are found nearly all, and nothing is invented in the corrected text', () => {
    const annex = JSON.parse(text('nhu-quynh-annex.json')) as {
      rows: {
        tasks: string[];
        results: string[];
        sub: string;
        dimension: string;
        lead: string;
        implementers: string[];
        time: string;
      }[];
      corrections: { kind: string; original: string; corrected: string }[];
    };
    const corrected = annex.rows.flatMap((row) => [
      ...row.tasks,
      ...row.results,
      row.sub,
      row.dimension,
      row.lead,
      ...row.implementers,
      row.time,
    ]);
    const vocabulary = vocabularyOf([...corrected, text('seeds/nhu-quynh-2024.txt')]);
    expect(corrected.flatMap((line) => findSlips(line, vocabulary))).toEqual([]);
    // Corrections that only change letters, not dashes, lines or words.
    const letters = annex.corrections.filter(
      ({ kind, original, corrected: meant }) =>
        kind === 'ocr' &&
        !/[-–]|\s[A-ZĐ]\s/.test(original) &&
        original.replace(/\s/g, '').length === meant.replace(/\s/g, '').length,
    );
    expect(letters.length).toBeGreaterThan(30);
    const found = letters.filter(({ original }) => findSlips(original, vocabulary).length > 0);
    expect(found.length / letters.length).toBeGreaterThan(0.75);
  });
});

const context = (more: Partial<DoubtContext> = {}): DoubtContext => ({
  planYear: 2024,
  unitKind: 'thi-tran',
  vocabulary: vocabularyOf([clean]),
  ...more,
});
const sources = (field: string, text: string, more: Partial<DoubtContext> = {}) =>
  textDoubts({ field, text, place: null }, context(more)).map((doubt) => [doubt.source, doubt.suggestion]);

describe('RD14 years other than the plan’s', () => {
  it('in times', () => {
    const of = (text: string) =>
      yearDoubts({ field: 'time', text, place: null }, 2024).map((doubt) => [doubt.source, doubt.suggestion]);
    expect(of('Trong năm 2023')).toEqual([['Trong năm 2023', 'Trong năm 2024']]);
    expect(of('Năm 2023-2025')).toEqual([['Năm 2023-2025', null]]);
    expect(of('Năm 2024 và những năm tiếp theo')).toEqual([]);
    expect(of('Quý IV năm 2024, quý I năm 2025')).toEqual([]);
    expect(yearDoubts({ field: 'time', text: 'Trong năm 2023', place: null }, null)).toEqual([]);
  });

  it('in tasks, but not in citations, comparisons and results of the year before', () => {
    expect(sources('tasks', 'Thực hiện kế hoạch năm 2023 của thị trấn')).toEqual([['năm 2023', 'năm 2024']]);
    for (const text of [
      'Quyết định ngày 29 tháng 01 năm 2023',
      'tăng bậc so với năm 2023',
      'kết quả Chỉ số PAPI năm 2023',
      'Luật số 10/2022/QH15',
      'giai đoạn 2021-2025',
      'từ năm 2023',
      'khắc phục tồn tại năm 2023',
    ]) {
      expect([text, sources('tasks', text)]).toEqual([text, []]);
    }
  });
});

describe('RD14 another kind of unit', () => {
  it('is marked, with the own kind offered', () => {
    expect(sources('tasks', 'trang thông tin của UBND xã; trên địa bàn phường; Bộ phận Một cửa xã')).toEqual([
      ['UBND xã', 'UBND thị trấn'],
      ['Bộ phận Một cửa xã', 'Bộ phận Một cửa thị trấn'],
      ['trên địa bàn phường', 'trên địa bàn thị trấn'],
    ]);
  });

  it('is not seen in names of laws, levels and other words', () => {
    for (const text of [
      'dân chủ ở xã, phường, thị trấn',
      'UBND cấp xã',
      'phát triển kinh tế - xã hội',
      'hợp tác xã',
      'UBND thị trấn',
      'UBND xã hội hóa',
      'thị xã Mỹ Hào',
    ]) {
      expect([text, unitDoubts({ field: 'tasks', text, place: null }, 'thi-tran')]).toEqual([text, []]);
    }
    expect(unitDoubts({ field: 'tasks', text: 'UBND xã', place: null }, 'tinh')).toEqual([]);
  });
});

describe('RD14 targets above 100 %', () => {
  it('are marked', () => {
    expect(sources('results', 'Đạt 100% trở lên; 120% kế hoạch; trên 100% hộ')).toEqual([
      ['100% trở lên', '100%'],
      ['120%', null],
      ['trên 100%', '100%'],
    ]);
    expect(sources('results', '100% thôn; trên 95% TTHC; 90% trở lên')).toEqual([]);
  });
});
