import { describe, expect, it } from 'vitest';
import {
  freshWay,
  lockBy,
  lockOf,
  partsOf,
  splitBytesOf,
  strengthOf,
  wayFault,
} from '../../../../renderer/parts/sending/way.ts';

describe('parts', () => {
  it('one file to a stick; by mail no part above the limit, in decimal megabytes', () => {
    expect(splitBytesOf(freshWay)).toBeNull();
    expect(splitBytesOf({ ...freshWay, by: 'thu' })).toBe(25_000_000);
    expect(splitBytesOf({ ...freshWay, by: 'thu', part: 'khac', ownPart: 10 })).toBe(10_000_000);
    expect(partsOf({ ...freshWay, by: 'thu', part: '20' }, 3_000_000)).toBe(1);
    expect(partsOf({ ...freshWay, by: 'thu', part: '20' }, 45_000_000)).toBe(3);
  });

  it('an own size that makes hundreds of files or none is refused in words', () => {
    for (const ownPart of [null, 0, 1, 5000, -3]) {
      const way = { ...freshWay, by: 'thu' as const, part: 'khac' as const, ownPart };
      expect(splitBytesOf(way)).toBeUndefined();
      expect(wayFault(way, true)).toContain('2 đến 4.000 MB');
    }
  });
});

describe('the lock', () => {
  it("is the receiver's key where it is known, and a person's choice before that", () => {
    expect(lockBy(freshWay, true)).toBe('khoa');
    expect(lockBy(freshWay, false)).toBe('mo');
    expect(lockOf({ ...freshWay, lock: 'mo' }, true)).toEqual({ by: 'mo' });
  });

  it('a password is typed twice alike, in whatever Unicode form the keyboard gives', () => {
    const way = {
      ...freshWay,
      lock: 'mat-khau' as const,
      password: 'mật khẩu dài',
      again: 'mật khẩu dài'.normalize('NFD'),
    };
    expect(wayFault(way, false)).toBeNull();
    expect(wayFault({ ...way, again: 'khác' }, false)).toContain('chưa giống');
    expect(wayFault({ ...way, password: 'ngắn', again: 'ngắn' }, false)).toContain('8 ký tự');
  });

  it('words of strength', () => {
    expect(strengthOf('')).toBeNull();
    expect(strengthOf('12345678')?.level).toBe('yeu');
    expect(strengthOf('aaaaaaaaaaaaaaaa')?.level).toBe('yeu');
    expect(strengthOf('soviec2026')?.level).toBe('yeu');
    expect(strengthOf('lúa chín tây')?.level).toBe('vua');
    expect(strengthOf('trâu vàng đình suối')?.level).toBe('manh');
  });
});
