import { describe, expect, it } from 'vitest';
import type { Signing } from '../../../shared/document/model.ts';
import {
  addresseeLines,
  attachedLine,
  basisLines,
  closed,
  numberAndSymbol,
  placeAndDate,
  printable,
  readSigning,
  recipientLines,
  signingLines,
} from '../../../shared/document/wording.ts';

/** No-break spaces are the room a hand writes into. */
const shown = (text: string): string => text.replaceAll('\u00A0', '_');

describe('number, place and date', () => {
  it('DC5: leading zero below ten, room for the number of a draft', () => {
    expect(numberAndSymbol('8', 'KH-UBND')).toBe('08/KH-UBND');
    expect(numberAndSymbol('08', 'KH-UBND')).toBe('08/KH-UBND');
    expect(numberAndSymbol('10', 'KH-UBND')).toBe('10/KH-UBND');
    expect(shown(numberAndSymbol(null, 'BC-UBND'))).toBe('______/BC-UBND');
    expect(shown(numberAndSymbol(' ', 'BC-UBND'))).toBe('______/BC-UBND');
  });

  it('DC6: zero for days below ten and months 1 and 2 only', () => {
    const on = (date: string) => placeAndDate('Như Quỳnh', { kind: 'full', date });
    expect(on('2024-01-09')).toBe('Như Quỳnh, ngày 09 tháng 01 năm 2024');
    expect(on('2024-02-10')).toBe('Như Quỳnh, ngày 10 tháng 02 năm 2024');
    expect(on('2024-03-29')).toBe('Như Quỳnh, ngày 29 tháng 3 năm 2024');
  });

  it('DC6: a draft keeps room for what is not known', () => {
    const blank = (month: number | null, year: number | null) =>
      shown(placeAndDate('An Bình', { kind: 'blank', month, year }));
    expect(blank(null, 2024)).toBe('An Bình, ngày _____ tháng _____ năm 2024');
    expect(blank(2, 2024)).toBe('An Bình, ngày _____ tháng 02 năm 2024');
    expect(blank(6, null)).toBe('An Bình, ngày _____ tháng 6 năm ________');
  });

  it('DC10: an annex names its document, with a short date', () => {
    const attachedTo = { typeName: 'Kế hoạch', number: '8', symbol: 'KH-UBND', issuer: 'UBND xã An Bình' };
    expect(attachedLine({ ...attachedTo, date: { kind: 'full', date: '2024-01-11' } })).toBe(
      '(Kèm theo Kế hoạch số 08/KH-UBND ngày 11/01/2024 của UBND xã An Bình)',
    );
    expect(shown(attachedLine({ ...attachedTo, number: null, date: { kind: 'blank', month: null, year: 2024 } }))).toBe(
      '(Kèm theo Kế hoạch số ______/KH-UBND ngày _____ tháng _____ năm 2024 của UBND xã An Bình)',
    );
  });
});

describe('DC7: signing forms', () => {
  const forms: [Signing, string[]][] = [
    [{ form: 'direct', position: 'GIÁM ĐỐC' }, ['GIÁM ĐỐC']],
    [{ form: 'TM', body: 'ỦY BAN NHÂN DÂN', position: 'CHỦ TỊCH' }, ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']],
    [
      { form: 'KT', body: 'ỦY BAN NHÂN DÂN', head: 'CHỦ TỊCH', position: 'PHÓ CHỦ TỊCH' },
      ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    ],
    [
      { form: 'KT', body: null, head: 'TRƯỞNG PHÒNG', position: 'PHÓ TRƯỞNG PHÒNG' },
      ['KT. TRƯỞNG PHÒNG', 'PHÓ TRƯỞNG PHÒNG'],
    ],
    [{ form: 'Q', body: 'ỦY BAN NHÂN DÂN', position: 'CHỦ TỊCH' }, ['TM. ỦY BAN NHÂN DÂN', 'Q. CHỦ TỊCH']],
    [{ form: 'Q', body: null, position: 'GIÁM ĐỐC' }, ['Q. GIÁM ĐỐC']],
    [{ form: 'TL', head: 'CHỦ TỊCH', position: 'CHÁNH VĂN PHÒNG' }, ['TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG']],
    [{ form: 'TUQ', head: 'CHỦ TỊCH', position: 'TRƯỞNG PHÒNG' }, ['TUQ. CHỦ TỊCH', 'TRƯỞNG PHÒNG']],
    [{ form: 'asWritten', lines: ['ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'] }, ['ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']],
  ];

  it.each(forms)('%j prints its lines and is read back from them', (signing, lines) => {
    expect(signingLines(signing)).toEqual(lines);
    expect(readSigning(lines.join('\n'), '')).toEqual(signing);
  });

  it('reads authority and title as settings hold them', () => {
    expect(readSigning('TM. Ủy ban nhân dân', 'KT. Chủ tịch / Phó Chủ tịch')).toEqual({
      form: 'KT',
      body: 'Ủy ban nhân dân',
      head: 'Chủ tịch',
      position: 'Phó Chủ tịch',
    });
    expect(readSigning('', '')).toEqual({ form: 'asWritten', lines: [''] });
  });
});

describe('closing marks', () => {
  it('DC8: basis and recipients end in ";", the last in "."; marks are not doubled', () => {
    expect(basisLines(['Căn cứ A;', 'Căn cứ B'])).toEqual(['Căn cứ A;', 'Căn cứ B.']);
    expect(recipientLines(['- UBND huyện;', '', 'Lưu: VT.'])).toEqual(['- UBND huyện;', '- Lưu: VT.']);
  });

  it('DC8: one addressee on the line of "Kính gửi", several on a line each', () => {
    expect(addresseeLines(['UBND huyện'])).toEqual({ head: 'Kính gửi: UBND huyện.', lines: [] });
    expect(addresseeLines(['Sở Nội vụ', 'UBND huyện'])).toEqual({
      head: 'Kính gửi:',
      lines: ['- Sở Nội vụ;', '- UBND huyện.'],
    });
  });

  it('DC9: "./." takes the place of the last mark', () => {
    for (const text of ['báo cáo', 'báo cáo.', 'báo cáo;', 'báo cáo./.', 'báo cáo. '])
      expect(closed(text, './.')).toBe('báo cáo./.');
  });

  it('DC12: letters that paper cannot show are left out', () => {
    expect(printable('a\u0000b\u000Bc\uFFFEd\uD800e\tg\r\nh')).toBe('abcde g\nh');
    expect(printable('Đất 😀 ế')).toBe('Đất 😀 ế');
  });
});
