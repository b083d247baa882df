import { describe, expect, test } from 'vitest';
import { readUnitLines } from '../../../renderer/features/office/unit-lines.ts';
import {
  firstValues,
  kindChoices,
  missingFields,
  officeBody,
  placeOf,
  splitKind,
} from '../../../renderer/parts/office-form/values.ts';
import { daysAway, dayWords, whenWords } from '../../../renderer/parts/when.ts';
import { unitKinds } from '../../../shared/office/unit.ts';

describe('the form that names an office', () => {
  test('the place follows the name until somebody changes it', () => {
    expect(placeOf({ ...firstValues, name: ' Như  Quỳnh ' })).toBe('Như Quỳnh');
    expect(placeOf({ ...firstValues, name: 'Như Quỳnh', place: 'Văn Lâm' })).toBe('Văn Lâm');
    expect(placeOf({ ...firstValues, name: 'Như Quỳnh', place: '' })).toBe('');
  });

  test('an empty name is the one thing missing at first, an emptied place and title are named too', () => {
    expect(Object.keys(missingFields(firstValues))).toEqual(['name']);
    expect(Object.keys(missingFields({ ...firstValues, name: 'A', place: ' ', chairTitle: '' }))).toEqual([
      'place',
      'chairTitle',
    ]);
    expect(missingFields({ ...firstValues, name: 'A' })).toEqual({});
  });

  test('a pasted full name is split into kind and name, a bare name keeps its kind', () => {
    expect(splitKind('xa', 'UBND phường Mỹ Hào')).toEqual({ kind: 'phuong', name: 'Mỹ Hào' });
    expect(splitKind('xa', 'Ủy ban nhân dân tỉnh Hưng Yên')).toEqual({ kind: 'tinh', name: 'Hưng Yên' });
    expect(splitKind('xa', '  Lục  Ba ')).toEqual({ kind: 'xa', name: 'Lục Ba' });
    expect(splitKind('phuong', 'Xã')).toEqual({ kind: 'phuong', name: 'Xã' });
  });

  test('without a superior’s name there is no superior', () => {
    expect(officeBody({ ...firstValues, name: 'A', superiorName: '  ' })).toMatchObject({
      superiorKind: null,
      superiorName: '',
    });
    expect(officeBody({ ...firstValues, name: 'A', superiorName: 'Hưng Yên' })).toMatchObject({ superiorKind: 'tinh' });
  });

  test('every kind of unit can be chosen once', () => {
    const offered = kindChoices.flatMap((group) => group.items.map((item) => item.value));
    expect([...offered].sort()).toEqual([...unitKinds].sort());
  });
});

describe('a pasted list of units', () => {
  const known = [{ kind: 'xa' as const, name: 'Lạc Đạo' }];

  test('takes lines as Word and Excel give them: numbers in front, further columns, empty lines', () => {
    const { units, strange } = readUnitLines('1. xã Như Quỳnh\n\n2\tPhường Đường Hào\t14.000\r\n', known);
    expect(units.map(({ kind, name }) => [kind, name])).toEqual([
      ['xa', 'Như Quỳnh'],
      ['phuong', 'Đường Hào'],
    ]);
    expect(strange).toEqual([]);
  });

  test('a line without a kind is not guessed; known and repeated units are not added again', () => {
    const { units, strange } = readUnitLines('Đại Đồng\nXÃ LẠC ĐẠO\nxã Tiên Hoa\nxã tiên hoa', known);
    expect(units.map((unit) => unit.name)).toEqual(['Tiên Hoa']);
    expect(strange.map((each) => each.line)).toEqual(['Đại Đồng', 'XÃ LẠC ĐẠO', 'xã tiên hoa']);
    expect(strange.every((each) => each.why !== '')).toBe(true);
  });
});

describe('days as people say them', () => {
  test('the weekday belongs to the calendar date', () => {
    expect(dayWords('2026-11-20')).toBe('Thứ Sáu, 20/11/2026');
    expect(dayWords('2026-11-22')).toBe('Chủ nhật, 22/11/2026');
    expect(dayWords('1969-12-31')).toBe('Thứ Tư, 31/12/1969');
  });

  test('an instant is told in Vietnamese time, near days by name', () => {
    const at = Date.UTC(2026, 10, 19, 17, 30);
    expect(whenWords(at, '2026-11-20')).toBe('hôm nay 00:30');
    expect(whenWords(at, '2026-11-21')).toBe('hôm qua 00:30');
    expect(whenWords(at, '2026-12-01')).toBe('20/11/2026 00:30');
  });

  test('how far a day lies', () => {
    expect(daysAway('2026-12-14', '2026-12-10')).toBe('còn 4 ngày');
    expect(daysAway('2026-12-14', '2026-12-14')).toBe('hôm nay');
    expect(daysAway('2026-12-14', '2026-12-15')).toBe('đã qua 1 ngày');
  });
});
